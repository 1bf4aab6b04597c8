"""Builds the frozen values from a document that its schema has accepted; field names and types steer it."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Hashable
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from polderkoers.policy.model import catalogues, files
from polderkoers.policy.model.files import Bestand
from polderkoers.policy.source import Document

KINDS: dict[str, type[Bestand]] = {
    kind.soortnaam: kind
    for kind in (
        files.Kernopgave,
        files.Programmalijn,
        files.Plan,
        files.Wegwijzer,
        catalogues.Rollen,
        catalogues.Organisaties,
        catalogues.Plaatsen,
        catalogues.Themas,
        catalogues.Documenten,
        catalogues.Begrippen,
    )
}


def build_file(document: Document) -> Bestand:
    """Return the file kind that `soort` names, built from a document that is valid for its schema."""
    built: Bestand = _build(KINDS[document.data["soort"]], document.data, "")
    return dataclasses.replace(built, file=document.file)


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}  # type: ignore[arg-type]


def _build(cls: type[Any], data: dict[str, Any], pointer: str) -> Any:
    hints = _hints(cls)  # type: ignore[arg-type]  # a class is hashable, which type[Any] does not say
    values = {name: _value(hints[name], data[name], f"{pointer}/{name}") for name in hints if name in data}
    if "pointer" in hints:
        values["pointer"] = pointer
    return cls(**values)


def _value(hint: Any, value: Any, pointer: str) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        arms = [arm for arm in get_args(hint) if arm is not type(None)]
        return None if value is None else _value(arms[0], value, pointer)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(_value(inner, item, f"{pointer}/{place}") for place, item in enumerate(value or ()))
    if dataclasses.is_dataclass(hint):
        return _build(hint, value, pointer)  # type: ignore[arg-type]
    # A year may stand in the data as a number where a date is text.
    return str(value) if hint is str else value
