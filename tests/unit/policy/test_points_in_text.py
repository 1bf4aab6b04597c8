"""Lines of a text that begin with a sign by chance, and signs that are no >-: nothing is said of them."""

from __future__ import annotations

import pytest

from messages.row import BASIS, changed
from polderkoers.policy.load import load
from support.made_up import root_with

_LINE = "      Ook op het platteland.\n"
_NAME = "    naam: Veilig fietsen\n"


@pytest.mark.parametrize(
    "edit",
    [
        (_LINE, "      – en dat blijft zo – ook op het platteland.\n"),
        (_LINE, "      12. Ook op het platteland.\n"),
        (_LINE, "      De regel | staat hier.\n"),
        (_LINE, "      Ook voor nummer\n      5) en niet voor 6.\n"),
        (_NAME, '    naam: "Van auto -> fiets"\n'),
        (_NAME, "    naam: Meer dan 5 >= 4\n"),
    ],
)
def test_a_sign_that_may_be_a_part_of_a_sentence_is_left_alone(tmp_path, edit):
    """A dash or number at the beginning of one line, and an arrow inside a text, are no fault."""
    root = root_with(tmp_path, BASIS)
    for file, text in changed(edit).items():
        (root / file).write_text(text, encoding="utf-8")
    assert [problem for problem in load(root).problems if problem.rule in {"veld-in-tekst", "yaml-vorm"}] == []
