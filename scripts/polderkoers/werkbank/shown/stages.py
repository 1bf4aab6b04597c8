"""The sites of commits that are at hand: made when they are asked for, and no more of them than fit."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.errors.showing import NeverShown, PageNowhere
from polderkoers.website.faulty import Faulty
from polderkoers.website.preview.failures import in_words
from polderkoers.werkbank.shown.draft_site import DraftSite
from polderkoers.werkbank.shown.marking import STYLE, style

if TYPE_CHECKING:
    from polderkoers.problems import Problem
    from polderkoers.website.preview.stage import Stage
    from polderkoers.werkbank.shown.clone import Clone
    from polderkoers.werkbank.shown.draft_site import KeptFor

# How many saves back is looked for one without a fault.
_BACK = 12
# Of how many commits with a fault that is remembered.
_REMEMBERED = 200


@dataclass(frozen=True)
class ShownState:
    """A site of which pages can be made: of the commit that was asked for, or of an earlier one because of `problems` of that."""

    stage: Stage
    problems: tuple[Problem, ...] = ()

    @property
    def is_earlier(self) -> bool:
        """Whether it is of an earlier commit."""
        return bool(self.problems)

    @property
    def said(self) -> tuple[str, ...]:
        """What is not right with the site as a whole, in words."""
        return self.stage.said

    def page(self, address: str) -> tuple[str, tuple[str, ...]]:
        """Return a page, and what is not right with it. Raises `PageNowhere`, and `PageFailed` when it cannot be made."""
        if not self.stage.has(address):
            raise PageNowhere(address)
        with in_words():
            return self.stage.page(address)

    def file(self, path: str) -> bytes:
        """Return a file that is no page. Raises as `page` does."""
        if path == STYLE:
            return style()
        if not self.stage.has_file(path):
            raise PageNowhere(path)
        with in_words():
            return self.stage.file(path)

    def address_of(self, ref: str) -> str:
        """Return where an item is shown, empty when it is nowhere."""
        site = self.stage.plugin.renderer.site
        entry = site.policy.get(ref)
        return site.address(entry) if entry is not None else ""


class Stages:
    """Gives the site of any commit. For one thread at a time."""

    def __init__(self, clone: Clone, room: Path, begin: KeptFor, most: int) -> None:
        """Take the repository, an empty folder to work in, what begins to keep things, and how many sites may be at hand at once."""
        self._clone, self._room, self._begin, self._most = clone, room, begin, most
        # The one that was used last stands last.
        self._sites: list[DraftSite] = []
        self._faulty: dict[tuple[str, Path], tuple[Problem, ...]] = {}
        self._around = lru_cache(maxsize=1)(self._laid_out)
        self._made = 0

    def of(self, commit: str = "") -> ShownState:
        """Return the site of a commit, by default what is in force. Raises a `PolderkoersError` when none can be shown."""
        main = self._clone.main
        commit = commit or main
        try:
            return ShownState(self._stage(commit, main))
        except Faulty as error:
            return ShownState(self._before(commit, main), error.problems)

    def _before(self, commit: str, main: str) -> Stage:
        """Return the site of the newest commit before another that has no fault."""
        for earlier in (*self._clone.earlier(commit, _BACK), main):
            try:
                return self._stage(earlier, main)
            except Faulty:
                continue
        raise NeverShown(
            "Van dit voorstel is nog niets te laten zien: in de gegevens staan fouten, ook in wat nu geldt."
        )

    def _stage(self, commit: str, main: str) -> Stage:
        """Return the site of a commit that has no fault. Raises `Faulty` for one that has."""
        around = self._around(self._clone.surroundings(main))
        site = next((each for each in self._sites if each.commit == commit and each.around == around), None)
        if site is not None and site.stage is not None:
            self._used(site)
            return site.stage
        if (commit, around) in self._faulty:
            raise Faulty(self._faulty[commit, around])
        site = self._free_for(commit, main)
        self._used(site)
        try:
            return site.show(commit, main, around)
        except Faulty as error:
            while len(self._faulty) >= _REMEMBERED:
                self._faulty.pop(next(iter(self._faulty)))
            faults = tuple(problem for problem in error.problems if problem.level == "fout")
            self._faulty[commit, around] = faults
            raise Faulty(faults) from error

    def _used(self, site: DraftSite) -> None:
        self._sites = [*(each for each in self._sites if each is not site), site]

    def _free_for(self, commit: str, main: str) -> DraftSite:
        """Return the site that a commit may take: of an earlier save of the same, a new one, or that which was used longest ago."""
        before = {"", *self._clone.earlier(commit, _BACK)} - {main}
        passed = next((each for each in self._sites if each.commit in before), None)
        if passed is not None:
            return passed
        if len(self._sites) >= self._most:
            return self._sites[0]
        self._made += 1
        begin = self._sites[-1].known if self._sites else self._begin
        return DraftSite(self._clone, self._room / f"voorstel-{self._made}", begin)

    def _laid_out(self, surroundings: str) -> Path:
        """Return a folder with all of the main branch that is not data."""
        del surroundings  # by which the folder is known again
        self._made += 1
        folder = self._room / f"omgeving-{self._made}"
        self._clone.lay_out(folder, self._clone.main)
        for old in self._room.glob("omgeving-*"):
            if old != folder:
                shutil.rmtree(old)
        return folder / self._clone.prefix
