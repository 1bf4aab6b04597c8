"""The page of a subject: the answer, someone to turn to, the goals of today, and the rest folded; and what home says of the same."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.reaction import address
from polderkoers.website.render import Renderer
from polderkoers.website.views.contacts import contacts, contacts_about
from polderkoers.website.views.having_a_say import having_a_say
from polderkoers.website.views.home import coming, home
from polderkoers.website.views.shown_times import time_words
from polderkoers.website.views.site import Site
from polderkoers.website.views.subject_page import answer_lines, subject_page
from polderkoers.website.views.subject_tiles import subject_tiles
from support.gemeente import policy as gemeente
from support.made_up import BASIS, DOCUMENTS, KERNOPGAVE, document

GOAL = """  - id: doel-genoeg-huizen
    themas: [wonen]
    activiteiten:
      - {id: act-een, naam: Een plein, verantwoordelijk: [gemeente], wanneer: {tekst: In 2090, van: 2090}, themas: [wonen]}
      - {id: act-twee, naam: Een brug, wanneer: {tekst: In Q3 van 2001, van: 2001-Q3}}
"""
ANSWER = """    antwoord:
      wil: {tekst: Er moeten huizen komen., uit: [fijn-wonen/doel-genoeg-huizen]}
      merk: {tekst: Er komt een plein., uit: [fijn-wonen/act-een]}
      tijd: {tekst: In 2090., uit: [fijn-wonen/act-een]}
"""
CONTACT = """soort: contact
id: contact
versie: "1.0"
status: null
contactpunten:
  - {id: balie, naam: Balie, waarvoor: Voor alles., telefoon: "0999 12 34", gecontroleerd_op: 2030-05-01}
  - {id: loket, naam: Loket, waarvoor: Voor huizen., themas: [wonen]}
  - {id: school, naam: School, waarvoor: Voor leren., themas: [leren]}
"""


def task(id_: str = "fijn-wonen", source: str = "visie-2020") -> str:
    """Return a kernopgave out of a document with a goal about the subject."""
    text = KERNOPGAVE.replace("  - id: doel-genoeg-huizen\n", GOAL)
    return text.replace("id: fijn-wonen", f"id: {id_}").replace("visie-2020", source)


def site_of(*texts: str, answer: str = ANSWER) -> Site:
    """Return a site with a subject that has an answer, and some files."""
    basis = {path.name: path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").glob("*.yaml"))}
    basis |= {"documenten.yaml": DOCUMENTS, "themas.yaml": basis["themas.yaml"] + answer, "contact.yaml": CONTACT}
    return Site(Policy(build_file(document(text)) for text in (*basis.values(), *texts)))


@pytest.fixture(scope="module")
def site() -> Site:
    """Return a site with the same goal today, before, and of another."""
    return site_of(task(), task("vroeger", "visie-1990"), task("elders", "nota"))


@pytest.fixture(scope="module")
def shown(site):
    """Return what the page of the subject shows."""
    return subject_page(site, site.policy.entries["themas/wonen"])


def test_the_answer_says_what_is_wanted_noticed_and_when_with_its_sources(site):
    """The parts stand in the order in which they are read, each with the items that it is taken from."""
    lines = answer_lines(site, site.policy.entries["themas/wonen"])
    assert [line.name for line in lines] == ["wil", "merk", "tijd"]
    assert lines[0].heading == "Wat wil de gemeente?"
    assert [link.text for link in lines[1].uit] == ["Een plein"]


def test_only_goals_of_our_own_that_count_today_are_goals_of_today(shown):
    """A goal of an old plan and one of another organisation are not shown as what is wanted now."""
    assert [(goal.link.text, goal.within.address) for goal in shown["doelen"]] == [
        ("Genoeg huizen", "kernopgaven/fijn-wonen/")
    ]
    (goal,) = shown["doelen"]
    assert [link.text for link in goal.wie] == ["Gemeente"]
    assert goal.wanneer == "in 2090; in Q3 van 2001"


def test_what_is_no_answer_is_folded_and_counted(shown):
    """More of today, older policy with its year and policy of others are apart, and each says how much it holds."""
    folds = {fold.id: (fold.heading, fold.total) for fold in shown["folds"]}
    assert list(folds) == ["meer", "eerder-1990", "anderen"]
    assert folds["eerder-1990"] == ("Ouder beleid, van 1990", 3)
    assert folds["anderen"] == ("Beleid van anderen", 3)


def test_a_reader_chooses_from_own_policy_of_today_to_all_else(shown):
    """Each choice says how much there is of it, and all of the page together is what the choices count."""
    totals = {choice.value: choice.total for choice in shown["times"]}
    assert list(totals) == ["nu", "eerder", "ander"]
    for value in ("eerder", "ander"):
        assert totals[value] == sum(fold.total for fold in shown["folds"] if fold.time == value)
    assert totals["nu"] == len(shown["doelen"]) + sum(fold.total for fold in shown["folds"] if fold.time == "nu")


def test_without_anything_else_there_is_nothing_to_choose():
    """A subject with policy of today alone has no choice, and without an organisation that is called otherwise the words are general."""
    site = site_of(task())
    assert subject_page(site, site.policy.entries["themas/wonen"])["times"] == ()
    assert next(iter(time_words(site).values())).endswith(", nu")


def test_who_is_there_for_the_subject_comes_before_who_is_there_for_everything(shown):
    """Somebody for another subject is not named."""
    assert [card.naam for card in shown["contacts"]] == ["Loket", "Balie"]


def test_a_number_that_is_not_known_is_said_to_be_unknown(site):
    """The page gives a number with the day on which it was looked at, or says that it knows none."""
    html = Renderer(site).overview("contact", "contact/")
    assert '<a href="tel:0999 12 34"' not in html
    assert '<a href="tel:09991234">0999 12 34</a>' in html
    assert "Nagekeken op 1 mei 2030" in html
    assert html.count("Telefoonnummer en adres zijn niet bekend op deze site.") == 2
    assert [card.is_reachable for card in contacts(site)] == [True, False, False]


def test_a_subject_without_an_answer_shows_none():
    """Nothing stands in its place."""
    site = site_of(task(), answer="")
    page = Renderer(site).page("onderwerpen/wonen/")
    assert "pk-antwoord" not in page
    assert "Doelen van nu" in page


def test_home_names_goals_of_today_and_what_comes(site):
    """A goal by name with its file, and of the dates only those that are not past."""
    told = home(site, date(2050, 1, 1))
    assert [goal.link.text for goal in told["doelen"]] == ["Genoeg huizen"]
    assert [(each.wanneer, each.link.text) for each in told["coming"]] == [("In 2090", "Een plein")]
    assert told["date"] == "1 januari 2050"


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ("per_jaar: true, zekerheid: mogelijk", ("€\u00a0500 per jaar", "Mogelijk: nog niet aangevraagd of besloten")),
        ("ongeveer: true, zekerheid: zeker", ("ongeveer €\u00a0500", "Zeker: toegekend of ontvangen")),
        ("schaal: lokaal", ("€\u00a0500", "De bron zegt niet hoe zeker het is")),
        ("schaal: regionaal, zekerheid: zeker", None),
    ],
)
def test_home_says_of_money_per_year_and_how_sure(more, shown):
    """An amount per year is no total, what may come is no money yet, and what is for the region is not ours."""
    money = f"bedragen:\n  - {{id: geld-bomen, bedrag: 500, waarvoor: Bomen, jaar: 2020, {more}}}\n"
    site = site_of(task() + money)
    figure = home(site, date(2050, 1, 1))["cijfer"]
    assert (figure and (figure.waarde, figure.sure)) == shown
    if shown:
        said = f'{shown[0]}</span> <span><a href="../kernopgaven/fijn-wonen/#geld-bomen">Bomen</a> (2020). {shown[1]}.'
        assert said in Renderer(site).overview("home", "x/")


def test_a_tile_counts_the_goals_of_today(site):
    """Of three files with the same goal only that of today counts, on home and in the list of subjects alike."""
    (tile, *_) = subject_tiles(site)
    assert (tile.link.text, tile.foot) == ("Wonen", "1 doel van nu")
    assert all("1 doel van nu" in Renderer(site).overview(name, f"{name}/") for name in ("home", "onderwerpen"))


def test_home_says_nothing_of_what_is_past(site):
    """When all dates are past nothing is coming up."""
    assert list(coming(site, list(site.policy.of_kind("kernopgave")), date(2099, 1, 1))) == []


def test_who_wants_a_say_reads_that_nothing_is_said(site):
    """Where the policy names no way, the page says so and names who to ask."""
    assert (having_a_say(site)["rows"], having_a_say(site)["said"]) == ((), "")
    assert "staat niet in het beleid op deze site" in Renderer(site).overview("meepraten", "meepraten/")


def test_who_wants_a_say_reads_who_decides_and_what_is_not_known():
    """The page shows the answer of the editors about having a say, and of each decision who takes it and when."""
    policy = gemeente()
    question = "soort: veelgevraagd\nid: vragen\nversie: '1.0'\nstatus: null\nvragen:\n  - {id: meepraten, naam: Hoe praat ik mee?, tekst: Dat staat nergens.}\n"
    files = [entry.item for entry in policy.entries.values() if entry.is_file and entry.item.id != "vragen"]
    shown = Renderer(Site(Policy([*files, build_file(document(question))]))).overview("meepraten", "meepraten/")
    assert "Dat staat nergens." in shown
    for moment in having_a_say(Site(policy))["moments"]:
        assert moment.link.text in shown
        assert f"Wanneer: {moment.wanneer or 'niet bekend'}" in shown


@pytest.mark.parametrize(
    ("to", "wanted"),
    [
        ("post@polderdam.example", "mailto:post@polderdam.example?subject=Reactie%20op%3A%20Wonen&body=Dit%20gaat%20over%20/onderwerpen/wonen/%2C%20versie%201.2.%0A%0A"),
        ("https://polderdam.example/formulier", "https://polderdam.example/formulier?pagina=%2Fonderwerpen%2Fwonen%2F&versie=1.2"),
        ("https://polderdam.example/?f=1", "https://polderdam.example/?f=1&pagina=%2Fonderwerpen%2Fwonen%2F&versie=1.2"),
    ],
)  # fmt: skip
def test_a_reaction_names_the_page_and_the_version_of_its_text(to, wanted):
    """Who reacts need not say what she was reading."""
    assert address(to, "Wonen", "onderwerpen/wonen/", "1.2") == wanted


def test_a_term_of_a_role_says_who_that_is_and_what_is_not_known():
    """Who looks up what a role is reads of it what is known of reaching it; another term has no such part."""
    terms = (
        "soort: begrippen\nid: begrippen\nversie: '1.0'\nstatus: null\nbegrippen:\n"
        "  - {id: balie, naam: balie, uitleg: Een plek., uitleg_van: redactie}\n"
        "  - {id: plein, naam: plein, uitleg: Een plek., uitleg_van: redactie}\n"
    )
    found = Site(Policy(build_file(document(text)) for text in (terms, CONTACT)))
    told = {entry.item.id: contacts_about(found, entry) for entry in found.policy.of_kind("begrip")}
    assert [card.telefoon for card in told["balie"]] == ["0999 12 34"]
    assert told["plein"] == ()


def test_a_group_of_people_is_told_who_is_there_for_everything():
    """The page of a group shows whom everybody can turn to; that of an organisation does not."""
    policy = gemeente()
    told = {entry.item.id: contacts_about(Site(policy), entry) for entry in policy.of_kind("partij")}
    assert told["inwoners"]
    assert told["gemeente"] == ()
