"""Brings data of an older schema to the model of today, one small step per version of the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

# The number in the name of every schema: https://polderkoers.example/schema/2/plan.schema.json.
_NUMBER = re.compile(r"/schema/(\d+)/")
_CATALOGUES = frozenset({"rollen", "organisaties", "plaatsen", "themas", "documenten", "begrippen"})

Step = Callable[[dict[str, Any]], dict[str, Any]]


def schema_number(schemas: Mapping[str, bytes]) -> int:
    """Return the version of a set of schemas by file name; 1 when they do not say."""
    for content in schemas.values():
        if found := _NUMBER.search(str(json.loads(content).get("$id", ""))):
            return int(found[1])
    return 1


def upgrade(data: dict[str, Any], number: int) -> dict[str, Any]:
    """Return the data of a file of an older schema as today's schema wants it; what no step knows stays as it is."""
    for step in STEPS[number - 1 :]:
        data = step(data)
    return data


def _version_in_catalogues(data: dict[str, Any]) -> dict[str, Any]:
    """Bring schema 1 to 2: a catalogue carries its own version and status."""
    if data.get("soort") not in _CATALOGUES or "versie" in data:
        return data
    head: dict[str, Any] = {name: data[name] for name in ("soort", "id") if name in data}
    return {**head, "versie": "1.0", "status": None, **{name: data[name] for name in data if name not in head}}


# The step at place 0 leads from schema 1 to 2, and so on.
STEPS: tuple[Step, ...] = (_version_in_catalogues,)
