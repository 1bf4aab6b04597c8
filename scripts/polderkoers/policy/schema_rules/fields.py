"""The rules of a schema on fields: which there are, and of what type.

One function per keyword of JSON Schema: it words the error, and its docstring is the published page of the rule.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.policy.schema_words import (
    TYPES,
    Finding,
    asked,
    field_of,
    given,
    nearest,
    quoted,
    schema_of,
    shown,
    who,
)
from polderkoers.policy.signs import look_alikes

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def required(error: ValidationError) -> Iterator[Finding]:
    """Een onderdeel heeft alle velden die het nodig heeft.

    De melding wijst naar het onderdeel en noemt het veld dat er niet is. In de uitleg staat wat je in dat veld zet. Weet
    je de waarde niet, en mag het veld leeg zijn? Schrijf dan null: dat betekent 'niet bekend'.

    Fout:

        doelen:
          - id: doel-genoeg-huizen
            nummer: 1

    Goed:

        doelen:
          - id: doel-genoeg-huizen
            nummer: 1
            naam: Genoeg huizen
    """
    instance, known = given(error), schema_of(error).get("properties", {})
    unknown = [name for name in instance if name not in known]
    for name in asked(error):
        # One error per missing field comes in; its text is the only thing that tells which one. A field that is there
        # under a wrong name is reported as that.
        if (
            name not in instance
            and error.message.startswith(repr(name))
            and not difflib.get_close_matches(name, unknown)
        ):
            about = known.get(name, {}).get("description", "")
            hint = f"voeg de regel '{name}: …' toe. {about}".strip()
            yield Finding("veld-ontbreekt", f"Het veld '{name}' ontbreekt{who(instance)}.", hint)


def additional(error: ValidationError) -> Iterator[Finding]:
    """Een onderdeel heeft alleen velden die de site kent.

    Een veld met een onbekende naam zou stil verdwijnen: niemand leest het, en jij denkt dat het op de site staat. Vaak is
    het een typefout. De melding noemt dan het veld dat erop lijkt.

    Fout:

        title: Fijn wonen
        titel: Fijn wonen

    Goed:

        titel: Fijn wonen
    """
    known = schema_of(error).get("properties", {})
    for name in given(error):
        if name not in known:
            yield Finding(
                "onbekend-veld",
                f"Het veld '{name}' hoort hier niet.{nearest(name, known)}{look_alikes(name)}",
                f"gebruik een van deze velden: {', '.join(known)}.",
                key=name,
            )


def wrong_type(error: ValidationError) -> Iterator[Finding]:
    """Een veld heeft de soort waarde die erbij hoort.

    Sommige velden zijn een tekst, andere een getal, een lijst of een groep velden. Een tekst die op een getal lijkt, zoals
    een versie, zet je tussen aanhalingstekens. Een lijst met één onderdeel blijft een lijst: zet er vierkante haken om.

    Fout:

        themas: wonen

    Goed:

        themas: [wonen]
    """
    wanted = asked(error) if isinstance(asked(error), list) else [asked(error)]
    words = " of ".join(TYPES[str(name)] for name in wanted)
    if given(error) is None:
        yield _nothing(error, words)
        return
    if isinstance(given(error), list) and isinstance(error.absolute_path[-1] if error.absolute_path else "", int):
        message = f"In de lijst '{field_of(error)}' staat een lijst in een lijst."
        yield Finding("verkeerd-type", message, "staan er twee streepjes achter elkaar? Haal er één weg.")
        return
    hint = f"schrijf {words}."
    if "string" in wanted and isinstance(given(error), int | float | bool):
        hint = f'zet aanhalingstekens om de waarde: "{shown(given(error))}".'
    elif "array" in wanted and isinstance(given(error), str):
        hint = f"zet vierkante haken om de waarde: [{shown(given(error)).strip('[]')}]."
    yield Finding(
        "verkeerd-type", f"Bij '{field_of(error)}' staat {quoted(given(error))}, maar hier hoort {words}.", hint
    )


def _nothing(error: ValidationError, words: str) -> Finding:
    """Return the finding of a place where nothing stands: an empty item of a list, or a field without a value."""
    if isinstance(error.absolute_path[-1] if error.absolute_path else "", int):
        message = f"In de lijst '{field_of(error)}' staat een streepje zonder inhoud."
        return Finding("verkeerd-type", message, "vul het onderdeel in, of haal het streepje weg.")
    hint = f"schrijf {words}. Begint de tekst met een #? Zet er dan aanhalingstekens om."
    return Finding("verkeerd-type", f"Bij '{field_of(error)}' staat niets, maar hier hoort {words}.", hint)


def unknown_kind(data: Any, known: tuple[str, ...]) -> Finding:
    """Een bestand zegt bovenaan wat voor soort het is.

    Aan de soort ziet de controle welke velden erin horen, en weet de site welke pagina erbij hoort.

    Fout:

        soort: kernopgaaf

    Goed:

        soort: kernopgave
    """
    if not isinstance(data, dict):
        return Finding("soort", "Dit bestand bestaat niet uit velden met een naam.", "begin met: soort: kernopgave")
    kind = data.get("soort")
    if kind is None:
        hint = f"zet bovenaan soort: met een van deze woorden: {', '.join(known)}."
        return Finding("soort", "Het veld 'soort' ontbreekt.", hint)
    if not isinstance(kind, str):
        message = f"Bij 'soort' staat {shown(kind)}, maar hier hoort één woord."
        return Finding("soort", message, f"kies uit: {', '.join(known)}.", "soort")
    guess = nearest(kind, known)
    return Finding("soort", f"'{shown(kind)}' is geen bekende soort.{guess}", f"kies uit: {', '.join(known)}.", "soort")
