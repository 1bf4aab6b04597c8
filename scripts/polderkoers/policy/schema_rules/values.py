"""The rules of a schema on values: the form, length and range of a text or number.

One function per keyword of JSON Schema: it words the error, and its docstring is the published page of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.schema_words import (
    EXAMPLES,
    Finding,
    asked,
    description,
    field_of,
    given,
    nearest,
    quoted,
    shown,
)
from polderkoers.policy.signs import look_alikes

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def not_in_list(error: ValidationError) -> Iterator[Finding]:
    """Bij sommige velden kies je uit een vaste lijst woorden.

    De melding noemt de woorden waaruit je kunt kiezen, en het woord dat het meest lijkt op wat er staat.

    Fout:

        status: klaar

    Goed:

        status: concept
    """
    allowed = ["null" if value is None else shown(value) for value in asked(error)]
    guess = nearest(shown(given(error)), allowed)
    yield Finding(
        "waarde-uit-lijst",
        f"{quoted(given(error))} kan niet bij '{field_of(error)}'.{guess}",
        f"kies uit: {', '.join(allowed)}.",
    )


def not_constant(error: ValidationError) -> Iterator[Finding]:
    """Word a value that can only be one thing; `not_in_list` documents the rule."""
    yield Finding(
        "waarde-uit-lijst",
        f"Bij '{field_of(error)}' hoort altijd '{asked(error)}'.",
        f"schrijf: {field_of(error)}: {asked(error)}",
    )


def wrong_form(error: ValidationError) -> Iterator[Finding]:
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
    pattern = str(asked(error))
    if pattern == "\\S":
        yield from empty_text(error)
        return
    if "https" in pattern:
        yield from unsafe_link(error)
        return
    example = next((words for part, words in EXAMPLES if part in pattern), "")
    yield Finding(
        "vorm",
        f"'{shown(given(error))}' heeft niet de vorm die bij '{field_of(error)}' hoort.{look_alikes(str(given(error)))}",
        f"schrijf het zo: {example}" if example else description(error),
    )


def unsafe_link(error: ValidationError) -> Iterator[Finding]:
    """Een koppeling gaat naar een veilig adres: https of mailto.

    Een adres dat met https begint, is beveiligd: niemand kan onderweg iets veranderen. Met mailto maak je een koppeling
    naar een e-mailadres. Andere soorten adressen kunnen in de browser van een lezer iets starten. Die komen er niet in.

    Fout:

        bron: {document: visie-2020, plek: Hoofdstuk 1, link: "http://www.polderdam.example/visie"}

    Goed:

        bron: {document: visie-2020, plek: Hoofdstuk 1, link: "https://www.polderdam.example/visie"}
    """
    yield Finding(
        "koppeling",
        f"'{shown(given(error))}' is geen adres dat we kunnen vertrouwen.",
        "begin met https:// of mailto: en gebruik geen spaties.",
    )


def empty_text(error: ValidationError) -> Iterator[Finding]:
    """Een tekst is niet leeg.

    Een leeg veld zegt een lezer niets. Is er niets te zeggen, laat het veld dan weg.

    Fout:

        inleiding: ""

    Goed:

        inleiding: De gemeente wil dat iedereen fijn woont.
    """
    yield Finding("lege-tekst", f"Bij '{field_of(error)}' staat geen tekst.", "vul de tekst in, of haal het veld weg.")


def too_long(error: ValidationError) -> Iterator[Finding]:
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
    yield Finding(
        "tekst-te-lang",
        f"De tekst bij '{field_of(error)}' heeft {len(given(error))} tekens; het maximum is {asked(error)}.",
        "maak de tekst korter.",
    )


def out_of_range(error: ValidationError) -> Iterator[Finding]:
    """Een getal past bij wat het telt.

    Een nummer begint bij 1 en een jaar heeft vier cijfers. De melding noemt de grens.

    Fout:

        nummer: 0

    Goed:

        nummer: 1
    """
    word = "minstens" if error.validator == "minimum" else "hoogstens"
    yield Finding(
        "getal-buiten-grens",
        f"Bij '{field_of(error)}' staat {shown(given(error))}; dat moet {word} {asked(error)} zijn.",
        "controleer het getal.",
    )


def other(error: ValidationError) -> Iterator[Finding]:
    """Een veld volgt de afspraken van het schema.

    Deze melding komt bijna nooit voor: bijna alle afspraken hebben een eigen melding. De uitleg noemt de afspraak.

    Fout: een veld dat niet past bij een afspraak zonder eigen melding.

    Goed: een veld zoals in een ander bestand van dezelfde soort.
    """
    yield Finding(
        "schema",
        f"'{field_of(error)}' klopt niet met de afspraken voor dit veld.",
        description(error) or "kijk naar een ander bestand voor een voorbeeld.",
    )


def unexplained() -> Finding:
    """Return the finding of a file that is refused for a reason that no rule words; `other` documents it."""
    return Finding(
        "schema", "Dit bestand klopt niet met de afspraken voor zijn soort.", "vergelijk het met een ander bestand."
    )
