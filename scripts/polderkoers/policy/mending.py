"""Carries out the cures that are certain, and says what changed; everything else stays as it is, to the byte.

A cure is certain when its problem has a `Repair`, and when carrying it out takes the problem away and brings no more.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.files import replace_content
from polderkoers.policy.in_text import carried_out
from polderkoers.policy.load import faults_of, load
from polderkoers.policy.schema import Schemas
from polderkoers.policy.syntax_clues.conflicts import SURE
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem

_BOM = b"\xef\xbb\xbf"
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# Each round mends at least one fault; a file with more than this is for a person to look at.
_MOST_ROUNDS = 300
_Known = tuple[str, int, int, str]


@dataclass(frozen=True)
class MendedLine:
    """A line that was mended, with what stood there and what stands there now; or a file that got another path (line 0)."""

    file: str
    line: int
    before: str
    after: str


@dataclass(frozen=True)
class Mending:
    """What was done, and the problems of files that could not be written."""

    done: tuple[MendedLine, ...]
    unwritten: tuple[Problem, ...] = ()


def holds_conflict(root: Path) -> bool:
    """Return whether a file of the data holds the marks of a conflict."""
    contents = (source.read() for source in Folder(root).data_files())
    return any(isinstance(each, bytes) and SURE.search(each.decode("utf-8", "replace")) for each in contents)


def mend(root: Path, only: tuple[str, ...] = ()) -> Mending:
    """Mend the data under a root, or only the files and folders that are named, relative to the root.

    Each file is written in one step, or not at all. Raises `FolderMissing` or `SchemaBroken`.
    """
    done = _rename(root, only)
    schemas = Schemas(root)
    unwritten: list[Problem] = []
    for source in list(Folder(root).data_files()):
        content = source.read()
        if not isinstance(content, bytes) or not within(source.file, only):
            continue
        new = _mended(content, source.file, schemas)
        if new is None or new == content:
            continue
        try:
            replace_content(root / source.file, new)
        except OSError:
            unwritten.append(rules.unwritable(source.file))
            continue
        done += _changes(source.file, content, new)
    return Mending(tuple(done), tuple(unwritten))


def within(file: str, only: tuple[str, ...]) -> bool:
    """Return whether a file is among those that are named, or in a folder that is; all are when none is named."""
    return not only or any(file == each or file.startswith(f"{each.rstrip('/')}/") for each in only)


def _rename(root: Path, only: tuple[str, ...]) -> list[MendedLine]:
    """Give files the name that they certainly must have, and return which; never one that two want or that is there."""
    wanted = {
        problem.file: problem.repair.rename
        for problem in load(root).problems
        if problem.repair and problem.repair.rename and within(problem.file, only)
    }
    times = Counter(wanted.values())
    done = []
    for file, new in sorted(wanted.items()):
        target = root / new
        same = target.exists() and target.samefile(root / file)  # a disk that does not tell capitals apart
        if times[new] > 1 or (target.exists() and not same):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        (root / file).rename(target)
        done.append(MendedLine(file, 0, file, new))
    return done


def _mended(content: bytes, file: str, schemas: Schemas) -> bytes | None:
    """Return a file with all that is certain mended, or None when it is no text that may be changed."""
    mark = _BOM if content.startswith(_BOM) else b""
    try:
        text = content.removeprefix(mark).decode("utf-8")
    except UnicodeDecodeError:
        return None
    unsure: set[_Known] = set()
    problems = faults_of(text, file, schemas)
    for _ in range(_MOST_ROUNDS):
        chosen = next((each for each in problems if each.repair and _known(each) not in unsure), None)
        if chosen is None or chosen.repair is None:
            break
        new = carried_out(text, chosen.repair)
        left = faults_of(new, file, schemas)
        if _helped(chosen, problems, left):
            text, problems = new, left
        else:
            unsure.add(_known(chosen))
    return mark + text.encode("utf-8")


def _helped(problem: Problem, before: list[Problem], after: list[Problem]) -> bool:
    """Return whether a repair took its problem away, and brought no others on its line or above it."""
    if problem.rule in ("yaml-syntaxis", "yaml-vorm"):
        # Behind a fault that stopped the reading others may come to light, but only below it: one on the lines that were
        # mended says that something else was meant.
        last = problem.repair.end_line if problem.repair else problem.line
        return not any(_is_of(other, problem, last) for other in after)
    return len(after) < len(before) and _known(problem) not in map(_known, after)


def _is_of(other: Problem, problem: Problem, last: int) -> bool:
    """Return whether a problem that is left says that a repair up to a line was no cure."""
    if other.rule == problem.rule:
        return other.line <= last
    return other.rule == "verkeerd-type" and problem.line <= other.line <= last


def _known(problem: Problem) -> _Known:
    return problem.rule, problem.line, problem.column, problem.message


def _changes(file: str, before: bytes, after: bytes) -> list[MendedLine]:
    """Return the lines that differ; a repair never adds or takes away one."""
    old, new = (_LINE_BREAK.split(each.decode("utf-8-sig")) for each in (before, after))
    pairs = zip(old, new, strict=True)
    return [MendedLine(file, number, was, now) for number, (was, now) in enumerate(pairs, start=1) if was != now]
