"""What two sides say of one former address: the list follows what is there in the outcome, and only what is left of it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.errors.werkbank import NotUpdated
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.policy.model.adressen import ADDRESSES, GONE, MERGED, SPLIT

if TYPE_CHECKING:
    from polderkoers.changes.merging.clash import MergeClash, MergeSide
    from polderkoers.werkbank.store.numbered import DocumentOf

LIST = f"data/{ADDRESSES}.yaml"
"""Where the list of former addresses is."""
Row = Mapping[str, Any]
_OTHER = (MERGED, SPLIT)


@dataclass(frozen=True)
class MergedStones:
    """The former addresses in the outcome of a merge, which `state` is by path."""

    state: Mapping[str, bytes]
    document: DocumentOf

    def settled(self, clashes: Iterable[MergeClash]) -> Iterator[tuple[str, MergeSide]]:
        """Yield of each clash that is no question, by key, the side whose address leads to what is there."""
        for clash in filter(is_former, clashes):
            _, mine, theirs = clash.values
            if not self._leads(theirs):
                yield clash.key, "een"
            elif not self._leads(mine):
                yield clash.key, "ander"

    def refuse_lost(self, mine: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> None:
        """Raise `NotUpdated` when the list says that something is gone of which a side made what is there."""
        sides = (rows_of(LIST, mine, self.document), rows_of(LIST, theirs, self.document))
        for row in rows_of(LIST, self.state, self.document).values():
            others = [side[row["was"]] for side in sides if row["was"] in side]
            made = [other for other in others if other.get("nu") and self._leads(other)]
            if row.get("gebeurd") == GONE and made:
                raise NotUpdated(
                    f"'{row.get('naam')}' is {self.told(made[0])}. Die blijven dan staan, terwijl het oude adres zegt dat alles weg is.",
                    f"kies bij deze botsing '{made[0]['gebeurd']}', en haal daarna weg wat ervan kwam.",
                )

    def refuse_doubled(self, *sides: Mapping[str, bytes]) -> None:
        """Raise `NotUpdated` when something is there of which a side made something else that is there too: its text would stand twice."""
        for side in sides:
            for was, row in rows_of(LIST, side, self.document).items():
                is_other = row.get("gebeurd") in _OTHER and self._leads(row)
                if is_other and item_at(was, self.state, self.document) is not None:
                    raise NotUpdated(
                        f"'{row.get('naam') or was}' is {self.told(row)}. Blijft het ook staan, dan staat de tekst er twee keer.",
                        f"kies bij deze botsing dat het is {row['gebeurd']} iets anders, en verander daarna wat ervan kwam.",
                    )

    def said_of_removed(self, clash: MergeClash, text: str, value: Any, side: Mapping[str, bytes]) -> str:
        """Return what a side did with an item: of one that is not there because it became something else, what that is."""
        row = rows_of(LIST, side, self.document).get(clash.ref)
        if clash.kind != "weg" or value is not None or row is None or not row.get("nu"):
            return text
        return f"{capital(self.told(row))}."

    def told(self, row: Row) -> str:
        """Return in words what became of something."""
        names = listing([*map(self._name, row.get("nu") or ())])
        what = " ".join(filter(None, (str(row.get("gebeurd")), names)))
        return ": ".join(filter(None, (what, row.get("uitleg"))))

    def _name(self, ref: str) -> str:
        item = item_at(ref, self.state, self.document) or {}
        return f"'{item.get('naam') or ref}'"

    def _leads(self, row: Row) -> bool:
        """Return whether all that an address leads to is there; so it is when it leads nowhere."""
        return all(item_at(str(ref), self.state, self.document) is not None for ref in row.get("nu") or ())


def is_former(clash: MergeClash) -> bool:
    """Return whether a clash is about what became of something of which both sides say so for the first time."""
    _, mine, theirs = clash.values
    return clash.file == LIST and clash.kind == "toegevoegd" and isinstance(mine, dict) and isinstance(theirs, dict)


def rows_of(file: str, state: Mapping[str, bytes], document: DocumentOf) -> dict[str, Any]:
    """Return the rows of the list of former addresses in a state, by what was there."""
    whole = document(file, state.get(file))
    return {str(row.get("was")): row for row in (whole.data.get(ADDRESSES) if whole else None) or ()}


def item_at(ref: str, state: Mapping[str, bytes], document: DocumentOf) -> Mapping[str, Any] | None:
    """Return what an item says in a state, None when it is not there; only files in which its id stands are read."""
    top, _, id_ = ref.partition("/")
    names = (f"id: {top}".encode(), f"id: {id_ or top}".encode())
    for file, content in state.items():
        if all(name in content for name in names):
            read = document(file, content)
            if read is not None and read.data.get("id") == top:
                return _items(read.data).get(id_ or top)
    return None


def _items(data: Any) -> dict[str, Any]:
    """Return every item with an id in data, at any depth, by that; the outer one of two with one id."""
    parts: Iterable[Any] = ()
    match data:
        case list():
            parts = data
        case dict():
            parts = data.values()
    found: dict[str, Any] = {}
    for part in parts:
        found = _items(part) | found
    return found | {str(data["id"]): data} if isinstance(data, dict) and "id" in data else found
