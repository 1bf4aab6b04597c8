"""What is shown of the policy beside its sources: which items, and the counts of each source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from polderkoers.beside.differing import Difference
from polderkoers.beside.laid import Group, LaidItem, LaidSource, Row
from polderkoers.beside.places import BY_WORDS, ELSEWHERE, WHOLE, Place
from polderkoers.beside.told import FIGURE, NAME, WORD, YEAR
from polderkoers.policy.dutch_words import count

KINDS = (FIGURE, YEAR, NAME, WORD)
"""In which order differences are counted."""
CHOICES: dict[str, Callable[[LaidItem], bool]] = {
    "verschil": lambda item: item.differs,
    "ongelezen": lambda item: not item.is_read,
}
"""What may be asked for alone."""
_TITLES = {FIGURE: "Getal", YEAR: "Jaartal", NAME: "Naam", WORD: "Woord"}


@dataclass(frozen=True)
class Counts:
    """How many statements of a source there are, and of how many the passage was found, in part, not, or not looked for."""

    statements: int
    whole: int
    in_part: int
    not_found: int
    without_place: int
    differing: tuple[tuple[str, int], ...]
    items: int
    read: int


@dataclass(frozen=True)
class BesideReport:
    """What is shown, source by source, with the counts of all that there is."""

    sources: tuple[tuple[LaidSource, Counts], ...]


def report_of(sources: Iterable[LaidSource], refs: frozenset[str], only: str | None) -> BesideReport:
    """Return what is shown of the items with these references, or of those among them that were asked for alone."""
    kept = []
    for source in sources:
        mine = _kept(source, lambda item: item.entry.ref in refs)
        if mine.groups:
            shown = _kept(mine, CHOICES[only]) if only else mine
            kept.append((shown, counts_of(mine)))
    return BesideReport(tuple(kept))


def _kept(source: LaidSource, wanted: Callable[[LaidItem], bool]) -> LaidSource:
    groups = (replace(group, items=tuple(filter(wanted, group.items))) for group in source.groups)
    return replace(source, groups=tuple(group for group in groups if group.items))


def counts_of(source: LaidSource) -> Counts:
    """Return the counts of a source."""
    rows = [(group, row) for group in source.groups for item in group.items for row in item.rows]
    found = {"whole": 0, "in_part": 0, "not_found": 0, "without_place": 0}
    for group, _ in rows:
        found[_state(group)] += 1
    differing = tuple((kind, sum(_differs(row, kind) for _, row in rows)) for kind in KINDS)
    items = list(source.items)
    return Counts(len(rows), **found, differing=differing, items=len(items), read=sum(item.is_read for item in items))


def _state(group: Group) -> str:
    if not group.plek:
        return "without_place"
    if not group.found.places:
        return "not_found"
    sure = not group.found.missing and all(place.one_of == 1 and place.how != ELSEWHERE for place in group.found.places)
    return "whole" if sure else "in_part"


def _differs(row: Row, kind: str) -> bool:
    return any(each.kind == kind for each in row.differences)


def counted(source: LaidSource, counts: Counts) -> Iterator[str]:
    """Yield what was counted of a source, as sentences."""
    yield f"{count(counts.statements, 'uitspraak', 'uitspraken')} in {count(counts.items, 'onderdeel', 'onderdelen')}."
    if source.file:
        parts = (
            (counts.whole, "met de passage erbij"),
            (counts.in_part, "met een passage die niet helemaal zeker is"),
            (counts.not_found, "waarvan de passage niet is gevonden"),
        )
        yield f"Daarvan zijn er {', '.join(f'{number} {words}' for number, words in parts)}."
        told = ", ".join(f"{kind} {number}" for kind, number in counts.differing)
        yield f"Verschillen die een programma ziet: {told}."
    else:
        yield "Van deze bron is geen tekst gegeven. Geef die mee met --bron."
    if counts.without_place:
        yield f"{counts.without_place} zonder plek in de bron."
    yield f"{counts.read} van {count(counts.items, 'onderdeel', 'onderdelen')} gelezen door een tweede lezer."


def place_line(place: Place) -> str:
    """Return how a passage was found, as a line above it."""
    if place.how == WHOLE:
        return "Het hele document"
    line = f"Regel {place.start + 1} tot en met {place.end}: {', '.join(place.words)}"
    if place.how == BY_WORDS:
        line += ". Gevonden aan woorden in de tekst, niet aan een kop"
    if place.how == ELSEWHERE:
        line += ". Let op: deze kop staat niet onder de kop die ervoor genoemd wordt"
    if place.one_of > 1:
        line += f". Let op: dit kan ook een van {place.one_of} plekken zijn"
    return line


def missing_line(group: Group) -> str:
    """Return what of a place was not found; nothing when all of it was."""
    if not group.plek:
        return "Hier is geen plek in de bron genoemd."
    if group.found.missing:
        named = ", ".join(f"'{name}'" for name in group.found.missing)
        return f"Niet gevonden in de tekst van de bron: {named}."
    return ""


def difference_line(difference: Difference) -> str:
    """Return a difference as a line."""
    parts = []
    if difference.here:
        parts.append(f"alleen in onze tekst: {', '.join(difference.here)}")
    if difference.elsewhere:
        parts.append(f"staat wel ergens anders in de bron: {', '.join(difference.elsewhere)}")
    if difference.there:
        parts.append(f"alleen in de bron: {', '.join(difference.there)}")
    what = f" ({difference.what})" if difference.what else ""
    return f"{_TITLES[difference.kind]}{what} {'; '.join(parts)}"


def read_line(item: LaidItem) -> str:
    """Return who read an item and when, or that its text changed since; nothing when nobody did."""
    if item.mark is None:
        return ""
    reading = item.mark.reading
    said = f"Gelezen op {reading.op} door {reading.door}: {reading.uitkomst}"
    return f"{said}." if item.is_read else f"{said}. De tekst is daarna veranderd, dus dit telt niet meer."
