"""What is shown of the policy beside its sources: which items, and the counts of each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from polderkoers.beside.differing import Difference
from polderkoers.beside.laid import LaidGroup, LaidItem, LaidRow, LaidSource
from polderkoers.beside.places import BY_WORDS, ELSEWHERE, WHOLE, FoundPlace, FoundPlaces
from polderkoers.beside.told import FIGURE, NAME, WORD, YEAR
from polderkoers.policy.dutch_words import count

KINDS = (FIGURE, YEAR, NAME, WORD)
"""In which order differences are counted."""
CHOICES: dict[str, Callable[[LaidItem], bool]] = {
    "alles": lambda _: True,
    "verschil": lambda item: item.differs,
    "ongelezen": lambda item: not item.is_read,
}
"""What may be asked for alone."""
_WHOLE, _IN_PART, _NOT_FOUND, _WITHOUT = "whole", "in_part", "not_found", "without_place"
_TITLES = {FIGURE: "Getal", YEAR: "Jaartal", NAME: "Naam", WORD: "Woord"}


@dataclass(frozen=True)
class LaidCounts:
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

    sources: tuple[tuple[LaidSource, LaidCounts], ...]


def report_of(sources: Iterable[LaidSource], refs: frozenset[str], only: str) -> BesideReport:
    """Return what is shown of the items with these references, or of those among them that were asked for alone."""
    kept = []
    for source in sources:
        mine = _kept(source, lambda item: item.entry.ref in refs)
        if mine.groups:
            kept.append((_kept(mine, CHOICES[only]), counts_of(mine)))
    return BesideReport(tuple(kept))


def _kept(source: LaidSource, wanted: Callable[[LaidItem], bool]) -> LaidSource:
    groups = (replace(group, items=tuple(filter(wanted, group.items))) for group in source.groups)
    return replace(source, groups=tuple(filter(attrgetter("items"), groups)))


def counts_of(source: LaidSource) -> LaidCounts:
    """Return the counts of a source."""
    rows: list[LaidRow] = []
    items = list(source.items)
    for group in source.groups:
        mine = chain.from_iterable(map(attrgetter("rows"), group.items))
        rows += mine
    found = Counter(map(_state, rows))
    differing = tuple((kind, sum(map(_differing(kind), rows))) for kind in KINDS)
    read = sum(item.is_read for item in items)
    return LaidCounts(
        statements=len(rows),
        whole=found[_WHOLE],
        in_part=found[_IN_PART],
        not_found=found[_NOT_FOUND],
        without_place=found[_WITHOUT],
        differing=differing,
        items=len(items),
        read=read,
    )


def _state(row: LaidRow) -> str:
    if not row.has_place:
        return _WITHOUT
    if not row.found.places:
        return _NOT_FOUND
    sure = not row.found.missing and all(place.one_of == 1 and place.how != ELSEWHERE for place in row.found.places)
    return {True: _WHOLE, False: _IN_PART}[sure]


def _differing(kind: str) -> Callable[[LaidRow], bool]:
    return lambda row: any(each.kind == kind for each in row.differences)


def counted(source: LaidSource, counts: LaidCounts) -> Iterator[str]:
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


def place_line(place: FoundPlace) -> str:
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


def missing_line(group: LaidGroup) -> str:
    """Return what of a place was not found; nothing when all of it was."""
    if not group.plek:
        return "Hier is geen plek in de bron genoemd."
    return _not_found(group.found)


def _not_found(found: FoundPlaces) -> str:
    if not found.missing:
        return ""
    named = ", ".join(f"'{name}'" for name in found.missing)
    return f"Niet gevonden in de tekst van de bron: {named}."


def own_place_lines(row: LaidRow) -> Iterator[str]:
    """Yield where the source says a statement that has a place of its own, and what of that place was not found."""
    if row.plek:
        yield from map(place_line, row.found.places)
        yield from filter(None, (_not_found(row.found),))


def difference_line(difference: Difference) -> str:
    """Return a difference as a line."""
    parts = []
    if difference.here:
        parts.append(f"alleen in onze tekst: {', '.join(difference.here)}")
    if difference.elsewhere:
        parts.append(f"staat wel ergens anders in de bron: {', '.join(difference.elsewhere)}")
    if difference.there:
        parts.append(f"alleen in de bron: {', '.join(difference.there)}")
    what = f" ({difference.what})".removesuffix(" ()")
    return f"{_TITLES[difference.kind]}{what} {'; '.join(parts)}"


def read_line(item: LaidItem) -> str:
    """Return who read an item and when, or that its text changed since; nothing when nobody did."""
    if item.mark is None:
        return ""
    reading = item.mark.reading
    said = f"Gelezen op {reading.op} door {reading.door}: {reading.uitkomst}"
    if item.is_read:
        return f"{said}."
    return f"{said}. De tekst is daarna veranderd, dus dit telt niet meer."
