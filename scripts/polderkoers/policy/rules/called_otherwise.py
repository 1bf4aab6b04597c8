"""What is surely the same as before under another id: no rule, but what two rules have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.adressen import ADDRESSES
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.stones import Stones

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.rules.finding import Context


def renamed(context: Context) -> Iterator[tuple[str, Entry]]:
    """Yield what is surely called otherwise, by its old reference, as long as nothing keeps its old address alive."""
    former = context.past.former
    gone = {ref: items[-1] for ref, items in former.items() if context.policy.get(ref) is None}
    # What a list that cannot be read says of addresses is unknown.
    if not gone or ADDRESSES in context.unread:
        return
    new: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in context.policy.entries.values():
        if entry.ref not in former:
            new[_alike(entry.ref, entry.item)].append(entry)
    wanted: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for ref, item in gone.items():
        wanted[_alike(ref, item)].append(ref)
    stones = Stones(context.policy)
    for key, refs in wanted.items():
        sure = len(refs) == 1 and len(new[key]) == 1 and not _inside_a_changed_file(refs[0], gone)
        if sure and not stones.is_known(refs[0]):
            yield refs[0], new[key][0]


def _alike(ref: str, item: Onderdeel) -> tuple[str, str, str]:
    """Return what tells two items apart but for their ids: the kind, the file (of an item inside one) and the name."""
    file, slash, _ = ref.partition("/")
    return item.soortnaam, file if slash else "", plain_name(item)


def plain_name(item: Onderdeel) -> str:
    """Return the name of an item so that capitals and spaces make no difference."""
    return " ".join(item.label.casefold().split())


def _inside_a_changed_file(ref: str, gone: dict[str, Onderdeel]) -> bool:
    file, slash, _ = ref.partition("/")
    return bool(slash) and file in gone
