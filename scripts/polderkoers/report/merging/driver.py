"""A merge of one file for Git: clean in its place, or with the marks of Git around what clashes and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from polderkoers.changes.git_call import run
from polderkoers.changes.merging.clash import SIDES
from polderkoers.changes.merging.trees import MergedTree, TreeMerge
from polderkoers.policy.load import faults_of
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.merging.clashes import ClashTelling
from polderkoers.report.merging.text import clash_lines
from polderkoers.report.merging.told import StatesTold
from polderkoers.report.merging.whole import only_in_whole

_LABELS = ("deze tak", "basis", "andere tak")
# What Git takes for a merge that it cannot do.
_FAILED = 129


def drive(root: Path, files: Sequence[Path], place: str, size: int) -> tuple[int, list[str]]:
    """Merge three files for Git, as basis, one and other, and write the outcome in the second; return an exit code and what to say.

    `place` is the path in the project, `size` how long the marks of a conflict are. What cannot be merged by its items is merged by
    its lines, as Git does it without this. 0 when nothing clashes, else 1.
    """
    contents = [file.read_bytes() for file in files]
    states = [{place: content} if content.strip() else {} for content in contents]
    schemas = Schemas(Folder(root))
    merge = TreeMerge(states, schemas)
    merged = merge.outcome()
    if merge.unread or merged.unread or place not in merged.contents:
        code = _by_lines(files, contents, size)
        return code, [f"{place}: niet per onderdeel samengevoegd, maar per regel. {_why(merge.unread)}".strip()]
    if not merged.clashes:
        files[1].write_bytes(merged.contents[place])
        new = _new_faults(states, merged, place, schemas)
        return int(bool(new)), new
    sides = [merge.outcome(otherwise=side).contents.get(place, b"") for side in SIDES]
    _by_lines(files, sides, size)
    return 1, list(_told(states, merged, schemas))


def _by_lines(files: Sequence[Path], contents: Sequence[bytes], size: int) -> int:
    """Let Git merge three contents into the second file, and return 0 when nothing conflicts, else 1."""
    names = [file.with_name(f".{file.name}.{side}") for file, side in zip(files, SIDES, strict=True)]
    try:
        for name, content in zip(names, contents, strict=True):
            name.write_bytes(content)
        base, one, other = map(str, names)
        labels = chain.from_iterable(("-L", label) for label in _LABELS)
        done = run(files[1].parent, "merge-file", "-p", f"--marker-size={size}", *labels, one, base, other)
        if 0 <= done.returncode < _FAILED:
            files[1].write_bytes(done.stdout)
    finally:
        for name in names:
            name.unlink(missing_ok=True)
    return min(done.returncode, 1) if done.returncode < _FAILED else done.returncode


def _why(problems: Sequence[Problem]) -> str:
    return " ".join(f"Regel {problem.line}: {problem.message}" for problem in problems[:1])


def _new_faults(states: Sequence[dict[str, bytes]], merged: MergedTree, place: str, schemas: Schemas) -> list[str]:
    """Return what is wrong with the whole file and with neither side, as lines."""
    parts = chain.from_iterable(_faults(state.get(place, b""), place, schemas) for state in states[1:])
    new = only_in_whole(parts, _faults(merged.contents[place], place, schemas))
    return [f"Samen klopt het niet. {problem_line(problem)}" for problem in new]


def _faults(content: bytes, place: str, schemas: Schemas) -> list[Problem]:
    if not content:
        return []
    return [each for each in faults_of(content.decode("utf-8-sig", "replace"), place, schemas) if each.level == "fout"]


def _told(states: Sequence[dict[str, bytes]], merged: MergedTree, schemas: Schemas) -> list[str]:
    telling = StatesTold(schemas)
    was, one, other = states
    documents = {file: document for file, content in one.items() if (document := telling.document(file, content))}
    clashes = ClashTelling(telling.compared(was, one), telling.compared(was, other), documents)
    lines: list[str] = []
    for number, clash in enumerate(merged.clashes, start=1):
        lines += clash_lines(clashes.told(number, clash))
    return lines
