"""Letters zien eruit zoals ze zijn getypt.

Wie tekst overneemt uit een PDF, een oude webpagina of een ander programma, krijgt soms andere letters terug: financiÃ«le in plaats
van financiële, of een vraagteken op de plek van een letter. Ook kan 'fi' één teken zijn geworden. Een lezer struikelt erover, en
wie het woord zoekt, vindt het niet. Typ het woord opnieuw.

Fout:

    samenvatting: Iedereen krijgt financiÃ«le hulp.

Goed:

    samenvatting: Iedereen krijgt financiële hulp.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.garbled import Garbled, garbled
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every word whose letters went wrong, and a warning for a question mark inside a word."""
    for text in context.texts:
        for found in garbled(text.text):
            yield _finding(text, found)


def _finding(text: Text, found: Garbled) -> Finding:
    message = f"In '{_short(found.word)}' klopt iets niet: {found.reason}."
    if not found.certain:
        hint = (
            "is er een letter verloren gegaan, zoals ë of é? Typ het woord dan opnieuw. Is het een vraag? Zet dan een spatie achter "
            "het vraagteken."
        )
        return Finding(text.entry, text.pointer, message, hint, "waarschuwing")
    if not found.right:
        return Finding(text.entry, text.pointer, message, "kijk in de bron wat er hoort te staan, en typ het opnieuw.")
    return Finding(text.entry, text.pointer, message, f"schrijf: {_short(found.right)}", swap=(found.word, found.right))


def _short(word: str) -> str:
    return word if len(word) <= 60 else f"{word[:59]}…"
