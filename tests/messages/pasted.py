"""What other programs, keyboards and habits make of a line, as a reader who wrote none of the messages tried it."""

from __future__ import annotations

from messages.row import KERN, Row, basis, changed

_GOAL = "  - id: doel-veilig-fietsen"
_NUMMER = "    nummer: 2"
_NAAM = "    naam: Veilig fietsen"
_METING = "      - {waarde: 70, jaar: 2020}"
_THEMAS = "themas: [wonen, veiligheid]"
_WAARDE = "        waarde: 86"
_TITEL = "titel: Veilig buiten"
_TEKST = "      Ook op het platteland."
_MARKS = (
    "      <<<<<<< HEAD\n      Ook op het platteland.\n      =======\n      Ook in het dorp.\n      >>>>>>> voorstel"
)

_TOELICHTING = "    toelichting: >-\n      In elke straat brandt licht.\n      Ook op het platteland."
_AT_THE_MARGIN = "toelichting: >-\n  In elke straat brandt licht.\n  Ook op het platteland."


def _row(
    name: str,
    old: str,
    new: str,
    at: str,
    says: str,
    *,
    hint: str,
    rule: str = "yaml-syntaxis",
    typed: str = "",
    sure: bool = False,
    never: str = "",
) -> Row:
    nevers = (never,) if never else ()
    return Row(
        name=name, files=changed((f"{old}\n", f"{new}\n")), at=at, rule=rule, says=(says,), hint=(hint,), typed=typed,
        repaired=sure, never=nevers,
    )  # fmt: skip


ROWS = (
    _row("brede-dubbele-punt", _NUMMER, "    nummer\uff1a 2", "25:5", "breed teken", hint="schrijf: nummer: 2", typed="nummer: 2", sure=True),
    _row("brede-komma", _THEMAS, "themas: [wonen\uff0cveiligheid]", "13:1", "breed teken", hint=_THEMAS, typed=_THEMAS, rule="vorm", sure=True),
    _row("vette-naam-van-een-veld", _NUMMER, "    **nummer**: 2", "25:5", "de tekens **", hint="schrijf: nummer: 2", typed="nummer: 2", sure=True),
    _row("vette-naam-met-dubbele-punt", _TITEL, "**titel:** Veilig buiten", "3:1", "de tekens **", hint=_TITEL, typed=_TITEL, sure=True),
    _row("ids-met-aanhalingstekens-zonder-lijst", _THEMAS, 'themas: "wonen", "veiligheid"', "13:1", "vierkante haken", hint=_THEMAS, typed=_THEMAS),
    _row("ids-met-een-streep-ertussen", _THEMAS, "themas: wonen/veiligheid", "13:1", "vierkante haken", hint=_THEMAS, typed=_THEMAS, rule="verkeerd-type"),
    _row("ids-onder-elkaar-zonder-streepje", _THEMAS, "themas:\n  wonen\n  veiligheid", "14:3", "een lijst", hint=f"Schrijf: {_THEMAS}", rule="verkeerd-type"),
    _row("streepje-onder-een-lijst-met-haken", _THEMAS, f"{_THEMAS}\n  - zorg", "13:1", "gaat hier verder met een streepje", hint="themas: [wonen, veiligheid, zorg]", never="naam van de lijst"),
    _row("een-tab-voor-een-veld", _NAAM, "\tnaam: Veilig fietsen", "26:1", "tab", hint="met 4 spaties ervoor: naam: Veilig fietsen", sure=True),
    _row("streepje-voor-een-tweede-veld", _NUMMER, "    - nummer: 2", "25:5", "een streepje te veel", hint="met 4 spaties ervoor: nummer: 2", sure=True),
    _row("alleen-de-naam-van-een-veld", _NAAM, "    naam", "26:5", "Hier staat alleen 'naam'", hint="Schrijf: naam: …", never="geen veldnaam"),
    _row("opsomming-onder-een-naam", _NAAM, f"{_NAAM}\n    - op school\n    - naar werk", "27:5", "Onder 'naam' staat een streepje", hint="Maak er één zin van", never="recht onder"),
    _row("puntjes-halverwege", _NUMMER, f"{_NUMMER}\n...", "26:1", "dat het bestand hier ophoudt", hint="haal regel 26 weg", never="eerste niveau"),
    _row("noot-met-dubbele-punt", _METING, "      - {waarde: 70, jaar: 2020, noot: Let op: geschat}", "53:9", "dubbele punt", hint='noot: "Let op: geschat"', typed='- {waarde: 70, jaar: 2020, noot: "Let op: geschat"}'),
    _row("noot-met-een-aanhalingsteken", _METING, '      - {waarde: 70, jaar: 2020, noot: "geschat}', "53:40", "niet gesloten", hint="noot: geschat}", typed="- {waarde: 70, jaar: 2020, noot: geschat}"),
    _row("meting-zonder-einde", _METING, "      - {waarde: 70, jaar: 2020", "53:9", "niet gesloten", hint="schrijf: - {waarde: 70, jaar: 2020}", typed="- {waarde: 70, jaar: 2020}"),
    _row("twee-metingen-op-een-regel", _METING, f"{_METING} {{waarde: 71, jaar: 2019}}", "53:34", "twee onderdelen", hint="een eigen regel eronder"),
    _row("meting-zonder-waarde", _METING, "      - {jaar: 2020}", "53:9", "'waarde' ontbreekt", hint="tussen de accolades, met een komma ertussen: waarde: …", rule="veld-ontbreekt", never="voeg de regel"),
    _row("titel-als-lijst", _TITEL, "titel:\n  - Veilig buiten", "4:3", "een lijst", hint="zet het op één regel: titel: Veilig buiten", rule="verkeerd-type"),
    _row("fout-van-een-rekenblad", _NAAM, "    naam: #REF!", "26:11", "foutmelding van een rekenblad", hint="kijk in het rekenblad", rule="tekst-na-hekje", never='"#REF!"'),
    _row("te-smalle-kolom", _WAARDE, "        waarde: #####", "29:17", "foutmelding van een rekenblad", hint="kijk in het rekenblad", rule="tekst-na-hekje"),
    _row("doorgestreepte-woorden", _NAAM, "    naam: Veilig ~~rijden~~ fietsen", "26:11", "doorgestreepte tekst", hint="is de tekst vervallen", rule="opmaak-in-tekst"),
    _row("ingesprongen-botsing-in-een-tekst", _TEKST, _MARKS, "22:1", "botsing van twee wijzigingen", hint="regel 22, 24 en 26"),
    _row("dag-die-niet-bestaat", "vastgesteld_op: 2020-06-28", "vastgesteld_op: 2020-06-31", "6:17", "bestaat niet", hint="juni 2020 heeft 30 dagen", rule="jaarvolgorde", never="2030"),
    _row("duizenden-procenten", _WAARDE, "        waarde: 60k", "29:17", "'60k'", hint="Verbeter dan eerst 'eenheid'", rule="verkeerd-type", never="schrijf 60000"),
    _row("versie-met-een-nul-vooraan", 'versie: "1.0"', "versie: 010", "4:9", "'010'", hint='"1.0"', rule="verkeerd-type", never='"010"'),
    _row("nog-in-te-vullen-getal", _WAARDE, "        waarde: …", "29:17", "nog niet ingevuld", hint="schrijf hier een getal", rule="nog-invullen"),
    *(
        _row(f"teken-voor-een-lange-tekst-{number}", "samenvatting: >-", f"samenvatting: {sign}", "9:15", f"staat {sign} in plaats van >-", hint="schrijf: samenvatting: >-", typed="samenvatting: >-", rule="yaml-vorm", sure=True)
        for number, sign in enumerate(("->", "\u00bb-", "\u2265-", "\u2192"), start=1)
    ),
    _row("rondjes-in-een-tekst", _TEKST, "      • Ook op het platteland.\n      • En in het dorp.", "22:7", "begint deze regel met '•'", hint="haal het teken weg", rule="veld-in-tekst"),
    _row("nummers-in-een-tekst", _TEKST, "      1. Ook op het platteland.\n      2. En in het dorp.", "22:7", "begint deze regel met '1.'", hint="haal het teken weg", rule="veld-in-tekst"),
    _row("kop-in-een-tekst", _TEKST, "      # Ook op het platteland.", "22:7", "begint deze regel met '#'", hint="haal het # weg", rule="veld-in-tekst"),
    _row("tabel-midden-in-een-tekst", _TEKST, "      | Jaar | Aantal |\n      | 2020 | 70 |", "22:7", "staat een tabel", hint="'metingen'", rule="veld-in-tekst"),
    _row("tabel-van-markdown-in-een-tekst", _TEKST, f"{_TEKST}\n      | Jaar | Aantal |\n      |------|--------|\n      | 2020 | 5 |", "23:7", "staat een tabel", hint="'metingen'", rule="veld-in-tekst"),
    _row("tekst-met-naam-helemaal-links", _TOELICHTING, _AT_THE_MARGIN, "20:1", "'toelichting' springt 4 spaties te weinig in", hint="zet 4 spaties voor regel 20 tot en met 22", rule="yaml-vorm", sure=True),
    _row("andere-soort-in-een-map", "soort: kernopgave", "soort: overheid", "1:8", "geen bekende soort", hint="soort: kernopgave", rule="soort"),
    _row("waar-in-plaats-van-een-getal", _WAARDE, "        waarde: true", "29:17", "'true'", hint="een getal in cijfers", rule="verkeerd-type"),
    _row("leeg-id", _GOAL, "  - id:", "24:8", "staat niets", hint="id: doel-genoeg-huizen", rule="verkeerd-type"),
    _row("lidwoord-voor-een-veld", _NAAM, "    de naam: Veilig fietsen", "26:5", "Bedoelde je 'naam'", hint="schrijf: naam: Veilig fietsen", typed="naam: Veilig fietsen", rule="onbekend-veld"),
    Row(
        name="afgebroken-bestand",
        files={KERN: basis(KERN).partition(", van: 2021")[0]},
        at="41:14",
        says=("niet gesloten",),
        hint=("is het bestand afgebroken? Het eindigt nu met 'wanneer: {tekst: 2021 tot en met 2022'.", "Is het bestand heel? Schrijf: wanneer: {tekst: 2021 tot en met 2022}"),
    ),
    Row(
        name="overal-tabs",
        files={KERN: basis(KERN).replace("  ", "\t")},
        at="10:1",
        says=("ingesprongen met tabs",),
        hint=("vervang elke tab door 2 spaties",),
        repaired=True,
    ),
    _row("twee-keer-een-naam-onder-elkaar", _NAAM, f"{_NAAM}\n    naam: Veilig op de fiets", "27:5", "voor de tweede keer", hint="houd er één over", rule="dubbele-sleutel", never="- id: doel-"),
    _row("minteken-voor-een-groep", _METING, "      − {waarde: 70, jaar: 2020}", "53:7", "niet met '−'", hint="schrijf: - {waarde: 70", typed="- {waarde: 70, jaar: 2020}", sure=True),
    _row("meting-zonder-namen", _METING, "      - {70, 2020}", "53:7", "de waarde en het jaar", hint="schrijf: - {waarde: 70", typed="- {waarde: 70, jaar: 2020}", sure=True),
    _row("metingen-achter-elkaar", f"    metingen:\n{_METING}\n      - {{waarde: 74, jaar: 2021}}", "    metingen: 70 (2020), 74 (2021)", "52:15", "een lijst", hint="zet elke meting op een eigen regel", rule="verkeerd-type", never="waarde: null"),
    _row("lijst-met-woorden-erachter", "doelen:", "doelen: 2 doelen", "16:9", "de lijst staat eronder", hint="schrijf: doelen:", typed="doelen:"),
    _row("lijst-met-het-teken-van-een-tekst", "doelen:", "doelen: >-", "17:3", "onderdeel van een lijst", hint="Schrijf op regel 16: doelen:", rule="veld-in-tekst", never="helemaal links: - id"),
    _row("opmerking-tussen-haken", _NAAM, f"{_NAAM}\n    [opmerking: klopt dit?]", "27:5", "geen veldnaam", hint="Zet er dan # voor", never="Fijn wonen"),
    _row("losse-zin", _NAAM, f"{_NAAM}\n    Dit moet nog besproken worden.", "27:5", "geen veldnaam", hint="Zet er dan # voor", never="op één regel"),
    _row("onzichtbaar-teken-vooraan", _TITEL, f"\ufeff{_TITEL}", "3:1", "onzichtbaar teken", hint=_TITEL, sure=True),
    _row("teken-van-een-antwoord", _NAAM, f"> {_NAAM}", "26:1", "antwoord op een mail", hint="met 4 spaties ervoor: naam: Veilig fietsen", sure=True),
    Row(
        name="groep-zonder-dubbele-punten",
        files=changed((f"{_METING}\n", "      - {waarde 70, jaar 2020}\n")),
        at="53:10",
        rule="yaml-vorm",
        says=("Achter 'waarde' ontbreekt de dubbele punt",),
        hint=("schrijf: waarde: 70",),
        count=2,
    ),
    Row(
        name="woord-onder-een-lijst-van-groepen",
        files={"data/themas.yaml": basis("data/themas.yaml") + "  - sport\n"},
        file="data/themas.yaml",
        at="12:5",
        rule="verkeerd-type",
        says=("een groep velden",),
        hint=("naam: sport",),
        never=("springt",),
    ),
    Row(
        name="utf-16-zonder-merk",
        files={KERN: basis(KERN).encode("utf-16-le")},
        at="1:1",
        rule="bestand-leesbaar",
        says=("UTF-16",),
        hint=("'UTF-8'",),
        never=("haal het weg",),
    ),
)  # fmt: skip
