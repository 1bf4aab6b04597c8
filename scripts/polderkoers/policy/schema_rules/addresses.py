"""What to write for an address that is no safe one: the address that was meant, when the text tells."""

from __future__ import annotations

import re

from polderkoers.policy.schema_words import ROW

_WRITE = f"schrijf: {ROW}"
_WORKS = f"begin met https://, en kijk of dat adres werkt. Schrijf: {ROW}"
_MARKDOWN = re.compile(r"\[[^\[\]]*\]\((?P<address>[^()\s]+)\)")
_MISTYPED = re.compile(r"(?:https?|htps?|htt?ps|htpps|hhtps?)\s*[:;]\s*[/\\]{0,3}\s*", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+")
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z]{2,}:", re.IGNORECASE)
_FILE = re.compile(r"file:|[a-z]:[\\/\s\x00-\x1f]|[\\/]{2}[^/]|\.{0,2}/|\S+\.(?:pdf|docx?|xlsx?|html?)$", re.IGNORECASE)
_ELSEWHERE = (
    "dit bestand staat op een computer, en daar kan een lezer niet bij. Zet het adres op internet er neer, dat met https:// begint. Is "
    "dat er niet? Haal 'link' dan weg."
)


def safe_address(address: str) -> tuple[str, str | None]:
    """Return the hint for an address, and how it is written when that is known; the hint then holds the line of the file."""
    if found := _MARKDOWN.fullmatch(address):
        address = found["address"]
    address = address.strip("<>()\"' ")
    if _MAIL.fullmatch(address):
        return _WRITE, f"mailto:{address}"
    if len(address.split()) > 1 and all(map(_is_web, address.split())):
        return f"hier past één adres. Kies er een: {' of '.join(address.split())}", None
    if _MISTYPED.match(address):
        rest = _MISTYPED.sub("", address, count=1).replace(" ", "%20")
        if address.startswith("https://"):
            return _spaces(address), f"https://{rest}"
        return _WORKS, f"https://{rest}"
    if not address.startswith("/") and _DOMAIN.fullmatch(address) and not _FILE.match(address):
        return _WORKS, f"https://{address}"
    return _other(address)


def _spaces(address: str) -> str:
    if " " not in address:
        return _WRITE
    return f"in een adres staan geen spaties; op die plek hoort %20. {_WRITE.capitalize()}"


def _is_web(part: str) -> bool:
    return part.casefold().startswith(("http://", "https://", "www."))


def _other(address: str) -> tuple[str, None]:
    """Return what to do with what is no address of the web or of mail."""
    if _FILE.match(address):
        return _ELSEWHERE, None
    if _SCHEME.match(address):
        return "alleen een adres dat met https:// of mailto: begint, kan hier. Haal 'link' anders weg.", None
    return "begin met https:// of mailto: en gebruik geen spaties. Is er geen adres? Haal 'link' dan weg.", None
