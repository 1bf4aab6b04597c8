"""What the council decided, asked and was promised, as every page tells it: how things stand today, and which of it is about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital, count, listing
from polderkoers.policy.model.besluiten import ABSENT, ABSTAINED, AGAINST, CARRIED, IN_FAVOUR, REJECTED, Besluit
from polderkoers.policy.model.catalogues import Organisatie, Partij
from polderkoers.policy.model.dates import datum_in_words, on_datum, parse_datum
from polderkoers.website.views.link import Link, sure_subjects_of
from polderkoers.website.views.time_span import COMING

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

FOLDER, OVERVIEW = "besluiten/", "Toezeggingen en moties"
LATE, OPEN, DONE, DECIDED = "datum-voorbij", "open", "afgedaan", "besloten"
TO_COME, UNDECIDED = "nog-te-komen", "uitkomst-niet-bekend"
"""How something can stand: open after its last day, open, still to be decided, dealt with, without anything that somebody has to do now, or without a known outcome."""
NOT_KNOWN = "Uitkomst niet bekend"
WORDS = {
    LATE: "Datum voorbij",
    OPEN: "Open",
    TO_COME: COMING,
    DONE: "Afgedaan",
    DECIDED: "Niet meer open",
    UNDECIDED: NOT_KNOWN,
}
_WAITING = {LATE: 0, OPEN: 1}
_COLOURS = {
    LATE: "klei",
    OPEN: "graan",
    TO_COME: "",
    UNDECIDED: "",
    DONE: "veld",
    REJECTED: "klei",
    **dict.fromkeys(CARRIED, "veld"),
}
_SIGNS = {
    LATE: "roep",
    OPEN: "klok",
    TO_COME: "klok",
    UNDECIDED: "",
    DONE: "vink",
    REJECTED: "kruis",
    **dict.fromkeys(CARRIED, "vink"),
}
NO_DATE = "datum niet bekend"
# Who asked, promised or voted; what is about a subject or a place is found otherwise.
WHO = {"van": "ingediend_door", "aan": "aan", "stemde": "fractie"}
"""What a filter calls who asked or promised, to whom, and who voted, with the field that names them."""
_VOTED = {IN_FAVOUR: "stemde voor", AGAINST: "stemde tegen", ABSTAINED: "onthield zich", ABSENT: "was afwezig"}
_ABOUT = frozenset({"gaat_over", "blijkt_uit"})
_SOURCE = "document"


@dataclass(frozen=True)
class DecisionState:
    """How something stands: its `code`, the words for it, and a colour and a sign that say no more than these."""

    code: str
    words: str
    colour: str
    sign: str


@dataclass(frozen=True)
class DecisionRow:
    """A decision as one line of a list: what it is, how it stands, when it was, by whom, to whom and until when; and the values for filters, of `who` by what that is. `voted` is how the party voted on whose page it stands."""

    link: Link
    kind: str
    called: str
    state: DecisionState
    datum: str
    jaar: str
    uiterlijk: str
    deadline: str
    by: tuple[Link, ...]
    to: tuple[Link, ...]
    other_owner: str
    who: Mapping[str, tuple[str, ...]]
    themas: tuple[str, ...]
    plaatsen: tuple[str, ...]
    voted: str = ""


def code_of(item: Besluit, today: date) -> str:
    """Return how a decision stands on a day, as far as the data know."""
    if item.is_settled:
        return DONE
    if not item.is_open:
        return DECIDED if item.uitkomst is not None else _without_outcome(item, today)
    deadline = parse_datum(item.uiterlijk or "")
    return LATE if deadline is not None and deadline.last < today else OPEN


def _without_outcome(item: Besluit, today: date) -> str:
    day = parse_datum(item.datum or "")
    return TO_COME if day is not None and day.first > today else UNDECIDED


def state_of(site: Site, item: Besluit) -> DecisionState:
    """Return how a decision stands on the day of the data; of what only was decided, what came of it."""
    code = code_of(item, site.day())
    if code == DECIDED:
        outcome = item.uitkomst or ""
        return DecisionState(code, capital(outcome), _COLOURS.get(outcome, ""), _SIGNS.get(outcome, ""))
    return DecisionState(code, WORDS[code], _COLOURS[code], _SIGNS[code])


def called(item: Besluit) -> str:
    """Return what a decision is, with its number: `Motie M-12`."""
    return f"{capital(item.soort)} {item.stuknummer or ''}".strip()


def _until(item: Besluit) -> str:
    """Return the last day for something as it stands in a sentence, nothing when there is none."""
    return f"uiterlijk {on_datum(item.uiterlijk)}" if item.uiterlijk else ""


def when_of(item: Besluit) -> str:
    """Return when a decision has its place in time: what is open at its last day, all else at its own."""
    until = _until(item) if item.is_open else ""
    return until or datum_in_words(item.datum or "") or NO_DATE


def within(site: Site, entry: Entry) -> Link:
    """Return what an item stands in: its file, and for a decision the page of all of them, because its file has none."""
    if isinstance(entry.item, Besluit):
        return Link(OVERVIEW, FOLDER)
    return site.link(site.policy.entries[entry.file.id])


def decision_row(site: Site, entry: Entry[Besluit]) -> DecisionRow:
    """Return a decision as one line of a list."""
    item = entry.item
    found = council_of(site)
    return DecisionRow(
        link=site.link(entry),
        kind=item.soort,
        called=called(item),
        state=state_of(site, item),
        datum=datum_in_words(item.datum or "") or NO_DATE,
        jaar=(item.datum or "")[:4],
        uiterlijk=item.uiterlijk or "",
        deadline=_until(item),
        by=site.catalogue_links("ingediend_door", entry),
        to=site.catalogue_links("aan", entry),
        other_owner=site.other_owner(entry),
        who={name: tuple(_who(site, entry, field)) for name, field in WHO.items()},
        themas=found.of_list(entry, "themas"),
        plaatsen=found.of_list(entry, "plaatsen"),
    )


def decisions_about(site: Site, entry: Entry) -> tuple[DecisionRow, ...]:
    """Return what the council decided about an item and all in it, or about a subject, place, party or version.

    What is open after its last day comes first, then what is open; of what stands alike the newest is first.
    """
    decisions = council_of(site).about(entry)
    rows = zip(site.each(decision_row, decisions), decisions, strict=True)
    told = map(partial(_with_vote, _group_of(entry)), rows)
    return tuple(sorted(told, key=_waiting))


def _group_of(entry: Entry) -> str:
    """Return the id of the organisation that votes in the council, as far as an item is or has one; empty for all else."""
    if isinstance(entry.item, Organisatie):
        return entry.item.id
    return (isinstance(entry.item, Partij) and entry.item.organisatie) or ""


def _with_vote(group: str, row_of: tuple[DecisionRow, Entry[Besluit]]) -> DecisionRow:
    """Return a row with how a group voted; one that was divided did so in more than one way."""
    row, decision = row_of
    return replace(row, voted=listing(list(_votes(group, decision))))


def _votes(group: str, decision: Entry[Besluit]) -> Iterator[str]:
    for vote in decision.item.stemmen:
        if group and vote.fractie == group:
            yield _VOTED[vote.stem] + _so_many(vote.aantal)


def _so_many(votes: int | None) -> str:
    return f" ({count(votes, 'stem', 'stemmen')})" if votes else ""


def _waiting(row: DecisionRow) -> int:
    return _WAITING.get(row.state.code, len(_WAITING))


def late_decisions(site: Site) -> tuple[DecisionRow, ...]:
    """Return what is open after its last day, what should have been done first in front."""
    rows = site.each(decision_row, council_of(site).decisions)
    return tuple(sorted((row for row in rows if row.state.code == LATE), key=attrgetter("uiterlijk")))


def latest_first(entries: Iterable[Entry[Besluit]]) -> list[Entry[Besluit]]:
    """Return decisions with the newest first, and at the end those of which the day is not known."""
    return sorted(entries, key=lambda entry: entry.item.datum or "", reverse=True)


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def council_of(site: Site) -> Council:
    """Return what is known of all decisions of a site; nothing for an earlier version, which knows nothing of what came of it."""
    return Council(site)


class Council:
    """The decisions of a policy, by all that they are about."""

    def __init__(self, site: Site) -> None:
        """Look up what each decision is about, once."""
        self._policy = site.policy
        self.decisions = () if site.is_earlier else site.policy.of(Besluit)
        self._refs = {entry.ref: frozenset(self._about(entry)) for entry in self.decisions}
        self._by_ref: dict[str, list[Entry[Besluit]]] = defaultdict(list)
        for entry in latest_first(self.decisions):
            for ref in self._refs[entry.ref]:
                self._by_ref[ref].append(entry)

    def about(self, entry: Entry) -> tuple[Entry[Besluit], ...]:
        """Return the decisions about an item, the newest first."""
        return tuple(self._by_ref.get(entry.ref, ()))

    def refs(self, entry: Entry[Besluit]) -> frozenset[str]:
        """Return the references of all that a decision is about."""
        return self._refs[entry.ref]

    def of_list(self, entry: Entry[Besluit], name: str) -> tuple[str, ...]:
        """Return the ids of what a decision is about in one list, by the id of that."""
        refs = (ref.partition("/") for ref in sorted(self._refs[entry.ref]))
        return tuple(id_ for file, _, id_ in refs if file == name and id_)

    def _about(self, entry: Entry[Besluit]) -> Iterator[str]:
        """Yield the references of all that a decision is about: what it names, what that stands in, and the subjects and places of these."""
        for reference in self._policy.outgoing(entry):
            target = reference.target
            if target is None or reference.field == _SOURCE:
                continue
            yield target.ref
            if reference.field in _ABOUT:
                yield from (above.ref for above in target.ancestors())
                yield from self._places(target)
            elif reference.field in WHO.values():
                yield from self._of_party(target)
        if not entry.item.themas:
            for target in self._named(entry):
                yield from (f"themas/{id_}" for id_ in sure_subjects_of(self._policy, target))

    def _named(self, entry: Entry[Besluit]) -> Iterator[Entry]:
        found = map(self._policy.get, entry.item.gaat_over)
        yield from (target for target in found if target is not None)

    def _places(self, target: Entry) -> Iterator[str]:
        for reference in self._policy.outgoing(target):
            if reference.field == "plaatsen" and reference.target is not None:
                yield reference.target.ref

    def _of_party(self, target: Entry) -> Iterator[str]:
        """Yield the organisation that a party is, so that a decision stands with both."""
        if isinstance(target.item, Partij) and target.item.organisatie:
            yield f"organisaties/{target.item.organisatie}"


def _who(site: Site, entry: Entry[Besluit], field: str) -> Iterator[str]:
    """Yield the ids of those who asked or promised, to whom it was done, or who voted: whom a field names."""
    for reference in site.policy.outgoing(entry):
        if reference.field == field and reference.target is not None:
            yield reference.target.item.id
