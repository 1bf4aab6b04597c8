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

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.signs import look_alikes, mixed_words

# What an item knows of where it stands is no text of it.
_NOT_IN_FILE = frozenset({"file", "pointer"})


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every word in a text of an item that mixes scripts."""
    for entry in context.policy.entries.values():
        for field in dataclasses.fields(entry.item):
            if field.name in _NOT_IN_FILE:
                continue
            text = getattr(entry.item, field.name)
            if isinstance(text, str) and not text.isascii():
                for word in dict.fromkeys(mixed_words(text)):
                    yield Finding(
                        entry,
                        f"{entry.item.pointer}/{field.name}",
                        f"In het woord '{word}' staan letters uit twee schriften.{look_alikes(word)}",
                        "typ het woord opnieuw.",
                        "waarschuwing",
                    )
