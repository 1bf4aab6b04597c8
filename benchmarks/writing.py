"""Writes made-up files as YAML in the look of the real ones: folded text, short lists and groups on one line."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.originals import ROOT
from benchmarks.variation import MadeFile

_WIDTH = 116
_ONE_LINE = 90
# Says that a folder is ours, so that it may be written again.
_MARKER = ".polderkoers-benchmark"
_LEADING = ("zoekwoorden", "themas", "vragen")
_LEADS = {"bij", "zie"}

_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class FolderTaken(Exception):
    """The folder holds something that this program did not make."""


def write(folder: Path, files: Iterable[MadeFile], root: Path = ROOT) -> None:
    """Write a root with these files, and the catalogues and schemas of the real one. Raises `FolderTaken`."""
    _empty(folder)
    shutil.copytree(root / "schema", folder / "schema")
    (folder / "data").mkdir()
    # What became of former addresses is of the real files.
    for catalogue in sorted(set((root / "data").glob("*.yaml")) - {root / "data" / "adressen.yaml"}):
        shutil.copy(catalogue, folder / "data")
    _keep_leads_to_catalogues(folder / "data")
    for file in files:
        path = folder / file.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_yaml(file.data), encoding="utf-8")


def _keep_leads_to_catalogues(data: Path) -> None:
    """Take out of the catalogues what leads to the real files of policy, which are not here."""
    catalogues = {catalogue.stem for catalogue in data.glob("*.yaml")}
    for name in _LEADING:
        path = data / f"{name}.yaml"
        catalogue = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in catalogue[name]:
            # The answer of a subject is told out of the real files alone.
            entry.pop("antwoord", None)
            for field in _LEADS & entry.keys():
                entry[field] = [ref for ref in entry[field] if ref.partition("/")[0] in catalogues]
        path.write_text(as_yaml(catalogue), encoding="utf-8")


def as_yaml(data: dict[str, Any]) -> str:
    """Return a file's content as YAML."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def _empty(folder: Path) -> None:
    if folder.exists() and not (folder / _MARKER).exists() and any(folder.iterdir()):
        raise FolderTaken(f"In {folder} staat al iets anders. Kies een andere map.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARKER).touch()
    for name in ("data", "schema", ".polderkoers"):
        shutil.rmtree(folder / name, ignore_errors=True)


class _Dumper(_Base):  # type: ignore[misc]
    def represent_str(self, text: str) -> yaml.Node:
        folded = "\n" in text or len(text) > _ONE_LINE
        node: yaml.Node = self.represent_scalar("tag:yaml.org,2002:str", text, style=">" if folded else None)
        return node

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:  # noqa: FBT001
        node = super().represent_sequence(tag, sequence, flow_style)
        return _on_one_line(node, node.value)

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> Any:  # noqa: FBT001
        node = super().represent_mapping(tag, mapping, flow_style)
        return _on_one_line(node, [part for pair in node.value for part in pair])

    def ignore_aliases(self, _: Any) -> bool:
        return True


_Dumper.add_representer(str, _Dumper.represent_str)


def _on_one_line(node: Any, parts: list[yaml.Node]) -> Any:
    """Set whether a list or group stands on one line: when it holds no other and is short."""
    plain = all(isinstance(part, yaml.ScalarNode) for part in parts)
    node.flow_style = plain and sum(len(part.value) + 2 for part in parts) <= _ONE_LINE
    return node
