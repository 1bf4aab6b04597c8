"""Runs the stations on a root and collects all problems on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from polderkoers.policy import rules
from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, find_files, read
from polderkoers.problems import Problem


@dataclass(frozen=True)
class Loaded:
    """What loading gave: the policy of the files that are well-formed, all problems in order, and how many files."""

    policy: Policy
    problems: tuple[Problem, ...]
    file_count: int


def load(root: Path) -> Loaded:
    """Read, check and index the policy under `root`.

    A file with a problem is left out of the policy, and references to it are not blamed. Raises `FolderMissing` or
    `SchemaBroken` when there is nothing to check, or nothing to check it with.
    """
    schemas = Schemas(root)
    documents, problems, unread, count = [], [], set(), 0
    for path in find_files(root):
        count += 1
        outcome = read(path, root)
        if isinstance(outcome, Problem):
            problems.append(outcome)
            unread.add(path.stem)
            continue
        refused = list(schemas.check(outcome))
        if refused:
            problems.extend(refused)
            unread.add(path.stem)
        else:
            documents.append(outcome)
    policy = Policy(build_file(document) for document in documents)
    problems.extend(_rule_problems(policy, documents, frozenset(unread)))
    return Loaded(policy, tuple(sorted(problems)), count)


def _rule_problems(policy: Policy, documents: list[Document], unread: frozenset[str]) -> Iterator[Problem]:
    by_file = {document.file: document for document in documents}
    for name, finding in rules.check(Context(policy, unread)):
        yield _located(name, finding, by_file[finding.entry.file.file])


def _located(rule: str, finding: Finding, document: Document) -> Problem:
    place = document.place(finding.pointer, key=finding.at_key)
    file = PurePosixPath(document.file).as_posix()
    return Problem(file, place.line, place.column, rule, finding.message, finding.hint, finding.pointer, finding.level)
