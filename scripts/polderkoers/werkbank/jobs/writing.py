"""Writes what a job made of the data as the files of a save: in the canonical form, and with every comment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.canonical.edit import with_data, written
from polderkoers.policy.canonical.renamed import with_values
from polderkoers.policy.source import Document, parse
from polderkoers.policy.tree import MAX_BYTES
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.jobs.changing import JobResult

Files = Mapping[str, bytes | None]
_TOO_BIG = "Dit bestand wordt te groot."


@dataclass(frozen=True)
class Written:
    """The files of a save by path, None for one that goes, the sentence for it, and what whoever asked must know."""

    files: Files
    sentence: str
    notes: tuple[str, ...] = ()


def write(desk: Desk, result: JobResult) -> Written:
    """Return the files of a job. Raises `WorkRefused` when one cannot be written without losing something; nothing has changed then."""
    files: dict[str, bytes | None] = {}
    notes = list(result.notes)
    for path, data in result.data.items():
        if data is None:
            files[path] = None
            continue
        text, lost = _text(desk, path, data, result)
        files[path] = text.encode("utf-8")
        if len(files[path] or b"") > MAX_BYTES:
            raise WorkRefused(_TOO_BIG, "verdeel de tekst over meer bestanden.")
        notes += lost
    return Written(files, result.sentence, tuple(notes))


def _text(desk: Desk, path: str, data: Any, result: JobResult) -> tuple[str, list[str]]:
    """Return the text of a file, and what is to be told of comments that stand elsewhere now."""
    document = desk.documents.get(result.moved.get(path, path))
    if document is None:
        return _sure(written(data, path, desk.schemas)), []
    ids = {each.pointer: (each.old, each.new) for each in result.ids if each.file == document.file}
    if ids:
        document = _renamed(document, ids, desk)
    text = with_data(document, data, desk.schemas)
    if isinstance(text, str):
        return text, []
    kept = _sure(with_data(document, data, desk.schemas, keep_comments=True))
    told = f"In {path} stond een opmerking van de redactie (een regel met #) bij wat wegging. Die staat er nog, op de plek daarvan."
    return kept, [told]


def _renamed(document: Document, ids: Mapping[str, tuple[str, str]], desk: Desk) -> Document:
    found = parse(_sure(with_values(document, ids, desk.schemas)), document.file)
    if isinstance(found, Problem):
        raise WorkRefused(found.message, found.hint)
    return found


def _sure(text: str | Problem) -> str:
    if isinstance(text, Problem):
        raise WorkRefused(text.message, text.hint or "verander dit bestand met de hand.")
    return text
