"""Puts all data files of a root in their canonical form, or says which of them are not in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.form import canonical
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import read
from polderkoers.policy.tree import DataFile, Folder
from polderkoers.problems import Problem


@dataclass(frozen=True)
class FormatResult:
    """What formatting found.

    `differing` are the files that were not in the canonical form (and now are, when they were to be written),
    `problems` say which files were left as they are and why, and `file_count` counts all files.
    """

    differing: tuple[str, ...]
    problems: tuple[Problem, ...]
    file_count: int


def format_files(root: Path, *, write: bool, only: Callable[[str], bool] = lambda _: True) -> FormatResult:
    """Compare the data files under `root` with their canonical form, and put them in that form when `write` says so.

    `only` says which files are looked at.

    Raises `FolderMissing` or `SchemaBroken` when there is nothing to format, or nothing to format it by.
    """
    folder = Folder(root)
    schemas = Schemas(folder)
    differing: list[str] = []
    problems: list[Problem] = []
    sources = tuple(source for source in folder.data_files() if only(source.file))
    for source in sources:
        outcome = _format(root, source, schemas, write=write)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif outcome:
            differing.append(source.file)
    return FormatResult(tuple(differing), tuple(sorted(problems)), len(sources))


def _format(root: Path, source: DataFile, schemas: Schemas, *, write: bool) -> bool | Problem:
    """Return whether a file differs from its canonical form, or the `Problem` that leaves it as it is."""
    content = source.read()
    if isinstance(content, Problem):
        return content
    # One reading of the bytes: what is compared is what was judged.
    document = read(DataFile(source.file, lambda: content))
    if isinstance(document, Problem):
        return document
    form = canonical(document.text, source.file, schemas)
    if isinstance(form, Problem):
        return form
    new = form.encode("utf-8")
    if new == content:
        return False
    if write:
        try:
            replace_content(root / source.file, new)
        except OSError:
            return rules.unwritable(source.file)
    return True


def replace_content(path: Path, content: bytes) -> None:
    """Give a file new content in one step, so that no one ever finds half a file; its mode stays. Raises `OSError`."""
    # A link inside the project stays a link.
    target = path.resolve()
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as new:
        try:
            new.write(content)
            new.close()
            shutil.copymode(target, new.name)
            Path(new.name).replace(target)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise
