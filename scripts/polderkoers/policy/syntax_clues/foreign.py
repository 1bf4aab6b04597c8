"""Files that are no YAML at all: made by another program, or pasted from one."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues.clue import FIELD, Clue, Stop

_HTML = re.compile(r"<!doctype html|<(html|head|body|h[1-6]|p|div|ul|ol|table)\b", re.IGNORECASE)
_MAIL = re.compile(r"(van|aan|from|to|onderwerp|subject|datum|date|verzonden|sent|cc):", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(```|~~~)")
_FIELD_OR_ITEM = re.compile(r"\s*(- |#|[\w-]+:(\s|$))")


def kind_of(lines: list[str]) -> str:
    """Return in Dutch what a file is that holds no YAML, or nothing when it may be YAML."""
    filled = list(filter(str.strip, lines))
    start = next(iter(filled), "").strip().lstrip("\ufeff")
    if start.startswith("{\\rtf"):
        return "een tekst uit een tekstverwerker (RTF)"
    if _HTML.match(start):
        return "een webpagina (HTML)"
    if start.startswith(("<?xml", "<rdf:")):
        return "XML"
    if start == "{" or start.startswith(('{"', "[{", '[{"')) or (start == "[" and len(filled) > 1):
        return "JSON"
    if _is_mail(filled):
        return "een e-mail"
    return _loose(filled)


def _is_mail(filled: list[str]) -> bool:
    return _many(_MAIL, filled[:6]) >= 3


def _many(pattern: re.Pattern[str], rows: list[str]) -> int:
    """Return how many lines begin like a pattern."""
    return sum(pattern.match(row) is not None for row in rows)


def _loose(filled: list[str]) -> str:
    """Return what a file is that has no field called soort and begins with none: a table or plain text."""
    if any(re.match(r"[\"']?soort[\"']?\s*[:=]", row, re.IGNORECASE) for row in filled):
        return ""
    if len(filled) > 1 and all(row.count(";") == filled[0].count(";") > 0 for row in filled[:3]):
        return "een tabel"
    first = next((row for row in filled if not row.startswith("#")), "")
    if not first or _FIELD_OR_ITEM.match(first) or _many(FIELD, filled) > 2:
        return ""
    return "gewone tekst"


def find(stop: Stop) -> Clue | None:
    """Return that a file, or what stands around its fields, is something else than YAML."""
    for number, row in enumerate(stop.lines[: stop.line], start=1):
        if found := _FENCE.match(row):
            message = f"Hier staat {found[1]}: dat hoort niet bij de gegevens, maar bij de tekst waar ze uit komen."
            hint = f"haal de regels met {found[1]} weg, en ook alles daarboven en daaronder wat geen veld is."
            return Clue(number, 1, message, hint)
    if (prefixed := _prefixed(stop.lines)) is not None:
        return prefixed
    kind = kind_of(stop.lines)
    return Clue(1, 1, *words(kind)) if kind else None


def _prefixed(lines: list[str]) -> Clue | None:
    """Return that nearly every line begins with a sign or number that a mail, a comparison or a list of lines put there."""
    filled = list(filter(str.strip, lines))
    for pattern, what in ((r"> ?", "het teken >"), (r"\+", "het teken +"), (r"\d+[:. \t]", "een regelnummer")):
        if len(filled) > 3 and _many(re.compile(pattern), filled) > 0.9 * len(filled):
            return Clue(1, 1, f"Voor elke regel staat {what}.", "haal dat aan het begin van elke regel weg.")
    return None


def words(kind: str) -> tuple[str, str]:
    """Return message and hint for a file that is something else."""
    hint = (
        "bewaar dit bestand buiten de map data, maak een nieuw bestand met 'polderkoers new kernopgave NAAM' (kies zelf de "
        "naam), en zet de tekst daar bij het goede veld."
    )
    return f"Dit is {kind}, en geen bestand met velden zoals 'titel: Fijn wonen'.", hint
