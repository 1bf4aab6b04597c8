"""The settings that make an editor complete and check the data while someone types."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from support.made_up import ROOT

DATA = sorted(path.relative_to(ROOT) for path in (ROOT / "data").rglob("*.yaml"))
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
KINDS = {path.name for path in (ROOT / "schema").glob("*.schema.json")} - {"blokken.schema.json"}

Associations = list[tuple[str, Path]]


def vscode() -> Associations:
    """Return schema and data file for every file that a pattern of VS Code selects, or would when there is such a list."""
    pairs = SETTINGS["yaml.schemas"].items()
    return [(schema, path) for schema, pattern in pairs for path in _selected(pattern)]


def _selected(pattern: str) -> list[Path]:
    return [path.relative_to(ROOT) for path in ROOT.glob(pattern)] or [Path(pattern)]


def jetbrains() -> Associations:
    """Return schema and data file for every file that a mapping of the JetBrains editors selects, or would when there is one."""
    tree = ET.parse(ROOT / ".idea" / "jsonSchemas.xml")  # noqa: S314 - a file of our own
    return [found for info in tree.iter("SchemaInfo") for found in _mapped(info)]


def _mapped(info: ET.Element) -> Iterator[tuple[str, Path]]:
    schema = _options(info)["relativePathToSchema"]
    for item in info.iter("Item"):
        chosen = _options(item)
        folder = chosen["mappingKind"] == "Directory"
        # Older editors read the older word for the same choice.
        assert (chosen.get("directory") == "true") is folder
        path = ROOT / chosen["path"]
        files = [*path.rglob("*")] or [path / "geen.yaml"]
        yield from ((schema, file.relative_to(ROOT)) for file in (files if folder else [path]))


def _options(element: ET.Element) -> dict[str, str]:
    return {option.attrib["name"]: option.attrib.get("value", "") for option in element.findall("option")}


EDITORS = pytest.mark.parametrize("associations", [vscode, jetbrains], ids=lambda editor: editor.__name__)


@EDITORS
@pytest.mark.parametrize("file", DATA, ids=str)
def test_every_data_file_has_one_schema_and_it_is_its_own(associations: Callable[[], Associations], file):
    """An editor checks a data file against the schema of the file's own `soort`, and against no other."""
    kind = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))["soort"]
    assert [schema for schema, path in associations() if path == file] == [f"schema/{kind}.schema.json"]


@EDITORS
def test_an_editor_knows_every_schema_and_selects_nothing_but_data(associations: Callable[[], Associations]):
    """Every schema of a file kind is associated, also one of which there is no file yet, and none reaches a file that is not data."""
    found = associations()
    assert {schema for schema, _ in found} == {f"schema/{name}" for name in KINDS}
    assert {path for _, path in found if (ROOT / path).exists()} <= set(DATA)
    assert {path.parts[0] for _, path in found} == {"data"}


def test_the_editor_leaves_the_form_of_a_file_to_our_own_command():
    """VS Code does not reformat YAML, reads YAML 1.2, and asks no one else for schemas."""
    assert SETTINGS["yaml.format.enable"] is False
    assert SETTINGS["yaml.yamlVersion"] == "1.2"
    assert SETTINGS["yaml.schemaStore.enable"] is False
    assert "yaml.customTags" not in SETTINGS


def test_the_extension_that_reads_these_settings_is_recommended():
    """VS Code offers the extension that does the checking."""
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))["recommendations"]
    assert "redhat.vscode-yaml" in recommended


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_field_has_words_for_the_hover(name):
    """Every field at the top of a file has a title and an explanation, of its own or of the block that it refers to."""
    shared = json.loads((ROOT / "schema" / "blokken.schema.json").read_text(encoding="utf-8"))["$defs"]
    fields = json.loads((ROOT / "schema" / name).read_text(encoding="utf-8"))["properties"]
    for field, own in fields.items():
        words = {**shared.get(own.get("$ref", "").rpartition("/")[2], {}), **own}
        assert words.get("title"), field
        assert words.get("description"), field
