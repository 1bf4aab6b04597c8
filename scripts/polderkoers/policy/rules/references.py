"""Een verwijzing gaat naar iets dat bestaat.

Een naam van een plaats, organisatie, partij of thema staat één keer in de gegevens. Andere bestanden verwijzen ernaar
met het id. Bestaat het id niet, dan noemt de melding de ids die erop lijken. Een verwijzing naar een onderdeel van een
ander bestand schrijf je als bestand/onderdeel: fijn-wonen/doel-genoeg-huizen.

Fout:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
        plaatsen: [polderdan]

Goed:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
        plaatsen: [polderdam]
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import get_args

from polderkoers.policy.index import CATALOGUES, ENTRY_KINDS, Reference
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.blocks import Doel, Indicator
from polderkoers.policy.model.kinds import where_of
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.model.verslag import Melding
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.schema_words import is_nothing
from polderkoers.policy.without import done_without

WHERE = {target: where_of(target) for target in get_args(Doelsoort)}
# The list of a catalogue that a new entry goes to: a party that is not there yet is nearly always an organisation.
LISTS: dict[Doelsoort, Doelsoort] = {"betrokkenen": "organisaties"}


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every target that is not there, at the first reference to it."""
    lookup = Lookup(context.policy, context.shipped)
    for references in _by_target(context).values():
        message, hint = _words(references[0], lookup, context, len(references))
        also = tuple((each.source, each.pointer) for each in references[1:])
        yield Finding(references[0].source, references[0].pointer, message, hint, also=also)
    yield from _other_than_a_goal(context)


def _other_than_a_goal(context: Context) -> Iterator[Finding]:
    """Yield a finding for every indicator that says to measure something else than a goal."""
    for reference in context.policy.references:
        target = reference.target
        measures = reference.field == "doelen" and isinstance(reference.source.item, Indicator)
        if measures and target is not None and not isinstance(target.item, Doel):
            message = f"'{reference.wanted}' is geen doel: het is een {target.item.soortnaam}."
            hint = "noem hier het doel waarvan de indicator iets meet, of haal de verwijzing weg."
            yield Finding(reference.source, reference.pointer, message, hint)


def _by_target(context: Context) -> dict[tuple[str, ...], list[Reference]]:
    """Return the references that lead nowhere, together when they want the same; a file that is gone is one target."""
    found: dict[tuple[str, ...], list[Reference]] = {}
    unread = context.unread | _misnamed(context)
    for reference in context.policy.references:
        # What is reported of something that is gone stays: `reported_items` asks whether it ever was there.
        if reference.target is None and not _to_unread(reference, unread) and not isinstance(reference.value, Melding):
            found.setdefault(_target(reference, context), []).append(reference)
    return found


def _target(reference: Reference, context: Context) -> tuple[str, ...]:
    """Return what tells the targets apart: a whole file when that is gone, and a name whatever list it was looked for in."""
    if reference.kind == "lokaal":
        return (reference.kind, reference.source.file.file, reference.wanted)
    if reference.kind in CATALOGUES:
        if lost := _lost_catalogue(reference, context):
            return ("catalogus", lost)
        return ("lijst", reference.wanted)
    if _lost_file(reference, context):
        return ("bestand", reference.wanted.partition("/")[0])
    return (reference.kind, reference.wanted)


def _misnamed(context: Context) -> frozenset[str]:
    """Return the names of files whose id is another: what refers to such a name is told at the file."""
    stems = {PurePosixPath(file.file).stem for file in context.policy.files}
    return frozenset(stem for stem in stems if context.policy.get(stem) is None)


def _lost_catalogue(reference: Reference, context: Context) -> str:
    """Return the catalogue that a reference looks in and that is not there at all; nothing when all are."""
    own = {file.id for file in context.policy.files}
    return next((each for each in CATALOGUES[reference.kind] if each not in own), "")


def _lost_file(reference: Reference, context: Context) -> bool:
    """Return whether the file of a reference is not there: it was in an earlier version, or it is more than a name."""
    if reference.kind not in ("bestand", "onderdeel"):
        return False
    file, slash, _ = reference.wanted.partition("/")
    return context.policy.get(file) is None and (bool(slash) or file in context.past.labels())


def _to_unread(reference: Reference, unread: frozenset[str]) -> bool:
    if reference.kind in CATALOGUES:
        return any(catalogue in unread for catalogue in CATALOGUES[reference.kind])
    return reference.kind != "lokaal" and reference.wanted.partition("/")[0] in unread


def _words(reference: Reference, lookup: Lookup, context: Context, count: int) -> tuple[str, str]:
    """Return message and hint for a target that is not there."""
    wanted, kind = reference.wanted, reference.kind
    if is_nothing(wanted):
        hint = f"haal de regel '{reference.field}:' weg als het niet bekend is, of gebruik een id uit {WHERE[kind]}."
        return f"'{wanted}' is geen id.", hint
    if off := _done_without(reference, context):
        return off
    if kind in CATALOGUES and (lost := _lost_catalogue(reference, context)):
        where = "deze plek" if count == 1 else f"{count} plekken"
        return f"Het bestand data/{lost}.yaml is er niet, en daar wordt op {where} naar verwezen.", _again(lost)
    if gone := _gone(reference, lookup, context, count):
        return gone
    return _unknown(reference, lookup, context, count)


def _done_without(reference: Reference, context: Context) -> tuple[str, str] | None:
    """Return message and hint for what ships with the engine, while the instance says that it does without."""
    if done_without(context.policy, context.shipped).isdisjoint(_refs(reference)):
        return None
    wanted = reference.wanted
    message = f"'{wanted}' wordt meegeleverd, maar staat in data/instelling.yaml bij zonder: de site gebruikt het niet."
    return message, f"haal deze verwijzing weg, of haal {wanted} weg bij zonder."


def _unknown(reference: Reference, lookup: Lookup, context: Context, count: int) -> tuple[str, str]:
    """Return message and hint for a target that never was there, with what it may have been meant for."""
    wanted, kind = reference.wanted, reference.kind
    known = lookup.meant(wanted, kind, reference.source.file.id)
    if known and (count == 1 or not _lost_file(reference, context)):
        return (
            f"'{wanted}' bestaat niet. Bedoelde je '{known}'?{_if_shipped(known, reference, context)}",
            f"schrijf {known}, of gebruik een ander id uit {WHERE[kind]}.",
        )
    if kind in CATALOGUES:
        return _not_listed(reference, lookup, context)
    file, slash, _ = wanted.partition("/")
    if slash and context.policy.get(file) is None and kind == "onderdeel":
        return _no_file(file, count)
    hint = f"haal deze verwijzing weg, of verwijs naar een id dat er wel is in {WHERE[kind]}."
    return f"'{wanted}' bestaat niet.", hint


def _again(lost: str) -> str:
    """Return what to do about a list that is not there: it may have gone, or never have been made."""
    name = "rollen" if lost == "roles" else lost
    return f"zet het terug uit een eerdere versie. Was het er nooit? Maak het dan met: polderkoers new {name}"


def _if_shipped(known: str, reference: Reference, context: Context) -> str:
    """Return a sentence that says so when what was meant stands in no file of the instance, but ships with the engine."""
    general = context.shipped.resolve(known, reference.kind, reference.source.file)
    own = context.policy.resolve(known, reference.kind, reference.source.file)
    return " Dat staat in de meegeleverde lijst." if general and (own is None or own.is_shipped) else ""


def _gone(reference: Reference, lookup: Lookup, context: Context, count: int) -> tuple[str, str] | None:
    """Return message and hint when an earlier version had the target."""
    former = context.past.labels()
    file = reference.wanted.partition("/")[0]
    old, refs = reference.wanted, _refs(reference)
    if lost := _lost_file(reference, context):
        old, refs = file, (file,)
    ref = next((each for each in refs if each in former), None)
    if ref is None:
        return None
    new = [each for each in lookup.called(former[ref], ref.partition("/")[0]) if each not in former]
    message = f"'{old}' stond in de vorige versie, maar is er niet meer."
    if len(new) == 1:
        return _renamed(reference, message, old, new[0])
    if lost:
        return _no_file(file, count, before=True)
    away = "haal deze verwijzing ook weg" if count == 1 else f"haal ook deze {count} verwijzingen weg"
    return message, f"heb je het met opzet weggehaald? Dan {away}. Anders zet je het terug."


def _renamed(reference: Reference, message: str, old: str, new: str) -> tuple[str, str]:
    if reference.kind in CATALOGUES or "/" not in old:
        new = new.rpartition("/")[2]
    hint = (
        f"geef het liever zijn oude id terug: '{old}'. Een id verander je niet, want er wordt naar verwezen. "
        f"Moet het toch zo? Schrijf dan overal {new}."
    )
    return f"{message} Heet het nu '{new}'?", hint


def _refs(reference: Reference) -> tuple[str, ...]:
    if reference.kind == "lokaal":
        return (f"{reference.source.file.id}/{reference.wanted}",)
    if reference.kind in CATALOGUES:
        return tuple(f"{catalogue}/{reference.wanted}" for catalogue in CATALOGUES[reference.kind])
    return (reference.wanted,)


def _no_file(file: str, count: int, *, before: bool = False) -> tuple[str, str]:
    gone = "is er niet meer" if before else "is er niet"
    message = f"Het bestand '{file}' {gone}."
    away = "haal deze verwijzing weg" if count == 1 else f"haal deze {count} verwijzingen weg"
    return message, f"zet het bestand {file}.yaml terug, of {away}."


def _not_listed(reference: Reference, lookup: Lookup, context: Context) -> tuple[str, str]:
    wanted, kind = reference.wanted, reference.kind
    if other := lookup.elsewhere(wanted):
        message = f"'{wanted}' is een {other.item.soortnaam}; dat kan niet bij '{reference.field}'."
        return message, f"gebruik hier een id uit {WHERE[kind]}, of zet '{wanted}' bij een veld waar het wel hoort."
    shipped = " en niet in de meegeleverde lijst" if context.shipped.of_kind(*ENTRY_KINDS[kind]) else ""
    message = f"'{wanted}' bestaat niet: het staat nog niet in {WHERE[kind]}{shipped}."
    return message, f"gebruik een id dat daar wel staat, of {add_to_list(kind, wanted, '…', context)}"


def add_to_list(kind: Doelsoort, id_: str, name: str, context: Context) -> str:
    """Return in Dutch how something is added to the catalogue of a kind, with the lines to paste."""
    list_ = LISTS.get(kind, kind)
    file = f"data/{CATALOGUES[list_][0]}.yaml"
    return (
        f"voeg in {file} onder '{list_}:' toe, met op de plek van … wat er hoort: - {context.block(list_, id_, name)}"
    )
