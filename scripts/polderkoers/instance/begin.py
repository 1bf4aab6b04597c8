"""Begins an instance: a folder with data, settings and the files of a forge, out of the templates in `starter/`. No code."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from polderkoers.errors import NotWritten, PolderkoersError
from polderkoers.instance.editor import keep_schemas
from polderkoers.instance.first import Begun, first_files, templates
from polderkoers.instance.naming import Naming
from polderkoers.policy.dutch_words import some
from polderkoers.policy.load import load

# What may stand in a folder that someone has just made for a new site.
_HARMLESS = frozenset({".git", ".venv", "venv"})


class FolderFull(PolderkoersError):
    """A new site is asked for in a folder that holds something already."""

    def __init__(
        self, folder: Path, there: tuple[str, ...], cure: str = "kies de naam van een map die er nog niet is."
    ) -> None:
        said = f"De map {folder} is niet leeg: daar staat {some(there, 3)}." if there else f"{folder} is geen map."
        super().__init__(f"{said} Er is niets gemaakt. Hoe op te lossen: {cure}")


class DataAbsent(PolderkoersError):
    """A site is to be made around data that are not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In {folder} staat geen map 'data'. Er is niets gemaakt. Hoe op te lossen: laat --bij-data weg, of noem de map waar data in "
            "staat."
        )


class NameUnfit(PolderkoersError):
    """Files that are made with a name would not pass the check."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"Met deze naam of waarde kloppen de bestanden niet: {message} Hoe op te lossen: {hint}")


def begin(folder: Path, naming: Naming, today: date, *, around: bool = False) -> tuple[str, ...]:
    """Write a new instance into a folder that is not there or is empty, and return the paths of its files.

    `around` writes all but the data, around a folder data/ that is there already. Raises `FolderFull`, `NameUnfit` when the check
    would refuse the name, or `NotWritten`; then nothing was left behind.
    """
    refuse_full(folder, around=around)
    files = first_files(naming, today)
    wrong = next((problem for problem in load(Begun(files)).problems if problem.level == "fout"), None)
    if wrong:
        raise NameUnfit(wrong.message, wrong.hint)
    if around:
        files = {file: content for file, content in files.items() if not file.startswith("data/")}
    _write(folder, files)
    keep_schemas(folder)
    return tuple(files)


def refuse_full(folder: Path, *, around: bool = False) -> None:
    """Raise `FolderFull` when something stands in a folder that a new instance would stand between.

    `around` data, what stands there may stay but for files of the same name. Raises `DataAbsent` when there are none.
    """
    if around:
        _refuse_around(folder)
        return
    if folder.is_dir():
        there = sorted(path.name for path in folder.iterdir() if path.name not in _HARMLESS)
        if there:
            raise FolderFull(folder, tuple(there))
    elif folder.exists() or folder.is_symlink():
        raise FolderFull(folder, ())


def _refuse_around(folder: Path) -> None:
    if not (folder / "data").is_dir():
        raise DataAbsent(folder)
    there = sorted(name for name, _ in templates() if not name.startswith("data/") and (folder / name).exists())
    if there:
        raise FolderFull(folder, tuple(there), "haal die weg, of geef ze een andere naam.")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, or none: what was made is taken away again. Raises `NotWritten`."""
    new = not folder.exists()
    done: list[Path] = []
    file = ""
    try:
        for file, content in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            done.append(path)
            path.write_bytes(content)
    except OSError as error:
        _undo(folder, done, new=new)
        raise NotWritten(str(folder / file), error) from error


def _undo(folder: Path, done: list[Path], *, new: bool) -> None:
    if new:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in done:
        path.unlink(missing_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not _HARMLESS & set(path.relative_to(folder).parts) and not any(path.iterdir()):
            path.rmdir()
