"""Tells which reports and decisions came, changed or went, and what each says otherwise: they change no policy, and are rewritten all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_dates import in_words
from polderkoers.policy.dutch_words import capital, count
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.declared import Deel
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.verslag import Melding, Verslag

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names

_ENTRIES = "meldingen"
_SHORT = 60
_IS = {True: "zijn", False: "is"}
_MODELS: dict[str, type[Deel]] = {"verslag": Verslag, "besluiten": Besluit}
_UNTOLD = frozenset({"id", "soort", _ENTRIES})


def told(kind: str, before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Yield a sentence for each thing of a kind of file that is new, for each way in which one differs, and for each that is gone; by the same keys."""
    for ref, data in after.items():
        if ref not in before:
            yield f"Nieuw: {_named(kind, data)}{_more(data)}."
    for ref, data in after.items():
        if ref in before and before[ref] != data:
            for said in _different(kind, before[ref], data, names):
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


def _different(kind: str, old: Mapping[str, Any], new: Mapping[str, Any], names: Names) -> Iterator[str]:
    yield from _fields(_MODELS[kind], old, new)
    was, now = _entries(old), _entries(new)
    for id_ in dict.fromkeys(chain(was, now)):
        about = names.label(_about(now.get(id_) or was[id_])) or _about(now.get(id_) or was[id_])
        if id_ not in was:
            yield f"de melding over '{about}' kwam erbij"
        elif id_ not in now:
            yield f"de melding over '{about}' is weg"
        elif was[id_] != now[id_]:
            yield f"over '{about}': {'; '.join(_fields(Melding, was[id_], now[id_])) or 'iets is anders'}"


def _entries(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {str(each.get("id")): each for each in data.get(_ENTRIES) or ()}


def _about(entry: Mapping[str, Any]) -> str:
    return str(entry.get("over"))


def _fields(model: type[Deel], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Yield what became of each field that differs: both values where these are short, and else only that it is another."""
    for field in fields_of(model):
        was, now = old.get(field.name), new.get(field.name)
        if was == now or field.name in _UNTOLD:
            continue
        verb = _IS[field.fact.plural]
        if was in (None, [], ()):
            yield f"{field.fact.words} {verb} nieuw{_shown(now, ': {}')}"
        elif now in (None, [], ()):
            yield f"{field.fact.words} {verb} weg{_shown(was, ' (was: {})')}"
        elif _shown(was, "{}") and _shown(now, "{}"):
            yield f"{field.fact.words} was '{was}' en is nu '{now}'"
        else:
            yield f"{field.fact.words} {verb} anders"


def _shown(value: Any, words: str) -> str:
    """Return a value that is short in words that hold it, and nothing for another."""
    if isinstance(value, str | int | float) and len(str(value)) <= _SHORT:
        return words.format(value)
    return ""
