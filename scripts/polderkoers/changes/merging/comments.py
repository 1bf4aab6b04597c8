"""The comments of three entries as those of one: all that a side added, and none that a side took away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from polderkoers.changes.merging.order import common_order, kept, with_additions
from polderkoers.policy.canonical.nodes import Collection, YamlEntry, comments_in, comments_of_entry

Three = tuple[YamlEntry | None, YamlEntry | None, YamlEntry | None]
"""What stands at one place in three states: as it was, and on each side."""

_Line = tuple[str, int]


def put_around(found: YamlEntry, three: Three) -> None:
    """Give an entry the comments that stand around three."""
    found.before = merged_lines(*map(_before, three))
    found.trailing = merged_lines(*map(_trailing, three))


def collected(three: Three, entries: Iterable[YamlEntry], *, mapping: bool) -> YamlEntry:
    """Return a group or list of entries, with the comments around and at the end of three."""
    was, one, other = three
    chosen = one or other or was
    found = YamlEntry(0, None, chosen.key if chosen else None)
    node = Collection(mapping=mapping, flow=False, start=0, column=0, holder=found)
    node.entries = [*entries]
    node.after = merged_lines(*map(_after, three))
    found.node = node
    put_around(found, three)
    return found


def keep_inside(found: YamlEntry, chosen: YamlEntry, three: Three) -> None:
    """Put above an entry the comments that another side added inside what it wrote there, and that would be lost."""
    was, *sides = three
    before, here = _inside(was), _inside(chosen)
    for side in sides:
        if side is not chosen:
            new = _inside(side) - before - here
            found.before = [*found.before, *new.elements()]
            here += new


def new_comments(three: Three) -> Iterator[str]:
    """Yield the comments that a side put at what the other took away."""
    was, *sides = three
    before = _all(was)
    for side in sides:
        yield from (_all(side) - before).elements()


def merged_lines(was: Sequence[str], one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the comments of three places as those of one."""
    if list(other) in (list(one), list(was)):
        return [*one]
    if list(one) == list(was):
        return [*other]
    before, mine, theirs = map(_numbered, (was, one, other))
    # What one side took away is in neither of what is left.
    shared = {*mine} & {*theirs}
    new = ({*mine} | {*theirs}) - {*before}
    mine, theirs = kept(mine, shared | new), kept(theirs, shared | new)
    common = common_order(before, mine, theirs)
    if common is None:
        common = min(kept(mine, shared), kept(theirs, shared))
    return [*map(itemgetter(0), with_additions(common, mine, theirs, _rank))]


def _rank(line: _Line) -> tuple[float, str]:
    text, number = line
    return number, text


def _numbered(lines: Iterable[str]) -> list[_Line]:
    """Return lines, each with how often it stood there so far."""
    counted: Counter[str] = Counter()
    found = []
    for line in lines:
        counted[line] += 1
        found.append((line, counted[line]))
    return found


def _before(entry: YamlEntry | None) -> list[str]:
    return entry.before if entry else []


def _trailing(entry: YamlEntry | None) -> list[str]:
    return entry.trailing if entry else []


def _after(entry: YamlEntry | None) -> list[str]:
    if entry is None or not isinstance(entry.value, Collection):
        return []
    return entry.value.after


def _inside(entry: YamlEntry | None) -> Counter[str]:
    """Return the comments inside the value of an entry."""
    return Counter() if entry is None else Counter(comments_in(entry.value))


def _all(entry: YamlEntry | None) -> Counter[str]:
    return Counter() if entry is None else Counter(comments_of_entry(entry))
