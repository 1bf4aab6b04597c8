"""Tells what a file is that was given for another, by how it begins: whoever gave it knows then what went wrong."""

from __future__ import annotations

import codecs
import re

_PAGE = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml)", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_LOOKED_AT = 4096


def what_else(content: bytes) -> tuple[str, str] | None:
    """Return what a file is that is no text with data, and what to do about it; None when it may well be one."""
    begin = content[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8)
    if not begin.strip():
        return "dit bestand is leeg", "haal het bestand opnieuw op"
    if begin.startswith(b"PK\x03\x04"):
        return (
            "dit is een werkblad of een zip",
            "open het, en bewaar het werkblad als CSV. Is het een zip? Pak hem eerst uit",
        )
    if _PAGE.match(begin):
        return "dit is een webpagina en geen gegevens", "haal het bestand opnieuw op, met de knop om te downloaden"
    if _BINARY.search(begin) and not begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "dit is geen tekst", "kies het bestand met de gegevens"
    return None
