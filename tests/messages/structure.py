"""Fields that stand in a text, items that move as a whole, and lines that are missing at every depth."""

from __future__ import annotations

from dataclasses import replace

from messages.row import KERN, Row, basis, changed

_TITLE = "titel: Veilig buiten"
_LAST_OF_TEXT = "  Inwoners letten op elkaar.\n"
_IN_TEXT = "veld-in-tekst"


def _shifted(first: int, last: int, off: int) -> dict[str, str]:
    """Return the basis with lines that begin further to the right."""
    rows = basis(KERN).split("\n")
    for number in range(first, last + 1):
        rows[number - 1] = " " * off + rows[number - 1]
    return {KERN: "\n".join(rows)}


def _row(
    name: str, *edits: tuple[str, str], at: str, says: str, hint: str, rule: str = "yaml-syntaxis", sure: bool = False,
    mended: bool = False, typed: str = "",
) -> Row:  # fmt: skip
    cure = {} if mended else None
    return Row(
        name=name,
        files=changed(*edits),
        at=at,
        rule=rule,
        says=(says,),
        hint=(hint,),
        repaired=sure,
        mended=cure,
        typed=typed,
    )


TAKEN_IN = (
    _row("lijst-zonder-naam-onder-een-tekst", ("    naam: Veilig fietsen\n    cijfers:\n", "    naam: Veilig fietsen\n    toelichting: >-\n      Fietsen is fijn.\n"), at="29:7", rule=_IN_TEXT, says="op een onderdeel van een lijst lijkt", hint="met 4 spaties ervoor: cijfers:"),
    _row("lijst-van-het-bestand-zonder-naam-onder-een-tekst", ("inleiding: De gemeente wil dat iedereen veilig over straat kan.\ndoelen:\n", "inleiding: >-\n  De gemeente wil licht.\n"), at="17:3", rule=_IN_TEXT, says="In de tekst van 'inleiding'", hint="helemaal links: doelen:"),
    _row("veld-twee-te-diep-onder-een-tekst", ("    plaatsen: [polderdam]\n", "      plaatsen: [polderdam]\n"), at="23:7", rule=_IN_TEXT, says="op een veld lijkt", hint="met 4 spaties ervoor: plaatsen: [polderdam]", sure=True),
    _row("veld-vier-te-diep-onder-een-tekst", ("    plaatsen: [polderdam]\n", "        plaatsen: [polderdam]\n"), at="23:9", rule=_IN_TEXT, says="op een veld lijkt", hint="met 4 spaties ervoor: plaatsen: [polderdam]", sure=True),
    _row("over-aan-het-eind-van-een-tekst", ("    over: [doel-lichte-straten]\n    tekst: De bron zegt niet hoeveel lantaarns er komen.\n", "    tekst: >-\n      De bron zegt niet hoeveel.\n      over: [doel-lichte-straten]\n"), at="64:7", rule=_IN_TEXT, says="In de tekst van 'tekst'", hint="met 4 spaties ervoor: over:", sure=True),
    _row("nummer-na-een-lege-regel-in-een-tekst", (_LAST_OF_TEXT, f"{_LAST_OF_TEXT}\n  nummer: 2\n"), ("themas: [wonen, veiligheid]\nnummer: 2\n", "themas: [wonen, veiligheid]\n"), at="14:3", rule=_IN_TEXT, says="op een veld lijkt", hint="helemaal links: nummer: 2", sure=True),
    _row("verplicht-veld-in-een-tekst", ("themas: [wonen, veiligheid]\n", "  themas: [wonen, veiligheid]\n"), at="13:3", rule=_IN_TEXT, says="In de tekst van 'samenvatting'", hint="helemaal links: themas:", sure=True),
    _row("tekstveld-in-een-tekst", ("    plaatsen: [polderdam]\n", "      naam: Lichte straten\n"), at="23:7", rule=_IN_TEXT, says="op een veld lijkt", hint="Is het tekst?"),
    _row("streepje-voor-een-regel-van-een-tekst", ("  De gemeente maakt", "  - De gemeente maakt"), at="11:3", rule=_IN_TEXT, says="begint deze regel met een streepje", hint="haal het streepje weg"),
    _row("naam-van-een-tekst-weg", ("    toelichting: >-\n", ""), at="20:7", rule=_IN_TEXT, says="De tekst van 'naam' gaat hier verder", hint="zoals: toelichting: >-"),
    _row("korte-tekst-op-twee-regels", ("Nieuwe lantaarns\n", "Nieuwe\n      lantaarns\n"), at="40:7", rule=_IN_TEXT, says="hoort één korte tekst", hint="naam: Nieuwe lantaarns"),
    _row("naam-van-een-lijst-te-ver-naar-links", ("    cijfers:\n", "cijfers:\n"), at="27:1", rule="yaml-vorm", says="springt 6 spaties in", hint="met 4 spaties ervoor: cijfers:", mended=True),
    _row("naam-van-een-lijst-een-te-diep-onder-een-tekst", ("inleiding: De gemeente wil dat iedereen veilig over straat kan.\ndoelen:\n", "inleiding: >-\n  De gemeente wil licht.\n doelen:\n"), at="17:2", says="'doelen' springt 1 spatie te ver in", hint="helemaal links: doelen:", sure=True),
    _row("veld-een-te-diep-onder-een-tekst", ("    plaatsen: [polderdam]\n", "     plaatsen: [polderdam]\n"), at="23:6", says="'plaatsen' springt 1 spatie te ver in", hint="met 4 spaties ervoor: plaatsen:", sure=True),
    _row("veld-zonder-dubbele-punt-onder-een-tekst", ("themas: [wonen", "themas [wonen"), at="13:7", says="Achter 'themas' ontbreekt de dubbele punt", hint="themas: [wonen, veiligheid]", sure=True, typed="themas: [wonen, veiligheid]"),
)  # fmt: skip

WHOLE = (
    Row(
        name="eerste-onderdeel-te-diep",
        files=_shifted(17, 23, 2),
        at="17:5",
        says=("Regel 17 tot en met 23 springen 2 spaties te ver in",),
        hint=("haal 2 spaties weg voor elk van die regels",),
        repaired=True,
    ),
    Row(
        name="tweede-onderdeel-te-diep",
        files=_shifted(24, 31, 2),
        at="24:5",
        says=("Regel 24 tot en met 31 springen 2 spaties te ver in",),
        hint=("haal 2 spaties weg voor elk van die regels",),
        repaired=True,
    ),
    _row("enige-streepje-van-een-stap-weg", ("  - id: stap-lantaarns", "    id: stap-lantaarns"), at="37:5", rule="verkeerd-type", says="ontbreekt het streepje", hint="- id: stap-lantaarns", sure=True),
    _row("enige-streepje-van-een-cijfer-weg", ("      - id: cijfer-fietsers", "        id: cijfer-fietsers"), at="28:9", rule="verkeerd-type", says="ontbreekt het streepje", hint="met 6 spaties ervoor: - id: cijfer-fietsers", sure=True),
    _row("eerste-streepje-van-doelen-vervangen-door-niets", ("  - id: doel-lichte-straten", "  id: doel-lichte-straten"), at="17:3", says="ontbreekt het streepje", hint="met 2 spaties ervoor: - id: doel-lichte-straten", sure=True),
    _row("streepje-voor-een-meting-weg", ("      - {waarde: 70", "      {waarde: 70"), at="53:7", says="ontbreekt het streepje", hint="- {waarde: 70, jaar: 2020}", sure=True),
    _row("stap-vier-te-diep", ("  - id: stap-lantaarns", "      - id: stap-lantaarns"), at="37:7", says="Dit streepje springt 4 spaties te ver in", hint="met 2 spaties ervoor: - id: stap-lantaarns", sure=True),
    _row("enige-idregel-weg", ("  - id: rol-inwoners\n", ""), at="33:5", rule="verkeerd-type", says="'- id: …' ontbreekt", hint="- id: rol-…", mended=True),
    _row("naam-van-lijst-met-metingen-weg", ("    metingen:\n", ""), at="52:7", says="op meer dan één manier bedoeld", hint="met 4 spaties ervoor: metingen: Of: Boven deze lijst ontbreekt de naam van de lijst. Zet boven deze regel, met 4 spaties ervoor: streefwaarden:", mended=True),
    _row("naam-van-let-op-weg", ("let_op:\n", ""), at="60:3", rule="onbekend-veld", says="ontbreekt de naam van de lijst", hint="helemaal links: let_op:", mended=True),
    _row("naam-van-samenhang-weg", ("samenhang:\n", ""), at="55:3", rule="onbekend-veld", says="ontbreekt de naam van de lijst", hint="helemaal links: samenhang:", mended=True),
    _row("naam-van-samenvatting-weg", ("samenvatting: >-\n", ""), at="9:3", says="ontbreekt de naam van het veld", hint="helemaal links: samenvatting: >-", mended=True),
    _row("streepje-voor-een-veld-te-veel", ("    naam: Veilig fietsen\n", "  - naam: Veilig fietsen\n"), at="26:3", rule="veld-ontbreekt", says="een streepje te veel", hint="met 4 spaties ervoor: naam: Veilig fietsen", sure=True),
    _row("leeg-streepje-midden-in-een-onderdeel", ("    termijn: kort\n", "  -\n    termijn: kort\n"), at="38:3", rule="veld-ontbreekt", says="een streepje zonder inhoud", hint="haal regel 38 weg", mended=True),
    _row("begin-van-een-onderdeel-twee-keer", ("  - id: rol-inwoners\n", "  - id: rol-inwoners\n  - id: rol-inwoners\n"), at="34:3", rule="veld-ontbreekt", says="Deze regel staat er twee keer", hint="haal regel 34 weg", mended=True),
)  # fmt: skip

SIGNS = (
    _row("jaar-als-veld-van-een-meting", ("      - {waarde: 70, jaar: 2020}", "      - 2020: 70%"), at="53:9", rule="onbekend-veld", says="de waarde en het jaar", hint="- {waarde: 70, jaar: 2020}", sure=True),
    _row("twee-kommas-in-een-lijst", ("[wonen, veiligheid]", "[wonen,, veiligheid]"), at="13:9", says="Tussen twee komma's", hint="themas: [wonen, veiligheid]", sure=True, typed="themas: [wonen, veiligheid]"),
    _row("komma-weg-in-een-lijst", ("[wonen, veiligheid]", "[wonen veiligheid]"), at="13:10", rule="vorm", says="daar hoort een komma tussen", hint="themas: [wonen, veiligheid]", typed="themas: [wonen, veiligheid]"),
    _row("haak-voor-een-tekst", (_TITLE, "titel: [Veilig buiten"), at="3:8", says="Voor de waarde staat een los teken: [", hint=_TITLE, typed=_TITLE),
    _row("accolade-voor-een-tekst", (_TITLE, "titel: {Veilig buiten"), at="3:8", says="Voor de waarde staat een los teken: {", hint=_TITLE, typed=_TITLE),
    _row("dubbele-haak-voor-een-lijst", ("[wonen, veiligheid]", "[[wonen, veiligheid]"), at="13:9", says="los teken: [", hint="themas: [wonen, veiligheid]", typed="themas: [wonen, veiligheid]"),
    _row("dubbele-punt-achter-een-tekst", (_TITLE, f"{_TITLE}:"), at="3:21", says="Achter deze tekst staat een dubbele punt", hint="titel: Veilig buiten Hoort hij bij de tekst?"),
    _row("los-aanhalingsteken-achter-een-tekst", (_TITLE, f'{_TITLE}"'), at="3:8", rule="los-teken", says="een los aanhalingsteken", hint="haal het teken weg", mended=True),
    _row("los-enkel-aanhalingsteken-achter-een-tekst", (_TITLE, f"{_TITLE}'"), at="3:8", rule="los-teken", says="een los aanhalingsteken", hint="haal het teken weg", mended=True),
    _row("los-haakje-achter-een-tekst", ("    naam: Nieuwe lantaarns", "    naam: Nieuwe lantaarns]"), at="39:11", rule="los-teken", says="een los haakje", hint="haal het teken weg", mended=True),
    _row("komma-achter-een-tekst", ("    naam: Nieuwe lantaarns", "    naam: Nieuwe lantaarns,"), at="39:11", rule="los-teken", says="een losse komma", hint="Nieuwe lantaarns", mended=True),
    _row("teken-achter-een-vast-woord", ("    termijn: kort", "    termijn: kort]"), at="38:18", rule="waarde-uit-lijst", says="Achter de waarde staat een los teken: ]", hint="termijn: kort", typed="termijn: kort"),
    _row("streepje-voor-een-verplichte-tekst", (_TITLE, "titel: -"), at="3:8", says="alleen een streepje", hint="schrijf achter 'titel:' wat er hoort"),
    _row("streepje-waar-niets-mag-staan", ("vastgesteld_op: 2020-06-28", "vastgesteld_op: -"), at="6:17", says="alleen een streepje", hint="vastgesteld_op: null"),
    _row("streepje-in-plaats-van-vouwteken", ("samenvatting: >-", "samenvatting: -"), at="9:15", says=">-", hint="samenvatting: >-", sure=True, mended=True),
    _row("waarde-op-de-regel-eronder", ("        wat: inwoners die fietsen", "        wat:\n        inwoners die fietsen"), at="32:9", says="springt 2 spaties te weinig in", hint="wat: inwoners die fietsen", sure=True),
    _row("los-woord-onderaan", ("    tekst: De bron zegt niet hoeveel lantaarns er komen.\n", "    tekst: De bron zegt niet hoeveel lantaarns er komen.\nNog doen!\n"), at="64:1", says="geen veldnaam", hint="Haal hem anders weg", mended=True),
    _row("open-aanhalingsteken-voor-null", ("vastgesteld_op: 2020-06-28", 'vastgesteld_op: "null'), at="6:17", says="niet gesloten", hint="vastgesteld_op: null", sure=True),
)  # fmt: skip

TWICE = (
    _row("lijst-twee-keer", ("let_op:\n", "rollen:\n  - id: rol-buren\n    partijen: [inwoners]\n    naam: Buren helpen\nlet_op:\n"), at="60:1", rule="dubbele-sleutel", says="'rollen' staat hier voor de tweede keer; de eerste staat op regel 32", hint="zet de onderdelen onder de eerste 'rollen' (regel 32) en haal deze regel weg."),
    _row("lijst-in-een-onderdeel-twee-keer", ("    cijfers:\n", "    cijfers:\n      - id: cijfer-lopers\n        waarde: 12\n        eenheid: procent\n        wat: inwoners die lopen\n    cijfers:\n"), at="32:5", rule="dubbele-sleutel", says="'cijfers' staat hier voor de tweede keer; de eerste staat op regel 27", hint="zet de onderdelen onder de eerste 'cijfers' (regel 27) en haal deze regel weg."),
    _row("korte-lijst-twee-keer", ("themas: [wonen, veiligheid]\n", "themas: [wonen, veiligheid]\nthemas: [wonen, zorg]\n"), at="14:1", rule="dubbele-sleutel", says="tweede keer", hint="zet alles in één lijst, op regel 13: themas: [wonen, veiligheid, zorg]. Haal deze regel daarna weg."),
)  # fmt: skip

LEFT_OVER = (
    replace(_row("lege-lijst-in-een-onderdeel", ("    partijen: [inwoners]", "    partijen: []"), at="34:15", rule="lege-lijst", says="De lijst 'partijen' is leeg", hint="schrijf minstens één onderdeel"), never=("hele bestand",)),
    _row("drie-streepjes-middenin", ("themas: [wonen", "---\nthemas: [wonen"), at="13:1", rule="yaml-vorm", says="---", hint="haal regel 13 (---) weg.", mended=True),
)  # fmt: skip

MEASURED = (
    _row("meting-met-jaar-tussen-haakjes", ("      - {waarde: 70, jaar: 2020}", "      - 70 (2020)"), at="53:9", rule="verkeerd-type", says="'70 (2020)'", hint="- {waarde: 70, jaar: 2020}", typed="- {waarde: 70, jaar: 2020}"),
    _row("meting-met-jaar-erachter", ("      - {waarde: 70, jaar: 2020}", "      - 70,5% in 2020"), at="53:9", rule="verkeerd-type", says="'70,5% in 2020'", hint="- {waarde: 70.5, jaar: 2020}", typed="- {waarde: 70.5, jaar: 2020}"),
    _row("meting-met-jaar-ervoor", ("      - {waarde: 70, jaar: 2020}", "      - 2020 - 70"), at="53:9", rule="verkeerd-type", says="'2020 - 70'", hint="{waarde: …, jaar: …}"),
    _row("meting-zonder-jaar", ("      - {waarde: 70, jaar: 2020}", "      - 70"), at="53:9", rule="verkeerd-type", says="'70'", hint="{waarde: …, jaar: …}"),
    _row("twee-lijsten-zonder-komma-achter-elkaar", ("[wonen, veiligheid]", "[wonen] [veiligheid]"), at="13:17", says="twee lijsten", hint="themas: [wonen, veiligheid]", typed="themas: [wonen, veiligheid]"),
)  # fmt: skip

ROWS = (*TAKEN_IN, *WHOLE, *SIGNS, *TWICE, *LEFT_OVER, *MEASURED)
