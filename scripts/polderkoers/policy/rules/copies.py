"""Een bestand of onderdeel is geen kopie van een ander.

Wie iets nieuws maakt, begint vaak met een kopie. Blijven de teksten van het oude staan, dan zegt de site twee keer hetzelfde
onder een andere naam. De melding telt hoeveel teksten gelijk zijn, en noemt de plek van het eerste.

Waarschuwing:

    doelen:
      - id: doel-genoeg-huizen
        naam: Genoeg huizen
        toelichting: Wij willen dat er elk jaar honderd huizen bij komen in de dorpen.
      - id: doel-ook-huizen
        naam: Genoeg huizen
        toelichting: Wij willen dat er elk jaar honderd huizen bij komen in de dorpen.

Goed:

    doelen:
      - id: doel-genoeg-huizen
        naam: Genoeg huizen
        toelichting: Wij willen dat er elk jaar honderd huizen bij komen in de dorpen.
      - id: doel-huizen-voor-jongeren
        naam: Genoeg huizen voor jongeren
        toelichting: Een op de vier nieuwe huizen is voor mensen tot dertig jaar.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

from polderkoers.policy.index import Entry
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text

# A file is a copy when this share of its texts stands in another one. The least number keeps out files with hardly any text.
_SHARE, _FEWEST = 0.8, 4
# Two items whose texts are equal, and this long together, were not written apart.
_LONG = 60
# A row of a table of money or figures has the words of the row above it, and one remark may be true of several files.
_NOT = frozenset({"bedrag", "cijfer", "let_op", "publicatie"})
_NO_TEXT = frozenset({"plek", "eenheid", "noot", "groep", "weergave"})


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every file, and every item in other files, whose texts are those of another one."""
    by_file: dict[str, list[Text]] = defaultdict(list)
    for text in context.texts:
        if text.field not in _NO_TEXT and isinstance(text.entry.file, Beleid):
            by_file[text.entry.file.id].append(text)
    copied: set[str] = set()
    for finding in _files(context, by_file):
        copied.add(finding.entry.file.id)
        yield finding
    yield from _items(context, copied)


def _files(context: Context, by_file: dict[str, list[Text]]) -> Iterator[Finding]:
    seen: dict[str, set[str]] = defaultdict(set)
    for file, held in by_file.items():
        words = [text.text for text in held]
        shared = Counter(chain.from_iterable(seen.get(text, ()) for text in words))
        other, most = max(shared.items(), key=lambda pair: pair[1], default=("", 0))
        entry = context.policy.entries[file]
        if len(words) >= _FEWEST and most >= _SHARE * len(words):
            yield _file(context, context.policy.entries[other], entry, f"{most} van de {len(words)}")
        for text in words:
            seen[text].add(file)


def _file(context: Context, one: Entry, other: Entry, share: str) -> Finding:
    """Return that a file is a copy of another; which of the two that is, is said only when it is sure."""
    first, entry, sure = context.in_order(one, other)
    message = f"Dit bestand is bijna gelijk aan '{first.item.label}': {share} teksten zijn hetzelfde."
    hint = "schrijf hier de eigen teksten, of haal dit bestand weg."
    if not sure:
        hint = "kijk welke van de twee nieuw is. Schrijf daarin de eigen teksten, of haal dat bestand weg."
    return Finding(entry, "/id", message, hint, "waarschuwing", first=first)


def _items(context: Context, copied: set[str]) -> Iterator[Finding]:
    """Yield every item whose own texts are all those of an earlier item of its kind, but for what is in a copy already."""
    own: dict[str, list[Text]] = defaultdict(list)
    for text in context.texts:
        entry = text.entry
        if (
            text.field not in _NO_TEXT
            and not entry.is_file
            and entry.file.kind.folder
            and entry.item.soortnaam not in _NOT
        ):
            own[entry.ref].append(text)
    first: dict[tuple[str, ...], Entry] = {}
    told: set[str] = set()
    for ref, held in own.items():
        entry = held[0].entry
        if sum(len(text.text) for text in held) < _LONG:
            continue
        before = first.setdefault((entry.item.soortnaam, *(text.text for text in held)), entry)
        if before is entry or entry.file.id in copied or any(above.ref in told for above in entry.ancestors()):
            continue
        told.add(ref)
        yield _copy(entry, before)


def _copy(entry: Entry, before: Entry) -> Finding:
    return Finding(
        entry,
        f"{entry.item.pointer}/id",
        f"Alle teksten van '{entry.item.label}' staan ook bij '{before.item.id}'.",
        "schrijf hier de eigen teksten. Is het hetzelfde? Haal dit onderdeel dan weg, en leg een verband met 'samenhang'.",
        "waarschuwing",
        first=before,
    )
