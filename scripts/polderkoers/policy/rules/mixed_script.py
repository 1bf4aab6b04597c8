"""Een woord bestaat uit letters van één schrift.

Er zijn letters die er hetzelfde uitzien, maar die voor een computer heel anders zijn. De а uit het Russisch lijkt op onze
a. Wie op het woord zoekt, vindt het dan niet. Iemand kan zo ook met opzet een naam namaken. Typ het woord opnieuw.

Waarschuwing:

    samenvatting: Iedereen woont fijn in de polder mеt een tuin.

Goed:

    samenvatting: Iedereen woont fijn in de polder met een tuin.
"""  # noqa: RUF002 - the letters that deceive are what the examples are about

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.signs import look_alikes, mixed_words

# What an item knows of where it stands is no text of it.
_NOT_IN_FILE = frozenset({"file", "pointer"})


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every word in a text of an item that mixes scripts."""
    for entry in context.policy.entries.values():
        cls: Any = type(entry.item)
        for name in _fields_of(cls):
            text = getattr(entry.item, name)
            if isinstance(text, str) and not text.isascii():
                for word in dict.fromkeys(mixed_words(text)):
                    yield Finding(
                        entry,
                        f"{entry.item.pointer}/{name}",
                        f"In het woord '{word}' staan letters uit twee schriften.{look_alikes(word)}",
                        "typ het woord opnieuw.",
                        "waarschuwing",
                    )


@cache
def _fields_of(cls: Any) -> tuple[str, ...]:
    """Return the fields of a class that stand in a file: thousands of items ask for them."""
    return tuple(field.name for field in dataclasses.fields(cls) if field.name not in _NOT_IN_FILE)
