"""Builds the frozen values from a document that its schema has accepted; field names and types steer it."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.files import KINDS

if TYPE_CHECKING:
    from polderkoers.policy.source import Document


def build_file(document: Document) -> Bestand:
    """Return the file kind that `soort` names, built from a document that is valid for its schema."""
    kind: Any = KINDS[document.data["soort"]]
    built: Bestand = _builder(kind)(document.data, "")
    return dataclasses.replace(built, file=document.file)


# Makes a value of the model from a value of the data that stands at a JSON Pointer.
Builder = Callable[[Any, str], Any]


@cache
def _builder(cls: Any) -> Builder:
    """Return what builds a dataclass. The hints are read once per class; a policy has thousands of values of each."""
    hints = get_type_hints(cls)
    names = [each.name for each in dataclasses.fields(cls)]
    builders = [(name, _value_builder(hints[name])) for name in names if name != "pointer"]
    has_pointer = "pointer" in names

    def build(data: dict[str, Any], pointer: str) -> Any:
        values = {name: make(data[name], f"{pointer}/{name}") for name, make in builders if name in data}
        if has_pointer:
            values["pointer"] = pointer
        return cls(**values)

    return build


def _value_builder(hint: Any) -> Builder:
    if get_origin(hint) in (Union, types.UnionType):
        inner = _value_builder(next(arm for arm in get_args(hint) if arm is not type(None)))
        return lambda value, pointer: None if value is None else inner(value, pointer)
    if get_origin(hint) is tuple:
        return _tuple_builder(get_args(hint)[0])
    if dataclasses.is_dataclass(hint):
        return lambda value, pointer: _builder(hint)(value, pointer)  # type: ignore[arg-type]  # noqa: PLW0108 - a dataclass may hold its own kind
    # A year may stand in the data as a number where a date is text.
    return (lambda value, _: str(value)) if hint is str else (lambda value, _: value)


def _tuple_builder(hint: Any) -> Builder:
    if hint is str:
        return lambda value, _: tuple(map(str, value or ()))
    inner = _value_builder(hint)
    return lambda value, pointer: tuple(inner(item, f"{pointer}/{place}") for place, item in enumerate(value or ()))
