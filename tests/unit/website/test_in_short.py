"""What stands beside the summary of a policy, and how its page leads to goals and chapters."""

from __future__ import annotations

import re

import pytest

from polderkoers.policy.load import load
from polderkoers.website.render import Renderer
from polderkoers.website.views.in_short import in_short
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, ROOT, policy_of

CHAPTER = """
  - id: hoofdstuk-{0}
    rubriek: doelen
    naam: Hoofdstuk {0}
    toelichting: Dit is een tekst.
    doelen:
      - {{id: doel-{0}-a, naam: Eerste van {0}}}
      - {{id: doel-{0}-b, naam: Tweede van {0}}}"""
HEAD, _, REST = KERNOPGAVE.partition("rollen:")


def plan(chapters: int) -> str:
    """Return a plan of so many chapters, each with two goals."""
    head = HEAD.partition("nummer:")[0].replace("kernopgave", "plan").replace("fijn-wonen", "groot-plan")
    return f"{head}hoofdstukken:{''.join(map(CHAPTER.format, range(chapters)))}\n"


@pytest.fixture(scope="module")
def renderer():
    """The pages of the made-up municipality."""
    return Renderer(Site(load(ROOT / "tests" / "gemeente").policy))


def facts(site: Site, ref: str) -> dict[str, str]:
    """Return the facts beside the summary of a file, by label, as plain words."""
    found = in_short(site, site.policy.entries[ref])
    return {fact.label: fact.text or ", ".join(link.text for link in fact.links) for fact in found}


def words(html: str) -> str:
    """Return the words of a piece of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_policy_says_who_when_how_much_and_from_where(renderer):
    """Parties of roles and of what happens, the times of that, the number of amounts, its status and its source."""
    found = facts(renderer.site, "prettig-wonen")
    assert found["Wie"].startswith("Gemeente")
    assert found["Wanneer"].startswith("Wat ervoor gebeurt: ")
    assert re.fullmatch(r"\d+ bedrag(en)?", found["Geld"])
    assert "Bron" in found


def test_what_no_source_tells_is_said_to_be_unknown():
    """A policy without roles, dates and amounts says so of who and when, and says nothing of money."""
    found = facts(Site(policy_of(HEAD)), "fijn-wonen")
    assert found["Wie"] == found["Wanneer"] == "Niet bekend in de bron"
    assert "Geld" not in found


def test_the_goals_of_a_plan_stand_together_above_its_chapters():
    """Each is a row with its old anchor, below the name of its chapter; the text is folded below the list."""
    page = Renderer(Site(policy_of(plan(3)))).page("plannen/groot-plan/")
    goals = page.partition("{#doelen}")[2].partition("{#hoofdstuk-0}")[0]
    assert re.findall(r"\{#(doel-\d-[ab])\}", goals) == [f"doel-{n}-{part}" for n in range(3) for part in "ab"]
    assert re.findall(r'pk-groepkop">([^<]*)<', goals) == ["Hoofdstuk 0", "Hoofdstuk 1", "Hoofdstuk 2"]
    assert "{#hele-tekst}" not in page


def test_a_part_of_which_nothing_is_seen_is_opened_by_its_heading(renderer):
    """Its heading stands in the summary, with how much there is."""
    page = renderer.page("kernopgaven/fijn-wonen/")
    assert re.search(r"<details[^>]*><summary>\n\n## Waarom dit nodig is \{#waarom\}\n\n", page)
    assert page.count("<details") == page.count("</details>") > 0
    assert page.count("<summary>") == page.count("</summary>")


def test_many_chapters_are_folded_as_one():
    """A plan of more than eight chapters counts them under one heading, and each still opens by its own."""
    page = Renderer(Site(policy_of(plan(9)))).page("plannen/groot-plan/")
    whole = page.partition("{#hele-tekst}")[2]
    assert re.match(r"\s*<span[^>]*>9 hoofdstukken</span>", whole)
    assert re.findall(r"<summary>\n\n## .*\{#(hoofdstuk-\d)\}", whole) == [f"hoofdstuk-{n}" for n in range(9)]
    assert page.count("<details") == page.count("</details>")


def test_a_long_list_of_goals_says_how_many_more_there_are():
    """Eight stand in sight; the rest are counted, and have their anchors where they are."""
    page = Renderer(Site(policy_of(plan(7)))).page("plannen/groot-plan/")
    shown, _, folded = page.partition("<summary>Nog 6 doelen</summary>")
    assert "{#doel-3-b}" in shown
    assert "{#doel-4-a}" in folded
