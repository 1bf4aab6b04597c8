"""What mkdocs.yml says below `theme:` about the own look of an instance; what is wrong is told in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polderkoers.errors import PolderkoersError

_DRAWN = (".svg", ".png", ".webp", ".jpg", ".jpeg")
_PAINTED = (".png", ".webp", ".jpg", ".jpeg")
_SHARED = (".png", ".jpg", ".jpeg")
_LETTERS = (".woff2", ".woff", ".ttf", ".otf")
# What would end an address in a page or a sheet before its end.
_ODD = re.compile(r"""["'<>()\\?#%{}]|[\x00-\x1f]""")
# The views that we draw: the first for who asks for nothing.
DRAWN = ("land", "polder")
_WEIGHTS = ("normaal", "vet", "koppen")


class LookUnusable(PolderkoersError):
    """A line below `theme:` cannot be used."""

    def __init__(self, name: str, what: str, cure: str) -> None:
        super().__init__(f"In mkdocs.yml staat bij theme: {name}: {what}. Hoe op te lossen: {cure}")


@dataclass(frozen=True)
class Options:
    """The own look as it is asked for: files of tokens, and files of docs/ by their path in it; empty is what we have ourselves."""

    tokens: tuple[str, ...] = ()
    dark_tokens: tuple[str, ...] = ()
    logo: str = ""
    dark_logo: str = ""
    landscape: str = ""
    # Without a landscape nothing is drawn in its place.
    draws: bool = True
    # Files of a font by their weight: "normaal" and "vet", or "alle" for one that has all weights; "koppen" is another, of headings.
    fonts: tuple[tuple[str, str], ...] = ()
    shared: str = ""
    shared_words: str = ""
    # Which view is drawn where there is no picture of one's own.
    drawn: str = DRAWN[0]
    # Pictures of one's own in the place of our drawings, with the id of the subject that each is of.
    drawings: tuple[tuple[str, str], ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The files of docs/ that are named."""
        pictures = (*dict(self.fonts).values(), *dict(self.drawings).values())
        named = (self.logo, self.dark_logo, self.landscape, self.shared, *pictures)
        return tuple(filter(None, named))

    @property
    def weights(self) -> frozenset[str]:
        """The weights of the fonts that are named."""
        return frozenset(dict(self.fonts))


def options(theme: Mapping[str, Any], docs: Path) -> Options:
    """Return what a theme of mkdocs.yml asks for. Raises `LookUnusable` when a file is not there or a value cannot be."""
    light, dark = _tokens(theme.get("tokens"))
    landscape = theme.get("landschap", True)
    drawn = landscape if landscape in DRAWN else DRAWN[0]
    found = Options(
        light,
        dark,
        _file(theme, "logo", _DRAWN, docs),
        _file(theme, "logo_donker", _DRAWN, docs),
        _landscape(theme, docs),
        landscape is not False,
        _fonts(theme.get("lettertype"), docs),
        _file(theme, "deelbeeld", _SHARED, docs),
        _words(theme.get("deelbeeld_tekst")),
        drawn,
        tuple(_drawings(theme.get("tekeningen"), docs)),
    )
    if found.shared and not found.shared_words:
        cure = "schrijf in één zin wat er op het beeld staat, voor wie het niet ziet: deelbeeld_tekst: Ons gebouw."
        raise LookUnusable("deelbeeld", "daar hoort een beschrijving bij", cure)
    if "favicon" in theme:
        _favicon(str(theme["favicon"]), docs)
    return found


def _drawings(value: Any, docs: Path) -> Iterator[tuple[str, str]]:
    """Yield the id of each subject that has a picture of one's own, with its path."""
    if value is None:
        return
    if not isinstance(value, Mapping):
        cure = "schrijf per onderwerp een regel met zijn id en een bestand, zoals wonen: assets/wonen.svg."
        raise LookUnusable("tekeningen", f"'{value}' is geen lijst van onderwerpen", cure)
    for subject, path in value.items():
        if checked := _checked("tekeningen", path, _DRAWN, docs):
            yield str(subject), checked


def _landscape(theme: Mapping[str, Any], docs: Path) -> str:
    """Return the path of the picture that stands in the place of our view, or nothing when that is drawn or left out."""
    asked = theme.get("landschap")
    if asked is None or isinstance(asked, bool) or asked in DRAWN:
        return ""
    return _file(theme, "landschap", _DRAWN, docs)


def _tokens(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files of the light and of the dark look: one file, a list, or `licht` and `donker` apart."""
    if not isinstance(value, Mapping):
        return _listed(value), ()
    cure = "schrijf licht: BESTAND en als het er is donker: BESTAND."
    _check_names("tokens", value, ("licht", "donker"), cure)
    return _listed(value["licht"]), _listed(value.get("donker"))


def _check_names(setting: str, value: Mapping[Any, Any], known: tuple[str, ...], cure: str) -> None:
    """Raise `LookUnusable` when a setting has a name that it may not have, or lacks the first of those that it may."""
    unknown = [name for name in value if name not in known]
    if unknown:
        raise LookUnusable(setting, f"'{unknown[0]}' kan daar niet", cure)
    if known[0] not in value:
        raise LookUnusable(setting, f"{known[0]} ontbreekt", cure)


def _listed(value: Any) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    listed = value if isinstance(value, list) else [value]
    wrong = [each for each in listed if not isinstance(each, str) or not each.strip()]
    if wrong:
        cure = "schrijf het pad van een bestand, gezien vanaf mkdocs.yml, of een lijst van paden."
        raise LookUnusable("tokens", f"'{wrong[0]}' is geen pad", cure)
    return tuple(listed)


def _file(theme: Mapping[str, Any], name: str, endings: tuple[str, ...], docs: Path) -> str:
    return _checked(name, theme.get(name), endings, docs)


def _checked(name: str, value: Any, endings: tuple[str, ...], docs: Path) -> str:
    """Return the path of a file in docs/, or nothing when none is asked for."""
    if value is None or value == "":
        return ""
    if not isinstance(value, str):
        raise LookUnusable(name, f"'{value}' is geen pad", "schrijf het pad van een bestand, gezien vanaf de map docs.")
    if _ODD.search(value):
        cure = "geef het bestand een naam met alleen letters, cijfers, streepjes en punten."
        raise LookUnusable(name, f"'{value}' heeft een teken dat in een adres niet kan", cure)
    if Path(value).suffix.lower() not in endings:
        cure = f"gebruik een bestand dat eindigt op {', '.join(endings[:-1])} of {endings[-1]}."
        raise LookUnusable(name, f"'{value}' kan hier niet", cure)
    place = docs / value
    if not place.is_file() or not place.resolve().is_relative_to(docs.resolve()):
        cure = f"zet het bestand in de map docs, dus als docs/{value}, of verander het pad."
        raise LookUnusable(name, f"het bestand '{value}' staat niet in de map docs", cure)
    return value


def _fonts(value: Any, docs: Path) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping):
        path = _checked("lettertype", value, _LETTERS, docs)
        return (("alle", path),) if path else ()
    cure = "schrijf normaal: BESTAND, en als ze er zijn vet: BESTAND en koppen: BESTAND."
    _check_names("lettertype", value, _WEIGHTS, cure)
    paths = [_checked("lettertype", value.get(weight), _LETTERS, docs) for weight in _WEIGHTS]
    return tuple((weight, path) for weight, path in zip(_WEIGHTS, paths, strict=True) if path)


def _words(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


def _favicon(value: str, docs: Path) -> None:
    # The engine and Material have one of their own, which is no file of docs/.
    if value.startswith("assets/") and value in ("assets/favicon.svg", "assets/images/favicon.png"):
        return
    _checked("favicon", value, (".svg", ".png", ".ico"), docs)
