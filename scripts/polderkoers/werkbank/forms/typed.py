"""Reads one value as people type it: a date, an amount, a number, a choice; and says what was understood, or why nothing was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from polderkoers.policy.dutch_dates import DutchDate, in_words, several, understand
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.facts import FieldOf
from polderkoers.policy.numbers import in_dutch, in_euro, reading
from polderkoers.werkbank.forms.form import Control
from polderkoers.werkbank.forms.pasted import cleaned
from polderkoers.werkbank.forms.plain import shortened
from polderkoers.werkbank.forms.shown import YES, control_of, types_of, values_of
from polderkoers.werkbank.forms.sizes import too_long

_YES = frozenset({YES, "j", "true", "waar", "aan", "on", "yes"})
_SHORT_YEAR = 4
_BELOW = "Dit bedrag is minder dan nul: het streepje telt als min. Staat het zo in de bron?"


class Typed(NamedTuple):
    """What was typed, as data: `understood` shows how it was read, `fault` why it was not, `cleaned` what was taken out.

    `warned` is what to look at again.
    """

    value: Any = None
    understood: str = ""
    fault: str = ""
    cleaned: tuple[str, ...] = ()
    warned: str = ""


def typed(each: FieldOf, text: str, before: str = "", unit: str = "") -> Typed:
    """Return what a text that is not empty means in a field; `before` is how what stood there was shown, and `unit` is that of a number there."""
    if fault := too_long(each, text):
        return Typed(fault=fault)
    return _read(each, text, before, unit)


def _read(each: FieldOf, text: str, before: str, unit: str) -> Typed:
    match control_of(each):
        case Control.DATE:
            return _date(each, text.strip())
        case Control.MONEY:
            return _number(each, text.strip(), "€")
        case Control.NUMBER:
            return _number(each, text.strip(), unit)
        case Control.FLAG:
            return Typed(text.strip().casefold() in _YES)
        case Control.CHOICE:
            return _choice(each, text)
    return words(text, before, lines=control_of(each) is Control.AREA)


def words(text: str, before: str = "", *, lines: bool = False) -> Typed:
    """Return a text that was typed or pasted."""
    found = cleaned(text, before, lines=lines)
    return Typed(found.text, cleaned=found.said)


def _choice(each: FieldOf, text: str) -> Typed:
    if text not in values_of(each):
        return Typed(fault=f"'{shortened(text)}' kan hier niet. Kies uit: {', '.join(values_of(each))}.")
    return Typed(text)


def _date(each: FieldOf, text: str) -> Typed:
    if len(several(text)) > 1:
        return Typed(fault="Hier staan twee data. Zet in elk veld één datum.")
    found = understand(text)
    refused = _refused(found, text)
    if refused or found is None:
        return Typed(fault=refused)
    if "string" not in types_of(each):
        return _year(found.written)
    if found.written.isdecimal():
        return Typed(int(found.written), found.written)
    return Typed(found.written, in_words(found.written))


def _refused(found: DutchDate | None, text: str) -> str:
    """Return why a text is no date that may be taken over, empty when it is one."""
    if found is None:
        return (
            f"'{shortened(text)}' is geen datum die in de gegevens kan. Typ een dag, maand, kwartaal of jaar, "
            "zoals 1 maart 2026, maart 2026 of 2026. Staat het zo in de bron? Zet het dan als tekst bij het tijdstip."
        )
    if found.wrong:
        return f"Deze datum bestaat niet: {found.wrong}."
    if not found.written:
        return "Bij deze datum staat geen jaar. Typ het jaar erbij."
    short = max((len(part) for part in text.replace("/", "-").split("-")), default=0) < _SHORT_YEAR
    numbers_alone = not any(sign.isalpha() for sign in text)
    if numbers_alone and short and not found.sure:
        return "Typ het jaar met vier cijfers."
    if found.sure or found.others or found.written == text:
        return ""
    # Words around a date make it less exact, and a guess is no date.
    return (
        f"'{shortened(text)}' is niet precies genoeg. Bedoel je {datum_in_words(found.written)}? Typ dat dan. "
        "Zo niet, laat dit veld dan leeg, en zet de woorden van de bron als tekst bij het tijdstip."
    )


def _year(written: str) -> Typed:
    if not written.isdecimal():
        return Typed(fault=f"Hier hoort alleen een jaar: {written[:_SHORT_YEAR]}.")
    return Typed(int(written), written)


def _number(each: FieldOf, text: str, unit: str) -> Typed:
    found = reading(text)
    if found is None or found.unit.casefold() not in _units(unit):
        return Typed(fault=_no_number(text, unit, found is not None))
    if found.about:
        rest = "Zet 'ongeveer' of 'hoogstens' in het veld dat daarvoor is, of in de weergave."
        return Typed(fault=f"Typ hier alleen het getal, zonder '{found.about}'. {rest}")
    value = found.values[0]
    if len(found.values) > 1 and "," in text:
        one, other = map(in_dutch, found.values)
        return Typed(fault=f"'{shortened(text)}' kan twee dingen zijn: {one}0 of {other}. Typ {one}0, of {other}.")
    return _as_asked(each, value, unit)


def _as_asked(each: FieldOf, value: Decimal, unit: str) -> Typed:
    whole = value == value.to_integral_value()
    if "number" not in types_of(each) and not whole:
        return Typed(fault=f"Hier hoort een heel getal, en {in_dutch(value)} is dat niet.")
    shown, warned = in_dutch(value), ""
    if unit == "€":
        shown = f"€ {in_euro(value)}"
        warned = _BELOW if value < 0 else ""
    return Typed(int(value) if whole else float(value), shown, warned=warned)


def _units(unit: str) -> tuple[str, ...]:
    """Return what may stand beside a number of which the unit is known, in small letters."""
    same = {"€": ("€",), "euro": ("€", "euro"), "procent": ("%", "procent"), "%": ("%", "procent")}
    known = unit.casefold()
    return ("", known, *same.get(known, ()))


def _no_number(text: str, unit: str, has_number: bool) -> str:  # noqa: FBT001 - said of the text
    if has_number:
        return f"Typ hier alleen het getal. Wat er verder staat in '{shortened(text)}', hoort in een ander veld."
    example = {"€": "1250,50, € 1.250,50 of 1,25 mln"}.get(unit, "85 of 85,5")
    return f"'{shortened(text)}' is niet als getal te lezen. Typ het zoals {example}. Is er geen getal? Laat het veld dan leeg."
