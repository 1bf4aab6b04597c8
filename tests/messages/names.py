"""Names where an id is asked, and ids that nothing has, or has any more."""

from __future__ import annotations

from messages.row import KERN, Row, basis, changed

_LEADER = "    trekker: [gemeente]"


def _row(
    name: str,
    old: str,
    new: str,
    at: str,
    rule: str,
    *says: str,
    right: str | None = None,
    hint: str = "",
    never: str = "mensen-doen-mee",
) -> Row:
    typed = (old if right is None else right).strip()
    return Row(
        name=name,
        files=changed((f"{old}\n", f"{new}\n")),
        at=at,
        rule=rule,
        says=says,
        hint=(hint or typed,),
        typed="" if hint else typed,
        never=(never,),
    )


_WHO = "    verantwoordelijk: [welzijn-polderdam]"
_FORM, _NONE = "vorm", "verwijzing-onbekend"
IDS = (
    _row("de-gemeente", _LEADER, "    trekker: [de gemeente]", "40:15", _FORM, "'de gemeente'", "gemeente"),
    _row("gemeente-met-hoofdletter", _LEADER, "    trekker: [Gemeente]", "40:15", _FORM, "Gemeente"),
    _row(
        "naam-van-een-organisatie",
        _WHO,
        "    verantwoordelijk: [Welzijn Polderdam]",
        "45:24",
        _FORM,
        "Welzijn Polderdam",
    ),
    _row(
        "naam-zonder-hoofdletters",
        _WHO,
        "    verantwoordelijk: [welzijn polderdam]",
        "45:24",
        _FORM,
        "welzijn polderdam",
    ),
    _row(
        "naam-anders-dan-id",
        _WHO,
        "    verantwoordelijk: [Sportclub De Polder]",
        "45:24",
        _FORM,
        right="    verantwoordelijk: [sportclub-polderdam]",
    ),
    _row(
        "naam-die-er-niet-is",
        _WHO,
        "    verantwoordelijk: [Sportclub Zuid]",
        "45:24",
        _FORM,
        "nog niet in",
        hint="- {id: sportclub-zuid, naam: Sportclub Zuid, uitleg: …, soort: overheid}",
        never="Bedoelde je",
    ),
    _row(
        "plaats-met-hoofdletter", "    plaatsen: [polderdam]", "    plaatsen: [Polderdam]", "23:16", _FORM, "Polderdam"
    ),
    _row(
        "thema-met-hoofdletter", "themas: [wonen, veiligheid]", "themas: [Wonen, veiligheid]", "13:10", _FORM, "Wonen"
    ),
    _row(
        "naam-van-een-doel",
        "    over: [doel-lichte-straten]",
        "    over: [Lichte straten]",
        "62:12",
        _FORM,
        "Lichte straten",
    ),
    _row(
        "naam-van-een-bestand",
        "  - met: fijn-wonen/doel-genoeg-huizen",
        "  - met: Fijn wonen",
        "56:10",
        _FORM,
        "Fijn wonen",
        hint="fijn-wonen",
    ),
    _row(
        "naam-van-een-document",
        "bron: {document: visie-2020, plek: Hoofdstuk 2}",
        "bron: {document: Visie 2020, plek: Hoofdstuk 2}",
        "8:18",
        _FORM,
        "Visie 2020",
    ),
    _row(
        "eigen-id-met-hoofdletters",
        "  - id: doel-veilig-fietsen",
        "  - id: Doel Veilig Fietsen",
        "24:9",
        _FORM,
        "Doel Veilig Fietsen",
    ),
    _row(
        "eigen-id-met-liggend-streepje",
        "  - id: doel-veilig-fietsen",
        "  - id: doel_veilig_fietsen",
        "24:9",
        _FORM,
        "doel_veilig_fietsen",
    ),
    _row(
        "eigen-id-met-accent",
        "  - id: doel-veilig-fietsen",
        "  - id: doel-financiële-hulp",
        "24:9",
        _FORM,
        right="  - id: doel-financiele-hulp",
    ),
)

REFERENCES = (
    _row(
        "typefout-in-een-verwijzing",
        _WHO,
        "    verantwoordelijk: [welzijn-poldedam]",
        "45:24",
        _NONE,
        "Bedoelde je 'welzijn-polderdam'?",
        hint="welzijn-polderdam",
    ),
    _row(
        "naam-als-id",
        _WHO,
        "    verantwoordelijk: [sportclub-de-polder]",
        "45:24",
        _NONE,
        "Bedoelde je 'sportclub-polderdam'?",
        hint="sportclub-polderdam",
    ),
    _row(
        "niets-dat-erop-lijkt",
        _WHO,
        "    verantwoordelijk: [de-meerpaal]",
        "45:24",
        _NONE,
        "'de-meerpaal'",
        "nog niet in",
        hint="- {id: de-meerpaal, naam: …, uitleg: …, soort: overheid}",
        never="Bedoelde je",
    ),
    _row(
        "partij-bij-organisaties",
        "    plaatsen: [polderdam]",
        "    plaatsen: [polderdam]\n    organisaties: [inwoners]",
        "24:20",
        _NONE,
        "'inwoners' is een partij",
        hint="data/organisaties.yaml",
        never="Bedoelde je",
    ),
    _row(
        "organisatie-bij-partijen",
        "    partijen: [inwoners]",
        "    partijen: [welzijn-polderdam]",
        "34:16",
        _NONE,
        "'welzijn-polderdam' is een organisatie",
        hint="data/roles.yaml",
        never="Bedoelde je",
    ),
    _row(
        "doel-zonder-bestand",
        "    doelen: [veilig-buiten/doel-lichte-straten]",
        "    doelen: [doel-lichte-straten]",
        "51:14",
        _NONE,
        hint="schrijf veilig-buiten/doel-lichte-straten",
    ),
    _row(
        "doel-met-bestand-waar-het-niet-hoort",
        "    over: [doel-lichte-straten]",
        "    over: [veilig-buiten/doel-lichte-straten]",
        "62:12",
        _FORM,
        right="    over: [doel-lichte-straten]",
    ),
    _row(
        "verwijzing-in-een-ander-bestand",
        "  - met: fijn-wonen/doel-genoeg-huizen",
        "  - met: veilig-wonen/doel-genoeg-huizen",
        "56:10",
        _NONE,
        "Bedoelde je 'fijn-wonen/doel-genoeg-huizen'?",
        hint="fijn-wonen/doel-genoeg-huizen",
    ),
)

_ORGANISATIONS = "data/organisaties.yaml"
GONE = (
    Row(
        name="organisatie-weg",
        files=changed(
            (
                "  - id: welzijn-polderdam\n    naam: Welzijn Polderdam\n    uitleg: Helpt mensen die het moeilijk hebben.\n    soort: zorg en welzijn\n    uitleg_van: redactie\n",
                "",
            ),
            file=_ORGANISATIONS,
        ),
        at="45:24",
        rule=_NONE,
        says=("'welzijn-polderdam'",),
        hint=("gebruik een id dat daar wel staat", "- {id: welzijn-polderdam, naam: …"),
        never=("Bedoelde je",),
    ),
    Row(
        name="doel-weg-waar-naar-verwezen-wordt",
        files=changed(
            (
                "doelen:\n  - id: doel-genoeg-huizen\n    nummer: 1\n    naam: Genoeg huizen\n    plaatsen: [polderdam]\n",
                "doelen:\n  - id: doel-anders\n    naam: Iets anders\n",
            ),
            file="data/kernopgaven/fijn-wonen.yaml",
        ),
        at="29:12",
        file="data/kernopgaven/fijn-wonen.yaml",
        rule=_NONE,
        says=("'doel-genoeg-huizen'",),
        hint=("haal",),
        never=("Bedoelde je",),
        count=2,
    ),
    Row(
        name="bestand-weg-waar-naar-verwezen-wordt",
        files={"data/kernopgaven/fijn-wonen.yaml": None},
        at="56:10",
        rule=_NONE,
        says=("'fijn-wonen'", "is er niet"),
        hint=("haal",),
        never=("Bedoelde je",),
    ),
    Row(
        name="een-keer-voor-alle-plekken",
        files={
            KERN: basis(KERN)
            .replace("[polderdam]", "[polderstad]")
            .replace("naam: Veilig fietsen\n", "naam: Veilig fietsen\n    plaatsen: [polderstad]\n")
        },
        at="23:16",
        rule=_NONE,
        says=("'polderstad'", "regel 27"),
    ),
)

ROWS = (*IDS, *REFERENCES, *GONE)
