"""Someone to turn to: for a subject, and for everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.groups import is_of_people
from polderkoers.policy.model.contact import Contactpunt
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.having import andere_namen_of, link_of
from polderkoers.policy.texts import texts_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class ContactCard:
    """A contact as a page shows it: what it is for, how to reach it as far as that is known, and where that comes from.

    `gecontroleerd_op` is the day of checking in Dutch words, `dag` the same in figures.
    """

    id: str
    naam: str
    waarvoor: str
    telefoon: str
    mail: str
    adres: str
    website: str
    bron: str
    bron_link: str
    gecontroleerd_op: str
    dag: str = ""

    @property
    def is_reachable(self) -> bool:
        """Whether a number or an address is known."""
        return any((self.telefoon, self.mail, self.adres, self.website))

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return "".join(sign for sign in self.telefoon if sign.isdigit() or sign == "+")


def contacts_for(site: Site, subject: Entry) -> tuple[ContactCard, ...]:
    """Return who can be turned to about a subject: first who is there for it, then who is there for everything."""
    own = [entry for entry in site.policy.of(Contactpunt) if subject.item.id in entry.item.themas]
    general = [entry for entry in site.policy.of(Contactpunt) if not entry.item.themas]
    return site.each(contact_card, [*own, *general])


def contacts_named_in(site: Site, item: Entry) -> tuple[ContactCard, ...]:
    """Return who can be turned to about an item of policy: who is named in it or in what stands in it, and who is there for everything.

    That somebody is there for the same subject does not say that they are there for this.
    """
    inside = (item, *site.policy.below(item))
    told = " ".join(map(attrgetter("text"), chain.from_iterable(map(texts_of, inside)))).casefold()
    references = chain.from_iterable(map(site.policy.outgoing, inside))
    names = {reference.target.item.label.casefold() for reference in references if reference.target}
    named, general = [], []
    for each in site.policy.of(Contactpunt):
        name = each.item.naam.casefold()
        if not each.item.themas:
            general.append(each)
        elif name in names or re.search(rf"(?<!\w){re.escape(name)}", told):
            named.append(each)
    return site.each(contact_card, [*named, *general])


def contacts_about(site: Site, entry: Entry) -> tuple[ContactCard, ...]:
    """Return who can be turned to about an entry of a list: who is called by its name, and for a group of people who is there for everything."""
    names = {name.casefold() for name in (entry.item.label, *andere_namen_of(entry.item))}
    called = [each for each in site.policy.of(Contactpunt) if each.item.naam.casefold() in names]
    general = [each for each in site.policy.of(Contactpunt) if not each.item.themas and each not in called]
    if not is_of_people(site.policy, entry):
        general = []
    return site.each(contact_card, [*called, *general])


def contacts(site: Site) -> tuple[ContactCard, ...]:
    """Return all who can be turned to, in the order of the data."""
    return site.each(contact_card, site.policy.of(Contactpunt))


def contact_card(site: Site, entry: Entry[Contactpunt]) -> ContactCard:
    """Return a contact as a page shows it."""
    item = entry.item
    return ContactCard(
        id=item.id,
        naam=item.naam,
        waarvoor=item.waarvoor,
        telefoon=item.telefoon or "",
        mail=item.mail or "",
        adres=item.adres or "",
        website=item.website or "",
        bron=", ".join(_source(site, entry)),
        bron_link=link_of(item),
        gecontroleerd_op=datum_in_words(item.gecontroleerd_op or ""),
        dag=item.gecontroleerd_op or "",
    )


def _source(site: Site, entry: Entry[Contactpunt]) -> Iterator[str]:
    if words := site.source_words(entry):
        yield words
    elif entry.bron.plek:
        yield entry.bron.plek
