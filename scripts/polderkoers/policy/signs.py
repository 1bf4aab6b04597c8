"""Signs that deceive: those that a reader cannot see, and letters that look like others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Direction marks and overrides (Unicode Technical Report 36; CVE-2021-42574, "Trojan Source"), spaces and joiners without
# width, soft hyphens, line separators, and the sign that stands for a lost one.
# The control signs of ASCII and Latin-1 steer terminals (ECMA-48); tab and line breaks are not among them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd-\uffff\U000e0000-\U000e007f]"
)
# Of those what YAML allows in no file at all (https://yaml.org/spec/1.2.2/#51-character-set).
FORBIDDEN = frozenset(
    {*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {0x09, 0x0A, 0x0D, 0x85}
)
# What a sign was in the program that it came from, and what to do about it.
_ORIGINS = {
    "\x00": ("een nul-teken; zo'n teken komt in gewone tekst niet voor", ""),
    "\x07": ("het einde van een cel uit een tabel van Word", ""),
    "\x08": ("een terugstap", ""),
    "\x0b": ("een zachte return uit Word", "typ op die plek een spatie, of begin een nieuwe regel."),
    "\x0c": ("het einde van een pagina, uit een PDF of uit Word", ""),
    "\x13": ("het begin van een veld van Word", ""),
    "\x14": ("het midden van een veld van Word", ""),
    "\x15": ("het einde van een veld van Word", ""),
    "\x1b": ("een Escape-teken, uit een venster met opdrachten", ""),
    "\x1e": ("een vast koppelteken uit Word", "typ op die plek een streepje: -"),
    "\x1f": ("een afbreekstreepje uit Word", ""),
    "\x7f": ("een Delete-teken", ""),
    "\ufffe": ("een teken dat niet bestaat", ""),
    "\uffff": ("een teken dat niet bestaat", ""),
}
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# The blocks of the Greek and Cyrillic scripts, whose letters resemble ours.
_OTHER_SCRIPT = re.compile("[\u0370-\u052f\u1c80-\u1c8f\u1d26-\u1d2b\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]")
_WORD = re.compile(r"[^\W\d_]+")


def explain_hidden(sign: str) -> str:
    """Return in Dutch what a hidden sign is, with its code point."""
    code = f"U+{ord(sign):04X}"
    if sign == "\ufffd":
        return f"Hier staat het teken {sign} ({code}): bij het kopiëren is een letter verloren gegaan."
    if sign in _TURNS:
        return f"Hier staat een onzichtbaar teken dat de leesrichting omkeert ({code})."
    if sign == "\u00ad":
        return f"Hier staat een onzichtbaar afbreekstreepje ({code})."
    if windows := _in_windows(sign):
        return f"Hier staat een onzichtbaar teken ({code}). In Word en Windows is dat {windows}."
    if sign in _ORIGINS:
        return f"Hier staat een onzichtbaar teken ({code}): {_ORIGINS[sign][0]}."
    return f"Hier staat een onzichtbaar teken ({code})."


def cure_of_hidden(sign: str) -> str:
    """Return in Dutch how to mend a hidden sign."""
    if windows := _in_windows(sign):
        return f"typ op die plek het teken zelf: {windows}"
    return _ORIGINS.get(sign, ("", ""))[1] or "haal het teken weg: typ het woord en de spaties eromheen opnieuw."


def _in_windows(sign: str) -> str:
    """Return the sign that Windows writes with the code of a control sign of Latin-1; nothing when there is none."""
    if not "\x80" <= sign <= "\x9f" or sign == "\x85":
        return ""
    return bytes([ord(sign)]).decode("cp1252", "ignore")


def look_alikes(word: str) -> str:
    """Return a Dutch sentence, beginning with a space, about letters in a word that only look like a to z; else nothing."""
    strange = [sign for sign in word if not sign.isascii() and sign.isalpha() and script_of(sign) != "LATIN"]
    if not strange:
        return ""
    names = {"CYRILLIC": "het Cyrillische schrift", "GREEK": "het Griekse schrift"}
    return f" Let op: de '{strange[0]}' lijkt een gewone letter, maar komt uit {names.get(script_of(strange[0]), 'een ander schrift')}."


# Letters of the Cyrillic and Greek scripts that look like one of ours, and that one.
_LATIN = str.maketrans(
    "асеорхікјѕԁһԛԝοειτακρАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΧ",
    "aceopxikjsdhqwoeitakpABEKMHOPCTXABEZHIKMNOPTX",
)


def in_our_letters(word: str) -> str:
    """Return a word with our letters in the place of those that look like them; nothing when one looks like none of ours."""
    strange = {sign for sign in word if not sign.isascii() and script_of(sign) in {"CYRILLIC", "GREEK"}}
    plain = word.translate(_LATIN)
    if not strange or strange & {*plain}:
        return ""
    return plain


def mixed_words(text: str) -> Iterator[str]:
    """Yield the words of a text that mix the Latin script with another, which no language does."""
    if not _OTHER_SCRIPT.search(text):
        return
    for word in _WORD.findall(text):
        scripts = set(map(script_of, word))
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"}:
            yield word


def script_of(letter: str) -> str:
    """Return the script of a letter as the first word of its Unicode name."""
    return unicodedata.name(letter, "?").partition(" ")[0]
