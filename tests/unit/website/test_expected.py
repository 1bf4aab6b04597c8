"""What a group of people may expect."""

from __future__ import annotations

from polderkoers.policy.groups import is_of_people, parts, wider
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.render import Renderer
from polderkoers.website.views.expected import around_of, expected_of, expected_sections
from polderkoers.website.views.fields_of_work import fields_of_work, work_pages
from polderkoers.website.views.overviews import parties, people
from polderkoers.website.views.site import Site
from support.gemeente import policy as polderdam
from support.made_up import BASIS, KERNOPGAVE, document

GROUPS = """\
  - {id: bewoners, naam: Bewoners, uitleg: Iedereen., aanspreking: Ik woon hier}
  - {id: helpers, naam: Helpers, uitleg: Wie helpt., aanspreking: Ik help, deel_van: bewoners}
  - {id: zorgers, naam: Zorgers, uitleg: Wie zorgt., aanspreking: Ik zorg, deel_van: helpers}
  - {id: stillen, naam: Stillen, uitleg: Wie zwijgt., deel_van: bewoners}
  - {id: scholen, naam: Scholen, uitleg: Alle scholen., aanspreking: Ik werk op school, werkvelden: [onderwijs]}
  - {id: raad, naam: Raad, uitleg: De raad., aanspreking: Ik zit in de raad, organisatie: gemeente-polderdam}
rolsoorten:
"""
GOALS = """\
soort: kernopgave
id: zorgen
versie: '1.0'
status: {status}
vastgesteld_op: null
vastgesteld_door: null
nummer: 9
titel: Zorgen
bron: {{document: visie-2020}}
samenvatting: Zorgen.
themas: [wonen]
inleiding: Zorgen.
doelen:
  - {{id: doel-helpers, naam: Steun voor helpers, voor: [helpers]}}
  - {{id: doel-allen, naam: Iedereen doet mee, voor: [bewoners]}}
  - {{id: doel-zorgers, naam: Rust voor zorgers, voor: [zorgers]}}
  - {{id: doel-zonder, naam: Groen}}
stappen:
  - {{id: stap-school, termijn: kort, naam: Een les, voor: [zorgers]}}
"""


def site_of(status: str = "null") -> Site:
    """Return a site with groups and goals for them."""
    found = []
    for path in sorted((BASIS / "data").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        found.append(text.replace("rolsoorten:\n", GROUPS) if path.name == "roles.yaml" else text)
    return Site(Policy(build_file(document(text)) for text in (*found, KERNOPGAVE, GOALS.format(status=status))))


def group_of(site: Site, name: str) -> Entry:
    """Return a group by its id."""
    return site.policy.entries[f"roles/{name}"]


def names(site: Site, group: str) -> list[tuple[str, list[str], list[str]]]:
    """Return the headings, and below each what is for a group and what is for a larger one."""
    entry = group_of(site, group)
    plans = expected_of(site, entry, expected_sections(site, entry))
    return [(plan.heading, [x.link.text for x in plan.items], [x.link.text for x in plan.also]) for plan in plans]


def test_a_group_sees_what_is_for_it_and_its_parts_before_what_is_for_a_larger_one():
    """Of one document what is for the group or a part of it comes first; what is for all stands apart."""
    plans = names(site_of(), "helpers")
    assert plans == [("Visie (2020)", ["Steun voor helpers", "Rust voor zorgers", "Een les"], ["Iedereen doet mee"])]


def test_a_part_of_a_part_sees_what_is_for_every_larger_group():
    """What is for all reaches the smallest group, by way of the group between."""
    (plan,) = names(site_of(), "zorgers")
    assert plan == ("Visie (2020)", ["Rust voor zorgers", "Een les"], ["Steun voor helpers", "Iedereen doet mee"])


def test_what_is_for_a_part_does_not_stand_with_all():
    """The group of all sees what is for all, and a link to each of its parts."""
    site = site_of()
    assert names(site, "bewoners") == [("Visie (2020)", ["Iedereen doet mee"], [])]
    assert [link.text for link in around_of(site, group_of(site, "bewoners")).parts] == ["Helpers", "Stillen"]


def test_it_is_said_when_our_newest_plan_has_nothing_for_a_group_alone():
    """A group for which nothing is meant apart is told so, with the plan and its year; another is not."""
    site = site_of()
    assert around_of(site, group_of(site, "stillen")).missing == "Visie (2020)"
    assert around_of(site, group_of(site, "helpers")).missing == ""
    assert around_of(site, group_of(site, "raad")) is None


def test_what_is_withdrawn_may_not_be_expected():
    """What is not in force stands folded under why it is not, and does not count as said by a plan of ours."""
    site = site_of("ingetrokken")
    (plan,) = expected_of(site, group_of(site, "helpers"), expected_sections(site, group_of(site, "helpers")))
    assert (plan.heading, plan.folded) == ("Ingetrokken", True)
    assert around_of(site, group_of(site, "helpers")).missing == ""


def test_a_round_of_groups_ends():
    """Groups that are each a part of the other, which the check refuses, do not make a page go on for ever."""
    site = site_of()
    policy = site.policy
    helpers, all_of_them = group_of(site, "helpers"), group_of(site, "bewoners")
    vars(all_of_them.item)["deel_van"] = "helpers"
    assert [entry.item.id for entry in wider(policy, helpers)] == ["bewoners"]
    assert {entry.item.id for entry in parts(policy, helpers)} >= {"bewoners", "zorgers"}


def test_residents_come_before_work_and_council():
    """Who chooses who he is sees groups of people first, and what someone is for work or in council below that."""
    site = site_of()
    shown = [(box.id, [tile.link.text for tile in box.tiles]) for box in parties(site)]
    assert shown[:2] == [
        ("wie-ben-je", ["Ik woon hier", "Ik help", "Ik zorg"]),
        ("werk-of-raad", ["Ik werk op school", "Ik zit in de raad"]),
    ]
    assert not is_of_people(site.policy, group_of(site, "scholen"))
    assert [link.text for link in people(site)] == ["Ik woon hier", "Ik help", "Alle groepen"]


def test_a_field_of_work_has_a_page_when_the_data_have_it():
    """Only fields in which somebody works have a page, which has what is asked of their organisations and groups."""
    site = site_of()
    assert fields_of_work(site) == ("onderwijs",)
    (page,) = work_pages(site)
    assert page.path == "wie/werkveld-onderwijs/"
    assert page.values == {"named": (), "groups": (), "shared": (), "people": (), "plans": (), "organisations": ()}


def test_a_field_of_work_of_which_nothing_is_asked_leads_to_what_is_asked_of_more_fields_together():
    """A group of organisations of several fields, of which something is asked, is named on the pages of the other fields, and not on its own."""
    pages = {page.path: page.values for page in work_pages(Site(polderdam()))}
    shared = {path: [link.text for link in values["shared"]] for path, values in pages.items()}
    assert shared["wie/werkveld-jeugd/"] == ["Maatschappelijke partners"]
    assert shared["wie/werkveld-zorg/"] == []
    assert [asked.who.text for asked in pages["wie/werkveld-zorg/"]["groups"]] == ["Maatschappelijke partners"]


def test_the_home_page_leads_to_each_field_of_work():
    """Who comes for their work goes from the home page to their own field, and needs no list of fields in between."""
    site = Site(polderdam())
    fields = [page.path for page in work_pages(site)]
    page = Renderer(site).overview("home", "")
    assert fields
    assert [path for path in fields if f'href="{path}"' not in page] == []
