"""Writes values into the sheet of tokens, so that everything that reads it follows: pages, pictures and the check of contrast."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from polderkoers.website.tokens import without_comments

_BLOCK = re.compile(r"([^{}]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_TOKEN = re.compile(r"(--pk-)([\w-]+)(:\s*)([^;{}]+)(?=[;}])")
_FACE = re.compile(r"@font-face\s*\{[^{}]*\}\s*")
_COLOUR = "color-"


@dataclass(frozen=True)
class Values:
    """What is to stand in the sheet: sizes for a wide and a narrow screen, colours light and dark, and what letters are loaded."""

    wide: Mapping[str, str] = field(default_factory=dict)
    narrow: Mapping[str, str] = field(default_factory=dict)
    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    # Rules for letters in the place of ours, or nothing.
    faces: str = ""


def written(css: str, values: Values) -> str:
    """Return a sheet of tokens with other values. What is for paper stays as it is."""
    css = without_comments(css)
    if values.faces:
        css = values.faces + _FACE.sub("", css)
    return _BLOCK.sub(partial(_block, values=values), css)


def _block(found: re.Match[str], values: Values) -> str:
    context, body = found[1].strip(), found[2]
    if context.startswith("@media") and "max-width" in context:
        wanted = dict(values.narrow)
    elif context == "@media screen":
        wanted = _named(values.dark)
    elif context.startswith("@"):
        return found.group()
    else:
        wanted = {**values.wide, **_named(values.light)}
    return f"{found[1]}{{{_TOKEN.sub(partial(_token, wanted=wanted), body)}}}"


def _named(colours: Mapping[str, str]) -> dict[str, str]:
    return {f"{_COLOUR}{name}": value for name, value in colours.items()}


def _token(found: re.Match[str], wanted: Mapping[str, str]) -> str:
    return f"{found[1]}{found[2]}{found[3]}{wanted.get(found[2], found[4])}"
