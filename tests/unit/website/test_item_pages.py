"""The page of a goal, an activity or a step, and the page of a file that leads to it."""

from __future__ import annotations

import re

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.load import load
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.build import build_file
from polderkoers.website.pages import ItemPage
from polderkoers.website.render import Renderer
from polderkoers.website.views.contacts import contacts_named_in
from polderkoers.website.views.site import Site
from support.made_up import ROOT, document, policy_of

HOMES = "programmalijnen/prettig-wonen/"


@pytest.fixture(scope="module")
def renderer():
    """The pages of the made-up municipality."""
    return Renderer(Site(load(ROOT / "tests" / "gemeente").policy))


def words(html: str) -> str:
    """Return the words of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def section(page: str, heading: str) -> str:
    """Return what stands on a page below a heading, up to the next of its level."""
    return page.partition(f"\n## {heading}")[2].partition("\n## ")[0]


def test_each_goal_activity_and_step_has_a_page(renderer):
    """Wherever it stands in a file, and nothing else in a file has one."""
    found = {page.entry.ref for page in renderer.site.pages.values() if isinstance(page, ItemPage)}
    assert found == {entry.ref for entry in renderer.site.policy.of_kind("doel", "activiteit", "stap")}
    assert "prettig-wonen/activiteit-doorstromen" in found


def test_a_goal_says_by_its_official_name_where_it_comes_from(renderer):
    """Below its own name stand kind, number, document and year, and what it stands in."""
    page = renderer.page(f"{HOMES}doel-passend-huis/")
    assert page.partition("\n# ")[2].startswith("Een passend huis voor iedereen\n")
    official = words(page.partition('<p class="pk-kop__soort">')[2].partition("</p>")[0])
    assert re.fullmatch(r"Doel 1 in .+, \d{4}", official)
    assert '<dt>Hoort bij</dt><dd><a href="../../../programmalijnen/prettig-wonen/">Prettig wonen</a>' in page


def test_a_goal_names_who_does_its_activities_and_that_no_source_says_when(renderer):
    """What is done for it are lines with who and when, that lead to pages of their own."""
    page = renderer.page(f"{HOMES}doel-passend-huis/")
    facts = words(page.partition('<div class="pk-onderdeel__feiten">')[2].partition("</div>\n</div>")[0])
    assert "Wie, bij de activiteiten Woningstichting Bouwgoed" in facts
    assert "Wanneer niet bekend" in facts
    work = page.partition('href="../../../programmalijnen/prettig-wonen/activiteit-doorstromen/"')[2]
    assert words(work.partition("</li>")[0]).endswith("Hulp bij verhuizen Loopt Woningstichting Bouwgoed · elk jaar")


def test_an_item_says_who_can_be_turned_to_when_that_is_said_of_it(renderer):
    """Folded, without who is there for its subject and is not named here, to whom a link leads; where policy of others is concerned nobody is named."""
    assert "contact-huizenloket" in renderer.page("onderwerpen/wonen/")
    for path in (f"{HOMES}doel-passend-huis/", f"{HOMES}activiteit-doorstromen/"):
        found = section(renderer.page(path), "Waar kun je terecht?")
        assert "</summary>" in found
        assert re.findall('class="pk-contact" id="([^"]*)"', found) == ["contact-balie"]
        assert 'onderwerpen/wonen/#contact">Wonen</a>' in found
    others = [
        page
        for page in renderer.site.pages.values()
        if isinstance(page, ItemPage) and renderer.site.is_foreign(page.entry)
    ]
    assert others
    assert not any("Waar kun je terecht?" in renderer.page(page.path) for page in others)


def test_who_is_named_in_an_item_can_be_turned_to_about_it():
    """A contact that an activity names stands with it and with its goal, before who is there for everything; not with other goals."""
    files = sorted((ROOT / "tests/gemeente/data").rglob("*.yaml"))
    texts = (path.read_text(encoding="utf-8") for path in files)
    told = "Ouderen krijgen hulp bij de stap naar een kleiner huis"
    site = Site(Policy(build_file(document(text.replace(told, f"{told} van het Huizenloket"))) for text in texts))
    named = {entry.item.id: [card.id for card in contacts_named_in(site, entry)] for entry in site.policy.of(Doel)}
    assert named["doel-passend-huis"] == ["huizenloket", "balie"]
    assert named["doel-schone-buurt"] == ["balie"]


def test_a_subject_is_followed_from_its_top(renderer):
    """Right below the answer stands a link to its own line on the page of feeds."""
    top = renderer.page("onderwerpen/wonen/").partition("## Waar kun je terecht?")[0]
    assert 'href="../../feeds/#feed-onderwerpen-wonen">Blijf op de hoogte van dit onderwerp</a>' in top


def test_a_file_leads_back_to_the_plan_that_it_is_a_part_of(renderer):
    """The path above a kernopgave or programmalijn is that of plans, with the plan itself."""
    page = renderer.page(HOMES)
    crumbs = re.findall(r'href="([^"]*)"', page.partition("</nav>")[0])
    assert crumbs == ["../../", "../../plannen/", "../../plannen/samen-vooruit/"]


def test_an_activity_leads_back_to_its_goal(renderer):
    """The path above an activity and its facts name the goal and the file that it stands in."""
    page = renderer.page(f"{HOMES}activiteit-doorstromen/")
    crumbs = re.findall(r'href="([^"]*)"', page.partition("</nav>")[0])
    assert crumbs[-2:] == [
        "../../../programmalijnen/prettig-wonen/",
        "../../../programmalijnen/prettig-wonen/doel-passend-huis/",
    ]
    assert "Ouderen krijgen hulp bij de stap naar een kleiner huis." in words(page)


def test_money_and_indicators_stand_with_the_goal_that_they_name(renderer):
    """An amount that names a goal is shown there whole, with how sure it is."""
    page = words(renderer.page(f"{HOMES}doel-schone-buurt/"))
    assert "hoogstens € 80.000 per jaar" in page.replace("\u00a0", " ")
    assert "Mogelijk: nog niet aangevraagd of besloten" in page
    assert "Inwoners die hun buurt schoon vinden" in page
    assert "80.000" not in words(renderer.page(f"{HOMES}doel-zuinig-huis/"))


def test_what_went_before_and_after_stands_apart(renderer):
    """A goal that continues another says so, and that one says by what it is continued."""
    later = section(renderer.page(f"{HOMES}doel-passend-huis/"), "Eerder en later")
    earlier = section(renderer.page("kernopgaven/fijn-wonen/doel-genoeg-huizen/"), "Eerder en later")
    assert "../../../kernopgaven/fijn-wonen/doel-genoeg-huizen/" in later
    assert "../../../programmalijnen/prettig-wonen/doel-passend-huis/" in earlier
    assert "Krijgt een vervolg in" in earlier
    assert "Vervolg op" not in section(renderer.page(f"{HOMES}doel-passend-huis/"), "Wat hierbij hoort")


def test_the_page_of_a_file_leads_to_each_goal_and_keeps_its_place(renderer):
    """A goal is a heading with its old anchor that leads to its page; its text is folded below, and has no second anchor."""
    page = renderer.page(HOMES)
    row = '### <span class="pk-nummer">1</span> <a href="../../programmalijnen/prettig-wonen/doel-passend-huis/">'
    assert row in page
    assert '{#doel-passend-huis}\n\n<p class="pk-rij"><span class="pk-badge pk-gemeld">' in page
    assert 'id="doel-passend-huis"' not in page
    folded = page.partition(row)[2].partition("<details")[2]
    assert "Elk jaar komen er minstens 20 huizen voor jongeren bij." in words(folded)
    assert 'id="activiteit-doorstromen"' in folded


def test_a_guide_begins_with_what_a_reader_asks_first(renderer):
    """Goals, who does what and what happens stand before why it is needed."""
    found = re.findall(r"^## .*\{#([a-z-]+)\}", renderer.page(HOMES), re.MULTILINE)
    assert found[:3] == ["doelen", "rollen", "stappen"]
    assert "waarom" in found[3:]


def test_every_section_of_a_guide_is_shut_and_closed_again(renderer):
    """All that is folded ends where it should, so that nothing below it is hidden."""
    for path in (HOMES, "kernopgaven/fijn-wonen/", "plannen/samen-vooruit/"):
        page = renderer.page(path)
        assert page.count("<details") == page.count("</details>") > 0
        assert "open" not in re.findall(r"<details[^>]*>", page)[0]


def test_two_goals_of_one_name_are_told_apart_in_a_tab():
    """The title of a tab has the file, and what is nearer when that is not enough."""
    item = "{id: doel-%s, naam: Samen leven}"
    group = "  - id: groep-%s\n    naam: Groep %s\n    doelen: [" + item + "]\n"
    goals = "".join(group % (id_, id_, id_) for id_ in ("een", "twee"))
    text = (ROOT / "tests/gemeente/data/programmalijnen/gezond-en-actief.yaml").read_text(encoding="utf-8")
    site = Site(policy_of(text.replace("\nperspectieven:\n", f"\nperspectieven:\n{goals}")))
    page = "programmalijnen/gezond-en-actief/"
    titles = {
        name: site.tab_title(site.pages[f"{page}{name}/"]) for name in ("doel-een", "doel-twee", "doel-gezond-eten")
    }
    assert titles["doel-een"] == "Samen leven (Groep een, Gezond en actief, concept)"
    assert titles["doel-twee"] == "Samen leven (Groep twee, Gezond en actief, concept)"
    assert titles["doel-gezond-eten"].endswith(" (Gezond en actief, concept)")


def test_parts_of_a_goal_are_headings_below_its_name(renderer):
    """No level of heading is skipped where a goal has parts of its own."""
    page = renderer.page("kernopgaven/fijn-wonen/doel-genoeg-huizen/")
    assert re.search(r'<h2 class="pk-item__title">.*?Lege winkels worden huizen', page)
    assert "<h3" not in page.partition("\n## ")[0]


def test_what_is_for_nobody_in_particular_names_who_is_there_for_everything(renderer):
    """A goal that is for no group has nothing that a counter for residents helps with: only who is there for all questions is named."""
    page = renderer.page("kernopgaven/fijn-wonen/doel-genoeg-huizen/")
    assert re.findall('class="pk-contact" id="([^"]*)"', page) == ["contact-balie"]
