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
    r"bouwt|bouwen|gebouwd|plant|planten|geplant|plaatst|plaatsen|geplaatst|realiseert|realiseren|gerealiseerd|aangelegd|"
    r"aanleggen|opent|openen|geopend|organiseert|organiseren|renoveert|renoveren|gerenoveerd|verduurzaamt|"
    r"verduurzamen|verduurzaamd|isoleert|isoleren|geïsoleerd|vergroent|vergroenen|vergroend|herstelt|herstellen|hersteld|versterkt|"
    r"versterken|koopt|kopen|snoeit|snoeien|helpt|helpen|geholpen|bereikt|bereiken|begeleidt|begeleiden|steunt|"
    r"steunen|bezoekt|bezoeken|onderhoudt|onderhouden|scheidt|scheiden|gescheiden|recyclet|behandelt|behandelen|handelt|handelen|"
    r"afgehandeld|beantwoordt|beantwoorden|beantwoord|opgeleverd|opleveren|opgelost|streeft|streven|wekt|wekken|"
    r"opgewekt|zorgt|zorgen"
)
_DONE = (
    r"gebouwd|geplant|geplaatst|gerealiseerd|aangelegd|geopend|georganiseerd|gerenoveerd|verduurzaamd|geïsoleerd|vergroend|"
    r"hersteld|versterkt|geholpen|bereikt|begeleid|gesteund|onderhouden|gescheiden|behandeld|afgehandeld|beantwoord|"
    r"opgeleverd|opgelost|opgewekt|benut"
)
_BY_US = r"(?:we|wij|de gemeente|het college)"
_REACHED = (
    r"(?:doet|doen)\b.*\b(?:mee|vrijwilligerswerk)|beweegt|bewegen|sport|sporten|meedoet|meedoen|voldoet|voldoen|slaagt|slagen|neemt deel|"
    r"nemen deel|recyclet"
)
# What people feel, have or get is wanted only when it is one of these.
_GOODS = (
    r"tuin|zonnepanelen|zonnepaneel|werk|baan|diploma|startkwalificatie|plan|dorpsvisie|energielabel|label|plek|woning|huis|glasvezel|groen|vertrouwen|"
    r"speeltuin|speelplek|buurthuis|dorpshuis|laadpaal|laadplek|schoolplein|toegang|hulp|ondersteuning|begeleiding|antwoord|besluit|bericht|gesprek|scholing|"
    r"stage|opleiding|niveau|norm|doel|gezond|veilig|thuis|gesteund|welkom|gelukkig|verbonden|betrokken|gehoord|vertegenwoordigd|tevreden"
)
_HAS = r"voelt|voelen|heeft|hebben|krijgt|krijgen|haalt|halen|vindt|vinden|bereikt|bereiken|gebruikt|gebruiken|kent|kennen|beheerst"
_GOOD_STATE = (
    r"tevreden|veilig|klaar|gereed|duurzaam|energieneutraal|gezond|betaalbaar|toegankelijk|bereikbaar|aardgasvrij|groen|op tijd|"
    r"circulair|actief|schoon|geschikt|levensloopbestendig|klimaatbestendig|trots|positief|vrijwilliger|mantelzorger"
)
_ENDING = r"(?: (?:per|elk) (?:jaar|maand|week)| in \d{4})*[ .!]*$"
_BUILT = (
    r"\w*woningen|\w*huizen|huis|woning|appartementen|bomen|\w*plekken|\w*plaatsen|speeltuinen|bankjes|laadpalen|scholen|fietspaden|\w*tuinen|"
    r"zonnepanelen|parken|banen|\w*centra"
)
_WANTED = re.compile(
    rf"\b{_BY_US}\b.*\b(?:{_MADE})\b|\b(?:{_MADE}) {_BY_US}\b|\b(?:worden|wordt|is|zijn|moet|moeten|zal|zullen)\b.*\b(?:{_DONE})\b|"
    rf"\b(?:{_REACHED})\b|\b(?:{_HAS})\b.*\b(?:{_GOODS})(?:en|s|nen)?{_ENDING}|\b(?:{_GOODS})(?:en|s|nen)?\b.*\b(?:hebben|krijgen|halen|vinden)\b|"
    rf"\b{_BY_US}\b.*\b(?:leggen|legt)\b.* aan[.]?$|\b{_BY_US} (?:houden|houdt)\b.* (?:open|in stand)[.]?$|"
    rf"\b(?:{_BY_US} (?:maken|maakt)|is|zijn|worden|wordt|moet|moeten|blijft|blijven)\b.*\b(?:{_GOOD_STATE})\b|"
    rf"\b(?:er (?:komt|komen)|(?:komt|komen) er)\b.*\b(?:{_BUILT})\b(?!.*\bnaar\b)",
    re.IGNORECASE,
)
# What comes to somebody, and what is true of a vote, a rule or a group, is no result that is wanted.
_RECEIVED = re.compile(
    r"^(?:wie|zodra|totdat)\b|\bdie\b|\bte \w+|\bpas\b|\bal\b|\bzegt\b|\buit huis\b|\bverhuizen\b|\b(?:we|wij|de gemeente|het college) (?:krijgt|krijgen|heeft|hebben)\b|\bkwijt\b|\bgenoeg\b(?=.*\bvoor\b)",
    re.IGNORECASE,
)
# A floor behind a preposition says of which things the sentence speaks: `in dorpen met minstens`.
_BELONGS = re.compile(r"\b(?:met|van|voor|bij|vanaf|in|op|aan|door|na|tot|uit|boven|onder)\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:minder|meer|lager|hoger) dan\b", re.IGNORECASE)


def is_wanted(before: str, unit: str, behind: str) -> bool:
    """Return whether a figure surely counts what is wanted, by what stands before it without the bound, its unit and what follows."""
    sentence = f"{before} {unit} {behind}"
    if _RECEIVED.search(sentence) or _BELONGS.search(before) or _COMPARED.search(behind):
        return False
    if _WANTED.search(sentence):
        return True
    named = _NAMED if unit.casefold() in _MEASURES else _NAMED_ONLY
    return _OPENS.match(f"{before.strip()} ".lstrip()) is not None and named.fullmatch(behind) is not None
