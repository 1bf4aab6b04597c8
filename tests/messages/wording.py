"""Texts that are still to come, that were made for another program, or whose letters went wrong."""

from __future__ import annotations

from messages.row import Row, changed

_INTRO = "inleiding: De gemeente wil dat iedereen veilig over straat kan."
_LINE = "      Ook op het platteland.\n"


def _intro(name: str, text: str, rule: str, *hint: str, says: str = "", at: str = "15:12", sure: bool = False) -> Row:
    """Return a row with another introduction."""
    return Row(
        name=name,
        files=changed((f"{_INTRO}\n", f"inleiding: {text}\n")),
        at=at,
        rule=rule,
        says=(says,),
        hint=hint,
        repaired=sure,
    )


def _begun(name: str, text: str, at: str = "15:12") -> Row:
    return _intro(f"plek-{name}", text, "nog-invullen", "schrijf hier je eigen tekst", at=at)


BEGUN = (
    _begun("xxx", "XXX nog invullen"),
    _begun("nog-te-schrijven", "Nog te schrijven"),
    _begun("hier-komt", "Hier komt nog tekst."),
    _begun("tussen-haken", '"[titel invullen]"'),
    _begun("tussen-haken-zonder-aanhalingstekens", "[in te vullen door Jan]", "15:13"),
    _begun("tussen-punthaken", "<naam>"),
    _begun("volgt", "Tekst volgt nog"),
    _begun("aanvullen", "Nog aan te vullen door beleid"),
    _begun("later", "Komt later"),
    _begun("word", "Klik of tik om tekst in te voeren."),
    _begun("sjabloon", '"{{titel}}"'),
    _begun("strepen", '"______"'),
    _intro("tekst-nvt", "n.v.t.", "lege-tekst", "schrijf hier de tekst", says="n.v.t."),
    _intro("tekst-streepje", '"-"', "lege-tekst", "schrijf hier de tekst"),
    Row(
        name="tekst-die-weg-mag-nvt",
        files=changed(("    naam: Veilig fietsen\n", "    naam: Veilig fietsen\n    toelichting: n.v.t.\n")),
        at="27:18",
        rule="lege-tekst",
        hint=("haal de regel 'toelichting:' weg",),
        mended={},
    ),
    Row(
        name="door-wie-onbekend",
        files=changed(("vastgesteld_door: Gemeenteraad\n", "vastgesteld_door: onbekend\n")),
        at="7:19",
        rule="lege-tekst",
        hint=("vastgesteld_door: null",),
        typed="vastgesteld_door: null",
        repaired=True,
    ),
)


def _marked(name: str, text: str, *hint: str, sure: bool = False) -> Row:
    return _intro(f"opmaak-{name}", text, "opmaak-in-tekst", *hint, sure=sure)


def _below(name: str, *lines: str) -> Row:
    """Return a row with more lines in a text."""
    more = "".join(f"      {line}\n" if line else "\n" for line in lines)
    return Row(
        name=f"opmaak-{name}",
        files=changed((_LINE, f"{_LINE}{more}")),
        at="20:18",
        rule="opmaak-in-tekst",
        hint=("haal",),
        mended={},
    )


MARKED = (
    _marked("vet", "De **gemeente** wil.", "laat de woorden staan: gemeente", sure=True),
    _marked("schuin", "De *gemeente* wil.", "gemeente", sure=True),
    _marked("vet-met-strepen", "De __gemeente__ wil.", "gemeente", sure=True),
    _marked("code", "Lees de `naam` voor.", "naam", sure=True),
    _marked("teken-van-html", "Financi&euml;le zorg.", "typ het teken zelf: ë", sure=True),
    _marked("vaste-spatie-van-html", "Kom&nbsp;mee.", "een spatie", sure=True),
    _marked("code-van-html", "De gemeente.<br>De inwoners.", "haal de code weg"),
    _marked("link", "Zie [de visie](https://polder.example).", "zet het adres in 'link'"),
    _marked("wiki", "Zie [[Wonen]].", "laat alleen de woorden staan"),
    _marked("forum", "De [b]gemeente[/b] wil.", "haal de code weg"),
    _marked("noot", "De gemeente wil dit[^1].", "haal de tekens weg"),
    _marked("nieuwe-regel", "De gemeente wil dit.\\nEn dat.", "typ daar een spatie"),
    _marked("code-van-een-letter", "Financi\\u00eble zorg.", "typ de letter zelf: ë", sure=True),
    _marked("sjabloon", '"Welkom {{ naam }} in de buurt."', "schrijf zelf"),
    _marked("open-plek", "De gemeente [naam gemeente] wil dit.", "schrijf daar wat er hoort te staan"),
    _below("kop", "", "## Doelen", "", "Meer licht."),
    _below("kop-met-streep", "", "Doelen", "======", "Meer licht."),
    _below("lijn", "", "---", "", "Meer licht."),
    Row(
        name="opmaak-vet-zonder-aanhalingstekens",
        files=changed(("    naam: Veilig fietsen\n", "    naam: **Veilig fietsen**\n")),
        at="26:11",
        says=("kan in YAML niet beginnen met *",),
        hint=("naam: Veilig fietsen",),
        typed="naam: Veilig fietsen",
        repaired=True,
    ),
)

BROKEN = (
    _intro("letters-van-windows", "Financi\u00c3\u00able zorg.", "letters-verminkt", "schrijf: Financiële", sure=True),
    _intro("apostrof-van-windows", "De gemeente \u00e2\u20ac\u2122s avonds.", "letters-verminkt", "\u2019s", sure=True),
    _intro("letters-aan-elkaar", "De re\ufb02ectie.", "letters-verminkt", "schrijf: reflectie.", sure=True),
    _intro("accent-los-van-letter", "Financie\u0308le zorg.", "letters-verminkt", "schrijf: Financiële", sure=True),
)

ROWS = (*BEGUN, *MARKED, *BROKEN)
