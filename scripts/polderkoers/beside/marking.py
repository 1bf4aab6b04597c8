"""Writes in data/gelezen.yaml what a second person read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from polderkoers.beside.wanted import exactly, wanted
from polderkoers.errors import ReadingRefused
from polderkoers.policy.canonical.edit import with_data, written
from polderkoers.policy.canonical.together import write_together
from polderkoers.policy.index import Entry
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.gelezen import READINGS, RIGHT
from polderkoers.policy.reading_marks import ref_of
from polderkoers.policy.schema import Schemas
from polderkoers.policy.signs import HIDDEN
from polderkoers.policy.statements import mark_of
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem

LIST = f"data/{READINGS}.yaml"
_MOST = 200
_DAY = len("2030-01-31")


class AskedReading(NamedTuple):
    """Who read, with what outcome, on which day (`2030-01-31`)."""

    door: str
    uitkomst: str = RIGHT
    op: str = ""


class Marked(NamedTuple):
    """The references that are marked now, those that were marked before and whose mark is renewed, and those that say something else than was read."""

    refs: tuple[str, ...]
    renewed: tuple[str, ...]
    changed: tuple[str, ...] = ()


def mark_as_read(root: Path, names: Iterable[str], asked: AskedReading) -> Marked:
    """Mark items as read as they stand. Raises `ReadingRefused`."""
    loaded = load(root)
    entries = wanted(loaded.policy, names)
    return _mark(root, loaded, entries, asked)


def mark_ticked(root: Path, ticks: Path, asked: AskedReading) -> Marked:
    """Mark the items as read that a file of ticks names, each with the hash of what was read: what says something else by now is not marked.

    Raises `ReadingRefused`.
    """
    loaded = load(root)
    read = _ticked(ticks)
    entries = exactly(loaded.policy, read)
    changed = tuple(entry.ref for entry in entries if read[entry.ref] != mark_of(entry))
    done = _mark(root, loaded, [entry for entry in entries if entry.ref not in changed], asked)
    return done._replace(changed=changed)


def _ticked(ticks: Path) -> dict[str, str]:
    """Return the hashes in a file of ticks by reference. Raises `ReadingRefused` when it is none."""
    cure = "noem het bestand dat je met 'Bewaar vinkjes' hebt bewaard: elke regel is een onderdeel en een kenmerk."
    try:
        lines = ticks.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise ReadingRefused(f"Het bestand {ticks} is niet te lezen.", cure) from error
    except UnicodeDecodeError as error:
        raise ReadingRefused(f"Het bestand {ticks} is geen tekst in UTF-8.", cure) from error
    filled = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    if set(map(len, filled)) != {len(("ref", "hash"))}:
        raise ReadingRefused(f"In {ticks} staan geen vinkjes.", cure)
    return dict(filled)


def _mark(root: Path, loaded: Loaded, entries: Iterable[Entry], asked: AskedReading) -> Marked:
    reading = _reading(asked)
    marks = {entry.ref: entry for entry in entries}
    document = next((each for each in loaded.documents if each.file == LIST), None)
    if document is None and (root / LIST).exists():
        raise ReadingRefused(f"In {LIST} staat een fout.", "los die eerst op: polderkoers check zegt wat er mis is.")
    before: Mapping[str, Any] = _EMPTY
    if document is not None:
        before = document.data
    renewed = tuple(ref for ref, _ in _lines(before[READINGS]) if ref in marks)
    data = {**before, READINGS: [*_without(before[READINGS], marks)]}
    for file, lines in _by_file(marks.values()).items():
        _add(data[READINGS], {"bestand": file, **reading, "kenmerken": lines})
    schemas = Schemas(Folder(root))
    text = with_data(document, data, schemas, keep_comments=True) if document else written(data, LIST, schemas)
    if isinstance(text, Problem):
        raise ReadingRefused(text.message, text.hint)
    if marks:
        write_together(root, {LIST: text.encode("utf-8")})
    return Marked(tuple(marks), renewed)


_EMPTY: dict[str, Any] = {"soort": READINGS, "id": READINGS, "versie": "1.0", "status": None, READINGS: []}


def _reading(asked: AskedReading) -> dict[str, str]:
    """Return the fields of a reading. Raises `ReadingRefused` for a day that is none, or words that cannot stand in the data."""
    day = asked.op or date.today().isoformat()  # noqa: DTZ011 - the day where the editor is
    known = parse_datum(day)
    if known is None or len(day) != _DAY:
        raise ReadingRefused(f"'{day}' is geen dag.", "schrijf jaar, maand en dag: --op 2030-01-31.")
    if known.first > date.today():  # noqa: DTZ011 - the day where the editor is
        raise ReadingRefused(f"{day} moet nog komen.", "noem de dag waarop het is gelezen.")
    door = asked.door.strip()
    if not door or len(door) > _MOST or HIDDEN.search(door) or not door.isprintable():
        raise ReadingRefused("Achter --door staat geen bruikbare naam.", 'zeg wie het las: --door "tweede lezer".')
    return {"op": day, "door": door, "uitkomst": asked.uitkomst}


def _lines(readings: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the reference of each line of the readings, with the line."""
    for reading in readings:
        for line in reading["kenmerken"]:
            yield ref_of(reading["bestand"], line)[0], line


def _without(readings: Iterable[Mapping[str, Any]], marks: Mapping[str, Entry]) -> Iterator[dict[str, Any]]:
    """Yield the readings without the marks of some items; one of which nothing is left goes."""
    for reading in readings:
        kept = [line for ref, line in _lines([reading]) if ref not in marks]
        if kept:
            yield {**reading, "kenmerken": kept}


def _by_file(entries: Iterable[Entry]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        found.setdefault(entry.file.id, []).append(f"{entry.item.id} {mark_of(entry)}")
    return found


def _add(readings: list[dict[str, Any]], new: dict[str, Any]) -> None:
    """Add a reading; to one of the same file, day, reader and outcome only its lines."""
    for each in readings:
        if {**each, "kenmerken": 0} == {**new, "kenmerken": 0}:
            each["kenmerken"] += new["kenmerken"]
            return
    readings.append(new)
