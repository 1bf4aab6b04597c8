"""On how many made-up examples a property is tried: on all with `--whole`, and on a part of them in every run."""

from __future__ import annotations

# Set at the start of a run.
PART = [2]


def tries(wanted: int) -> int:
    """Return how many of the examples that are wanted this run tries."""
    return -(-wanted // PART[0])
