"""Three trees of files into one: what only one side changed is taken as it is, and what both did is merged by its items."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from polderkoers.changes.items import is_file
from polderkoers.changes.merging.clash import SIDES, Choices, MergeClash, MergeSide
from polderkoers.changes.merging.merge import merge_files
from polderkoers.changes.merging.regular import is_regular, unlike
from polderkoers.policy.canonical.entries import entries_of, text_of_entries
from polderkoers.policy.canonical.nodes import YamlEntry, comments_of_entry, data_of
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import read
from polderkoers.policy.source_rules import unreadable
from polderkoers.policy.tree import DataFile
from polderkoers.policy.values import same
from polderkoers.problems import Problem

Contents = Mapping[str, bytes]
_IRREGULAR = (
    "Dit bestand heeft een vorm die niet per onderdeel is samen te voegen.",
    "kijk met polderkoers check wat er mis is, en voeg daarna opnieuw samen.",
)


@dataclass(frozen=True)
class MergedTree:
    """The files of the outcome by path, what clashes, and why files could not be merged by their items."""

    contents: Contents
    clashes: tuple[MergeClash, ...] = ()
    unread: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Read:
    """A file of one state: its bytes, and its entry or why it has none."""

    content: bytes
    entry: YamlEntry | Problem

    @property
    def comments(self) -> Counter[str]:
        """The comments, each as often as it stands there."""
        return Counter(comments_of_entry(self.entry)) if isinstance(self.entry, YamlEntry) else Counter()


class TreeMerge:
    """Three states of the data, to be merged as often as something else is decided."""

    def __init__(self, states: Sequence[Contents], schemas: Schemas) -> None:
        """Take the files of the three states by path, and the schemas that order their fields. What is the same is not read."""
        self._schemas = schemas
        self.states = tuple(states)
        self.files = sorted({*chain.from_iterable(states)})
        self._differing = [file for file in self.files if self._differs(file)]
        self._known: dict[tuple[str, bytes], _Read] = {}
        self._read = [self._read_of(state) for state in self.states]
        self.unread = tuple(self._refused())

    def _differs(self, file: str) -> bool:
        was, one, other = (state.get(file) for state in self.states)
        return not was == one == other

    def _read_of(self, state: Contents) -> dict[str, _Read]:
        return {file: self._file(file, state[file]) for file in self._differing if file in state}

    def _file(self, file: str, content: bytes) -> _Read:
        if (file, content) not in self._known:
            self._known[file, content] = self._opened(file, content)
        return self._known[file, content]

    def _opened(self, file: str, content: bytes) -> _Read:
        document = read(DataFile(file, lambda: content))
        if isinstance(document, Problem):
            return _Read(content, document)
        if not is_file(document.data) or not is_regular(document.data):
            return _Read(content, unreadable(file, *_IRREGULAR))
        return _Read(content, entries_of(document, self._schemas))

    def _refused(self) -> Iterator[Problem]:
        """Yield why files cannot be merged by their items, one problem a file."""
        for file in self._differing:
            found = [state[file].entry for state in self._read if file in state]
            problems = [each for each in found if isinstance(each, Problem)]
            if not problems and unlike([data_of(each) for each in found if isinstance(each, YamlEntry)]):
                problems = [unreadable(file, *_IRREGULAR)]
            yield from problems[:1]

    def outcome(
        self, decided: Mapping[str, MergeSide] | None = None, otherwise: MergeSide = "een", *, marked: bool = False
    ) -> MergedTree:
        """Return the three states as one.

        `decided` says of clashes, by key, which state stands in the outcome, and `otherwise` of all others, which are told. With
        `marked` a comment stands at each of those.
        """
        if (whole := self._unchanged_side()) is not None:
            return MergedTree(self.states[whole])
        choices = Choices(decided or {}, otherwise)
        blind = {problem.file for problem in self.unread}
        found = {file: self.states[0][file] for file in self.files if file not in self._differing}
        for file in blind:
            found |= self._as_bytes(file, choices)
        merged = merge_files([self._entries(state, blind) for state in self._read], choices)
        if marked:
            _mark(merged.places, choices)
        problems = [*self.unread]
        for file, top in merged.tops.items():
            content = self._content(file, top)
            if isinstance(content, Problem):
                problems.append(content)
            else:
                found[file] = content
        return MergedTree(dict(sorted(found.items())), tuple(choices.clashes), tuple(problems))

    def _unchanged_side(self) -> int | None:
        """Return the state that is the outcome as it is, when a side changed nothing or both did the same."""
        was, one, other = map(dict, self.states)
        if other in (was, one):
            return 1
        return 2 if one == was else None

    def _as_bytes(self, file: str, choices: Choices) -> dict[str, bytes]:
        """Return a file that is not merged by its items: as the side has it that changed it."""
        was, one, other = (state.get(file) for state in self.states)
        chosen = one if other in (was, one) else other
        if one not in (was, other) and other != was:
            sizes = tuple(None if content is None else len(content) for content in (was, one, other))
            side = choices.of(MergeClash(kind="bestand", file=file, values=(sizes[0], sizes[1], sizes[2])))
            chosen = (was, one, other)[SIDES.index(side)]
        return {} if chosen is None else {file: chosen}

    @staticmethod
    def _entries(state: Mapping[str, _Read], blind: set[str]) -> dict[str, YamlEntry]:
        readable = ((file, each.entry) for file, each in state.items() if file not in blind)
        return {file: entry for file, entry in readable if isinstance(entry, YamlEntry)}

    def _content(self, file: str, top: YamlEntry) -> bytes | Problem:
        """Return the bytes of a file: those of a side that says the same, comments too, and else the canonical form."""
        states = [state.get(file) for state in self._read]
        for each in self._likely(states):
            if isinstance(each.entry, YamlEntry) and _says_the_same(top, each):
                return each.content
        text = text_of_entries(top, file, self._schemas)
        if isinstance(text, Problem):
            return text
        return _with_ends(text, [each.content if each else None for each in states])

    @staticmethod
    def _likely(states: Sequence[_Read | None]) -> list[_Read]:
        """Return the states of a file that its outcome may well be, the changed ones first; the order of the sides says nothing."""
        was, *sides = states
        changed = [each for each in sides if each is not None and (was is None or each.content != was.content)]
        changed.sort(key=lambda each: each.content)
        return [*changed, *filter(None, [was])]


def _says_the_same(top: YamlEntry, state: _Read) -> bool:
    entry = state.entry
    if not isinstance(entry, YamlEntry) or not same(data_of(top), data_of(entry)):
        return False
    return Counter(comments_of_entry(top)) == state.comments


def _with_ends(text: str, contents: Sequence[bytes | None]) -> bytes:
    """Return a text as bytes, with the line ends and the mark at the beginning as the side has them that changed those."""
    was, one, other = (
        None if each is None else (each.startswith(codecs.BOM_UTF8), b"\r\n" in each) for each in contents
    )
    chosen = other if one in (was, None) else one
    mark, windows = chosen or (False, False)
    content = text.encode("utf-8")
    if windows:
        content = content.replace(b"\n", b"\r\n")
    return codecs.BOM_UTF8 + content if mark else content


def _mark(places: Iterable[tuple[MergeClash, YamlEntry]], choices: Choices) -> None:
    """Put a comment at everything that clashes, where the outcome has anything of it."""
    numbers = {clash.key: number for number, clash in enumerate(choices.clashes, start=1)}
    for clash, entry in places:
        if clash.key in numbers:
            about = f" over {clash.field}" if clash.field else ""
            entry.before = [*entry.before, f"# BOTSING {numbers[clash.key]}{about}: hier is nog niets gekozen."]
