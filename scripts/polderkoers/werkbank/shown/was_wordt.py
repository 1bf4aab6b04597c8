"""Was / wordt: all that a draft changes, in sentences, each change with what it is about so that people can say something of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.compare import Comparison, compare
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.impact import impact
from polderkoers.changes.items import is_file
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.wording import sentence
from polderkoers.policy.schema import Schemas
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.html import change_as_html
from polderkoers.report.changes.summary import totals
from polderkoers.report.merging.told import StatesTold
from polderkoers.werkbank.forms.desk import placed_in
from polderkoers.werkbank.forms.wording import file_name

if TYPE_CHECKING:
    from polderkoers.changes.account.account import ToldFile
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.cells import Cell
    from polderkoers.policy.loaded import Loaded
    from polderkoers.policy.tree import DataFile
    from polderkoers.werkbank.shown.drafts import Drafts, ReadDraft

_NUMBER, _RAISED = "versie", ": het versienummer was "
_NOT_YET = "Wat dit voorstel in het beleid verandert, is nog niet te zeggen: een bestand is niet te vergelijken."


@dataclass(frozen=True)
class DraftChange:
    """One change in words.

    `anchor` is its own in the draft and the same every time, `number` by what people call it. It is about the item `ref` in `file`, called
    `heading`, which stands `within` something else. `was` and `becomes` are both sides in pieces of text that stayed, went or came; of an item
    that is new or gone they are empty. `is_editorial` when only the writing is another. `html` is all of it as a part of a page, in the words and classes of
    the report of a comparison.
    """

    anchor: str
    number: str
    ref: str
    file: str
    heading: str
    within: str
    sentence: str
    was: Cell
    becomes: Cell
    is_editorial: bool
    html: str


@dataclass(frozen=True)
class DraftBeside:
    """Something that a draft changes in a file and that is no policy, in a sentence."""

    file: str
    sentence: str

    @property
    def ref(self) -> str:
        """The reference of the file, by which people can say something of it."""
        return PurePosixPath(self.file).stem


@dataclass(frozen=True)
class WasWordt:
    """All that a draft changes: how much in a sentence, the changes by file with its name, and what is beside the policy.

    `unread` says what could not be compared.
    """

    total: str
    files: tuple[tuple[str, tuple[DraftChange, ...]], ...]
    beside: tuple[DraftBeside, ...]
    unread: tuple[str, ...]
    report: ComparisonReport

    @property
    def changes(self) -> tuple[DraftChange, ...]:
        """All changes, in order."""
        return tuple(chain.from_iterable(changes for _, changes in self.files))


def was_wordt(drafts: Drafts, base: str, commit: str) -> WasWordt:
    """Return what a draft, given its commit, changes in what it is made on. Raises a `PolderkoersError` when one cannot be read."""
    old, new = drafts.read(base, base), drafts.read(base, commit)
    found = _without_numbers(compare(_with_gaps(old), _with_gaps(new)))
    report = ComparisonReport(
        found,
        "wat nu geldt",
        "dit voorstel",
        found.changes,
        impact(found.changes, old.loaded.policy, new.loaded.policy),
        draft=draft_of(found),
        budget=budget_of(found.changes, found),
    )
    told = chain.from_iterable(part.files for part in report.account.parts)
    files = tuple((file.heading, tuple(_changes(file))) for file in told)
    beside = tuple(_besides(old, new, found))
    total = totals(report) if report.everything or not found.skipped else _NOT_YET
    return WasWordt(total, files, beside, tuple(_unread(found)), report)


def _without_numbers(found: Comparison) -> Comparison:
    """Return a comparison without the number of a file in which something else changes: the werkbank raises that by itself."""
    changed = {change.file for change in found.changes if change.field != _NUMBER}
    kept = (change for change in found.changes if change.field != _NUMBER or change.file not in changed)
    return replace(found, changes=tuple(kept))


def _with_gaps(draft: ReadDraft) -> Loaded:
    """Return a draft with the files in it that are still to be mended: what differs in these is told as well."""
    return replace(draft.loaded, documents=tuple(each for each in draft.documents if is_file(each.data)))


def _unread(found: Comparison) -> Iterator[str]:
    for line in skipped_lines(found.skipped):
        yield f"Dit bestand is nog niet te vergelijken. {line}"


def _changes(file: ToldFile) -> Iterator[DraftChange]:
    """Yield the changes of a file: it as a whole, its items, and entries of a list that come or go."""
    whole = (file.whole,) if file.whole else ()
    yield from (_change(told, file.heading, "") for told in whole)
    for item in file.items:
        yield from (_change(told, item.heading, item.within) for told in item.told)
    yield from (_change(told, file.heading, "") for told in (*file.come, *file.gone))


def _change(told: Told, heading: str, within: str) -> DraftChange:
    change, (was, becomes, _) = told.change, told.pair
    return DraftChange(
        change.anchor,
        told.number,
        told.subject.ref,
        change.file,
        heading,
        within,
        told.sentence,
        was,
        becomes,
        change.significance == "redactioneel",
        change_as_html(told),
    )


def _besides(old: ReadDraft, new: ReadDraft, found: Comparison) -> Iterator[DraftBeside]:
    """Yield what differs besides the policy: in the list of versions, in comments, in files that are none, and in form alone."""
    for change in found.changes:
        if change.item.soort == "versies" and not change.goes_along:
            yield DraftBeside(change.file, sentence(change, found.names))
    # Of what could not be compared nobody knows that only its form is another.
    told = {change.file for change in found.changes} | {problem.file for problem in found.skipped}
    states = StatesTold(Schemas(old.tree))
    before, after = _files(old), _files(new)
    for file in sorted(before.keys() | after.keys()):
        was, now = before.get(file), after.get(file)
        if was is not None and now is not None and was.key == now.key:
            continue
        lines = [*states.besides(file, _content(was), _content(now), found.names)]
        if not lines and file not in told:
            lines = [*states.untold(file, _content(was), _content(now), found.names)]
        yield from (DraftBeside(file, _named(line, file, new if now else old)) for line in _without_number(lines))


def _without_number(lines: list[str]) -> list[str]:
    """Return what differs beside the policy without the number of the file, unless that is all."""
    return [line for line in lines if _RAISED not in line] or lines


def _named(line: str, file: str, draft: ReadDraft) -> str:
    """Return a line about a file with its name in the place of its path."""
    document = next((each for each in draft.documents if each.file == file), None)
    placed = placed_in(document) if document is not None else ()
    if not placed:
        return line
    name = f"'{file_name(placed[0])}'"
    return line.replace(f"Het bestand {file}", name).replace(file, name)


def _files(draft: ReadDraft) -> dict[str, DataFile]:
    return {source.file: source for source in draft.tree.data_files()}


def _content(source: DataFile | None) -> bytes | None:
    content = source.read() if source else None
    return content if isinstance(content, bytes) else None
