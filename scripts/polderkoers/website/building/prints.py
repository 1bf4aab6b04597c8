"""Makes a fingerprint of values: the same for the same values in every process, and none where it cannot be sure.

A page is known again by that of what its view gives. So a value that holds something which can become another without that
showing, such as a function that finds the rest later, has no fingerprint.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from markupsafe import Markup

from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import Bestand
from polderkoers.website.pages import GeneratedPage, Page, ViewPage

# Their text says all that they are.
_AS_TEXT = (Markup, PurePath)


class NoPrint(Exception):
    """A value has no fingerprint."""


class Prints:
    """Makes fingerprints; what is in a file of the data is looked through once."""

    def __init__(self) -> None:
        """Start with no file looked through."""
        self._files: dict[int, tuple[Bestand, bytes]] = {}

    def of(self, value: Any) -> bytes:
        """Return the fingerprint of a value. Raises `NoPrint`."""
        target = io.BytesIO()
        writer = _PrintWriter(target, self)
        # Otherwise it writes that two values are one and the same, which depends on what was made before.
        writer.fast = True
        try:
            writer.dump(value)
        except (pickle.PicklingError, RecursionError, TypeError, ValueError, AttributeError) as error:
            raise NoPrint(str(error)) from error
        return hashlib.sha256(target.getvalue()).digest()

    def of_file(self, file: Bestand) -> bytes:
        """Return the fingerprint of all that is in a file. Raises `NoPrint`."""
        # By what it is and not by what it says: to compare two files takes longer than to look one through.
        held = self._files.get(id(file))
        if held is None:
            held = self._files[id(file)] = (file, self.of(_fields(file)))
        return held[1]


class _PrintWriter(pickle.Pickler):
    def __init__(self, target: io.BytesIO, prints: Prints) -> None:
        super().__init__(target, protocol=5)
        self._prints = prints

    def reducer_override(self, value: Any) -> Any:
        """Say how a value is written. Raises `NoPrint` when nobody knows."""
        # What it is put in is named too.
        if value is tuple:
            return NotImplemented
        return tuple, (self._told(value),)

    def _told(self, value: Any) -> Any:
        name = f"{type(value).__module__}.{type(value).__qualname__}"
        if isinstance(value, Entry):
            return name, value.ref, value.field, self._files_of(value)
        if isinstance(value, GeneratedPage):
            return name, _of_page(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return name, _fields(value)
        if isinstance(value, tuple):
            return name, tuple(value)
        if isinstance(value, _AS_TEXT):
            return name, str(value)
        if isinstance(value, Mapping):
            return name, tuple(value.items())
        raise NoPrint(name)

    def _files_of(self, entry: Entry) -> tuple[bytes, ...]:
        """Return the fingerprints of the files in which an item and those above it stand."""
        return tuple(self._prints.of_file(each.file) for each in (entry, *entry.ancestors()))


def _of_page(page: GeneratedPage) -> tuple[Any, ...]:
    """Return what a page is; what it shows is in the values of its view."""
    if isinstance(page, Page):
        return page.path, page.title, page.description, page.entry
    if isinstance(page, ViewPage):
        return page.path, page.title, page.description
    raise NoPrint(type(page).__qualname__)


def _fields(value: Any) -> Any:
    # Beside its fields it may hold what was found out about it, by whoever asked first.
    kind: Any = type(value)
    return _getter(kind)(value)


@cache
def _getter(cls: Any) -> Callable[[Any], Any]:
    names = tuple(field.name for field in dataclasses.fields(cls))
    return attrgetter(*names) if names else _nothing


def _nothing(_: Any) -> tuple[()]:
    return ()
