"""The texts of the example that every new instance begins with, which no policy holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from polderkoers.instance.first import first_files
from polderkoers.instance.naming import Naming
from polderkoers.policy.source import Document, parse

_EXAMPLE = "data/kernopgaven/voorbeeld.yaml"
_DOCUMENTS = "data/documenten.yaml"
# What is shorter may be anyone's.
_SHORTEST = 20


def example_texts() -> dict[str, tuple[str, ...]]:
    """Return every text of the example that a reader would see, by the file that it stands in."""
    files = first_files(Naming("Voorbeeld", "gemeente"), date.min)
    return {file: tuple(_texts(_data(file, files[file]))) for file in (_EXAMPLE, _DOCUMENTS)}


def _data(file: str, content: bytes) -> Any:
    document = parse(content.decode("utf-8"), file)
    return document.data if isinstance(document, Document) else None


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str) and len(data) >= _SHORTEST and " " in data:
        yield " ".join(data.split())
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
