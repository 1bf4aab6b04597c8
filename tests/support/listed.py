"""Lists of versions for tests: entries that say what they hold."""

from __future__ import annotations

from pathlib import Path

from polderkoers.changes.content import LIST, content_of
from polderkoers.changes.git import GitTree, resolve

_HEAD = 'soort: versies\nid: versies\nversie: "1.0"\nstatus: null\nversies:\n'


def entry(id_: str, commit: str | None, inhoud: str | None = None, datum: str = "2020") -> str:
    """Return an entry of a list."""
    rows = [
        f'id: "{id_}"',
        f"naam: Visie {id_}",
        "uitleg: De visie.",
        f"datum: {datum}",
        "vastgesteld_door: null",
        "besluit: null",
        "documenten: [visie-2020]",
        f"commit: {commit or 'null'}",
        *([f"inhoud: {inhoud}"] if inhoud else []),
    ]
    return "  - " + "\n    ".join(rows) + "\n"


def content(root: Path, commit: str) -> str:
    """Return what a commit holds, as an entry says it."""
    found = content_of(GitTree(root, resolve(root, commit)))
    assert found
    return found


def right(root: Path, id_: str, commit: str, datum: str = "2020") -> str:
    """Return an entry that says what its commit holds."""
    return entry(id_, commit, content(root, commit), datum)


def write_list(root: Path, *entries: str) -> None:
    """Write the list of versions of a root."""
    (root / LIST).write_text(_HEAD + "".join(entries), encoding="utf-8")


def add(root: Path, row: str) -> None:
    """Put an entry at the end of the list."""
    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(row)
