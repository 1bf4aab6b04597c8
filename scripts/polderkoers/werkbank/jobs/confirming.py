"""Says that a text was read again and is still right, of which the text that it was made of changed: its mark becomes that of now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.answers import answer_of
from polderkoers.policy.model.vertaling import Vertaling
from polderkoers.policy.rules.answers import mark_of_part
from polderkoers.policy.translations import mark_of_text, places_of
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.jobs.changing import Changing, JobResult

_MARK = "kenmerk"


def confirm(desk: Desk, problem: Problem) -> JobResult:
    """Give the text that a problem is about the mark of what it was made of as that is now. Raises `WorkRefused` when it has none."""
    place = problem.path.removesuffix(f"/{_MARK}")
    mark = next((mark for file, pointer, mark in _marks(desk) if (file, pointer) == (problem.file, place)), "")
    if not mark:
        raise WorkRefused("Dit is niet na te lezen.", problem.hint or "verbeter het in het formulier.")
    changing = Changing(desk)
    here: Any = changing.file(problem.file)
    for step in place.strip("/").split("/"):
        here = here[int(step)] if isinstance(here, list) else here[step]
    here[_MARK] = mark
    return changing.result("gelezen: dit klopt nog", str(changing.file(problem.file).get("id", "")))


def _marks(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield of all that can be read again the file, the place in it, and the mark of now."""
    for subject in desk.policy.of_kind("thema"):
        for part in answer_of(desk.policy, subject):
            yield subject.file.file, f"{subject.item.pointer}/antwoord/{part.name}", mark_of_part(part)
    for entry in desk.policy.of(Vertaling):
        for _, pointer, dutch in places_of(desk.policy, entry):
            if dutch is not None:
                yield entry.file.file, pointer, mark_of_text(dutch)
