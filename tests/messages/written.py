"""Values as people write them: dates, years, numbers, versions, ids and addresses, each with the text to type."""

from __future__ import annotations

from messages.row import Row, changed

_DATE = "vastgesteld_op: 2020-06-28"
_VALUE = "        waarde: 86"
_WHEN = "    wanneer: {tekst: 2021 tot en met 2022, van: 2021, tot: 2022}"
_SOURCE = "bron: {document: visie-2020, plek: Hoofdstuk 2}"
_FIRST = "      - {waarde: 70, jaar: 2020}"
_THEMES = "themas: [wonen, veiligheid]"
_VERSION = 'versie: "1.0"'


def _row(name: str, old: str, new: str, at: str, rule: str, *hint: str, typed: str = "", sure: bool = False) -> Row:
    """Return a row whose hint has these parts; `typed` is the whole line that it gives."""
    return Row(
        name=name,
        files=changed((f"{old}\n", f"{new}\n")),
        at=at,
        rule=rule,
        hint=(*hint, *((typed,) if typed else ())),
        typed=typed,
        repaired=sure,
    )


def _date(name: str, wrong: str, right: str = "2020-06-28", *hint: str, sure: bool = True) -> Row:
    line = f"vastgesteld_op: {right}" if right else ""
    return _row(f"dag-{name}", _DATE, f"vastgesteld_op: {wrong}", "6:17", "vorm", *hint, typed=line, sure=sure)


DATES = (
    _date("met-kastlijntje", "2020–06–28"),
    _date("met-minteken", "2020−06−28"),
    _date("met-vast-streepje", "2020‑06‑28"),  # noqa: RUF001 - the hyphen of Word
    _date("nederlands-met-kastlijntje", "28–6–2020"),
    _date("met-liggend-streepje", "2020_06_28"),
    _date("met-korte-weekdag", "do 28-6-2020"),
    _date("met-weekdag-en-punt", "zo. 28 juni 2020"),
    _date("met-weekdag-en-komma", "zondag, 28 juni 2020"),
    _date("met-ste", "28ste juni 2020"),
    _date("met-tijd-erachter", "28-06-2020 20:00"),
    _date("met-romeinse-maand", "28-VI-2020"),
    _date("met-korte-maand", "28-jun-2020"),
    _date("in-het-engels", "June 28, 2020"),
    _date("maand-voor-dag", "06/28/2020", sure=False),
    _date("dag-en-maand-omgewisseld", "2020-28-06", sure=False),
    _date("met-een-letter-o", "2O20-06-28", sure=False),
    _date("met-raadsvergadering", "raadsvergadering 28 juni 2020", sure=False),
    _date("met-kort-jaar", "28 juni '20", sure=False),
    _date("begin-van-een-maand", "begin juni 2020", "2020-06", sure=False),
    _date("jaar-voor-of-achter", "20-06-28", "", "Is 20 juni 2028 bedoeld?", "2020-06-28", sure=False),
    _date("maand-dertien", "2020-13-45", "", "controleer", sure=False),
    _date("vijfde-kwartaal", "2020-Q5", "", "controleer", sure=False),
    _date("zonder-jaar", "25 juni", "", "zet het jaar ervoor", "-06-25", sure=False),
    _date("twee-dagen", "25 juni 2020 en 2 juli 2020", "", "kies er één: 2020-06-25 of 2020-07-02", sure=False),
    _date("vandaag", "vandaag", "", "schrijf de datum zelf", sure=False),
    _date("week", "week 26 van 2020", "2020", "Weet je alleen het jaar?", sure=False),
    _row("dag-uit-excel", _DATE, "vastgesteld_op: 44010", "6:17", "getal-buiten-grens", "Excel", "2020-06-28"),
    _row("jaar-met-apostrof", _DATE, "vastgesteld_op: '22", "6:17", "yaml-syntaxis", typed="vastgesteld_op: 2022"),
    _row(
        "tot-heden",
        _WHEN,
        "    wanneer: {tekst: vanaf 2021, van: 2021, tot: heden}",
        "41:50",
        "vorm",
        "Laat 'tot' dan weg",
    ),
    _row(
        "van-met-apostrof",
        _WHEN,
        "    wanneer: {tekst: Vanaf 2021, van: '21}",
        "41:39",
        "yaml-syntaxis",
        typed="wanneer: {tekst: Vanaf 2021, van: 2021}",
    ),
    _row(
        "ander-begin-dan-in-woorden",
        _WHEN,
        "    wanneer: {tekst: 2021 tot en met 2022, van: 2012}",
        "41:49",
        "jaar-in-woorden",
        "in 'van'",
    ),
    _row("ander-jaar-dan-in-woorden", _WHEN, "    wanneer: {tekst: Eind 2021, van: 2012}", "41:38", "jaar-in-woorden"),
    _row("ander-einde-dan-in-woorden", _WHEN, "    wanneer: {tekst: 2021-2022, van: 2021, tot: 2023}", "41:49", "jaar-in-woorden"),
    _row("andere-maand-dan-in-woorden", _WHEN, "    wanneer: {tekst: april 2021, van: 2021-05}", "41:39", "jaar-in-woorden"),
)  # fmt: skip


def _number(name: str, wrong: str, *hint: str, rule: str = "verkeerd-type", right: str = "") -> Row:
    line = f"waarde: {right}" if right else ""
    return _row(f"getal-{name}", _VALUE, f"        waarde: {wrong}", "29:17", rule, *hint, typed=line)


NUMBERS = (
    _number("in-woorden", "zesentachtig", "schrijf het getal in cijfers: 86."),
    _number("honderden-in-woorden", "driehonderd", "300"),
    _number("half", "½", "schrijf 0.5."),
    _number("anderhalf", "1½", "schrijf 1.5."),
    _number("met-breuk", "2 1/2", "schrijf 2.5."),
    _number("tot-een-macht", "10³", "weergave"),
    _number("ton", "2 ton", "is het geld? Schrijf 200000", "Schrijf 2, met eenheid: ton"),
    _number("punten-voor-centen", "12.500.00", "Schrijf 12500.", "Schrijf 1250000."),
    _number("groter-dan", "> 300", 'weergave: "> 300"', rule="yaml-syntaxis"),
    _number("deel", "een derde", 'weergave: "een derde"'),
    _number("met-afkorting", "86 st.", "eenheid: st."),
    _row("meting-met-spatie", _FIRST, "      - {waarde: 7 1, jaar: 2020}", "53:18", "verkeerd-type", "Schrijf 71.", "Schrijf 7.1."),
    _row("jaar-van-twee-cijfers", _FIRST, "      - {waarde: 70, jaar: 20}", "53:28", "getal-buiten-grens", "Is 2020 bedoeld?"),
    _row("jaar-met-maand", _FIRST, "      - {waarde: 70, jaar: juni 2020}", "53:28", "verkeerd-type", "Schrijf 2020."),
    _row("jaar-als-dag", _FIRST, "      - {waarde: 70, jaar: 2020-01-01}", "53:28", "verkeerd-type", "Schrijf 2020."),
    _row("nummer-met-deel", "    nummer: 2", "    nummer: 1.2", "25:13", "verkeerd-type", "Is het deel 2 van 1?"),
    _row("nummer-romeins", "    nummer: 2", "    nummer: II", "25:13", "verkeerd-type", "2."),
    _row("nummer-met-nr", "    nummer: 2", "    nummer: nr. 2", "25:13", "verkeerd-type", "2."),
)  # fmt: skip


def _version(name: str, wrong: str) -> Row:
    return _row(f"versie-{name}", _VERSION, f"versie: {wrong}", "4:9", "vorm", "twee getallen", _VERSION)


def _themes(name: str, wrong: str) -> Row:
    return _row(f"themas-{name}", _THEMES, f"themas: [{wrong}]", "13:10", "vorm", typed=_THEMES)


def _document(name: str, wrong: str, right: str = _SOURCE, *hint: str) -> Row:
    new = f"bron: {{document: {wrong}, plek: Hoofdstuk 2}}"
    return _row(f"document-{name}", _SOURCE, new, "8:18", "vorm", *hint, typed=right)


def _link(name: str, wrong: str, right: str, *hint: str) -> Row:
    line = f"bron: {{document: visie-2020, link: {right}}}" if right else ""
    new = f"bron: {{document: visie-2020, link: {wrong}}}"
    return _row(f"adres-{name}", _SOURCE, new, "8:36", "koppeling", *hint, typed=line)


_PLAIN_GOAL = "  - id: doel-veilig-fietsen"
CHOICES = (
    _version("met-drie-getallen", '"1.0.1"'),
    _version("met-een-woord", '"1.0 concept"'),
    _version("zonder-punt", '"1"'),
    _version("met-streepje", '"1-0"'),
    _themes("met-en", "wonen en veiligheid"),
    _themes("met-schuine-streep", "wonen/veiligheid"),
    _themes("met-spatie", "wonen veiligheid"),
    _themes("met-hoofdletters-en-teken", "Wonen & Veiligheid"),
    _document("met-uitgang", "visie-2020.pdf"),
    _document("met-pad", "docs\\visie-2020"),
    _document("met-uitgang-van-yaml", "visie-2020.yaml"),
    _document("onbekend-met-uitgang", "nota-2021.pdf", "", "{id: nota-2021, naam: nota-2021,"),
    _document("twee", "visie-2020 en nota-2021", "", "kies er dan één"),
    _document("adres", "https://polderdam.example/visie.pdf", "", "link: https://polderdam.example/visie.pdf"),
    _link("met-spaties", "https://polderdam.example/mijn visie.pdf", "https://polderdam.example/mijn%20visie.pdf"),
    _link("met-haken", '"<https://polderdam.example>"', "https://polderdam.example"),
    _link("van-markdown", '"[visie](https://polderdam.example)"', "https://polderdam.example"),
    _link("met-typefout", '"htps://polderdam.example"', "https://polderdam.example"),
    _link("zonder-begin", "polderdam.example/visie", "https://polderdam.example/visie"),
    _link("op-een-computer", '"file:///C:/visie.pdf"', "", "staat op een computer", "Haal 'link' dan weg"),
    _link("twee", '"https://a.example https://b.example"', "", "Kies er een"),
    _row("id-met-uitgang", "id: veilig-buiten", "id: veilig-buiten.yaml", "2:5", "vorm", typed="id: veilig-buiten"),
    _row("id-met-letter-van-elders", _PLAIN_GOAL, "  - id: doel-v\u0435ilig-fietsen", "24:9", "vorm", typed=_PLAIN_GOAL.strip(), sure=True),
    _row("status-waar", "status: vastgesteld", "status: true", "5:9", "waarde-uit-lijst", "kies uit"),
    _row("termijn-jaar", "    termijn: kort", "    termijn: 2020", "38:14", "waarde-uit-lijst", "kies uit: kort, lang."),
)  # fmt: skip

ROWS = (*DATES, *NUMBERS, *CHOICES)
