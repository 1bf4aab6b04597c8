"""Kinds, fields, items and values in Dutch words, as they stand in a sentence about a change.

`het doel`, `doel 2 van Fijn wonen`, `1.250 euro`, `gemeente en UWV`. What kinds and fields are called, the model says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import OF_INDICATOR, Change, MovedFigure, Subject
from polderkoers.changes.deciding.adoption import standing_words
from polderkoers.changes.figure_marks import FIGURE_FIELDS, marked, marks_of
from polderkoers.changes.money.amount import amount_words, euro
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.declared import Deel, Noun, Role, noun_of
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.kinds import (
    LIST_KINDS,
    STANDING,
    dates_or_years,
    fields_named,
    files_for,
    names_of,
    nouns,
    reference_fields,
)
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names

# Items that only group others; saying them would make every sentence longer and none clearer.
_GROUPS = frozenset({"doelengroep", "hoofdstuk"})
_MONEY = "bedrag"
# The name of what an item stands in may take less room than its own.
_NAME_ABOVE = 45
_TERMS = {"kort": "de korte", "lang": "de lange"}
# Units of the model itself, which no sentence counts in.
_NOT_COUNTED = frozenset({"trede", "+"})
_PLAIN_NUMBERS = names_of(Role.DATE, Role.NUMBER)


def noun(block: str, slot: str = "", own: Vocabulary = AS_USUAL) -> Noun:
    """Return the words for a block that stands in a list or field, those of the organisation before ours."""
    in_slot = _in_slot(slot)
    if (said := own.noun(block)) and not in_slot:
        return Noun(said.one, said.article)
    return in_slot or nouns().get(block) or Noun(block.replace("_", " "))


@cache
def _in_slot(slot: str) -> Noun | None:
    """Return what a block is called in a list or field that has a word of its own for it."""
    for each in fields_named(slot):
        if each.fact.one:
            return noun_of(each.fact.one)
    return None


def list_name(slot: str, own: Vocabulary = AS_USUAL) -> str:
    """Return the words for a list of items, those of the organisation before ours: `doelen`."""
    if said := own.of_list(slot):
        return said.more
    return _list_name(slot)


@cache
def _list_name(slot: str) -> str:
    for each in fields_named(slot):
        if each.many and each.held is not None:
            return noun_of(each.fact.words).name
    return slot.replace("_", " ")


@cache
def field_name(field: str) -> str:
    """Return the words for a field, with its article: also for a part of a field (`wanneer.tot`).

    A field that the model does not know, of a version with other schemas, is named as it stands in the data.
    """
    name, _, part = field.partition(".")
    for holder in fields_named(name):
        if not part:
            return holder.fact.words
        if found := holder.fact.words_of.get(part) or (holder.held and _words_of_part(holder.held, part)):
            return found
    return f"het veld {field}"


def field_heading(field: str) -> str:
    """Return the words for a field as they stand above or before its value, without an article: `Wie verantwoordelijk is`."""
    return capital(field_name(field).removeprefix("de ").removeprefix("het "))


def _words_of_part(held: type[Deel], part: str) -> str:
    """Return the words for a part, and of a part in that also where it is: `het kenmerk bij wanneer dat is`."""
    name, _, rest = part.partition(".")
    each = next((each for each in fields_of(held) if each.name == name), None)
    if each is None or not rest:
        return each.fact.words if each is not None else ""
    inside = _words_of_part(each.held, rest) if each.held is not None else ""
    return f"{inside} bij {each.fact.words}" if inside else ""


@cache
def is_plural(field: str) -> bool:
    """Return whether the words for a field are a plural, so that its verb is one too."""
    return any(map(attrgetter("fact.plural"), fields_named(field)))


def short_name(subject: Subject) -> str:
    """Return an item by its number or its name, without where it stands: `doel 2`, `stap 'Bouwen'`."""
    words = noun(subject.block, subject.slot, subject.own)
    if subject.parent is None:
        return words.definite if subject.block in LIST_KINDS else f"{words.name} {subject.label}"
    if subject.number is not None:
        return f"{words.name} {subject.number}"
    return f"{words.name} {_quoted(subject, subject.label)}"


def called(subject: Subject, most: int = 80) -> str:
    """Return an item by its kind with its number and its name, as far as it has them: `doel 2 'Genoeg huizen'`.

    Of a name with more than `most` signs the end is left out: a sentence must say more than that name.
    """
    words = noun(subject.block, subject.slot, subject.own).name
    if subject.parent is None:
        return short_name(subject)
    if subject.number is not None:
        words = f"{words} {subject.number}"
        if subject.label == str(subject.number):
            return words
    return f"{words} {_quoted(subject, _cut(subject.label, most))}"


def _quoted(subject: Subject, name: str) -> str:
    """Return a name between quotes; what only its year, group and way of measuring tell apart has no name to quote."""
    if subject.block in OF_INDICATOR:
        return f"({name})"
    return f"'{name}'"


def _cut(name: str, most: int) -> str:
    if len(name) <= most:
        return name
    return f"{name[:most].rpartition(' ')[0] or name[:most]} …"


def full_name(subject: Subject, names: Names, *, with_kind: bool = False, most: int = 80) -> str:
    """Return an item with where it stands: `doel 2 'Genoeg huizen' van Fijn wonen`, or with its kind `… van kernopgave Fijn wonen`."""
    if subject.parent is None:
        return short_name(subject)
    if subject.key is not None and subject.block == "samenhang":
        return f"het verband van {full_name(subject.parent, names, with_kind=with_kind)} met {linked(subject, names)}"
    if subject.parent.parent is not None and subject.parent.block not in _GROUPS:
        above = full_name(subject.parent, names, with_kind=with_kind, most=_NAME_ABOVE)
        return f"{called(subject, most)} bij {above}"
    if subject.soort in LIST_KINDS:
        return called(subject, most)
    return f"{called(subject, most)} van {file_name(subject, with_kind=with_kind)}"


def file_name(subject: Subject, *, with_kind: bool) -> str:
    """Return the file of an item: `Fijn wonen` or `kernopgave Fijn wonen`."""
    if subject.soort in LIST_KINDS:
        return noun(subject.soort, own=subject.own).definite
    if not with_kind:
        return subject.title
    return f"{noun(subject.soort, own=subject.own).name} {subject.title}"


def linked(subject: Subject, names: Names) -> str:
    """Return the name of what a link leads to."""
    return _name(str(subject.key).partition("#")[0], names)


def value(field: str, held: Any, file: str, names: Names) -> str:
    """Return a value of a field in words; `file` is the id of the file, for references inside it."""
    match held:
        case list():
            return listing([value(field, part, file, names) for part in held])
        case dict():
            return _group(field, held, file, names)
        case str():
            return _text(field.rpartition(".")[2], " ".join(held.split()), file, names)
        case bool() | None:
            return {True: "ja", False: "nee", None: "niet bekend"}[held]
    return _number_of(field.rpartition(".")[2], held)


def _group(field: str, held: Mapping[str, Any], file: str, names: Names) -> str:
    if isinstance(held.get("tekst"), str):
        return str(held["tekst"])
    if field in STANDING:
        return standing_words(held)
    parts = [value(f"{field}.{key}", part, file, names) for key, part in held.items() if part is not None]
    return ", ".join(parts)


def _number_of(name: str, held: float) -> str:
    if name in _PLAIN_NUMBERS:
        return str(held)
    if name == _MONEY:
        return euro(held)
    return in_dutch(held)


def _with_unit(said: str, unit: Any) -> str:
    """Return a number in words with what is counted behind it, when that is known."""
    return f"{said} {unit}" if unit else said


def term_of(held: Any) -> str:
    """Return a term as it stands before `termijn`: `de korte`."""
    return _TERMS.get(str(held), str(held))


def values(change: Change, names: Names) -> tuple[str, str]:
    """Return the old and the new value of a field in words."""
    return counted(change, change.old, change.was, names.before), counted(change, change.new, change.now, names)


def counted(change: Change, held: Any, side: Subject | None, names: Names) -> str:
    """Return a value of the field that changed in words; of a figure with what is counted, and with what `side` says of it."""
    said = value(change.field or "", held, (side or change.item).ref.partition("/")[0], names)
    if not isinstance(held, int | float):
        return said
    if change.amount is not None and change.amount.unit not in _NOT_COUNTED and change.field != _MONEY:
        said = _with_unit(said, change.amount.unit)
    if side is None or change.field not in FIGURE_FIELDS:
        return said
    return marked(said, side.marks)


def figure_of(data: Mapping[str, Any]) -> str:
    """Return the figure that an item is about: `ongeveer 250.000 euro`, `13 procent`; empty when it is about none."""
    if data.get("weergave"):
        return " ".join(str(data["weergave"]).split())
    if said := amount_words(data):
        return said
    held = data.get("waarde")
    if not isinstance(held, int | float):
        return ""
    return marked(_with_unit(in_dutch(held), data.get("eenheid")), marks_of(data))


def _text(name: str, text: str, file: str, names: Names) -> str:
    if name in dates_or_years():
        return datum_in_words(text)
    if name in reference_fields():
        return _referred(name, text, file, names)
    return text


def _referred(name: str, wanted: str, file: str, names: Names) -> str:
    kind = reference_fields()[name]
    if kind in ("bestand", "onderdeel"):
        return _name(wanted, names)
    for holder in files_for(kind) or (file,):
        if found := names.label(f"{holder}/{wanted}"):
            return found
    return wanted


def _name(ref: str, names: Names) -> str:
    return f"'{names.label(ref) or ref}'"


def from_to(amount: MovedFigure) -> str:
    """Return where a figure came from and went to: `van 10 naar 20 woningen`."""
    old, new = _known(amount.old), _known(amount.new)
    if amount.unit == "trede":
        return f"van trede {old} naar trede {new}"
    if amount.unit == "+":
        return f"van {old}+ naar {new}+"
    return _with_unit(f"van {old} naar {new}", amount.unit)


def moved(change: Change, names: Names) -> str:
    """Return where the figure of an item came from and went to, with what both versions say of it, like `from_to`."""
    if change.amount is not None and change.amount.is_sure:
        return from_to(change.amount)
    old, new = values(change, names)
    return f"van {old} naar {new}"


def _known(figure: float | None) -> str:
    return "niet bekend" if figure is None else in_dutch(figure)


def _difference(amount: MovedFigure) -> str:
    """Return how much it is; of one nobody knows the word when the unit is that of more: `1 partijen` is not said."""
    figure, counted = abs(amount.difference or 0), (amount.unit or "").partition(" ")[0]
    if figure == 1 and counted.endswith(("en", "s")):
        return "1"
    return _with_unit(in_dutch(figure), amount.unit)


def by_how_much(amount: MovedFigure) -> str:
    """Return how much was added or taken off: `250 euro erbij, dat is 25 procent`; empty when that is not known.

    Percentages differ by percentage points; a percentage of a percentage would be read as the difference itself.
    """
    if not amount.difference:
        return ""
    way = "erbij" if amount.difference > 0 else "eraf"
    if amount.unit == "procent":
        return f"{in_dutch(abs(amount.difference))} procentpunt {way}"
    told = f"{_difference(amount)} {way}"
    if amount.percentage is None:
        return told
    return f"{told}, dat is {in_dutch(abs(amount.percentage))} procent"
