"""The feed of what came of the policy: a message for each report, decision and settlement that has a date."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from polderkoers.policy.load import load
from polderkoers.website.feeds import FeedPublisher, progress_feed
from polderkoers.website.history import History
from polderkoers.website.render import Renderer
from polderkoers.website.views.feeds import feeds
from polderkoers.website.views.home import home
from polderkoers.website.views.progress_messages import progress_messages
from polderkoers.website.views.site import Site
from support.atom import faults
from support.gemeente import policy
from support.made_up import KERNOPGAVE, policy_of, root_with

ATOM = "{http://www.w3.org/2005/Atom}"
REPORT = """soort: verslag
id: jaarverslag
titel: Jaarverslag <b>
vorm: jaarverslag
datum: 2022-03-01
vastgesteld_door: null
meldingen:
  - {id: melding-een, over: fijn-wonen/stap-bouwen, stand: klaar, sinds: 2022-01}
"""
DECISIONS = """soort: besluiten
id: raad-2022
besluiten:
  - {id: toezegging-brief, soort: toezegging, stuknummer: T-1, naam: Een brief, datum: 2022-02-01, uiterlijk: 2022-06, afgedaan: {datum: 2022-05-02, tekst: De brief is er.}}
  - {id: motie-zonder-dag, soort: motie, naam: Een motie, datum: null}
"""


def bytes_of(site: Site) -> bytes:
    """Return the feed of a site as it is written, nothing where there is none."""
    publisher = FeedPublisher.of(site, "Koers", "https://polderdam.example/")
    files = dict(progress_feed(progress_messages(site), publisher))
    return files["feeds/voortgang.xml"]() if files else b""


def feed_of(site: Site) -> etree._Element:
    """Return the feed of a site as XML."""
    return etree.fromstring(bytes_of(site))


def told(feed: etree._Element) -> list[tuple[str, str, str]]:
    """Return title, moment and text of each entry."""
    entries = feed.iter(f"{ATOM}entry")
    return [tuple(entry.findtext(f"{ATOM}{name}") for name in ("title", "updated", "content")) for entry in entries]


def test_each_report_decision_and_settlement_with_a_date_is_a_message():
    """The newest comes first, at the day of its own date, and what has no date is left out."""
    feed = feed_of(Site(policy_of(KERNOPGAVE, REPORT, DECISIONS)))
    assert told(feed) == [
        ("Afgedaan: Een brief", "2022-05-02T12:00:00Z", "<p>De brief is er.</p>"),
        (
            "Jaarverslag: Jaarverslag <b>",
            "2022-03-01T12:00:00Z",
            "<p>Bouwen: Voor het eerst gemeld: klaar, sinds januari 2022.</p>",
        ),
        ("Toezegging T-1: Een brief", "2022-02-01T12:00:00Z", "<p>Uiterlijk: juni 2022.</p>"),
    ]
    assert feed.findtext(f"{ATOM}updated") == "2022-05-02T12:00:00Z"


def test_links_lead_to_the_page_of_what_is_told_and_ids_never_change():
    """An id says nothing of where the site stands; the link does."""
    feed = feed_of(Site(policy_of(KERNOPGAVE, REPORT)))
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").attrib["href"] == "https://polderdam.example/verslagen/jaarverslag/"
    assert entry.findtext(f"{ATOM}id") == "tag:polderdam.polderkoers.example,2026:voortgang/verslagen/jaarverslag"


def test_without_anything_that_came_of_it_there_is_no_feed():
    """A feed that can tell nothing is not made."""
    assert bytes_of(Site(policy_of(KERNOPGAVE))) == b""


def test_the_feed_of_polderdam_is_atom():
    """It is what the standard asks for, with an id of its own for each entry."""
    feed = feed_of(Site(policy()))
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) > 5
    assert faults(bytes_of(Site(policy()))) == []


def test_a_last_day_that_passed_without_an_answer_is_a_message(monkeypatch):
    """Who follows what was promised hears of it on the day after."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    open_ = DECISIONS.replace(", afgedaan: {datum: 2022-05-02, tekst: De brief is er.}", "")
    late = told(feed_of(Site(policy_of(KERNOPGAVE, open_))))[0]
    assert late[:2] == ("De datum is voorbij: Toezegging T-1, Een brief", "2022-07-01T12:00:00Z")
    assert "Er is nog geen antwoord bekend." in late[2]
    assert not any("voorbij" in title for title, _, _ in told(feed_of(Site(policy_of(KERNOPGAVE, DECISIONS)))))


def test_who_follows_a_goal_hears_of_a_report_what_it_says_of_that_goal():
    """Of a report each feed has its own part, under a name of its own; who follows something else hears nothing."""
    more = "  - {id: melding-twee, over: fijn-wonen/doel-genoeg-huizen, stand: loopt}\n"
    (message,) = progress_messages(Site(policy_of(KERNOPGAVE, REPORT + more)))
    part = message.only(frozenset({"plaatsen/polderdam"}))
    assert part.lines == ("Genoeg huizen: Voor het eerst gemeld: loopt.",)
    assert part.name == "verslagen/jaarverslag/plaatsen/polderdam"
    assert len(message.only(frozenset({"fijn-wonen"})).lines) == 2
    assert message.only(frozenset({"themas/zorg"})) is None


def test_a_decision_is_told_only_to_who_follows_what_it_is_about():
    """A decision has no part for who follows something else."""
    about = DECISIONS.replace("naam: Een brief,", "naam: Een brief, gaat_over: [fijn-wonen/stap-bouwen],")
    messages = progress_messages(Site(policy_of(KERNOPGAVE, about)))
    for message in messages:
        assert message.only(frozenset({"fijn-wonen"})) is message
        assert message.only(frozenset({"themas/zorg"})) is None


def test_who_follows_everything_hears_what_came_of_it_too(tmp_path):
    """The feed of everything has each message about a report or a decision, and does not say that it has none; that of the policy has none of them."""
    root = root_with(tmp_path)
    for folder, text in (("verslagen", REPORT), ("besluiten", DECISIONS)):
        (root / "data" / folder).mkdir()
        (root / "data" / folder / f"{text.split('id: ')[1].split()[0]}.yaml").write_text(text, encoding="utf-8")
    history = History(None, load(root))
    messages = progress_messages(Site(history.versions[-1].policy))
    of_policy, everything = feeds(history, lambda: messages)[:2]
    assert everything.progress == messages
    assert everything.count == len(messages) == 3
    assert everything.subtitle.endswith(
        "Over veranderingen staan er nu geen berichten in. Wat is gemeld en besloten, staat er wel in."
    )
    assert of_policy.progress == ()


def test_home_names_what_came_last_whatever_it_is():
    """A report of after the newest version is what came last, with all else of that date; what is of after the day of the site is not there yet."""
    version = 'soort: versies\nid: versies\nversie: "1.0"\nstatus: null\nversies:\n  - {id: een, naam: Versie een, uitleg: Een., datum: 2022-02-15, vastgesteld_door: null, besluit: null, commit: null}\n'
    later = REPORT.replace("id: jaarverslag", "id: later").replace("2022-03-01", "2094-03-01")
    found = {
        name: home(Site(policy_of(KERNOPGAVE, *texts)), date(2024, 1, 1))["nieuws"]
        for name, texts in {
            "none": (),
            "version": (version, DECISIONS),
            "report": (version, DECISIONS, REPORT),
            "later": (version, later),
            "both": (
                version,
                REPORT,
                REPORT.replace("id: jaarverslag", "id: brief").replace("Jaarverslag <b>", "Brief"),
            ),
        }.items()
    }
    told = {
        name: news and (news.wanneer, *(link.text for link in news.links), news.changed) for name, news in found.items()
    }
    assert told == {
        "none": None,
        "version": ("15 februari 2022", "Versie een", True),
        "report": ("1 maart 2022", "Jaarverslag <b>", False),
        "later": ("15 februari 2022", "Versie een", True),
        "both": ("1 maart 2022", "Jaarverslag <b>", "Brief", False),
    }


def test_what_came_last_is_not_called_policy_when_it_is_a_report():
    """The section of the home page says what came last whatever it is, and behind it what the newest policy is."""
    page = Renderer(Site(policy_of(KERNOPGAVE, REPORT))).overview("home", "")
    section = page.partition('id="nieuw"')[2].partition("</section>")[0]
    told = " ".join(re.sub("<[^>]+>", "", section.partition(">")[2]).split())
    assert told.startswith("Wat is er het laatst bijgekomen? 1 maart 2022: Jaarverslag &lt;b&gt;. Het nieuwste beleid.")
