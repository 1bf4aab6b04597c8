"""Whether a sentence surely wants as many as it says at least: it only names them, or says what is made, done or reached.

The lists are of what is wanted. Any other verb (`raken kwijt`, `fuseren`, `zijn genoeg`) leaves doubt, and of doubt nothing is said.
"""

from __future__ import annotations

import re

_PLACE = (
    r"(?: (?:van|in|per|voor|op|aan|langs|bij|tot en met|en|uit) (?:(?:de|het|elk|elke|onze|ons|alle|iedere|eind|\d+) )?(?:\w+e )?"
    r"[\w-]+)"
)
# Nothing but the things themselves, and where or when: `minstens 300 woningen per jaar`, `minstens 30 procent betaalbaar`.
_NAMED = re.compile(rf"(?: (?!\w+en\b)[\w-]+)?{_PLACE}*(?: klaar| vrij| open| gereed)?[ .!]*", re.IGNORECASE)
_NAMED_ONLY = re.compile(rf"{_PLACE}*(?: klaar| open| gereed)?[ .!]*", re.IGNORECASE)
_MEASURES = frozenset({"procent", "km", "kilometer", "hectare", "ha", "m2", "m²", ""})
_OPENS = re.compile(
    r"(?:(?:in|eind|vanaf|uiterlijk|uiterlijk in) \d{4},? (?:willen we |wil de gemeente )?|per jaar |jaarlijks |elk jaar )?$|(?:wij|we|de gemeente) (?:willen|wil|streven|streeft) (?:naar )?$",
    re.IGNORECASE,
)
_MADE = (
    r"bouwt|bouwen|gebouwd|plant|planten|geplant|plaatst|plaatsen|geplaatst|realiseert|realiseren|gerealiseerd|legt|leggen|aangelegd|"
    r"aanleggen|opent|openen|geopend|organiseert|organiseren|maakt|maken|gemaakt|renoveert|renoveren|gerenoveerd|verduurzaamt|"
    r"verduurzamen|verduurzaamd|isoleert|isoleren|geïsoleerd|vergroent|vergroenen|vergroend|herstelt|herstellen|hersteld|versterkt|"
    r"versterken|vervangt|vervangen|koopt|kopen|snoeit|snoeien|helpt|helpen|geholpen|bereikt|bereiken|begeleidt|begeleiden|steunt|"
    r"steunen|bezoekt|bezoeken|onderhoudt|onderhouden|scheidt|scheiden|gescheiden|recyclet|behandelt|behandelen|handelt|handelen|"
    r"afgehandeld|beantwoordt|beantwoorden|beantwoord|opgeleverd|opleveren|levert|leveren|opgelost|houdt|houden|streeft|streven|wekt|wekken|"
    r"opgewekt|zorgt|zorgen"
)
_REACHED = (
    r"doet|doen|beweegt|bewegen|sport|sporten|voelt|voelen|voldoet|voldoen|haalt|halen|vindt|vinden|heeft|hebben|krijgt|krijgen|"
    r"gebruikt|gebruiken|neemt deel|nemen deel|slaagt|slagen|leert|leren|leest|lezen|kent|kennen|fietst|fietsen|meedoet|meedoen|beheerst"
)
_GOOD_STATE = (
    r"tevreden|veilig|klaar|gereed|duurzaam|energieneutraal|gezond|betaalbaar|toegankelijk|bereikbaar|aardgasvrij|groen|op tijd|"
    r"circulair|actief|schoon|geschikt|levensloopbestendig|klimaatbestendig|trots|positief|vrijwilliger|mantelzorger"
)
_WANTED = re.compile(
    rf"\b(?:{_MADE}|{_REACHED})\b|\b(?:is|zijn|worden|wordt|moet|moeten|blijft|blijven)\b.*\b(?:{_GOOD_STATE})\b|"
    rf"\ber (?:komt|komen)\b(?!.*\bnaar\b)|\b(?:komt|komen) er\b(?!.*\bnaar\b)",
    re.IGNORECASE,
)
# What comes to somebody, and what is true of a vote, a rule or a group, is no result that is wanted.
_RECEIVED = re.compile(
    r"\b(?:we|wij|de gemeente|het college) (?:krijgt|krijgen|heeft|hebben)\b|\bkwijt\b|\bgenoeg\b(?=.*\bvoor\b)",
    re.IGNORECASE,
)


def is_wanted(before: str, unit: str, behind: str) -> bool:
    """Return whether a figure surely counts what is wanted, by what stands before it without the bound, its unit and what follows."""
    if _RECEIVED.search(f"{before} {behind}"):
        return False
    if _WANTED.search(f"{before} {behind}"):
        return True
    named = _NAMED if unit.casefold() in _MEASURES else _NAMED_ONLY
    return _OPENS.match(f"{before.strip()} ".lstrip()) is not None and named.fullmatch(behind) is not None
