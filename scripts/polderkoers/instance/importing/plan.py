"""What an import would do with a file of others, line by line, and doing it: what all imports have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polderkoers.policy.canonical.together import write_together
from polderkoers.policy.dutch_words import count


@dataclass(frozen=True, order=True)
class ImportLine:
    """Something in the file of others: the line where it stands, counted from 1, and what is told of it."""

    line: int
    told: str


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do, and why it does not do the rest.

    `taken` is new. `differing` is there already with another value, which stays. `left_out` is what the file says not to know, or that
    is about something else; `refused` is what is not sure. `known` counts what is there already and says the same. `files` are the
    files that would be written, with their bytes, by path from the root. `warning` is what to know before believing any of it.
    """

    source: str
    taken: tuple[ImportLine, ...] = ()
    differing: tuple[ImportLine, ...] = ()
    left_out: tuple[ImportLine, ...] = ()
    refused: tuple[ImportLine, ...] = ()
    known: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    warning: str = ""


def write(root: Path, plan: ImportPlan) -> None:
    """Write the files of a plan below a root: all or none. Raises `FilesUnwritable`."""
    for file in plan.files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
    write_together(root, plan.files)


def told(plan: ImportPlan, *, is_written: bool) -> Iterator[str]:
    """Yield what is printed of a plan, line by line: each group of lines under its heading, and the outcome last."""
    groups = (
        ("Overgenomen" if is_written else "Over te nemen", plan.taken),
        ("Staat er al, met een andere waarde. Die blijft staan", plan.differing),
        ("Weggelaten", plan.left_out),
        ("Geweigerd", plan.refused),
    )
    if plan.warning:
        yield plan.warning
    for heading, lines in groups:
        if lines:
            yield f"{heading}:"
            yield from (f"  {plan.source}:{each.line}: {each.told}" for each in sorted(lines))
    if plan.known:
        yield f"{count(plan.known, 'staat er al en is gelijk', 'staan er al en zijn gelijk')}."
    yield from _outcome(plan, is_written=is_written)


def _outcome(plan: ImportPlan, *, is_written: bool) -> Iterator[str]:
    if not plan.files:
        yield "Er is niets om over te nemen. Er is niets veranderd."
    elif is_written:
        yield f"Geschreven: {', '.join(plan.files)}."
    else:
        yield f"Dit komt in {', '.join(plan.files)}. Er is nog niets veranderd: geef de opdracht nog eens met --schrijf."
