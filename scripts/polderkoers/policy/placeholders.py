"""Words that only hold a place: for a text that is to come, or for a text that there is none."""

from __future__ import annotations

import re
from functools import lru_cache

TEXT = "Vul dit in."
CHOICE = "vul-dit-in"
ID = "verander-dit-id"

_PART = (
    "(?:tekst|titel|naam|inleiding|samenvatting|toelichting|uitleg|beschrijving|omschrijving|ambitie|urgentie|kop|datum|bedrag|"
    "bron|invoer|onderwerp)"
)
_WHICH = "(?:(?:een|de|het|je|jouw|uw|korte|eigen)[ ])*"
_FILL = "(?:(?:in|aan) te vullen|(?:in|aan)vullen|in te voegen|invoegen)"
_DO = (
    f"(?:{_FILL}|toe te voegen|toevoegen|te schrijven|schrijven|doen|te bepalen|bepalen|te beschrijven|uit te werken|uitwerken|"
    "te maken|uitzoeken|uit te zoeken)"
)
_BY = r"(?:[ ](?:door|met|na|in overleg|later|nog)\b.{0,40})?"
_FORMS = (
    rf"vul[ -]dit[ -]in|{ID}(?:-\d+)?",
    rf"vul hier {_WHICH}{_PART} in",
    r"to[ -]?do(?:\s*[:–-].*)?|t\.?b\.?d\.?|fixme.*",
    rf"x{{3,}}(?:[ ]+(?:nog )?{_DO}{_BY})?",
    rf"(?:dit |moet )?nog {_DO}{_BY}|(?:in|aan) te vullen{_BY}|nader {_DO}{_BY}",
    rf"(?:hier )?{_WHICH}{_PART} (?:hier )?(?:nog )?{_FILL}{_BY}|(?:hier )?{_FILL}",
    rf"(?:hier )?(?:komt|volgt)(?: hier| nog| later| binnenkort| spoedig| z\.?s\.?m)+(?: {_WHICH}{_PART})?(?: nog| later| hier)*|volgt",
    rf"(?:er is |hier staat |hier is )?nog geen {_PART}(?: beschikbaar| aanwezig)?|tekst|\(leeg\)",
    r"\?{3,}.*|p\.?m\.?\s?:.*",
    rf"hier (?:komt|volgt) {_WHICH}{_PART}(?: nog| later)*",
    rf"{_WHICH}{_PART} (?:volgt|komt)(?: hier| nog| later| binnenkort)*",
    rf"hier {_WHICH}{_PART}|(?:een )?korte (?:be|om)schrijving",
    r"wordt (?:nog|later) (?:aangevuld|ingevuld|toegevoegd|geschreven|uitgewerkt|bepaald)",
    r"lorem ipsum.*|(?:voorbeeld|concept|dummy|test)[ -]?tekst|test|bla(?:[ -]*bla)+|asdf+\w*|qwerty",
    r"klik (?:of tik |hier |om |als u )+.{0,20}tekst.{0,12}(?:in te voeren|invoeren)",
    r"_{2,}|\.{3,}|…|\?{2,}|\{\{.{0,60}\}\}|\$\{.{0,60}\}|<[^<>@:/]{1,60}>",
    rf"«{_PART}[^«»]{{0,40}}»",
    rf"\[[^\[\]]*\b(?:{_PART}|{_DO}|vul|hier|nog|gemeente|provincie|waterschap|xx+)\b[^\[\]]*\]",
)
# A whole value that only says that a value is to come. The same words inside a longer text may be meant.
_BLANK = re.compile(rf"[\[<({{]*(?:{'|'.join(_FORMS)})[\s.!:…\])>}}]*", re.IGNORECASE | re.DOTALL)
# What says nothing, however long it goes on; any other such value is short.
_LONG = re.compile(r"lorem ipsum|to[ -]?do\s*:", re.IGNORECASE)
_LONGEST = 90

# Signs and abbreviations that people type where a text belongs and they have none.
_NONE = re.compile(
    r"-+|[–—]+|\?|n\.?\s?v\.?\s?t\.?|n/a|n\.?\s?n?\.?\s?b\.?|n\.?\s?t\.?\s?b\.?|p\.?\s?m\.?|niet van toepassing|"
    r"(?:nog )?niet bekend|nog onbekend|idem|dito|zie (?:hier)?(?:boven|onder)\.?",
    re.IGNORECASE,
)
# Of most files one look says that nothing of the kind stands in them.
_MAY_BE_NONE = re.compile(
    r"[:\-,\[{] *[\"']?(?:-+|[–—]+|\?|n\W{0,2}[a-z]|n/a|p\.? ?m\b|(?:nog )?niet (?:van|bekend)|nog onb|onbekend|geen|niets|leeg|"
    r"nihil|volgt|nader|idem|dito|zie )",
    re.IGNORECASE,
)


# Ids and choices stand in a policy hundreds of times.
@lru_cache(maxsize=4096)
def is_blank(value: str) -> bool:
    """Return whether a value only says that a value is to come."""
    short = len(value) <= _LONGEST or _LONG.match(value) is not None
    return short and _BLANK.fullmatch(value.strip()) is not None


def is_none(value: str) -> bool:
    """Return whether a text is nothing but a sign or abbreviation for 'there is none'."""
    return _NONE.fullmatch(value.strip()) is not None


def may_hold_none(text: str) -> bool:
    """Return whether a file can hold a value that says that there is none; far quicker than looking at each."""
    return _MAY_BE_NONE.search(text) is not None
