"""Dresses a site in the own look of its instance: one sheet of tokens that all else follows, and what is told about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polderkoers.website.contrast import read
from polderkoers.website.layers import Layers
from polderkoers.website.look import files, letters
from polderkoers.website.look.colour import as_hex
from polderkoers.website.look.derive import dark_of
from polderkoers.website.look.found import HouseToken, HouseTokens, TokensUnusable
from polderkoers.website.look.options import Options
from polderkoers.website.look.settle import TakenColour, colours_of, judge, settled
from polderkoers.website.look.sheet import Values, written
from polderkoers.website.look.sizes import Sizes, narrowed, sizes
from polderkoers.website.look.table import COLOURS
from polderkoers.website.tokens import SHEET, Tokens, parse

_DARK = {
    "own": "De donkere kleuren komen ook uit de huisstijl.",
    "made": "De huisstijl heeft geen donkere kleuren: die zijn afgeleid van de lichte.",
    "ours": "De donkere kleuren zijn die van Polderkoers.",
}


@dataclass(frozen=True)
class Dress:
    """The sheet of tokens of a site, or None when it is that of the engine, and what is told about it, a line each."""

    sheet: str | None = None
    told: tuple[str, ...] = ()


@dataclass
class _House:
    """What a house style gives for one build."""

    light: dict[str, TakenColour] = field(default_factory=dict)
    dark: dict[str, TakenColour] = field(default_factory=dict)
    sizes: Sizes = field(default_factory=Sizes)
    unused: int = 0
    unsaid: tuple[HouseToken, ...] = ()


def dress(options: Options, root: Path, docs: Path, layers: Layers) -> Dress:
    """Return how a site is dressed.

    Raises `TokensUnusable` when a file of tokens cannot be used, `ColoursRefused` when its colours cannot be told apart, and
    `LookUnusable` when a font cannot be read.
    """
    css = layers.text(SHEET)
    if css is None or not (options.tokens or options.fonts):
        return Dress()
    ours = _known(css)
    house = _house(options, root, ours)
    family = house.sizes.wide.pop("font", "") or (letters.NAMELESS if options.fonts else "")
    wide = dict(house.sizes.wide)
    if fonts := letters.stack(options, family, ours.wide.get("font", "sans-serif")):
        wide["font"] = fonts
    heading = wide.get("font-heading", "")
    if heading or letters.HEADING in options.weights:
        heading = heading or letters.NAMELESS_HEADING
        wide["font-heading"] = f'"{heading}", var(--pk-font)'
    light, dark, how = _looks(ours, house)
    narrow = narrowed(house.sizes.wide, ours.wide, ours.narrow)
    values = Values(wide, narrow, light, dark, letters.faces(options, family, docs, heading))
    return Dress(written(css, values), tuple(_told(options, house, family, how)) if options.tokens else ())


def _known(css: str) -> Tokens:
    """Return the tokens of a sheet with those of the engine for what it lacks or says in another form: colours are made of each other."""
    found, engine = parse(css), parse(Layers().text(SHEET) or "")
    light, dark = map(_plain, read({"": css}).looks.values())
    return Tokens(
        {**engine.wide, **found.wide},
        {**engine.narrow, **found.narrow},
        {**engine.light, **light},
        {**engine.dark, **dark},
    )


def _plain(look: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of a look that are said as a colour."""
    return {name: value for name, value in look.items() if as_hex(value)}


def _house(options: Options, root: Path, ours: Tokens) -> _House:
    light, dark = files.read(root, options.tokens)
    for upper in files.read(root, options.dark_tokens):
        dark = dark.layered(upper)
    both = light.layered(dark)
    house = _House(_colours(light), _colours(both), sizes(light, ours.wide))
    used = {found.token.name for found in (*house.light.values(), *house.dark.values())}
    used |= {token.name for token in house.sizes.tokens.values()}
    if options.tokens and not used:
        what = "er staat geen enkele token in die Polderkoers kent."
        cure = (
            "wijs een bestand aan met namen als utrecht.document.color; de bladzijde over je eigen uiterlijk noemt ze."
        )
        raise TokensUnusable(options.tokens[0], what, cure)
    house.unsaid = tuple({**light.unsaid, **both.unsaid}.values())
    house.unused = len(both.tokens.keys() - light.used - both.used)
    return house


def _colours(found: HouseTokens) -> dict[str, TakenColour]:
    return {name: taken for name, names in COLOURS.items() if (taken := _taken(found, names))}


def _taken(found: HouseTokens, names: tuple[str, ...]) -> TakenColour | None:
    """Return the first colour of a row that says one colour: what lets something shine through is none."""
    for token in filter(None, map(found.tokens.get, names)):
        if colour := as_hex(found.value_of(token) or ""):
            return TakenColour(token, colour)
    return None


def _looks(ours: Tokens, house: _House) -> tuple[dict[str, str], dict[str, str], str]:
    """Return the colours of both looks, and where those of the dark one come from."""
    if not house.light and not house.dark:
        return {}, {}, "ours"
    nothing: frozenset[str] = frozenset()
    light = settled(ours.light, house.light, "licht", nothing)
    base = {**ours.light, **ours.dark}
    if _differ(house.light, house.dark):
        dark, how = settled(base, house.dark, "donker", nothing), "own"
    else:
        made = dark_of(light.colours, base, frozenset(house.light))
        dark, how = settled(made, {}, "donker", frozenset(made)), "ours" if made == base else "made"
    judge(light, dark)
    return light.colours, dark.colours, how


def _differ(light: Mapping[str, TakenColour], dark: Mapping[str, TakenColour]) -> bool:
    return colours_of(light) != colours_of(dark)


def _told(options: Options, house: _House, family: str, how: str) -> Iterator[str]:
    taken = [(found.token.name, f"--pk-color-{name}", found.colour) for name, found in house.light.items()]
    taken += [
        (token.name, f"--pk-{name}", house.sizes.wide.get(name, family)) for name, token in house.sizes.tokens.items()
    ]
    word = "token" if len(taken) == 1 else "tokens"
    named = ", ".join((*options.tokens, *options.dark_tokens))
    yield f"Huisstijl uit {named}: {len(taken)} {word} overgenomen, {house.unused} andere overgeslagen."
    for theirs, ours, value in taken:
        yield f"- {theirs} is nu {ours}: {value}"
    for line in house.sizes.passed_over:
        yield f"- overgeslagen: {line}."
    for token in house.unsaid:
        yield (
            f"- overgeslagen: {token.name} ({token.file}, regel {token.line}): '{token.value}' rekent Polderkoers niet uit. "
            "Zet de uitkomst onder dezelfde naam in een eigen bestand."
        )
    yield _DARK[how]
    if family and not options.fonts:
        yield (
            f"Het lettertype '{family}' zit er niet bij: wie het niet heeft, ziet dat van Polderkoers. Heb je het als bestand, "
            f"zet dat dan in docs/assets en schrijf in mkdocs.yml bij theme: lettertype: assets/BESTAND."
        )
    heading = house.sizes.wide.get("font-heading", "")
    if heading and heading != family and letters.HEADING not in options.weights:
        yield (
            f"Het lettertype voor koppen '{heading}' zit er niet bij: wie het niet heeft, ziet daar dat van de tekst. Heb je het als "
            "bestand, schrijf dan bij theme: lettertype: ook koppen: assets/BESTAND."
        )
