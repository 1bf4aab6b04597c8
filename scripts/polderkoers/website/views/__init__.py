"""Decides what appears: views give templates sorted, resolved, labelled values."""
