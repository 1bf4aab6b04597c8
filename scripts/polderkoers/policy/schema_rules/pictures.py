"""The rule of a schema on where a picture stands."""

from __future__ import annotations

import re

from polderkoers.policy.schema_words import ROW, Refusal

ENDS = "(avif|jpg|jpeg|png|svg|webp)"
"""What the pattern of a picture has, and no other."""
_FOLDER = re.compile(r"(?:\.?/)*(?:docs/)?")
_INTERNET = re.compile(r"[a-z]+://", re.IGNORECASE)


def picture(message: str, pattern: str, text: str) -> Refusal:
    """Return how the place of a picture is written: below docs/, and with a name that fits in an address."""
    if _INTERNET.match(text):
        hint = "de site haalt niets van een ander. Mag je de afbeelding gebruiken? Zet haar dan in de map docs, en noem hier die plek."
        return Refusal("vorm", message, hint)
    below = _FOLDER.sub("", text, count=1)
    if re.search(pattern, below):
        return Refusal("vorm", f"{message} De map docs hoort er niet bij.", f"schrijf: {ROW}", value=below, sure=True)
    hint = "noem de plek onder de map docs, zoals beelden/plein.jpg: zonder spaties, en met .jpg, .png, .svg, .webp of .avif aan het eind."
    return Refusal("vorm", message, f"{hint} Heet het bestand anders? Geef het eerst zo'n naam.")
