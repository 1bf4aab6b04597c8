"""Runs the stations on a root and collects all problems on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from polderkoers.policy import rules
from polderkoers.policy.file_names import unexpected
from polderkoers.policy.general import general_policy
from polderkoers.policy.in_text import swapped
from polderkoers.policy.index import Policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.misplaced import asked_whether_cut, in_text, led_to_cure, only_cures
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.nothing_said import nothing_said
from polderkoers.policy.rules import OF_ONE_TEXT
from polderkoers.policy.rules.finding import Context, Finding, Past
from polderkoers.policy.rules.version_fixed import without_list
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_number import other_number
from polderkoers.policy.source import Document, forbidden_signs, parse, read
from polderkoers.policy.tree import DataFile, Tree, not_read_of, tree_of
from polderkoers.policy.underlay import policy_of
from polderkoers.policy.unfilled import still_to_fill, unfilled
from polderkoers.policy.wanted import named
from polderkoers.problems import Problem, Repair

_MOST_FILES = 20
_FOLLOWS = frozenset({"veld-ontbreekt", "verkeerd-type"})


def load(place: Path | Tree, past: Past | None = None) -> Loaded:
    """Read, check and index the policy of a tree, or of the tree in a folder.

    A file with a problem is left out of the policy, and references to it are not blamed. Raises `FolderMissing` or
    `SchemaBroken` when there is nothing to check, or nothing to check it with. `past` is what the history says.
    """
    tree = tree_of(place)
    schemas = Schemas(tree)
    sources = tuple(tree.data_files())
    names = frozenset(source.file for source in sources)
    found = _read_all(sources, names, schemas)
    policy = policy_of(map(build_file, found.documents), general_policy())
    if other := other_number((*found.documents, *found.refused.values()), schemas.number):
        # What the schemas and rules say of data that follow others, is not sure.
        return Loaded(policy, (other, *found.unreadable), len(sources), tuple(found.documents))
    context = Context(policy, frozenset(found.unread), past or Past(), names, schemas.entry, general_policy())
    lookup = Lookup(policy, general_policy())
    problems = [named(problem, found.refused.get(problem.file), context, lookup) for problem in found.problems]
    problems.extend(not_read_of(tree))
    for document, blanks in found.begun:
        problems.extend(still_to_fill(document, blanks, schemas, policy))
    problems.extend(_rule_problems(context, found.documents))
    problems.extend(without_list(context))
    return Loaded(policy, tuple(sorted(problems)), len(sources), tuple(found.documents))


@dataclass
class _Found:
    """What reading the files one by one gave: documents without a fault, and of the others what is wrong with them.

    `begun` are the documents that are still to be filled in, with the paths of what is; `unread` the ids of files that
    are left out of the policy.
    """

    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    begun: list[tuple[Document, frozenset[str]]] = field(default_factory=list)
    refused: dict[str, Document] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """What is wrong with the files that could not be read at all, in order."""
        return tuple(sorted(problem for problem in self.problems if problem.file not in self.refused))


def _read_all(sources: Iterable[DataFile], names: frozenset[str], schemas: Schemas) -> _Found:
    found = _Found()
    for source in sources:
        outcome = unexpected(source.file, names) or read(source)
        if isinstance(outcome, Problem):
            found.problems += (*_cured(outcome, source, schemas), *forbidden_signs(source))
            found.unread.add(PurePosixPath(source.file).stem)
        else:
            _judge(outcome, schemas, found)
    found.documents.sort(key=_out_of_place)
    return found


def _out_of_place(document: Document) -> tuple[bool, bool]:
    """Return what puts a file behind others: of two with one id, that with the right name in the right folder is the original."""
    path = PurePosixPath(document.file)
    return path.stem != document.data.get("id"), path.parent != PurePosixPath("data") / KINDS[
        document.data["soort"]
    ].kind.folder


def _judge(document: Document, schemas: Schemas, found: _Found) -> None:
    blanks = unfilled(document)
    refused = [problem for problem in _refused(document, schemas) if not _is_filler(problem, blanks)]
    if blanks:
        found.begun.append((document, blanks))
    if not refused and not blanks:
        found.documents.append(document)
        return
    found.problems += refused
    found.refused[document.file] = document
    found.unread.add(PurePosixPath(document.file).stem)


def _is_filler(problem: Problem, blanks: frozenset[str]) -> bool:
    """Return whether a problem is about a value that is still to be filled in, also when its brackets make a list of it."""
    return problem.path in blanks or (problem.rule == "verkeerd-type" and f"{problem.path}/0" in blanks)


def faults_of(text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return what is wrong with a text by itself, as `load` would say it of a file, in order."""
    outcome = parse(text, file)
    if isinstance(outcome, Problem):
        return _true_of([outcome], text, file, schemas)
    blanks = unfilled(outcome)
    refused = sorted(_refused(outcome, schemas))
    if refused or blanks:
        return [problem for problem in refused if not _is_filler(problem, blanks)]
    return sorted(_in_its_texts(outcome))


def _in_its_texts(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a document that its schema accepts, by those rules that need no other file."""
    context = Context(Policy((build_file(document),)))
    yield from _rule_problems(context, [document], OF_ONE_TEXT)


def _cured(problem: Problem, source: DataFile, schemas: Schemas) -> list[Problem]:
    """Return a problem that stopped the reading of a file, or what a change of one place would mend, in its place."""
    content = source.read()
    if isinstance(content, Problem) or problem.rule not in ("yaml-syntaxis", "yaml-vorm"):
        return [problem]
    return _true_of([problem], content.decode("utf-8-sig"), source.file, schemas)


def _refused(document: Document, schemas: Schemas) -> list[Problem]:
    """Return what is wrong with a document by itself, as far as it does not follow from something else in it."""
    swallowed = in_text(document, schemas)
    found = _judged(document, schemas)
    if swallowed:
        # What a text took in is missing elsewhere; that follows.
        told = {problem.line for problem in swallowed}
        return [*swallowed, *(each for each in found if each.rule not in _FOLLOWS and each.line not in told)]
    return _true_of(found, document.text, document.file, schemas)


def _true_of(found: list[Problem], text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return the problems of a file with the cure of its cause, and without a hint that would be none."""
    led = led_to_cure(found, text, file, schemas)
    if led == found:  # any other one was tried
        led = only_cures(led, text, lambda typed: _faults(typed, file, schemas))
    return asked_whether_cut(led, text)


def _faults(text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return what reading and the schema say of a text, as it stands."""
    outcome = parse(text, file)
    if isinstance(outcome, Problem):
        return [outcome]
    return _judged(outcome, schemas)


def _judged(document: Document, schemas: Schemas) -> list[Problem]:
    """Return what reading and the schema refuse; what only follows from an item that lost its first line is left out."""
    lost = tuple(f"{remark.path}/" for remark in document.remarks if remark.rule == "dubbele-sleutel")
    found = list(schemas.judge(document))
    judged = {problem.path for problem in found}
    found += (problem for problem in nothing_said(document, schemas) if problem.path not in judged)
    return [
        problem
        for problem in found
        if problem in document.remarks or not f"{problem.path}/".startswith(lost or ("\0",))
    ]


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
