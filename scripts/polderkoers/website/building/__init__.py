"""Building a site so that whatever happens there is a whole one: the new or the previous."""
