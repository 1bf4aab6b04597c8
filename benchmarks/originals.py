"""The real files of policy, which every made-up file varies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.texts import sentences
from polderkoers.policy.source import Document, parse
from polderkoers.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("kernopgaven", "programmalijnen", "plannen", "wegwijzers")


class Unreadable(Exception):
    """The real data cannot be varied, because a file of it cannot be read."""


@dataclass(frozen=True)
class Original:
    """A real file: its id, its folder under data/, and what is in it."""

    id: str
    folder: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Originals:
    """All real files of policy, with what a variation may borrow from the others."""

    files: tuple[Original, ...]
    sentences: tuple[str, ...]
    places: tuple[tuple[str, str], ...]


def originals(root: Path = ROOT) -> Originals:
    """Return the real files under `root`/data. Raises `Unreadable` with the problem of the first that cannot be read."""
    paths = [path for folder in FOLDERS for path in sorted((root / "data" / folder).glob("*.yaml"))]
    files = tuple(Original(path.stem, path.parent.name, _read(path, root)) for path in paths)
    if not files:
        raise Unreadable(f"In {root / 'data'} staat geen enkel bestand met beleid.")
    places = tuple((place["id"], place["naam"]) for place in _read(root / "data" / "plaatsen.yaml", root)["plaatsen"])
    return Originals(files, tuple(sorted({found for file in files for found in sentences(file.data)})), places)


def _read(path: Path, root: Path) -> dict[str, Any]:
    found: Document | Problem = parse(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    if isinstance(found, Problem):
        raise Unreadable(f"{found.file}:{found.line}: {found.message}")
    data: dict[str, Any] = found.data
    return data
