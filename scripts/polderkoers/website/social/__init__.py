"""The picture and the words that other programs show when somebody shares a page of the site."""
