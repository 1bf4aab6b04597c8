"""Files that other programs and habits leave in data/, and files with another name than they should have."""

from __future__ import annotations

from messages.row import KERN, Row, basis

_TEXT = basis(KERN)
_FOLDER = "data/kernopgaven"


def _row(
    name: str,
    file: str,
    *says: str,
    hint: tuple[str, ...],
    content: str | bytes = _TEXT,
    gone: bool = False,
    never: tuple[str, ...] = (),
    sure: bool = False,
) -> Row:
    """Return a row of one extra file; `gone` takes the original away."""
    path = f"{_FOLDER}/{file}"
    files: dict[str, str | bytes | None] = {path: content}
    if gone:
        files[KERN] = None
    return Row(
        name=name,
        files=files,
        file=path,
        at="1:1",
        rule="bestandsnaam",
        says=says,
        hint=hint,
        never=never,
        repaired=sure,
        mended=None if sure else {path: None},
    )


_ZIP = b"PK\x03\x04\x00\x00"
_NO_NAME = (".docx.yaml", "noem het notitie", "noem het visie", "noem het buurt")
_AWAY = ("haal het weg",)

ROWS = (
    _row("word", "notitie.docx", "Word", hint=("neem de tekst over", "haal"), content=_ZIP, never=_NO_NAME),
    _row("word-oud", "notitie.doc", "Word", hint=("haal",), content=_ZIP, never=_NO_NAME),
    _row("word-vergrendeling", "~$notitie.docx", "Word", hint=_AWAY, content=_ZIP, never=_NO_NAME),
    _row("excel", "cijfers.xlsx", "Excel", hint=("neem", "haal"), content=_ZIP, never=_NO_NAME),
    _row("opendocument", "notitie.odt", "LibreOffice", hint=("haal",), content=_ZIP, never=_NO_NAME),
    _row("bestand-csv", "export.csv", "tabel", hint=("haal",), content="a;b\n1;2\n", never=_NO_NAME),
    _row("pdf", "visie.pdf", "PDF", hint=("bron", "haal"), content=b"%PDF-1.4\n", never=_NO_NAME),
    _row("foto", "buurt.jpg", "afbeelding", hint=("geen plek", "haal"), content=b"\xff\xd8\xff", never=_NO_NAME),
    _row("tekening", "buurt.png", "afbeelding", hint=("geen plek", "haal"), content=b"\x89PNG", never=_NO_NAME),
    _row("zip", "alles.zip", "ingepakt", hint=("haal",), content=_ZIP, never=_NO_NAME),
    _row("bestand-mail", "vraag.eml", "e-mail", hint=("haal",), content="Van: Jan\n", never=_NO_NAME),
    _row("webpagina", "buiten.html", "webpagina", hint=("haal",), content="<p>", never=_NO_NAME),
    _row("bestand-markdown", "leesmij.md", "Markdown", hint=("haal",), content="# Uitleg\n", never=_NO_NAME),
    _row("bestand-json", "export.json", "JSON", hint=("haal",), content="{}", never=_NO_NAME),
    _row("tekst", "notitie.txt", "tekst", hint=("haal",), content="Hallo\n", never=_NO_NAME),
    _row("thumbs", "Thumbs.db", "Windows", hint=_AWAY, content=_ZIP, never=_NO_NAME),
    _row("desktop-ini", "desktop.ini", "Windows", hint=_AWAY, content="[x]\n", never=_NO_NAME),
    _row("reservekopie-bak", "veilig-buiten.yaml.bak", "reservekopie", hint=_AWAY, never=_NO_NAME),
    _row("reservekopie-orig", "veilig-buiten.yaml.orig", "reservekopie", hint=_AWAY, never=_NO_NAME),
    _row("reservekopie-rej", "veilig-buiten.yaml.rej", "reservekopie", hint=_AWAY, never=_NO_NAME),
    _row("reservekopie-slangetje", "veilig-buiten.yaml~", "reservekopie", hint=_AWAY, never=_NO_NAME),
    _row("reservekopie-swp", "veilig-buiten.swp", "reservekopie", hint=_AWAY, never=_NO_NAME),
    _row("yml-naast-yaml", "veilig-buiten.yml", "veilig-buiten.yaml staat er al", hint=_AWAY, never=("noem het",)),
    _row("txt-naast-yaml", "veilig-buiten.yaml.txt", "veilig-buiten.yaml staat er al", hint=_AWAY, never=("noem het",)),
    _row("yml", "veilig-buiten.yml", ".yaml", hint=("noem het veilig-buiten.yaml",), gone=True, sure=True),
    _row("yaml-txt", "veilig-buiten.yaml.txt", ".yaml", hint=("noem het veilig-buiten.yaml",), gone=True, sure=True),
    _row("yml-txt", "veilig-buiten.yml.txt", ".yaml", hint=("noem het veilig-buiten.yaml",), gone=True, sure=True),
    _row(
        "hoofdletters-in-de-uitgang",
        "veilig-buiten.YAML",
        ".yaml",
        hint=("noem het veilig-buiten.yaml",),
        gone=True,
        sure=True,
    ),
    _row("zonder-uitgang", "veilig-buiten", ".yaml", hint=("noem het veilig-buiten.yaml",), gone=True, sure=True),
)


def _named(
    name: str,
    file: str,
    *says: str,
    hint: tuple[str, ...],
    at: str = "2:5",
    sure: bool = False,
    mended: dict[str, str | None] | None = None,
    original: str | None = None,
    rule: str = "bestandsnaam",
) -> Row:
    path = f"data/{file}"
    return Row(
        name=name,
        files={path: _TEXT, KERN: original},
        file=path,
        at=at,
        rule=rule,
        says=says,
        hint=hint,
        repaired=sure,
        mended=mended,
    )


_BACK = {KERN: _TEXT}
NAMED = (
    _named(
        "hoofdletters-in-de-naam",
        "kernopgaven/Veilig-Buiten.yaml",
        "'Veilig-Buiten.yaml'",
        hint=("noem het bestand veilig-buiten.yaml",),
        sure=True,
    ),
    _named(
        "spatie-in-de-naam",
        "kernopgaven/veilig buiten.yaml",
        "'veilig buiten.yaml'",
        hint=("noem het bestand veilig-buiten.yaml",),
        sure=True,
    ),
    _named(
        "nummer-achter-de-naam",
        "kernopgaven/veilig-buiten (1).yaml",
        "'veilig-buiten (1).yaml'",
        hint=("noem het bestand veilig-buiten.yaml",),
        sure=True,
    ),
    _named(
        "kopie-achter-de-naam",
        "kernopgaven/veilig-buiten - kopie.yaml",
        "'veilig-buiten - kopie.yaml'",
        hint=("noem het bestand veilig-buiten.yaml",),
        sure=True,
    ),
    _named(
        "andere-naam-dan-id",
        "kernopgaven/veilig-op-straat.yaml",
        "'veilig-op-straat.yaml'",
        "'veilig-buiten'",
        hint=("noem het bestand veilig-buiten.yaml", "aan het id verandert niets"),
        sure=True,
    ),
    _named(
        "verkeerde-map",
        "plannen/veilig-buiten.yaml",
        "hoort in de map data/kernopgaven",
        hint=("verplaats", "data/kernopgaven/"),
        at="1:8",
        sure=True,
    ),
    _named(
        "los-in-data",
        "veilig-buiten.yaml",
        "hoort in de map data/kernopgaven",
        hint=("verplaats", "data/kernopgaven/"),
        at="1:8",
        sure=True,
    ),
    _named(
        "eigen-map",
        "concepten/veilig-buiten.yaml",
        "hoort in de map data/kernopgaven",
        hint=("verplaats", "data/kernopgaven/"),
        at="1:8",
        sure=True,
    ),
    _named(
        "kopie-met-nummer",
        "kernopgaven/veilig-buiten (1).yaml",
        "kopie van data/kernopgaven/veilig-buiten.yaml",
        hint=("haal", "geef"),
        rule="dubbel-id",
        original=_TEXT,
    ),
    _named(
        "kopie-met-woord",
        "kernopgaven/veilig-buiten - kopie.yaml",
        "kopie van data/kernopgaven/veilig-buiten.yaml",
        hint=("haal", "geef"),
        rule="dubbel-id",
        original=_TEXT,
    ),
    _named(
        "kopie-met-andere-naam",
        "kernopgaven/a-veilig-op-straat.yaml",
        "kopie van data/kernopgaven/veilig-buiten.yaml",
        hint=("haal", "id: a-veilig-op-straat"),
        rule="dubbel-id",
        original=_TEXT,
    ),
    _named(
        "kopie-in-een-andere-map",
        "plannen/veilig-buiten.yaml",
        "kopie van data/kernopgaven/veilig-buiten.yaml",
        hint=("haal",),
        rule="dubbel-id",
        original=_TEXT,
    ),
)


def _bytes(name: str, content: bytes, at: str, *says: str, rule: str = "bestand-leesbaar", hint: str = "UTF-8") -> Row:
    return Row(name=name, files={KERN: content}, at=at, rule=rule, says=says, hint=(hint,))


_ACCENT = _TEXT.replace("Veilig buiten", "Vrij één")
ENCODINGS = (
    _bytes("ansi", _ACCENT.encode("cp1252"), "3:13", "UTF-8"),
    _bytes("unicode", _TEXT.encode("utf-16"), "1:1", "UTF-16"),
    _bytes("geen-tekst", b"\x00\x01\x02\xff", "1:1", "geen tekstbestand", hint="haal"),
    _bytes("leeg", b"", "1:1", "leeg", rule="leeg-bestand", hint="polderkoers new kernopgave veilig-buiten"),
    _bytes(
        "alleen-opmerkingen",
        b"# nog te doen\n",
        "1:1",
        "leeg",
        rule="leeg-bestand",
        hint="polderkoers new kernopgave veilig-buiten",
    ),
)

_THEMES = "data/themas.yaml"
_FINE = "data/kernopgaven/fijn-wonen.yaml"


def _whole(
    name: str,
    files: dict[str, str | bytes | None],
    file: str,
    at: str,
    rule: str,
    *says: str,
    hint: str,
    sure: bool = False,
) -> Row:
    return Row(name=name, files=files, file=file, at=at, rule=rule, says=says, hint=(hint,), repaired=sure)


WHOLE = (
    _whole("pdf-als-yaml", {f"{_FOLDER}/visie.yaml": b"%PDF-1.4\n%\xe2\xe3"}, f"{_FOLDER}/visie.yaml", "1:1", "bestand-leesbaar", "een PDF", hint="data/documenten.yaml"),
    _whole("word-als-yaml", {f"{_FOLDER}/visie.yaml": _ZIP}, f"{_FOLDER}/visie.yaml", "1:1", "bestand-leesbaar", "Word of Excel", hint="neem de tekst over"),
    _whole("foto-als-yaml", {f"{_FOLDER}/foto.yaml": b"\x89PNG\r\n\x1a\n\x00"}, f"{_FOLDER}/foto.yaml", "1:1", "bestand-leesbaar", "een afbeelding", hint="haal het weg"),
    _whole("uitgang-met-typefout", {f"{_FOLDER}/veilig-buiten.ymal": _TEXT, KERN: None}, f"{_FOLDER}/veilig-buiten.ymal", "1:1", "bestandsnaam", ".yaml", hint="noem het veilig-buiten.yaml", sure=True),
    _whole("uitgang-dubbel", {f"{_FOLDER}/veilig-buiten.yaml.yaml": _TEXT, KERN: None}, f"{_FOLDER}/veilig-buiten.yaml.yaml", "2:5", "bestandsnaam", hint="noem het bestand veilig-buiten.yaml", sure=True),
    _whole("map-met-hoofdletter", {"data/Kernopgaven/veilig-buiten.yaml": _TEXT, KERN: None}, "data/Kernopgaven/veilig-buiten.yaml", "1:8", "bestandsnaam", hint="verplaats", sure=True),
    _whole("map-met-hoofdletter-ernaast", {"data/Kernopgaven/veilig-buiten.yaml": _TEXT}, "data/Kernopgaven/veilig-buiten.yaml", "2:5", "dubbel-id", "een kopie van data/kernopgaven/veilig-buiten.yaml", hint="haal dit bestand weg"),
    _whole("kopie-die-vooraan-staat", {f"{_FOLDER}/a-nieuw.yaml": _TEXT}, f"{_FOLDER}/a-nieuw.yaml", "2:5", "dubbel-id", "een kopie van data/kernopgaven/veilig-buiten.yaml", hint="id: a-nieuw"),
    _whole("kopie-met-een", {f"{_FOLDER}/fijn-wonen-1.yaml": basis(_FINE)}, f"{_FOLDER}/fijn-wonen-1.yaml", "2:5", "dubbel-id", "een kopie van data/kernopgaven/fijn-wonen.yaml", hint="id: fijn-wonen-1"),
    _whole("kopie-met-andere-tekst", {f"{_FOLDER}/a-nieuw.yaml": _TEXT.replace("Veilig buiten", "Anders")}, f"{_FOLDER}/a-nieuw.yaml", "2:5", "dubbel-id", "Er staat wel iets anders in", hint="kijk welke tekst de goede is"),
    _whole("kopie-van-een-lijst", {"data/themas-oud.yaml": basis(_THEMES)}, "data/themas-oud.yaml", "2:5", "dubbel-id", hint="Van de soort 'themas' is er één bestand"),
    _whole("id-van-een-bestand-veranderd", {KERN: _TEXT.replace("id: veilig-buiten", "id: veilig-op-straat")}, KERN, "2:5", "bestandsnaam", hint="schrijf: id: veilig-buiten"),
    _whole("lijst-weg", {_THEMES: None}, _FINE, "10:10", "verwijzing-onbekend", "Het bestand data/themas.yaml is er niet", hint="zet het terug"),
    _whole("lijst-leeg", {_THEMES: ""}, _THEMES, "1:1", "leeg-bestand", hint="zet terug wat erin stond"),
    _whole("lijst-met-andere-naam", {_THEMES: None, "data/thema.yaml": basis(_THEMES)}, "data/thema.yaml", "2:5", "bestandsnaam", hint="noem het bestand themas.yaml", sure=True),
    _whole("soort-van-een-ander-bestand", {KERN: _TEXT.replace("soort: kernopgave", "soort: plan")}, KERN, "1:8", "soort", "de velden van een kernopgave", hint="soort: kernopgave"),
)  # fmt: skip

ROWS = (*ROWS, *NAMED, *ENCODINGS, *WHOLE)
