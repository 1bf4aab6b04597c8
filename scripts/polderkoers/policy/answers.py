"""The answers on pages of subjects: their parts in the order in which they are read, with what each is taken from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.model.catalogues import Thema

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy
    from polderkoers.policy.model.answers import Antwoord, Antwoordtekst

PARTS = ("wil", "merk", "tijd", "niet")
"""The fields of an answer."""


class AnswerPart(NamedTuple):
    """A part of the answer of a subject: its field, the text with what that is taken from, and the items of that which there are."""

    name: str
    said: Antwoordtekst
    sources: tuple[Entry, ...]


def answer_of(policy: Policy, subject: Entry) -> Iterator[AnswerPart]:
    """Yield the parts of the answer of a subject; none where it has no answer, or is no subject."""
    answer = subject.item.antwoord if isinstance(subject.item, Thema) else None
    if answer is None:
        return
    for name in PARTS:
        said = _part(answer, name)
        if said is not None:
            found = (policy.get(ref) for ref in said.uit)
            yield AnswerPart(name, said, tuple(entry for entry in found if entry is not None))


def _part(answer: Antwoord, name: str) -> Antwoordtekst | None:
    held: Antwoordtekst | None = getattr(answer, name)
    return held
