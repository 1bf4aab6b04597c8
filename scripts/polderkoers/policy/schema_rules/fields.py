"""The rules of a schema on fields: which there are, and of what type.

One function per keyword of JSON Schema: it words the error, and its docstring is the published page of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.known import FOLDERS
from polderkoers.policy.schema_rules.naming import meant
from polderkoers.policy.schema_words import ROW, Field, Refusal, asked, given, nearest, schema_of, shown, who
from polderkoers.policy.syntax_clues import foreign

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def required(error: ValidationError, _: Field) -> Iterator[Refusal]:
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
    found = (meant(name, known, instance) for name in instance if name not in known)
    meaning = {name for name, __ in filter(None, found)}
    for name in asked(error):
        # One error per missing field comes in; its text is the only thing that tells which one. A field that is there
        # under a wrong name is reported as that.
        if name not in instance and error.message.startswith(repr(name)) and name not in meaning:
            about = known.get(name, {}).get("description", "")
            hint = f"voeg de regel '{name}: …' toe. {about}".strip()
            yield Refusal("veld-ontbreekt", f"Het veld '{name}' ontbreekt{who(instance)}.", hint)


def unknown_kind(data: Any, known: dict[str, dict[str, Any]], lines: list[str], folder: str) -> Refusal:
    """Een bestand zegt bovenaan wat voor soort het is.

    Aan de soort ziet de controle welke velden erin horen, en weet de site welke pagina erbij hoort.

    Fout:

        soort: kernopgaaf

    Goed:

        soort: kernopgave
    """
    choose = f"kies uit: {', '.join(known)}."
    if kind := foreign.kind_of(lines):
        return Refusal("soort", *foreign.words(kind))
    if not isinstance(data, dict):
        return Refusal("soort", "Dit bestand bestaat niet uit velden met een naam.", "begin met: soort: kernopgave")
    if "soort" not in data:
        return _no_kind(data, known)
    kind = data["soort"]
    if not isinstance(kind, str):
        message = f"Bij 'soort' staat {shown(kind)}, maar hier hoort één woord."
        return Refusal("soort", message, choose, "soort")
    if (word := kind.strip().casefold()) in known:
        message = f"'{shown(kind)}' is geen bekende soort. Bedoelde je '{word}'?"
        return Refusal("soort", message, f"schrijf: {ROW}", "soort", value=word, sure=True)
    if (wanted := FOLDERS.get(folder)) and not nearest(kind, known):
        choose = f"in de map {folder} hoort: soort: {wanted}. Is het iets anders? K{choose[1:]}"
    return Refusal("soort", f"'{shown(kind)}' is geen bekende soort.{nearest(kind, known)}", choose, "soort")


def other_kind(data: dict[str, Any], known: dict[str, dict[str, Any]]) -> Refusal | None:
    """Return that a file has all fields of another kind, and several that its own kind does not know; else None."""
    kind, names = str(data["soort"]), set(data)
    strange = names - set(known[kind].get("properties", {}))
    fits = [
        each
        for each, schema in known.items()
        if set(schema.get("required", [])) <= names <= set(schema.get("properties", {}))
    ]
    if len(strange) < 2 or len(fits) != 1:
        return None
    message = f"Bij 'soort' staat '{kind}', maar dit bestand heeft de velden van een {fits[0]}."
    return Refusal("soort", message, f"schrijf: {ROW}", "soort", value=fits[0])


def _no_kind(data: dict[str, Any], known: dict[str, dict[str, Any]]) -> Refusal:
    """Return that a file does not say its kind, with the kind that has most of its fields when that is one alone."""
    wrong = next((name for name in data if str(name).strip().casefold() == "soort"), None)
    if wrong is not None:
        message = f"Het veld '{wrong}' hoort hier niet. Bedoelde je 'soort'?"
        return Refusal("soort", message, f"schrijf: {ROW}", wrong, name="soort", sure=True)
    names = set(data)
    fits = [kind for kind, schema in known.items() if len(names) > 2 and names <= set(schema.get("properties", {}))]
    if len(fits) == 1:
        return Refusal("soort", "Het veld 'soort' ontbreekt.", f"zet bovenaan deze regel: soort: {fits[0]}")
    hint = f"zet bovenaan soort: met een van deze woorden: {', '.join(known)}."
    return Refusal("soort", "Het veld 'soort' ontbreekt.", hint)
