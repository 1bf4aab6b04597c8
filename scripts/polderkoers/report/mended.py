"""What was mended, as text for people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.report.formats import printable

if TYPE_CHECKING:
    from polderkoers.policy.mending import MendedLine


def mended_as_text(done: Sequence[MendedLine]) -> str:
    """Return per change where it is, what stood there and what stands there now, and a count; or that nothing was certain."""
    if not done:
        return "Niets hersteld: er is geen fout met maar één mogelijke oplossing."
    rows = [*chain.from_iterable(map(_rows, done)), ""]
    rows.append(f"{len(done)} keer hersteld. Lees na of het klopt; hieronder staat wat er nog over is.")
    return "\n".join(rows)


def _rows(each: MendedLine) -> list[str]:
    if not each.line:
        return [printable(f"hersteld {each.before}: heet nu {each.after}")]
    return [
        f"hersteld {each.file}:{each.line}",
        f"   was:   {printable(each.before)}",
        f"   wordt: {printable(each.after)}",
    ]


def mended_as_rows(done: Sequence[MendedLine]) -> list[dict[str, str | int]]:
    """Return the changes as values for JSON."""
    return [{"file": each.file, "line": each.line, "before": each.before, "after": each.after} for each in done]
