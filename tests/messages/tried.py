"""Lines with the signs of something else, and hints that were tried before they were given."""

from __future__ import annotations

from messages.row import Row, changed

_BRON = "bron: {document: visie-2020, plek: Hoofdstuk 2}"
_METING = "      - {waarde: 70, jaar: 2020}"
_NAAM = "    naam: Veilig fietsen"
_WANNEER = "    wanneer: {tekst: 2021 tot en met 2022, van: 2021, tot: 2022}"


def _row(
    name: str, old: str, new: str, at: str, says: str, *, hint: str, rule: str = "yaml-syntaxis", sure: bool = True
) -> Row:
    return Row(
        name=name, files=changed((f"{old}\n", f"{new}\n")), at=at, rule=rule, says=(says,), hint=(hint,), repaired=sure
    )


ROWS = (
    _row("plus-van-een-vergelijking", _NAAM, "+   naam: Veilig fietsen", "26:1", "vergelijking van versies", hint="met 4 spaties ervoor: naam: Veilig fietsen"),
    _row("ronde-haken-om-een-groep", _BRON, _BRON.replace("{", "(").replace("}", ")"), "8:1", "accolades", hint=f"schrijf: {_BRON}"),
    _row("vierkante-haken-om-een-groep", _BRON, _BRON.replace("{", "[").replace("}", "]"), "8:1", "accolades", hint=f"schrijf: {_BRON}", rule="verkeerd-type"),
    _row("meting-met-punt-erachter", _METING, f"{_METING}.", "53:7", "los teken", hint="schrijf: - {waarde: 70, jaar: 2020}"),
    _row("meting-als-lijst", _METING, "      - [62, 2014]", "53:7", "de waarde en het jaar", hint="schrijf: - {waarde: 62, jaar: 2014}", rule="verkeerd-type"),
    _row("aanhalingstekens-om-een-groep", _WANNEER, _WANNEER.replace("{", '"{').replace("}", '}"'), "41:14", "een groep velden", hint="Schrijf: wanneer: {tekst: 2021", rule="verkeerd-type", sure=False),
    _row("naam-van-een-lijst-zonder-lijst", "    doelen: [veilig-buiten/doel-lichte-straten]", "    doelen", "51:5", "Hier staat alleen 'doelen'", hint="Haal het anders weg", sure=False),
    _row("naam-gaat-verder-op-de-volgende-regel", _NAAM, "    naam: Veilig\n  fietsen", "26:11", "gaat zo te zien verder op regel 27", hint="op één regel: naam: Veilig fietsen", sure=False),
)  # fmt: skip
