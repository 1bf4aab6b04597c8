"""Writes the outcome of a merge: one file, the files of a new folder, or what differs in the folder of the first side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.errors import NotWritten
from polderkoers.errors.merging import MergeTargetTaken
from polderkoers.policy.canonical.files import replace_content
from polderkoers.policy.canonical.together import write_together

if TYPE_CHECKING:
    from polderkoers.report.merging.make import Merging
    from polderkoers.report.merging.outcome import MergeReport


def ready_for(work: Merging, target: Path) -> None:
    """Raise `MergeTargetTaken` when the outcome would be laid over files of something else."""
    if work.file or not (target / "data").exists():
        return
    one = work.folder_of_one()
    if one is None or not target.resolve().samefile(one):
        raise MergeTargetTaken(str(target))


def write_outcome(work: Merging, report: MergeReport, target: Path) -> None:
    """Write the outcome; all files of it, or none. Raises `NotWritten` or `FilesUnwritable`."""
    try:
        if work.file:
            _write_file(target, report.contents.get(work.file, b""))
            return
        in_place = (target / "data").exists()
        files = report.changed if in_place else tuple(report.contents)
        for file in files:
            (target / file).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(str(target), error) from error
    gone = report.gone if in_place else ()
    write_together(target, {file: report.contents[file] for file in files}, gone)


def _write_file(target: Path, content: bytes) -> None:
    if target.exists():
        replace_content(target, content)
    else:
        target.write_bytes(content)
