"""Runs the stations on a root and collects all problems on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from polderkoers.policy import rules
from polderkoers.policy.general import general_policy
from polderkoers.policy.in_text import swapped
from polderkoers.policy.index import Policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.build import build_file
from polderkoers.policy.pictures import pictures_of
from polderkoers.policy.reading import Found, Memory, is_filler, read_all, refused_of, true_of
from polderkoers.policy.rules import OF_ONE_TEXT
from polderkoers.policy.rules.finding import Context, Finding, Past
from polderkoers.policy.rules.version_fixed import without_list
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_number import other_number
from polderkoers.policy.source import Document, parse
from polderkoers.policy.tree import Tree, not_read_of, tree_of
from polderkoers.policy.underlay import policy_of
from polderkoers.policy.unfilled import still_to_fill, unfilled
from polderkoers.policy.wanted import named
from polderkoers.problems import Problem, Repair

_MOST_FILES = 20


def load(place: Path | Tree, past: Past | None = None) -> Loaded:
    """Read, check and index the policy of a tree, or of the tree in a folder.

    A file with a problem is left out of the policy, and references to it are not blamed. Raises `FolderMissing` or
    `SchemaBroken` when there is nothing to check, or nothing to check it with. `past` is what the history says.
    """
    return read_policy(tree_of(place)).judged(past)


def read_policy(tree: Tree, memory: Memory | None = None) -> PolicyRead:
    """Read and index the policy of a tree; what only all files together can tell is left to `judged`. Raises as `load` does.

    With a `memory`, a file that is the same to the byte as when it was last read is not read again.
    """
    read = read_files(tree, memory or Memory())
    # Whoever asks for a policy waits for all of it here, and not later.
    return read.indexed()


def read_files(tree: Tree, memory: Memory) -> PolicyRead:
    """Read the files of a tree as `read_policy` does; they are indexed when somebody asks for the policy that they are."""
    schemas = memory.schemas_of(tree)
    sources = tuple(tree.data_files())
    names = frozenset(source.file for source in sources)
    return PolicyRead(tree, schemas, names, read_all(sources, names, schemas, memory), memory)


@dataclass(frozen=True)
class PolicyRead:
    """A policy that was read, and not yet judged as a whole.

    `schemas` are those that it was read by, `names` all files of its tree, `found` what reading them one by one gave.
    """

    tree: Tree
    schemas: Schemas
    names: frozenset[str]
    found: Found
    memory: Memory = field(repr=False, compare=False)

    @cached_property
    def policy(self) -> Policy:
        """The policy of the files without a fault, indexed."""
        return policy_of(map(self.memory.built, self.found.documents), general_policy())

    def indexed(self) -> PolicyRead:
        """Return the same, indexed."""
        _ = self.policy
        return self

    @property
    def has_faults(self) -> bool:
        """Whether a file by itself has a fault; such a file is not in the policy."""
        return bool(self.found.problems or self.found.begun)

    @property
    def unjudged(self) -> Loaded:
        """The policy without any problem."""
        return Loaded(self.policy, (), len(self.names), tuple(self.found.documents))

    def judged(self, past: Past | None = None) -> Loaded:
        """Return the policy with all problems: those of its files, and those that the rules find. `past` is what the history says."""
        found, policy = self.found, self.policy
        if other := other_number((*found.documents, *found.refused.values()), self.schemas.number):
            # What the schemas and rules say of data that follow others, is not sure.
            return Loaded(policy, (other, *found.unreadable), len(self.names), tuple(found.documents))
        unread, general = frozenset(found.unread), general_policy()
        context = Context(
            policy,
            unread,
            past or Past(),
            self.names,
            self.schemas.entry,
            general,
            lambda: pictures_of(self.tree),
        )
        lookup = Lookup(policy, general)
        problems = [named(problem, found.refused.get(problem.file), context, lookup) for problem in found.problems]
        problems.extend(not_read_of(self.tree))
        for document, blanks in found.begun:
            problems.extend(still_to_fill(document, blanks, self.schemas, policy))
        problems.extend(_rule_problems(context, found.documents))
        problems.extend(without_list(context))
        return Loaded(policy, tuple(sorted(problems)), len(self.names), tuple(found.documents))


def faults_of(text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return what is wrong with a text by itself, as `load` would say it of a file, in order."""
    outcome = parse(text, file)
    if isinstance(outcome, Problem):
        return true_of([outcome], text, file, schemas)
    blanks = unfilled(outcome)
    refused = sorted(refused_of(outcome, schemas))
    if refused or blanks:
        return [problem for problem in refused if not is_filler(problem, blanks)]
    return sorted(_in_its_texts(outcome))


def _in_its_texts(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a document that its schema accepts, by those rules that need no other file."""
    context = Context(Policy((build_file(document),)))
    yield from _rule_problems(context, [document], OF_ONE_TEXT)


def _rule_problems(
    context: Context, documents: list[Document], only: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    by_file = {document.file: document for document in documents}
    for name, finding in rules.check(context, only):
        if finding.entry.is_shipped:
            continue  # what ships with the engine is not for an editor to mend
        document = by_file[finding.entry.file.file]
        place, path = document.place(finding.pointer, key=finding.at_key), finding.pointer
        message = finding.message
        if finding.first is not None and finding.first.is_shipped:
            message = f"{message} De eerste staat in de meegeleverde lijst."
        elif finding.first is not None:
            first = by_file[finding.first.file.file]
            other_path = f"{finding.first.item.pointer}/id"
            other = first.place(other_path)
            if first is document and other > place:
                # What counts for an editor is which of the two comes second in the file.
                other, place, path = place, other, other_path
            where = "" if first is document else f"in {first.file}, "
            message = f"{message} De eerste keer is {where}op regel {other.line}."
        message += _also(finding, document, by_file)
        repair = _repair(finding, document)
        yield Problem(
            document.file, place.line, place.column, name, message, finding.hint, path, finding.level, repair=repair
        )


def _repair(finding: Finding, document: Document) -> Repair | None:
    """Return the cure that a finding is certain of: another name for the file, or other words in a text."""
    old, new = finding.swap
    if old:
        return swapped(document, finding.pointer, old, new)
    if finding.rename:
        return Repair(rename=finding.rename)
    return None


def _also(finding: Finding, document: Document, by_file: dict[str, Document]) -> str:
    """Return a sentence on the other places with the same fault, the own file first; nothing when there are none."""
    lines: dict[str, list[int]] = {}
    for entry, pointer in finding.also:
        if entry.is_shipped:
            continue
        other = by_file[entry.file.file]
        lines.setdefault(other.file, []).append(other.place(pointer).line)
    files = sorted(lines, key=lambda file: (file != document.file, file))
    if not files:
        return ""
    parts = []
    for file in files[:_MOST_FILES]:
        where = "" if file == document.file else f"in {file} "
        parts.append(f"{where}op regel {_numbers(lines[file])}")
    if len(files) > _MOST_FILES:
        parts.append(f"nog {len(files) - _MOST_FILES} bestanden")
    return f" Dit staat ook {'; '.join(parts)}."


def _numbers(lines: list[int]) -> str:
    """Return the numbers of lines in a sentence, each once and in order."""
    *most, last = sorted(set(lines))
    if not most:
        return str(last)
    return f"{', '.join(map(str, most))} en {last}"
