"""Een bestand dat verandert, krijgt een nieuw versienummer.

Elk bestand heeft een eigen versienummer. Daaraan ziet een lezer of hij dezelfde tekst heeft als zijn buurman. Staat er
iets anders in het bestand dan in de laatste versie uit data/versies.yaml, of dan in de tekst waar je aan begon? Maak het
nummer dan hoger: van "1.0" naar "1.1". Dat hoeft één keer per voorstel. De lijst met versies zelf telt niet mee.
Een nummer dat lager is dan het was, kan niet.
Een andere vorm van hetzelfde, zoals een andere inspringing, telt niet mee.

Waarschuwing: het doel heet anders dan in de versie van 2032, en bij versie staat nog steeds "1.0".

Goed: het doel heet anders, en bij versie staat "1.1".
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.model.having import versie_of
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every file that says something else than before, under the same number or a lower one."""
    for entry in (entry for entry in context.policy.entries.values() if entry.is_file):
        if highest := _lowered(context, entry):
            yield _lower(entry, highest)
        elif entry.file.file in context.past.unraised:
            yield _finding(entry, "is veranderd na de laatste versie, maar")
        elif entry.file.file in context.past.unraised_since:
            yield _finding(entry, "is veranderd, en")


def _lowered(context: Context, entry: Entry) -> str:
    """Return the highest number that a file had before, when it has a lower one now; else nothing."""
    earlier = map(versie_of, context.past.former.get(entry.ref, ()))
    highest = max(earlier, key=_as_numbers, default="")
    return highest if _as_numbers(highest) > _as_numbers(versie_of(entry.item)) else ""


def _as_numbers(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part.isdecimal())


def _lower(entry: Entry, highest: str) -> Finding:
    number = versie_of(entry.item)
    return Finding(
        entry,
        "/versie",
        f"Dit bestand heet versie {number}, maar had al een hoger nummer: {highest}.",
        f'geef het een nummer dat hoger is: versie: "{next_number(highest)}"',
        "waarschuwing",
    )


def _finding(entry: Entry, what: str) -> Finding:
    number = versie_of(entry.item)
    return Finding(
        entry,
        "/versie",
        f"Dit bestand {what} heet nog steeds versie {number}.",
        f'geef het een nieuw nummer: versie: "{next_number(str(number))}"',
        "waarschuwing",
    )


def next_number(number: str) -> str:
    """Return the version number after this one: `1.0` gives `1.1`."""
    first, _, last = number.partition(".")
    return f"{first}.{int(last) + 1}" if last.isdecimal() else f"{number}.1"
