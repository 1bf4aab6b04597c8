"""What a report may be about: what is there, what was there in its version, and what was there before."""

from __future__ import annotations

import pytest

from polderkoers.changes.ledger import judge
from polderkoers.policy.rules.finding import Context, Past
from polderkoers.policy.rules.reported_items import check
from polderkoers.policy.tree import Folder
from support.gemeente import with_history
from support.made_up import KERNOPGAVE, policy_of

REPORT = """soort: verslag
id: najaar-2021
titel: Tussenstand
vorm: brief
datum: 2021-10-05
vastgesteld_door: null
over_versie: "2020"
meldingen:
  - {id: melding-een, over: OVER, stand: loopt}
"""
VERSIONS = """soort: versies
id: versies
versie: "1.0"
status: null
versies:
  - {id: "2020", naam: V, uitleg: U, datum: null, vastgesteld_door: null, besluit: null, documenten: [], commit: null}
"""
HELD = frozenset({"fijn-wonen/stap-bouwen", "fijn-wonen/stap-die-weg-is"})


@pytest.mark.parametrize(
    ("over", "known", "told"),
    [
        ("fijn-wonen/stap-bouwen", True, False),
        ("fijn-wonen/stap-die-weg-is", True, False),
        ("fijn-wonen/doel-genoeg-huizen", True, True),
        ("fijn-wonen/doel-genoeg-huizen", False, False),
        ("fijn-wonen/stap-die-weg-is", False, True),
    ],
)
def test_a_report_of_a_version_is_about_what_that_version_had(over, known, told):
    """What came later is no item of that version; where the version cannot be read, what is there now counts."""
    policy = policy_of(KERNOPGAVE, VERSIONS, REPORT.replace("OVER", over))
    past = Past(held=lambda _: HELD if known else frozenset())
    found = [finding.message for finding in check(Context(policy, past=past))]
    assert bool(found) is told
    assert all(over in message for message in found)


def test_what_an_earlier_version_had_may_be_reported_of():
    """A report of something that was taken out later stays, with or without a version of its own."""
    policy = policy_of(KERNOPGAVE, REPORT.replace("OVER", "fijn-wonen/stap-die-weg-is").replace('"2020"', "null"))
    past = Past(labels=lambda: {"fijn-wonen/stap-die-weg-is": "Weg"})
    assert list(check(Context(policy, past=past))) == []


def test_a_version_that_is_not_listed_is_named():
    """A report that names a version that is no version gets the ones there are."""
    versions = VERSIONS.replace('"2020"', '"2019"')
    policy = policy_of(KERNOPGAVE, versions, REPORT.replace("OVER", "fijn-wonen/stap-bouwen"))
    (finding,) = check(Context(policy))
    assert finding.message == "Er is geen versie '2020' in data/versies.yaml."
    assert finding.hint.startswith("kies uit: 2019.")


def test_the_history_knows_what_each_version_held(tmp_path):
    """The judgement of a root gives the items of each listed version, and of another version nothing."""
    root = with_history(tmp_path / "polderdam")
    held = judge(root, Folder(root)).past.held
    assert "prettig-wonen/stap-woonlijst" in held("2023")
    assert "prettig-wonen/stap-woonlijst" not in held("2014")
    assert "fijn-wonen/stap-onderzoek" in held("2014")
    assert held("2001") == frozenset()
