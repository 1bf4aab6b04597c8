"""Runs the stations on a root and collects all problems on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from polderkoers.policy import rules
from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.rules.finding import Context, Past
from polderkoers.policy.rules.version_fixed import without_list
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, forbidden_signs, read
from polderkoers.policy.tree import Tree, not_read_of, tree_of
from polderkoers.policy.unfilled import still_to_fill, unfilled
from polderkoers.problems import Problem


@dataclass(frozen=True)
class Loaded:
    """What loading gave: the policy of the well-formed files and their documents, all problems in order, and a count."""

    policy: Policy
    problems: tuple[Problem, ...]
    file_count: int
    documents: tuple[Document, ...] = ()


def load(place: Path | Tree, past: Past | None = None) -> Loaded:
    """Read, check and index the policy of a tree, or of the tree in a folder.

    A file with a problem is left out of the policy, and references to it are not blamed. Raises `FolderMissing` or
    `SchemaBroken` when there is nothing to check, or nothing to check it with. `past` is what the history says.
    """
    tree = tree_of(place)
    schemas = Schemas(tree)
    documents: list[Document] = []
    problems: list[Problem] = []
    begun: list[tuple[Document, frozenset[str]]] = []
    unread, count = set(), 0
    for source in tree.data_files():
        count += 1
        outcome = read(source)
        name = PurePosixPath(source.file).stem
        if isinstance(outcome, Problem):
            problems.extend((outcome, *forbidden_signs(source)))
            unread.add(name)
            continue
        blanks = unfilled(outcome)
        refused = [found for found in schemas.judge(outcome) if found.path not in blanks]
        if blanks:
            begun.append((outcome, blanks))
        if refused or blanks:
            problems.extend(refused)
            unread.add(name)
        else:
            documents.append(outcome)
    problems.extend(not_read_of(tree))
    policy = Policy(build_file(document) for document in documents)
    for document, blanks in begun:
        problems.extend(still_to_fill(document, blanks, schemas, policy))
    context = Context(policy, frozenset(unread), past or Past())
    problems.extend(_rule_problems(context, documents))
    problems.extend(without_list(context))
    return Loaded(policy, tuple(sorted(problems)), count, tuple(documents))


def _rule_problems(context: Context, documents: list[Document]) -> Iterator[Problem]:
    by_file = {document.file: document for document in documents}
    for name, finding in rules.check(context):
        document = by_file[finding.entry.file.file]
        place, path = document.place(finding.pointer, key=finding.at_key), finding.pointer
        message = finding.message
        if finding.first is not None:
            first = by_file[finding.first.file.file]
            other_path = f"{finding.first.item.pointer}/id"
            other = first.place(other_path)
            if first is document and (other.line, other.column) > (place.line, place.column):
                # What counts for an editor is which of the two comes second in the file.
                other, place, path = place, other, other_path
            where = "" if first is document else f"in {first.file}, "
            message = f"{message} De eerste keer is {where}op regel {other.line}."
        yield Problem(document.file, place.line, place.column, name, message, finding.hint, path, finding.level)
