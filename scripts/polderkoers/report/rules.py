"""The explanation of a rule as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.policy.rule_docs import Example, RuleDoc


_WIDTH = 88


def rules_as_text(docs: Sequence[RuleDoc]) -> str:
    """Return one line per rule: its id and what it asks."""
    width = max(len(doc.rule) for doc in docs)
    return "\n".join(f"{doc.rule:{width}}  {doc.title}." for doc in docs)


def rule_as_text(doc: RuleDoc) -> str:
    """Return everything about a rule: what it asks, why, and its wrong and right example."""
    return "\n".join(_rows(doc))


def _rows(doc: RuleDoc) -> Iterator[str]:
    yield f"{doc.title}. [{doc.rule}]"
    for paragraph in doc.text.split("\n\n"):
        yield ""
        yield textwrap.fill(paragraph, _WIDTH)
    yield from _example("Zo niet:", doc.wrong)
    yield from _example("Maar zo:", doc.right)


def _example(heading: str, example: Example) -> Iterator[str]:
    yield ""
    if not example.file:
        yield f"{heading} {example.text}"
        return
    yield f"{heading} ({example.file})"
    yield ""
    yield textwrap.indent(example.text, "    ")
