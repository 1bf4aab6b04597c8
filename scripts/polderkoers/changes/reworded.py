"""What a list tells of a version that was public: the words around its text, which a reader may have kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from polderkoers.changes.claims import FIXED, Judged
from polderkoers.changes.line import Line, said_of
from polderkoers.policy.rules.finding import Note

# So much of a field is enough to know it again.
_LONGEST = 120


def reworded(entries: Iterable[Judged], line: Line, called: Mapping[str, str]) -> Iterator[Note]:
    """Yield a warning for each field in which a version that the line lists tells its readers something else.

    `called` gives the references of today by those of then: a document of which only the id is another is the same one.
    """
    for entry in entries:
        claim = (line.claims or {}).get(entry.id)
        if claim is None:
            continue
        for name, old in claim.words:
            new = said_of(getattr(entry.version, name))
            if new not in (old, _followed(name, old, called)):
                yield entry.note(
                    FIXED,
                    name,
                    f"Deze versie was al openbaar. Daar stond bij {name}: {_shown(old)}. Nu staat er: {_shown(new)}.",
                    "zet terug wat er stond, of laat in het voorstel weten waarom dit beter is.",
                    "waarschuwing",
                )


def _followed(name: str, old: str, called: Mapping[str, str]) -> str:
    return ", ".join(called.get(f"{name}/{each}", each).rpartition("/")[2] for each in old.split(", "))


def _shown(value: str) -> str:
    if not value:
        return "niets"
    if len(value) > _LONGEST:
        return f"'{value[:_LONGEST]}…'"
    return f"'{value}'"
