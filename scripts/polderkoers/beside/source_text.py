"""The text of a source, as somebody took it out of a document: its lines, and where its pages begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from polderkoers.errors import SourceTextRefused

# A word or a number with its parts: 3.1.2 is one.
_PART = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
_PAGE = "\f"
# Of a text that people read no more than a few signs are for machines.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")


def key_of(text: str) -> str:
    """Return a text without what differs between two ways to write it: capitals, blanks, signs, a word broken over two lines."""
    return "".join(_PART.findall(text.casefold()))


@dataclass(frozen=True)
class SourceText:
    """The lines of a source. `pages` are the numbers of the lines with which a page begins, empty when the text does not say."""

    lines: tuple[str, ...]
    pages: tuple[int, ...] = field(default=())

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key of each line."""
        return tuple(map(key_of, self.lines))

    def text(self, start: int, end: int) -> str:
        """Return lines as running text: words that were broken over two lines are whole again."""
        joined = "\n".join(line.strip() for line in self.lines[start:end])
        return re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])", "", joined)


def as_source(text: str) -> SourceText:
    """Return a text as a source; a form feed begins a page."""
    lines: list[str] = []
    pages: list[int] = []
    for page in text.replace("\r\n", "\n").replace("\r", "\n").split(_PAGE):
        pages.append(len(lines))
        lines += page.split("\n")
    if len(pages) == 1:
        pages = []
    return SourceText(tuple(lines), tuple(pages))


def read_source(path: Path) -> SourceText:
    """Return the text of a source in a file. Raises `SourceTextRefused` when it cannot be read, or is no text in UTF-8."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceTextRefused(str(path), "het is niet te lezen", "noem een tekstbestand dat er is.") from error
    if content.startswith(b"%PDF"):
        raise SourceTextRefused(
            str(path), "het is een PDF en geen tekst", "haal eerst de tekst eruit, bijvoorbeeld met pdftotext -layout."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceTextRefused(
            str(path), "het is geen tekst in UTF-8", "sla het op als tekst, met UTF-8 als codering."
        ) from error
    if _BINARY.search(text):
        raise SourceTextRefused(
            str(path), "er staan tekens in die geen tekst zijn", "noem een bestand met gewone tekst (.txt)."
        )
    if not text.strip():
        raise SourceTextRefused(str(path), "er staat niets in", "noem het bestand met de tekst van de bron.")
    return as_source(text)
