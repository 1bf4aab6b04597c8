"""Brings data of an older schema to the model of today, one small step per version of the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from polderkoers.changes.git import GitTree
from polderkoers.errors import FolderMissing, SchemasMissing
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_number import UNSAID, said_number
from polderkoers.policy.tree import DataFile, Folder, Tree

_CATALOGUES = frozenset({"rollen", "organisaties", "plaatsen", "themas", "documenten", "begrippen"})

Step = Callable[[dict[str, Any]], dict[str, Any]]


def number_of(tree: Tree, sources: Iterable[DataFile] | None = None) -> int:
    """Return the number of the schemas that the data of a tree follow; `sources` are its files, where they have been listed.

    The data say it themselves; when they do not, the schemas beside them do, and else it is the last that needed no saying.
    Raises what reading the tree raises.
    """
    said = said_number(tree.data_files() if sources is None else sources)
    if said is not None:
        return said
    beside = schemas_beside(tree)
    return beside.number if beside else UNSAID


def schemas_beside(tree: Tree) -> Schemas | None:
    """Return the schemas of a tree itself, None when it has none. Raises `SchemaBroken`, or what reading the tree raises.

    Those of the engine, which a tree without any gives for today's data, say nothing of data of another day.
    """
    if isinstance(tree, Folder | GitTree):
        return Schemas(tree) if tree.own_schemas() else None
    try:
        return Schemas(tree) if tree.schemas() else None
    except (SchemasMissing, FolderMissing):
        return None


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
    # A key keeps the place where it first stands.
    return {**head, "versie": "1.0", "status": None, **data}


def _area_elsewhere(data: dict[str, Any]) -> dict[str, Any]:
    """Bring schema 2 to 3: what the policy is about is said by data/instelling.yaml, and not by the list of places."""
    if data.get("soort") != "plaatsen":
        return data
    return {name: value for name, value in data.items() if name != "gemeente"}


# The step at place 0 leads from schema 1 to 2, and so on.
STEPS: tuple[Step, ...] = (_version_in_catalogues, _area_elsewhere)
