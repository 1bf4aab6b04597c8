"""What is asked when a version is adopted, and whether that can be done with this policy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from polderkoers.changes.versions import listed_versions
from polderkoers.errors import AdoptionRefused, SubjectUnknown
from polderkoers.errors.guess import guess
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.dates import datum_in_words, nearest_datum, parse_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.versies import NOW
from polderkoers.policy.signs import HIDDEN

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST = 80
_YEARS = range(1900, 2101)
_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Asked:
    """What an editor asks for.

    `id` names the version, `datum` and `door` say when and by whom it was adopted. `bestanden` are the ids of the adopted
    files, none of them for all that are `concept`. What is None or empty is worked out. `again` says that the version stands in the
    list already, and is still a proposal.
    """

    id: str
    datum: str
    door: str
    besluit: str | None = None
    naam: str | None = None
    uitleg: str | None = None
    documenten: tuple[str, ...] = ()
    bestanden: tuple[str, ...] = ()
    again: bool = False


def refuse_wrong_words(asked: Asked) -> None:
    """Raise `AdoptionRefused` when a text is empty, too long, or holds signs that do not belong in one."""
    for option, text, most in (
        ("--door", asked.door, 200),
        ("--besluit", asked.besluit, 200),
        ("--naam", asked.naam, 400),
        ("--uitleg", asked.uitleg, 6000),
    ):
        if text is None:
            continue
        if not text.strip():
            raise AdoptionRefused(f"Achter {option} staat niets.", f'zet er tekst achter, bijvoorbeeld {option} "…".')
        if len(text) > most:
            raise AdoptionRefused(
                f"De tekst achter {option} heeft {len(text)} tekens.", f"gebruik er hoogstens {most}."
            )
        if _BREAK.search(text) or HIDDEN.search(text):
            raise AdoptionRefused(
                f"In de tekst achter {option} staat een nieuwe regel of een onzichtbaar teken.",
                "zet de tekst op één regel, en typ hem opnieuw in plaats van te plakken.",
            )


def refuse_wrong_id(id_: str, policy: Policy) -> None:
    """Raise `AdoptionRefused` when an id has not the form of one, or a version or file has it already."""
    if not _ID.fullmatch(id_) or len(id_) > _MOST or id_ == NOW:
        raise AdoptionRefused(
            f"'{id_}' kan geen id van een versie zijn.",
            "gebruik alleen kleine letters, cijfers en streepjes, bijvoorbeeld 2026 of 2026-maart.",
        )
    for version in listed_versions(policy):
        if version.id == id_:
            raise AdoptionRefused(
                f"Versie {id_} staat al in data/versies.yaml ({version.naam}).", "kies een ander id voor deze versie."
            )


def refuse_wrong_date(text: str, policy: Policy, today: date) -> None:
    """Raise `AdoptionRefused` when a date is none, is to come, or is before that of a version that is listed already."""
    days = parse_datum(text)
    if days is None or days.first.year not in _YEARS:
        raise AdoptionRefused(
            f"'{text}' is geen datum.",
            "schrijf een dag (2026-03-12), een maand (2026-03) of een jaar (2026), precies zoals het besluit.",
        )
    if days.first > today:
        raise AdoptionRefused(
            f"De datum {datum_in_words(text)} moet nog komen.",
            "stel de versie vast als het besluit is genomen, of verbeter de datum achter --datum.",
        )
    for version in reversed(listed_versions(policy)):
        before = nearest_datum(version.datum) if version.datum else None
        if before is not None and version.datum and days.last < before.first:
            raise AdoptionRefused(
                f"De datum {datum_in_words(text)} is eerder dan die van versie {version.id} "
                f"({datum_in_words(version.datum)}), en die staat al in data/versies.yaml.",
                "verbeter de datum achter --datum; een nieuwe versie komt altijd na de vorige.",
            )


def chosen_files(asked: Asked, policy: Policy) -> tuple[Entry, ...]:
    """Return the files of policy to be adopted: those that were named, or else all that are `concept`.

    Raises `SubjectUnknown` for a name that no file has, and `AdoptionRefused` for one that was withdrawn.
    """
    files = {entry.item.id: entry for entry in policy.entries.values() if isinstance(entry.item, Beleid)}
    if not asked.bestanden:
        return tuple(entry for entry in files.values() if _status(entry) == "concept" or _adopted_before(entry, asked))
    found: dict[str, Entry] = {}
    for name in asked.bestanden:
        id_ = name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
        if id_ not in files:
            raise SubjectUnknown(name, tuple(files))
        if _status(files[id_]) == "ingetrokken":
            raise AdoptionRefused(
                f"Het bestand {files[id_].file.file} is ingetrokken.",
                f"noem het niet achter --bestand, of zet eerst 'status: concept' in {files[id_].file.file}.",
            )
        found[id_] = files[id_]
    return tuple(found.values())


def documents_of(asked: Asked, files: tuple[Entry, ...], policy: Policy) -> tuple[str, ...]:
    """Return what this is a version of: the documents that were named, or those of the last version and of the files.

    Raises `AdoptionRefused` for a document that is not known.
    """
    known = {entry.item.id for entry in policy.of_kind("document")}
    for id_ in asked.documenten:
        if id_ not in known:
            raise AdoptionRefused(
                f"Er is geen document '{id_}' in data/documenten.yaml.{guess(id_, sorted(known))}",
                "noem achter --documenten de ids van documenten, met een komma ertussen.",
            )
    if asked.documenten:
        return tuple(dict.fromkeys(asked.documenten))
    found: list[str] = []
    for version in listed_versions(policy)[-1:]:
        found += version.documenten
    found += (entry.bron.document for entry in files if entry.bron.document)
    return tuple(dict.fromkeys(found))


def _status(entry: Entry) -> str | None:
    return entry.item.status if isinstance(entry.item, Beleid) else None


def _adopted_before(entry: Entry, asked: Asked) -> bool:
    """Return whether a file was adopted by the same decision, when that is done once more."""
    item = entry.item
    return (
        asked.again
        and isinstance(item, Beleid)
        and (item.status, item.vastgesteld_op, item.vastgesteld_door) == ("vastgesteld", asked.datum, asked.door)
    )
