"""Whether the versions of a list stand in order, and no version holds what came after its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from polderkoers.changes.claims import COMMIT
from polderkoers.changes.git import GitTree
from polderkoers.changes.line import is_ancestor
from polderkoers.changes.versions import Version, load_version
from polderkoers.errors import DataNewer, SchemasMissing
from polderkoers.policy.dutch_words import some
from polderkoers.policy.model.dates import Datum, datum_in_words, nearest_datum
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.rules.finding import Note

ORDER, DATE = "versievolgorde", "versiedatum"
# Fields at the margin of a file, as every file of policy has them, each with what happened on that day.
_DECIDED = re.compile(rb"^(vastgesteld|ingetrokken)_op: *[\"']?([0-9Q-]+)", re.MULTILINE)
# The first place on earth where a day begins is fourteen hours before UTC.
_FIRST_DAY = timedelta(hours=14)
# What a file says of what is not decided yet.
_NOT_YET = {
    "vastgesteld": "Schrijf daar dan status: concept en vastgesteld_op: null.",
    "ingetrokken": "Haal ingetrokken_op dan weg, en schrijf weer status: vastgesteld.",
}
# So many names of files say enough.
_MOST = 5


def sequence(versions: Sequence[Version | None]) -> Iterator[Note]:
    """Yield a version that stands behind one that came after it: by date, and where dates do not tell by its commit."""
    found = [version for version in versions if version is not None and version.listed is not None]
    for earlier, later in pairwise(found):
        if _is_before(later, earlier):
            hint = f"zet de oudste eerst: zet deze versie boven '{earlier.id}'."
            message = f"Deze versie is ouder dan '{earlier.id}', en staat daarachter."
            yield Note(ORDER, later.id, "id", message, hint)


def _is_before(one: Version, other: Version) -> bool:
    first, second = _days(one.listed), _days(other.listed)
    if first and second and (first.last < second.first or second.last < first.first):
        return first.last < second.first
    if not isinstance(one.tree, GitTree) or not isinstance(other.tree, GitTree):
        return False
    return one.tree.commit != other.tree.commit and is_ancestor(one.tree.root, one.tree.commit, other.tree.commit)


def dates(versions: Sequence[Version | None]) -> Iterator[Note]:
    """Yield a version of the future, and one that holds a file which was adopted or withdrawn after its date, or in the future."""
    today = (datetime.now(UTC) + _FIRST_DAY).date()
    for version in versions:
        if version is None or version.listed is None:
            continue
        days = _days(version.listed)
        to_come = days is not None and days.first > today
        if to_come:
            message = f"De datum van deze versie ligt in de toekomst: {datum_in_words(version.listed.datum or '')}."
            yield Note(DATE, version.id, "datum", message, "schrijf de dag waarop het besluit is genomen.")
        for decision in _decided_in(version):
            if decision.day > today and not to_come:
                yield _still_to_come(version.listed, decision)
            elif days and decision.day > days.last:
                yield _too_early(version.listed, decision)


class _Decision(NamedTuple):
    """What a file says that was done with it: `vastgesteld` or `ingetrokken`, the first day that this can be, and that in words."""

    file: str
    done: str
    day: date
    words: str


def _too_early(version: Versie, decision: _Decision) -> Note:
    words = datum_in_words(version.datum or "")
    message = f"In deze versie, van {words}, staat {decision.file}. Dat bestand is pas later {decision.done}: {decision.words}."
    hint = "verbeter de datum van de versie, of noem een commit van voor dat besluit."
    return Note(DATE, version.id, "datum", message, hint)


def _still_to_come(version: Versie, decision: _Decision) -> Note:
    file, field = decision.file, f"{decision.done}_op"
    message = f"In deze versie staat {file}. Dat is {decision.done} op een dag die er nog niet is: {decision.words}."
    hint = (
        f"zet in {file} bij {field} de dag waarop het besluit is genomen. Is er nog geen besluit? {_NOT_YET[decision.done]} "
        "Daarna past de inhoud van de versie er niet meer bij. Geef daarom de opdracht "
        "polderkoers vaststellen nog een keer, met --opnieuw, en noem achter --bestand wat wel is vastgesteld."
    )
    return Note(DATE, version.id, "datum", message, hint)


def unreadable(versions: Sequence[Version | None], today: Path) -> Iterator[Note]:
    """Yield a version without schemas, and one with files that its schemas refuse: a site would show it without those."""
    for version in versions:
        if version is None or not isinstance(version.tree, GitTree):
            continue  # the files of a working copy are judged one by one
        try:
            problems = load_version(version.tree, today).problems
        except SchemasMissing:
            message = "In de commit van deze versie staat geen map schema. Daarom is de tekst van toen niet te lezen."
            yield Note(COMMIT, version.id, "commit", message, "noem een commit waarin ook de map schema staat.")
        except DataNewer as newer:
            yield Note(
                COMMIT,
                version.id,
                "commit",
                str(newer).partition(" Hoe op te lossen:")[0],
                "installeer een nieuwere Polderkoers.",
            )
        else:
            yield from _left_out(version, sorted({problem.file for problem in problems}))


def _left_out(version: Version, files: list[str]) -> Iterator[Note]:
    if not files or not isinstance(version.tree, GitTree):
        return
    yield Note(
        COMMIT,
        version.id,
        "commit",
        f"Een deel van deze versie is niet te lezen met de map schema uit commit {version.tree.commit[:12]}: {some(files, _MOST)}. Op de site "
        "zou dat ontbreken.",
        "noem een commit op de hoofdtak met dezelfde tekst, waarin de map schema daarbij past. Is die er niet? Vraag het de "
        "beheerder van de site.",
    )


def _decided_in(version: Version) -> Iterator[_Decision]:
    """Yield what the files of a version say that was decided on a day, at most once a file: the last of it."""
    for source in version.tree.data_files():
        content = source.read()
        told = _DECIDED.findall(content) if isinstance(content, bytes) else []
        found = [_decision(source.file, *map(bytes.decode, each)) for each in told]
        yield from sorted(filter(None, found), key=lambda decision: decision.day)[-1:]


def _decision(file: str, done: str, words: str) -> _Decision | None:
    days = nearest_datum(words)
    if days is None:
        return None
    return _Decision(file, done, days.first, datum_in_words(words))


def _days(version: Versie | None) -> Datum | None:
    if version is None or not version.datum:
        return None
    # A day that does not exist is told as such, and is no way around the order.
    return nearest_datum(version.datum)
