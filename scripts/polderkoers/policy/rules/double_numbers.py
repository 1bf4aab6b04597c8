"""Een nummer komt één keer voor in dezelfde rij.

Een lezer noemt een kernopgave, programmalijn of doel bij zijn nummer: kernopgave 2 uit 2030. Staat dat nummer er twee keer, dan
weet niemand welke is bedoeld. Kijk in de bron welk nummer klopt. Geeft de bron zelf twee keer hetzelfde nummer? Zet er dan een
let_op bij.

Waarschuwing:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
      - id: doel-betaalbare-huizen
        nummer: 1
        naam: Betaalbare huizen

Goed:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
      - id: doel-betaalbare-huizen
        nummer: 2
        naam: Betaalbare huizen
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.rules.finding import Context, Finding

# The fields that count, and how the right one is asked after.
_FIELDS = {"nummer": "welk nummer", "letter": "welke letter"}


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning at the second place of every number that stands twice in one list, or in one document for whole files."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in context.policy.entries.values():
        for field in _FIELDS:
            number = getattr(entry.item, field, None)
            if number is None:
                continue
            before = first.setdefault((field, str(number), *_row(entry)), entry)
            if before is not entry:
                yield _finding(context, (before, entry), field, number)


def _row(entry: Entry) -> tuple[str, ...]:
    """Return the row in which a number counts: the list that it stands in, or the files of a kind of one document."""
    if entry.parent is None:
        return ("file", entry.item.soortnaam, str(entry.bron.document))
    return (entry.parent.ref, entry.field)


def _finding(context: Context, pair: tuple[Entry, Entry], field: str, number: object) -> Finding:
    before, entry, sure = context.in_order(*pair)
    kind = entry.item.soortnaam
    where = "hierbij" if sure else "bij elk van de twee"
    return Finding(
        entry,
        f"{entry.item.pointer}/{field}",
        f"Er is al een {kind} met {field} {number}: '{before.item.label}'.",
        f"kijk in de bron {_FIELDS[field]} {where} hoort.",
        "waarschuwing",
        first=before,
    )
