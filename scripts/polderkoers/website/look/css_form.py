"""Tokens in a CSS file: `--utrecht-document-color: …;`, light, and dark where a block says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from polderkoers.website.look.found import HouseTokens, TokensUnusable, joined

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = re.compile(r""""[^"\n]*"|'[^'\n]*'""")
_PIECE = re.compile(r"([^{};]*)([{};]|\Z)")
_DECLARATION = re.compile(r"\s*(--[\w-]+)\s*:(.*)", re.DOTALL)
_DARK = re.compile(r"dark|donker", re.IGNORECASE)
# What sets tokens for a whole page; what stands at one part of it, or for one width, is no theme.
_THEME = re.compile(r":root|html|body|:host|\.[\w-]*theme[\w-]*|\[data-[\w-]+(?:=[^\]]*)?\]", re.IGNORECASE)
_WHOLE = re.compile(r"@media[^{]*prefers-color-scheme[^{]*|@media\s*(?:screen|all)\s*|@layer[^{]*", re.IGNORECASE)

_Part = tuple[str, str, partial[int]]


def read(text: str, file: str) -> tuple[HouseTokens, HouseTokens]:
    """Return the light and the dark tokens of a sheet. Raises `TokensUnusable` when its brackets do not match."""
    light: list[_Part] = []
    dark: list[_Part] = []
    for context, name, value, place in _declarations(_blanked(text), text, file):
        if _is_theme(context):
            parts = dark if any(map(_DARK.search, context)) else light
            parts.append((name, value, partial(_line, text, place)))
    return joined(light, file), joined(dark, file)


def _declarations(css: str, text: str, file: str) -> Iterator[tuple[tuple[str, ...], str, str, int]]:
    """Yield the tokens that a sheet sets: what they stand in from the outside in, their name, value and place."""
    inside: list[tuple[str, int]] = []
    for piece in _PIECE.finditer(css):
        words, sign = piece[1], piece[2]
        declared = _DECLARATION.fullmatch(words)
        if declared and sign != "{":
            start = piece.start() + declared.start(1)
            value = text[piece.start() + declared.start(2) : piece.end(1)]
            yield tuple(context for context, _ in inside), declared[1], _COMMENT.sub("", value).strip(), start
        if sign == "{":
            inside.append((" ".join(words.split()), piece.start(2)))
        elif sign == "}":
            if not inside:
                raise _unmatched(text, piece.start(2), file, "hier sluit een '}' iets wat niet geopend is.")
            inside.pop()
    if inside:
        raise _unmatched(text, inside[-1][1], file, "wat hier met '{' opent, wordt niet gesloten.")


def _unmatched(text: str, place: int, file: str, what: str) -> TokensUnusable:
    return TokensUnusable(file, what, "haal het bestand opnieuw op, of herstel de accolades.", _line(text, place))


def _blanked(text: str) -> str:
    """Return a sheet with blanks for comments and strings, so that no sign in them counts; places stay."""
    blank = partial(re.sub, r"[^\n]", " ")
    without = _COMMENT.sub(lambda found: blank(found.group()), text)
    return _STRING.sub(lambda found: blank(found.group()), without)


def _is_theme(context: tuple[str, ...]) -> bool:
    *around, selectors = context or ("",)
    each = [selector.strip() for selector in selectors.split(",")]
    return all(map(_WHOLE.fullmatch, around)) and all(map(_THEME.fullmatch, each))


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
