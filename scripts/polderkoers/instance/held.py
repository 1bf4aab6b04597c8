"""Lets each entry of an older list of versions say what its version holds, as far as Git still has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree, resolve
from polderkoers.errors import PolderkoersError


def with_contents(root: Path, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a list of versions with `inhoud` at each entry that names a commit and does not say it.

    An entry of which the commit is not here stays as it is: the check tells what to do about it.
    """
    rows = data.get("versies")
    if not isinstance(rows, list):
        return dict(data)
    return {**data, "versies": [_held(root, row) if isinstance(row, dict) else row for row in rows]}


def _held(root: Path, row: Mapping[str, Any]) -> Mapping[str, Any]:
    commit = row.get("commit")
    if not isinstance(commit, str) or row.get("inhoud") is not None:
        return row
    try:
        content = content_of(GitTree(root, resolve(root, commit)))
    except PolderkoersError:
        return row
    if not content:
        return row
    return {**row, "inhoud": content}
