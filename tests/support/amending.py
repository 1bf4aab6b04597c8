"""A made-up proposal with branches and files of amendments, and the schemas of what comes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource

from support.git import git, save
from support.made_up import ROOT, root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"
_SCHEMAS = ROOT / "schema" / "uitvoer"
GOAL = """\
    toelichting: De gemeente bouwt elk jaar 30 huizen.  # uit het raadsvoorstel
    plaatsen: [polderdam]

  - id: doel-groen
    nummer: 2
    naam: Meer groen
    toelichting: Bij elk huis staat een boom.
"""
HEAD = "titel: De gemeente helpt\nindiener: Fractie Polderbelang\ndatum: 2026-03-12\ntoelichting: Alles zelf doen kan niet.\n"
HELPS = """\
  - kind: changed
    ref: fijn-wonen/rol-gemeente-regie
    field: naam
    old: De gemeente houdt de regie
    new: De gemeente helpt
"""


def schema(name: str) -> dict[str, Any]:
    """Return a published schema of output."""
    found: dict[str, Any] = json.loads((_SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return found


def validate(document: Any, name: str) -> None:
    """Hold a document to a published schema of output, which may refer to another one."""
    registry: Registry[Any] = Registry().with_resources(
        (each["$id"], Resource.from_contents(each)) for each in map(schema, ("wijzigingen", name))
    )
    jsonschema.Draft202012Validator(schema(name), registry=registry).validate(document)


def change(root: Path, old: str, new: str, file: str = FILE) -> None:
    """Change a text that stands in a file."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def branch(root: Path, name: str, start: str, *swaps: tuple[str, str]) -> str:
    """Make a branch with one commit that changes texts, and return it; main is checked out afterwards."""
    git(root, "checkout", "--quiet", "-b", name, start)
    for old, new in swaps:
        change(root, old, new)
    found = save(root, name)
    git(root, "checkout", "--quiet", "main")
    return found


def proposed(target: Path) -> Path:
    """Return a repository with a main branch and a proposal that changes a text, and adds a text and a goal."""
    root = root_with(target)
    git(root, "init", "--quiet", "--initial-branch", "main")
    save(root, "Eerste")
    text = "De gemeente wil dat iedereen fijn woont."
    places = "    plaatsen: [polderdam]\n"
    branch(root, "voorstel", "main", (text, text.replace("fijn", "in 2030 fijn")), (places, GOAL))
    return root


def amendment(root: Path, changes: str, head: str = HEAD, name: str = "amendementen/amendement.yaml") -> str:
    """Write a file with an amendment, and return how it is named."""
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{head}changes:\n{changes}" if changes else f"{head}changes: []\n", encoding="utf-8")
    return name
