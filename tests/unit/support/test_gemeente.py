"""Polderdam, the made-up municipality of the tests: it has a bit of everything, and nothing of a real one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import yaml

from polderkoers.changes.compare import compare
from polderkoers.changes.versions import listed_versions_of, load_version, open_version
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder
from support.gemeente import INSTANCE, VERSIONS, with_history
from support.site import ROOT

BLOCKS = "blokken.schema.json"
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schema").glob("*.schema.json")}
# The list of versions is made with the history; what an organisation says of itself differs in kind, and has tests of its own.
KINDS = {
    schema["properties"]["soort"]["const"]: schema
    for name, schema in SCHEMAS.items()
    if name not in (BLOCKS, "versies.schema.json", "instelling.schema.json")
}
REAL = re.compile(r"noordoostpolder|dronten|flevoland|emmeloord|\burk\b|\b2012\b|\b2025\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Polderdam with its history."""
    return with_history(tmp_path_factory.mktemp("gemeente") / "polderdam")


def described(schema: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    """Return what a schema refers to, and the name of the block that it is; a schema of its own keeps its name."""
    if "$ref" not in schema:
        return schema, name
    block = schema["$ref"].rpartition("/")[2]
    return {**SCHEMAS[BLOCKS]["$defs"][block], **schema, "$ref": ""}, block


def known(schema: dict[str, Any], name: str, done: set[str]) -> Iterator[str]:
    """Yield every field and every choice that a schema knows, each block once."""
    if schema.get("$ref"):
        schema, name = described(schema, name)
        if name in done:
            return
        done.add(name)
    yield from (f"{name} = {choice}" for choice in schema.get("enum", ()))
    for field, below in schema.get("properties", {}).items():
        yield f"{name}.{field}"
        yield from known(below, f"{name}.{field}", done)
    yield from known(schema["items"], name, done) if "items" in schema else ()


def used(schema: dict[str, Any], name: str, value: Any) -> Iterator[str]:
    """Yield every field and every choice of a schema that a value fills."""
    schema, name = described(schema, name)
    if "enum" in schema:
        yield f"{name} = {value}"
    elif isinstance(value, dict):
        for field, below in value.items():
            yield f"{name}.{field}"
            yield from used(schema["properties"][field], f"{name}.{field}", below)
    elif isinstance(value, list):
        for one in value:
            yield from used(schema["items"], name, one)


# What a second person read is tried in tests/acceptance/test_beside_command.py, each drawing in tests/unit/website/test_drawings.py;
# versions are there with the history alone.
ELSEWHERE = re.compile(r"gelezen\.|besluiten\.besluiten\.leidde_tot|themas\.themas\.tekening = |thema\.tekening = ")


def test_every_field_and_every_choice_of_the_schemas_is_used():
    """A new field or choice of the schemas must get its place in Polderdam, or nothing tries it on a whole site."""
    filled: set[str] = set()
    for path in (INSTANCE / "data").rglob("*.yaml"):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
        if data["soort"] in KINDS:
            filled |= {*used(KINDS[data["soort"]], data["soort"], data)}
    known_now = {found for kind, schema in KINDS.items() for found in known(schema, kind, set())}
    wanted = {found for found in known_now if not ELSEWHERE.match(found)}
    # BaseLoader reads null as the text.
    assert sorted(found.replace("None", "null") for found in wanted - {f.replace("null", "None") for f in filled}) == []


def test_nothing_is_of_a_real_municipality():
    """No file of Polderdam names a real place or a year of the policy of this repository."""
    found = {
        path.name: REAL.findall(path.read_text(encoding="utf-8")) for path in INSTANCE.rglob("*") if path.is_file()
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_there_is_no_fault_and_no_warning(root):
    """The check has nothing to say of Polderdam and its list of versions."""
    assert load(root).problems == ()


def test_the_history_has_a_change_of_each_kind(root):
    """Between its versions something came, went, changed and moved, and policy was sharpened, weakened and put off."""
    listed = listed_versions_of(Folder(root))
    loaded = [load_version(open_version(root, name, listed).tree, root) for name in (*reversed(VERSIONS), "nu")]
    changes = [change for old, new in pairwise(loaded) for change in compare(old, new).changes]
    assert {change.kind for change in changes} == {"added", "removed", "changed", "moved"}
    assert {change.significance for change in changes} == {"inhoudelijk", "redactioneel"}
    assert {
        "toegevoegd", "vervallen", "naar-ander-bestand", "van-kort-naar-lang", "uitgesteld", "doel-aangescherpt", "doel-afgezwakt",
        "verantwoordelijke-gewijzigd", "partners-gewijzigd", "bedrag-gewijzigd", "bedrag-bekend", "status-gewijzigd", "zekerheid-gewijzigd",
    } <= {meaning for change in changes for meaning in change.meaning}  # fmt: skip
