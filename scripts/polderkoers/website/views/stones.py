"""What became of something that had an address: said at that address, or beside what stands in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from polderkoers.policy.addresses import ALONE, CONTINUED, below, page_of
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.adressen import GONE, MERGED, RENAMED, SPLIT
from polderkoers.policy.model.dates import the_datum
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.stones import Stone, Stones
from polderkoers.website.views.link import Link
from polderkoers.website.views.shapes import FOUND_ALONE

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_FOLDERS = {name: file.kind.folder for name, file in KINDS.items()}
_HEADINGS = {RENAMED: "Ander adres", MERGED: "Opgegaan in iets anders", SPLIT: "Gesplitst", GONE: "Vervallen"}


@dataclass(frozen=True)
class StoneLine:
    """What became of one thing: in a sentence that its links, if there are any, belong to. `id` is the anchor that it had."""

    id: str
    heading: str
    sentence: str
    uitleg: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class FormerData:
    """Where the data of a file stood: what became of it, in lines, and the file that has them now, empty when none has."""

    path: str
    told: tuple[str, ...]
    file: str = ""

    @property
    def comment(self) -> str:
        """The lines as a comment in YAML."""
        return "".join(f"# {' '.join(line.split())}\n" for line in self.told)


class FormerAddresses:
    """The former addresses of a site: which lead on, which have a page of their own, and which are places on a page."""

    def __init__(self, site: Site, stones: Stones) -> None:
        """Take a site and its stones; nothing is followed before something asks for it."""
        self._site, self._stones = site, stones

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield each former address of a page that is only called otherwise now, with the address of today."""
        for stone, path in self._of_pages():
            if to := self._stones.renamed(stone):
                yield path, self._site.address(to)
                yield from self._along(path, to)

    def _along(self, path: str, to: Entry) -> Iterator[tuple[str, str]]:
        """Yield where the pages stood of what stands in a file that has another address now."""
        for entry in self._site.policy.below(to) if to.is_file else ():
            if entry.item.soortnaam in ALONE:
                yield below(path, entry.item.soortnaam, entry.item.id), self._site.address(entry)

    def pairs(self, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the former addresses of what became of a document in another one, with those of today, from all that there are now."""
        former = defaultdict(list)
        for stone, _ in self._of_pages():
            now = self._stones.renamed(stone)
            if now is not None and stone.adres.soort == "document":
                former[now.item.id].append(stone.id)
        for address in addresses:
            folder, *ids = address.rstrip("/").split("/")
            if folder == CONTINUED:
                names = product(*((id_, *former[id_]) for id_ in ids))
                yield from (("/".join((CONTINUED, *each, "")), address) for each in names)

    def pages(self) -> Iterator[tuple[Stone, str]]:
        """Yield each stone that has a page, because there is more to say than where to go, with its address."""
        for stone, path in self._of_pages():
            if self._stones.renamed(stone) is None:
                yield stone, path

    def _of_pages(self) -> Iterator[tuple[Stone, str]]:
        for stone in self._stones.by_was.values():
            path = self._path_of(stone)
            # What has an address today keeps it.
            if path is not None and path not in self._site.pages:
                yield stone, path

    def _path_of(self, stone: Stone) -> str | None:
        """Return the address of the page that was its own, None when it had none."""
        kind = stone.adres.soort
        if kind not in ALONE:
            return page_of(kind, stone.id, self._site.words.own)
        page = page_of(self.kind_of_page(stone), stone.file, self._site.words.own)
        return below(page, kind, stone.id) if page else None

    def kind_of_page(self, stone: Stone) -> str:
        """Return the kind whose overview stands above the page that was its own: for what stood in a file that of the file, empty when nobody knows it."""
        if stone.adres.soort not in ALONE:
            return stone.adres.soort
        file, above = self._site.policy.get(stone.file), self._stones.by_was.get(stone.file)
        if file is not None:
            return file.item.soortnaam
        return above.adres.soort if above else ""

    def data_files(self) -> Iterator[FormerData]:
        """Yield where the data of each file stood that is called otherwise now, or is gone."""
        for stone in self._stones.by_was.values():
            is_gone = "/" not in stone.adres.was and self._site.policy.get(stone.id) is None
            if is_gone and (folder := _FOLDERS.get(stone.adres.soort)):
                yield self._data(stone, f"data/{folder}/{stone.id}.yaml")

    def _data(self, stone: Stone, path: str) -> FormerData:
        now = self._stones.renamed(stone)
        if now is not None:
            file = now.file.file
            return FormerData(path, (f"Dit bestand heet nu {file}. Hieronder staat daar een kopie van.",), file)
        line = self.line(stone)
        ends = tuple(f"- {end.file.file}" for end in self._stones.leads_to(stone))
        return FormerData(path, (line.sentence, *ends, *filter(None, [line.uitleg])))

    def beside(self, entry: Entry) -> tuple[str, ...]:
        """Return the ids that an item had on the page where it stands, when its card can carry them."""
        return tuple(stone.id for stone in self._on_page.get(entry.file.id, ()) if self._carrier(stone) is entry)

    def listed(self, file: str) -> tuple[StoneLine, ...]:
        """Return what stood on the page of a file, given its id, and is not beside what stands there now."""
        return tuple(self.line(stone) for stone in self._on_page.get(file, ()) if self._carrier(stone) is None)

    def _carrier(self, stone: Stone) -> Entry | None:
        """Return the item whose card has the former id too: it stands on the page where that is looked for."""
        now = self._stones.renamed(stone)
        same = now is not None and now.file.id == self._home(stone) and now.item.soortnaam in FOUND_ALONE
        return now if same else None

    @cached_property
    def _on_page(self) -> dict[str, list[Stone]]:
        """The stones of what stood on the page of a file, by the id of the file whose page is there now, or that had it."""
        found: dict[str, list[Stone]] = defaultdict(list)
        for stone in self._stones.by_was.values():
            home = self._home(stone)
            inside = "/" in stone.adres.was and page_of(stone.adres.soort, stone.id) is None
            if inside and self._site.policy.get(f"{home}/{stone.id}") is None:
                found[home].append(stone)
        return found

    def _home(self, stone: Stone) -> str:
        above = self._stones.by_was.get(stone.file)
        if self._site.policy.get(stone.file) is not None or above is None:
            return stone.file
        now = self._stones.renamed(above)
        return now.file.id if now is not None else stone.file

    def line(self, stone: Stone) -> StoneLine:
        """Return what became of something, in words."""
        adres, ends = stone.adres, self._stones.leads_to(stone)
        name = adres.naam or next((end.item.label for end in ends), stone.id)
        since = f" sinds {the_datum(str(adres.sinds))}" if adres.sinds else ""
        kind = self._site.words.one(adres.soort) or capital(adres.soort)
        told = {
            RENAMED: f"staat{since} op een andere plek:",
            MERGED: f"is{since} opgegaan in:",
            SPLIT: f"is{since} gesplitst in:",
            GONE: f"is{since} vervallen.",
        }
        sentence = f"{kind} ‘{name}’ {told[adres.gebeurd]}"
        if adres.gebeurd == GONE and ends:
            sentence = f"{sentence} Kijk ook bij:"
        links = tuple(map(self._link, ends))
        return StoneLine(stone.id, _HEADINGS[adres.gebeurd], sentence, adres.uitleg or "", links)

    def _link(self, entry: Entry) -> Link:
        """Return a link to something; what stands on the page of a file is called with that."""
        return self._site.link(entry) if self._site.address(entry).endswith("/") else self._site.titled(entry)
