"""Made-up reports for the page of building blocks: every state with its sign, and an item of which two reports tell."""

from __future__ import annotations

from typing import Any, NamedTuple

from polderkoers.website.views.facts import FactLine
from polderkoers.website.views.link import Link
from polderkoers.website.views.marks import MARKS, StateMark
from polderkoers.website.views.reported import Evidence, ItemProgress, ToldOf

_HERE = Link("Voorbeeldverslag", "meedoen/bouwstenen/")
_RUNNING, _DONE = MARKS["loopt"], MARKS["klaar"]
_NOW = ToldOf(
    "voortgang",
    _HERE,
    "9 juli 2031",
    _DONE,
    "sinds mei 2031",
    "Het voorbeeld is af.",
    (),
    (FactLine("Nieuwe datum", text="mei 2031"), FactLine("Waarom", text="Het verslag geeft geen reden")),
    (Evidence("Waaraan je het ziet", _HERE, "", "", ""),),
    "Hoofdstuk 1",
)
_BEFORE = ToldOf("voortgang", _HERE, "2 maart 2030", _RUNNING, "", "Het begin is er.", (), (), (), "")
_FACTS = (FactLine("Besloten", text="maart 2031"), FactLine("Nu gemeld", text="mei 2031: 2 maanden later dan besloten"))


class _Standing(NamedTuple):
    """How many stand in some way."""

    mark: StateMark
    total: int


def values() -> dict[str, Any]:
    """Return what the page shows of reports, by the name under which its template asks for it."""
    return {
        "marks": tuple(MARKS.values()),
        "counted_states": tuple(_Standing(mark, number) for number, mark in enumerate(MARKS.values(), start=1)),
        "progress": ItemProgress(_DONE, "sinds mei 2031", _HERE, "9 juli 2031", _FACTS, (_NOW, _BEFORE)),
    }
