"""A comparison as a decision: the text in force, line by line, into the text that is to be in force."""
