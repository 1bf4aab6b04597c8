"""What was tried after the tables were made: two fields on a line, whole files, and odd lines."""

from __future__ import annotations

from messages.row import KERN, Row, basis, changed

_TITLE = "titel: Veilig buiten"


def _row(
    name: str, old: str, new: str, at: str, *says: str, hint: str, rule: str = "yaml-syntaxis", sure: bool = False
) -> Row:
    return Row(name=name, files=changed((old, new)), at=at, rule=rule, says=says, hint=(hint,), repaired=sure)


TWO = (
    _row("twee-velden-met-tekst", f"{_TITLE}\nversie", f"{_TITLE} versie", "3:22", "twee velden", hint='versie: "1.0"'),
    _row("twee-velden-met-getal", "nummer: 2\ninl", "nummer: 2 inl", "14:11", "twee velden", hint="op een eigen regel"),
    _row("twee-velden-met-komma", "        waarde: 86\n        eenheid", "        waarde: 86, eenheid", "29:21", "twee velden", hint="eenheid: procent"),
    _row("twee-velden-achter-een-lijst", "veiligheid]\nnummer", "veiligheid] nummer", "13:29", "twee velden", hint="nummer: 2"),
    _row("tekst-achter-vouwteken", "    toelichting: >-\n      In elke", "    toelichting: >- In elke", "20:18", "volgende regel", hint="In elke straat brandt licht."),
    _row("alleen-aan-het-eind-een-aanhalingsteken", _TITLE, 'titel: Veilig: buiten"', "3:8", "ontbreekt een aanhalingsteken", hint='titel: "Veilig: buiten"', sure=True),
    _row("twee-keer-aanhalingstekens", _TITLE, 'titel: "Veilig" en "buiten"', "3:17", "Achter het aanhalingsteken", hint="titel: '\"Veilig\" en \"buiten\"'", sure=True),
    _row("streepje-voor-een-lijst", "themas: [wonen, veiligheid]", "themas: - wonen", "13:9", "beginnen met -", hint="themas: [wonen]"),
)  # fmt: skip

LINES = (
    _row("opmerking-zonder-hekje", "nummer: 2\ninl", "(klopt dit?)\nnummer: 2\ninl", "14:1", "geen veldnaam", hint="Zet er dan # voor"),
    _row("lijn-van-streepjes", "nummer: 2\ninl", "----------\nnummer: 2\ninl", "14:1", "geen veldnaam", hint="Haal hem anders weg"),
    _row("lijn-van-is-tekens", "nummer: 2\ninl", "==========\nnummer: 2\ninl", "14:1", "geen veldnaam", hint="Haal hem anders weg"),
    _row("ander-streepje-onder-een-streepje", "    partijen: [inwoners]", "    partijen:\n      - inwoners\n      • gemeente", "36:7", "'•'", hint="schrijf: - gemeente", sure=True),
    _row("streepjes-zonder-spatie", "    partijen: [inwoners]", "    partijen:\n      -inwoners\n      -gemeente", "35:7", "lijst", hint="partijen: [inwoners, gemeente]", rule="verkeerd-type"),
    _row("streepje-in-een-tekst-uitgesprongen", "      Ook op het platteland.", "    - Ook op het platteland.", "22:5", "een streepje te veel", hint="met 6 spaties ervoor: Ook op het platteland.", sure=True),
    _row("id-als-naam-van-een-groep", "  - id: doel-lichte-straten\n", "  doel-lichte-straten:\n", "17:3", "een streepje en een id", hint="- id: doel-lichte-straten"),
    _row("lijst-in-een-lijst", "    partijen: [inwoners]", "    partijen: [[inwoners]]", "34:16", "een lijst", hint="binnenste", rule="verkeerd-type"),
    _row("accolades-om-een-lijst", "    partijen: [inwoners]", "    partijen: {inwoners, gemeente}", "34:15", "lijst", hint="partijen: [inwoners, gemeente]", rule="verkeerd-type"),
    _row("dubbele-punt-in-een-lijst", "    partijen: [inwoners]", "    partijen: [inwoners: gemeente]", "34:16", "door de dubbele punt", hint="een komma", rule="yaml-vorm"),
    _row("groep-leeg-en-veld-ernaast", "bron: {document: visie-2020, plek: Hoofdstuk 2}", "bron:\ndocument: visie-2020", "9:1", "onder 'bron'", hint="bron: {document: visie-2020}", rule="onbekend-veld"),
    _row("adres-zonder-https", "plek: Hoofdstuk 2}", "link: www.polderdam.example}", "8:36", "geen adres", hint="link: https://www.polderdam.example", rule="koppeling"),
)  # fmt: skip

_FOLD = "samenvatting: >-\n"
FOLDS = tuple(
    _row(f"vouwteken-{name}", _FOLD, f"samenvatting: {sign}\n", "9:15", "in plaats van >-", hint="schrijf: samenvatting: >-", sure=True)
    for name, sign in (("met-kastlijn", ">\u2013"), ("met-lange-lijn", ">\u2014"), ("uit-een-webpagina", "&gt;-"), ("met-spatie", "> -"))
)  # fmt: skip

_LINES = basis(KERN).rstrip("\n").split("\n")
WHOLE = (
    Row(
        name="bestand-twee-keer",
        files={KERN: basis(KERN) * 2},
        at="64:1",
        rule="dubbele-sleutel",
        says=("begint het bestand opnieuw",),
        hint=("regel 1 tot en met 63",),
        mended={},
    ),
    Row(
        name="regelnummers-ervoor",
        files={KERN: "\n".join(f"{number} {row}" for number, row in enumerate(_LINES, start=1))},
        at="1:1",
        says=("een regelnummer",),
        hint=("haal dat aan het begin van elke regel weg",),
        mended={},
    ),
    Row(
        name="groter-dan-voor-elke-regel",
        files={KERN: "\n".join(f"> {row}" for row in _LINES)},
        at="1:1",
        says=("het teken >",),
        hint=("haal dat aan het begin van elke regel weg",),
        mended={},
    ),
)

ROWS = (*TWO, *LINES, *FOLDS, *WHOLE)
