"""The rule of a schema on the type of a value: a text, a number, a list or a group of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.policy.placeholders import is_blank
from polderkoers.policy.schema_rules.kinds_wanted import kinds_in_words, kinds_wanted
from polderkoers.policy.schema_rules.measured import is_of_measurement, measurement
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.schema_rules.skeletons import group, slug_like, text_value
from polderkoers.policy.schema_words import (
    AS_TYPED,
    ROW,
    Field,
    Refusal,
    field_of,
    given,
    is_nothing,
    quoted,
)
from polderkoers.policy.syntax_clues.bullets import parts

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TRUTHS = {
    **dict.fromkeys(("ja", "yes", "y", "waar", "wel", "aan", "on", "1", "x"), "true"),
    **dict.fromkeys(("nee", "no", "n", "onwaar", "niet", "uit", "off", "0"), "false"),
}
_WRITE = f"schrijf: {ROW}"


def wrong_type(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Een veld heeft de soort waarde die erbij hoort.

    Sommige velden zijn een tekst, andere een getal, een lijst of een groep velden. Een tekst die op een getal lijkt, zoals
    een versie, zet je tussen aanhalingstekens. Een lijst met één onderdeel blijft een lijst: zet er vierkante haken om.

    Fout:

        themas: wonen

    Goed:

        themas: [wonen]
    """
    wanted, value = kinds_wanted(error), given(error)
    name, words = field_of(error), kinds_in_words(wanted)
    if is_nothing(value):
        yield nothing(name, value, words, field)
    elif isinstance(value, str) and "\t" in value and "array" in wanted:
        yield _table(name)
    elif isinstance(value, list) and isinstance(field.index, int) and "object" in wanted:
        message = f"In de lijst '{field.name}' staat een lijst in een lijst: er staan twee streepjes achter elkaar."
        yield Refusal("verkeerd-type", message, "haal één van de twee streepjes weg.")
    else:
        message = f"Bij '{name}' staat {_held(value)}, maar hier hoort {words}.{_bullet(value, wanted)}"
        hint, written, sure = _cure(value, wanted, field) or (_plain(value, words), None, False)
        yield Refusal("verkeerd-type", message, hint, value=written, sure=sure)


def _table(name: str) -> Refusal:
    """Return the finding of a table that was pasted where a list belongs."""
    message = f"Bij '{name}' staat een tabel; die kan de site niet lezen."
    hint = "maak van elke rij een onderdeel van de lijst: een streepje, en daarachter elk veld met zijn naam."
    return Refusal("verkeerd-type", message, hint)


def _held(value: Any) -> str:
    """Return a value as it stands there: a number that was read has lost its noughts, and the text of the file has them."""
    return "'{ruw}'" if isinstance(value, int | float) else quoted(value)


def _plain(value: Any, words: str) -> str:
    """Return what to write when a value says nothing of what was meant."""
    if isinstance(value, bool):
        return "schrijf een getal in cijfers, zoals 12."
    return f"schrijf {words}."


def nothing(name: str, value: Any, words: str, field: Field) -> Refusal:
    """Return the finding of a place where nothing stands, or a word for it."""
    said = f" ({quoted(value)})" if isinstance(value, str) and value.strip() else ""
    if field.index is not None:
        message = f"In de lijst '{name}' staat een streepje zonder inhoud{said}."
        return Refusal("verkeerd-type", message, "vul het onderdeel in, of haal het streepje weg.")
    message = f"Bij '{name}' staat niets{said}, maar hier hoort {words}."
    if field.may_be_null:
        hint = f"schrijf null als het niet bekend is: {ROW}"
        if name == "bedrag":
            hint = f"{hint} Zet er ook een noot bij als die er nog niet is: noot: De bron noemt geen bedrag."
        # Of a place that is still to be filled in, nobody knows yet that there is nothing.
        sure = not (isinstance(value, str) and is_blank(value))
        return Refusal("verkeerd-type", message, hint, value="null", sure=sure)
    if not field.required:
        hint = f"vul de waarde in, of haal de regel '{name}:' weg als die niet bekend is. {_hash(value)}".strip()
        return Refusal("verkeerd-type", message, hint)
    if name == "id":
        hint = "schrijf achter 'id:' een korte naam van kleine letters, cijfers en streepjes, zoals: id: doel-genoeg-huizen"
        return Refusal("verkeerd-type", message, hint)
    hint = f"schrijf {words}; dit veld moet er staan. {_hash(value)}".strip()
    return Refusal("verkeerd-type", message, hint)


def _hash(value: Any) -> str:
    return "Begint de tekst met een #? Zet er dan aanhalingstekens om." if value is None else ""


def _bullet(value: Any, wanted: list[str]) -> str:
    """Return a sentence about the sign before the items of a list that became a text."""
    if not isinstance(value, str) or "array" not in wanted:
        return ""
    found = parts(value)
    return f" Een onderdeel van een lijst begint met een streepje, niet met '{found[0]}'." if found else ""


def _cure(value: Any, wanted: list[str], field: Field) -> tuple[str, str | None, bool] | None:
    """Return the hint, how the value is written, and whether nothing else is possible."""
    if "string" in wanted:
        return _as_text(value, field)
    if "array" in wanted and isinstance(value, dict) and value and not any(each is not None for each in value.values()):
        many = ", ".join(text_value(str(name)) for name in value)
        return f"zet vierkante haken in plaats van accolades. Schrijf: {ROW}", f"[{many}]", False
    if "array" in wanted and isinstance(value, str | int | float):
        return _as_list(str(value), field)
    if "object" in wanted and isinstance(value, str | int | float):
        return _as_group(value, field)
    if isinstance(value, str):
        return _as_number(value.strip(), wanted)
    return None


def _as_text(value: Any, field: Field) -> tuple[str, str | None, bool] | None:
    if isinstance(value, int | float):
        return _number_as_text(value, field)
    if isinstance(value, dict) and field.index is not None:
        return "zet tussen de onderdelen van de lijst een komma, en geen dubbele punt.", None, False
    if isinstance(value, list) and field.index is not None:
        return "haal de binnenste vierkante haken weg: één paar is genoeg.", None, False
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return _WRITE, text_value(value[0]), True
    return None


def _number_as_text(value: float, field: Field) -> tuple[str, str, bool]:
    # A whole number can be any version; the text of the file has the noughts that another one lost.
    whole = isinstance(value, int) and not isinstance(value, bool)
    if whole and "\\." in str(field.schema.get("pattern", "")):
        return _WRITE, f'"{value}.0"', False
    return _WRITE, AS_TYPED, True


def _as_list(value: str, field: Field) -> tuple[str, str | None, bool] | None:
    item = field.resolve(field.schema.get("items", {}))
    if item.get("type") == "object":
        if is_of_measurement(item):
            return (
                "zet elke meting op een eigen regel, met de waarde en het jaar: - {waarde: 70, jaar: 2020}",
                None,
                False,
            )
        return _WRITE, f"[{group(item, field.resolve, text=value, name=field.name)}]", False
    names = _names(value)
    hint = f"zet vierkante haken om de waarden, met een komma ertussen. Schrijf: {ROW}"
    # Several lines with an id each are one text for YAML, and so are several ids with only a blank between them.
    if len(names) == 1 and (ids := _ids(names[0], str(item.get("pattern", "")))):
        return f"{hint} Is het één id? Schrijf: {field.name}: [{slug(value)}]", f"[{', '.join(ids)}]", False
    many = ", ".join(map(text_value, names))
    sure = len(names) == 1 and slug_like(value)
    return hint, f"[{many}]", sure


def _ids(text: str, pattern: str) -> list[str]:
    """Return the ids in a text with blanks between them; none where such a text is right as one, or one of them is no id."""
    if not pattern or re.search(pattern, text):
        return []
    parts = text.split()
    return parts if len(parts) > 1 and all(map(slug_like, parts)) else []


def _names(value: str) -> list[str]:
    """Return what is named in a text that was meant as a list."""
    if listed := parts(value):
        names = listed[1]
    else:
        names = re.split(r"\s*[;,\\|]\s*|\s+/\s+|\s+en\s+|\s+&\s+", value.strip('()[]{} “”„‘’"'))
    return list(filter(None, names))


def _as_group(value: Any, field: Field) -> tuple[str, str | None, bool]:
    if re.fullmatch(r"\{[^{}]*: [^{}]*\}", str(value)):
        return f"haal de aanhalingstekens weg. S{_WRITE[1:]}", str(value), False
    if is_of_measurement(field.schema) and field.index is not None:
        return f"schrijf het getal en het jaar, elk achter zijn naam: {ROW}", measurement(str(value)), False
    where, number = "", 1
    if field.index is not None:
        where, number = "in de lijst ", field.index + 1
    # That something is so is no text that belongs in it.
    text = "" if isinstance(value, bool) else str(value)
    written = group(field.schema, field.resolve, text=text, name=field.name, number=number)
    fill = " en vul op de plek van … in wat er hoort" if "…" in written else ""
    required = field.schema.get("required", [])
    alone = (
        not fill and field.index is None and isinstance(value, str) and written.count(":") - str(value).count(":") == 1
    )
    return f"schrijf {where}een groep velden tussen accolades{fill}: {ROW}", written, alone and len(required) <= 1


def _as_number(value: str, wanted: list[str]) -> tuple[str, str | None, bool] | None:
    if "boolean" in wanted:
        return _as_truth(value.casefold())
    if re.fullmatch(r"-?[0-9]{1,15}", value):
        return f"haal de aanhalingstekens weg. Schrijf: {ROW}", value, True
    if wanted == ["integer"]:
        return "schrijf een heel getal in cijfers, zonder aanhalingstekens of andere tekens: 2.", None, False
    return None


def _as_truth(word: str) -> tuple[str, str | None, bool] | None:
    truth = _TRUTHS.get(word)
    if truth is None:
        return None
    return _WRITE, truth, word.isalpha() and len(word) > 1
