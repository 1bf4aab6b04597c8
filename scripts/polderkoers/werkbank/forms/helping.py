"""The help of a field for who fills in a form: that of the model is for who types a file, and speaks of ids, null and true."""

from __future__ import annotations

import re
from functools import cache

# What is said of a file, and how a form says it; in this order.
_INSTEAD = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (
            r"\bIds van partijen \(data/roles\.yaml\) of organisaties \(data/organisaties\.yaml\)\.",
            "Kies partijen of organisaties.",
        ),
        (r"[:,]? ids(?: van partijen)? uit data/\w+\.yaml", ""),
        (r"\bIds? uit data/\w+\.yaml(?:[:,.] ?| van )", ""),
        (r"\bRolsoorten uit data/\w+\.yaml", "Rolsoorten"),
        (r"(?:\b[Hh]et )?\b[Ii]ds? van (?=de |het |een |andere |onderdelen)", ""),
        (r" (?:in|uit) data/\w+(?:\.yaml)?", ""),
        (r"\bSchrijf bestand/onderdeel\. ?", ""),
        (r"\been bestand(?: \([^)]*\))?, of bestand/onderdeel(?: \([^)]*\))?", "een bestand, of een onderdeel daarvan"),
        (r": bestand, of bestand/onderdeel|: bestand/(?:onderdeel|id)", ""),
        (r"\bhet eerste id\b", "het eerste onderdeel"),
        (r"\b(?:Schrijf )?true (?=als|bij)", "Zet dit aan "),
        (r"\bLaat weg, of schrijf null, ", "Laat leeg "),
        (r"\b(?:Schrijf )?null (?=als)", "Laat leeg "),
        (r"\b(?:Weg of null|Leeg of weg|null|Weg):", "Leeg:"),
        (r"\b[Ll]aat deze regel weg", "laat dit veld leeg"),
        (r"\bLaat (het |hem |dit )?(anders )?weg\b", r"Laat \1\2leeg"),
        (r"\bWeg (?=als|bij)", "Laat leeg "),
    )
)
# Sentences that are about files and commands alone.
_ABOUT_FILES = re.compile(r"(?:^|(?<=[.?!] ))[^.?!]*(?:'polderkoers [a-z-]+'|\w\.yaml)[^.?!]*[.?!] ?")
# A box to tick is not empty but off.
_OFF = ((re.compile(r"\bLeeg:"), "Uit:"), (re.compile(r"(?<=\bLaat )((?:het |anders )*)leeg\b"), r"\1uit"))


@cache
def help_in_form(said: str, *, is_flag: bool = False) -> str:
    """Return the help of a field in the words of a form; of a flag when `is_flag` says so."""
    for pattern, by in (*_INSTEAD, *(_OFF * is_flag)):
        said = pattern.sub(by, said)
    said = _ABOUT_FILES.sub("", said).strip()
    return f"{said[:1].upper()}{said[1:]}"
