"""What a reader chooses to see of a page or a list: our own policy of today, and further what is older, not in force, of others, or words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.instelling import Instelling
from polderkoers.website.views.age import EARLIER, NOW, OTHERS, WAITING

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

WORDS = "woorden"
"""Where words and lists stand, which are of no time."""


@dataclass(frozen=True)
class TimeChoice:
    """One thing that can be chosen: its value in an address, its words, and how much there is of it."""

    value: str
    text: str
    total: int = 0

    @property
    def is_first(self) -> bool:
        """Whether it is what a reader sees without choosing."""
        return self.value == NOW


def time_words(site: Site) -> dict[str, str]:
    """Return what each choice is called, by its value, in the order in which they stand everywhere."""
    # Without what kind of government it is: as people call it.
    ours = next((entry.item.naam for entry in site.policy.of(Instelling)), capital(site.publisher.this))
    return {
        NOW: f"{ours}, nu",
        EARLIER: "Ouder beleid",
        WAITING: "Wat nu niet geldt",
        OTHERS: "Beleid van anderen",
        WORDS: "Woorden en lijsten",
    }


def time_choices(site: Site, totals: Mapping[str, int]) -> tuple[TimeChoice, ...]:
    """Return the choices for a page that has so much of each; none when there is nothing to choose."""
    found = [TimeChoice(value, text, totals.get(value, 0)) for value, text in time_words(site).items()]
    choices = tuple(choice for choice in found if choice.total or choice.is_first)
    return choices if len(choices) > 1 else ()


def choices_of(site: Site, sized: Iterable[tuple[str, int]]) -> tuple[TimeChoice, ...]:
    """Return the choices for parts of a page, each with its time and how much is in it; none where nothing is of today, so that no page begins empty."""
    totals = Counter[str]()
    for time, size in sized:
        totals[time] += size
    return time_choices(site, totals) if totals[NOW] else ()
