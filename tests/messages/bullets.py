"""Bullets, spaces and quotation marks as they come out of a word processor."""

from __future__ import annotations

from messages.row import Row, changed

_GOAL = "  - id: doel-veilig-fietsen\n"
_TITLE = "titel: Veilig buiten\n"
_TYPED = "- id: doel-veilig-fietsen"


def _goal(text: str) -> dict[str, str]:
    return changed((_GOAL, text))


def _bullet(sign: str, name: str, *, column: int = 3) -> Row:
    return Row(
        name=f"opsomming-{name}",
        files=_goal(f"  {sign} id: doel-veilig-fietsen\n"),
        at=f"24:{column}",
        says=("begint met een streepje", f"'{sign}'"),
        hint=(f"schrijf: {_TYPED}",),
        typed=_TYPED,
        repaired=True,
    )


def _names(sign: str, name: str) -> Row:
    pasted = f"    partners:\n      {sign} inwoners\n      {sign} sportclub-polderdam\n"
    return Row(
        name=f"opsomming-van-ids-{name}",
        files=changed(("    partners: [inwoners, sportclub-polderdam]\n", pasted)),
        at="47:7",
        rule="yaml-syntaxis" if sign == "*" else "verkeerd-type",
        says=(f"'{sign}'", "lijst"),
        hint=("partners: [inwoners, sportclub-polderdam]",),
        mended={},
    )


BULLETS = (
    _bullet("•", "rondje"),
    _bullet("–", "half-kastlijntje"),
    _bullet("—", "kastlijntje"),
    _bullet("·", "punt-in-het-midden"),
    _bullet("*", "sterretje"),
    _bullet("o", "letter-o"),
    _bullet("+", "plus"),
    _bullet("▪", "blokje"),
    _bullet("−", "minteken"),
    _bullet("1.", "cijfer"),
    _bullet("a)", "letter"),
    _bullet(">", "groter-dan"),
    _names("•", "rondje"),
    _names("–", "half-kastlijntje"),
    _names("o", "letter-o"),
    _names("1.", "cijfer"),
    _names("*", "sterretje"),
    Row(
        name="twee-streepjes",
        files=_goal("  - - id: doel-veilig-fietsen\n"),
        at="24:5",
        says=("twee streepjes",),
        hint=(f"schrijf: {_TYPED}",),
        typed=_TYPED,
    ),
    Row(
        name="streepje-zonder-spatie",
        files=_goal("  -id: doel-veilig-fietsen\n"),
        at="24:4",
        says=("Achter het streepje ontbreekt een spatie.",),
        hint=(f"schrijf: {_TYPED}",),
        typed=_TYPED,
        repaired=True,
    ),
)

_NBSP = "\u00a0"
SPACES = (
    Row(
        name="vaste-spaties-vooraan",
        files=changed(("    naam: Lichte straten\n", f"{_NBSP * 4}naam: Lichte straten\n")),
        at="19:1",
        says=("vaste spaties",),
        hint=("gewone spaties",),
        repaired=True,
    ),
    Row(
        name="vaste-spaties-voor-een-streepje",
        files=_goal(f"{_NBSP}{_NBSP}- id: doel-veilig-fietsen\n"),
        at="24:1",
        says=("vaste spaties",),
        hint=("gewone spaties",),
        repaired=True,
    ),
    Row(
        name="gemengde-spaties-vooraan",
        files=changed(("    naam: Lichte straten\n", f"  {_NBSP} naam: Lichte straten\n")),
        at="19:3",
        says=("vaste spaties",),
        hint=("gewone spaties",),
        repaired=True,
    ),
    Row(
        name="vaste-spatie-achter-dubbele-punt",
        files=changed((_TITLE, f"titel:{_NBSP}Veilig buiten\n")),
        at="3:7",
        says=("vaste spatie",),
        hint=("titel: Veilig buiten",),
        typed="titel: Veilig buiten",
        repaired=True,
    ),
    Row(
        name="vaste-spatie-achter-streepje",
        files=_goal(f"  -{_NBSP}id: doel-veilig-fietsen\n"),
        at="24:4",
        says=("vaste spatie",),
        hint=(_TYPED,),
        typed=_TYPED,
        repaired=True,
    ),
    Row(
        name="vaste-spatie-in-een-groep",
        files=changed(
            (
                "bron: {document: visie-2020, plek: Hoofdstuk 2}",
                f"bron: {{document:{_NBSP}visie-2020, plek: Hoofdstuk 2}}",
            )
        ),
        at="8:8",
        rule="onbekend-veld",
        says=("vaste spatie",),
        hint=("document: visie-2020",),
    ),
    Row(
        name="tab-vooraan",
        files=changed(("    naam: Lichte straten\n", "\t\tnaam: Lichte straten\n")),
        at="19:1",
        says=("tab",),
        hint=("spaties",),
        repaired=True,
    ),
    Row(
        name="tab-voor-een-streepje",
        files=_goal("\t- id: doel-veilig-fietsen\n"),
        at="24:1",
        says=("tab",),
        hint=("spaties",),
        repaired=True,
    ),
    Row(
        name="tab-achter-een-streepje",
        files=_goal("  -\tid: doel-veilig-fietsen\n"),
        at="24:4",
        says=("tab",),
        hint=(_TYPED,),
        typed=_TYPED,
        repaired=True,
    ),
    Row(
        name="een-heel-bestand-met-tabs",
        files=changed(
            (
                "  - id: rol-inwoners\n    partijen: [inwoners]\n    naam: Inwoners letten op elkaar\n",
                "\t- id: rol-inwoners\n\t\tpartijen: [inwoners]\n\t\tnaam: Inwoners letten op elkaar\n",
            )
        ),
        at="33:1",
        says=("tab",),
        hint=("spaties",),
        repaired=True,
    ),
)


def _quoted(
    name: str, wrong: str, right: str, *, column: int = 8, says: str = "aanhalingstekens", sure: bool = True
) -> Row:
    return Row(
        name=name,
        files=changed((_TITLE, f"titel: {wrong}\n")),
        at=f"3:{column}",
        says=(says,),
        hint=(f"titel: {right}",),
        typed=f"titel: {right}",
        repaired=sure,
    )


QUOTES = (
    _quoted("krullen-om-een-tekst", "“Veilig: buiten”", '"Veilig: buiten"'),
    _quoted("enkele-krullen-om-een-tekst", "‘Veilig: buiten’", '"Veilig: buiten"'),
    _quoted("lage-krul-om-een-tekst", "„Veilig: buiten”", '"Veilig: buiten"'),
    _quoted("franse-tekens-om-een-tekst", "«Veilig: buiten»", '"Veilig: buiten"'),
    _quoted("recht-en-krul", '"Veilig buiten”', '"Veilig buiten"'),
    _quoted("krul-en-recht", '“Veilig: buiten"', '"Veilig: buiten"'),
    _quoted(
        "krullen-in-een-tekst", "Veilig “buiten: altijd”", '"Veilig “buiten: altijd”"', column=22, says="dubbele punt"
    ),
    _quoted("dubbele-punt-in-een-tekst", "Veilig: buiten", '"Veilig: buiten"', column=14, says="dubbele punt"),
    _quoted(
        "dubbele-punt-en-aanhalingstekens", 'Veilig: "buiten"', "'Veilig: \"buiten\"'", column=14, says="dubbele punt"
    ),
    _quoted("dubbele-punt-en-apostrof", "Thema's: veilig", '"Thema\'s: veilig"', column=15, says="dubbele punt"),
    _quoted("s-ochtends", "'s Ochtends veilig", '"\'s Ochtends veilig"', says="apostrof"),
    _quoted("n-buurt", "'n Veilige buurt", '"\'n Veilige buurt"', says="apostrof"),
    _quoted("t-huis", "'t Veilige huis", '"\'t Veilige huis"', says="apostrof"),
    _quoted("s-gravenhage", "'s-Gravenhage is veilig", '"\'s-Gravenhage is veilig"', says="apostrof"),
    _quoted("s-en-t", "'s Ochtends in 't dorp", "\"'s Ochtends in 't dorp\"", says="apostrof"),
    _quoted("s-en-dubbele-punt", "'s Ochtends: veilig", '"\'s Ochtends: veilig"', says="apostrof"),
    _quoted("apostrof-tussen-enkele", "'Thema's buiten'", '"Thema\'s buiten"', column=8, says="apostrof"),
    _quoted("aanhalingsteken-open", '"Veilig buiten', '"Veilig buiten"', says="niet gesloten"),
    _quoted("aanhalingsteken-enkel-open", "'Veilig buiten", '"Veilig buiten"', says="niet gesloten"),
    _quoted(
        "tekst-achter-aanhalingsteken",
        '"Veilig" buiten',
        "'\"Veilig\" buiten'",
        column=17,
        says="Achter het aanhalingsteken",
    ),
    _quoted(
        "aanhalingstekens-in-aanhalingstekens",
        '"Veilig "buiten" altijd"',
        "'Veilig \"buiten\" altijd'",
        column=17,
        says="Achter het aanhalingsteken",
    ),
    Row(
        name="krullen-om-een-versie",
        files=changed(('versie: "1.0"', "versie: “1.0”")),
        at="4:9",
        rule="vorm",
        says=("aanhalingstekens",),
        hint=('versie: "1.0"',),
        typed='versie: "1.0"',
        repaired=True,
    ),
    Row(
        name="krullen-om-een-id",
        files=changed(("id: veilig-buiten", "id: ‘veilig-buiten’")),
        at="2:5",
        rule="vorm",
        says=("aanhalingstekens",),
        hint=("id: veilig-buiten",),
        typed="id: veilig-buiten",
        repaired=True,
    ),
    Row(
        name="komma-in-een-groep",
        files=changed(("plek: Hoofdstuk 2}", "plek: Kernopgave 2, Doel}")),
        at="8:50",
        rule="onbekend-veld",
        says=("komma",),
        hint=('plek: "Kernopgave 2, Doel"',),
        mended=changed(("plek: Hoofdstuk 2}", 'plek: "Kernopgave 2, Doel"}')),
    ),
    Row(
        name="krullen-in-een-groep",
        files=changed(("plek: Hoofdstuk 2}", "plek: “Kernopgave 2, Doel”}")),
        at="8:51",
        rule="onbekend-veld",
        says=("komma",),
        hint=('plek: "Kernopgave 2, Doel"',),
        mended=changed(("plek: Hoofdstuk 2}", 'plek: "Kernopgave 2, Doel"}')),
    ),
    Row(
        name="dubbele-punt-in-een-groep",
        files=changed(("plek: Hoofdstuk 2}", "plek: Deel 1: wonen}")),
        at="8:7",
        says=("dubbele punt",),
        hint=('plek: "Deel 1: wonen"',),
        mended=changed(("plek: Hoofdstuk 2}", 'plek: "Deel 1: wonen"}')),
    ),
    Row(
        name="apostrof-in-een-lijst",
        files=changed(("themas: [wonen, veiligheid]", "themas: [wonen, 'veiligheid]")),
        at="13:17",
        says=("niet gesloten",),
        hint=("themas: [wonen, veiligheid]",),
    ),
)

ROWS = (*BULLETS, *SPACES, *QUOTES)
