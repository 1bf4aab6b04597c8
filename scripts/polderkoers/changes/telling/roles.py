"""What a figure does in its sentence: bound something, be the size of a fall or a rise, be a term or a moment.

Only what the sentence says by the words right beside the figure is a role. A sentence with a negation gives none: "niet minstens"
and "geen wijk met meer dan" turn every bound around, and nobody can list how.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from polderkoers.changes.telling.quantities import TextQuantity
from polderkoers.changes.telling.terms import BEFALLS, HAS_VERB, term_of
from polderkoers.changes.tokens import word_set

Bound = Literal["", "lower", "upper"]
Act = Literal[
    "",
    "fall-by",
    "rise-by",
    "fall-to",
    "rise-to",
    "from",
    "less-by",
    "more-by",
    "within",
    "window",
    "interval",
    "often",
    "moment",
    "start",
]


class FigureRole(NamedTuple):
    """A bound and what the figure is the size of. Both are empty when the sentence does not say so for certain."""

    bound: Bound = ""
    act: Act = ""


PLAIN = FigureRole()

_LOWER = r"minstens|ten minste|tenminste|minimaal|op zijn minst|op z'n minst|(?:niet|nooit) (?:minder|lager|korter|kleiner) dan|meer dan|hoger dan|boven"
_UPPER = r"hoogstens|ten hoogste|tenhoogste|maximaal|hooguit|(?:niet|nooit) (?:meer|hoger|langer|groter) dan|minder dan|lager dan|onder|beneden"
_BOUND = re.compile(rf"\b(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER}))(?: de)?\s*$", re.IGNORECASE)
_PLACE = re.compile(r"onder|boven|beneden", re.IGNORECASE)
BOUND_WORDS = re.compile(rf"\b(?:{_LOWER}|{_UPPER})\b", re.IGNORECASE)
"""The words for a bound, wherever they stand."""
_NOT_LATER = r"(?:niet|nooit) later dan"
_NOT_SOONER = r"(?:niet|nooit) eerder dan"
_BEHIND = re.compile(r"\s+of (meer|minder)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(niet|geen|nooit|zonder|noch|nergens|niemand|niets|nimmer|evenmin|geenszins|behalve|tenzij|weiger\w*|stopt? met|hoeft|"
    r"hoeven|onmogelijk|allesbehalve|minder dan (?:verwacht|gedacht))\b",
    re.IGNORECASE,
)
_NOT_BOUND = re.compile(
    rf"\b(?:(?:niet|nooit) (?:minder|meer|lager|hoger|korter|langer|kleiner|groter) dan|{_NOT_LATER}|{_NOT_SOONER})\b",
    re.IGNORECASE,
)

_FALLS = (
    r"daalt|dalen|daling|verlaagt|verlagen|verlaging|vermindert|verminderen|vermindering|afname|slinkt|krimpt|krimpen|neemt af|"
    r"nemen af|gaat omlaag|gaan omlaag|omlaag|terugdringen"
)
_RISES = (
    r"stijgt|stijgen|stijging|verhoogt|verhogen|verhoging|groeit|groeien|groei|toename|neemt toe|nemen toe|gaat omhoog|gaan omhoog|"
    r"omhoog"
)
_FALLS_AFTER = r"dalen|omlaag|verlagen|verminderen|afnemen|af|terugdringen|krimpen|afneemt|daalt|terug"
_RISES_AFTER = r"stijgen|omhoog|verhogen|toenemen|toe|groeien|toeneemt|stijgt"
_BETWEEN = r"(?:\s(?!(?:samen|en|of|maar|door|voor|doordat|omdat)\b)[\w'-]+){0,5}?"
_FALL_BEFORE = re.compile(rf"\b(?:{_FALLS}){_BETWEEN}\s$", re.IGNORECASE)
_RISE_BEFORE = re.compile(rf"\b(?:{_RISES}){_BETWEEN}\s$", re.IGNORECASE)
_FALL_AFTER = re.compile(rf"^(?:\s(?!(?:en|of)\b)[\w-]+){{0,2}}?\s(?:te )?(?:{_FALLS_AFTER})\b", re.IGNORECASE)
_RISE_AFTER = re.compile(rf"^(?:\s(?!(?:en|of)\b)[\w-]+){{0,2}}?\s(?:te )?(?:{_RISES_AFTER})\b", re.IGNORECASE)
_BOTH_WAYS = re.compile(rf"\b(?:{_FALLS})\b.*\b(?:{_RISES})\b|\b(?:{_RISES})\b.*\b(?:{_FALLS})\b", re.IGNORECASE)
_BY = re.compile(r"\bmet\s*$", re.IGNORECASE)
_TO = re.compile(r"\b(?:naar|tot)\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bvan\s*$", re.IGNORECASE)
_FROM_THERE = re.compile(r"^(?:\s[\w²³-]+){0,2}\snaar\s", re.IGNORECASE)
_LESS = re.compile(r"^\s(minder|lager|korter)\b(?! dan\b)", re.IGNORECASE)
_MORE = re.compile(r"^\s(meer|hoger|langer)\b(?! dan\b)", re.IGNORECASE)
_COMPARED = re.compile(r"^\s(?:minder|lager|korter|kleiner|meer|hoger|langer|groter|sneller) dan\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bbinnen\s*$", re.IGNORECASE)
_INTERVAL = re.compile(
    r"\b(?:elke|iedere|om de|eens in de|eens per|een keer per|een keer in de|één keer per|één keer in de|1 keer per|1 keer in de|"
    r"minstens elke|eenmaal per|eenmaal in de)\s*$",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"^\s(?:keer|maal) (?:per|in) (?:het |een |de )?(?:dag|week|maand|kwartaal|jaar)\b", re.IGNORECASE)
_SEASON = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|voorjaar|najaar|zomer|winter)"
_WHOLE_MOMENT = rf"(?: (?:de|het|jaar|loop|van|eind|begin|medio|op|in|{_SEASON}))*"
# Words that make a moment a limit wherever they stand, and those that may also say when something was or for what it is.
_LIMIT = re.compile(rf"\b(?:uiterlijk|vóór|pas|{_NOT_LATER}){_WHOLE_MOMENT}\s*$", re.IGNORECASE)
_START = re.compile(rf"\b(?:vanaf|{_NOT_SOONER}){_WHOLE_MOMENT}\s*$|^na{_WHOLE_MOMENT}\s*$", re.IGNORECASE)
_WHEN = re.compile(rf"\b(?:in|eind|begin|medio|voor|per|op|{_SEASON}){_WHOLE_MOMENT}\s*$", re.IGNORECASE)
# Money is for a year, and not before it.
_MONEY = re.compile(r"€|\b(?:euro|miljoen|begroot|budget|geld|bedrag|begroting|tarie\w+)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:wie|die)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:ge|be|ver|ont|her|\w+ge)\w+(?:d|t|en)\s*$", re.IGNORECASE)
_YET = re.compile(r"\b(?:wordt|worden|moet|moeten|zal|zullen|we|wij)\b", re.IGNORECASE)
_OF_A_THING = re.compile(r"\b(?:van|uit|tot|sinds)\s*$", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:klaar|gereed|af|open|start|starten|begint|afgerond|opgeleverd|uitgevoerd|gerealiseerd|aangelegd|ingevoerd)\s*$",
    re.IGNORECASE,
)
# What may follow a moment at the end of a sentence: the verbs that go with one before it.
_ENDING = re.compile(r"(?: (?:klaar|gereed|af))?(?: \w+en| zijn){0,2}[ .!]*")
_DOER = re.compile(
    r"^(?:we|wij|de gemeente|het college|er komt|er komen|iedereen|alle \w+|elke \w+|minstens|minimaal|ten minste|hoogstens|maximaal)\b",
    re.IGNORECASE,
)
_PAST_OR_NAME = re.compile(
    r"\b(?:(?:ge|be|ver|ont|her)\w+(?:d|t)|ge\w+en|begroting|jaarrekening|jaarverslag|evaluatie|verkiezingen|cijfers|visie|plan|akkoord|"
    r"nota|agenda|wet|besluit|meting|peiling|rapport|onderzoek)\s*$",
    re.IGNORECASE,
)
# Sentences in which a moment is the end of something, what it is compared with, or a time that has been.
_NO_AIM = re.compile(
    r"\b(loopt|lopen|duurt|duren|geldt|gelden|blijft|blijven|eindigt|eindigen|stopt|stoppen|vervalt|vervallen|afloopt|afgelopen|afgeschaft|einde|aflopen|sinds|"
    r"subsidie|ten opzichte van|vergeleken|vergelijking|dan in|was|waren|had|hadden|werd|werden|ging|gingen|kwam|kwamen|bleek|stond|"
    r"stonden|besloot|besloten|koos|kozen|bracht|brachten|gaf|gaven|nam|namen|vond|vonden|zag|zagen|sloot|sloten|hield|hielden|bleef|"
    r"bleven|schreef|schreven|trok|trokken|won|wonnen|verloor|verloren|begon|begonnen|zei|zeiden|liep|liepen|viel|vielen|sprak|spraken|"
    r"laatst|destijds|toen|vroeger|kreeg|kregen|deed|deden|woonde|woonden|telde|telden|daalde|steeg|stegen|geweest|geworden|gedaald|gestegen|bedroeg|bedraagt|bedragen|kocht|kochten|verkocht|verkochten|dacht|dachten|zocht|zochten)\b",
    re.IGNORECASE,
)
# The verb, where it must stand behind what a sentence begins with: `in 2023 startte`, `de gemeente maakte`.
_TOLD_AS_PAST = re.compile(
    r"(?:[\w-]+ ){1,3}?(?:19|20)\d\d,? \w{2,}(?:te|de|tten|dden|kten|pten|gden|wden|bden|rden(?<!worden)|lden|mden)\b|"
    r"(?:[\w-]+ ){1,3}?(?:19|20)\d\d,? (?:heeft|hebben) .*\b(?:ge|be|ver|ont|her|\w+ge)\w+(?:d|t|en)[.]?$|"
    r"(?:we|wij|de gemeente|het college|de raad) (?!ge|de\b)\w{2,}(?:te|de|tten|dden|kten|pten)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?")
_CONDITION = re.compile(r"\b(als|indien|mits|wanneer|zolang|stel|zou|zouden|of)\b", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(?:misschien|wellicht|mogelijk|waarschijnlijk|hopelijk|nauwelijks|amper|eventueel|kan|kunnen|mag|mogen|kans|onderzoek\w*|verwacht\w*|"
    r"ondanks|hoewel|dat|die|nu|op dit moment|momenteel|al jaren|al jarenlang|tegenwoordig|vandaag|inmiddels|vorig|gemeten|volgens|landelijk|"
    r"andere gemeenten|buren|buurgemeente\w*|elders|te weinig|te veel)\b",
    re.IGNORECASE,
)

DAYS = {
    "minuut": (Decimal(1) / 1440, Decimal(1) / 1440), "uur": (Decimal(1) / 24, Decimal(1) / 24),
    "dag": (Decimal(1), Decimal(1)), "werkdag": (Decimal(1), Decimal(3)), "week": (Decimal(7), Decimal(7)),
    "maand": (Decimal(28), Decimal(31)), "kwartaal": (Decimal(90), Decimal(92)), "jaar": (Decimal(365), Decimal(366)),
}  # fmt: skip
_TIME = {
    "minuut": "minuut", "minuten": "minuut", "uur": "uur", "uren": "uur", "dag": "dag", "dagen": "dag", "werkdag": "werkdag",
    "werkdagen": "werkdag", "week": "week", "weken": "week", "maand": "maand", "maanden": "maand", "kwartaal": "kwartaal",
    "kwartalen": "kwartaal", "jaar": "jaar", "jaren": "jaar",
}  # fmt: skip
VERBS_OF_WAITING = word_set("wacht wachten wachttijd")


def time_unit(unit: str) -> str | None:
    """Return the unit of time that a unit is, in one form; None when it is none."""
    return _TIME.get(unit.casefold())


def role_of(sentence: str, quantity: TextQuantity) -> FigureRole:
    """Return what a quantity does in its sentence."""
    if quantity.kind in ("name", "range", "period") or _QUESTION.search(sentence) or is_negated(sentence):
        return PLAIN
    before, after = sentence[: quantity.start], sentence[quantity.after :]
    before = re.sub(r"€\s?$", "", before)
    if quantity.kind in ("year", "date"):
        return FigureRole("", _moment(sentence, before, after))
    bound, before = _bound(before, after, quantity.unit)
    return FigureRole(bound, _act(sentence, quantity, before, after))


def is_negated(sentence: str) -> bool:
    """Return whether a sentence denies something, apart from a bound (`niet meer dan`)."""
    return _NEGATION.search(_NOT_BOUND.sub(" ", sentence)) is not None


def is_conditional(sentence: str) -> bool:
    """Return whether a sentence holds only on a condition, or says what might be."""
    return _CONDITION.search(_BEHIND.sub(" ", sentence)) is not None


def is_doubtful(sentence: str) -> bool:
    """Return whether a sentence says something only perhaps, on a condition, or hardly."""
    return is_conditional(sentence) or _DOUBT.search(sentence) is not None


def without_bounds(sentence: str) -> str:
    """Return a sentence without the words for a bound (`niet minder dan`), which say nothing of what is bounded."""
    return BOUND_WORDS.sub(" ", sentence)


def _moment(sentence: str, before: str, after: str) -> Act:
    if is_over(sentence) or is_conditional(sentence) or BEFALLS.search(sentence):
        return ""
    start = _START.search(before)
    if start:
        return "start" if HAS_VERB.search(before[: start.start()]) else ""
    limit = _LIMIT.search(before)
    if limit:
        return "" if _is_of_a_thing(before[: limit.start()], limit.group()) else "moment"
    when = _WHEN.search(before)
    if when and when.group().casefold().startswith("voor ") and _MONEY.search(sentence):
        return ""
    return "moment" if when and _is_time_of_action(sentence, before[: when.start()], after) else ""


def _is_of_a_thing(before: str, limit: str) -> bool:
    """Return whether a limit tells of what somebody or something is: `wie is geboren vóór`, `woningen gebouwd vóór`."""
    if _OF_A_THING.search(before) or _WHOSE.search(before):
        return True
    return limit.casefold().startswith("vóór") and _PAST.search(before) is not None and not _YET.search(before)


def _is_time_of_action(sentence: str, before: str, after: str) -> bool:
    """Return whether a moment tells when the sentence comes true: it begins with it, or someone does it then."""
    if not before.strip() or _DONE.search(before):
        return True
    ends = _ENDING.fullmatch(after) is not None
    return ends and _DOER.search(sentence) is not None and _PAST_OR_NAME.search(before) is None


def _bound(before: str, after: str, unit: str) -> tuple[Bound, str]:
    """Return the bound that a figure is, and what stands before the words for it."""
    match = _BOUND.search(before)
    # Something can lie above ten shops, and be divided under ten families: of those it is no bound.
    if match and (not _PLACE.match(match.group()) or unit in ("", "procent", "euro") or time_unit(unit)):
        return "lower" if match["lower"] else "upper", before[: match.start()]
    behind = _BEHIND.match(after)
    if behind:
        return "lower" if behind[1].casefold() == "meer" else "upper", before
    return "", before


def _act(sentence: str, quantity: TextQuantity, before: str, after: str) -> Act:
    if quantity.kind == "number" and time_unit(quantity.unit):
        if _WITHIN.search(before):
            return _of_term(sentence, before, quantity.unit)
        if _INTERVAL.search(before):
            return "interval"
    behind = sentence[quantity.end :]
    if _OFTEN.search(behind):
        return "often"
    if _COMPARED.search(after):
        return ""
    return _of_difference(after) or _of_verb(sentence, before, after)


def _of_difference(after: str) -> Act:
    if _LESS.search(after):
        return "less-by"
    return "more-by" if _MORE.search(after) else ""


def _of_term(sentence: str, before: str, unit: str) -> Act:
    if is_over(sentence) or is_conditional(before):
        return ""
    return term_of(sentence, before, in_minutes=time_unit(unit) == "minuut")


def is_over(sentence: str) -> bool:
    """Return whether a sentence may tell of the past, or of the end of something."""
    return _NO_AIM.search(sentence) is not None or _TOLD_AS_PAST.match(sentence) is not None


def _of_verb(sentence: str, before: str, after: str) -> Act:
    if _FROM.search(before) and _FROM_THERE.search(after):
        return "from"
    if _BOTH_WAYS.search(sentence):
        return ""
    if by := _BY.search(before):
        return _way(before[: by.start()], after, "fall-by", "rise-by")
    if to := _TO.search(before):
        return _way(before[: to.start()], after, "fall-to", "rise-to")
    return ""


def _way(before: str, after: str, fall: Act, rise: Act) -> Act:
    falls = _FALL_BEFORE.search(before) or _FALL_AFTER.search(after)
    rises = _RISE_BEFORE.search(before) or _RISE_AFTER.search(after)
    if falls and not rises:
        return fall
    return rise if rises and not falls else ""
