"""The mark by which a text is known again: short enough to stand in a file, and another as soon as the text changes."""

from __future__ import annotations

import hashlib

from polderkoers.policy.model.forms import MARK_LENGTH


def mark(text: str) -> str:
    """Return the mark of a text: the first hexadecimal signs of its SHA-256 (FIPS 180-4), as many as the form of a mark asks."""
    return hashlib.sha256(text.encode()).hexdigest()[:MARK_LENGTH]
