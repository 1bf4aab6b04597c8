"""Why policy is not in force, by what it says itself and what the plans say that it is a part of."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.policy.in_force import CONCEPT, NOT_YET, WITHDRAWN, why_not
from support.made_up import KERNOPGAVE, policy_of

TODAY = date(2025, 6, 30)
PLAN = """soort: plan
id: {id}
titel: Plan {id}
versie: "1.0"
status: {status}
vastgesteld_op: null
vastgesteld_door: null
{more}bron: {{document: visie-2020}}
samenvatting: Een plan.
themas: [wonen]
onderdelen: [fijn-wonen]
hoofdstukken:
  - {{id: hoofdstuk-een, rubriek: aanleiding, naam: Waarom}}
"""


def part(status: str, begin: str = "") -> str:
    """Return a kernopgave of a status, and of a day on which it enters into force."""
    text = KERNOPGAVE.replace("status: vastgesteld", f"status: {status}")
    return text.replace("bron:", f"treedt_in_werking: {begin}\nbron:", 1) if begin else text


def plan(status: str, begin: str = "", id_: str = "plan-een") -> str:
    """Return a plan that names the kernopgave as a part of it."""
    more = f"treedt_in_werking: {begin}\n" if begin else ""
    return PLAN.format(id=id_, status=status, more=more)


def reason(*texts: str) -> str:
    """Return why an item of the kernopgave is not in force."""
    policy = policy_of(*texts)
    return why_not(policy, policy.entries["fijn-wonen/stap-bouwen"], lambda: TODAY)


@pytest.mark.parametrize(
    ("status", "begin", "why"),
    [
        ("vastgesteld", "", ""),
        ("null", "", ""),
        ("concept", "", CONCEPT),
        ("ingetrokken", "", WITHDRAWN),
        ("ingetrokken", "2030", WITHDRAWN),
        ("concept", "2030", CONCEPT),
        ("vastgesteld", "2025-07-01", NOT_YET),
        ("vastgesteld", "2025-06-30", ""),
        ("vastgesteld", "2025", ""),
        ("vastgesteld", "2025-Q3", NOT_YET),
        ("null", "2026", NOT_YET),
    ],
)
def test_a_file_says_itself_why_it_is_not_in_force(status, begin, why):
    """Draft and withdrawn come before a day on which it enters into force; on the first of that it holds."""
    assert reason(part(status, begin)) == why


@pytest.mark.parametrize(
    ("own", "plans", "why"),
    [
        (part("null"), [plan("ingetrokken")], WITHDRAWN),
        (part("null"), [plan("concept")], CONCEPT),
        (part("vastgesteld"), [plan("ingetrokken")], ""),
        (part("vastgesteld"), [plan("vastgesteld", "2030")], NOT_YET),
        (part("vastgesteld", "2020"), [plan("vastgesteld", "2030")], ""),
        (part("null"), [plan("ingetrokken"), plan("vastgesteld", id_="plan-twee")], ""),
        (part("null"), [plan("ingetrokken"), plan("concept", id_="plan-twee")], ""),
        (part("concept"), [plan("ingetrokken")], CONCEPT),
    ],
)
def test_a_part_goes_with_all_its_plans(own, plans, why):
    """What says nothing itself is what all its plans are; what was adopted itself is not withdrawn with a plan."""
    assert reason(own, *plans) == why


def test_today_is_asked_only_where_a_date_decides():
    """Without a day on which it enters into force nobody looks what day it is."""

    def never() -> date:
        raise AssertionError

    policy = policy_of(part("vastgesteld"))
    assert why_not(policy, policy.entries["fijn-wonen"], never) == ""
