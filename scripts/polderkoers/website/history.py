"""The versions of the policy that a site can show, and the changes between them, found once per build."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, pairwise
from operator import attrgetter
from pathlib import Path

from polderkoers.changes.account.account import Account
from polderkoers.changes.came_after import CameAfter, since
from polderkoers.changes.change import Change
from polderkoers.changes.compare import ComparedBefore, Comparison, compare
from polderkoers.changes.content import content_of
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.deciding.drafted import Draft
from polderkoers.changes.heads import VersionHead, head_of_listed
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.money.budgeted import Budget
from polderkoers.changes.versions import Missing, available, listed_versions, load_version
from polderkoers.errors import HistoryUnreadable, PolderkoersError
from polderkoers.policy.index import Policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.versies import NOW, Versie
from polderkoers.policy.tree import Folder
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.website.words import Words


@dataclass(frozen=True, eq=False)
class HeldVersion:
    """A version with its policy.

    `listed` is its entry in data/versies.yaml, None for the state of now. `commit` names where its text is, which may be
    another one than the list names; empty for what is not in Git yet.
    """

    id: str
    name: str
    loaded: Loaded
    listed: Versie | None = None
    commit: str = ""

    @property
    def policy(self) -> Policy:
        """The policy as it was."""
        return self.loaded.policy

    @property
    def is_of_text_alone(self) -> bool:
        """Whether the editors say that the policy itself stayed the same after it."""
        return self.listed is not None and self.listed.beleid_gelijk


class History:
    """All listed versions that can be read here, the oldest first, and the state of now as the last."""

    def __init__(self, root: Path | None, now: Loaded, failure: HistoryUnreadable | None = None) -> None:
        """Take the state of now; without a root there is no past. Nothing is read before something asks for it.

        `failure` is why the list of versions could not be judged: what nobody judged is shown to nobody.
        """
        self.root = root
        self._failure = failure
        self._now = HeldVersion(NOW, "Nu", now)
        self._before = ComparedBefore()
        self._compared: dict[tuple[HeldVersion, HeldVersion], Comparison] = {}

    @cached_property
    def _opened(self) -> tuple[tuple[HeldVersion, ...], tuple[Missing, ...]]:
        listed = listed_versions(self._now.policy)
        if self.root is None or not listed:
            return (), ()
        if self._failure:
            return (), tuple(Missing(version, str(self._failure), no_history=True) for version in listed)
        root = self.root
        found, missing = available(root, listed)
        held, unread = [], list(missing)
        for version in found:
            try:
                loaded = load_version(version.tree, root)
            except PolderkoersError as error:
                if version.listed:
                    unread.append(Missing(version.listed, str(error), isinstance(error, HistoryUnreadable)))
                continue
            held.append(HeldVersion(version.id, version.name, loaded, version.listed, version.commit))
        return tuple(held), tuple(unread)

    def lists_as(self, now: Loaded) -> bool:
        """Return whether another state of now lists the very versions that this history has."""
        return listed_versions(now.policy) == listed_versions(self._now.policy)

    def until(self, now: Loaded, root: Path | None) -> History:
        """Return this history with another state of now, below a root; what was read of earlier versions is kept."""
        other = History(root, now, self._failure)
        other._opened = self._opened
        other._before = self._before
        other._compared = {pair: found for pair, found in self._compared.items() if pair[1] in self.past}
        return other

    @cached_property
    def words(self) -> Words:
        """The words of the site of now, in which earlier versions are told as well."""
        return Words(vocabulary_of(self._now.policy))

    @property
    def versions(self) -> tuple[HeldVersion, ...]:
        """Every version that can be shown; the last is the state of now."""
        return (*self._opened[0], self._now)

    @property
    def past(self) -> tuple[HeldVersion, ...]:
        """The listed versions that can be shown, the oldest first."""
        return self._opened[0]

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The listed versions that this copy of the project cannot show, and why."""
        return self._opened[1]

    def version(self, id_: str) -> HeldVersion:
        """Return a version by its id, or `nu`. Raises `KeyError` when it is not among `versions`."""
        return {held.id: held for held in self.versions}[id_]

    def successive(self) -> Iterator[tuple[HeldVersion, HeldVersion]]:
        """Yield each version with the next."""
        return pairwise(self.versions)

    def pairs(self) -> Iterator[tuple[HeldVersion, HeldVersion]]:
        """Yield every version with every later one, the oldest first."""
        return combinations(self.versions, 2)

    def comparison(self, old: HeldVersion, new: HeldVersion) -> Comparison:
        """Return what changes between two versions."""
        if (old, new) not in self._compared:
            self._compared[old, new] = compare(old.loaded, new.loaded, self.words.own, self._before)
        return self._compared[old, new]

    @cache  # noqa: B019 - one history lives as long as its build
    def head(self, held: HeldVersion) -> VersionHead:
        """Return by what a version can be told from all others: its decision, and the hash of what it holds."""
        if held.listed is None:
            if self.root is None:
                return VersionHead(held.name)
            return VersionHead(held.name, content=content_of(Folder(self.root)) or "")
        found = head_of_listed(held.name, held.listed)
        return dataclasses.replace(found, commit=held.commit, content=held.listed.inhoud or "")

    @cache  # noqa: B019 - one history lives as long as its build
    def draft(self, old: HeldVersion, new: HeldVersion) -> Draft:
        """Return the draft of a decision that makes one version of another, which gives every change its number."""
        return draft_of(self.comparison(old, new))

    @cache  # noqa: B019 - one history lives as long as its build
    def account(self, old: HeldVersion, new: HeldVersion) -> Account:
        """Return all that is said of the changes between two versions, the same wherever it is shown."""
        return Account(self.changes(old, new), self.comparison(old, new).names, self.draft(old, new))

    @cache  # noqa: B019 - one history lives as long as its build
    def budget(self, old: HeldVersion, new: HeldVersion) -> Budget:
        """Return what the changes between two versions do to the budget."""
        return budget_of(self.changes(old, new), self.comparison(old, new))

    def since(self, old: HeldVersion, new: HeldVersion) -> tuple[CameAfter, ...]:
        """Return what the list of versions says of the changes between two versions."""
        return since(listed_versions(self._now.policy), old.id, new.id)

    def changes(self, old: HeldVersion, new: HeldVersion) -> tuple[Change, ...]:
        """Return the changes between two versions that a reader is told of."""
        return tuple(filter(attrgetter("is_told"), self.comparison(old, new).changes))
