"""What a proposal looks like: its pages, what changes in sentences, and what is wrong with it."""
