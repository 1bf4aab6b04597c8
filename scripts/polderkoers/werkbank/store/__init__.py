"""The store of the werkbank: proposals with all their saves and remarks, for which Git is the database."""
