"""The rules of a schema on values: the form, length and range of a text or number.

One function per keyword of JSON Schema: it words the error, and its docstring is the published page of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_dates import in_words, of_spreadsheet, understand
from polderkoers.policy.schema_rules.addresses import safe_address
from polderkoers.policy.schema_words import (
    ROW,
    Field,
    Refusal,
    asked,
    description,
    field_of,
    given,
    is_nothing,
    nearest,
    quoted,
    shown,
)

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


# What the schema allows for a year.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Of two digits up to these one may ask whether it is a year of this century.
_LIKELY = 50


def not_in_list(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Bij sommige velden kies je uit een vaste lijst woorden.

    De melding noemt de woorden waaruit je kunt kiezen, en het woord dat het meest lijkt op wat er staat.

    Fout:

        status: klaar

    Goed:

        status: concept
    """
    allowed = ["null" if value is None else shown(value) for value in asked(error)]
    value = given(error)
    message = f"{quoted(value)} kan niet bij '{field_of(error)}'."
    choose = f"kies uit: {', '.join(allowed)}."
    if field.may_be_null and is_nothing(value):
        yield Refusal("waarde-uit-lijst", message, f"schrijf null: {ROW}", value="null", sure=True)
    elif exact := _alike(value, allowed):
        yield Refusal(
            "waarde-uit-lijst", f"{message} Bedoelde je '{exact}'?", f"schrijf: {ROW}", value=exact, sure=True
        )
    elif is_nothing(value) and not field.required and field.index is None:
        hint = f"haal de regel '{field.name}:' weg als het niet bekend is, of {choose}"
        yield Refusal("waarde-uit-lijst", message, hint)
    else:
        guess = _begins(value, allowed) or nearest(shown(value), allowed)
        yield Refusal("waarde-uit-lijst", f"{message}{guess}", choose)


def _alike(value: object, allowed: list[str]) -> str:
    """Return the word that differs from a value in capitals and blanks alone."""
    form = " ".join(str(value).casefold().replace("_", " ").replace("-", " ").split())
    return next((word for word in allowed if word.casefold().replace("-", " ") == form), "")


def _begins(value: object, allowed: list[str]) -> str:
    words = str(value).casefold().split()
    found = [word for word in allowed if words and (words[0] in (word, f"{word}e") or word in words)]
    return f" Bedoelde je '{found[0]}'?" if len(found) == 1 else ""


def not_constant(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Word a value that can only be one thing; `not_in_list` documents the rule."""
    name = field.name or field_of(error)
    yield Refusal(
        "waarde-uit-lijst", f"Bij '{name}' hoort altijd '{asked(error)}'.", f"schrijf: {name}: {asked(error)}"
    )


def unsafe_link(error: ValidationError, _: Field) -> Iterator[Refusal]:
    """Een koppeling gaat naar een veilig adres: https of mailto.

    Een adres dat met https begint, is beveiligd: niemand kan onderweg iets veranderen. Met mailto maak je een koppeling
    naar een e-mailadres. Andere soorten adressen kunnen in de browser van een lezer iets starten. Die komen er niet in.

    Fout:

        bron: {document: visie-2020, plek: Hoofdstuk 1, link: "http://www.polderdam.example/visie"}

    Goed:

        bron: {document: visie-2020, plek: Hoofdstuk 1, link: "https://www.polderdam.example/visie"}
    """
    address = str(given(error)).strip()
    message = f"'{shown(address)}' is geen adres dat we kunnen vertrouwen."
    hint, value = safe_address(address)
    yield Refusal("koppeling", message, hint, value=value)


def empty_text(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Een tekst is niet leeg.

    Een leeg veld zegt een lezer niets, en een streepje of 'n.v.t.' ook niet. Is er niets te zeggen, laat het veld dan weg. Mag
    dat niet, schrijf dan null.

    Fout:

        inleiding: ""

    Goed:

        inleiding: De organisatie wil dat iedereen fijn woont.
    """
    hint = "vul de tekst in."
    if not field.required and field.index is None:
        hint = f"vul de tekst in, of haal de regel '{field_of(error)}:' weg."
    yield Refusal("lege-tekst", f"Bij '{field_of(error)}' staat geen tekst.", hint)


def no_text(value: str, field: Field) -> Refusal:
    """Return that a text only says that there is none; `empty_text` documents the rule."""
    message = f"Bij '{field.name}' staat '{value.strip()}'; dat zegt een lezer niets."
    if field.may_be_null:
        return Refusal("lege-tekst", message, f"schrijf null als het niet bekend is: {ROW}", value="null", sure=True)
    if field.required or field.index is not None:
        return Refusal("lege-tekst", message, f"schrijf hier de tekst. {field.schema.get('description', '')}".strip())
    hint = f"haal de regel '{field.name}:' weg als er niets te zeggen is, of schrijf de tekst."
    return Refusal("lege-tekst", message, hint)


def too_long(error: ValidationError, _: Field) -> Iterator[Refusal]:
    """Een tekst is niet langer dan past.

    Een titel staat ook in lijsten en kaarten, een samenvatting lees je in een halve minuut, en een id staat in een adres.
    Daarom hebben velden een hoogste aantal tekens. Wat langer is, hoort in een ander veld, zoals 'toelichting'.

    Fout:

        stappen:
          - id: stap-bouwen-voor-jonge-mensen-en-voor-oude-mensen-en-voor-iedereen-die-hier-wil-wonen
            naam: Bouwen
            termijn: kort

    Goed:

        stappen:
          - id: stap-bouwen
            naam: Bouwen
            termijn: kort
    """
    yield Refusal(
        "tekst-te-lang",
        f"De tekst bij '{field_of(error)}' heeft {len(given(error))} tekens; het maximum is {asked(error)}.",
        "maak de tekst korter.",
    )


def out_of_range(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Een getal past bij wat het telt.

    Een nummer begint bij 1 en een jaar heeft vier cijfers. De melding noemt de grens.

    Fout:

        nummer: 0

    Goed:

        nummer: 1
    """
    if date := _without_dashes(error, field):
        message = f"Bij '{field_of(error)}' staat {shown(given(error))}; daarin ontbreken de streepjes van een datum."
        yield Refusal("getal-buiten-grens", message, f"schrijf: {ROW}", value=date, sure=True)
        return
    word = "minstens" if error.validator == "minimum" else "hoogstens"
    message = f"Bij '{field_of(error)}' staat {shown(given(error))}; dat moet {word} {asked(error)} zijn."
    yield Refusal("getal-buiten-grens", message, _in_range(given(error), field_of(error), asked(error)))


def _without_dashes(error: ValidationError, field: Field) -> str:
    """Return the date that a number can only be; nothing where no date belongs."""
    if "[0-9]{4}" not in str(field.schema.get("pattern", "")):
        return ""
    found = understand(shown(given(error)))
    return found.written if found and found.sure else ""


def _in_range(value: float, name: str, limit: float) -> str:
    """Return what was meant by a number that is too small or too large, when that can be said."""
    if limit not in (_FIRST_YEAR, _LAST_YEAR) or not isinstance(value, int):
        return "controleer het getal."
    hint = "schrijf een jaar met vier cijfers."
    if 0 <= value <= _LIKELY:
        return f"{hint} Is {value + 2000} bedoeld? Schrijf dan {value + 2000}."
    if name != "jaar" and (day := of_spreadsheet(value)):
        return f"Excel bewaart een datum als zo'n getal. Is {in_words(day)} bedoeld? Schrijf dan {day}."
    return hint


def other(error: ValidationError, _: Field) -> Iterator[Refusal]:
    """Een veld volgt de afspraken van het schema.

    Deze melding komt bijna nooit voor: bijna alle afspraken hebben een eigen melding. De uitleg noemt de afspraak.

    Fout: een veld dat niet past bij een afspraak zonder eigen melding.

    Goed: een veld zoals in een ander bestand van dezelfde soort.
    """
    yield Refusal(
        "schema",
        f"'{field_of(error)}' klopt niet met de afspraken voor dit veld.",
        description(error) or "kijk naar een ander bestand voor een voorbeeld.",
    )


def unexplained() -> Refusal:
    """Return the finding of a file that is refused for a reason that no rule words; `other` documents it."""
    return Refusal(
        "schema", "Dit bestand klopt niet met de afspraken voor zijn soort.", "vergelijk het met een ander bestand."
    )
