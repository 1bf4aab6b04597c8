"""The answers to what residents ask of any policy: what is new, what it costs, how many, until when, and whether there is money for a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product, repeat, starmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.blocks import Bedrag, Doel
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.files import Plan
from polderkoers.policy.model.having import plain_name_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.texts import texts_of
from polderkoers.website.pages import overview
from polderkoers.website.search.answer import ASKED, COUNTED, Answer, Lead, Overview
from polderkoers.website.views.age import NOW, is_of_today
from polderkoers.website.views.continued import series
from polderkoers.website.views.figures import amount_anchor
from polderkoers.website.views.named_places import in_area, naming
from polderkoers.website.views.places import is_named_in
from polderkoers.website.words import UNKNOWN, amount, one_line

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_COST = (
    "wat kost", "wat kost het plan", "wat kost het beleid", "hoeveel kost het plan", "kosten plan", "kosten van het plan", "hoeveel geld", "hoeveel geld gaat er naar", "hoeveel kost", "bedragen plan",
    "geld gaat naar", "hoeveel euro", "hoeveel miljoen",
)  # fmt: skip
_COUNTED = ("hoeveel {}", "aantal {}", "percentage {}")
_PEOPLE = (
    "mensen", "inwoners", "personen", "procent", "kinderen", "jongeren", "ouderen", "gezinnen", "huishoudens", "volwassenen", "vrouwen", "mannen",
    "leerlingen", "mantelzorgers", "vrijwilligers", "huizen", "woningen",
)  # fmt: skip
_MATTERS = ("armoede", "schulden", "eenzaamheid", "werkloosheid", "overgewicht")
_NEW = (
    "wat is nieuw",
    "nieuw in {}",
    "nieuwe doelen",
    "welke doelen zijn nieuw",
    "nieuw plan",
    "nieuwe plan",
    "nieuwste plan",
    "nieuw beleid",
)
_UNTIL = (
    "wanneer is het plan klaar", "plan klaar", "tot wanneer geldt het plan", "einddatum plan", "einddatum", "looptijd plan", "looptijd", "hoe lang duurt het plan",
    "wanneer stopt het plan", "wanneer eindigt het plan",
)  # fmt: skip
_MONEY = ("geld voor {}", "geld {}", "subsidie {}", "budget {}", "bedrag {}", "potje {}")
_UNKNOWN = "hoeveel staat er niet bij"
_SHOWN = 3
_STORIES = "vervolg/"


def plain_questions(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield the answers, as far as the site has the pages that they lead to; `overviews` are the pages about no item, by address."""
    yield from _new(site, overviews)
    yield from _until(site)
    yield from _money(site, overviews)
    figures = f"{overview('cijfers', site.words)}/"
    if figures in overviews:
        names = tuple(starmap(str.format, product(_COUNTED, _PEOPLE)))
        matters = tuple(starmap(str.format, product(_COUNTED, _MATTERS)))
        text = "De cijfers uit de plannen staan bij elkaar, met hun jaar. Staat een aantal er niet bij, dan weten wij het niet."
        lead = Lead(overviews[figures].title, figures)
        heading, title = "Kijk bij", "Hoeveel zijn het er?"
        yield Answer("Cijfers", title, text, figures, names, heading=heading, leads=(lead,), sort=COUNTED)
        yield Answer("Cijfers", title, text, figures, whole=matters, heading=heading, leads=(lead,), sort=COUNTED)


def _money(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield what it costs and, per place of the area, which amounts name it."""
    money = f"{overview('geld', site.words)}/"
    if money not in overviews:
        return
    # A page that is divided has the row of an amount on one of its parts.
    is_divided = len(_below(money, overviews)) > 1
    amounts = {entry.ref: _amount(site, entry, money * (not is_divided)) for entry in _amounts(site)}
    page = overviews[money]
    lead = Lead(page.title, money)
    yield Answer(
        "Geld",
        "Wat kost het?",
        page.text,
        money,
        _COST,
        heading="Kijk bij",
        leads=(lead, *amounts.values()),
        sort=ASKED,
    )
    for place in filter(partial(in_area, site), site.policy.of(Plaats)):
        yield _of_place(site, place, amounts, lead)


def _plans(site: Site) -> list[Entry[Plan]]:
    """Return our own plans of today, the newest first."""
    plans = filter(partial(is_of_today, site), site.policy.of(Plan))
    return sorted(plans, key=lambda plan: -(site.year(plan) or 0))


def _new(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield what is new: our newest plan, how many goals it has, and what became of the one before."""
    for plan in _plans(site)[:1]:
        year = str(site.year(plan) or "")
        document = site.document(plan.bron)
        documents = list(map(site.document, map(attrgetter("bron"), site.policy.of(Doel))))
        before = _below(_STORIES, overviews)
        own = Lead(plan.item.label, site.address(plan), year)
        news = next(
            (story for story in series(site) if document and story.new == document.item.id and story.without_earlier),
            None,
        )
        wanted = filter(overviews.__contains__, (*before[:1], f"{overview('doelen', site.words)}/"))
        others = (Lead(overviews[path].title, path) for path in wanted)
        named = f"{plan.item.label} {year and f'uit {year}'}".strip()
        text = f"Het nieuwste plan op deze site is {named}. Daar horen {site.words.count(documents.count(document), 'doel')} bij."
        if news:
            text += f" Bij {len(news.without_earlier)} daarvan wijst niets terug naar het vorige plan."
        if before:
            text += " Wat er van het vorige plan is geworden, staat op een eigen bladzijde."
        asked = tuple(map(str.format, _NEW, repeat(year)))
        yield Answer(
            "Antwoord",
            "Wat is er nieuw?",
            text,
            f"{news.path}#nieuw" if news else own.address,
            asked,
            heading="Kijk bij",
            leads=(own, *others),
            sort=ASKED,
        )


def _until(site: Site) -> Iterator[Answer]:
    """Yield until when our newest plan holds, in the words of the data."""
    for plan in _plans(site)[:1]:
        document = site.document(plan.bron)
        said = "Een looptijd staat er niet bij."
        own = document.item.looptijd if document and isinstance(document.item, Brondocument) else None
        if time := plan.item.looptijd or own:
            said = f"Over de looptijd: {time.tekst.rstrip('.')}."
        lead = Lead(plan.item.label, site.address(plan), str(site.year(plan) or ""))
        text = f"Over {plan.item.label}. {said}"
        yield Answer(
            "Antwoord",
            "Wanneer is het plan klaar?",
            text,
            lead.address,
            _UNTIL,
            heading="Kijk bij",
            leads=(lead,),
            sort=ASKED,
        )


def _below(folder: str, overviews: Mapping[str, Overview]) -> list[str]:
    """Return the addresses that begin with that of a folder."""
    return [path for path in overviews if path.startswith(folder)]


def _amounts(site: Site) -> list[Entry[Bedrag]]:
    return list(filter(partial(is_of_today, site), site.policy.of(Bedrag)))


def _amount(site: Site, entry: Entry[Bedrag], money: str) -> Lead:
    """Return where an amount stands: in its row on the page of money, or else in its plan."""
    address = site.address(entry)
    if money:
        address = f"{money}#{amount_anchor(entry)}"
    told = amount(entry.item).replace(UNKNOWN, _UNKNOWN)
    return Lead(plain_name_of(entry.item), address, told)


def _of_place(site: Site, place: Entry[Plaats], amounts: Mapping[str, Lead], money: Lead) -> Answer:
    """Return whether an amount of today names a place, and which."""
    found = [ref for ref in amounts if _names(site, ref, place)]
    name = place.item.label
    text = f"Geen bedrag in het beleid van nu noemt {name} apart."
    if found:
        told = f"In het beleid van nu staat {name} bij {site.words.count(len(found), 'bedrag')}."
        text = " ".join((told, *filter(None, map(_noted, map(site.policy.entries.__getitem__, found[:_SHOWN])))))
    leads = (*map(amounts.__getitem__, found[:_SHOWN]), money)
    asked = tuple(map(str.format, _MONEY, repeat(name)))
    return Answer("Antwoord", f"Geld voor {name}", text, "", asked, heading="Kijk bij", leads=leads, sort=ASKED)


def _names(site: Site, ref: str, place: Entry[Plaats]) -> bool:
    """Return whether an item of today is about a place, or says its name."""
    texts = texts_of(site.policy.entries[ref])
    return ref in naming(site)[place.ref].get(NOW, ()) or any(is_named_in(each.text, place) for each in texts)


def _noted(entry: Entry[Any]) -> str | None:
    return entry.item.noot and f"{entry.item.label}: {one_line(entry.item.noot)}"
