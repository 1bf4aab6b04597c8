"""The rule of a schema on the form of a text: ids, dates, versions and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_dates import DutchDate, in_words, understand
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.schema_rules.types import nothing
from polderkoers.policy.schema_rules.values import empty_text, unsafe_link
from polderkoers.policy.schema_words import (
    EXAMPLES,
    ROW,
    Field,
    Finding,
    asked,
    description,
    field_of,
    given,
    is_nothing,
    shown,
)
from polderkoers.policy.signs import look_alikes
from polderkoers.policy.syntax_clues.values import CURLY, without_quotes

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_YEARS = re.compile(r"((?:19|20)\d{2})\s*(?:-|–|/|t/m|tot|en)\s*((?:19|20)\d{2})")
_VERSION = re.compile(r"[vV]?(?:ersie )?\s*(\d+)[.,](\d+)")
_WRITE = f"schrijf: {ROW}"


def wrong_form(error: ValidationError, field: Field) -> Iterator[Finding]:
    """Ids, datums en versies hebben een vaste vorm.

    Een id heeft alleen kleine letters, cijfers en streepjes, zodat het altijd in een adres past. Een datum begint met het
    jaar. Weet je alleen het jaar, dan is dat genoeg.

    Fout:

        stappen:
          - id: Stap Bouwen
            naam: Bouwen
            termijn: kort

    Goed:

        stappen:
          - id: stap-bouwen
            naam: Bouwen
            termijn: kort
    """
    pattern, text = str(asked(error)), str(given(error))
    if pattern == "\\S":
        yield from empty_text(error, field)
        return
    if "https" in pattern:
        yield from unsafe_link(error, field)
        return
    if is_nothing(text) and (field.may_be_null or not field.required) and field.index is None:
        found = nothing(field_of(error), text, "een waarde", field)
        yield Finding("vorm", found.message, found.hint, value=found.value, sure=found.sure)
        return
    yield _finding(error, pattern, text)


def _finding(error: ValidationError, pattern: str, text: str) -> Finding:
    strange = look_alikes(text)
    message = f"'{shown(text)}' heeft niet de vorm die bij '{field_of(error)}' hoort.{strange}"
    if text[:1] in CURLY and re.search(pattern, bare := without_quotes(text)):
        message = f"Om '{shown(bare)}' staan krullende aanhalingstekens; YAML kent alleen rechte."
        return Finding("vorm", message, _WRITE, value=_plain_or_quoted(bare, pattern), sure=True)
    if "[0-9]{4}" in pattern:
        return _date(error, message, text)
    if "\\." in pattern and (version := _VERSION.fullmatch(text.strip())):
        written = f'"{version[1]}.{version[2]}"'
        return Finding("vorm", message, f"{_WRITE}, met aanhalingstekens", value=written, sure="," not in text)
    if strange or "a-z0-9" not in pattern:
        example = next((words for part, words in EXAMPLES if part in pattern), "")
        return Finding("vorm", message, f"schrijf het zo: {example}" if example else description(error))
    return _id(message, pattern, text, in_list=isinstance(error.absolute_path[-1], int))


def _plain_or_quoted(text: str, pattern: str) -> str:
    return text if "a-z" in pattern else f'"{text}"'


def _id(message: str, pattern: str, text: str, *, in_list: bool) -> Finding:
    if ";" in text:
        names = ", ".join(slug(part) for part in text.split(";"))
        return Finding("vorm", f"{message} Zet tussen de ids een komma.", _WRITE, value=names)
    if "/" in text and ")?" not in pattern.replace("(-[a-z0-9]+)*", ""):
        last = slug(text.rpartition("/")[2])
        extra = " Hier hoort alleen het deel achter de schuine streep."
        return Finding("vorm", f"{message}{extra}", _WRITE, value=last)
    if in_list and " " in text.strip():
        many = ", ".join(slug(part) for part in text.split() if slug(part))
        one = slug(text)
        hint = f"is het één id? Schrijf: {one}. Zijn het er meer? Zet er komma's tussen: {many}."
        return Finding("vorm", message, hint)
    hint = f"gebruik alleen kleine letters, cijfers en streepjes. Schrijf: {ROW}"
    written = "/".join(slug(part) for part in text.split("/"))
    if not slug(text):
        return Finding("vorm", message, "gebruik alleen kleine letters, cijfers en streepjes.")
    return Finding("vorm", message, hint, value=written)


def _date(error: ValidationError, message: str, text: str) -> Finding:
    if years := _YEARS.fullmatch(text.strip()):
        if field_of(error) == "van":
            hint = f"schrijf het begin en het einde elk in een eigen veld: van: {years[1]}, tot: {years[2]}"
            return Finding("vorm", message, hint)
        return Finding("vorm", message, f"kies één jaar: {years[1]} of {years[2]}.")
    found = understand(text)
    if found is None:
        return Finding("vorm", message, f"schrijf het zo: {EXAMPLES[0][1]}")
    return _understood(message, found)


def _understood(message: str, found: DutchDate) -> Finding:
    if found.wrong:
        return Finding("vorm", f"{message} Die dag bestaat niet: {found.wrong}.", "controleer de datum in de bron.")
    doubt = "" if found.sure else f" Is {in_words(found.written)} bedoeld? Dan"
    hint = f"zet het jaar vooraan, zonder aanhalingstekens.{doubt} Schrijf: {ROW}".replace("Dan Schrijf", "Dan schrijf")
    if len(found.written) == 4:
        hint = f"alleen een jaar, maand, kwartaal of dag kan hier. Schrijf: {ROW}"
    return Finding("vorm", message, hint, value=found.written, sure=found.sure)
