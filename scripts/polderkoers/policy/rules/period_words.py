"""De woorden bij een periode en de jaren erbij zeggen hetzelfde.

Een lezer ziet de woorden in 'tekst'. De tijdlijn gebruikt 'van' en 'tot'. Staat er 'Sinds 2018' en bij 'van' 2028, dan is een
van de twee fout. Ook in de woorden zelf komt het einde na het begin. De controle kijkt alleen naar woorden die zeker een
begin of een einde noemen, zoals sinds, vanaf en tot en met. Noemt de bron alleen een uiterste datum, zoals uiterlijk in 2018? Vul dan
alleen 'tot' in.

Fout:

    stappen:
      - id: stap-bouwen
        termijn: kort
        naam: Bouwen
        wanneer: {tekst: Sinds 2018, van: 2028}

Goed:

    stappen:
      - id: stap-bouwen
        termijn: kort
        naam: Bouwen
        wanneer: {tekst: Sinds 2018, van: 2018}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.dutch_dates import understand
from polderkoers.policy.model.base import Wanneer
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.rules.dates import periods
from polderkoers.policy.rules.finding import Context, Finding

_YEAR = r"(?<![\d.,€-])((?:19|20)\d{2})(?![\d.,]\d)"
_YEARS = re.compile(_YEAR)
_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_ROUGHLY = r"(?:in|begin|eind|einde|medio|half|voorjaar|lente|zomer|najaar|herfst|winter|(?:eerste|tweede|derde|vierde)\s+(?:half\s?jaar|helft|kwartaal)(?:\s+van)?)"
_BEGIN = re.compile(
    rf"\b(?:sinds|vanaf|met ingang van|tussen)\s+(?:\w+\s+){{0,4}}?{_YEAR}"
    rf"|^(?:{_ROUGHLY}\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?{_YEAR}$|^{_YEAR}\s*(?:tot en met|tot|t/m|–|-)\s*(?:in\s+)?(?:19|20)\d{{2}}$",
    re.IGNORECASE,
)
_END = re.compile(
    rf"\b(?:tot en met|tot|t/m|uiterlijk)\s+(?:\w+\s+){{0,4}}?{_YEAR}|^(?:19|20)\d{{2}}\s*[–-]\s*(?:19|20)\d{{2}}$|^tussen\s+(?:19|20)\d{{2}}\s+en\s+{_YEAR}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^(?:vanaf|sinds|met ingang van)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:(?:uiterlijk|tot en met|t/m|in|op|eind|einde)\s+)*", re.IGNORECASE)
_FROM_TO = re.compile(
    rf"{_YEAR}\s*(?:tot en met|tot|t/m|–|-)\s*(?:in\s+)?((?:19|20)\d{{2}})(?![\d.,]\d)", re.IGNORECASE
)


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every period whose words name another begin or end than its dates, or run backwards."""
    for entry in context.policy.entries.values():
        for pointer, period in periods(entry.item):
            for field, message, hint in _clashes(period):
                yield Finding(entry, f"{pointer}/{field}", message, hint)


def _clashes(period: Wanneer) -> Iterator[tuple[str, str, str]]:
    """Yield the field, message and hint of whatever does not go together in a period."""
    text = period.tekst
    for begin, end in _FROM_TO.findall(text):
        if end < begin:
            yield (
                "tekst",
                f"In '{text}' ligt het einde ({end}) voor het begin ({begin}).",
                "wissel de jaren om, of verbeter ze.",
            )
            return
    years = {*_YEARS.findall(text), *(end for _, end in _FROM_TO.findall(text))}
    begin_date, end_date = (parse_datum(date) if date else None for date in (period.van, period.tot))
    if begin_date and _is_other_part(text, str(period.van)):
        yield (
            "van",
            _message(text, "van", period.van).replace("ander jaar", "andere datum"),
            "verbeter 'tekst' of 'van'.",
        )
    elif begin_date and _is_other(_BEGIN, text, years, {str(begin_date.first.year)}):
        yield "van", _message(text, "van", period.van), "verbeter het jaar in 'tekst' of in 'van'."
    if end_date and not begin_date and (both := _FROM_TO.search(text)):
        # Words that name an end alone are a deadline, of which no begin is known.
        message = f"De woorden '{text}' noemen ook een begin ({both[1]}), maar 'van' is niet ingevuld."
        yield "tot", message, f"zet ervoor: van: {both[1]}"
    # Words that are one date are the end of a period that has no other date.
    if end_date and not begin_date and (alone := _alone(text)) and _differs(alone, str(period.tot)):
        said = _message(text, "tot", period.tot)
        if alone[:4] == str(period.tot)[:4]:
            said = said.replace("ander jaar", "andere datum")
        yield "tot", said, "verbeter 'tekst' of 'tot'."
    # Until 2020 may be written as the last day of 2019.
    elif end_date and _is_other(_END, text, years, {str(end_date.last.year), str(end_date.last.year + 1)}):
        yield "tot", _message(text, "tot", period.tot), "verbeter het jaar in 'tekst' of in 'tot'."


def _is_other(words: re.Pattern[str], text: str, years: set[str], dated: set[str]) -> bool:
    """Return whether words name a year, and nowhere the one of the date."""
    return words.search(text.strip()) is not None and not years & dated


def _is_other_part(text: str, begin: str) -> bool:
    """Return whether words that are one month or day of the same year are another month or day than a date."""
    found = understand(_SINCE.sub("", text.strip()))
    if found is None or not found.sure or "Q" in found.written + begin:
        return False
    return found.written[:4] == begin[:4] and _differs(found.written, begin)


def _alone(text: str) -> str:
    """Return the month or day that words are, when they are one and nothing else."""
    found = understand(_UNTIL.sub("", text.strip()))
    if found is None or not found.sure or "Q" in found.written:
        return ""
    return found.written


def _differs(said: str, written: str) -> bool:
    """Return whether two dates differ in what both of them say."""
    shared = min(len(said), len(written))
    return "Q" not in written and said[:shared] != written[:shared]


def _message(text: str, field: str, date: str | None) -> str:
    return f"De woorden '{text}' noemen een ander jaar dan '{field}' ({date})."
