"""What a field refers to, said with the field, so that the index and the rules need no list of their own."""

from __future__ import annotations

from typing import Literal, NamedTuple

Doelsoort = Literal[
    "organisaties",
    "plaatsen",
    "themas",
    "documenten",
    "begrippen",
    "partijen",
    "rolsoorten",
    "versies",
    "betrokkenen",
    "bestand",
    "onderdeel",
    "lokaal",
]
"""What a reference points at.

A catalogue by name; `betrokkenen` is a party or an organisation; `bestand` a file of policy; `onderdeel` any file or
item by full reference; `lokaal` an item of the same file by its id alone.
"""


class Refers(NamedTuple):
    """Says of a field that what stands in it refers to something else: `Annotated[tuple[Slug, ...], Refers("themas"), …]`."""

    to: Doelsoort
