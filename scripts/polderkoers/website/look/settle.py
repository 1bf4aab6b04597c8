"""Settles the colours of one look: those of the house style as they are or not at all, the others so that they pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from polderkoers.errors import PolderkoersError
from polderkoers.website.contrast import Weak, comma, met_by, nearest_of, shown, stands_out
from polderkoers.website.look.derive import RECIPES, Recipe
from polderkoers.website.look.found import HouseToken
from polderkoers.website.tokens import contrast
from polderkoers.website.views.showcase.design import PAIRS
from polderkoers.website.words import bullets


class ColoursRefused(PolderkoersError):
    """Colours of a house style that meet cannot be told apart well enough."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__(
            f"De kleuren van de huisstijl zijn niet goed genoeg te zien:\n{bullets(lines)}\n"
            "Hoe op te lossen: zet de betere kleuren onder dezelfde naam in een eigen bestand, en zet dat in mkdocs.yml bij theme: "
            "tokens: achter het andere."
        )


@dataclass(frozen=True)
class TakenColour:
    """A colour of a house style: its token, and the colour as `#rrggbb`."""

    token: HouseToken
    colour: str


@dataclass
class Palette:
    """The colours of a look, `licht` or `donker`, while they are settled: those that are fixed meet each other as they must."""

    look: str
    colours: dict[str, str]
    taken: Mapping[str, TakenColour]
    fixed: set[str] = field(default_factory=set)

    def weak(self) -> Iterator[Weak]:
        """Yield the pairs of fixed colours that have too little contrast."""
        for what, front, back, needed in PAIRS:
            if {front, back} <= self.fixed and contrast(self.colours[front], self.colours[back]) < needed:
                yield Weak(what, self.look, front, back, needed)

    def fix(self, name: str, wanted: str) -> None:
        """Fix a colour: the wanted one, or the nearest that can be told apart from all that it meets, if there is one."""
        meets = self._meets(name)
        if not stands_out(wanted, meets):
            wanted = nearest_of(wanted, meets) or wanted
        self.colours[name] = wanted
        self.fixed.add(name)

    def refusal(self, weak: Weak) -> str:
        """Return what is wrong with a pair, by the names of the tokens in their files, and what would do."""
        there = shown(contrast(self.colours[weak.front], self.colours[weak.back]))
        named = f"{self._named(weak.front)} op {self._named(weak.back)}"
        needed = f"Nodig is {comma(weak.needed)}."
        return f"{weak.what} ({self.look}): {named} heeft een contrast van {there}. {needed} {self._cure(weak)}"

    def _meets(self, name: str) -> list[tuple[str, float]]:
        """Return the fixed colours that one meets, each with the contrast that is needed."""
        return [(self.colours[other], needed) for other, needed in met_by(name) if other in self.fixed]

    def _named(self, name: str) -> str:
        found = self.taken.get(name)
        if found is None:
            return f"onze kleur --pk-color-{name} {self.colours[name]}"
        return f"{found.token.name} {self.colours[name]} ({found.token.file}, regel {found.token.line})"

    def _cure(self, weak: Weak) -> str:
        """Return the nearest colour that would do: of what the house style gives, the one in front if it can be."""
        for name, other in ((weak.front, weak.back), (weak.back, weak.front)):
            near = nearest_of(self.colours[name], self._meets(name)) or nearest_of(
                self.colours[name], [(self.colours[other], weak.needed)]
            )
            if near and name in self.taken:
                return f"De dichtstbijzijnde kleur voor {self.taken[name].token.name} die wel kan, is {near}."
        return "Geen andere kleur kan hier: kies een lichtere of donkerdere achtergrond."


def settled(ours: Mapping[str, str], taken: Mapping[str, TakenColour], look: str, made: frozenset[str]) -> Palette:
    """Return all colours of a look; whether they can be told apart is still to be judged.

    `ours` are the colours that we would have without; `made` names those among them that were made for this house style.
    """
    colours = {**ours, **colours_of(taken)}
    # A ground that nobody gives is ours, and what is given must do on it.
    palette = Palette(look, colours, taken, {*taken, *colours.keys() - RECIPES.keys()})
    moved = {*taken, *made}
    for name, recipe in RECIPES.items():
        if name in colours and name not in taken:
            palette.fix(name, _wanted(name, recipe, palette.colours, moved, made))
            if colours[name] != ours[name]:
                moved.add(name)
    return palette


def colours_of(taken: Mapping[str, TakenColour]) -> dict[str, str]:
    """Return the colours of a house style by our names."""
    return {name: found.colour for name, found in taken.items()}


def judge(*palettes: Palette) -> None:
    """Raise `ColoursRefused` when colours of looks that meet have too little contrast."""
    found: list[tuple[Palette, Weak]] = []
    for palette in palettes:
        found += [(palette, weak) for weak in palette.weak()]
    # What we made ourselves can only miss because of what was given: that is to be mended.
    given = [(palette, weak) for palette, weak in found if palette.taken.keys() & {weak.front, weak.back}]
    if found:
        raise ColoursRefused(dict.fromkeys(palette.refusal(weak) for palette, weak in given or found))


def _wanted(name: str, recipe: Recipe, colours: Mapping[str, str], moved: set[str], made: frozenset[str]) -> str:
    anew = name not in made and moved.intersection(recipe.goes_with)
    return recipe.made(colours) if anew else colours[name]
