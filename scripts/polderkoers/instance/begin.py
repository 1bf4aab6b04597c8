"""Begins an instance: a folder with data, settings and the files of a forge, out of the templates in `starter/`. No code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from polderkoers.errors import NotWritten, PolderkoersError
from polderkoers.instance.editor import KEPT, keep_schemas, kinds
from polderkoers.instance.engine import installed, requirement
from polderkoers.instance.naming import KINDS, Naming
from polderkoers.policy.canonical import canonical
from polderkoers.policy.load import load
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import DataFile, schema_folder, schemas_in

_STARTER = Path(__file__).parent / "starter"
_HIDDEN = "dot-"
# What may stand in a folder that someone has just made for a new site.
_HARMLESS = frozenset({".git", ".venv", "venv"})


class FolderFull(PolderkoersError):
    """A new site is asked for in a folder that holds something already."""

    def __init__(
        self, folder: Path, there: tuple[str, ...], cure: str = "kies de naam van een map die er nog niet is."
    ) -> None:
        said = f"De map {folder} is niet leeg: daar staat {_first(there)}." if there else f"{folder} is geen map."
        super().__init__(f"{said} Er is niets gemaakt. Hoe op te lossen: {cure}")


def _first(names: tuple[str, ...]) -> str:
    """Return the first three of some names, and how many more there are."""
    first = ", ".join(names[:3])
    if len(names) <= 3:
        return first
    return f"{first} en nog {len(names) - 3}"


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


@dataclass(frozen=True)
class Begun:
    """The data of an instance that is not written yet, as a tree with the schemas of the engine."""

    files: Mapping[str, bytes]

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files below data/."""
        for file in sorted(self.files):
            if file.startswith("data/"):
                yield DataFile(file, lambda file=file: self.files[file])  # type: ignore[misc]

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas of the engine."""
        return schemas_in(schema_folder())


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
    there = sorted(name for name, _ in _templates() if not name.startswith("data/") and (folder / name).exists())
    if there:
        raise FolderFull(folder, tuple(there), "haal die weg, of geef ze een andere naam.")


def first_files(naming: Naming, today: date) -> dict[str, bytes]:
    """Return the files of a new instance by path, the data in its canonical form."""
    schemas = Schemas(Begun({}))
    facts = {**facts_of(naming, today, schemas), "schemas": KEPT, "kinds": kinds(schemas)}
    return {name: _formed(name, rendered(template, facts), schemas) for name, template in _templates()}


def rendered(template: str, facts: Mapping[str, object]) -> str:
    """Return one file of the starter with what is known filled in."""
    return _environment().get_template(template).render(facts)


@cache
def _environment() -> Environment:
    """Return what reads the templates; its signs are others than those of the forges and of Jinja itself."""
    environment = Environment(  # noqa: S701 - what is written is no HTML; each value is quoted for its own kind of file
        loader=FileSystemLoader(_STARTER),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
    )
    environment.filters |= {"quoted": _quoted, "plain": _plain, "xml": _xml, "capitalised": _capitalised}
    return environment


def _templates() -> Iterator[tuple[str, str]]:
    """Yield the path of every file of an instance, and the template that it is made from."""
    for path in sorted(_STARTER.rglob("*")):
        if path.is_file():
            template = path.relative_to(_STARTER).as_posix()
            yield "/".join(map(_in_an_instance, PurePosixPath(template).parts)), template


def _in_an_instance(name: str) -> str:
    """Return what a file or folder of the starter is called in an instance: one that begins with a dot does not here."""
    if not name.startswith(_HIDDEN):
        return name
    return f".{name.removeprefix(_HIDDEN)}"


def facts_of(naming: Naming, today: date, schemas: Schemas) -> dict[str, object]:
    """Return what the templates are filled with for an organisation."""
    kind = KINDS[naming.kind]
    return {
        "site_name": f"Beleid {naming.label}",
        "description": f"Wat {naming.full} wil, wie wat doet en wat er wanneer gebeurt. In gewone taal.",
        "naam": naming.name,
        "name": naming.label,
        "full": naming.full,
        "the": naming.the,
        "soort": naming.kind,
        "lidwoord": naming.article,
        "council": kind.council,
        "code": naming.code,
        "website": naming.website,
        "contact": naming.contact,
        "words": naming.words,
        "area": naming.name,
        "place": naming.place,
        "place_kind": kind.place,
        "organisation": naming.organisation,
        "party": naming.kind,
        "party_name": _capitalised(naming.kind),
        "year": today.year,
        "schema": schemas.number,
        "version": installed(),
        "engine": requirement(),
    }


def _formed(name: str, text: str, schemas: Schemas) -> bytes:
    if name.startswith("data/"):
        form = canonical(text, name, schemas)
        text = form if isinstance(form, str) else text
    return text.encode("utf-8")


def _quoted(value: object) -> str:
    """Return a value as JSON and YAML both read it back."""
    return json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it stands."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~" else sign for sign in text)


def _xml(text: str) -> str:
    """Return a text as it stands between the double quotes of an attribute."""
    return escape(text, {'"': "&quot;"})


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


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
