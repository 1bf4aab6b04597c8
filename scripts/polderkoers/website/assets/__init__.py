"""What pages load: one sheet of styles, one script, and nothing of the theme."""
