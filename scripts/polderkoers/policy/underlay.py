"""Lays what ships with the engine under the data of an instance: what the policy uses of it, and no more.

What the instance has itself wins: an entry with the same id, and a term with the same name. What it says it does without is not there. A party, a type of role or an organisation
is used when something refers to it, a term also when a text holds it. Words of residents are used when they lead somewhere.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

from polderkoers.policy.index import CATALOGUES, Entry, Policy, kept_with
from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.catalogues import Begrip
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.zoekwoorden import Zoekwoord, Zoekwoorden
from polderkoers.policy.texts import texts_of
from polderkoers.policy.without import done_without

# The lists of a catalogue that an instance can add to.
LISTS = ("begrippen", "organisaties", "partijen", "rolsoorten", "zoekwoorden")
# What an entry only mentions: that alone is no use of it.
_MENTIONS = frozenset({"zie_ook"})
_WORD = re.compile(r"\w+")
_NAMED = ("thema", "begrip", "kernopgave", "programmalijn", "plan", "wegwijzer")


def policy_of(files: Iterable[Bestand], general: Policy) -> Policy:
    """Return the policy of the files of an instance, on what it uses of `general`: what ships with the engine."""
    own = Policy(files)
    off = done_without(own, general)
    used = {*_referred(own, general), *_in_texts(own, general)} - off
    used |= set(_also(used, own, general)) - off
    known = {*own.entries, *used}
    found = [_only(file, used, known) for file in general.files]
    found.append(_leading(own, general, used, known, off))
    return Policy(own.files, filter(None, found))


def policy_around(files: Iterable[Bestand], general: Policy, asking: Container[str], touched: Container[str]) -> Policy:
    """Return a part of a policy, by which only references are followed: on what those of the `touched` files use of what ships.

    `asking` are the files that may refer to something in those, and which they are themselves; all are given as paths.
    """
    own = Policy(files, asking=touched)
    off = done_without(own, general)
    used = set(_referred(own, general)) - off
    used |= set(_also(used, own, general)) - off
    known = {*own.entries, *used}
    shipped = (_only(file, used, known) for file in general.files)
    return Policy(own.files, filter(None, shipped), asking)


def _referred(own: Policy, general: Policy) -> Iterator[str]:
    """Yield what ships and is referred to, while the instance itself does not have it."""
    for source, asked in own.unmet:
        if asked.kind in CATALOGUES:
            found = general.resolve(asked.wanted, asked.kind, source.file)
            if found is not None and found.ref not in own.entries:
                yield found.ref
        elif asked.wanted in general.entries and "/" in asked.wanted:
            yield asked.wanted


def _in_texts(own: Policy, general: Policy) -> Iterator[str]:
    """Yield the terms that stand in a text, unless the instance explains a word of that name itself."""
    taken: set[str] = set()
    for entry in own.of_kind("begrip"):
        taken.update(_forms(entry.item))
    held = frozenset(chain.from_iterable(_held_in(file, own, general) for file in own.files))
    for entry in general.of_kind("begrip"):
        if entry.ref in held and entry.ref not in own.entries and taken.isdisjoint(_forms(entry.item)):
            yield entry.ref


def _held_in(file: Bestand, own: Policy, general: Policy) -> tuple[str, ...]:
    """Return which terms that ship stand in the texts of a file."""
    return kept_with(file, "terms", lambda: tuple(_found_in(file, own, general)))


def _found_in(file: Bestand, own: Policy, general: Policy) -> Iterator[str]:
    entry = own.entries[file.id]
    told = chain.from_iterable(map(texts_of, (entry, *own.below(entry))))
    text = "\n".join(each.text for each in told).casefold()
    for word in dict.fromkeys(_WORD.findall(text)):
        for form, ref in _by_first_word(general).get(word, ()):
            if _holds(text, form):
                yield ref


@cache
def _by_first_word(general: Policy) -> dict[str, list[tuple[str, str]]]:
    """Return the forms of the terms that ship, with the term of each, by their first word: most of those stand in no text at all."""
    found: dict[str, list[tuple[str, str]]] = {}
    for term in general.of_kind("begrip"):
        for form in _forms(term.item):
            found.setdefault(_WORD.findall(form)[0], []).append((form, term.ref))
    return found


def _forms(item: Any) -> tuple[str, ...]:
    """Return the words that a term goes by, in small letters."""
    if not isinstance(item, Begrip):
        return ()
    return tuple(form.casefold() for form in (item.naam, item.voluit, *item.andere_namen) if form)


def _holds(text: str, form: str) -> bool:
    # Looking for letters, and then for what stands around them, is ten times faster than a pattern of words.
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not _goes_on(text[at - 1 : at]) and not _goes_on(text[end : end + 1]):
            return True
        at = text.find(form, at + 1)
    return False


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign in ("-", "_")


def _also(used: set[str], own: Policy, general: Policy) -> Iterator[str]:
    """Yield what the entries that are used need themselves: the organisation behind a party."""
    for ref in used:
        for reference in general.outgoing(general.entries[ref]):
            target = reference.target
            if target is None or reference.field in _MENTIONS or target.ref in own.entries:
                continue
            yield target.ref


def _only(file: Bestand, used: set[str], known: set[str]) -> Bestand | None:
    """Return a file with the entries that are used, without references to what is not there; None when it is empty then."""
    kept: dict[str, Any] = {}
    for name in LISTS:
        items = getattr(file, name, ())
        if items and name != "zoekwoorden":
            wanted = (item for item in items if f"{file.id}/{item.id}" in used)
            kept[name] = tuple(_without_dead(item, known) for item in wanted)
    return dataclasses.replace(file, **kept) if any(kept.values()) else None


def _without_dead(item: Any, known: set[str]) -> Any:
    """Return an entry without its references to what neither the instance has nor is used."""
    values: dict[str, Any] = {}
    for field in fields_of(type(item)):
        kind, held = field.target, getattr(item, field.name)
        if kind in CATALOGUES and isinstance(held, tuple):
            values[field.name] = tuple(one for one in held if _is_known(one, kind, known))
        elif kind in CATALOGUES and held is not None and not _is_known(held, kind, known):
            values[field.name] = None
    return dataclasses.replace(item, **values)


def _is_known(wanted: str, kind: Any, known: set[str]) -> bool:
    return any(f"{catalogue}/{wanted}" in known for catalogue in CATALOGUES[kind])


def _leading(own: Policy, general: Policy, used: set[str], known: set[str], off: frozenset[str]) -> Bestand | None:
    """Return the words of residents that ship and lead somewhere; None when there are none."""
    named = _by_word((*own.of_kind(*_NAMED), *(general.entries[ref] for ref in sorted(used))))
    file = next(file for file in general.files if isinstance(file, Zoekwoorden))
    found = [_led(group, known, named) for group in file.zoekwoorden]
    taken = known | off
    kept = tuple(group for group in found if group.bij and f"{file.id}/{group.id}" not in taken)
    return dataclasses.replace(file, zoekwoorden=kept) if kept else None


def _led(group: Zoekwoord, known: set[str], named: dict[str, list[str]]) -> Zoekwoord:
    """Return a group that leads to what the policy has of it, or else to what carries one of its words as its name."""
    there = tuple(ref for ref in group.bij if ref in known)
    if not there:
        by_name = chain.from_iterable(named.get(word.casefold(), ()) for word in group.woorden)
        there = tuple(dict.fromkeys(by_name))
    return dataclasses.replace(group, bij=there)


def _by_word(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Return the subjects, terms and files by each word of their names."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        if entry.item.soortnaam not in _NAMED:
            continue
        # What is no longer in force is not what someone looks for in the first place.
        if not (isinstance(entry.item, Beleid) and entry.item.status == "ingetrokken"):
            for word in _WORD.findall(entry.item.label.casefold()):
                found.setdefault(word, []).append(entry.ref)
    return found
