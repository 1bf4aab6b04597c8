"""Words a number that is written as a text, and a text that is written as a number: with exactly what to type.

These are findings of the rule `verkeerd-type`, whose page is that of `fields.wrong_type`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_dates import understand
from polderkoers.policy.number_words import in_words, roman, with_part
from polderkoers.policy.numbers import Reading, in_dutch, plainly, reading
from polderkoers.policy.schema_rules.kinds_wanted import kinds_in_words, kinds_wanted
from polderkoers.policy.schema_words import (
    AS_TYPED,
    EXAMPLES,
    Refusal,
    asked,
    description,
    field_of,
    given,
    is_nothing,
    schema_of,
    shown,
)
from polderkoers.policy.source.numbers import unit_at, write
from polderkoers.policy.syntax_clues.clue import quoted

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

    from polderkoers.policy.source import Document

_RANGE = re.compile(
    r"(?:van |tussen )?[€\s]*[\d.,]+\s*%?\s*(?:-|–|à|a|tot|tot en met|t/m|en|of)\s*[€\s]*[\d.,]+\s*(?:%|[a-zë ]+)?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d+\s*(?:/|op de|op|van de|uit)\s*\d+", re.IGNORECASE)
# A longer text is no number in any way of writing.
_LONGEST = 60
# What the signs of units are in words.
_SIGNS = {"%": "procent", "€": "euro"}
_PERCENT = frozenset({"procent", "%"})
# No growth in percents that was written out in words or with a sign is likely to be more than this.
_ALL = 1000
# What may stand behind an amount; another word may say how often the number counts, as 'mille' does.
_OF_MONEY = re.compile(
    r"(?:$|[^\w\s]|(?:euro'?s?|eur|per|p|pj|jaarlijks|incl|excl|ex|inclusief|exclusief)\b)", re.IGNORECASE
)
# A letter that looks like a digit, typed among digits: what is left of the number without it is another number.
_LETTER_AS_DIGIT = re.compile(r"[0-9][oOlI]")
_TON = re.compile(r"(?P<euro>€?)\s*(?P<many>\d+(?:,\d+)?|[a-zë]+)\s*ton", re.IGNORECASE)
_APART = re.compile(r"(\d{1,2}) (\d{1,2})")
_POINTS = re.compile(r"€?\s*(\d{1,3}(?:\.\d{3})+)\.(\d{2})")
_NUMBERED = re.compile(r"^(?:nr|no|nummer|doel)\.?\s*", re.IGNORECASE)
# Where the words of the source go when they are no number.
_WORDS = {"waarde": "weergave", "bedrag": "noot"}
_EACH_YEAR = re.compile(r"per jaar|p\.j\.|/jr|/jaar", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
# Marks that a number in words of the source was a guess, a least or a most.
_MOST = frozenset({"hoogstens", "maximaal", "max.", "<", "<=", "≤", "minder dan"})
_GUESS = frozenset({"ca", "ca.", "circa", "ongeveer", "plusminus", "±", "~", "zo'n"})


def better(document: Document, error: ValidationError, pointer: str, found: list[Refusal]) -> list[Refusal]:
    """Return what is said of an error of the schema, by what is known of numbers here when that leads further to the cure."""
    if error.validator != "type" or is_nothing(given(error)):
        return found
    # A cure that can be carried out is the best there is, but not where noughts went, or where a date was meant.
    typed, value = document.typed.get(pointer, ""), given(error)
    changed = isinstance(value, int) and typed not in ("", str(value))
    may_be_a_year = {"string", "integer"} <= {*asked(error)}
    doubtful = (
        changed or may_be_a_year or _is_refused_quoted(error, typed, found) or _is_unlikely(document, pointer, value)
    )
    if any(each.value for each in found) and not doubtful:
        return found
    number = finding(document, error, pointer)
    return [number] if number else found


def _is_refused_quoted(error: ValidationError, typed: str, found: list[Refusal]) -> bool:
    """Return whether a number that must be a text is told to get quotation marks, and has not the form of that text either."""
    pattern = str(schema_of(error).get("pattern", ""))
    return bool(pattern) and any(each.value == AS_TYPED for each in found) and not re.search(pattern, typed)


def _is_unlikely(document: Document, pointer: str, value: Any) -> bool:
    """Return whether a number between quotation marks is a percentage that is hardly possible."""
    found = reading(value) if isinstance(value, str) else None
    return found is not None and _is_too_many(found, unit_at(document.data, pointer))


def finding(document: Document, error: ValidationError, pointer: str) -> Refusal | None:
    """Return what to write where a number and a text were mixed up, or None when that is not what is wrong."""
    wanted = kinds_wanted(error)
    value = given(error)
    if isinstance(value, bool | int | float) and "string" in wanted:
        return _needs_quotes(error, document.typed.get(pointer, shown(value)), wanted)
    if not {"number", "integer"} & {*wanted}:
        return None
    if isinstance(value, float):
        return _no_whole_number(error, document, pointer)
    if isinstance(value, str):
        return _written_out(error, value, unit_at(document.data, pointer), may_be_null="null" in wanted)
    return None


def _said(error: ValidationError, typed: str) -> str:
    return f"Bij '{field_of(error)}' staat '{typed}', maar hier hoort {kinds_in_words(kinds_wanted(error))}."


def _needs_quotes(error: ValidationError, typed: str, wanted: list[Any]) -> Refusal:
    pattern = str(schema_of(error).get("pattern", ""))
    if "integer" in wanted or (pattern and not re.search(pattern, typed)):
        examples = (f"schrijf het zo: {words}" for part, words in EXAMPLES if part in pattern)
        return Refusal("verkeerd-type", _said(error, typed), next(examples, description(error)))
    return Refusal("verkeerd-type", _said(error, typed), f'zet aanhalingstekens om de waarde: "{typed}".')


def _no_whole_number(error: ValidationError, document: Document, pointer: str) -> Refusal:
    """Return what to write for 2.012 or 1.5 where a whole number belongs."""
    typed = document.typed.get(pointer, shown(given(error)))
    hint = _as_whole(reading(typed)) or _part_of(field_of(error), typed)
    return Refusal("verkeerd-type", _said(error, typed), hint)


def _as_whole(found: Reading | None) -> str:
    """Return that the first whole number is written of what can be read as one; nothing when there is none."""
    values = found.values if found else ()
    whole = next((value for value in values if value == value.to_integral_value()), None)
    return "" if whole is None else f"schrijf {plainly(whole)}."


def _part_of(field: str, typed: str) -> str:
    """Return what to write for 1.2 where a whole number belongs: it may be the second part of the first."""
    first, point, last = typed.partition(".")
    if field == "nummer" and point and first.isdigit() and last.isdigit() and int(last):
        return f"hier past alleen een heel getal, zonder punt. Is het deel {int(last)} van {first}? Schrijf dan {int(last)}."
    return "schrijf een heel getal, zonder punt of komma."


def _written_out(error: ValidationError, text: str, unit: str, *, may_be_null: bool) -> Refusal | None:
    """Return what to write for a number as people write it, such as '€ 780.000' or 'ca. 300'; None when nothing of it is sure."""
    field, plain = field_of(error), " ".join(text.split()).rstrip(" ,;")
    hint = _hint(field, plain, unit, may_be_null=may_be_null, whole="integer" in str(asked(error)))
    if not hint and (not may_be_null or field == "jaar"):
        return None
    other = "schrijf alleen een getal, zoals 1250 of 85.5. Is het niet bekend? Schrijf null."
    if field in _WORDS and len(plain) <= _LONGEST and not _LETTER_AS_DIGIT.search(plain):
        other = f"{other} Zet de woorden van de bron dan in {_WORDS[field]}: {quoted(plain)}"
    return Refusal("verkeerd-type", _said(error, shown(text)), hint or other)


def _hint(field: str, text: str, unit: str, *, may_be_null: bool, whole: bool) -> str:
    if len(text) > _LONGEST or _LETTER_AS_DIGIT.search(text):
        return ""
    if other := _other_signs(field, text, whole=whole):
        return other
    if _RANGE.fullmatch(text) or _SHARE.fullmatch(text):
        return _no_single_number(field, text, may_be_null=may_be_null)
    found = reading(text)
    if found is None or (field == "bedrag" and not _OF_MONEY.match(found.unit)):
        return ""
    if field in {"jaar", "nummer"} or whole:
        return _as_whole(found) or "schrijf een heel getal, zonder punt of komma."
    return f"{_write(found, text, unit)}{_unit_hint(field, found.unit, unit)}{_about_hint(field, text, found.about.lower())}"


def _other_signs(field: str, text: str, *, whole: bool) -> str:
    """Return what to write for a number that is no row of digits: words, a Roman numeral, a part, or a year among words."""
    if field == "jaar":
        return _year_of_date(text)
    number = _counted(text, whole=whole)
    if number is not None:
        return f"schrijf het getal in cijfers: {number}."
    if (part := with_part(text)) is not None and not whole:
        return f"schrijf {plainly(part)}."
    return _in_doubt(field, text)


def _year_of_date(text: str) -> str:
    """Return which year to write for a date; nothing for a year alone, and where there is more than one."""
    dated = understand(text)
    if dated is None or not dated.written or _YEAR.fullmatch(text) or several_years(text):
        return ""
    return f"hier past alleen een jaar. Schrijf {dated.written[:4]}."


def _counted(text: str, *, whole: bool) -> int | None:
    """Return the number that words are; where a whole one belongs, also that of a Roman numeral or of 'nr. 3'."""
    number = in_words(text)
    if number is not None or not whole:
        return number
    bare = _NUMBERED.sub("", text)
    if bare != text and bare.isdigit():
        return int(bare)
    return roman(bare)


def _in_doubt(field: str, text: str) -> str:
    """Return what to write for a number that can be meant in two ways, each with what it then is; nothing when it is none."""
    if tons := _tons(field, text):
        return tons
    if found := _APART.fullmatch(text):
        return f"staat er een spatie te veel? Schrijf {found[1]}{found[2]}. Ontbreekt er een punt? Schrijf {found[1]}.{found[2]}."
    if found := _POINTS.fullmatch(text):
        whole = found[1].replace(".", "")
        cents, more = f"{whole}.{found[2]}", f"{whole}{found[2]}"
        return f"is het {in_dutch(Decimal(cents))}? Schrijf {plainly(Decimal(cents))}. Is het {in_dutch(Decimal(more))}? Schrijf {more}."
    return ""


def _tons(field: str, text: str) -> str:
    """Return what to write for a number of tons: a hundred thousand euros each, or a thousand kilos."""
    found = _TON.fullmatch(text)
    if found is None:
        return ""
    amount = _amount(found["many"])
    if amount is None:
        return ""
    money = f"schrijf {plainly(amount * 100_000)}"
    if field == "bedrag" or found["euro"]:
        return f"{money}; op de site staat daar € {in_dutch(amount * 100_000)}."
    return f"is het geld? {money.capitalize()}, met eenheid: euro. Is het gewicht? Schrijf {plainly(amount)}, met eenheid: ton."


def _amount(text: str) -> Decimal | None:
    """Return a number in digits or in words."""
    if text[0].isdigit():
        return Decimal(text.replace(",", "."))
    words = in_words(text)
    return None if words is None else Decimal(words)


def several_years(text: str) -> bool:
    """Return whether a text names more than one year, also when the second has two digits: 2020/21."""
    return len(_YEAR.findall(text)) > 1 or re.search(r"(?:19|20)\d{2}\s*[/–-]\s*\d{2}(?!\d)(?!-)", text) is not None


def _write(found: Reading, text: str, unit: str) -> str:
    """Return what to write; where words of the source come with the number, the site shows those."""
    if _is_too_many(found, unit):
        least = min(found.values, key=abs)
        return f"als getal is dat {in_dutch(least)}, en zoveel procent is bijna nooit goed. Is het geen procent? Verbeter dan eerst 'eenheid'. Klopt het toch? Schrijf {plainly(least)}."
    if plainly(found.values[0]) == text:
        return f"schrijf het zonder aanhalingstekens: {text}."
    if not found.about and unit == "euro":
        return write(found, unit)
    if not found.about:
        return write(found, found.unit or unit)
    first, *others = map(plainly, found.values)
    return f"schrijf {first}." + "".join(f" Of, als het dat betekent: {other}." for other in others)


def _is_too_many(found: Reading, unit: str) -> bool:
    """Return whether every reading of a number is more percents than is likely."""
    return unit in _PERCENT and found.unit in {"", *_PERCENT} and min(map(abs, found.values)) > _ALL


def _no_single_number(field: str, text: str, *, may_be_null: bool) -> str:
    if field == "jaar" and (years := _YEAR.findall(text)):
        return f"kies één jaar: {years[-1]}. Een periode hoort in 'wanneer'."
    if field == "waarde" and may_be_null:
        return f'dat is niet één getal. Schrijf waarde: null, en zet de woorden van de bron erbij: weergave: "{text}".'
    if field == "bedrag" and may_be_null:
        return f'dat is niet één getal. Schrijf bedrag: null, en zet de woorden van de bron erbij: noot: "{text}".'
    return "dat is niet één getal. Schrijf één getal."


def _unit_hint(field: str, found: str, known: str) -> str:
    """Return where the unit goes that was written with the number."""
    word = _SIGNS.get(found, found).rstrip(".")
    if not found or field != "waarde" or known in {found, word}:
        return ""
    return f" De eenheid staat in een eigen veld: eenheid: {word}."


def _about_hint(field: str, text: str, about: str) -> str:
    """Return where a word such as 'ca.' goes."""
    if field == "bedrag":
        return _about_amount(text, about)
    if field == "waarde" and about:
        return f' Zet de woorden van de bron erbij: weergave: "{text}".'
    return ""


def _about_amount(text: str, about: str) -> str:
    """Return the field of an amount that says what a word with it says."""
    if not about and _EACH_YEAR.search(text):
        return " Zet eronder: per_jaar: true."
    if about in _MOST:
        return " Zet eronder: hoogstens: true."
    if about in _GUESS:
        return " Zet eronder: ongeveer: true."
    return ""
