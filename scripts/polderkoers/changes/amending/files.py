"""The files of a proposal with an amendment in them, in the canonical form and with their comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from polderkoers.changes.amending.applied import Applied
from polderkoers.policy.canonical.edit import with_data, written
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from polderkoers.problems import Problem


@dataclass(frozen=True)
class AmendedFiles:
    """Contents by path, None for a file that goes; and why some cannot be written as they should, comments and all."""

    contents: Mapping[str, bytes | None]
    problems: tuple[Problem, ...] = ()


def amended_files(applied: Applied, documents: Mapping[str, Document], schemas: Schemas) -> AmendedFiles:
    """Return the files that differ from those of a proposal, whose documents are given by path.

    A file with a problem is there too, without its comments: to be looked at, and not to be kept.
    """
    contents: dict[str, bytes | None] = {file: None for file in documents if file not in applied.documents}
    problems: list[Problem] = []
    for file, data in applied.documents.items():
        before = documents.get(applied.came_from.get(file, file))
        if before is not None and before.file == file and before.data == data:
            continue
        if before is None:
            text = written(data, file, schemas)
        else:
            text = with_data(Document(file, before.data, before.text), data, schemas)
        if isinstance(text, Problem):
            problems.append(text)
            text = written(data, file, schemas)
        if isinstance(text, str):
            contents[file] = text.encode("utf-8")
    return AmendedFiles(contents, tuple(problems))
