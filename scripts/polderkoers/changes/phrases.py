"""Items and values in Dutch words: `doel 2 van Fijn wonen`, `1.250 euro`, `gemeente en UWV`."""

from __future__ import annotations

from typing import Any

from polderkoers.changes.change import Amount, Subject
from polderkoers.changes.items import label
from polderkoers.changes.labels import noun
from polderkoers.changes.sameness import reference_fields
from polderkoers.changes.sides import Names
from polderkoers.policy.index import CATALOGUES
from polderkoers.policy.model.dates import datum_in_words

# Files that are a list of entries: an entry is known by its own name, without that of the list.
_CATALOGUES = frozenset(
    {"rollen", "organisaties", "plaatsen", "themas", "documenten", "begrippen", "versies", "zoekwoorden"}
)
# Items that only group others; saying them would make every sentence longer and none clearer.
_GROUPS = frozenset({"doelengroep", "hoofdstuk"})
_DATES = frozenset({"van", "tot", "datum", "vastgesteld_op"})
_PLAIN_NUMBERS = _DATES | {"jaar", "nummer", "invloed"}


def short_name(subject: Subject) -> str:
    """Return an item by its number or its name, without where it stands: `doel 2`, `stap 'Bouwen'`."""
    words = noun(subject.block, subject.slot)
    if subject.parent is None:
        return words.definite if subject.block in _CATALOGUES else f"{words.name} {subject.label}"
    if subject.number is not None:
        return f"{words.name} {subject.number}"
    return f"{words.name} '{subject.label}'"


def full_name(subject: Subject, names: Names, *, with_kind: bool = False) -> str:
    """Return an item with where it stands: `doel 2 van Fijn wonen`, or with its kind `… van kernopgave Fijn wonen`."""
    if subject.parent is None:
        return short_name(subject)
    if subject.key is not None and subject.block == "samenhang":
        return f"het verband van {full_name(subject.parent, names, with_kind=with_kind)} met {linked(subject, names)}"
    if subject.parent.parent is not None and subject.parent.block not in _GROUPS:
        return f"{short_name(subject)} bij {full_name(subject.parent, names, with_kind=with_kind)}"
    if subject.soort in _CATALOGUES:
        return short_name(subject)
    return f"{short_name(subject)} van {file_name(subject, with_kind=with_kind)}"


def file_name(subject: Subject, *, with_kind: bool) -> str:
    """Return the file of an item: `Fijn wonen` or `kernopgave Fijn wonen`."""
    if subject.soort in _CATALOGUES:
        return noun(subject.soort).definite
    return f"{noun(subject.soort).name} {subject.title}" if with_kind else subject.title


def linked(subject: Subject, names: Names) -> str:
    """Return the name of what a link leads to."""
    return _name(str(subject.key).partition("#")[0], names)


def value(field: str, held: Any, file: str, names: Names) -> str:
    """Return a value of a field in words; `file` is the id of the file, for references inside it."""
    match held:
        case list():
            return listing([value(field, part, file, names) for part in held])
        case dict():
            parts = [value(f"{field}.{key}", part, file, names) for key, part in held.items() if part is not None]
            return str(held["tekst"]) if isinstance(held.get("tekst"), str) else ", ".join(parts)
        case str():
            return _text(field.rpartition(".")[2], " ".join(held.split()), file, names)
        case bool() | None:
            return {True: "ja", False: "nee", None: "niet bekend"}[held]
    return str(held) if field.rpartition(".")[2] in _PLAIN_NUMBERS else number(held)


def _text(name: str, text: str, file: str, names: Names) -> str:
    if name in _DATES:
        return datum_in_words(text)
    return _referred(name, text, file, names) if name in reference_fields() else text


def _referred(name: str, wanted: str, file: str, names: Names) -> str:
    kind = reference_fields()[name]
    if kind in ("bestand", "onderdeel"):
        return _name(wanted, names)
    for holder in CATALOGUES.get(kind, (file,)):
        item = names.item(f"{holder}/{wanted}")
        if item is not None:
            return label(item.data) or wanted
    return wanted


def _name(ref: str, names: Names) -> str:
    item = names.item(ref)
    return f"'{label(item.data) or ref}'" if item is not None else f"'{ref}'"


def number(held: float) -> str:
    """Return a number as the Dutch write it: `1.250`, `12,5`."""
    text = f"{held:,.2f}".rstrip("0").rstrip(".") if isinstance(held, float) else f"{held:,}"
    return text.translate(str.maketrans(",.", ".,"))


def listing(words: list[str]) -> str:
    """Return words as a list in a sentence: `a, b en c`."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def from_to(amount: Amount) -> str:
    """Return where a figure came from and went to: `van 10 naar 20 woningen`."""
    old, new = (number(held) if held is not None else "niet bekend" for held in (amount.old, amount.new))
    if amount.unit == "trede":
        return f"van trede {old} naar trede {new}"
    if amount.unit == "+":
        return f"van {old}+ naar {new}+"
    return f"van {old} naar {new}" + (f" {amount.unit}" if amount.unit else "")


def by_how_much(amount: Amount) -> str:
    """Return how much was added or taken off: `250 euro erbij, dat is 25 procent`; empty when that is not known."""
    if not amount.difference:
        return ""
    way = "erbij" if amount.difference > 0 else "eraf"
    share = f", dat is {number(abs(amount.percentage))} procent" if amount.percentage is not None else ""
    return f"{number(abs(amount.difference))}{f' {amount.unit}' if amount.unit else ''} {way}{share}"


def as_sentence(text: str) -> str:
    """Return words as a sentence, with a capital and with one full stop at the end."""
    ended = text.endswith((".", ".'", "?'", "!'"))
    return text[:1].upper() + text[1:] + ("" if ended else ".")
