"""Remembers the outcome of a check by the content of everything that went into it.

The memory is one file that may be deleted at any time. It is used only when schemas, rules, versions of libraries and all
data are the same to the byte; anything else in it is ignored and written anew.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polderkoers.policy.pictures import pictures_of
from polderkoers.policy.tree import Folder, Snapshot, Tree
from polderkoers.problems import Problem, problem_from

if TYPE_CHECKING:
    from polderkoers.policy.loaded import Loaded

# The folder of all that is kept from one run to the next, by its first part: a link may stand there.
KEPT = ".polderkoers"
CACHE = Path(KEPT, "cache", "check.json")
_LIBRARIES = ("PyYAML", "jsonschema", "jsonschema-rs", "referencing")
# The folders with code that the outcome depends on: the last rule compares with an earlier version, and what is guessed stands in errors/.
_JUDGING = ("changes", "errors", "policy")


@dataclass(frozen=True)
class Checked:
    """The outcome of a check: all problems in order, and how many files and items were checked.

    `failure` is why the history could not be read though it is needed, `unchecked` why there was nothing to compare with; such an
    outcome is not remembered, because the data does not say when that is over.
    """

    problems: tuple[Problem, ...]
    file_count: int
    item_count: int
    failure: str = ""
    unchecked: str = ""


def outcome_of(loaded: Loaded, failure: str = "", unchecked: str = "") -> Checked:
    """Return the outcome of a check that loaded a policy; why something of it could not be done is in words."""
    own = sum(not entry.is_shipped for entry in loaded.policy.entries.values())
    return Checked(loaded.problems, loaded.file_count, own, failure, unchecked)


def checked(root: Path, check: Callable[[Tree], Checked], *, remember: bool = True, also: str = "") -> Checked:
    """Return what `check` gives for the tree under `root`, from memory when nothing at all has changed.

    `also` is whatever else the outcome depends on. Raises `FolderMissing` when there is nothing to check. A memory that cannot be read or written is no error.
    """
    if not remember:
        return check(Folder(root))
    # What is remembered must be about the very bytes that the key is of, also when an editor saves meanwhile.
    return checked_tree(root, Snapshot(Folder(root)), check, also)


def checked_tree(root: Path, tree: Snapshot, check: Callable[[Tree], Checked], also: str = "") -> Checked:
    """Return what `check` gives for a tree that was read from `root`, from its memory when nothing at all has changed."""
    key = _key(tree, also)
    found = _recall(root / CACHE, key)
    if found is None:
        found = check(tree)
        # What is said of a reference that leads nowhere depends on earlier versions as well.
        nowhere = any(problem.rule == "verwijzing-onbekend" for problem in found.problems)
        if not found.failure + found.unchecked and not nowhere:
            _remember(root / CACHE, key, found)
    return found


def _key(tree: Snapshot, also: str) -> str:
    """Return a digest of everything that the outcome depends on, each part with its name and length."""
    digest = hashlib.sha256()
    # A rule knows what day it is here.
    today = date.today().isoformat()  # noqa: DTZ011 - the day where the editor is
    told = (("also", also.encode()), ("today", today.encode()))
    for name, content in (*told, *_program(), *sorted(tree.schemas().items()), *_data(tree)):
        digest.update(f"{len(name)}:{len(content)}:{name}".encode())
        digest.update(content)
    return digest.hexdigest()


def _program() -> Iterator[tuple[str, bytes]]:
    yield "python", platform.python_version().encode()
    for library in _LIBRARIES:
        yield library, version(library).encode()
    package = Path(__file__).parents[1]
    parts: list[Path] = []
    for folder in _JUDGING:
        parts += (package / folder).rglob("*.py")
    # What ships beside the code: the names of the model, and what is known of Dutch.
    parts += [*package.glob("known.*"), *(package / "policy" / "kennis").iterdir()]
    for path in (package / "problems.py", *sorted(parts)):
        yield path.relative_to(package).as_posix(), path.read_bytes()


def _data(tree: Snapshot) -> Iterator[tuple[str, bytes]]:
    for file, content in tree.contents.items():
        yield file, repr(content).encode() if isinstance(content, Problem) else content
    for problem in tree.passed_over():
        yield problem.file, repr(problem).encode()
    pictures = pictures_of(tree)
    yield "pictures", repr(pictures and sorted(pictures)).encode()


def _recall(path: Path, key: str) -> Checked | None:
    """Return what is remembered under a key; None when there is nothing, or nothing that can be trusted."""
    try:
        held = json.loads(path.read_bytes())
        if held["key"] != key or held["seal"] != _seal(key, held["outcome"]):
            return None
        outcome = held["outcome"]
        problems = tuple(map(problem_from, outcome["problems"]))
        return Checked(problems, outcome["file_count"], outcome["item_count"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _remember(path: Path, key: str, outcome: Checked) -> None:
    values = dataclasses.asdict(outcome)
    text = json.dumps({"key": key, "seal": _seal(key, values), "outcome": values}, ensure_ascii=False)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Written apart and put in place in one step, so that two runs at once never leave half a memory.
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _seal(key: str, outcome: Any) -> str:
    """Return a digest that shows damage, and an outcome that was moved to another key."""
    return hashlib.sha256(f"{key}{json.dumps(outcome, sort_keys=True)}".encode()).hexdigest()
