"""The sign >- before a text on the next lines, as another program or a wrong key makes it: a text for YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from polderkoers.policy import source_rules
from polderkoers.policy.syntax_clues.clue import shown, whole_row
from polderkoers.problems import Problem

# What >- becomes when its two signs change places, or when a word processor makes one sign of them.
_SIGN = r"(?:[-\u2013\u2014]>|[\u00bb\u203a\u2265\u2192\u21d2\uff1e]-?|>=|=>)"
_HEAD = re.compile(rf"(?P<indent> *)(?P<name>(?:- +)*[a-z_]+): +(?P<sign>{_SIGN})[ \t]*")
_FAST = re.compile(rf"^( *)(?:- +)*[a-z_]+: +{_SIGN}[ \t]*\r?\n\1 ", re.MULTILINE)


def may_have_fold_signs(text: str) -> bool:
    """Return whether a file may hold such a sign; found fast."""
    return _FAST.search(text) is not None


def fold_signs(file: str, lines: list[str]) -> Iterator[Problem]:
    """Yield every field that has such a sign behind it, and a text on the lines below it."""
    for number, row in enumerate(lines[:-1], start=1):
        found = _HEAD.fullmatch(row)
        if not found or not lines[number].startswith(f"{found['indent']} "):
            continue
        new = f"{found['name']}: >-"
        name = found["name"].removeprefix("- ")
        message = (
            f"Achter '{name}:' staat {found['sign']} in plaats van >-, het teken voor een tekst op de volgende regels."
        )
        problem = source_rules.form(file, number, found.start("sign") + 1, message, f"schrijf: {shown(new)}")
        yield replace(problem, repair=whole_row(lines, number, f"{found['indent']}{new}"))
