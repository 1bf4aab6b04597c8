"""Earlier versions as a reader sees them: the entrance of each, and the pages of policy as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change
from polderkoers.policy.addresses import FOLDERS
from polderkoers.policy.index import Entry
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.glossary import Glossary
from polderkoers.website.pages import OldPage, Page, address, old_address
from polderkoers.website.trails import is_note
from polderkoers.website.views.changes.addresses import pair_path
from polderkoers.website.views.history_lines import file_changes_address, missing_words
from polderkoers.website.views.item_past import short, spoken
from polderkoers.website.views.link import Link
from polderkoers.website.views.site import Site

if TYPE_CHECKING:
    from polderkoers.website.history import HeldVersion, History

_NUMBER = 40
_CHANGED = "bekijk wat er veranderde"


@dataclass(frozen=True)
class OldBanner:
    """What stands above a page of an earlier version: which version it is, the page of today, and what changed since.

    `now` is None when the file is gone, `changed` when nothing in it changed; `notes` says that notes of the editors
    did. `place` is where its data is.
    """

    spoken: str
    versie: Link
    now: Link | None
    changed: Link | None
    notes: bool
    place: str


@dataclass(frozen=True)
class OldFile:
    """A file of an earlier version: how it was, how it is, and what changed since; as in `OldBanner`."""

    then: Link
    now: Link | None
    changed: Link | None
    notes: bool


@dataclass(frozen=True)
class OldFiles:
    """The files of one kind."""

    heading: str
    files: tuple[OldFile, ...]


@dataclass(frozen=True)
class Entrance:
    """An earlier version as a whole. `unreadable` names files of then that cannot be shown; `missing` says that none can."""

    boxes: tuple[OldFiles, ...]
    wijzigingen: tuple[Link, ...]
    unreadable: tuple[str, ...]
    missing: str


class OldSite(Site):
    """The policy of an earlier version: its files are pages below that version, all else is a page of today or no link."""

    def __init__(self, version: HeldVersion, today: Site) -> None:
        """Prepare the pages of the files of policy as they were."""
        super().__init__(version.policy, today=today)
        self.version = version
        self._today = today
        now, self.pages = self.pages, {}
        for page in now.values():
            if isinstance(page.entry.item, Beleid):
                path = old_address(version.id, page.entry, today.words)
                self.pages[path] = OldPage(path, page.title, page.description, page.entry)

    def address(self, entry: Entry) -> str:
        """Return where an item can be read as it was, or as it is when only today has a page for it; empty for nowhere."""
        if isinstance(entry.file, Beleid):
            return old_address(self.version.id, entry, self.words)
        found = address(entry, self.words)
        if found not in self._today.pages:
            return ""
        return found

    def tab_title(self, page: Page) -> str:
        """Return the title of a page with its version, so that it is not taken for that of today."""
        title = super().tab_title(page)
        when = short(self.version.id, self.version.name)
        if title == page.title:
            return f"{title} ({when})"
        return f"{title.removesuffix(')')}, {when})"

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of then, as they were explained then, as far as they still have a page to link to."""
        return Glossary(self.policy, lambda term: f"{FOLDERS['begrip']}/{term.id}/" in self._today.pages)


class Archive:
    """All earlier versions that can be shown."""

    def __init__(self, today: Site, history: History) -> None:
        """Take the site of today; nothing is read before something asks for it."""
        self._today = today
        self._history = history

    @cached_property
    def sites(self) -> dict[str, OldSite]:
        """Each earlier version as a site, by the id of the version."""
        return {version.id: OldSite(version, self._today) for version in self._history.past}

    @cached_property
    def pages(self) -> dict[str, tuple[OldSite, Page]]:
        """The pages of all earlier versions by address, each with its site."""
        found: dict[str, tuple[OldSite, Page]] = {}
        for site in self.sites.values():
            found |= {path: (site, page) for path, page in site.pages.items()}
        return found

    def banner(self, site: OldSite, page: Page) -> OldBanner:
        """Return what stands above a page of an earlier version."""
        then = self._file(site, page.entry)
        return OldBanner(
            spoken=spoken(site.version.id, site.version.name),
            versie=Link(site.version.name, version_address(site.version.id)),
            now=then.now,
            changed=then.changed,
            notes=then.notes,
            place=_where(page, site.version.commit),
        )

    def entrance(self, id_: str) -> Entrance:
        """Return a listed version as a whole, by its id."""
        site = self.sites.get(id_)
        if site is None:
            return Entrance((), (), (), missing_words(self._today))
        return Entrance(
            tuple(self._by_kind(site)),
            tuple(self._comparisons(site.version)),
            tuple(sorted({problem.file for problem in site.version.loaded.problems if problem.level == "fout"})),
            "",
        )

    def _by_kind(self, site: OldSite) -> Iterator[OldFiles]:
        for kind in POLICY_KINDS:
            found = site.policy.of_kind(kind)
            if found:
                yield OldFiles(site.words.some(len(found), kind), tuple(self._file(site, entry) for entry in found))

    def _file(self, site: OldSite, entry: Entry) -> OldFile:
        now = self._history.versions[-1]
        every = [change for change in self._history.changes(site.version, now) if _is_in(change, entry)]
        changes = list(filterfalse(is_note, every))
        today = now.policy.get(_id_today(changes, entry))
        page = self._today.link(today) if today else None
        changed = Link(_CHANGED, file_changes_address(site.version.id, now.id, changes)) if changes else None
        return OldFile(site.link(entry), page, changed, notes=len(every) > len(changes))

    def _comparisons(self, version: HeldVersion) -> Iterator[Link]:
        """Yield the pages of changes to and from a version: from the one before it, then to each later one."""
        versions = self._history.versions
        place = versions.index(version)
        if place:
            before = versions[place - 1]
            yield Link(
                f"Van {short(before.id, before.name)} naar {short(version.id, version.name)}",
                pair_path(before.id, version.id),
            )
        for later in reversed(versions[place + 1 :]):
            yield Link(
                f"Van {short(version.id, version.name)} naar {short(later.id, later.name)}",
                pair_path(version.id, later.id),
            )


def _where(page: Page, commit: str | None) -> str:
    """Return where the data of a page is: in which file, and of which commit when that is known."""
    if not commit:
        return page.data_file
    return f"{page.data_file}, commit {_in_short(commit)} in Git"


def _in_short(commit: str) -> str:
    """Return a commit as a reader sees it: a tag as it is, and the beginning of a long number."""
    if len(commit) < _NUMBER:
        return commit
    return commit[:7]


def version_address(id_: str) -> str:
    """Return the address of the entrance of a version by its id."""
    return f"{FOLDERS['versie']}/{id_}/"


def _is_in(change: Change, file: Entry) -> bool:
    return any(side.ref.partition("/")[0] == file.ref for side in (change.was, change.now) if side)


def _id_today(changes: list[Change], file: Entry) -> str:
    """Return the id that a file has today; it may have been given another one."""
    renamed = (change.now.ref for change in changes if change.was and change.now and change.was.ref == file.ref)
    return next(renamed, file.ref)
