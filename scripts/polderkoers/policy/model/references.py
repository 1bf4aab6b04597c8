"""Marks on dataclass fields that hold references, so that the index and the rules need no list of their own."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

Doelsoort = Literal[
    "organisaties",
    "plaatsen",
    "themas",
    "documenten",
    "begrippen",
    "partijen",
    "rolsoorten",
    "betrokkenen",
    "bestand",
    "onderdeel",
    "lokaal",
]
"""What a reference points at.

A catalogue by name; `betrokkenen` is a party or an organisation; `bestand` a file of policy; `onderdeel` any file or
item by full reference; `lokaal` an item of the same file by its id alone.
"""

_KEY = "verwijst naar"


def verwijzingen(naar: Doelsoort) -> Any:
    """Return a field for a tuple of references, empty by default."""
    return field(default=(), metadata={_KEY: naar})


def verwijzing(naar: Doelsoort, *, verplicht: bool = False) -> Any:
    """Return a field for one reference: required, or None by default."""
    return field(metadata={_KEY: naar}) if verplicht else field(default=None, metadata={_KEY: naar})


def target_of(metadata: Any) -> Doelsoort | None:
    """Return what a field with this metadata refers to, or None when it holds no references."""
    found: Doelsoort | None = metadata.get(_KEY)
    return found
