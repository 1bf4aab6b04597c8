"""Files with a name that no data file has: what they are, and what to do with them."""

from __future__ import annotations

import difflib
import re
from pathlib import PurePosixPath

from polderkoers.problems import Problem, Repair

_PLACE_FOR = "in de map data horen alleen bestanden met gegevens."
_TAKE_TEXT = "neem de tekst over in een .yaml-bestand en haal dit bestand weg; {place}"
_TAKE_AWAY = "haal het weg; {place}"
_NO_PICTURES = "haal het weg: afbeeldingen hebben op deze site geen plek."
_POINT_TO = "haal het weg; noem het document in data/documenten.yaml en verwijs er met 'bron' naar."
# What a file is, by how its name ends, and what to do with it.
_KINDS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((".docx", ".doc", ".dotx"), "Dit is een document van Word.", _TAKE_TEXT),
    ((".xlsx", ".xls", ".xlsm"), "Dit is een werkblad van Excel.", _TAKE_TEXT.replace("tekst", "cijfers")),
    ((".odt", ".ods", ".odp"), "Dit is een document van LibreOffice.", _TAKE_TEXT),
    ((".pptx", ".ppt"), "Dit is een presentatie van PowerPoint.", _TAKE_TEXT),
    ((".csv", ".tsv"), "Dit is een tabel.", _TAKE_TEXT.replace("tekst", "cijfers")),
    ((".pdf",), "Dit is een PDF.", _POINT_TO),
    ((".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".heic"), "Dit is een afbeelding.", _NO_PICTURES),
    ((".mp4", ".mov", ".mp3", ".avi", ".wav"), "Dit is een film of geluid.", _TAKE_AWAY),
    ((".zip", ".7z", ".rar", ".gz", ".tar"), "Dit is een ingepakt bestand.", "pak het ergens anders uit, en haal het weg; {place}"),
    ((".eml", ".msg"), "Dit is een e-mail.", _TAKE_TEXT),
    ((".html", ".htm", ".xml", ".url", ".webloc"), "Dit is een webpagina of een koppeling daarnaar.", _TAKE_TEXT),
    ((".md", ".markdown"), "Dit is een tekst in Markdown.", _TAKE_TEXT),
    ((".json",), "Dit is een bestand met JSON.", _TAKE_TEXT),
    ((".txt", ".rtf"), "Dit is een bestand met gewone tekst.", _TAKE_TEXT),
    ((".bak", ".orig", ".rej", ".old", ".tmp", ".swp", ".swo", "~"), "Dit is een reservekopie die een ander programma heeft gemaakt.", _TAKE_AWAY),
    (("thumbs.db", "desktop.ini", ".lnk"), "Dit bestand heeft Windows gemaakt.", _TAKE_AWAY),
    (("ds_store",), "Dit bestand heeft macOS gemaakt.", _TAKE_AWAY),
)  # fmt: skip
_NEARLY = re.compile(r"(?P<name>.+?)(?P<end>\.ya?ml\.txt|\.ya?ml)", re.IGNORECASE)
_NEAR_END = 0.7
_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


# How files of other programs begin, and the ending that they have by rights.
_BEGINNINGS = (
    (b"%PDF-", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"), (b"\x1f\x8b", ".gz"), (b"Rar!", ".rar"),
    (b"7z\xbc\xaf", ".7z"),
)  # fmt: skip
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def by_beginning(content: bytes) -> tuple[str, str] | None:
    """Return message and hint for the content of another program that has the name of a data file, or None."""
    if content.startswith(_OFFICE):
        message = "Dit is een document van Word of Excel, of een ingepakt bestand, met de naam van een gegevensbestand."
        return message, _TAKE_TEXT.format(place=_PLACE_FOR)
    ending = next((ending for start, ending in _BEGINNINGS if content.startswith(start)), "")
    found = next(((message, hint) for ends, message, hint in _KINDS if ending and ending in ends), None)
    if found is None:
        return None
    return f"{found[0].rstrip('.')}, met de naam van een gegevensbestand.", found[1].format(place=_PLACE_FOR)


def unexpected(file: str, names: frozenset[str] = frozenset()) -> Problem | None:
    """Return the problem of a file that is no data file by its name, or None; `names` are all files of the tree."""
    path = PurePosixPath(file)
    if path.suffix == ".yaml" and not path.name.startswith("~$"):
        return None
    if path.name.startswith("~$"):
        return _problem(file, "Dit is een tijdelijk bestand van Word of Excel.", _TAKE_AWAY)
    if (name := _without_ending(path)) is not None:
        return _renamed(file, name, names)
    lower = path.name.casefold()
    for ends, message, hint in _KINDS:
        if lower.endswith(ends):
            return _problem(file, message, hint)
    if difflib.get_close_matches(path.suffix.casefold(), (".yaml", ".yml"), n=1, cutoff=_NEAR_END):
        return _renamed(file, path.stem, names)
    return _problem(file, "Dit bestand heeft niet de uitgang .yaml.", _TAKE_AWAY)


def _without_ending(path: PurePosixPath) -> str | None:
    """Return the name of a file that has an ending like ours, or none at all; None when it has another."""
    if nearly := _NEARLY.fullmatch(path.name):
        return nearly["name"]
    if _PLAIN.fullmatch(path.name) and not path.suffix:
        return path.name
    return None


def _problem(file: str, message: str, hint: str, repair: Repair | None = None) -> Problem:
    return Problem(file, 1, 1, "bestandsnaam", message, hint.format(place=_PLACE_FOR), repair=repair)


def _renamed(file: str, name: str, names: frozenset[str]) -> Problem:
    new = str(PurePosixPath(file).with_name(f"{name}.yaml"))
    if new in names:
        message = f"Dit bestand heeft niet de uitgang .yaml, en {name}.yaml staat er al."
        return _problem(
            file,
            message,
            "kijk welke van de twee de goede is, zet die in {name}.yaml, en haal het weg.".replace("{name}", name),
        )
    message = "Dit bestand heeft niet de uitgang .yaml."
    return _problem(file, message, f"noem het {name}.yaml, of haal het weg.", Repair(rename=new) if names else None)
