"""A line that was meant as a field or an item, but lacks a colon, a space, or its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from polderkoers.policy.syntax_clues.clue import FIELD_NAMES

_NAME = r"(?P<name>[A-Za-z][A-Za-z_]*)"
_TIGHT_DASH = re.compile(r"-(?P<rest>[A-Za-z]\w*:\s.*)")
_TIGHT = re.compile(rf"{_NAME}:(?P<rest>[^\s/:].*)")
_SIGN = re.compile(rf"{_NAME} ?(?P<sign>[=;]) ?(?P<rest>\S.*)")
_ALONE = re.compile(rf"{_NAME}")
_NO_COLON = re.compile(r"(?P<name>[a-z][a-z_]*) (?P<rest>\S.*)")


@dataclass(frozen=True)
class MendedRow:
    """What is wrong with a line, how far behind its beginning, what it must be, and whether nothing else is possible."""

    offset: int
    message: str
    new: str
    sure: bool


def mend(content: str, *, heading: bool) -> MendedRow | None:
    """Return what a line (without its indentation) lacks; `heading` says that a list or group stands below it."""
    if found := _TIGHT_DASH.fullmatch(content):
        return MendedRow(1, "Achter het streepje ontbreekt een spatie.", f"- {found['rest']}", sure=True)
    if found := _TIGHT.fullmatch(content):
        message = f"Achter '{found['name']}:' ontbreekt een spatie."
        return MendedRow(found.start("rest"), message, f"{found['name']}: {found['rest']}", sure=True)
    if found := _SIGN.fullmatch(content):
        message = f"Achter '{found['name']}' staat {found['sign']} in plaats van een dubbele punt."
        return MendedRow(found.start("sign"), message, f"{found['name']}: {found['rest']}", sure=True)
    if heading and (found := _ALONE.fullmatch(content)) and found["name"] in FIELD_NAMES:
        message = f"Achter '{found['name']}' ontbreekt de dubbele punt."
        return MendedRow(len(content), message, f"{content}:", sure=False)
    if (found := _NO_COLON.fullmatch(content)) and found["name"] in FIELD_NAMES:
        message = f"Achter '{found['name']}' ontbreekt de dubbele punt."
        return MendedRow(found.end("name"), message, f"{found['name']}: {found['rest']}", sure=False)
    return None
