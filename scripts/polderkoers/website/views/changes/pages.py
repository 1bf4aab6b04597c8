"""The pages about changes: the overview of versions, one per pair, a draft decision for each, and one to choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.changes.account.headline import nothing
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.deciding.drafted import NOTE, READING, nothing_to_decide
from polderkoers.changes.deciding.outside import outside
from polderkoers.changes.deciding.parts import POLICY
from polderkoers.changes.money.budget_words import BUDGET_WORDS
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.base import Bron
from polderkoers.website.dates import reference_date
from polderkoers.website.pages import ViewPage
from polderkoers.website.views import feeds
from polderkoers.website.views.changes import addresses, choices, decisions, sections
from polderkoers.website.views.changes.addresses import (
    apart_path,
    date_of,
    decision_path,
    name_of,
    pair_path,
    part_path,
)
from polderkoers.website.views.changes.compared import Compared
from polderkoers.website.views.changes.summary import PairSummary, summary
from polderkoers.website.views.link import Link
from polderkoers.website.views.site import Site
from polderkoers.website.views.story import stories, stories_of
from polderkoers.website.words import UNKNOWN, one_line

if TYPE_CHECKING:
    from polderkoers.website.history import HeldVersion, History

_MENU = "wijzigingen.md"
_UNDER = (("Wijzigingen", addresses.FOLDER),)


@dataclass(frozen=True)
class NamedVersion:
    """A version as pages name it. `since` is the page with what changed since, None for the state of now.

    `marks` are the decision and the hashes by which nobody can take another version for it.
    """

    id: str
    naam: str
    datum: str
    uitleg: str
    by: str
    documenten: tuple[Link, ...]
    page: Link | None
    since: Link | None
    marks: tuple[str, ...] = ()

    @property
    def moment(self) -> str:
        """Of when the version is, as it stands between `van` and `tot`."""
        return self.datum if self.since else "nu"


@dataclass(frozen=True)
class MissingVersion:
    """A listed version that this site cannot show. Why is no matter for its readers."""

    naam: str
    datum: str


@dataclass(frozen=True)
class VersionPair:
    """Two versions and the pages about what changes between them. They are compared when something asks for their summary."""

    old: NamedVersion
    new: NamedVersion
    wijzigingen: Link
    besluit: Link
    compared: Compared

    @cached_property
    def summary(self) -> PairSummary:
        """What changes in short."""
        return summary(self.compared)


class ChangePages:
    """Everything that the pages about changes show; each pair of versions is compared once."""

    def __init__(self, site: Site, history: History) -> None:
        """Take the site of now and the versions; nothing is compared before something asks for it."""
        self._site = site
        self._history = history

    @cached_property
    def _today(self) -> date:
        return reference_date()

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], tuple[Compared, VersionPair]]:
        found = {}
        for old, new in self._history.pairs():
            compared = Compared(self._site, self._history, old, new)
            found[old.id, new.id] = (compared, self._pair(compared))
        return found

    def _pair(self, compared: Compared) -> VersionPair:
        old, new = compared.old, compared.new
        title = f"Van {name_of(old)} naar {name_of(new)}"
        return VersionPair(
            self._version(old),
            self._version(new),
            Link(title, pair_path(old.id, new.id)),
            Link(f"Wijzigingsbesluit: {title[0].lower()}{title[1:]}", decision_path(old.id, new.id)),
            compared,
        )

    def pages(self) -> Iterator[ViewPage]:
        """Yield every page but the overview."""
        for compared, pair in self._pairs.values():
            yield self._changes(compared, pair)
            yield self._decision(compared, pair)
            if compared.parts > 1:
                yield self._apart(compared, pair)
                yield from (self._part(compared, pair, number) for number in range(1, compared.parts + 1))
        yield ViewPage(
            addresses.CHOOSE,
            "Twee versies vergelijken",
            lambda: "Kies twee versies van het beleid en zie wat er verandert.",
            _MENU,
            _UNDER,
            "wijzigingen-kiezen.md.j2",
            lambda: {"versies": self._versions, "pairs": self._all, "missing": self._missing},
        )

    def overview(self) -> dict[str, Any]:
        """Return what the overview shows."""
        newest_first = reversed(tuple(self._history.successive()))
        return {
            "versies": tuple(reversed(self._versions)),
            "pairs": tuple(self._pairs[old.id, new.id][1] for old, new in newest_first),
            "every_pair": self._all,
            "stories": tuple(stories(self._site, self._history)),
            "missing": self._missing,
            "feed": feeds.ALL,
            "addresses": addresses,
        }

    @cached_property
    def _all(self) -> tuple[VersionPair, ...]:
        return tuple(pair for _, pair in self._pairs.values())

    @cached_property
    def _versions(self) -> tuple[NamedVersion, ...]:
        return tuple(map(self._version, self._history.versions))

    @cached_property
    def _missing(self) -> tuple[MissingVersion, ...]:
        return tuple(
            MissingVersion(one_line(each.version.naam), one_line(each.version.datum or UNKNOWN))
            for each in self._history.missing
        )

    def _version(self, held: HeldVersion) -> NamedVersion:
        name, when = capital(name_of(held)), date_of(held, self._today)
        listed = held.listed
        if listed is None:
            told = "Het beleid zoals het nu op deze site staat."
            return NamedVersion(held.id, name, when, told, "", (), None, None, self._history.head(held).marks)
        documents = (self._site.document(Bron(document=id_)) for id_ in listed.documenten)
        return NamedVersion(
            held.id,
            name,
            when,
            one_line(listed.uitleg),
            one_line(listed.vastgesteld_door or UNKNOWN),
            tuple(map(self._site.link, filter(None, documents))),
            Link(one_line(listed.naam), f"versies/{held.id}/"),
            Link("Wat is er sindsdien veranderd?", pair_path(held.id, self._history.versions[-1].id)),
            self._history.head(held).marks,
        )

    def _changes(self, compared: Compared, pair: VersionPair) -> ViewPage:
        return ViewPage(
            pair.wijzigingen.address,
            pair.wijzigingen.text,
            lambda: " ".join(pair.summary.sentences[:2]) or pair.wijzigingen.text,
            _MENU,
            _UNDER,
            "wijzigingen-paar.md.j2",
            partial(_values, self._site, compared, pair),
        )

    def _part(self, compared: Compared, pair: VersionPair, number: int) -> ViewPage:
        title = f"{pair.wijzigingen.text}: deel {number} van {compared.parts}"
        return ViewPage(
            part_path(compared.old.id, compared.new.id, number),
            title,
            lambda: f"Wat er was en wat het wordt, deel {number} van {compared.parts}.",
            _MENU,
            (*_UNDER, (pair.wijzigingen.text, pair.wijzigingen.address)),
            "wijzigingen-deel.md.j2",
            lambda: {
                "pair": pair,
                "number": number,
                "parts": sections.parts_of(compared),
                "skipped": skipped_lines(compared.skipped),
                "since": compared.since,
            },
        )

    def _apart(self, compared: Compared, pair: VersionPair) -> ViewPage:
        title = f"{pair.wijzigingen.text}: wat geen beleid is"
        return ViewPage(
            apart_path(compared.old.id, compared.new.id),
            title,
            lambda: (
                "Wat er verandert in opmerkingen van de redactie, in lijsten met namen en in hoe iets is geschreven."
            ),
            _MENU,
            (*_UNDER, (pair.wijzigingen.text, pair.wijzigingen.address)),
            "wijzigingen-overig.md.j2",
            lambda: {
                "pair": pair,
                "parts": {part: sections.files(compared, part) for part in PART_WORDS if part != POLICY},
                "words": PART_WORDS,
                "skipped": skipped_lines(compared.skipped),
            },
        )

    def _decision(self, compared: Compared, pair: VersionPair) -> ViewPage:
        return ViewPage(
            pair.besluit.address,
            pair.besluit.text,
            lambda: (
                f"Een concept voor een besluit van {self._site.publisher.council}, gemaakt uit de verschillen tussen twee versies."
            ),
            _MENU,
            (*_UNDER, (pair.wijzigingen.text, pair.wijzigingen.address)),
            "wijzigingen-besluit.md.j2",
            lambda: {
                "pair": pair,
                "articles": decisions.articles(compared),
                "annexes": compared.draft.annexes,
                "others": decisions.of_others(compared),
                "outside": tuple(outside(compared.draft)),
                "skipped": skipped_lines(compared.skipped),
                "since": compared.since,
                "nothing": nothing_to_decide(is_whole=not compared.skipped),
                "note": NOTE,
                "reading": READING,
                "addresses": addresses,
            },
        )


def _values(site: Site, compared: Compared, pair: VersionPair) -> dict[str, Any]:
    """Return what the page with the changes between two versions shows."""
    files = {part: sections.files(compared, part) for part in PART_WORDS}
    return {
        "pair": pair,
        "summary": pair.summary,
        "budget": compared.budget,
        "money": BUDGET_WORDS,
        "stories": tuple(stories_of(site, compared.old, compared.new)),
        "parts": files,
        "divided": sections.parts_of(compared),
        "apart": apart_path(compared.old.id, compared.new.id),
        "words": PART_WORDS,
        "filters": choices.filters(compared, sections.shown(chain.from_iterable(files.values()))),
        "touched": choices.touched(compared),
        "skipped": skipped_lines(compared.skipped),
        "since": compared.since,
        "nothing": nothing(is_whole=not compared.skipped),
        "addresses": addresses,
    }
