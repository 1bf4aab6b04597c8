"""The made-up municipality of voorbeelden/, with a year of reports: right, marked as made-up, and followed from home to a report."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.model.verslag import Verslag
from support.links import dead_links, double_ids, double_titles, from_elsewhere, out_of_reach
from support.made_up import ROOT
from support.site import BuiltSite, build_whole

NERGENSWAARD = ROOT / "voorbeelden" / "nergenswaard"
STATES = {"niet begonnen", "loopt", "klaar", "vertraagd", "gestopt", "onbekend"}
PROMISE = "besluiten/toezegging-belbus/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> BuiltSite:
    """The site of a copy of the example, on a day on which the bus is too late by its new date too."""
    copy, target = tmp_path_factory.mktemp("nergenswaard") / "hier", tmp_path_factory.mktemp("site")
    shutil.copytree(NERGENSWAARD, copy, ignore=shutil.ignore_patterns("site", ".polderkoers"))
    build_whole(copy, target, SOURCE_DATE_EPOCH=str(int(datetime(2026, 11, 30, tzinfo=UTC).timestamp())))
    return BuiltSite(target)


def links_in(html: str) -> list[str]:
    """Return all addresses that links lead to."""
    return re.findall(r'href="([^"]+)"', html)


def words(site: BuiltSite, path: str) -> str:
    """Return the text of a page with single spaces, without menu and frame."""
    return " ".join(" ".join(element.text for element in site.page(path).all("article", id="inhoud")).split())


def test_the_example_has_no_faults_and_shows_every_state():
    """Nothing is reported about its files, and its reports use each state that there is."""
    loaded = load(NERGENSWAARD)
    assert loaded.problems == ()
    reports = [entry.item for entry in loaded.policy.of(Verslag)]
    assert {report.vorm for report in reports} == {"tussenrapportage", "monitor", "jaarverslag"}
    assert {melding.stand for report in reports for melding in report.meldingen} - {None} == STATES


def test_every_page_says_that_it_is_made_up(site):
    """Above each page stands that nothing is real, its foot claims no official documents, and the page about the site neither."""
    said = "De gemeente Nergenswaard bestaat niet. Niets op deze site is echt."
    for path in (*site.paths, "404.html"):
        text = (site.folder / path).read_text(encoding="utf-8") if path == "404.html" else site.html(path)
        assert said in text, path
        assert "officiële documenten" not in text, path
    about = words(site, "over/")
    assert "Ook de plannen, partijen, plaatsen, cijfers, documenten en links zijn verzonnen." in about
    assert "Deze site is van" not in about
    assert "Het document gaat altijd voor" not in about
    assert [path for path in site.paths if "noordoostpolder" in site.html(path).lower()] == []


def test_from_home_to_an_overdue_promise_and_its_report_takes_three_taps(site):
    """Home names the promise above its foot, and all promises and the progress; the promise leads to the place where the last report tells of it."""
    (main,) = site.page("").all("article", id="inhoud")
    assert {"besluiten/", PROMISE, "voortgang/", "verslagen/jaarverslag-2025/"} <= set(
        links_in(site.html("").partition("<footer")[0])
    )
    assert "De raad hoort wanneer de belbus gaat rijden" in main.text
    assert f'href="../{PROMISE}"' in site.html("besluiten/")
    assert 'href="../../verslagen/jaarverslag-2025/#melding-belbus"' in site.html(PROMISE)
    assert 'id="melding-belbus"' in site.html("verslagen/jaarverslag-2025/")
    assert "Dit moest uiterlijk op 1 december 2025 klaar zijn. Die datum is voorbij." in words(site, PROMISE)
    assert "Te laat Volgens Jaarverslag 2025 (21 april 2026): vertraagd" in words(site, PROMISE)


def test_what_nobody_reported_of_has_no_report(site):
    """A promise about something that no report names links to none."""
    assert "Volgens" not in words(site, "besluiten/toezegging-evaluatie/")


def test_money_measurements_and_an_earlier_report_are_told(site):
    """Spent stands beside decided, an indicator has its baseline, target and new values, and a goal its three reports."""
    assert "€ 205.000 van € 180.000: € 25.000 meer dan was besloten" in words(site, "voortgang/").replace(
        "\N{NO-BREAK SPACE}", " "
    )
    goal = words(site, "kernopgaven/goed-leven/doel-bus/")
    for report in ("Jaarverslag 2025", "Tussenrapportage najaar 2025", "Tussenrapportage voorjaar 2025"):
        assert report in goal
    measured = words(site, "kernopgaven/goed-leven/")
    for value in ("52%", "53%", "56%", "60%"):
        assert value in measured


def test_every_link_leads_somewhere(site):
    """Links, titles, ids and ways from home are as on every site, and nothing comes from elsewhere."""
    assert dead_links(site) == []
    assert out_of_reach(site) == []
    assert double_titles(site) == []
    assert double_ids(site) == {}
    assert from_elsewhere(site) == []


def test_home_says_who_answers_for_what_is_too_late(site):
    """Beside what is too late stands who must do it, and beside a promise past its date who made it and to whom."""
    home = words(site, "")
    assert "Een belbus naar Waterzicht gemeente Nergenswaard" in home
    assert re.search(r"uiterlijk op 1 december 2025; van Gemeente aan Dorpen Samen", home)


def test_a_plan_tells_the_progress_of_its_parts(site):
    """The page of a plan has what its parts came to, with the explanation and the reason of a new date, and only reports about it."""
    page = words(site, "voortgang/koers/")
    assert "Er zijn vijf chauffeurs. Acht zijn er nodig." in page
    assert "Waarom: Er zijn nog te weinig chauffeurs." in page
