"""Takes texts that the check refuses, so that what a page or feed does with them can be seen.

The check comes first and refuses most of what harms; what is shown must be harmless all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from polderkoers.policy import load, reading, rules
from polderkoers.website.divided import pages as divided

# The rules that refuse a text for what it says, and not because something else does not fit with it.
ABOUT_TEXTS = frozenset(
    {"opmaak-in-tekst", "letters-verminkt", "los-teken", "persoonsgegevens", "gemengd-schrift", "cijfer-in-tekst"}
)
# Places that lie in each other in a round: so each has as much above and below it, and their pages can be compared.
LEFT_OUT = ABOUT_TEXTS | {"verwijzing-naar-zichzelf"}
IN_THE_ENVIRONMENT = {"PYTHONPATH": os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parents[2])))}
"""What makes a build in a process of its own as lenient: Python reads `sitecustomize` before anything else."""


@contextmanager
def lenient() -> Iterator[None]:
    """Leave out what refuses such texts, or the places that hold them, while the block runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "RULES", tuple(rule for rule in rules.RULES if rule[0] not in LEFT_OUT))
        patch.setattr(reading, "in_text", lambda *_: [])
        patch.setattr(reading, "nothing_said", lambda *_: ())
        patch.setattr(reading, "unfilled", lambda *_: frozenset())
        patch.setattr(load, "unfilled", lambda *_: frozenset())
        # Each overview on one page, so that the pages of two sites have the same parts however many texts there are.
        patch.setattr(divided, "AT_MOST", 1_000_000)
        yield
