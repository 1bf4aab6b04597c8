"""What stands at the top of a page of policy that is not in force, or of which nobody knows whether it still is."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import decider
from polderkoers.policy.in_force import CONCEPT, NOT_YET, WITHDRAWN, own_reason, plans_of
from polderkoers.policy.model.dates import on_datum, parse_datum, the_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.website.views.age import ended, is_old
from polderkoers.website.views.continued import later_told
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

# The same of the plans that the page is a part of.
_SAID = {CONCEPT: "is nog niet vastgesteld", NOT_YET: "geldt nog niet", WITHDRAWN: "is ingetrokken"}


@dataclass(frozen=True)
class StandingBanner:
    """The banner of a page: a word, sentences, the plans not in force that the page is a part of, and what tells more.

    `is_over` says that it no longer holds.
    """

    heading: str
    sentences: tuple[str, ...]
    plannen: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()
    is_over: bool = False


def banner(site: Site, entry: Entry) -> StandingBanner | None:
    """Return what must be said first of a file: of itself, or of the plans that it is a part of; None when all is in force."""
    item = entry.item
    if not isinstance(item, Beleid):
        return None
    if reason := own_reason(item, site.day):
        return StandingBanner(
            reason,
            tuple(_told(site, entry, item, reason)),
            _plans(site, entry),
            (),
            reason == WITHDRAWN and not _is_to_come(site, item),
        )
    plans = _plans(site, entry)
    # While one plan in force names it, the others say nothing of it.
    marks = {plan.mark for plan in plans}
    if len(plans) == len(plans_of(site.policy, item)) and len(marks) == 1:
        (reason,) = marks
        return StandingBanner(
            f"Het plan {_SAID[reason]}", tuple(_of_plan(site, item, reason)), plans, (), reason == WITHDRAWN
        )
    return _unknown(site, entry, item)


def _told(site: Site, entry: Entry, item: Beleid, reason: str) -> list[str]:
    this = site.words.this(item.soortnaam)
    if reason == WITHDRAWN:
        if _is_to_come(site, item):
            until = the_datum(item.ingetrokken_op or "")
            return [f"{this} geldt niet meer vanaf {until}: dan is het ingetrokken. Tot dan geldt het."]
        when = f" {on_datum(item.ingetrokken_op)}" if item.ingetrokken_op else ""
        adopted = [f"Vastgesteld{_adopted(item)}."] if item.vastgesteld_op else []
        return [f"{this} is ingetrokken{when} en geldt niet meer. Je leest hier wat er stond.", *adopted]
    begin = the_datum(item.treedt_in_werking or "")
    if reason == CONCEPT:
        later = f" Er staat in vanaf wanneer het moet gelden: {begin}." if begin else ""
        return [f"Dit is een concept: {_not_adopted(site, entry, item)}. De tekst kan nog veranderen.{later}"]
    if item.status is None:
        return [f"{this} geldt pas vanaf {begin}."]
    return [f"{this} is vastgesteld{_adopted(item)}, maar geldt pas vanaf {begin}."]


def _is_to_come(site: Site, item: Beleid) -> bool:
    """Return whether something will be withdrawn, on a day that is still to come."""
    day = parse_datum(item.ingetrokken_op) if item.ingetrokken_op else None
    return day is not None and day.first > site.day()


def _not_adopted(site: Site, entry: Entry, item: Beleid) -> str:
    """Return that nobody adopted a draft: who is to do so is only known of our own policy, or where the data say it."""
    who = decider(item.vastgesteld_door or "") or ("" if site.is_foreign(entry) else site.publisher.council)
    if who.startswith(("de ", "het ")):
        return f"{who} heeft het nog niet vastgesteld"
    # A name may be of more than one: Provinciale Staten.
    return f"het is nog niet vastgesteld door {who}" if who else "het is nog niet vastgesteld"


def _of_plan(site: Site, item: Beleid, reason: str) -> list[str]:
    """Return what the status of its plans means for a file that says nothing itself."""
    this = site.words.this(item.soortnaam)
    if reason == WITHDRAWN and item.status is not None:
        return [f"Of {this.lower()} nog geldt, staat niet in de bronnen."]
    if reason == WITHDRAWN:
        return [f"{this} hoort alleen bij beleid dat niet meer geldt. Je leest hier wat er stond."]
    begins = {plan.file.treedt_in_werking for plan in plans_of(site.policy, item) if isinstance(plan.file, Beleid)}
    if reason == NOT_YET and item.treedt_in_werking is None and len(begins) == 1:
        begin = the_datum(begins.pop() or "")
        return [f"{this} hoort bij beleid dat pas geldt vanaf {begin}."]
    return []


def _plans(site: Site, entry: Entry) -> tuple[Link, ...]:
    plans = plans_of(site.policy, entry.item) if isinstance(entry.item, Beleid) else ()
    links = map(site.link, plans)
    return tuple(filter(attrgetter("mark"), links))


def _adopted(item: Beleid) -> str:
    """Return when and by whom something was adopted, as far as the data says so."""
    when = f" {on_datum(item.vastgesteld_op)}" if item.vastgesteld_op else ""
    whom = f" door {decider(item.vastgesteld_door)}" if item.vastgesteld_door else ""
    return f"{when}{whom}"


def _unknown(site: Site, entry: Entry, item: Beleid) -> StandingBanner | None:
    """Return that it is not known whether old policy still holds; None when it is not old, and in an earlier version, which says so itself."""
    document = site.document(entry.bron)
    if site.is_earlier or document is None:
        return None
    over = ended(site, item, document)
    if not (over or is_old(site, item, document)):
        return None
    this, year = site.words.this(item.soortnaam).lower(), site.year(entry)
    ran = f"Looptijd: {over}. " if over else ""
    sentence = f"{ran}In de bronnen staat niet of {this} nog geldt."
    return StandingBanner(f"Beleid van {year}" if year else "Ouder beleid", (sentence,), (), later_told(site, document))
