"""Een tekst is gewone tekst, zonder opmaak en zonder internetadres.

De site laat elke tekst zien zoals hij is getypt. Sterretjes, haken en codes van HTML of Markdown ziet een lezer dus letterlijk
staan. Een alinea maak je met een lege regel, een opsomming met een lijst van onderdelen. Een los sterretje, een < in een
vergelijking en een liggend streepje in een naam mogen. Ook een plek die nog ingevuld moet worden, zoals [naam organisatie],
hoort er niet. Is het niet zeker dat een teken opmaak is, dan is de melding een
waarschuwing. Een internetadres hoort in 'link' bij de bron: daar wordt het een echte link. De naam van een website, zoals
kennisnet.nl, mag wel in een tekst staan. In een voorbeeld of publicatie mag er ook www voor.

Fout:

    samenvatting: Iedereen woont **fijn**.

Goed:

    samenvatting: Iedereen woont fijn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.markup_signs import MarkupForm, found_in
from polderkoers.policy.model.having import WithBron
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text
from polderkoers.problems import Level

_ADDRESS = re.compile(r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]", re.IGNORECASE)
_WEBSITE = re.compile(r"www(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_OF_OTHERS = frozenset({"voorbeeld", "publicatie"})


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every text with HTML or Markdown in it, and for every text with an address of the internet."""
    for text in context.texts:
        rest = text.text
        for form, found in found_in(text.text):
            yield _markup(text, form, found)
            # A link of Markdown holds its address, and is told whole.
            rest = form.pattern.sub("", text.text)
        yield from _address(text, rest)


def _markup(text: Text, form: MarkupForm, found: re.Match[str]) -> Finding:
    message = f"In deze tekst staat {form.name}: '{_short(found.group())}'."
    level: Level = "fout" if form.certain else "waarschuwing"
    if form.instead is None:
        return Finding(text.entry, text.pointer, message, f"{form.cure.removesuffix('.')}.", level)
    new = form.instead(found)
    hint = f"{form.cure}: {_short(new) or 'een spatie'}"
    return Finding(text.entry, text.pointer, message, hint, level, swap=(found.group(), new))


def _address(text: Text, rest: str) -> Iterator[Finding]:
    # Most texts hold no point or colon of an address; that is seen ten times as fast.
    if "://" not in rest and "www." not in rest.lower():
        return
    # An example and a source are in the words of others: there a website is called by its whole name.
    named = text.entry.item.soortnaam in _OF_OTHERS
    found = next((each for each in _ADDRESS.finditer(rest) if not (named and _WEBSITE.fullmatch(each.group()))), None)
    if found:
        said = f"In deze tekst staat een internetadres: '{_short(found.group())}'. Daar kan een lezer niet op klikken."
        hint = _instead(found.group(), has_source=isinstance(text.entry.item, WithBron))
        yield Finding(text.entry, text.pointer, said, hint, "waarschuwing")


def _instead(address: str, *, has_source: bool) -> str:
    """Return what to write instead of an address: the name of the website, and the address where it becomes a link."""
    bare = address.partition("://")[2] or address
    name = bare.partition("/")[0].removeprefix("www.")
    hint = f"noem in de tekst alleen de naam van de website: {name}."
    if has_source:
        hint += f" Is dit de bron? Schrijf dan ook: bron: {{link: https://{bare}}}"
    return hint


def _short(found: str) -> str:
    words = " ".join(found.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
