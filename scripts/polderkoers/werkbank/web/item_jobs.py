"""The jobs that can be done with an item as a whole: what each is called, what it asks, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.model.facts import fields_of, names_in
from polderkoers.werkbank.web.places import places_for

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk, Placed
    from polderkoers.werkbank.jobs.changing import JobResult

Given = Mapping[str, str]
_PLACE = "naar"


@dataclass(frozen=True)
class JobQuestion:
    """One thing that a job asks: a text, or with `choices` one of some items."""

    name: str
    label: str
    help: str = ""
    value: str = ""
    choices: tuple[tuple[str, str], ...] | None = None
    required: bool = False
    longest: int = 200


@dataclass(frozen=True)
class ItemJob:
    """A job on an item. `fits` says whether it can be done with one, and `asks` what must be told.

    `work` is the function that does it, as module and name, and `given` the names of what it takes of what was told. It `touches` what
    refers to the item, `takes_along` what stands in it, and `leaves` the reference that the item had.
    """

    name: str
    title: str
    text: str
    button: str
    fits: Callable[[Placed], bool]
    asks: Callable[[Desk, Placed], tuple[JobQuestion, ...]]
    work: str
    given: tuple[str, ...] = ()
    touches: bool = False
    takes_along: bool = False
    leaves: bool = True

    def do(self, desk: Desk, ref: str, given: Given) -> JobResult:
        """Do the job with what was told. Raises `WorkRefused`, also when something that it must know was not told."""
        for each in self.asks(desk, desk.item(ref)):
            answer = given.get(each.name, "")
            if each.required and not answer:
                verb = "vul in" if each.choices is None else "kies"
                raise WorkRefused("Er is nog niets veranderd.", f"{verb}: {each.label}")
            if len(answer) > each.longest:
                raise WorkRefused(
                    "Er is nog niets veranderd.", f"maak dit korter dan {each.longest} tekens: {each.label}."
                )
        module, _, name = self.work.partition(".")
        work: Callable[..., JobResult] = getattr(import_module(f"polderkoers.werkbank.jobs.{module}"), name)
        told = chain.from_iterable(_parts(given.get(each, ""), each) for each in self.given)
        return work(desk, ref, *told)


def _parts(text: str, name: str) -> tuple[str, ...]:
    """Return what was told as the arguments of a job; a place is an item and the list in it."""
    if name != _PLACE:
        return (text,)
    above, _, into = text.partition(" ")
    return above, into


def _always(placed: Placed) -> bool:  # noqa: ARG001 - as all jobs ask
    return True


def _no_file(placed: Placed) -> bool:
    return not placed.is_file


def _nothing(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:  # noqa: ARG001 - as all jobs ask
    return ()


def _places(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:
    """Ask for a place other than where it is, and not in itself."""
    cannot = {placed.ref, *(each.ref for each in desk.below(placed))}
    here = (placed.above, placed.within)
    every = (each for each in places_for(desk, placed.cls.soortnaam) if each.ref not in cannot)
    choices = tuple((f"{each.ref} {each.into}", each.label) for each in every if (each.ref, each.into) != here)
    return (JobQuestion(_PLACE, "Waar hoort het bij?", choices=choices, required=True),)


def _two_names(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:  # noqa: ARG001 - as all jobs ask
    help_ = "Daarna maak je van elk goed wat erin staat: alles staat eerst in allebei."
    return (
        JobQuestion("eerste", "Hoe heet het eerste?", value=placed.label, required=True),
        JobQuestion("tweede", "Hoe heet het tweede?", help_, required=True),
    )


def _others(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:
    """Ask for another of its kind, those of its own file first: each with its file, because names are not always of one."""
    cannot = {placed.ref, *(each.ref for each in desk.below(placed))}
    alike = (each for each in desk.of_kind(placed.cls.soortnaam) if each.ref not in cannot)
    near = sorted(alike, key=lambda each: each.file != placed.file)
    choices = tuple((each.ref, f"{each.label} ({desk.item(each.ref.partition('/')[0]).label})") for each in near)
    return (JobQuestion("met", "Waarin gaat het op?", choices=choices, required=True),)


def _id(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:  # noqa: ARG001 - as all jobs ask
    help_ = "Het laatste stuk van het adres van de bladzijde: kleine letters, cijfers en streepjes. Het oude adres blijft werken."
    return (JobQuestion("id", "Het nieuwe adres", help_, value=placed.ref.rpartition("/")[2], required=True),)


def _since(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:  # noqa: ARG001 - as all jobs ask
    return (JobQuestion("sinds", "Sinds wanneer geldt het niet meer?", "Bijvoorbeeld 1 maart 2026.", required=True),)


def _why(desk: Desk, placed: Placed) -> tuple[JobQuestion, ...]:
    """Ask for a reason of what somebody can have seen; what only this proposal had needs none."""
    stones = import_module("polderkoers.werkbank.jobs.stones")
    help_ = "In een of twee gewone zinnen. Dat leest wie het oude adres heeft bewaard."
    question = JobQuestion("waarom", "Zeg waarom dit vervalt", help_, required=True, longest=600)
    return (question,) if stones.leaves_stone(desk, placed) else ()


def _has_name(placed: Placed) -> bool:
    return not placed.is_file and bool(names_in(placed.cls))


def _can_be_withdrawn(placed: Placed) -> bool:
    return placed.is_file and any(each.name == "ingetrokken_op" for each in fields_of(placed.cls))


ITEM_JOBS = (
    ItemJob(
        "verplaatsen",
        "Verplaats het",
        "Het komt onderaan de lijst te staan waar je het heen brengt. Wat ernaar verwijst, gaat mee.",
        "Verplaats",
        _no_file,
        _places,
        "items.move_item",
        (_PLACE,),
    ),
    ItemJob(
        "kopieren",
        "Maak een kopie",
        "De kopie komt er direct onder te staan, met alles wat erin zit. Daarna kun je haar veranderen.",
        "Maak een kopie",
        _no_file,
        _nothing,
        "items.copy_item",
        leaves=False,
    ),
    ItemJob(
        "splitsen",
        "Splits het in twee",
        "Er komen er twee. Wat erin zit, blijft bij het eerste.",
        "Splits",
        _has_name,
        _two_names,
        "joining.split_item",
        ("eerste", "tweede"),
    ),
    ItemJob(
        "samenvoegen",
        "Laat het opgaan in een ander",
        "De teksten komen onder die van het andere te staan, en wat ernaar verwijst gaat mee.",
        "Voeg samen",
        _has_name,
        _others,
        "joining.merge_items",
        ("met",),
        touches=True,
    ),
    ItemJob(
        "hernoemen",
        "Geef het een ander adres",
        "Het adres van de bladzijde wordt anders, en het oude blijft werken. De naam verander je in het formulier.",
        "Verander het adres",
        _always,
        _id,
        "renaming.rename_item",
        ("id",),
        touches=True,
    ),
    ItemJob(
        "intrekken",
        "Trek het in",
        "Het blijft te lezen, met erbij dat het niet meer geldt.",
        "Trek in",
        _can_be_withdrawn,
        _since,
        "telling.withdraw",
        ("sinds",),
        leaves=False,
    ),
    ItemJob(
        "verwijderen",
        "Haal het weg",
        "Het verdwijnt uit het beleid, met alles wat erin zit. Wie het oude adres opent, leest dat het er niet meer is.",
        "Haal het weg",
        _always,
        _why,
        "items.remove_item",
        ("waarom",),
        touches=True,
        takes_along=True,
    ),
)


def jobs_for(desk: Desk, ref: str) -> tuple[ItemJob, ...]:
    """Return the jobs that can be done with an item; none with one that is not there."""
    placed = desk.items.get(ref)
    return tuple(job for job in ITEM_JOBS if placed is not None and job.fits(placed))
