"""Texts that would harm a reader or the build if they were anything but text, and data that is full of them."""
