"""What `binnen` says with so much time: by when something must be done, in what time one may do it, or neither for certain.

It may also tell how far something is, of which things a rule speaks (`een tweede aanvraag binnen twee jaar`), or what is foreseen.
"""

from __future__ import annotations

import re
from typing import Literal

Term = Literal["", "within", "window"]

_TRAVELS = re.compile(
    r"\b(?:\w*fiets\w*|lopen|loopt|rijden|rijdt|reist|reizen|reistijd|afstand|auto|bus|bereikbaar|bereiken|woont|wonen|ligt|liggen)\b",
    re.IGNORECASE,
)
_IN_A_CLAUSE = re.compile(r"\b(?:wie|die|dat)\b", re.IGNORECASE)
_THEN = re.compile(r",? dan (?!\d)", re.IGNORECASE)
# So many minutes from something is how far it is; only of these it is how soon.
_ANSWERS = re.compile(
    r"\b(?:antwoord\w*|reactie|reage\w+|ter plaatse|opgenomen|opnemen|neemt|nemen|aan de beurt|geholpen|teruggebeld|bel\w* terug)\b",
    re.IGNORECASE,
)
# A term in which one may do something: shorter is not sooner, but less time.
_ALLOWS = re.compile(r"^(?!we |wij |de gemeente |het college ).*\b(?:kan|kunnen|kunt|mag|mogen)\b", re.IGNORECASE)
# A term behind the verb says when something is done; behind a noun alone it says which one ("een aanvraag binnen twee jaar").
HAS_VERB = re.compile(
    r"^$|\b(?:wordt|worden|is|zijn|moet|moeten|dient|dienen|zal|zullen|wil|willen|gaat|gaan|komt|komen|krijgt|krijgen|heeft|hebben|"
    r"doet|doen|geeft|geven|helpt|helpen|staat|staan|volgt|volgen|we|wij|ik|kan|kunnen|kunt|mag|mogen)\b|"
    r"^(?:(?:de|het|elke|iedere|alle|onze) )?(?:[\w-]+ )?(?:college|gemeente|\w+s|\w+en|\w+er|\w+aar) (?!ge\w+t\b)\w{2,}(?:t|en)\b|"
    r"^(?:de|het|elke|iedere|onze) [\w-]+ \w{3,}t\b",
    re.IGNORECASE,
)
# What befalls people, or is foreseen: that it comes sooner is no decision.
BEFALLS = re.compile(
    r"\b(?:de tijd|nu|al|momenteel|inmiddels|bijna|vorig|verwacht\w*|vertrek\w*|verhui\w+|tekort\w*|weer|opnieuw|meestal|vaak|soms|gemiddeld|de meeste|veel|terugval\w*|faillie\w*|"
    r"te weinig|onder druk|leeg|gestopt|gesloten|uitgeput|verlie\w+|slechts|daalt|dalen|stijgt|stijgen|groeit|groeien|krimpt|krimpen|verdwijn\w*|raakt|raken|ontstaat|ontstaan|waarschijnlijk|naar schatting|vermoedelijk|sterf\w*|overlij\w*)\b|\b(?:is|zijn)\b.* op[.]?$",
    re.IGNORECASE,
)
_OF_AN_OCCASION = re.compile(
    r"\b(?:bij|na|door|wegens|zonder|tegen)(?: de| het| een)?(?: \w+e)? \w+ $|^(?:bij|na)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:(?:ge|be|ver|ont|her|\w+ge)\w+(?:d|t)|ge\w+en)\s*$", re.IGNORECASE)
# What a sentence tells of one place it may tell of another than its own.
_SOMEWHERE = re.compile(r"(?:In|Bij) [A-Z]\w+")
_DONE_NOW = re.compile(r"\b(?:wordt|worden|is|zijn|moet|moeten|zal|zullen)\b", re.IGNORECASE)


def term_of(sentence: str, before: str, *, in_minutes: bool) -> Term:
    """Return whether a term that stands after `before` is one for doing something (`within`) or for being free to do it (`window`)."""
    place = before[: before.casefold().rindex("binnen")]
    if not HAS_VERB.search(place) or _is_of_a_thing(place):
        return ""
    if _IN_A_CLAUSE.search(before) or _THEN.search(sentence):
        return ""
    if _TRAVELS.search(sentence) or BEFALLS.search(sentence):
        return ""
    if in_minutes and not _ANSWERS.search(sentence):
        return ""
    return "window" if _ALLOWS.search(sentence) else "within"


def _is_of_a_thing(place: str) -> bool:
    """Return whether what stands before a term is a thing or an occasion that it belongs to."""
    if _OF_AN_OCCASION.search(place) or _SOMEWHERE.match(place):
        return True
    return _PAST.search(place) is not None and not _DONE_NOW.search(place)
