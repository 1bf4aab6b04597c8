"""Faulty files and the problems that an editor reads; a new case is a new folder under tests/cases."""

from __future__ import annotations

import pytest

from polderkoers.policy.load import load
from polderkoers.report.formats import as_text
from support.made_up import BASIS, CASES, root_with

FOLDERS = sorted(folder for folder in CASES.iterdir() if folder != BASIS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_faulty_file_gives_the_expected_problems(tmp_path, folder):
    """Each case gives exactly its problems: file, line, column, level, rule, message and hint."""
    problems = load(root_with(tmp_path, folder)).problems
    assert as_text(problems).splitlines() == (folder / "verwacht.txt").read_text(encoding="utf-8").splitlines()


def test_the_basis_of_the_cases_is_right(tmp_path):
    """The valid files that every case starts from give no problem."""
    assert load(root_with(tmp_path)).problems == ()
