"""The messages of the feeds: one for each change between two versions, and one for all that is new in a list of names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change
from polderkoers.changes.impact import impact, items_of
from polderkoers.changes.phrases import file_name, list_name, noun
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.views.changes.addresses import change_path
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.cells import Pair
    from polderkoers.changes.contents import Contents
    from polderkoers.website.history import HeldVersion, History

# What a change touches and a reader follows, as impact calls it; and what it may stand in beside its file.
_FOLLOWED = frozenset({"partijen", "themas", "plaatsen"})
_KINDS = frozenset({"doel", "partij", "thema", "plaats"})
# So many names of new entries fit in a title.
_FEW = 3


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message. `name` tells it from all others for ever, `address` is that of the change on the site.

    `document` is the id of the file that the change is in, and what that is called. What was and will be is in `pair`, what is in
    an item that is new or gone in `whole`, and the names of new entries of a list in `names`; `doelen` is what goals are called. `number` is that of the
    change in the list of what was and will be, and in a decision; empty for more than one.
    """

    name: str
    title: str
    address: str
    old: HeldVersion
    new: HeldVersion
    kind: str
    significance: str
    document: tuple[str, str]
    pair: Pair | None = None
    whole: Contents | None = None
    names: tuple[str, ...] = ()
    doelen: str = "Doelen"
    number: str = ""


class StepMessages:
    """Two successive versions, and the messages about what changes between them."""

    def __init__(self, history: History, old: HeldVersion, new: HeldVersion) -> None:
        """Find the changes, and what each of them is in or touches."""
        self._old, self._new = old, new
        self._words = history.words
        self._changes = history.changes(old, new)
        self._told = history.account(old, new).told
        self._by_subject: dict[str, list[Change]] = {}
        for change in self._changes:
            for ref in self._stands_in(change):
                self._by_subject.setdefault(ref, []).append(change)
        for touched in impact(self._changes, old.policy, new.policy):
            if touched.group in _FOLLOWED:
                self._add(touched.ref, filter(self._is_of_policy, touched.changes))
        self._made: dict[str, Message] = {}

    @property
    def is_of_text_alone(self) -> bool:
        """Whether the editors say that the policy itself stayed the same after the old version."""
        return self._old.is_of_text_alone

    def _stands_in(self, change: Change) -> Iterator[str]:
        """Yield the references of what a change is, or stands, in and that can be followed: its file, or the entry of a list, and its goals."""
        found = {subject.ref.partition("/")[0]: None for subject in (change.was, change.now) if subject}
        for items, _ in items_of(change, self._old.policy, self._new.policy):
            for entry in chain(items, items[0].ancestors()):
                if entry.item.soortnaam in _KINDS:
                    found[entry.ref] = None
        yield from found

    def _add(self, ref: str, changes: Iterable[Change]) -> None:
        """Add the changes that touch something to those in it, each once and all in their order."""
        wanted = {change.anchor for change in chain(self._by_subject.get(ref, ()), changes)}
        self._by_subject[ref] = [change for change in self._changes if change.anchor in wanted]

    def _is_of_policy(self, change: Change) -> bool:
        """Return whether a change is in a file of policy, and not in a list of words, sources or names."""
        file = change.ref.partition("/")[0]
        entry = self._new.policy.get(file) or self._old.policy.get(file)
        return entry is not None and entry.item.soortnaam in POLICY_KINDS

    def of_policy(self) -> Iterator[Message]:
        """Yield the messages about the changes in files of policy."""
        yield from self._of(filter(self._is_of_policy, self._changes), "")

    def messages(self) -> Iterator[Message]:
        """Yield the messages about all changes, in the order in which they are told everywhere."""
        yield from self._of(self._changes, "")

    def about(self, ref: str) -> Iterator[Message]:
        """Yield the messages about the changes in a file, or that touch a party or theme, by its reference."""
        yield from self._of(self._by_subject.get(ref, ()), ref)

    def _of(self, changes: Iterable[Change], ref: str) -> Iterator[Message]:
        wanted = {change.anchor for change in changes}
        groups: dict[str, list[Told]] = {}
        for told in self._told:
            if told.change.anchor in wanted:
                groups.setdefault(_list_of(told) or told.change.anchor, []).append(told)
        for name, group in groups.items():
            if _list_of(group[0]) is None:
                yield self._once(name, partial(self._of_change, name, group))
            else:
                # What is new in a list is more for all readers than for those of one subject, so it is another message.
                own = f"{name}/{ref}" if ref else name
                yield self._once(own, partial(self._of_entries, own, group))

    def _once(self, name: str, make: Callable[[], Message]) -> Message:
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def _of_change(self, name: str, group: list[Told]) -> Message:
        told = group[0]
        cells = told.pair if told.pair.was or told.pair.now else None
        return self._message(name, group, title=one_line(told.sentence), pair=cells, whole=told.whole)

    def _of_entries(self, name: str, group: list[Told]) -> Message:
        labels = tuple(one_line(told.change.item.label) for told in group)
        return self._message(name, group, title=_counted(group[0].change, labels), names=labels)

    def _message(self, name: str, group: list[Told], **said: object) -> Message:
        told = group[0]
        change = told.change
        weights = [each.change.significance for each in group]
        return Message(
            # Not by the newer version: what is new "now" is the same message when that becomes a version.
            name=f"sinds-{self._old.id}/{name}",
            address=change_path(self._old.id, self._new.id, change),
            old=self._old,
            new=self._new,
            kind=change.kind,
            significance=_weightiest(weights),
            document=(change.ref.partition("/")[0], one_line(capital(file_name(change.item, with_kind=True)))),
            doelen=self._words.more("doel"),
            number=told.number if len(group) == 1 else "",
            **said,  # type: ignore[arg-type]
        )


def _weightiest(weights: Sequence[str]) -> str:
    if "inhoudelijk" in weights:
        return "inhoudelijk"
    return "redactioneel"


def _list_of(told: Told) -> str | None:
    """Return the name of the message that a new entry of a list of names falls under; None for any other change."""
    change = told.change
    if change.kind != "added" or not told.is_entry:
        return None
    return f"{change.ref.partition('/')[0]}.{change.item.slot}--added"


def _counted(first: Change, labels: tuple[str, ...]) -> str:
    names = f": {listing(labels)}" if len(labels) <= _FEW else ""
    if len(labels) > 1:
        return f"Er zijn {len(labels)} nieuwe {list_name(first.item.slot, first.item.own)}{names}."
    words = noun(first.item.block, first.item.slot, first.item.own)
    new = "nieuw" if words.article == "het" else "nieuwe"
    return f"Er is 1 {new} {words.name}{names}."
