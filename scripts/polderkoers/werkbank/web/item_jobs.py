"""The jobs that can be done with an item as a whole: what each is called, what it asks, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.werkbank.jobs.items import copy_item, move_item, remove_item
from polderkoers.werkbank.web.places import places_for

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk, Placed
    from polderkoers.werkbank.jobs.changing import JobResult

Given = Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """One thing that a job asks: a text, or with `choices` one of some items."""

    name: str
    label: str
    help: str = ""
    value: str = ""
    choices: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True)
class ItemJob:
    """A job on an item. `fits` says whether it can be done with one, `asks` what must be told, and `do` does it."""

    name: str
    title: str
    text: str
    button: str
    fits: Callable[[Placed], bool]
    asks: Callable[[Desk, Placed], tuple[Asked, ...]]
    do: Callable[[Desk, str, Given], JobResult]
    touches: bool = False


def _nothing(desk: Desk, placed: Placed) -> tuple[Asked, ...]:  # noqa: ARG001 - as all jobs ask
    return ()


def _places(desk: Desk, placed: Placed) -> tuple[Asked, ...]:
    choices = tuple((f"{each.ref} {each.into}", each.label) for each in places_for(desk, placed.cls.soortnaam))
    return (Asked("naar", "Waar hoort het bij?", choices=choices),)


def _move(desk: Desk, ref: str, given: Given) -> JobResult:
    above, _, into = given.get("naar", "").partition(" ")
    return move_item(desk, ref, above, into)


ITEM_JOBS = (
    ItemJob(
        "verplaatsen",
        "Verplaats het",
        "Het komt onderaan de lijst te staan waar je het heen brengt. Wat ernaar verwijst, gaat mee.",
        "Verplaats",
        lambda placed: not placed.is_file,
        _places,
        _move,
    ),
    ItemJob(
        "kopieren",
        "Maak een kopie",
        "De kopie komt er direct onder te staan, met alles wat erin zit. Daarna kun je haar veranderen.",
        "Maak een kopie",
        lambda placed: not placed.is_file,
        _nothing,
        lambda desk, ref, _: copy_item(desk, ref),
    ),
    ItemJob(
        "verwijderen",
        "Haal het weg",
        "Het verdwijnt uit het beleid, met alles wat erin zit. Wie het oude adres opent, leest dat het er niet meer is.",
        "Haal het weg",
        lambda placed: True,
        _nothing,
        lambda desk, ref, _: remove_item(desk, ref),
        touches=True,
    ),
)


def jobs_for(desk: Desk, ref: str) -> tuple[ItemJob, ...]:
    """Return the jobs that can be done with an item; none with one that is not there."""
    placed = desk.items.get(ref)
    return tuple(job for job in ITEM_JOBS if placed is not None and job.fits(placed))
