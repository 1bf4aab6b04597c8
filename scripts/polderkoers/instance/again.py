"""Adopts a version once more while it is still a proposal: because the policy went on, or something in it was wrong."""

from __future__ import annotations

from pathlib import Path

from polderkoers.changes.content import LIST
from polderkoers.changes.line import own_line, published_lines
from polderkoers.errors import AdoptionRefused, NoRepository, NothingCommitted
from polderkoers.policy.canonical.edit import written
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Snapshot, Tree, WithFiles
from polderkoers.problems import Problem


def without_version(root: Path, tree: Tree, id_: str) -> tuple[Tree, Document | None]:
    """Return a tree as it was before a version was put in its list, and that list; None when the list cannot be read.

    Raises `AdoptionRefused` when the version is not the last of the list, or when it stands on the main branch, and
    `HistoryUnreadable` when that cannot be known.
    """
    found = next((read(source) for source in tree.data_files() if source.file == LIST), None)
    rows = found.data.get("versies") if isinstance(found, Document) and isinstance(found.data, dict) else None
    if found is not None and (isinstance(found, Problem) or not isinstance(rows, list)):
        return tree, None
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows or []]
    if not isinstance(found, Document) or not isinstance(rows, list) or id_ not in ids:
        raise AdoptionRefused(f"Versie {id_} staat niet in {LIST}.", "geef de opdracht zonder --opnieuw.")
    if id_ != ids[-1]:
        raise AdoptionRefused(
            f"Versie {id_} is niet de laatste in {LIST}.", f"alleen de laatste kan opnieuw: {ids[-1]}."
        )
    _refuse_published(root, id_)
    return Snapshot(WithFiles(tree, {LIST: _shorter(found, rows, tree)})), found


def _shorter(found: Document, rows: list[object], tree: Tree) -> bytes | None:
    """Return the list without its last version; None when nothing is left. It is never written, so it needs no comments."""
    if len(rows) == 1:
        return None
    text = written({**found.data, "versies": rows[:-1]}, LIST, Schemas(tree))
    if isinstance(text, Problem):
        return found.text.encode()
    return text.encode()


def _refuse_published(root: Path, id_: str) -> None:
    try:
        own = own_line(root)
        lines = (own, *published_lines(root, own.tip))
    except (NoRepository, NothingCommitted):
        return
    if any(id_ in (line.claims or {}) for line in lines):
        raise AdoptionRefused(
            f"Versie {id_} staat al op de hoofdtak, en verandert dus niet meer.",
            "neem een nieuwe versie op, met een ander id.",
        )
