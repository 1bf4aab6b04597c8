"""Puts all data files of a root in their canonical form, or says which of them are not in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.form import canonical
from polderkoers.policy.canonical.patch import patch
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import read
from polderkoers.policy.tree import DataFile, Folder, same_lines
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


@dataclass(frozen=True)
class Reformed:
    """A file whose bytes are not those of its canonical form."""

    file: str
    old: bytes
    new: bytes


def every_file(_: str) -> bool:
    """Return that a file is looked at, whichever it is."""
    return True


def format_files(root: Path, *, write: bool, only: Callable[[str], bool] = every_file) -> FormatResult:
    """Compare the data files under `root` with their canonical form, and put them in that form when `write` says so.

    `only` says which files are looked at.

    Only looking, other line ends and a byte order mark are no difference: those are up to Git and an editor. Raises
    `FolderMissing` or `SchemaBroken` when there is nothing to format, or nothing to format it by.
    """
    forms = tuple(_forms(root, only))
    problems = [found for found in forms if isinstance(found, Problem)]
    changed = (found for found in forms if isinstance(found, Reformed))
    differing = [found for found in changed if write or not same_lines(found.old, found.new)]
    unwritten = {found.file for found in differing if write and not _written(root, found)}
    problems += map(rules.unwritable, sorted(unwritten))
    named = tuple(found.file for found in differing if found.file not in unwritten)
    return FormatResult(named, tuple(sorted(problems)), len(forms))


def format_patch(root: Path, *, only: Callable[[str], bool] = every_file) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a patch that puts every data file under `root` in its canonical form, and the problems of files that have none.

    To the byte: here line ends count, because a patch is made where Git keeps the file. Raises as `format_files` does.
    """
    forms = tuple(_forms(root, only))
    changed = (found for found in forms if isinstance(found, Reformed))
    problems = tuple(sorted(found for found in forms if isinstance(found, Problem)))
    return b"".join(patch(found.file, found.old, found.new) for found in changed), problems


def _forms(root: Path, only: Callable[[str], bool]) -> Iterator[Reformed | Problem | None]:
    """Yield for every file what its form is when it has another one now, or the problem that leaves it as it is."""
    folder = Folder(root)
    schemas = Schemas(folder)
    for source in folder.data_files():
        if only(source.file):
            yield _form(source, schemas)


def _form(source: DataFile, schemas: Schemas) -> Reformed | Problem | None:
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
    return None if new == content else Reformed(source.file, content, new)


def _written(root: Path, change: Reformed) -> bool:
    try:
        replace_content(root / change.file, change.new)
    except OSError:
        return False
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
