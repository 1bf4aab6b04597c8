"""What a council must know first: how many changes there are, and of each thing that they are about the heaviest by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.changes.account.as_one import NUMBER, as_one, together
from polderkoers.changes.account.matters import MATTERS, Matter, matter_of_meaning
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.deciding.parts import POLICY, Part
from polderkoers.changes.meaning_words import MEANINGS, Said, code_of, in_own_words, said_of
from polderkoers.changes.phrases import list_name, noun
from polderkoers.policy.dutch_words import count, listing
from polderkoers.policy.model.files import KINDS

if TYPE_CHECKING:
    from polderkoers.changes.account.account import Account
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.change import Change, Subject

_NOTHING = {
    True: "Er verandert niets in het beleid.",
    False: "In de bestanden die te vergelijken zijn, verandert niets.",
}
COMPARED_ONLY = "in wat te vergelijken is"
# So many changes of each matter are named; the rest is counted.
_NAMED = 3
_GOALS = frozenset({"doel", "deelopgave"})
# What is told first of a matter: what asks less, then what asks otherwise, then what comes and goes, then the rest.
_HEAVY = (
    frozenset({"doel-afgezwakt", "verplichting-afgezwakt", "uitgesteld", "status-gewijzigd", "bedrag-onbekend"}),
    frozenset({"doel-aangescherpt", "doelcijfer-gewijzigd", "verplichting-aangescherpt", "vervroegd", "bedrag-gewijzigd", "bedrag-bekend", "ritme-gewijzigd", "geldsoort-gewijzigd",
               "bedrag-anders-precies", "zekerheid-gewijzigd", "einde-later", "einde-eerder", "tijdstip-gewijzigd", "cijfer-gewijzigd", "besluit-gewijzigd", "verantwoordelijke-gewijzigd", "roltype-omlaag", "roltype-omhoog", "van-kort-naar-lang", "van-lang-naar-kort"}),
    frozenset({"vervallen", "opgegaan-in", "gesplitst-in"}),
    frozenset({"toegevoegd"}),
)  # fmt: skip
_BECAME = {
    "toegevoegd": ("is nieuw", "zijn nieuw"),
    "vervallen": ("is vervallen", "zijn vervallen"),
    "opgegaan-in": ("is opgegaan in iets anders", "zijn opgegaan in iets anders"),
    "gesplitst-in": ("is gesplitst", "zijn gesplitst"),
}


class MatterCount(NamedTuple):
    """How many changes mean the same, in words: `2 doelen zijn aangescherpt`. By its `code` these changes can be found."""

    code: str
    words: str


@dataclass(frozen=True)
class MatterTold:
    """What changes of one matter: in numbers, the heaviest by name, and how many `more` there are that none of these tells.

    `before` are the anchors of the changes that a matter before it names.
    """

    matter: Matter
    heading: str
    total: int
    counts: tuple[MatterCount, ...]
    named: tuple[Told, ...]
    more: int = 0
    before: frozenset[str] = frozenset()

    @property
    def is_document(self) -> bool:
        """Whether it is about documents as a whole, which a reader wants to know after what is in them."""
        return self.matter == "stukken"

    @property
    def sentence(self) -> str:
        """The matter with what is counted of it."""
        told = f"{self.heading} ({self.total})"
        counted = [each.words for each in self.counts]
        if counted:
            return f"{told}: {listing(counted)}."
        return told


def totals(account: Account, *, is_whole: bool = True) -> str:
    """Return how many changes there are and how many in each part, as a sentence, or that there are none.

    When not the whole of both versions could be compared, it says that this is only about the rest.
    """
    if not account.told:
        return nothing(is_whole=is_whole)
    number = count(len(account.told), "wijziging", "wijzigingen")
    if not is_whole:
        number = f"{number} {COMPARED_ONLY}"
    told = [
        f"{total} {PART_WORDS[part].counted}{_of_others(account, part)}"
        for part, total in account.counts.items()
        if total
    ]
    if len(told) > 1:
        return f"{number}: {listing(told)}."
    words = told[0].partition(" ")[2]
    if len(account.told) == 1:
        return f"{number}: {words}."
    return f"{number}: allemaal {words}."


def nothing(*, is_whole: bool) -> str:
    """Return that no policy changes, of all of both versions or only of what could be compared."""
    return _NOTHING[is_whole]


def _of_others(account: Account, part: Part) -> str:
    """Return how many changes of policy are in policy of another; nothing when none is."""
    total, theirs = account.counts[part], sum(told.is_of_others for told in account.part(part).told)
    if not theirs:
        return ""
    if theirs < total:
        return f" (waarvan {theirs} in beleid van een ander)"
    return " (in beleid van een ander)"


def headline(account: Account) -> tuple[MatterTold, ...]:
    """Return what the changes of policy are about, in the order of `MATTERS`; a change that is about two things is told in both."""
    policy = account.part(POLICY).told
    found: list[MatterTold] = []
    before: frozenset[str] = frozenset()
    for matter in MATTERS:
        told = [each for each in policy if matter in each.matters]
        if told:
            found.append(replace(_matter(matter, told), before=before))
            before |= {each.change.anchor for each in found[-1].named}
    return tuple(found)


def _matter(matter: Matter, told: list[Told]) -> MatterTold:
    named = together(sorted(told, key=_weight))
    # One name takes no more room than saying that there is one more.
    if len(named) > _NAMED + 1:
        named = named[:_NAMED]
    more = len(told) - sum(map(len, named))
    return MatterTold(matter, MATTERS[matter], len(told), tuple(_counts(matter, told)), tuple(map(as_one, named)), more)


def _weight(told: Told) -> tuple[bool, bool, int, bool]:
    """Return what is told first: what is our own, then what is more than a number that moved along, then the heaviest."""
    change = told.change
    heavy = next((place for place, names in enumerate(_HEAVY) if names.intersection(change.meaning)), len(_HEAVY))
    return told.is_of_others, change.field == NUMBER, heavy, change.block not in _GOALS


def _counts(matter: Matter, told: list[Told]) -> Iterator[MatterCount]:
    """Yield how many goals are sharpened, how many amounts are new, and so on."""
    changes = [each.change for each in told]
    for meaning in MEANINGS:
        if matter_of_meaning(meaning) == matter:
            for said, meant in _said(meaning, changes):
                own = meant[0].item.own
                number = len(set(map(_subject, meant)))
                words = count(number, in_own_words(said.one, own), in_own_words(said.more, own))
                yield MatterCount(code_of(meant[0], meaning), words)
    for meaning, verbs in _BECAME.items():
        items = [change.item for change in changes if meaning in change.meaning]
        if items:
            yield MatterCount(meaning, f"{listing(_by_noun(items))} {verbs[len(items) > 1]}")


def _said(meaning: str, changes: Iterable[Change]) -> Iterator[tuple[Said, list[Change]]]:
    """Yield what is said in a count of changes that mean this, each with those of which it is said."""
    found: dict[Said, list[Change]] = {}
    for change in changes:
        said = said_of(change, meaning) if meaning in change.meaning else None
        if said is not None and said.one:
            found.setdefault(said, []).append(change)
    yield from found.items()


def _by_noun(items: Iterable[Subject]) -> list[str]:
    """Return how many items there are of each kind."""
    found: dict[tuple[str, str], list[Subject]] = {}
    for item in items:
        found.setdefault((item.block, item.slot), []).append(item)
    return [count(len(alike), *_words(alike[0])) for alike in found.values()]


def _words(item: Subject) -> tuple[str, str]:
    """Return what one and more of a kind are called; a whole file stands in no list."""
    if item.slot:
        return noun(item.block, item.slot, item.own).name, list_name(item.slot, item.own)
    own = item.own.noun(item.block)
    more = own.more if own else KINDS[item.block].kind.headings[1].lower()
    return noun(item.block, own=item.own).name, more


def _subject(change: Change) -> tuple[str, str | None]:
    """Return the goal that a change is in, or else the item itself: two figures of one goal are one goal."""
    above: Subject | None = change.item
    while above is not None:
        if above.block in _GOALS:
            return above.ref, None
        above = above.parent
    return change.ref, change.key
