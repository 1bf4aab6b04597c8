"""Gives something another id: everywhere in the data and in the pages of an instance, with the old address kept alive."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from polderkoers.errors import IdWrong, RenameRefused
from polderkoers.instance.renamed_pages import Followed
from polderkoers.policy.addresses import address_of_item
from polderkoers.policy.canonical.edit import with_data, with_item, written
from polderkoers.policy.canonical.renamed import with_values
from polderkoers.policy.canonical.together import write_together
from polderkoers.policy.general import general_policy
from polderkoers.policy.index import Entry, Policy, asked_by
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.model.gelezen import READINGS, Gelezen, Lezing
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.policy.stones import Stones
from polderkoers.policy.tree import Folder, Snapshot, Tree, WithFiles
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.problems import Problem

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80
_LIST = f"data/{ADDRESSES}.yaml"
_READ = f"data/{READINGS}.yaml"

Check = Callable[[Tree], tuple[Problem, ...]]
"""What `polderkoers check` finds in a tree."""


@dataclass(frozen=True)
class Renaming:
    """What giving something another id changes, or the problems that stand in the way; then there is nothing else.

    `old` and `new` are its references, `address` and `leads_to` the old and the new address on the site, empty for what has none.
    `counts` says how often each file names it, and `moved` is the path of a file before and after.
    """

    problems: tuple[Problem, ...] = ()
    old: str = ""
    new: str = ""
    label: str = ""
    address: str = ""
    leads_to: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    moved: tuple[str, str] | None = None
    contents: Mapping[str, bytes | None] = field(default_factory=dict)


def rename(root: Path, old: str, new: str, check: Check, *, write: bool) -> Renaming:
    """Return what giving something another id changes in the working copy, and change it when `write` says so.

    `old` is its reference (`file`, or `file/item`), `new` its new id, alone or as a reference. Raises `RenameRefused` or `IdWrong` when it
    cannot be done as it was asked; nothing has changed then.
    """
    tree = Snapshot(Folder(root))
    loaded = load(tree)
    if problems := _faults(check(tree)):
        return Renaming(problems)
    entry = _wanted(old, loaded.policy)
    work = _Work(root, tree, loaded, entry, _new_id(new, entry))
    work.refuse_taken()
    try:
        found = work.outcome()
    except _Unwritable as unwritable:
        return Renaming((unwritable.problem,))
    data = {file: content for file, content in found.contents.items() if file.startswith("data/")}
    if problems := _faults(check(Snapshot(WithFiles(tree, data)))):
        return Renaming(problems)
    if write:
        kept = {file: content for file, content in found.contents.items() if content is not None}
        write_together(root, kept, gone=[file for file, content in found.contents.items() if content is None])
    return found


def _faults(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.level == "fout")


def _wanted(old: str, policy: Policy) -> Entry:
    """Return what is to be renamed. Raises `RenameRefused` when there is no such thing, or when its id is fixed."""
    entry = policy.get(old) or _shipped(old)
    if entry is None:
        raise RenameRefused(f"'{old}' bestaat niet.", _meant(old, policy))
    if entry.is_shipped:
        raise RenameRefused(
            f"'{entry.item.label}' wordt meegeleverd, en heeft daarom een vast id.", "kies iets uit de map data."
        )
    if isinstance(entry.item, Versie) or (entry.is_file and not entry.file.kind.folder):
        raise RenameRefused(f"Het id van '{old}' ligt vast.", "verander alleen de naam, als die niet klopt.")
    return entry


def _shipped(ref: str) -> Entry | None:
    """Return what ships with the engine under a reference, whether the policy uses it or not."""
    entry = general_policy().get(ref)
    if entry is None or entry.is_file:
        return None
    return entry


def _meant(old: str, policy: Policy) -> str:
    stones = Stones(policy)
    if now := stones.ends_of(old):
        return f"het heet nu {now[0].ref}."
    alone = [ref for ref in policy.entries if ref.rpartition("/")[2] == old]
    meant = alone[0] if len(alone) == 1 else Lookup(policy, Policy(())).meant(old, "onderdeel", "")
    if meant:
        return f"bedoel je {meant}?"
    return (
        "noem het id van een bestand (fijn-wonen), of bestand/onderdeel (fijn-wonen/doel-genoeg-huizen, themas/wonen)."
    )


def _new_id(new: str, entry: Entry) -> str:
    """Return the new id. Raises `IdWrong` or `RenameRefused` when it cannot be one."""
    above, slash, id_ = new.rpartition("/")
    if slash and (entry.is_file or above != entry.file.id):
        raise RenameRefused(
            f"'{new}' is een andere plek.", "geef alleen een ander id; iets verplaatsen doe je in de bestanden zelf."
        )
    if not _ID.fullmatch(id_) or len(id_) > _LONGEST:
        raise IdWrong(id_)
    return id_


class _Unwritable(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Work:
    """One renaming: what stands where before, and what becomes of it."""

    def __init__(self, root: Path, tree: Tree, loaded: Loaded, entry: Entry, id_: str) -> None:
        self._root, self._policy = root, loaded.policy
        self._documents = {each.file: each for each in loaded.documents}
        self._schemas = Schemas(tree)
        self._entry, self._id = entry, id_
        self._old = entry.ref
        self._new = id_ if entry.is_file else f"{entry.file.id}/{id_}"

    def refuse_taken(self) -> None:
        """Raise `RenameRefused` when the new id is that of something else, now or before."""
        there = self._policy.get(self._new)
        if there is self._entry:
            raise RenameRefused(f"'{self._old}' heet al zo.", "geef een ander id.")
        if there is not None:
            message = f"'{self._new}' bestaat al: '{there.item.label}' in {there.file.file}."
            raise RenameRefused(message, "kies een id dat nog niet bestaat.")
        stones = Stones(self._policy)
        before = stones.by_was.get(self._new)
        if before is None and (shipped := _shipped(self._new)) is not None:
            message = f"'{self._new}' is het id van '{shipped.item.label}', dat wordt meegeleverd."
            raise RenameRefused(message, "kies een id dat nog niet bestaat.")
        if before is not None and self._entry not in stones.leads_to(before):
            message = f"'{self._new}' was het adres van iets anders; dat leest wie dat adres heeft bewaard."
            raise RenameRefused(message, "kies een id dat nog nooit gebruikt is.")

    def outcome(self) -> Renaming:
        """Return what changes. Raises `_Unwritable`."""
        values = self._values()
        contents: dict[str, bytes | None] = {}
        for file, there in values.items():
            if file != _LIST:
                contents[file] = self._bytes(with_values(self._documents[file], there, self._schemas))
        moved = self._moved(contents)
        own = vocabulary_of(self._policy)
        address = address_of_item(self._entry, own) or ""
        if address:
            contents[_LIST] = self._with_stone(values.get(_LIST, {}))
        leads_to = self._renamed(address)
        pages = dict(Followed(self._entry, self._old, self._new, address, leads_to).pages(self._root))
        counts = {file: len(there) for file, there in values.items() if file != _LIST}
        return Renaming(
            old=self._old,
            new=self._new,
            label=self._entry.item.label,
            address=address,
            leads_to=leads_to,
            counts={**counts, **{file: number for file, (_, number) in pages.items()}},
            moved=moved,
            contents={**contents, **{file: content for file, (content, _) in pages.items()}},
        )

    def _moved(self, contents: dict[str, bytes | None]) -> tuple[str, str] | None:
        """Let a file get its new name among the contents, and return its old and new path."""
        if not self._entry.is_file:
            return None
        file = self._entry.file.file
        path = str(PurePosixPath(file).with_name(f"{self._id}.yaml"))
        contents[path] = contents[file]
        contents[file] = None
        return file, path

    def _values(self) -> dict[str, dict[str, tuple[str, str]]]:
        """Return by file the values that change: what stands at each place, and what must."""
        found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        item = self._entry.item
        found[self._entry.file.file][f"{item.pointer}/id"] = (item.id, self._id)
        for source in self._policy.entries.values():
            if source.is_shipped:
                continue
            for asked in asked_by(source):
                if (now := self._written(asked.wanted, asked.names)) is not None and self._means(asked.names):
                    found[source.file.file][asked.pointer] = (asked.wanted, now)
        found[_READ] |= dict(self._marks())
        for stone in Stones(self._policy).all:
            for place, wanted in enumerate(stone.adres.nu):
                if (now := self._written(wanted, (wanted,))) is not None:
                    found[_LIST][f"{stone.pointer}/nu/{place}"] = (wanted, now)
        return {file: there for file, there in found.items() if there}

    def _marks(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the places in the list of readings that name this, with what stands there and what must."""
        id_ = self._entry.item.id
        for place, reading in enumerate(self._readings):
            if reading.bestand != self._entry.file.id:
                continue
            if self._entry.is_file:
                yield f"/{READINGS}/{place}/bestand", (id_, self._id)
            for number, line in enumerate(reading.kenmerken):
                if line.startswith(f"{id_} "):
                    yield f"/{READINGS}/{place}/kenmerken/{number}", (line, line.replace(id_, self._id, 1))

    @property
    def _readings(self) -> tuple[Lezing, ...]:
        lists = (entry.item.gelezen for entry in self._policy.of(Gelezen))
        return next(lists, ())

    def _means(self, names: tuple[str, ...]) -> bool:
        """Return whether a reference means this, or what stands in it: the first of its names that is there counts."""
        first = next((name for name in names if self._policy.get(name) is not None), "")
        return first == self._old or first.startswith(f"{self._old}/")

    def _written(self, wanted: str, names: tuple[str, ...]) -> str | None:
        """Return how a reference is written from now on, None when it stays as it is."""
        if self._entry.is_file:
            file, slash, rest = wanted.partition("/")
            # An item of the same file is named without its file.
            return f"{self._id}{slash}{rest}" if file == self._old and wanted in names else None
        if self._old not in names:
            return None
        return self._new if wanted == self._old else self._id

    def _with_stone(self, values: Mapping[str, tuple[str, str]]) -> bytes:
        """Return the list of addresses with that of today, and without one that is an address again."""
        stone = {"was": self._old, "soort": self._entry.item.soortnaam, "gebeurd": RENAMED, "nu": [self._new]}
        document = self._documents.get(_LIST)
        if document is None:
            data = {"soort": ADDRESSES, "id": ADDRESSES, "versie": "1.0", "status": None, ADDRESSES: [stone]}
            return self._bytes(written(data, _LIST, self._schemas))
        document = self._read(with_values(document, values, self._schemas))
        kept = [row for row in document.data[ADDRESSES] if row["was"] != self._new]
        if len(kept) < len(document.data[ADDRESSES]):
            data = {**document.data, ADDRESSES: kept}
            document = self._read(with_data(document, data, self._schemas, keep_comments=True))
        return self._bytes(with_item(document, ADDRESSES, stone, self._schemas))

    def _read(self, text: str | Problem) -> Document:
        found = parse(self._bytes(text).decode("utf-8"), _LIST)
        if isinstance(found, Problem):
            raise _Unwritable(found)
        return found

    def _bytes(self, text: str | Problem) -> bytes:
        if isinstance(text, Problem):
            raise _Unwritable(text)
        return text.encode("utf-8")

    def _renamed(self, address: str) -> str:
        """Return what an address is after the renaming."""
        id_ = self._entry.item.id
        if address.endswith(f"#{id_}"):
            return f"{address.removesuffix(id_)}{self._id}"
        return address.removesuffix(f"{id_}/") + f"{self._id}/" if address else ""
