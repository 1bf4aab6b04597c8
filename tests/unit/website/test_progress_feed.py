"""The feed of what came of the policy: a message for each report, decision and settlement that has a date."""

from __future__ import annotations

from lxml import etree

from polderkoers.website.feeds import FeedPublisher, progress_feed
from polderkoers.website.views.progress_messages import progress_messages
from polderkoers.website.views.site import Site
from support.atom import faults
from support.gemeente import policy
from support.made_up import KERNOPGAVE, policy_of

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
