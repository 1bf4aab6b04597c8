"""The site: which pages there are, what each shows, and how it looks."""
