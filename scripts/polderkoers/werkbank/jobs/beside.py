"""Lets what stands beside the policy follow what moves or goes: translations of its texts, and what a second person read of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polderkoers.policy.model.gelezen import READINGS
from polderkoers.policy.model.vertaling import TRANSLATION
from polderkoers.policy.reading_marks import ref_of
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.forms.plain import as_groups, as_list
from polderkoers.werkbank.jobs.changing import Changing, Touch

Now = Mapping[str, str | None]
_READ = f"data/{READINGS}.yaml"
_TEXTS, _MARKS, _OF = "teksten", "kenmerken", "onderdeel"


def follow_beside(changing: Changing, now: Now) -> tuple[str, ...]:
    """Let translations and readings follow items by reference, and take away those of what is gone (None); say in Dutch what went."""
    notes = [_translated(changing, ref, now) for ref in _languages(changing.desk, now)]
    _read(changing, now)
    return tuple(filter(None, notes))


def touched_beside(desk: Desk, refs: Iterable[str]) -> Iterator[Touch]:
    """Yield the files of translations and readings in which some items are named."""
    there = set(refs)
    for ref in _languages(desk, there):
        yield Touch(ref, desk.item(ref).label, "vertaalde teksten")


def _languages(desk: Desk, refs: Iterable[str]) -> list[str]:
    """Return the files of translations in which a text of one of some items stands."""
    there = {*refs}
    return [each.ref for each in desk.of_kind(TRANSLATION) if there & _translated_in(each)]


def _translated_in(language: Placed) -> set[str]:
    return {str(row.get(_OF)) for row in as_groups(language.data.get(_TEXTS))}


def _translated(changing: Changing, language: str, now: Now) -> str:
    data = changing.spot(language).data
    rows = as_groups(data[_TEXTS])
    kept = [row for row in rows if now.get(row[_OF], "") is not None]
    data[_TEXTS] = [{**row, _OF: now.get(row[_OF]) or row[_OF]} for row in kept]
    gone = len(rows) - len(kept)
    if not gone:
        return ""
    return f"De vertalingen ervan zijn mee weggehaald: {gone} in {_called(changing.desk, language)}."


def _called(desk: Desk, language: str) -> str:
    return str(desk.item(language).data.get("eigen_naam") or language)


def _read(changing: Changing, now: Now) -> None:
    """Let each mark stand with the reading of the file in which its item stands now; a reading without any goes."""
    if _READ not in changing.desk.documents:
        return
    readings: list[dict[str, Any]] = changing.file(_READ).get(READINGS) or []
    for reading in (*readings,):
        by_file: dict[str, list[str]] = defaultdict(list)
        for top, mark in _marks(reading, now):
            by_file[top].append(mark)
        # It stays the reading of its file; when all of it went along, that of the other.
        own = str(reading.get("bestand"))
        first = own if own in by_file else next(iter(by_file), own)
        reading |= {"bestand": first, _MARKS: by_file.pop(first, [])}
        for top, marks in by_file.items():
            _of_file(readings, reading, top)[_MARKS] += marks
    readings[:] = [each for each in readings if each[_MARKS]]


def _marks(reading: dict[str, Any], now: Now) -> Iterator[tuple[str, str]]:
    """Yield the marks of a reading that stay, each with the file that it is in."""
    file = str(reading.get("bestand"))
    for mark in as_list(reading.get(_MARKS)):
        ref, text = ref_of(file, str(mark))
        new = now.get(ref, ref)
        if new is not None:
            top, _, id_ = new.partition("/")
            yield top, f"{id_ or top} {text}"


def _of_file(readings: list[dict[str, Any]], like: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the reading of another file by the same person on the same day, which is begun when there is none."""
    wanted = {**like, "bestand": file, _MARKS: []}
    for each in readings:
        if {**each, _MARKS: []} == wanted:
            return each
    readings.append(wanted)
    return wanted
