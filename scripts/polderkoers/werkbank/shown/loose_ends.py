"""References that lead nowhere and that the rules do not see: they pass over a file with a fault in it, and over what refers to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.kinds import references_meant
from polderkoers.policy.model.verslag import Melding
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.desk import Desk, desk_of
from polderkoers.werkbank.jobs.referring import Referring, referring

if TYPE_CHECKING:
    from polderkoers.policy.load import PolicyRead

_HINT = "kies iets anders, of haal het hier weg."


def loose_ends(read: PolicyRead) -> Iterator[Problem]:
    """Yield a fault for each; none while a file cannot be read at all, because what is meant may stand in that."""
    if not read.found.unread or read.found.unreadable:
        return
    desk = desk_of(read)
    for each in referring(desk):
        if _is_passed_over(each, read) and not issubclass(each.cls, Melding) and not each.means(desk):
            yield _problem(each, desk)


def _is_passed_over(each: Referring, read: PolicyRead) -> bool:
    found = read.found
    if each.placed.file in found.refused:
        return True
    meant = references_meant(each.wanted, each.kind, each.placed.ref.partition("/")[0])
    return any(ref.partition("/")[0] in found.unread for ref in meant)


def _problem(each: Referring, desk: Desk) -> Problem:
    path = "/".join((each.placed.pointer, *map(str, each.steps)))
    place = desk.documents[each.placed.file].place(path)
    message = f"'{each.wanted}' bestaat niet."
    return Problem(each.placed.file, place.line, place.column, "verwijzing-onbekend", message, _HINT, path)
