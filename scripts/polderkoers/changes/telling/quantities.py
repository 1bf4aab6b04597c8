"""The quantities of a sentence: how much of what stands there, and whether it counts, names a moment, or is only a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from polderkoers.changes.figures import SCALES, value_as_written
from polderkoers.changes.telling.numerals import WRITTEN, value_of
from polderkoers.changes.tokens import NUMBER, SCALE, word_set

Kind = Literal["number", "year", "date", "period", "ratio", "range", "name"]
MOMENTS: frozenset[Kind] = frozenset({"year", "date", "period"})
"""What says when, and counts nothing."""

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_ONE = rf"(?:{NUMBER}|{WRITTEN})"
# What stands before a figure that names or numbers something and counts nothing.
_NUMBERED = (
    r"(?:artikel|artikelen|art\.|lid|hoofdstuk|paragraaf|bijlage|doel|punt|stap|spoor|nummer|nr\.?|programma|versie|fase|"
    r"kernopgave|route|lijn|bus|kavel|telefoon|telefoonnummer|tel\.?|postbus|agenda|visie|kamer|lokaal|groep|klas|tabel|figuur)"
)
_PARTS = "derde|kwart|vierde|vijfde|zesde|zevende|achtste|negende|tiende"
_OF_PARTS = {name: part for part, name in enumerate(_PARTS.replace("kwart|", "").split("|"), start=3)} | {"kwart": 4}

# The order matters: the first form that fits at a place is taken.
_FORMS = rf"""
  (?P<name>\b{_NUMBERED}\s+\d[\d.,:–-]*(?<=\d)(?:\s(?:en|tot\sen\smet)\s\d+)?
    |https?://\S+|[\w.+-]{{1,64}}@\S+
    |\b14\s0\d+|(?<![\d.,])0\d[\d -]{{4,}}\d|\b\d{{4}}\s?(?-i:[A-Z]{{2}})\b
    |\b\d{{1,2}}[.:]\d\d(?:\s(?:tot|en|-|–)\s\d{{1,2}}[.:]\d\d)?\suur\b
    |\b\d+(?:e|de|ste)\b|\b\d+[-\s]?jarigen?\b|\b[^\W\d_]+-?\d+\b|\b\d+\.\d+\.\d[\d.]*\b(?!\.?\d)
    |\b\d{{1,2}}\s(?:{_MONTH})\b(?!\s\d{{4}}))
  |(?P<date>\b(?P<day>\d{{1,2}}\s)?(?P<month>{_MONTH})\s(?P<dated>\d{{4}})\b)
  |(?P<ratio>\b(?P<part>{_ONE})\s(?:op|van)\s(?:de|elke|iedere)\s(?P<whole>{_ONE})\b)
  |(?P<period>\b(?:19|20)\d\d/(?:(?:19|20)?\d\d)\b(?!/))
  |(?P<range>\btussen\s(?:de\s)?{_ONE}(?:\s?%)?\sen\s(?:de\s)?{_ONE}|(?:€\s?)?(?<![\w.,]){_ONE}(?:\s?%)?(?:\s?[-–]\s?|\s(?:tot|tot\sen\smet|t/m|à|of)\s){_ONE}\b)
  |(?P<share>\b(?:(?P<parts>een|één|twee|drie|vier)\s?(?P<of>{_PARTS})(?=\s(?:van|deel)|[.,]?$)|de\shelft\b|driekwart\b))
  |(?P<figure>(?P<euro>€\s?)?(?<![\w\d.,])(?P<minus>-)?(?P<number>{NUMBER})(?:\s?(?P<scale>{SCALE})\b)?(?:,-)?(?:\s?(?P<sign>%|\+(?!\w)))?(?![\w\d])
    |\b(?P<written>{WRITTEN})\b(?:\s(?P<wscale>{SCALE})\b)?)
"""
_FORM = re.compile(_FORMS, re.VERBOSE | re.IGNORECASE)
_UNIT = re.compile(r"\s(?P<unit>[^\W\d_][\w²³/-]*)(?:\s(?P<noun>[^\W\d_][\w-]*))?")
# What may follow a figure without being what is counted.
_NO_UNIT = word_set(
    "en of tot met van voor in op is zijn wordt worden bij naar door per om de het een te die dat als aan uit over na moet "
    "moeten kan kunnen mag mogen zal zullen wil willen komt komen gaat gaan heeft hebben krijgt krijgen doet doen daalt stijgt dalen "
    "stijgen meer minder lager hoger keer maal af toe omlaag omhoog onder boven tussen vanaf sinds zodat omdat terwijl maar "
    "dan er we wij zij ze hij zo ook nog niet geen alle onze hun deze dit "
    "minstens hoogstens minimaal maximaal tenminste tenhoogste hooguit ten ongeveer circa ruim bijna elk elke ieder iedere"
)
_SCALED = re.compile(rf"\s(?:{SCALE})\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:ge|ver|be|ont)\w+[dt]|\w+baar")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b")
_YEAR = re.compile(r"(?:19|20)\d\d|2100")
_SURELY_YEAR = re.compile(
    r"\b(?:in|vanaf|uiterlijk|eind|begin|vóór|sinds|jaar|medio|voorjaar|najaar|zomer|winter|(?:kwartaal|loop|voorjaar|najaar|zomer|winter|herfst|lente|eind|begin|start) van|(?:19|20)\d\d en)\s$",
    re.IGNORECASE,
)
_MAYBE_YEAR = re.compile(r"\b(?:voor|tot|na|per|van|tot en met)\s$", re.IGNORECASE)
# Things that are counted by the thousand, so that a number before them is no year.
_COUNTED = word_set(
    "inwoners woningen huizen mensen euro kinderen jongeren ouderen bomen gezinnen huishoudens bedrijven banen leerlingen plekken "
    "plaatsen deelnemers bezoekers leden vrijwilligers meter meters kilometer km uur uren kilo ton personen adressen panden "
    "zonnepanelen laadpalen cliënten aanvragen studenten parkeerplaatsen appartementen m2 m² hectare"
)
_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_VAGUE = re.compile(
    r"(?:\b(?:ongeveer|circa|ca\.?|zo'n|plusminus|ruim|bijna|krap|rond|omstreeks|nagenoeg|naar schatting|om en nabij|tegen)|[±~≈])"
    r"\s*(?:de )?(?:€\s?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TextQuantity:
    """One quantity. `written` is how it stands there without its unit; `unit` is what is counted, as it stands there.

    `value` can be compared with that of another of the same kind and unit. `start` and `end` are its place, unit left out.
    """

    kind: Kind
    value: Decimal
    written: str
    unit: str
    start: int
    end: int
    after: int

    @property
    def said(self) -> str:
        """The quantity with what is counted."""
        return f"{self.written} {self.unit}".strip()

    @property
    def measure(self) -> str:
        """How much it is, in one form: `driekwart` and `75 procent` are one, and so are two weeks and 14 days."""
        unit = self.unit.casefold()
        if self.kind in ("range", "period", "name"):
            return self.said.casefold()
        if unit == "procent":
            return f"{(self.value / 100).normalize()}"
        if unit in _DAYS:
            return f"{(self.value * _DAYS[unit]).normalize()} dag"
        return f"{self.value.normalize()} {unit}".rstrip()


def quantities(sentence: str) -> tuple[TextQuantity, ...]:
    """Return the quantities of a sentence in their order; whitespace in it must be single blanks."""
    return tuple(_found(sentence))


def is_vague(sentence: str, quantity: TextQuantity) -> bool:
    """Return whether a sentence says that it is only about so much."""
    return _VAGUE.search(sentence[: quantity.start]) is not None


def _found(sentence: str) -> Iterator[TextQuantity]:
    for match in _FORM.finditer(sentence):
        quantity = _read(sentence, match)
        if quantity is not None:
            yield quantity


def _read(sentence: str, match: re.Match[str]) -> TextQuantity | None:
    start, end, written = match.start(), match.end(), match.group()
    if match["name"]:
        return TextQuantity("name", Decimal(0), written, "", start, end, end)
    if match["date"]:
        return TextQuantity("date", _day(match), written, "", start, end, end)
    if match["range"] or match["period"]:
        return _stretch(sentence, match)
    value = _value(match)
    if value is None:
        return None
    if match["number"] and _is_year(sentence, match):
        return TextQuantity("year", value, written, "", start, end, end)
    unit, after = _unit(sentence, end)
    if match["share"]:
        unit, after = "", end
    kind: Kind = "ratio" if match["ratio"] else "number"
    sign = "euro" if match["euro"] else _sign(match)
    if match["sign"] == "%":
        written = written.removesuffix("%").rstrip()
    return TextQuantity(
        kind, value, written.removeprefix("€").lstrip(), sign or unit, start, end, end if sign else after
    )


def _stretch(sentence: str, match: re.Match[str]) -> TextQuantity:
    """Return what lies between two figures: a period between two years, or a range of what is counted."""
    start, end, written = match.start(), match.end(), match.group()
    unit, after = _unit(sentence, end)
    is_money = written.startswith("€")
    if match["period"] or (_YEARS.search(written) and unit.casefold() not in _COUNTED and not is_money):
        return TextQuantity("period", Decimal(0), written, "", start, end, end)
    if scale := _SCALED.match(sentence, end):
        end = scale.end()
        written = sentence[start:end]
        unit, after = _unit(sentence, end)
    if is_money:
        unit, after = "euro", end
    return TextQuantity("range", Decimal(0), written.removeprefix("€").lstrip(), unit, start, end, after)


def _sign(match: re.Match[str]) -> str:
    return {"%": "procent", "+": "+"}.get(match["sign"] or "", "")


def _day(match: re.Match[str]) -> Decimal:
    month = MONTHS.index(match["month"].casefold()) + 1
    return Decimal(int(match["dated"]) * 10_000 + month * 100 + int(match["day"] or 0))


def _value(match: re.Match[str]) -> Decimal | None:
    if match["ratio"]:
        part, whole = _amount(match["part"]), _amount(match["whole"])
        return part / whole if part is not None and whole else None
    if match["share"]:
        return _share(match)
    found = _amount(match["number"] or match["written"] or "")
    if found is None:
        return None
    scaled = found * SCALES.get((match["scale"] or match["wscale"] or "").casefold(), Decimal(1))
    return -scaled if match["minus"] else scaled


def _share(match: re.Match[str]) -> Decimal:
    if not match["of"]:
        return Decimal("0.5") if match["share"].casefold().endswith("helft") else Decimal("0.75")
    parts = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4}[match["parts"].casefold()]
    return Decimal(parts) / Decimal(_OF_PARTS[match["of"].casefold()])


def _amount(text: str) -> Decimal | None:
    if text[:1].isdigit():
        return value_as_written(text)
    number = value_of(text.casefold())
    return None if number is None else Decimal(number)


def _unit(sentence: str, place: int) -> tuple[str, int]:
    """Return what is counted, as it stands after a figure, and where that ends: a word, or an adjective with its noun."""
    match = _UNIT.match(sentence, place)
    if match is None or match["unit"].casefold() in _NO_UNIT or _PARTICIPLE.fullmatch(match["unit"]):
        return "", place
    noun = match["noun"]
    if noun and match["unit"].endswith("e") and match["unit"] != "werkdage" and noun.casefold() not in _NO_UNIT:
        return f"{match['unit']} {noun}", match.end()
    return match["unit"], match.end("unit")


def _is_year(sentence: str, match: re.Match[str]) -> bool:
    if match["euro"] or match["sign"] or match["scale"] or match["minus"] or not _YEAR.fullmatch(match["number"]):
        return False
    before, (unit, _) = sentence[: match.start()], _unit(sentence, match.end())
    if unit.rpartition(" ")[2].casefold() in _COUNTED:
        return _SURELY_YEAR.search(before) is not None and not match["number"].endswith("0")
    # At the beginning of a sentence a verb follows ("Tot 2030 betalen we mee").
    if not unit or _SURELY_YEAR.search(before) or _MAYBE_YEAR.fullmatch(before):
        return True
    return bool(_MAYBE_YEAR.search(before)) and not unit.endswith(("en", "s"))
