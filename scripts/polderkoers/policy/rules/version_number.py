"""Een bestand dat verandert, krijgt een nieuw versienummer.

Elk bestand heeft een eigen versienummer. Daaraan ziet een lezer of hij dezelfde tekst heeft als zijn buurman. Staat er
iets anders in het bestand dan in de laatste versie uit data/versies.yaml? Maak het nummer dan hoger: van "1.0" naar "1.1".
Een andere vorm van hetzelfde, zoals een andere inspringing, telt niet mee.

Waarschuwing: het doel heet anders dan in de versie van 2025, en bij versie staat nog steeds "1.0".

Goed: het doel heet anders, en bij versie staat "1.1".
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every file that says something else than in the last version, under the same number."""
    for entry in context.policy.entries.values():
        if entry.is_file and entry.file.file in context.unraised:
            number = getattr(entry.item, "versie", None)
            yield Finding(
                entry,
                "/versie",
                f"Dit bestand is veranderd na de laatste versie, maar heet nog steeds versie {number}.",
                f'geef het een nieuw nummer: versie: "{_next(str(number))}"',
                "waarschuwing",
            )


def _next(number: str) -> str:
    first, _, last = number.partition(".")
    return f"{first}.{int(last) + 1}" if last.isdecimal() else f"{number}.1"
