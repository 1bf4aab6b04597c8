"""What tools, tables and other programs leave behind in a file."""

from __future__ import annotations

from messages.row import KERN, Row, basis, changed

_OURS, _MIDDLE, _THEIRS = "<<<<<<< HEAD\n", "=======\n", ">>>>>>> voorstel\n"
_CONFLICT = ("een botsing van twee wijzigingen",)
_CHOOSE = ("kies wat blijft", "haal de regels met")
_VERSION = 'versie: "1.0"\n'


def _version(text: str) -> dict[str, str]:
    return changed((_VERSION, text))


CONFLICTS = (
    Row(
        name="botsing-om-een-veld",
        files=_version(f'{_OURS}versie: "1.1"\n{_MIDDLE}versie: "1.2"\n{_THEIRS}'),
        at="4:1",
        says=_CONFLICT,
        hint=(*_CHOOSE, "regel 4, 6 en 8"),
        mended=_version('versie: "1.2"\n'),
    ),
    Row(
        name="botsing-met-drie-kanten",
        files=_version(
            f'{_OURS}versie: "1.1"\n||||||| basis\nversie: "1.0"\n{_MIDDLE}versie: "1.2"\n{_THEIRS}',
        ),
        at="4:1",
        says=_CONFLICT,
        hint=(*_CHOOSE, "regel 4, 6, 8 en 10"),
    ),
    Row(
        name="botsing-half-opgelost",
        files=_version(f'versie: "1.1"\n{_MIDDLE}'),
        at="5:1",
        says=_CONFLICT,
        hint=("haal regel 5 weg",),
        mended=_version('versie: "1.1"\n'),
    ),
    Row(
        name="botsing-alleen-het-einde",
        files=_version(f"{_VERSION}{_THEIRS}"),
        at="5:1",
        says=_CONFLICT,
        hint=("haal regel 5 weg",),
        mended=_version(_VERSION),
    ),
    Row(
        name="botsing-in-een-tekst",
        files=changed(("  De gemeente maakt straten lichter.\n", f"{_OURS}  Licht.\n{_MIDDLE}  Donker.\n{_THEIRS}")),
        at="11:1",
        says=_CONFLICT,
        hint=_CHOOSE,
    ),
    Row(
        name="botsing-om-een-onderdeel",
        file="data/organisaties.yaml",
        files=changed(
            (
                "  - id: sportclub-polderdam\n",
                f"{_OURS}  - id: sportclub-polderdam\n{_MIDDLE}  - id: voetbal-polderdam\n{_THEIRS}",
            ),
            file="data/organisaties.yaml",
        ),
        at="16:1",
        says=_CONFLICT,
        hint=_CHOOSE,
    ),
    Row(
        name="botsing-tussen-aanhalingstekens",
        files=changed(
            ("titel: Veilig buiten\n", f'titel: "Veilig\n{_OURS}buiten\n{_MIDDLE}thuis\n{_THEIRS}"\n'),
        ),
        at="4:1",
        says=_CONFLICT,
        hint=_CHOOSE,
    ),
    Row(
        name="botsing-zonder-lege-plek-erna",
        files=changed(("nummer: 2\ninleiding", "<<<<<<<\nnummer: 2\n=======\nnummer: 3\n>>>>>>>\ninleiding")),
        at="14:1",
        says=_CONFLICT,
        hint=_CHOOSE,
    ),
)

_GOALS = "  - id: doel-lichte-straten\n"
_TABLE = ("een tabel",)
_ROWS = ("elke rij", "een streepje")

TABLES = (
    Row(
        name="tabel-met-tabs",
        files=changed((_GOALS, f"Nummer\tNaam\n1\tLichte straten\n2\tVeilig fietsen\n{_GOALS}")),
        at="17:1",
        says=_TABLE,
        hint=(*_ROWS, "- {nummer: 1, naam: Lichte straten}"),
    ),
    Row(
        name="tabel-met-tabs-ingesprongen",
        files=changed(("      - {waarde: 70, jaar: 2020}\n", "      Jaar\tWaarde\n      2020\t70\n")),
        at="53:7",
        says=_TABLE,
        hint=(*_ROWS, "- {jaar: 2020, waarde: 70}"),
        mended=changed(
            ("      - {waarde: 70, jaar: 2020}\n", "      - {jaar: 2020, waarde: 70}\n"),
        ),
    ),
    Row(
        name="tabel-met-streepjes",
        files=changed((_GOALS, f"| Nummer | Naam |\n|---|---|\n| 1 | Lichte straten |\n{_GOALS}")),
        at="17:1",
        says=_TABLE,
        hint=(*_ROWS, "- {nummer: 1, naam: Lichte straten}"),
    ),
    Row(
        name="tabel-in-een-lijst-met-streepjes",
        files=changed(("      - {waarde: 70, jaar: 2020}\n", "      | jaar | waarde |\n      | 2020 | 70 |\n")),
        at="53:7",
        says=_TABLE,
        hint=(*_ROWS, "- {jaar: 2020, waarde: 70}"),
    ),
    Row(
        name="tabel-met-puntkommas",
        files=changed((_GOALS, f"nummer;naam\n1;Lichte straten\n2;Veilig fietsen\n{_GOALS}")),
        at="17:1",
        says=_TABLE,
        hint=(*_ROWS, "- {nummer: 1, naam: Lichte straten}"),
    ),
    Row(
        name="tabel-zonder-koppen",
        files=changed((_GOALS, f"1\tLichte straten, overal\n2\tVeilig fietsen\n{_GOALS}")),
        at="17:1",
        says=_TABLE,
        hint=_ROWS,
    ),
)


def _pasted(name: str, text: str | bytes, says: str, *hints: str, at: str = "1:1", rule: str = "yaml-syntaxis") -> Row:
    return Row(name=name, files={KERN: text}, at=at, rule=rule, says=(says,), hint=hints)


_START = ("polderkoers new kernopgave",)
_MAIL = "Van: Jan\nAan: gemeente@polderdam.example\nOnderwerp: wijziging\n\nHallo,\n\nWil je doel 2 veranderen?\n\nGroet, Jan\n"

FOREIGN = (
    _pasted("xml", '<?xml version="1.0"?>\n<rdf:RDF>\n\t<a>b</a>\n</rdf:RDF>\n', "Dit is XML", *_START, rule="soort"),
    _pasted("html", "<!DOCTYPE html>\n<html>\n<body>\n<p>Veilig: buiten</p>\n", "een webpagina (HTML)", *_START),
    _pasted("html-zonder-kop", "<h1>Veilig buiten</h1>\n<p>Tekst: tekst</p>\n", "een webpagina (HTML)", *_START),
    _pasted("json", '{"titel": "Veilig buiten", "nummer": 2}\n', "Dit is JSON", *_START, rule="soort"),
    _pasted("json-lijst", '[\n  {"titel": "Veilig buiten"}\n]\n', "Dit is JSON", *_START, rule="soort"),
    _pasted("json-kapot", '{\n  "titel": "Veilig buiten"\n  "nummer": 2\n}\n', "Dit is JSON", *_START),
    _pasted("markdown", "# Veilig buiten\n\nEen tekst: met *sterren*.\n- punt\n", "gewone tekst", *_START),
    _pasted(
        "markdown-met-kop",
        f"---\n{basis(KERN)}---\n\n# Veilig buiten\n",
        "Achter de gegevens staat nog een stuk",
        "haal",
        "65",
        at="65:1",
        rule="yaml-vorm",
    ),
    _pasted(
        "rtf", "{\\rtf1\\ansi Veilig buiten\\par}\n", "een tekst uit een tekstverwerker (RTF)", *_START, rule="soort"
    ),
    _pasted("mail", _MAIL, "een e-mail", *_START),
    _pasted("toelichting-van-chat", f"Hier is je bestand:\n\n```yaml\n{basis(KERN)}```\n", "```", "haal", at="3:1"),
    _pasted("hekjes-om-het-bestand", f"```yaml\n{basis(KERN)}```\n", "```", "haal", at="1:1"),
    Row(
        name="twee-documenten",
        files={KERN: f"{basis(KERN)}---\nsoort: kernopgave\n"},
        at="64:1",
        rule="yaml-vorm",
        says=("Achter de gegevens staat nog een stuk",),
        hint=("haal", "64"),
    ),
    _pasted("brief", "Geachte raad,\n\nHierbij onze reactie: wij zijn het eens.\n", "gewone tekst", *_START),
    _pasted("csv", "nummer;naam\n1;Licht\n2;Fietsen\n", "een tabel", *_START, rule="soort"),
)

ROWS = (*CONFLICTS, *TABLES, *FOREIGN)
