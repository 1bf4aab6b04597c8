"""Holds the promise that colours that meet can be told apart: reckoned at every build, with the colours that the site uses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product
from math import dist

from polderkoers.errors import PolderkoersError
from polderkoers.website.layers import Layers
from polderkoers.website.tokens import HEX, SHEET, contrast, rgb, without_comments
from polderkoers.website.views.showcase.design import PAIRS
from polderkoers.website.words import bullets

# A piece of a sheet up to a sign that begins or ends something.
_PIECE = re.compile(r"([^{};]*)([{};])")
_STRING = re.compile(r""""([^"]*)"|'([^']*)'""")
_TOKEN = re.compile(r"\s*--pk-color-([\w-]+)\s*:(.*)", re.DOTALL)
_VAR = re.compile(r"var\(\s*--pk-color-([\w-]+)\s*\)")
# Which colours a selector sets, and how much it weighs: the scheme is an attribute of the body, which stands below the root.
_BOTH, _LIGHT, _DARK = ("licht", "donker"), ("licht",), ("donker",)
_SELECTORS = {
    ":root": (_BOTH, 0), "html": (_BOTH, 0), "body": (_BOTH, 1), "[data-md-color-scheme]": (_BOTH, 2), "body[data-md-color-scheme]": (_BOTH, 3),
    "[data-md-color-scheme=default]": (_LIGHT, 2), "body[data-md-color-scheme=default]": (_LIGHT, 3),
    "[data-md-color-scheme=slate]": (_DARK, 2), "body[data-md-color-scheme=slate]": (_DARK, 3),
}  # fmt: skip
_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"'\s();]+)""", re.IGNORECASE)
_PLACE = f"docs/{SHEET.as_posix()}"


class ContrastTooLow(PolderkoersError):
    """Colours that meet cannot be told apart well enough, or it cannot be reckoned whether they can."""

    def __init__(self, lines: Iterable[str], where: str) -> None:
        super().__init__(
            f"De kleuren van de site zijn niet goed genoeg te zien:\n{bullets(lines)}\n"
            f"Hoe op te lossen: verander deze kleuren in {where}."
        )


@dataclass
class Colours:
    """The colours of a site by name, of its light and of its dark look, and what could not be reckoned."""

    looks: dict[str, dict[str, str]] = field(default_factory=lambda: {"licht": {}, "donker": {}})
    doubts: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Weak:
    """Two colours that meet with too little contrast: what for, in which look, their names, and what is needed."""

    what: str
    look: str
    front: str
    back: str
    needed: float


def check(layers: Layers, sheets: Iterable[str]) -> None:
    """Raise `ContrastTooLow` when a pair of colours in the sheets of a site, in the order of loading, has too little contrast."""
    texts: dict[str, str] = {}
    for name in sheets:
        text = layers.text(name)
        if text is not None:
            texts[name] = text
    lines = [*imported(texts, layers.text), *too_low(texts)]
    if lines:
        raise ContrastTooLow(lines, _where(layers))


def too_low(texts: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the colours that sheets set together, given their texts by name in the order of loading."""
    colours = read(texts)
    lines = [*colours.doubts, *_unknown(colours)]
    return lines or [_said(weak, colours.looks[weak.look]) for weak in weak_pairs(colours)]


def imported(texts: Mapping[str, str], text_of: Callable[[str], str | None]) -> Iterator[str]:
    """Yield the sheets that others bring in and that set colours: in what order those count is not reckoned out.

    `texts` are the sheets of a site by name, `text_of` gives that of any other name.
    """
    seen = set(texts)
    left = list(texts.items())
    while left:
        name, text = left.pop()
        for told in _IMPORT.findall(without_comments(text)):
            other = _below_root(name, told)
            if other is None or other in seen:
                continue
            seen.add(other)
            inner = text_of(other)
            if inner is None:
                continue
            left.append((other, inner))
            if any(_set_in(inner)):
                yield (
                    f"docs/{name} haalt docs/{other} binnen met @import, en daar staan kleuren. Die worden zo niet nagerekend. Haal "
                    f"de regel met @import weg, en noem {other} in mkdocs.yml bij extra_css."
                )


def _below_root(name: str, told: str) -> str | None:
    """Return what a sheet brings in, below the root of the site; None for what stands elsewhere, which no page loads."""
    if "//" in told or ":" in told:
        return None
    if told.startswith("/"):
        return posixpath.normpath(told.lstrip("/"))
    found = posixpath.normpath(posixpath.join(posixpath.dirname(name), told))
    return None if found.startswith("../") else found


def _where(layers: Layers) -> str:
    """Return where an editor can change colours: the tokens of the engine are not hers."""
    own = "het eigen stylesheet waar ze staan"
    return f"{_PLACE}, of in {own}" if layers.own(SHEET) else own


def read(texts: Mapping[str, str]) -> Colours:
    """Return the colours that sheets set together, given their texts by name in the order of loading."""
    found = Colours()
    settings: list[tuple[int, str, str, str]] = []
    for sheet, text in texts.items():
        for context, name, value in _set_in(text):
            placed = _placed(context)
            if placed is None and not _VAR.fullmatch(value):
                found.doubts.append(_odd_place(sheet, context, name))
            for looks, weight in placed or ():
                settings += [(weight, look, name, value) for look in looks]
    for _, look, name, value in sorted(settings, key=lambda setting: setting[0]):
        found.looks[look][name] = value
    for values in found.looks.values():
        values.update({name: _resolved(name, values) for name in values})
    return found


def _set_in(text: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the colours that a sheet sets: what they stand in from the outside in, their name, and their value."""
    css = _STRING.sub(lambda string: re.sub(r"[{};]", " ", string[1] or string[2] or ""), without_comments(text))
    inside: list[str] = []
    for words, sign in _PIECE.findall(css):
        token = _TOKEN.fullmatch(words)
        if token and sign != "{":
            yield tuple(inside), token[1], token[2].strip()
        if sign == "{":
            inside.append(" ".join(words.split()))
        elif sign == "}" and inside:
            inside.pop()


def _placed(context: tuple[str, ...]) -> list[tuple[tuple[str, ...], int]] | None:
    """Return which looks the selectors of a rule set and how much they weigh; None when that is not known."""
    *around, selectors = context or ("",)
    if around == ["@media print"]:
        return []
    if around not in ([], ["@media screen"]):
        return None
    placed: list[tuple[tuple[str, ...], int]] = []
    for selector in selectors.split(","):
        known = _SELECTORS.get(selector.strip())
        if known is None:
            return None
        placed.append(known)
    return placed


def _resolved(name: str, values: Mapping[str, str]) -> str:
    """Return the value of a colour, also when it is that of another; a ring of names gives its last."""
    value, seen = values[name], {name}
    while (other := _VAR.fullmatch(value)) and other[1] in values and other[1] not in seen:
        seen.add(other[1])
        value = values[other[1]]
    return value


def _odd_place(sheet: str, context: tuple[str, ...], name: str) -> str:
    return (
        f"--pk-color-{name} staat in docs/{sheet} bij '{' '.join(context)}'. Daar is niet na te rekenen met welke kleuren hij "
        f'samenkomt. Zet hem bij :root of bij [data-md-color-scheme="slate"].'
    )


def _unknown(colours: Colours) -> Iterator[str]:
    """Yield the colours of pairs that are not there, or that are written in a form whose contrast is not known."""
    for look, values in colours.looks.items():
        for name in dict.fromkeys(chain.from_iterable((front, back) for _, front, back, _ in PAIRS)):
            value = values.get(name)
            if value is None:
                yield f"--pk-color-{name} ({look}) ontbreekt."
            elif not HEX.fullmatch(value):
                yield f"--pk-color-{name} ({look}) is '{value}'. Schrijf de kleur als #rrggbb, bijvoorbeeld #10262c."


def weak_pairs(colours: Colours) -> Iterator[Weak]:
    """Yield the pairs of colours that have less contrast than they need."""
    for look, values in colours.looks.items():
        for what, front, back, needed in PAIRS:
            if contrast(values[front], values[back]) < needed:
                yield Weak(what, look, front, back, needed)


def shown(value: float) -> str:
    """Return a contrast as a reader sees it: cut off and not rounded, so that 6,999 is not told as the 7 that is needed."""
    return f"{int(value * 100) / 100:.2f}".replace(".", ",")


def comma(value: float) -> str:
    """Return a number as Dutch writes it."""
    return f"{value:g}".replace(".", ",")


def _said(weak: Weak, values: Mapping[str, str]) -> str:
    front, back = values[weak.front], values[weak.back]
    there = shown(contrast(front, back))
    return (
        f"{weak.what} ({weak.look}): --pk-color-{weak.front} {front} op --pk-color-{weak.back} {back} heeft een contrast van {there}. "
        f"Nodig is {comma(weak.needed)}. {_cure(weak, values)}"
    )


def _cure(weak: Weak, values: Mapping[str, str]) -> str:
    if near := nearest(weak, values):
        return f"De dichtstbijzijnde kleur die wel kan, is {near}."
    ground = nearest_of(values[weak.back], [(values[weak.front], weak.needed)])
    return f"Op deze achtergrond kan geen enkele kleur dat. De dichtstbijzijnde achtergrond die wel kan, is {ground}."


def nearest(weak: Weak, values: Mapping[str, str]) -> str:
    """Return the colour nearest to the front of a pair that has enough contrast wherever that colour is used, or else in this pair."""
    of_pair = [(values[weak.back], weak.needed)]
    everywhere = [(values[other], needed) for other, needed in met_by(weak.front)]
    return nearest_of(values[weak.front], everywhere) or nearest_of(values[weak.front], of_pair)


def met_by(name: str) -> Iterator[tuple[str, float]]:
    """Yield the names of the colours that one meets, each with the contrast that is needed between them."""
    for _, front, back, needed in PAIRS:
        if front == name:
            yield back, needed
        elif back == name:
            yield front, needed


def nearest_of(colour: str, meets: list[tuple[str, float]]) -> str:
    """Return the nearest colour on the way to black or to white that has enough contrast with all that it meets, or nothing."""
    enough = (mixed for mixed in _mixed(colour) if stands_out(_hex(mixed), meets))
    near = min(enough, key=lambda mixed: dist(mixed, rgb(colour)), default=None)
    return _hex(near) if near else ""


def stands_out(colour: str, meets: list[tuple[str, float]]) -> bool:
    """Return whether a colour has enough contrast with all that it meets: those colours, each with what it needs."""
    return all(contrast(colour, other) >= needed for other, needed in meets)


def _mixed(colour: str) -> Iterator[tuple[int, ...]]:
    for end, step in product((0, 255), range(1, 256)):
        yield tuple(round(part + (end - part) * step / 255) for part in rgb(colour))


def _hex(colour: tuple[int, ...]) -> str:
    return f"#{bytes(colour).hex()}"
