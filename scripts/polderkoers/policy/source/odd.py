"""What is read otherwise than it looks, and where: found in the text around the parts that a parser read."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 160


@dataclass(frozen=True)
class Odd:
    """Something that is read otherwise than it looks: at which offset, what it is, and what to write.

    `value` is the offset of the value that it is about, where there is one. `lost` says that text behind a # is lost.
    """

    offset: int
    message: str
    hint: str
    value: int | None = None
    lost: bool = False


def in_quotes(text: str) -> str:
    """Return a text on one line between quotation marks that make it mean exactly itself."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def excerpt(text: str) -> str:
    """Return a text on one line, not too long to read in a message."""
    text = " ".join(text.split())
    if len(text) > 60:
        return f"{text[:57]}…"
    return text
