"""Reads the table of pairs: what is edited in the basis, and which changes that must give."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from polderkoers.changes.change import Change
from polderkoers.changes.compare import Comparison, compare
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.deciding.lines import DecisionLine
from polderkoers.changes.document import as_object
from polderkoers.policy.load import load
from support.made_up import root_with

HERE = Path(__file__).resolve().parents[1] / "changes"
DEFAULT = "data/kernopgaven/fijn-wonen.yaml"


@dataclass(frozen=True)
class Pair:
    """One row: a name, edits that make the old and the new version out of the basis, and the expected changes."""

    name: str
    old: tuple[dict[str, Any], ...]
    new: tuple[dict[str, Any], ...]
    expected: tuple[str, ...]

    def build(self, target: Path) -> tuple[Path, Path]:
        """Make both versions below `target`."""
        roots = []
        for name, edits in (("old", self.old), ("new", self.new)):
            root = root_with(target / name, HERE / "basis")
            for edit in edits:
                apply_edit(root, edit)
            roots.append(root)
        return roots[0], roots[1]


def apply_edit(root: Path, edit: dict[str, Any]) -> None:
    """Change one file: replace a text that stands there once, write, move or remove it."""
    path = root / edit.get("in", DEFAULT)
    if "tekst" in edit:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit["tekst"], encoding="utf-8")
    elif "naar" in edit:
        (root / edit["naar"]).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, root / edit["naar"])
    elif edit.get("weg") is True:
        path.unlink()
    else:
        text = path.read_text(encoding="utf-8")
        old, new = edit["was"], edit["wordt"]
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_bytes(text.replace(old, new).encode("utf-8"))


def compared(old: Path, new: Path) -> Comparison:
    """Return what differs between two roots."""
    return compare(load(old), load(new))


def pairs() -> list[Pair]:
    """Return the rows of all tables."""
    rows = [row for path in sorted((HERE / "tabel").glob("*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))]
    return [
        Pair(row["geval"], tuple(row.get("oud", ())), tuple(row.get("nieuw", ())), tuple(row["verwacht"]))
        for row in rows
    ]


def as_line(change: Change) -> str:
    """Return a change as a row of the table writes it: kind, item, field, significance and meaning."""
    item = change.ref + (f"#{change.key}" if change.key else "")
    return " ".join([change.kind, item, change.field or "-", change.significance, *change.meaning])


def decided(found: Comparison) -> str:
    """Return the points of the draft decision of a comparison, a line each, with what they write out."""
    points = []
    for article in draft_of(found).articles:
        points += [f"{point.line.words}{_below(point.line)}" for point in article.points]
    return "\n".join(points)


def _below(line: DecisionLine) -> str:
    rows = [f"{'  ' * row.depth}{row.label}: {row.text}" for row in line.rows]
    return "".join(f"\n  {row}" for row in rows)


def same_changes(changes: Iterable[Change]) -> list[str]:
    """Return what changes say, to be compared in any order; how much they matter depends on the words of all files."""
    told = (as_object(change) for change in changes)
    left_out = ("significance", "meaning")
    return sorted(
        json.dumps({name: each[name] for name in each if name not in left_out}, sort_keys=True) for each in told
    )
