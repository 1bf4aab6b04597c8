"""Two versions beside each other, with what every view of their changes needs; each part is made once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change
from polderkoers.changes.deciding.parts import POLICY, part_of
from polderkoers.changes.impact import Touched, impact
from polderkoers.changes.named import BY_NAME, NamedItems
from polderkoers.policy.addresses import old_address_of_item
from polderkoers.policy.index import Entry
from polderkoers.policy.model.files import Beleid
from polderkoers.problems import Problem
from polderkoers.website.views.changes.weight import number_of_parts
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.changes.account.account import Account
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.came_after import CameAfter
    from polderkoers.changes.came_beside import CameBeside
    from polderkoers.changes.deciding.drafted import Draft
    from polderkoers.changes.money.budgeted import Budget
    from polderkoers.changes.sides import Names
    from polderkoers.website.history import HeldVersion, History
    from polderkoers.website.views.site import Site


@dataclass(frozen=True, eq=False)
class Compared:
    """A pair of versions. `site` is the site of now: what it does not show cannot be linked to."""

    site: Site
    history: History
    old: HeldVersion
    new: HeldVersion

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes between the versions."""
        return self.history.changes(self.old, self.new)

    @cached_property
    def draft(self) -> Draft:
        """The draft of a decision, which gives every change its number."""
        return self.history.draft(self.old, self.new)

    @cached_property
    def budget(self) -> Budget:
        """What the changes do to the budget."""
        return self.history.budget(self.old, self.new)

    @cached_property
    def parts(self) -> int:
        """Into how many pages what was and will be is divided; 1 when it stands on the page of the pair itself. Nothing is compared."""
        return number_of_parts(self.old.loaded, self.new.loaded)

    @property
    def account(self) -> Account:
        """All that is said of the changes."""
        return self.history.account(self.old, self.new)

    @property
    def names(self) -> Names:
        """The words for what the changes refer to."""
        return self.history.comparison(self.old, self.new).names

    @property
    def since(self) -> tuple[CameAfter, ...]:
        """What the list of versions says of the changes."""
        return self.history.since(self.old, self.new)

    @property
    def beside(self) -> tuple[CameBeside, ...]:
        """What came of what tells of the policy and is none."""
        return self.history.comparison(self.old, self.new).beside

    @property
    def skipped(self) -> tuple[Problem, ...]:
        """The problems of the files that could not be compared."""
        return self.history.comparison(self.old, self.new).skipped

    @cached_property
    def impact(self) -> tuple[Touched, ...]:
        """What the changes touch."""
        return impact(self.changes, self.old.policy, self.new.policy)

    @cached_property
    def _touched(self) -> dict[int, list[Touched]]:
        # A change holds data and so has no hash; it lives as long as this does.
        found: dict[int, list[Touched]] = defaultdict(list)
        for touched in self.impact:
            for change in touched.changes:
                found[id(change)].append(touched)
        return found

    def touched_by(self, change: Change) -> list[Touched]:
        """Return what one of the changes touches."""
        return self._touched.get(id(change), [])

    @cached_property
    def _names_known(self) -> NamedItems:
        return NamedItems(chain(self.new.policy.of_kind(*BY_NAME), self.old.policy.of_kind(*BY_NAME)))

    @cached_property
    def _named(self) -> dict[int, frozenset[str]]:
        return {id(change): self._names_known.in_change(change) for change in self.changes}

    def named_in(self, change: Change) -> frozenset[str]:
        """Return the references of the parties, organisations and places that are named in the words of one of the changes."""
        return self._named.get(id(change), frozenset())

    def reaching(self, ref: str) -> int:
        """Return how many changes of policy touch something, or name it in their words."""
        touched = (each.changes for each in self.impact if each.ref == ref)
        reached = {id(change) for change in chain.from_iterable(touched)}
        return sum(
            part_of(change) == POLICY and (id(change) in reached or ref in self.named_in(change))
            for change in self.changes
        )

    def entry(self, ref: str) -> Entry | None:
        """Return an item as it is in the new version, or else as it was in the old one."""
        return self.new.policy.get(ref) or self.old.policy.get(ref)

    def link(self, ref: str, text: str) -> Link:
        """Return a link to where an item stands now, or else to how it was; without an address when it stands nowhere."""
        today = self.site.policy.get(ref)
        if today is not None:
            return self.site.link(today, text)
        return self._then(ref, text, self.new, self.old)

    def link_of(self, told: Told, text: str) -> Link:
        """Return a link to the item of a change; of what is gone to how it was, when its id is that of something else by now."""
        change, ref = told.change, told.subject.ref
        if change.now is None and change.key is None and self.new.policy.get(ref) is not None:
            return self._then(ref, text, self.old)
        return self.link(ref, text)

    def _then(self, ref: str, text: str, *versions: HeldVersion) -> Link:
        for held in versions:
            entry = held.policy.get(ref)
            if entry is not None and held.listed is not None and isinstance(entry.file, Beleid):
                return Link(text, old_address_of_item(held.id, entry, self.site.words.own))
        return Link(text, "")

    def owner(self, ref: str) -> str:
        """Return whose policy the file of an item is when it is not that of this municipality, and nothing otherwise."""
        entry = self.entry(ref.partition("/")[0])
        return self.site.other_owner(entry) if entry else ""
