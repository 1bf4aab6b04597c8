"""Colours that a house style does not give: made of those that it does give, so that they can be told apart from what they meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from polderkoers.website.look.colour import mixed, turned

Colours = Mapping[str, str]


@dataclass(frozen=True)
class Recipe:
    """What a colour is made of when one of the colours that it goes with comes from the house style; otherwise it stays ours."""

    goes_with: tuple[str, ...]
    made: Callable[[Colours], str]


def _mix(one: str, other: str, share: float) -> Recipe:
    return Recipe((one, other), lambda colours: mixed(colours[one], colours[other], share))


def _as(name: str) -> Recipe:
    return Recipe((name,), lambda colours: colours[name])


# In this order: each is made of those before it, and of what the house style gives.
RECIPES: dict[str, Recipe] = {
    "text": Recipe((), lambda colours: colours["text"]),
    "heading": _as("text"),
    "text-soft": _mix("text", "bg", 0.25),
    "surface": _mix("bg", "text", 0.04),
    "raised": _as("bg"),
    "line": _mix("bg", "text", 0.18),
    "line-strong": _mix("bg", "text", 0.5),
    "link": _as("canal"),
    "canal": _as("link"),
    "link-hover": _mix("link", "text", 0.45),
    "focus": Recipe(("bg", "canal"), lambda colours: colours["text"]),
    "mark": Recipe((), lambda colours: colours["mark"]),
    "canal-text": Recipe((), lambda colours: colours["canal-text"]),
    "canal-soft": _mix("bg", "canal", 0.12),
    "canal-soft-text": _mix("canal", "text", 0.3),
    "field-soft-text": Recipe((), lambda colours: colours["field-soft-text"]),
    "wheat-soft-text": Recipe((), lambda colours: colours["wheat-soft-text"]),
    "clay-soft-text": Recipe((), lambda colours: colours["clay-soft-text"]),
    "quiet-soft": _mix("bg", "text", 0.08),
    "quiet-soft-text": _mix("text", "bg", 0.15),
    "chart-1": _as("canal"),
    "header": _as("bg"),
    "header-text": _as("heading"),
    "header-soft": _mix("header-text", "header", 0.2),
    "header-hover": Recipe(("header", "link-hover"), lambda colours: colours["link-hover"]),
    "header-chosen": _as("canal"),
    "header-line": _mix("header", "header-text", 0.18),
    "header-surface": _mix("header", "header-text", 0.05),
    "header-focus": Recipe(("header", "focus"), lambda colours: colours["focus"]),
    "footer": Recipe(("canal",), lambda colours: mixed(colours["canal"], "#000000", 0.45)),
    "footer-text": Recipe((), lambda colours: colours["footer-text"]),
    "footer-line": _mix("footer", "footer-text", 0.25),
    "footer-focus": _as("footer-text"),
    "added": Recipe((), lambda colours: colours["added"]),
    "removed": Recipe((), lambda colours: colours["removed"]),
    # The view over the polder in the colours of the house: lighter and darker fields of one colour.
    "sky": _mix("bg", "canal", 0.1),
    "sky-low": _mix("bg", "canal", 0.04),
    "horizon": _as("heading"),
    "far": _mix("canal", "text", 0.25),
    "land-1": _mix("canal", "bg", 0.05),
    "land-2": _mix("canal", "bg", 0.35),
    "land-3": _mix("canal", "bg", 0.62),
    "land-4": _mix("canal", "text", 0.4),
    "land-5": _mix("canal", "bg", 0.5),
    "water": _mix("bg", "canal", 0.22),
}
# What a dark look takes over from the light one, as far as that came from the house style.
_CARRIED = ("canal", "link", "link-hover")


def dark_of(light: Colours, ours: Colours, taken: frozenset[str]) -> dict[str, str]:
    """Return the colours that a dark look would have, made of a light one: our own grounds in its hue, and its own links."""
    if not taken & {"canal", "link"}:
        return dict(ours)
    hue = light["canal"] if "canal" in taken else light["link"]
    told = ("field", "wheat", "clay", "added", "removed", "mark")
    made = {name: value if name.startswith(told) else turned(value, hue) for name, value in ours.items()}
    # On a dark ground the same colour, a good deal lighter: just enough contrast would be tiring.
    return {**made, **{name: mixed(light[name], "#ffffff", 0.3) for name in _CARRIED}}
