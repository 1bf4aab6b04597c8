"""The rule of a schema on the form of a text: ids, dates, versions and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_dates import DutchDate, in_words, several, understand
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.schema_rules.pictures import ENDS, picture
from polderkoers.policy.schema_rules.types import nothing
from polderkoers.policy.schema_rules.values import empty_text, unsafe_link
from polderkoers.policy.schema_words import (
    EXAMPLES,
    ROW,
    Field,
    Refusal,
    asked,
    description,
    field_of,
    given,
    is_nothing,
    shown,
)
from polderkoers.policy.signs import in_our_letters, look_alikes
from polderkoers.policy.syntax_clues.values import CURLY, without_quotes

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_YEARS = re.compile(r"((?:19|20)\d{2})\s*(?:-|–|/|t/m|tot|en)\s*((?:19|20)\d{2})")
_VERSION = re.compile(r"[vV]?(?:ersie )?\s*(\d+)[.,](\d+)")
_LONGER_VERSION = re.compile(r"[vV]?(?:ersie )?\s*(\d+)(?:[.,-](\d+))?(?:[.,-]\d+)*(?:\s+\S.*)?")
_WRITE = f"schrijf: {ROW}"
# The name of a file that was typed for the id in it.
_WITH_END = re.compile(r"(?P<name>.+)(?P<end>\.(?:ya?ml|pdf|docx?|txt|html?|xlsx?))", re.IGNORECASE)
# What names something in Git is no id, and nobody can guess it: by a part of its pattern, how to have it.
_OF_GIT = {
    "A-Za-z0-9._/~^@": "noem een tag, of het hele nummer van een commit (40 tekens). Is dat nog niet bekend? Schrijf: commit: null",
    "[0-9a-f]{40}": "haal deze regel weg. Staat er een commit bij? Dan noemt de controle de inhoud die erbij hoort.",
}
# Words for a day that moves on.
_NOW = frozenset({"heden", "nu", "vandaag", "now", "today", "lopend", "doorlopend", "op dit moment"})


def wrong_form(error: ValidationError, field: Field) -> Iterator[Refusal]:
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
        yield Refusal("vorm", found.message, found.hint, value=found.value, sure=found.sure)
        return
    if ENDS in pattern:
        yield picture(_wrong(error, text), pattern, text)
        return
    if hint := next((hint for part, hint in _OF_GIT.items() if part in pattern), ""):
        yield Refusal("vorm", _wrong(error, text), hint)
        return
    yield _finding(error, pattern, text)


def _wrong(error: ValidationError, text: str) -> str:
    return f"'{shown(text)}' heeft niet de vorm die bij '{field_of(error)}' hoort."


def _finding(error: ValidationError, pattern: str, text: str) -> Refusal:
    strange = look_alikes(text)
    message = f"{_wrong(error, text)}{strange}"
    if text[:1] in CURLY and re.search(pattern, bare := without_quotes(text)):
        message = f"Om '{shown(bare)}' staan krullende aanhalingstekens; YAML kent alleen rechte."
        return Refusal("vorm", message, _WRITE, value=_plain_or_quoted(bare, pattern), sure=True)
    if "[0-9]{4}" in pattern:
        return _date(error, message, text)
    if "\\." in pattern and (version := _version(message, text.strip())):
        return version
    if strange and (plain := in_our_letters(text)) and re.search(pattern, plain):
        return Refusal("vorm", message, f"typ het opnieuw met gewone letters. Schrijf: {ROW}", value=plain, sure=True)
    if strange or "a-z0-9" not in pattern:
        examples = (f"schrijf het zo: {words}" for part, words in EXAMPLES if part in pattern)
        return Refusal("vorm", message, next(examples, description(error)))
    return _id(message, pattern, text, in_list=isinstance(error.absolute_path[-1], int))


def _version(message: str, text: str) -> Refusal | None:
    """Return how a version is written: two numbers with a point between them, and nothing else."""
    if version := _VERSION.fullmatch(text):
        written = f'"{version[1]}.{version[2]}"'
        return Refusal("vorm", message, f"{_WRITE}, met aanhalingstekens", value=written, sure="," not in text)
    if longer := _LONGER_VERSION.fullmatch(text):
        hint = f"een versie heeft twee getallen met een punt ertussen. {_WRITE.capitalize()}, met aanhalingstekens"
        return Refusal("vorm", message, hint, value=f'"{longer[1]}.{longer[2] or 0}"')
    return None


def _plain_or_quoted(text: str, pattern: str) -> str:
    return text if "a-z" in pattern else f'"{text}"'


def _id(message: str, pattern: str, text: str, *, in_list: bool) -> Refusal:
    if ";" in text:
        names = ", ".join(map(slug, text.split(";")))
        return Refusal("vorm", f"{message} Zet tussen de ids een komma.", _WRITE, value=names)
    if "/" in text and ")?" not in pattern.replace("(-[a-z0-9]+)*", ""):
        last = slug(text.rpartition("/")[2])
        extra = " Hier hoort alleen het deel achter de schuine streep."
        return Refusal("vorm", f"{message}{extra}", _WRITE, value=last)
    if in_list and " " in text.strip():
        many = ", ".join(slug(part) for part in text.split() if slug(part))
        one = slug(text)
        hint = f"is het één id? Schrijf: {one}. Zijn het er meer? Zet er komma's tussen: {many}."
        return Refusal("vorm", message, hint)
    hint = f"gebruik alleen kleine letters, cijfers en streepjes. Schrijf: {ROW}"
    if own := _WITH_END.fullmatch(text.strip()):
        extra = f" Een id heeft geen {own['end']} aan het eind."
        return Refusal("vorm", f"{message}{extra}", _WRITE, value=slug(own["name"]))
    written = "/".join(map(slug, text.split("/")))
    if not slug(text):
        return Refusal("vorm", message, "gebruik alleen kleine letters, cijfers en streepjes.")
    return Refusal("vorm", message, hint, value=written)


def _date(error: ValidationError, message: str, text: str) -> Refusal:
    if text.strip().casefold() in _NOW:
        return Refusal("vorm", message, _now(field_of(error)))
    if years := _YEARS.fullmatch(text.strip()):
        if field_of(error) == "van":
            hint = f"schrijf het begin en het einde elk in een eigen veld: van: {years[1]}, tot: {years[2]}"
            return Refusal("vorm", message, hint)
        return Refusal("vorm", message, f"kies één jaar: {years[1]} of {years[2]}.")
    if dates := several(text):
        return Refusal("vorm", f"{message} Er staan {len(dates)} datums.", f"kies er één: {' of '.join(dates)}.")
    found = understand(text)
    if found is None:
        return Refusal("vorm", message, f"schrijf het zo: {EXAMPLES[0][1]}")
    return _understood(message, text, found)


def _now(field: str) -> str:
    if field == "tot":
        return "loopt het nog door? Laat 'tot' dan weg, met de komma ervoor. Anders schrijf je het jaar of de dag van het einde."
    return f"schrijf de datum zelf, met het jaar vooraan: {EXAMPLES[0][1]}"


def _understood(message: str, text: str, found: DutchDate) -> Refusal:
    if found.wrong:
        return Refusal("vorm", f"{message} Die datum bestaat niet: {found.wrong}.", "controleer de datum in de bron.")
    if found.yearless:
        hint = f"zet het jaar ervoor. Is het van 2030? Schrijf dan: 2030-{found.yearless}"
        return Refusal("vorm", f"{message} Het jaar ontbreekt.", hint)
    if len(found.written) == 4:
        hint = f"alleen een jaar, maand, kwartaal of dag kan hier. Schrijf: {ROW}"
        if re.search(r"\d", text.replace(found.written, "")):
            hint = f"alleen een jaar, maand, kwartaal of dag kan hier. Weet je alleen het jaar? Schrijf dan: {ROW}"
        return Refusal("vorm", message, hint, value=found.written)
    if found.sure:
        hint = f"zet het jaar vooraan, zonder aanhalingstekens. Schrijf: {ROW}"
        return Refusal("vorm", message, hint, value=found.written, sure=True)
    hint = f"zet het jaar vooraan, zonder aanhalingstekens. Is {in_words(found.written)} bedoeld? Dan schrijf: {ROW}"
    others = "".join(f" Is {in_words(each)} bedoeld? Dan schrijf je {each}" for each in found.others)
    return Refusal("vorm", message, f"{hint}{others}", value=found.written)
