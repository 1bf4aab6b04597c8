"""What a field with an unknown name was meant to be called."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from itertools import filterfalse

# English words, and other Dutch ones, that people use for our fields. The first that the place knows is meant.
_OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "title": ("titel", "naam"),
    "titel": ("naam",),
    "kop": ("naam", "titel"),
    "name": ("naam", "titel"),
    "naam": ("titel", "wat", "waarvoor"),
    "kind": ("soort",),
    "type": ("soort",),
    "version": ("versie",),
    "source": ("bron",),
    "bronnen": ("bron",),
    "summary": ("samenvatting",),
    "introduction": ("inleiding",),
    "intro": ("inleiding",),
    "description": ("toelichting", "uitleg", "inleiding"),
    "omschrijving": ("toelichting", "uitleg", "inleiding"),
    "beschrijving": ("toelichting", "uitleg", "inleiding"),
    "uitleg": ("toelichting", "inleiding"),
    "toelichting": ("uitleg", "tekst", "inleiding"),
    "tekst": ("toelichting", "uitleg"),
    "text": ("tekst", "toelichting"),
    "number": ("nummer",),
    "nr": ("nummer",),
    "value": ("waarde",),
    "getal": ("waarde",),
    "unit": ("eenheid",),
    "year": ("jaar",),
    "date": ("datum", "wanneer"),
    "datum": ("wanneer", "vastgesteld_op"),
    "periode": ("wanneer",),
    "when": ("wanneer",),
    "from": ("van",),
    "to": ("tot",),
    "page": ("plek",),
    "pagina": ("plek",),
    "paragraaf": ("plek",),
    "goals": ("doelen",),
    "goal": ("doelen",),
    "doelstellingen": ("doelen",),
    "roles": ("rollen",),
    "steps": ("stappen",),
    "activities": ("activiteiten",),
    "acties": ("activiteiten", "stappen"),
    "indicators": ("indicatoren",),
    "measurements": ("metingen",),
    "themes": ("themas",),
    "onderwerpen": ("themas",),
    "places": ("plaatsen",),
    "locaties": ("plaatsen",),
    "parties": ("partijen",),
    "organisations": ("organisaties",),
    "organizations": ("organisaties",),
    "verantwoordelijke": ("verantwoordelijk", "trekker"),
    "verantwoordelijken": ("verantwoordelijk", "trekker"),
    "wie": ("trekker", "verantwoordelijk", "partijen"),
    "budget": ("bedragen", "bedrag"),
    "amount": ("bedrag",),
    "link": ("bron",),
    "url": ("link",),
    "opmerking": ("noot", "let_op"),
    "opmerkingen": ("noot", "let_op"),
    "note": ("noot",),
    "term": ("termijn",),
}
_NEAR = 0.75
# A name of so many words more than one is a sentence.
_MANY = 3


def plain(name: str) -> str:
    """Return a name without capitals, accents, apostrophes, and with underscores for spaces and dashes."""
    letters = unicodedata.normalize("NFKD", name.strip().casefold())
    bare = "".join(filterfalse(unicodedata.combining, letters))
    return re.sub(r"[\s_-]+", "_", re.sub(r"['’.\"]", "", bare))


def meant(name: str, known: Iterable[str], present: Iterable[str] = ()) -> tuple[str, bool] | None:
    """Return which of the known fields a name stands for, and whether that is sure; never one that is present already."""
    left = [each for each in known if each not in set(present)]
    wanted = plain(name)
    if wanted in left:
        return wanted, name.strip().casefold() != wanted or name != wanted
    if other := next((each for each in _OTHER_WORDS.get(wanted, ()) if each in left), ""):
        return other, False
    near = difflib.get_close_matches(wanted, left, n=1, cutoff=_NEAR)
    if near:
        return near[0], False
    words = [word for word in wanted.split("_") if word in left]
    return (words[0], False) if len(words) == 1 and wanted.count("_") < _MANY else None


def slug(text: str) -> str:
    """Return a text in the form of an id: small letters, digits and dashes; nothing when none is left."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(filterfalse(unicodedata.combining, letters))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
