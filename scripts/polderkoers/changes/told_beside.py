"""Tells which reports and decisions came, changed or went, and what each says otherwise: they change no policy, and are rewritten all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_dates import in_words
from polderkoers.policy.dutch_words import capital, count
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.declared import Deel
from polderkoers.policy.model.facts import FieldOf, fields_of, names_in
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import OF_WHAT_CAME
from polderkoers.policy.model.verslag import Melding, Verslag

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names

_ENTRIES = "meldingen"
_SHORT = 60
_IS = {True: "zijn", False: "is"}
_MODELS: dict[str, type[Deel]] = {"verslag": Verslag, "besluiten": Besluit}
_UNTOLD = frozenset({"id", "soort"})


def told(kind: str, before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Yield a sentence for each thing of a kind of file that is new, for each way in which one differs, and for each that is gone; by the same keys."""
    for ref, data in after.items():
        if ref not in before:
            yield f"Nieuw: {_named(kind, data)}{_more(data)}."
    for ref, data in after.items():
        if ref in before and before[ref] != data:
            for said in _different(_MODELS[kind], before[ref], data, names):
                yield f"{capital(_named(kind, data))}: {said}."
    for ref, data in before.items():
        if ref not in after:
            yield f"Weg: {_named(kind, data)}."


def _named(kind: str, data: Mapping[str, Any]) -> str:
    """Return by what a reader knows a report or decision: what it is called, and its number."""
    if kind == "verslag":
        return f"het verslag '{data.get('titel')}'"
    number = " ".join(filter(None, (str(data.get("soort", "")), data.get("stuknummer"))))
    return f"{number} '{data.get('naam')}'"


def _more(data: Mapping[str, Any]) -> str:
    """Return of what day something new is, and how much a report says."""
    day = data.get("datum")
    said = (day and f" van {in_words(str(day))}") or ""
    if _ENTRIES in data:
        return f"{said}, met {count(len(data[_ENTRIES] or ()), 'melding', 'meldingen')}"
    return said


def told_of_file(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, names: Names) -> Iterator[str]:
    """Yield what differs between two contents of a file, by what readers call its fields and what is in it; None is a file that is not there.

    Of a kind that no model knows nothing is told but that it differs.
    """
    found = [*_of_file(before, after, names)]
    yield from found
    if not found and before != after:
        yield f"{capital(named(after or before or {}))}: iets is anders."


def _of_file(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, names: Names) -> Iterator[str]:
    known = after or before or {}
    kind = str(known.get("soort"))
    if kind in OF_WHAT_CAME:
        field = OF_WHAT_CAME[kind]
        yield from told(kind, things_in(before or {}, field), things_in(after or {}, field), names)
    elif kind in KINDS and before is None:
        yield f"Nieuw: {named(known)}."
    elif kind in KINDS and after is None:
        yield f"Weg: {named(known)}."
    if before and after and kind in KINDS and kind != "verslag":
        for said in _different(KINDS[kind], before, after, names):
            yield f"{capital(named(after))}: {said}."


def named(data: Mapping[str, Any]) -> str:
    """Return by what a reader knows a file: its kind, and its name where it has one."""
    cls = KINDS.get(str(data.get("soort")))
    if cls is None:
        return f"het bestand '{data.get('id')}'"
    title = next((data[name] for name in (*names_in(cls), "eigen_naam") if data.get(name)), "")
    return f"{cls.kind.words} '{title}'" if title else cls.kind.words


def things_in(data: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Return what is told one by one of a file by its id: the items of a field, or the file itself when no field is named."""
    if not field:
        return {str(data.get("id")): data} if data else {}
    held = data.get(field)
    return {f"{data.get('id')}/{id_}": item for id_, item in _by_id(held).items()} if _are_items(held) else {}


def _different(model: type[Deel], old: Mapping[str, Any], new: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Yield what became of each field that differs, and in one that holds items of each of these."""
    for field in fields_of(model):
        was, now = old.get(field.name), new.get(field.name)
        if was == now or field.name in _UNTOLD:
            continue
        if field.held is not None and _are_items(was) and _are_items(now):
            yield from _items(field.held, _by_id(was), _by_id(now), names)
        else:
            yield _field(field, was, now)


def _are_items(value: Any) -> bool:
    return value is None or (
        isinstance(value, list | tuple) and all(isinstance(each, dict) and "id" in each for each in value)
    )


def _by_id(items: Any) -> dict[str, Mapping[str, Any]]:
    return {str(each["id"]): each for each in items or ()}


def _items(
    model: type[Deel], was: dict[str, Mapping[str, Any]], now: dict[str, Mapping[str, Any]], names: Names
) -> Iterator[str]:
    if model is Besluit:
        return  # these are told one by one
    for id_ in dict.fromkeys(chain(was, now)):
        called = _called(model, now.get(id_) or was[id_], names)
        if id_ not in was:
            yield f"{called} kwam erbij"
        elif id_ not in now:
            yield f"{called} is weg"
        elif was[id_] != now[id_]:
            at = called.removeprefix("de melding ")
            yield f"{at}: {'; '.join(_different(model, was[id_], now[id_], names)) or 'iets is anders'}"
    kept = [id_ for id_ in now if id_ in was]
    if kept != [id_ for id_ in was if id_ in now]:
        yield f"{model.kind.more} staan in een andere volgorde"


def _called(model: type[Deel], item: Mapping[str, Any], names: Names) -> str:
    """Return by what a reader knows an item: an entry of a report by what it is about, and anything else by its name."""
    if model is Melding:
        about = str(item.get("over"))
        return f"de melding over '{names.label(about) or about}'"
    title = next((item[name] for name in names_in(model) if item.get(name)), item["id"])
    return f"{model.kind.words} '{title}'"


def _field(field: FieldOf, was: Any, now: Any) -> str:
    """Return what became of a field: both values where these are short, and else only that it is another."""
    verb = _IS[field.fact.plural]
    if was in (None, [], ()):
        return f"{field.fact.words} {verb} nieuw{_shown(now, ': {}')}"
    if now in (None, [], ()):
        return f"{field.fact.words} {verb} weg{_shown(was, ' (was: {})')}"
    if _shown(was, "{}") and _shown(now, "{}"):
        return f"{field.fact.words} was '{was}' en is nu '{now}'"
    return f"{field.fact.words} {verb} anders"


def _shown(value: Any, words: str) -> str:
    """Return a value that is short in words that hold it, and nothing for another."""
    if isinstance(value, str | int | float) and len(str(value)) <= _SHORT:
        return words.format(value)
    return ""
