"""A made-up policy in Git with one adopted version, to adopt the next in."""

from __future__ import annotations

from pathlib import Path

from polderkoers.changes.content import content_of
from polderkoers.policy.tree import Folder
from support.git import git, save
from support.made_up import root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"
LIST = """\
soort: versies
id: versies
versie: "1.0"
status: null
versies:
  # De eerste visie.
  - id: "2020"
    naam: Visie 2020
    uitleg: De visie van 2020.
    datum: 2020
    vastgesteld_door: null
    besluit: null
    documenten: [visie-2020]
    commit: {commit}
    inhoud: {content}
"""


def repository(target: Path) -> Path:
    """Return a root on branch main, in which version 2020 is listed."""
    root = root_with(target)
    git(root, "init", "--quiet", "--initial-branch=main")
    save(root, "Visie 2020")
    text = LIST.format(commit=git(root, "rev-parse", "HEAD"), content=content_of(Folder(root)))
    (root / "data" / "versies.yaml").write_text(text, encoding="utf-8")
    save(root, "Noem versie 2020")
    return root


def change(root: Path, old: str, new: str, file: str = FILE) -> None:
    """Replace a text that stands once in a file."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_bytes(text.replace(old, new).encode())


def held(root: Path) -> dict[str, bytes]:
    """Return every file below data/, by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()
    }
