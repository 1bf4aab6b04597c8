"""What stands at the top of policy that is not in force, and where it is not told as policy of today."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.render import Renderer
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of

DAY = "1790000000"  # 21 September 2026


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


def with_fields(text: str, **fields: str) -> str:
    """Return a kernopgave with other fields at its top."""
    for name, value in fields.items():
        line = f"{name}: {value}"
        found = re.sub(rf"(?m)^{name}: .*$", line, text)
        text = found if found != text or line in text else text.replace("bron:", f"{line}\nbron:", 1)
    return text


def page_of(year: int = 2020, **fields: str) -> str:
    """Return the page of a kernopgave of a document of some year."""
    policy = policy_of(with_fields(KERNOPGAVE, **fields))
    document = policy.entries["documenten/visie-2020"].item
    object.__setattr__(document, "jaar", year)
    return Renderer(Site(policy)).page("kernopgaven/fijn-wonen/")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"status": "ingetrokken", "ingetrokken_op": "2025-03-12"},
            "Deze kernopgave is ingetrokken op 12 maart 2025 en geldt niet meer. Je leest hier wat er stond.",
        ),
        (
            {"status": "ingetrokken", "ingetrokken_op": "2025"},
            "Deze kernopgave is ingetrokken in 2025 en geldt niet meer.",
        ),
        ({"status": "ingetrokken"}, "Deze kernopgave is ingetrokken en geldt niet meer."),
        ({"status": "concept"}, "Dit is een concept: de gemeenteraad heeft het nog niet vastgesteld."),
        (
            {"status": "concept", "vastgesteld_door": "Provinciale Staten"},
            "het is nog niet vastgesteld door Provinciale Staten.",
        ),
        (
            {"status": "concept", "treedt_in_werking": "2027-01-01"},
            "Er staat in vanaf wanneer het moet gelden: 1 januari 2027.",
        ),
        (
            {
                "status": "vastgesteld",
                "vastgesteld_op": "2026-06-01",
                "vastgesteld_door": "de raad",
                "treedt_in_werking": "2027-01-01",
            },
            "Deze kernopgave is vastgesteld op 1 juni 2026 door de raad, maar geldt pas vanaf 1 januari 2027.",
        ),
        (
            {"status": "vastgesteld", "treedt_in_werking": "2027-Q2"},
            "Deze kernopgave is vastgesteld, maar geldt pas vanaf het tweede kwartaal van 2027.",
        ),
        ({"status": "null", "treedt_in_werking": "2027"}, "Deze kernopgave geldt pas vanaf 2027."),
    ],
)
def test_the_top_of_a_page_says_since_when_and_what_is_not_known_is_left_out(fields, words):
    """One sentence says that it is withdrawn, a draft or still to come, with the dates that are known."""
    page = page_of(**fields)
    assert words in page.partition("\n# ")[2].partition('class="pk-onderdeel"')[0]
    assert "Wat er nu en later gebeurt" not in page
    assert "## Welke stappen hierin staan {#stappen}" in page


def test_old_policy_says_that_nobody_knows_whether_it_holds():
    """Policy of long ago, of which no source says that it was withdrawn, says so at its top, and has no steps for now and later."""
    page = page_of(2012)
    top = page.partition("\n# ")[2].partition('class="pk-onderdeel"')[0]
    assert "Beleid van 2012" in top
    assert "In de bronnen staat niet of deze kernopgave nog geldt." in top
    assert "Wat er nu en later gebeurt" not in page
    assert "pk-merk" not in page


@pytest.mark.parametrize("year", [2019, 2026])
def test_policy_of_some_years_ago_says_nothing(year):
    """What is not old and says nothing of itself begins with its title, and its steps are for now and later."""
    page = page_of(year)
    assert "pk-stand-nu" not in page
    assert "## Wat er nu en later gebeurt {#stappen}" in page


def test_a_period_that_has_ended_is_told():
    """When the sources give a period and it is over, a reader sees that at the top, however young the document is."""
    policy = policy_of(KERNOPGAVE)
    plan = policy.entries["documenten/visie-2020"].item
    when = policy.entries["fijn-wonen/stap-bouwen"].item.wanneer
    object.__setattr__(plan, "looptijd", when)
    top = (
        Renderer(Site(policy)).page("kernopgaven/fijn-wonen/").partition("\n# ")[2].partition('class="pk-onderdeel"')[0]
    )
    assert "Looptijd: 2021 tot en met 2022. In de bronnen staat niet of deze kernopgave nog geldt." in top


def asked_of_the_municipality(**fields: str) -> str:
    """Return the page of a party of which a kernopgave asks something."""
    other = with_fields(KERNOPGAVE, id="ander-wonen", titel="Ander wonen", **fields)
    return Renderer(Site(policy_of(KERNOPGAVE, other))).page("wie/gemeente/")


@pytest.mark.parametrize(
    ("fields", "group"),
    [
        ({"status": "ingetrokken"}, "Ingetrokken (2)"),
        ({"status": "concept"}, "Concept (2)"),
        ({"treedt_in_werking": "2027-01-01"}, "Geldt nog niet (2)"),
    ],
)
def test_what_is_not_in_force_is_not_asked_today(fields, group):
    """It is left out of what is asked, and stands folded below, with how much it is and its mark."""
    page = asked_of_the_municipality(**fields)
    today, _, folded = page.partition("## Wat nu niet geldt {#nu-niet}")
    assert today.count("kernopgaven/fijn-wonen/") == 2
    assert "kernopgaven/ander-wonen/" not in today
    assert f"<summary>{group}</summary>" in folded
    assert folded.count("kernopgaven/ander-wonen/") == 2
    assert folded.count("pk-merk") == 2


def test_who_is_asked_nothing_today_reads_so():
    """When all that asks something is withdrawn, nothing is asked, and the withdrawn can still be read."""
    page = Renderer(Site(policy_of(with_fields(KERNOPGAVE, status="ingetrokken")))).page("wie/gemeente/")
    assert "Het beleid vraagt op dit moment niets van deze groep." in page
    assert "<summary>Ingetrokken (2)</summary>" in page


def test_a_withdrawn_goal_is_no_goal_of_today():
    """On the overview of goals the withdrawn stand folded below, at their old anchor, and the home page does not count them."""
    other = with_fields(KERNOPGAVE, id="ander-wonen", titel="Ander wonen", status="ingetrokken")
    made = Renderer(Site(policy_of(KERNOPGAVE, other)))
    today, _, folded = made.overview("doelen", "doelen/").partition("## Ingetrokken {#ingetrokken-}")
    assert "kernopgaven/fijn-wonen/doel-genoeg-huizen/" in today
    assert "ander-wonen" not in today
    assert "<summary>Ingetrokken (1)</summary>" in folded
    assert '<h3 id="ander-wonen">' in folded
    assert ">1 doel</a>" in made.overview("home", "")


def test_a_draft_goal_stays_among_the_goals_with_its_mark():
    """A draft may become a goal: it is marked and not left out."""
    other = with_fields(KERNOPGAVE, id="ander-wonen", titel="Ander wonen", status="concept")
    page = Renderer(Site(policy_of(KERNOPGAVE, other))).overview("doelen", "doelen/")
    assert "## Ingetrokken" not in page
    assert page.count('pk-merk">Concept</span>') >= 2


def test_a_withdrawn_goal_has_no_thread():
    """What the council looks for in the goals of today is not looked for in those that were withdrawn; how many these are is told."""
    other = with_fields(KERNOPGAVE, id="ander-wonen", titel="Ander wonen", status="ingetrokken")
    page = Renderer(Site(policy_of(KERNOPGAVE, other))).overview("rode-draad", "rode-draad/")
    assert "1 doel. Wat is ingetrokken, telt niet mee: 1 doel." in page
    today, _, folded = page.partition("<summary>Ingetrokken (1)</summary>")
    assert "ander-wonen" not in today
    assert "kernopgaven/ander-wonen/doel-genoeg-huizen/" in folded


def test_a_withdrawn_step_is_not_still_to_come():
    """On the timeline what was withdrawn is marked, and is not called running or coming."""
    page = Renderer(Site(policy_of(with_fields(KERNOPGAVE, status="ingetrokken")))).overview("tijdlijn", "tijdlijn/")
    assert "Geldt niet meer" in page
    assert 'pk-merk">Ingetrokken</span>' in page
    assert "De tijd is voorbij" not in page


PLAN = """soort: plan
id: mooi-plan
titel: Mooi plan
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


@pytest.mark.parametrize(
    ("status", "more", "own", "words"),
    [
        ("vastgesteld", "treedt_in_werking: 2027-01-01\n", "vastgesteld", "Deze kernopgave hoort bij beleid dat pas geldt vanaf 1 januari 2027."),
        ("ingetrokken", "", "null", "Deze kernopgave hoort alleen bij beleid dat niet meer geldt."),
        ("ingetrokken", "", "vastgesteld", "Of deze kernopgave nog geldt, staat niet in de bronnen."),
        ("concept", "", "null", "Het plan is nog niet vastgesteld"),
    ],
)  # fmt: skip
def test_a_part_says_what_becomes_of_it_by_its_plan(status, more, own, words):
    """Each page that belongs to a plan says at its top what that plan is, and no more than is certain of the part."""
    policy = policy_of(with_fields(KERNOPGAVE, status=own), PLAN.format(status=status, more=more))
    top = (
        Renderer(Site(policy)).page("kernopgaven/fijn-wonen/").partition("\n# ")[2].partition('class="pk-onderdeel"')[0]
    )
    assert words in top
    assert "Mooi plan</a>" in top
