"""What people do to a file: each message stands at the right place, leads to the cure and brings no others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from messages import ROWS
from messages.row import BASIS, Row, basis
from polderkoers.policy.load import load
from polderkoers.problems import Problem
from support.made_up import root_with


def put(root: Path, changes: Mapping[str, str | bytes | None]) -> None:
    """Put files in a root, and take away those that are None."""
    for file, content in changes.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def broken(tmp_path: Path, row: Row) -> Path:
    """Return a root with the files of a row."""
    root = root_with(tmp_path, BASIS, own_schemas=False)
    put(root, row.files)
    return root


def faults(root: Path) -> list[Problem]:
    """Return the faults of a root."""
    return [problem for problem in load(root).problems if problem.level == "fout"]


def ids(rows: tuple[Row, ...]) -> list[str]:
    """Return the names of rows."""
    return [row.name for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=ids(ROWS))
def test_a_message_names_the_cause_at_its_place_and_the_cure(tmp_path, row):
    """The message stands at the line, names the cause and gives the cure, and no others come with it."""
    found = faults(broken(tmp_path, row))
    first = found[0]
    assert len(found) == row.count, found
    assert (first.file, f"{first.line}:{first.column}", first.rule) == (row.file, row.at, row.rule), first
    assert [part for part in row.says if part not in first.message] == [], first
    assert [part for part in row.hint if part not in first.hint] == [], first
    assert [part for part in row.never if part in f"{first.message} {first.hint}"] == [], first


TYPED = tuple(row for row in ROWS if row.typed)


@pytest.mark.parametrize("row", TYPED, ids=ids(TYPED))
def test_what_a_hint_says_can_be_typed_as_it_stands(tmp_path, row):
    """The text of the hint in the place of the line gives a file without faults."""
    root = broken(tmp_path, row)
    problem = faults(root)[0]
    assert row.typed in problem.hint
    lines = (root / row.file).read_text(encoding="utf-8").split("\n")
    line = lines[problem.line - 1]
    indent = line[: len(line) - len(line.lstrip(" \t\u00a0"))]
    lines[problem.line - 1] = f"{indent}{row.typed}"
    (root / row.file).write_text("\n".join(lines), encoding="utf-8")
    assert faults(root) == []


MENDED = tuple(row for row in ROWS if row.mended is not None)


@pytest.mark.parametrize("row", MENDED, ids=ids(MENDED))
def test_doing_what_a_hint_says_mends_the_file(tmp_path, row):
    """The cure of the hint, carried out, gives data without faults."""
    root = broken(tmp_path, row)
    put(root, {**{file: basis(file) or None for file in row.files}, **(row.mended or {})})
    assert faults(root) == []


def test_the_basis_of_the_rows_is_right(tmp_path):
    """The files that every row starts from have no fault."""
    assert faults(root_with(tmp_path, BASIS, own_schemas=False)) == []


def test_every_name_is_there_once():
    """No two rows have one name, and there are at least as many as were found."""
    assert len({row.name for row in ROWS}) == len(ROWS) >= 143
