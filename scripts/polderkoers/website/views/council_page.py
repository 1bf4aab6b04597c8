"""The page of a decision: how it stands, what it is about, who voted how, and how it was dealt with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import count
from polderkoers.policy.model.base import Bron
from polderkoers.policy.model.besluiten import ABSENT, ABSTAINED, AGAINST, IN_FAVOUR, Besluit
from polderkoers.policy.model.dates import datum_in_words, on_datum, parse_datum
from polderkoers.website.views.backlinks import BacklinkRow, row
from polderkoers.website.views.council import LATE, NO_DATE, called, council_of, state_of
from polderkoers.website.views.facts import FactLine, facts_of
from polderkoers.website.views.link import Link
from polderkoers.website.views.reported import ItemProgress, progress_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.besluiten import Afdoening, Stem
    from polderkoers.website.views.site import Site

_SIDES = {IN_FAVOUR: "Voor", AGAINST: "Tegen", ABSTAINED: "Onthouden", ABSENT: "Afwezig"}


@dataclass(frozen=True)
class VotedSide:
    """Who voted in one way, with how many votes that is where all are known."""

    name: str
    parties: tuple[Link, ...]
    total: int | None


@dataclass(frozen=True)
class About:
    """What a decision is about, and how that stands where a report says so."""

    row: BacklinkRow
    progress: ItemProgress | None


@dataclass(frozen=True)
class Settled:
    """How something was dealt with: in words, when, whether that was in time as far as it is known, and where it shows."""

    text: str
    when: str
    in_time: str
    shows_in: Link | None
    bron: str
    bron_link: str


def decision_page(site: Site, entry: Entry[Besluit]) -> dict[str, Any]:
    """Return what the page of a decision shows."""
    item = entry.item
    targets = filter(None, map(site.policy.get, item.gaat_over))
    return {
        "named": called(item),
        "datum": datum_in_words(item.datum or "") or NO_DATE,
        "state": state_of(site, item),
        "told": tuple(_told(site, item)),
        "votes": tuple(_sides(site, entry)),
        "counted": _counted(item),
        "settled": _settled(site, entry, item.afgedaan) if item.afgedaan else None,
        "about": tuple(_about(site, target) for target in targets),
        "facts": (*facts_of(site, entry), *_subjects(site, entry)),
        "source": site.source_words(entry) or entry.bron.plek or "",
    }


def _about(site: Site, target: Entry) -> About:
    found = progress_of(site, target)
    return About(row(site, target), found if found.report else None)


def _told(site: Site, item: Besluit) -> Iterator[str]:
    """Yield in sentences how something that is open stands on the day of the data."""
    if not item.is_open:
        return
    day = datum_in_words(site.day().isoformat())
    if item.uiterlijk is None:
        yield "Wanneer het klaar moet zijn, is niet bekend."
    elif state_of(site, item).code == LATE:
        yield f"Dit moest uiterlijk {on_datum(item.uiterlijk)} klaar zijn. Die datum is voorbij."
    else:
        yield f"Dit moet uiterlijk {on_datum(item.uiterlijk)} klaar zijn."
    yield f"Wat ermee is gedaan, staat niet in de gegevens van {day}."


def _counted(item: Besluit) -> str:
    """Return the votes in words, nothing when not all are known."""
    votes = item.counted()
    if votes is None:
        return ""
    return f"{count(votes[IN_FAVOUR], 'stem', 'stemmen')} voor en {votes[AGAINST]} tegen"


def _sides(site: Site, entry: Entry[Besluit]) -> Iterator[VotedSide]:
    for stem, name in _SIDES.items():
        votes = [vote for vote in entry.item.stemmen if vote.stem == stem]
        if votes:
            yield VotedSide(name, tuple(_voter(site, entry, vote) for vote in votes), _total(votes))


def _total(votes: Iterable[Stem]) -> int | None:
    """Return how many votes some are together, None when that is not known of each."""
    total = 0
    for vote in votes:
        if vote.aantal is None:
            return None
        total += vote.aantal
    return total


def _voter(site: Site, entry: Entry, vote: Stem) -> Link:
    """Return who voted, with how many votes; of a number of which the source names no party just that."""
    party = site.policy.resolve(vote.fractie or "", "organisaties", entry.file)
    if party is None:
        return Link(count(vote.aantal, "lid", "leden") if vote.aantal else "aantal niet bekend", "")
    if vote.aantal is None:
        return site.link(party)
    return site.link(party, f"{party.item.label} ({vote.aantal})")


def _settled(site: Site, entry: Entry[Besluit], how: Afdoening) -> Settled:
    bron, shown = how.bron or Bron(), site.policy.get(how.blijkt_uit or "")
    document = site.document(bron)
    words = (document.item.label if document else "", bron.plek)
    when = on_datum(how.datum) if how.datum else ""
    return Settled(
        text=how.tekst,
        when=when,
        in_time=_in_time(entry.item),
        shows_in=site.titled(shown) if shown else None,
        bron=", ".join(filter(None, words)),
        bron_link=bron.link or "",
    )


def _in_time(item: Besluit) -> str:
    """Return whether something was dealt with before its last day, nothing when the dates do not tell."""
    deadline, done = parse_datum(item.uiterlijk or ""), parse_datum(item.done_on or "")
    if deadline is None or done is None:
        return ""
    if done.last <= deadline.last:
        return "Dat was op tijd."
    return "Dat was na de uiterste datum." if done.first > deadline.last else ""


def _subjects(site: Site, entry: Entry[Besluit]) -> Iterator[FactLine]:
    """Yield the subjects of a decision, those of what it is about too."""
    found = map(site.policy.get, (f"themas/{id_}" for id_ in council_of(site).of_list(entry, "themas")))
    if links := tuple(site.link(each) for each in found if each is not None):
        yield FactLine(site.words.some(len(links), "thema"), links)
