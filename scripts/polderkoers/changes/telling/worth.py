"""Whether more of something is better or worse, where nobody doubts it: what a goal fights, and what it wants more of.

A noun is judged only where the sentence says that it is the thing that falls, rises or is counted. What costs people money is
in neither list: whether a tax should rise is for a council.
"""

from __future__ import annotations

import re
from typing import Literal

from polderkoers.changes.telling.quantities import TextQuantity
from polderkoers.changes.telling.roles import VERBS_OF_WAITING, FigureRole, is_over, time_unit, without_bounds
from polderkoers.changes.telling.wanted import is_wanted
from polderkoers.changes.tokens import word_set

Worth = Literal["", "better", "worse"]

# Endings of words, so that `jeugdwerkloosheid` is werkloosheid; what continues (`armoedebeleid`) is something else.
_BAD = (
    r"uitstoot|armoede|eenzaamheid|werkloosheid|schulden|schuldenlast|verzuim|schooluitval|overlast|criminaliteit|wachttijd|"
    r"wachttijden|wachtlijst|wachtlijsten|ongevallen|ongelukken|inbraken|vandalisme|restafval|zwerfafval|energieverbruik|"
    r"gasverbruik|waterverbruik|laaggeletterdheid|leegstand|overgewicht|geweld|pesten|huisuitzettingen|achterstanden|"
    r"dakloosheid|verkeersdoden|verkeersslachtoffers|vervuiling|misdrijven|diefstallen|branden|stikstofuitstoot|"
    r"voortijdig schoolverlaters|schoolverlaters|klachten|fraude|verspilling|geluidhinder|geluidsoverlast|kindermishandeling"
)
_GOOD = (
    r"deelname|tevredenheid|opkomst|leesvaardigheid|taalvaardigheid|werkgelegenheid|biodiversiteit|arbeidsparticipatie|"
    r"zelfredzaamheid|vrijwilligers|leefbaarheid"
)
_MEASURE = r"(?:(?:het|de) )?(?:(?:aantal|hoeveelheid|percentage|aandeel) )?"
_ADJECTIVES = r"(?:(?:totale|jaarlijkse|gemiddelde|landelijke|lokale|nieuwe|langdurige|verborgen|ernstige|onze|hun) )*"
# What follows the noun says of what it is: `uitstoot van CO2` is uitstoot, `deelname aan uitkeringen` is not sure to be wanted.
_ENDING = r"(?![\w-])(?: van (?:CO2|stikstof|broeikasgassen|methaan))?(?:(?<=uitstoot)|(?<=verbruik)|(?! van (?!\d)))(?! (?:aan|(?<!wachttijd )(?<!wachttijden )(?<!wachtlijst )(?<!wachtlijsten )voor|tegen|door|uit|en|of|met (?!\d)|zonder|die|dat|waar\w*)\b)"
_HEAD_BAD = re.compile(rf"^(?:(?:de|het|onze) )?{_MEASURE}{_ADJECTIVES}[a-z]*(?:{_BAD}){_ENDING}", re.IGNORECASE)
_HEAD_GOOD = re.compile(rf"^(?:(?:de|het|onze) )?{_MEASURE}{_ADJECTIVES}[a-z]*(?:{_GOOD}){_ENDING}", re.IGNORECASE)
# What may stand before the thing that falls or rises: a moment, or who brings it down.
_OPENING = re.compile(
    r"^(?:(?:(?:in|uiterlijk in|eind|voor|vóór|vanaf) \d{4},? )?(?:daalt|dalen|stijgt|stijgen|is|moet|moeten|zal|wil|willen|verlaagt|"
    r"verlagen|vermindert|verminderen|verhoogt|verhogen)? ?)?(?:(?:de gemeente|het college|we|wij) "
    r"(?:(?:wil|willen|gaat|gaan|zal|zullen|moet|moeten) )?(?:(?:verlaagt|verlagen|vermindert|verminderen|verhoogt|verhogen) )?)?",
    re.IGNORECASE,
)
_COUNTED_BAD = re.compile(rf"(?:\s?%)?\s(?:procent )?[a-z]*(?:{_BAD})\b", re.IGNORECASE)
_ANY_BAD = re.compile(
    rf"\b[a-z]*(?:{_BAD}|armoede\w*|schuld\w*|afval)\b|\b(?:arm|arme|eenzaam|eenzame|werkloos|werkloze|werklozen|laaggeletterd\w*|ziek|"
    r"dakloos|daklozen|leeg|leegstaan|rookt|roken|uitval|achterstand\w*|overlast\w*|slachtoffers?|uitkering\w*|bijstand\w*|"
    r"te zwaar|onvoldoende|slecht\w*|mist|missen|leent|lenen|tekort\w*|ongezond\w*|onveilig\w*|bezuinig\w*|sluit|sluiten|verdwijn\w*|verlie\w*|daalt|dalen|krimpt|"
    r"weg|tegen|bezwa\w+|dod\w+|gewond\w*|ongelu\w+|ongeval\w*|incident\w*|klacht\w*|kap|kappen|gekapt|sloop|slopen|gesloopt|schrap\w*|"
    r"inlever\w*|maakt plaats|maken plaats|ten koste|wijk(?:t|en)|opgeheven|opheff\w+|ingetrokken|verkocht|verkop\w*|verkoopt|weggehaald|ontslag\w*|verhuist|stopt|stoppen|dicht|gesloten|verval\w*|vertrek\w*|inbra\w+|misdrij\w+|"
    r"afname|afnemen|neemt af|nemen af|omlaag|minder|lager|vermindert|verminderen|verlaagt|verlagen)\b",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"\b\w*(?:belasting\w*|tarie\w+|huur\w*|lasten\w*|kost|kosten|prijs|prijzen|bijdrage\w*|leges|boete\w*|betaalt|betalen|premie\w*|"
    r"heffing\w*|toeslag\w*|nodig|eis|eisen|aanvra\w+|handtekening\w*|voorwaarde\w*|leeftijd\w*|ouder|jonger|wacht\w*|duurt|duren|"
    r"schade|tekort\w*|besparing\w*|bespaart|besparen)\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(voorkom\w*|help\w*|geholpen|bestrijd\w*|los\w*|pak\w*|steun\w*|ondersteun\w*|begeleid\w*|bereik\w*|vergoed\w*|aanpak|behandel\w*|"
    r"opgelost|afgehandeld|opvang\w*|krijg\w*|geef\w*|geven|bied\w*)\b",
    re.IGNORECASE,
)
# The words around a number of bad things when the sentence says nothing else than how many there are.
_LIMITED = re.compile(
    r"(?:(?:in|vanaf) \d{4}(?: (?:zijn|vallen|komen) er)?|er (?:zijn|vallen|komen)|per jaar)?\s*$", re.IGNORECASE
)
_WHERE = re.compile(
    r"(?: per (?:jaar|maand|week|dag|wijk|dorp|school)| in (?:\d{4}|(?:de|het|elk|elke) \w+|(?-i:[A-Z])\w+))*[ .]*",
    re.IGNORECASE,
)
_STATE = r"(?:eenzaam|werkloos|arm|laaggeletterd|dakloos|te zwaar|verslaafd)"
_IN_BAD_STATE = re.compile(
    rf"\b(?:is|zijn)\s(?:\w+\s){{0,3}}?{_STATE}\b|\bsta(?:at|an)\sleeg\b|\brook(?:t|en)\b", re.IGNORECASE
)
# So many of one thing for each other thing is a norm: who must keep it, the sentence does not say.
_RATIO = re.compile(
    r"\bper (?!(?:jaar|kwartaal|maand|week|dag|wijk|dorp|kern|school|19\d\d|20\d\d)\b)|\b(?:norm|drempel|eis)\w*\b|\b(?:in|op|bij) een\b",
    re.IGNORECASE,
)
# What becomes something else is lost as what it was.
_BECOMES = re.compile(r"\b(?:wordt|worden)\b(?!.*\b(?:ge|ver|be|ont|her|\w+ge)\w+(?:d|t|en)\b)", re.IGNORECASE)
# Waste is bad, and that more of it is kept apart is not.
_SORTS = re.compile(r"\b(?:scheid\w*|gescheiden|recycl\w*|hergebruik\w*)\b", re.IGNORECASE)
_SORTED = re.compile(r"\b\w*afval\b", re.IGNORECASE)
_SIZES = word_set("euro meter centimeter cm graden decibel db")
# The year that a fall or rise is counted from.
_SINCE = re.compile(r"\b(?:ten opzichte van|vergeleken met|sinds) (?:19|20)\d\d\b", re.IGNORECASE)
_FACT = re.compile(
    r"\b(is|zijn|heeft|hebben|groeit op|groeien op|woont|wonen|telt|tellen|leeft|leven|bestaat|bestaan|ligt|liggen|staat|staan|kent)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(r"^(?:een inwoner|iedereen|niemand)\b.*\bwacht\b", re.IGNORECASE)
_AIM = re.compile(r"\b(?:moet|moeten|zal|zullen|wil|willen|uiterlijk|doel|gaat|gaan|komt|komen)\b", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:moet|moeten|zal|zullen|uiterlijk)\b|^(?:(?:in|uiterlijk in|eind|voor|vóór|vanaf) (?:19|20)\d\d\b|ons doel|het doel|(?:er|daarom|ook) "
    r"(?:komt|komen)\b)|^(?:[\w-]+ ){1,3}(?:komt|komen) er\b|^(?:[\w-]+ )?(?:de gemeente|we|wij|het college)\b",
    re.IGNORECASE,
)
# Of whom something is asked, or who promises it and is not the one that publishes.
_OTHERS = re.compile(
    r"\b(?:rijk|provincie|kabinet|landelijk|wet)\b|^(?:je|u|wie|inwoners|aanvragers?|huurders|ondernemers)\b",
    re.IGNORECASE,
)


def of_what_moves(sentence: str) -> Worth:
    """Return whether it is better or worse when there is more of what a sentence says falls or rises."""
    opening = _OPENING.match(sentence)
    rest = sentence[opening.end() if opening else 0 :].lstrip()
    if _HEAD_BAD.match(rest):
        return "worse"
    return "better" if _HEAD_GOOD.match(rest) else ""


def is_state(sentence: str) -> bool:
    """Return whether a sentence may say how things are, and not what is wanted."""
    return _FACT.search(sentence) is not None and _AIM.search(sentence) is None


def is_promised(sentence: str) -> bool:
    """Return whether a sentence in a running text promises something, and does not only tell how things are."""
    if _OTHERS.search(sentence) or is_state(sentence):
        return False
    return _PROMISE.search(sentence) is not None or _WAITS.search(sentence) is not None


def is_reached(sentence: str, quantity: TextQuantity) -> bool:
    """Return whether at least so much is surely something that is wanted.

    What is bad, costs something or is asked of people is in doubt, and so are a time, money and a size.
    """
    if time_unit(quantity.unit) or quantity.unit.casefold() in _SIZES:
        return False
    rest = _SORTED.sub(" ", without_bounds(sentence)) if _SORTS.search(sentence) else without_bounds(sentence)
    if _RATIO.search(sentence) or _BECOMES.search(sentence):
        return False
    if _ANY_BAD.search(rest) or _COSTS.search(rest):
        return False
    return is_wanted(without_bounds(sentence[: quantity.start]), quantity.unit, sentence[quantity.after :])


def is_suffered(sentence: str, quantity: TextQuantity) -> bool:
    """Return whether at most so much is surely a limit on something bad."""
    if _HELP.search(sentence):
        return False
    if time_unit(quantity.unit):
        return any(word in VERBS_OF_WAITING for word in sentence[: quantity.start].casefold().split()[-4:])
    before, behind = sentence[: quantity.start], sentence[quantity.end :]
    if counted := _COUNTED_BAD.match(behind):
        return (
            _LIMITED.match(without_bounds(before)) is not None and _WHERE.fullmatch(behind[counted.end() :]) is not None
        )
    return _IN_BAD_STATE.search(sentence) is not None


def better_way(sentence: str, quantity: TextQuantity, role: FigureRole, *, in_name: bool) -> int:
    """Return 1 when a higher figure in this role surely asks more of a goal, -1 when a lower one does, 0 in doubt.

    The name of a goal says what is wanted; in its text the sentence itself must promise it.
    """
    if is_over(_SINCE.sub("", sentence)) or not (in_name or is_promised(sentence)):
        return 0
    worth = of_what_moves(sentence)
    if role.act in ("fall-by", "rise-by"):
        return _of_step(role, worth)
    if role.act in ("fall-to", "rise-to"):
        return _of_end(role, worth)
    if role.act:
        return 0
    if role.bound == "lower":
        return int(is_reached(sentence, quantity))
    return -int(role.bound == "upper" and is_suffered(sentence, quantity))


def _of_step(role: FigureRole, worth: Worth) -> int:
    if role.bound == "upper":
        return 0
    wanted = {"fall-by": "worse", "rise-by": "better"}[role.act]
    return int(worth == wanted)


def _of_end(role: FigureRole, worth: Worth) -> int:
    if role.act == "fall-to" and worth == "worse" and role.bound != "lower":
        return -1
    return int(role.act == "rise-to" and worth == "better" and role.bound != "upper")


_VERB_BOUND = word_set("fall-by rise-by less-by more-by")


def way_by_data(role: FigureRole, better: str) -> int:
    """Return the same by what the data say is better of what is counted (`hoger` or `lager`).

    Of a fall by so much the data speak of what falls: when lower is better, a larger fall is.
    """
    up = {"hoger": 1, "lager": -1}.get(better, 0)
    if role.act not in _VERB_BOUND:
        return 0 if role.act in ("within", "window", "interval", "often", "moment", "start", "from") else up
    falls = role.act in ("fall-by", "less-by")
    agrees = falls == (up < 0)
    return int(up != 0 and agrees)
