"""Twee dingen van dezelfde soort hebben niet dezelfde naam.

In een lijst, een menu of een zoekresultaat ziet een lezer alleen de naam. Heten twee kernopgaven hetzelfde, of twee organisaties,
dan kan hij ze niet uit elkaar houden. Vaak is het een kopie, of staat iets er al.

Waarschuwing:

    # data/themas.yaml
    themas:
      - {id: wonen, naam: Wonen, uitleg: Waar mensen wonen.}
      - {id: huizen, naam: Wonen, uitleg: Huizen en straten.}

Goed:

    # data/themas.yaml
    themas:
      - {id: wonen, naam: Wonen, uitleg: Waar mensen wonen.}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.facts import names_in
from polderkoers.policy.rules.finding import Context, Finding

# Kinds of which a reader sees the name alone; a step or amount may well have the name of another one.
_KINDS = (
    "kernopgave", "programmalijn", "plan", "wegwijzer", "partij", "rolsoort", "organisatie", "plaats", "thema", "document", "begrip",
    "versie",
)  # fmt: skip


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning at the second of two things of one kind, or two goals of one list, with the same name."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in context.policy.of_kind(*_KINDS, "doel"):
        before = first.setdefault((*_among(entry), _plain(entry.item.label)), entry)
        if before is not entry:
            yield _finding(context, before, entry)


def _finding(context: Context, one: Entry, other: Entry) -> Finding:
    before, entry, _ = context.in_order(one, other)
    return Finding(
        entry,
        f"{entry.item.pointer}/{names_in(type(entry.item))[0]}",
        f"Er is al een {entry.item.soortnaam} met de naam '{entry.item.label}'.",
        "geef elk een eigen naam. Zijn ze hetzelfde? Haal er dan een weg, en verwijs naar de andere.",
        "waarschuwing",
        first=before,
    )


def _among(entry: Entry) -> tuple[str, ...]:
    """Return among what a name must be the only one: the goals of one list, or the files of a kind of one document."""
    if isinstance(entry.item, Doel) and entry.parent is not None:
        return ("doel", entry.parent.ref)
    # A plan of every year may have the same name; it has another document.
    return (entry.item.soortnaam, str(entry.bron.document) if entry.is_file else "")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")
