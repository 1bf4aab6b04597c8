"""What the words of a period say of its end: that there is none, that they tell when something begins, or that they are a date and no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import Datum, parse_datum

if TYPE_CHECKING:
    from polderkoers.policy.model.base import Wanneer

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
_SEASONS = "voorjaar|lente|zomer|najaar|herfst|winter"
_TIMES = rf"jaar|halfjaar|kwartaal|maand|week|dag|periode|bestuursperiode|raadsperiode|schooljaar|{_SEASONS}"
_ON = (
    rf"(?:(?:vanaf|sinds|en verder|en daarna|continue?|doorlopende?|structureel|met ingang van|ingaande|periodieke?|"
    rf"(?:elke?|iedere?|per) (?:\w+ )?(?:{_TIMES})|(?:\w+)?(?:jaarlijks|maandelijks|wekelijks|dagelijks)e?)\b|per (?=\d|(?:{_MONTHS})\b))"
)
_GOES_ON = re.compile(rf"\b{_ON}", re.IGNORECASE)
_NOT_ON = re.compile(rf"\b(?:niet|geen|nooit)[ -](?:\w+ )?{_ON}", re.IGNORECASE)
_STARTS = re.compile(
    r"\b(?:start(?:en|t|te)?|gestart|begint|begon|begonnen|beginnen|begin(?= in | op |:)|aanvang|aanvangen|opstart)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:klaar|gereed|af|afgerond|einde?|eindigt|tot|t/m|opgeleverd|oplevering)\b", re.IGNORECASE)
# Whatever else stands beside a date says what happens then, and nobody knows whether that is the end of it.
_SAYS_ONLY_WHEN = re.compile(
    rf"(?:{_MONTHS}|{_TIMES}|\d+(?:e|ste|de)?|[kq][1-4]|eerste|tweede|derde|vierde|laatste|helft|begin(?! in | op |:)|einde?|half|halverwege|medio|midden|"
    r"in|op|om|rond|omstreeks|ongeveer|circa|ca|uiterlijk|voor|vóór|tot|en met|van|het|de|"
    r"(?:naar )?verwacht(?:ing)?|waarschijnlijk|gepland|planning|klaar|gereed|af|afgerond|opgeleverd|oplevering|doel|later|eerder|"
    r"[\s.,:;()'’?/–-])+",
    re.IGNORECASE,
)


def goes_on(words: str) -> bool:
    """Return whether words say that something begins or comes back, and has no end; what is denied, they do not say."""
    return _only_begins(words) or (_GOES_ON.search(words) is not None and not _NOT_ON.search(words))


def _only_begins(words: str) -> bool:
    return _STARTS.search(words) is not None and not _ENDS.search(words)


def end_of(when: Wanneer) -> Datum | None:
    """Return the days in which a period ends, None when it gives none.

    Days in which something begins are no end, and a single moment is one only when its words say no more than that moment.
    """
    if _only_begins(when.tekst):
        return None
    if when.tot:
        return parse_datum(when.tot)
    is_moment = _SAYS_ONLY_WHEN.fullmatch(when.tekst) and not goes_on(when.tekst)
    return parse_datum(when.van or "") if is_moment else None
