"""The members of a list that have no id of the policy: what tells them apart."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from polderkoers.changes.items import KEYS
from polderkoers.changes.sameness import canonical
from polderkoers.policy.canonical.nodes import Collection, YamlEntry, data_of, members_of_entry

Token = tuple[str, int]
"""What tells a member of a list apart, and the how manieth of those it is."""

ROW_KEYS = {
    **KEYS,
    "stemmen": ("fractie",),
    "bewijs": ("naam",),
    "adressen": ("was",),
    "gelezen": ("bestand", "op", "door"),
    "teksten": ("onderdeel", "veld"),
    "woorden": ("woord",),
    "onderwerpen": ("hier", "daar"),
}
"""What tells the rows of a list apart, by the field that holds them."""


def by_token(name: str, entry: YamlEntry | None) -> dict[Token, YamlEntry]:
    """Return the members of a list, which stands in a field, by what tells them apart."""
    found: dict[Token, YamlEntry] = {}
    counted: Counter[str] = Counter()
    for member in members_of_entry(entry):
        text = _told_apart(name.rpartition(".")[2], data_of(member))
        counted[text] += 1
        found[text, counted[text]] = member
    return found


def is_row(entry: YamlEntry | None) -> bool:
    """Return whether a member of a list is a group of fields."""
    return entry is not None and isinstance(entry.value, Collection) and entry.value.mapping


def row_name(name: str, token: Token) -> str:
    """Return what a row is called: `samenhang[fijn-wonen]`."""
    text, number = token
    return f"{name}[{text}]" if number == 1 else f"{name}[{text}#{number}]"


def _told_apart(name: str, value: Any) -> str:
    match value:
        case {"id": str(own)}:
            return own
        case dict() if name in ROW_KEYS:
            return ", ".join(str(value[key]) for key in ROW_KEYS[name] if value.get(key) is not None)
        case str():
            return str(canonical(value))
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
