"""Een afkorting wordt ergens uitgelegd.

Niet iedereen kent een afkorting. Schrijf het woord voluit. Of zet de afkorting in data/begrippen.yaml: dan kan een lezer
de uitleg bij het woord openen.

Waarschuwing:

    samenvatting: Er komt een MJOP.

Goed:

    samenvatting: Er komt een plan voor het onderhoud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.model.having import andere_namen_of, voluit_of
from polderkoers.policy.readability import running_texts
from polderkoers.policy.rules.finding import Context, Finding

_ABBREVIATION = re.compile(r"(?<![\w-])(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Za-z]{2,8}(?![\w-])")
# Far quicker to look for, and there in every abbreviation.
_TWO_CAPITALS = re.compile(r"[A-Z][A-Za-z]*[A-Z]")
_ROMAN = re.compile(r"[IVX]+")


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every abbreviation without an explanation, once per text."""
    if context.unread:
        return
    known = _known(context)
    for entry in context.policy.entries.values():
        for field, text in running_texts(entry):
            if not _TWO_CAPITALS.search(text):
                continue
            for found in sorted({match.group() for match in _ABBREVIATION.finditer(text)}):
                if found.casefold() not in known and not _ROMAN.fullmatch(found):
                    yield Finding(
                        entry,
                        f"{entry.item.pointer}/{field}",
                        f"De afkorting '{found}' wordt nergens uitgelegd.",
                        "schrijf haar voluit, of zet haar in data/begrippen.yaml.",
                        "waarschuwing",
                    )


def _known(context: Context) -> set[str]:
    """Return, in small letters, all that something is called, and each word of that."""
    known: set[str] = set()
    for form in _forms(context):
        known.update(word.casefold() for word in (form, *re.findall(r"\w+", form)))
    return known


def _forms(context: Context) -> Iterator[str]:
    for entry in context.policy.of_kind("begrip", "organisatie", "plaats", "document"):
        yield entry.item.label
        yield from andere_namen_of(entry.item)
        if words := voluit_of(entry.item):
            yield words
