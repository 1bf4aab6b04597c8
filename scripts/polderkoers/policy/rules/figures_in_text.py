"""Een cijfer in een tekst is hetzelfde als het cijfer dat erbij staat.

Een cijfer staat vaak op meer plekken: als getal, en in de zinnen eromheen. Verandert er een, dan hoort de rest mee te gaan. De
melding komt alleen als het zeker genoeg is: hetzelfde onderdeel, dezelfde eenheid, en precies één getal in de tekst dat nergens
bij past. Staan er meer zulke getallen in de tekst? Dan moet er één bijna hetzelfde zijn. Of het getal stond er in de vorige versie,
en is daar veranderd.

Waarschuwing:

    doelen:
      - id: doel-genoeg-huizen
        naam: Genoeg huizen
        toelichting: De meeste inwoners (85%) wonen fijn.
        cijfers:
          - {id: cijfer-fijn, waarde: 86, eenheid: procent, wat: inwoners die fijn wonen}

Goed:

    doelen:
      - id: doel-genoeg-huizen
        naam: Genoeg huizen
        toelichting: De meeste inwoners (86%) wonen fijn.
        cijfers:
          - {id: cijfer-fijn, waarde: 86, eenheid: procent, wat: inwoners die fijn wonen}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from polderkoers.policy.figures import Value, figures, has_digit, name_of, shown
from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag, Indicator
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text

# Fields of which the words are about the item itself; a remark or place may speak of other figures.
_FIELDS = frozenset({"naam", "titel", "toelichting", "tekst", "samenvatting", "inleiding", "waarvoor", "maatregel"})

# Among other figures of a text only one that is nearly the same is meant for a figure of the data: 85% beside 86.
_NEARLY = Decimal("1.05")


@dataclass(frozen=True)
class _Stated:
    """A figure of the data: what it is, and the item whose texts speak of it."""

    entry: Entry
    value: Value
    holder: Entry


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every text with a figure that the data beside it gives another value."""
    by_file: dict[str, list[_Stated]] = defaultdict(list)
    for entry in context.policy.of_kind("cijfer", "bedrag", "indicator"):
        by_file[entry.file.id].extend(_stated(entry))
    of_file: dict[str, list[Text]] = defaultdict(list)
    for text in context.texts:
        if text.entry.file.id in by_file and has_digit(text.text):
            of_file[text.entry.file.id].append(text)
    for file, stated in by_file.items():
        units = frozenset(each.value[0] for each in stated)
        stale = {**_stale_by_history(context, stated), **_stale_beside(stated, of_file[file])}
        if not stale:
            continue
        for text in of_file[file]:
            for value in dict.fromkeys(figures(text.text, units)):
                if value in stale:
                    yield _finding(text, value, stale[value])


def _stated(entry: Entry) -> Iterator[_Stated]:
    item: Any = entry.item
    if isinstance(item, Cijfer) and entry.parent is not None:
        yield from _with_value(entry, item.eenheid, item.waarde, entry.parent)
    elif isinstance(item, Bedrag):
        yield from _with_value(entry, "euro", item.bedrag, entry)
    elif isinstance(item, Indicator):
        for measured in item.metingen:
            yield from _with_value(entry, item.eenheid, measured.waarde, entry)


def _with_value(entry: Entry, unit: str | None, number: float | None, holder: Entry) -> Iterator[_Stated]:
    name = name_of(unit, entry.item.wat if isinstance(entry.item, Cijfer) else "")
    if number is not None and name:
        yield _Stated(entry, (name, Decimal(str(number)).normalize()), holder)


def _stale_beside(stated: list[_Stated], found: list[Text]) -> dict[Value, _Stated]:
    """Return the values in the texts of an item that fit nothing, where exactly one of its figures fits no text."""
    known = {each.value for each in stated}
    units = frozenset(each.value[0] for each in stated)
    held: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for each in stated:
        held[each.holder.ref, each.value[0]].append(each)
    stale: dict[Value, _Stated] = {}
    for (ref, unit), mine in held.items():
        said = {value for value in _said_by(ref, found, units) if value[0] == unit}
        loose = [value for value in said if value not in known]
        unsaid = {each.value: each for each in mine if each.value not in said}
        paired = len(said) == len({each.value for each in mine})
        if len(loose) == 1 and len(unsaid) == 1 and paired and _near(loose[0], next(iter(unsaid))):
            stale[loose[0]] = next(iter(unsaid.values()))
        elif len(unsaid) == 1 and (close := _only_close(loose, next(iter(unsaid)))):
            stale[close] = next(iter(unsaid.values()))
    return stale


def _only_close(loose: list[Value], wanted: Value) -> Value | None:
    """Return the one value among several that is nearly the same as a figure that no text has, or None."""
    close = [value for value in loose if _ratio(value, wanted) <= _NEARLY]
    return close[0] if len(close) == 1 else None


def _ratio(one: Value, other: Value) -> Decimal:
    """Return how many times the larger of two values is the smaller; endless when one is nought or less."""
    small, large = sorted((one[1], other[1]))
    return large / small if small > 0 else Decimal("Infinity")


def _said_by(ref: str, found: Iterable[Text], units: frozenset[str]) -> Iterator[Value]:
    for text in found:
        if text.entry.ref == ref and text.field in _FIELDS:
            yield from figures(text.text, units)


def _near(one: Value, other: Value) -> bool:
    """Return whether two values may be meant for one another: about as much, or a power of ten apart, as by a lost nought."""
    small, large = sorted((one[1], other[1]))
    if small <= 0:
        return False
    ratio = large / small
    return ratio <= 2 or ratio in {Decimal(10) ** power for power in range(1, 10)}


def _stale_by_history(context: Context, stated: list[_Stated]) -> dict[Value, _Stated]:
    """Return the values that a figure had in the last version, and that no figure of the file has now."""
    known = {each.value for each in stated}
    found: dict[Value, _Stated] = {}
    for each in stated:
        for value in _former(context, each):
            if value not in known:
                found[value] = each
    return found


def _former(context: Context, stated: _Stated) -> Iterator[Value]:
    for old in context.past.former.get(stated.entry.ref, ()):
        match old:
            case Bedrag(bedrag=number) | Cijfer(waarde=number) if number is not None:
                yield stated.value[0], Decimal(str(number)).normalize()


def _finding(text: Text, value: Value, stated: _Stated) -> Finding:
    return Finding(
        text.entry,
        text.pointer,
        f"In deze tekst staat {shown(value)}, maar bij '{stated.entry.item.id}' staat {shown(stated.value)}.",
        "kijk in de bron welk getal klopt, en schrijf op beide plekken hetzelfde.",
        "waarschuwing",
    )
