"""A report is held to the time that was decided when it was made."""

from __future__ import annotations

import pytest

from polderkoers.policy.rules.finding import Context
from polderkoers.policy.rules.reported_in_time import check
from support.made_up import KERNOPGAVE, policy_of

REPORT = """soort: verslag
id: voorjaar
titel: Voorjaar
vorm: brief
datum: 2022-06-01
vastgesteld_door: null
meldingen:
  - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: vertraagd, nieuwe_datum: {tekst: juli 2023, van: 2023-07, waarom: null}}
"""
LATER = KERNOPGAVE.replace(
    "{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", "{tekst: december 2024, van: 2024-12}"
)


@pytest.mark.parametrize(("decided", "found"), [("null", 1), ("2021-01-01", 1), ("2023-06-01", 0)])
def test_an_old_report_is_not_blamed_for_a_newer_decision(decided, found):
    """Another time that was decided after a report does not make that report wrong."""
    own = LATER.replace("vastgesteld_op: null", f"vastgesteld_op: {decided}")
    assert len(list(check(Context(policy_of(own, REPORT))))) == found
