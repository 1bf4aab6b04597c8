"""The files that a new instance begins with, out of the templates in `starter/`. No code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from polderkoers.instance.editor import KEPT, kinds
from polderkoers.instance.engine import installed, requirement
from polderkoers.instance.naming import KINDS, Naming
from polderkoers.policy.canonical.form import canonical
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import DataFile, schema_folder, schemas_in

_STARTER = Path(__file__).parent / "starter"
_HIDDEN = "dot-"
_OF_EDITORS = {
    ".vscode/settings.json": "dot-vscode/settings.json",
    ".idea/jsonSchemas.xml": "dot-idea/jsonSchemas.xml",
}


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


def first_files(naming: Naming, today: date) -> dict[str, bytes]:
    """Return the files of a new instance by path, the data in its canonical form."""
    schemas = Schemas(Begun({}))
    facts = {**facts_of(naming, today, schemas), "schemas": KEPT, "kinds": kinds(schemas)}
    return {name: _formed(name, rendered(template, facts), schemas) for name, template in templates()}


def rendered(template: str, facts: Mapping[str, object]) -> str:
    """Return one file of the starter with what is known filled in."""
    return _environment().get_template(template).render(facts)


def editor_settings(folder: str, schemas: Schemas) -> dict[str, str]:
    """Return the files, by path, that tell editors which of the schemas in a folder is for which file."""
    facts = {"schemas": folder, "kinds": kinds(schemas)}
    return {file: f"{rendered(template, facts).rstrip()}\n" for file, template in _OF_EDITORS.items()}


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
    environment.filters |= {"quoted": _quoted, "plain": _plain, "xml": _xml, "capitalised": capital}
    return environment


def templates() -> Iterator[tuple[str, str]]:
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
        "party_name": capital(naming.kind),
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
