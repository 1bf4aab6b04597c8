"""Who takes the decisions that the policy of today names, and who adopted that policy, as far as it says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital, count, decider, listing
from polderkoers.policy.model.blocks import Besluitmoment
from polderkoers.policy.model.files import Opgave, Plan
from polderkoers.website.views.age import is_of_today

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site


def who_decides(site: Site) -> str:
    """Return in sentences who takes the decisions that the policy of today names, and who adopted that policy."""
    return " ".join((_of_moments(site), *_of_files(site)))


def _of_moments(site: Site) -> str:
    named = moments(site)
    links = chain.from_iterable(site.catalogue_links("wie", moment) for moment in named)
    names = tuple(dict.fromkeys(link.text for link in links))
    if not names:
        return f"Wie waarover beslist, staat niet in het beleid van {site.publisher.the} van nu."
    total = count(len(named), "besluit", "besluiten")
    return f"Het beleid van nu noemt {total}. Wie daarover beslist of praat: {listing(tuple(map(decider, names)))}."


def _of_files(site: Site) -> Iterator[str]:
    """Yield who adopted the policy of today, and that it is not known of what nobody is said to have adopted."""
    files = [file for file in (*site.policy.of(Plan), *site.policy.of(Opgave)) if is_of_today(site, file)]
    unknown = [file for file in files if file.item.vastgesteld_door is None]
    if unknown:
        what = listing([file.item.label for file in unknown])
        if len(unknown) == len(files):
            what = "dat beleid"
        yield f"Wie {what} heeft vastgesteld, staat niet in de bron."
    for name in dict.fromkeys(file.item.vastgesteld_door for file in files if file.item.vastgesteld_door):
        titles = [file.item.label for file in files if file.item.vastgesteld_door == name]
        yield f"{capital(decider(name))} stelde {listing(titles)} vast."


def moments(site: Site) -> list[Entry[Besluitmoment]]:
    """Return the decisions that policy of today names."""
    return [entry for entry in site.policy.of(Besluitmoment) if is_of_today(site, entry)]
