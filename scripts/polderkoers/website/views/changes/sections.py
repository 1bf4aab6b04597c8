"""The account of two versions as a page shows it: each file and item with its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.parts import PARTS, POLICY, Part
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.website.views.changes.addresses import file_anchor, part_path
from polderkoers.website.views.changes.told import Wijziging, show
from polderkoers.website.views.link import Link
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.changes.account.account import ToldFile, ToldItem
    from polderkoers.changes.account.told import Told
    from polderkoers.website.views.changes.compared import Compared

NamedEntries = tuple[tuple[Wijziging, Link], ...]


@dataclass(frozen=True)
class ChangesOfItem:
    """The changes of one item under its name; `within` says what the item stands in."""

    heading: str
    within: str
    page: Link
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True)
class FileChanges:
    """The changes in one file. `whole` is the change when the whole file is new or gone, `other_owner` whose policy it is.

    `anchor` is set at the first place where a page tells of the file: what links to the file as a whole leads there. `added` and
    `removed` are whole entries of a list of names, and `count` says how many came, went and changed.
    """

    anchor: str
    heading: str
    page: Link
    other_owner: str
    whole: Wijziging | None
    groups: tuple[ChangesOfItem, ...]
    added: NamedEntries
    removed: NamedEntries

    @property
    def total(self) -> int:
        """How many changes there are."""
        return len(tuple(shown((self,))))

    @property
    def count(self) -> str:
        """How many entries came and went, and in how many something changed; of a whole file that is new or gone only that."""
        if self.whole:
            return f"de hele lijst, {self.whole.kind_word.lower()}"
        counts = ((len(self.added), "erbij"), (len(self.removed), "weg"), (len(self.groups), "veranderd"))
        return listing([f"{number} {what}" for number, what in counts if number])


def shown(files: Iterable[FileChanges]) -> Iterator[Wijziging]:
    """Yield all changes in files."""
    for file in files:
        if file.whole:
            yield file.whole
        for group in file.groups:
            for line in group.wijzigingen:
                yield from line.along or (line,)
        for wijziging, _ in (*file.added, *file.removed):
            yield wijziging


def files(pair: Compared, part: Part) -> tuple[FileChanges, ...]:
    """Return the changes in one part of a comparison by file."""
    before: set[str] = set()
    for earlier in PARTS[: PARTS.index(part)]:
        before |= {file.ref for file in pair.account.part(earlier).files}
    found = []
    for file in pair.account.part(part).files:
        anchor = "" if file.ref in before else file_anchor(file.ref)
        found.append(_file(pair, file, anchor))
    return tuple(found)


def _file(pair: Compared, file: ToldFile, anchor: str) -> FileChanges:
    whole = show(pair, file.whole) if file.whole else None
    return FileChanges(
        anchor,
        one_line(file.heading),
        pair.link(file.ref, one_line(file.subject.title)),
        pair.owner(file.ref),
        whole,
        tuple(_item(pair, item) for item in file.items),
        _entries(pair, file.come),
        _entries(pair, file.gone),
    )


def _item(pair: Compared, item: ToldItem) -> ChangesOfItem:
    return ChangesOfItem(
        one_line(item.heading),
        one_line(capital(item.within)),
        pair.link_of(item.told[0], ""),
        tuple(show(pair, told) for told in item.told),
    )


def _entries(pair: Compared, entries: tuple[Told, ...]) -> NamedEntries:
    return tuple((show(pair, told), pair.link_of(told, one_line(told.change.item.label))) for told in entries)


@dataclass(frozen=True)
class ChangesPart:
    """One of the pages: its link, and the documents on it."""

    page: Link
    files: tuple[FileChanges, ...]


def parts_of(pair: Compared) -> tuple[ChangesPart, ...]:
    """Return the pages among which the changes of policy are divided; none when they stand on the page of the pair itself."""
    if pair.parts == 1:
        return ()
    stretches = divided(files(pair, POLICY), pair.parts)
    return tuple(
        ChangesPart(Link(f"Deel {number}", part_path(pair.old.id, pair.new.id, number)), stretch)
        for number, stretch in enumerate(stretches, 1)
    )


def divided(every: Sequence[FileChanges], parts: int) -> list[tuple[FileChanges, ...]]:
    """Return files in as many stretches of about as much text; a stretch may be empty, a file stays whole."""
    sizes = list(map(_size, every))
    whole = sum(sizes) or 1
    found: list[list[FileChanges]] = [[] for _ in range(parts)]
    for file, end, size in zip(every, accumulate(sizes), sizes, strict=True):
        middle = end - size / 2
        found[min(parts - 1, int(parts * middle / whole))].append(file)
    return list(map(tuple, found))


def _size(file: FileChanges) -> int:
    """Return how many signs a page shows of the changes in a file."""
    return sum(map(len, _shown(file)))


def _shown(file: FileChanges) -> Iterator[str]:
    """Yield all texts that a page shows of the changes in a file."""
    for group in file.groups:
        for wijziging in group.wijzigingen:
            yield wijziging.sentence
            for cell in (wijziging.pair.was, wijziging.pair.now):
                yield from map(attrgetter("text"), cell)
