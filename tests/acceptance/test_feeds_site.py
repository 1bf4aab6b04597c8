"""The feeds of a built site: all of them are there and valid, what they link to exists, and text stays text."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

import pytest

from injection.reading import plain
from polderkoers.policy.addresses import FOLDERS
from support.atom import AtomFeed, read
from support.gemeente import PUBLISHED, policy
from support.hostile import CHANGED, TEXTS
from support.site import BuiltSite

KINDS = ("kernopgave", "programmalijn", "plan", "partij", "thema")
# The places in Polderdam, and not those around it.
AT_HOME = {f"feeds/plaatsen/{place}.xml" for place in ("oosterdorp", "westergat", "dijkwijk", "de-brink")}
# What came of the policy, which no comparison of versions tells.
OF_PROGRESS = "feeds/voortgang.xml"
GOALS = {f"feeds/doelen/{entry.ref}.xml" for entry in policy().of_kind("doel")}
PATHS = {f"{FOLDERS[entry.item.soortnaam]}/{entry.item.id}/": entry.item.label for entry in policy().of_kind(*KINDS)}


# A message that is not the same in the feed of everything: a list, or a report, has less for who follows one thing.
_IN_PART = re.compile(r"--added/|:voortgang/verslagen/[^/]+/")


def feeds_of(site: BuiltSite) -> dict[str, AtomFeed]:
    """Return every feed of a site by its path; the test fails when one is not valid."""
    files = sorted((site.folder / "feeds").rglob("*.xml"))
    return {path.relative_to(site.folder).as_posix(): read(path.read_bytes()) for path in files}


@pytest.fixture(scope="module")
def feeds(site) -> dict[str, AtomFeed]:
    """The feeds of the site."""
    return feeds_of(site)


def links_of(feed: AtomFeed) -> list[str]:
    """Return all links of a feed."""
    return [*feed.links.values(), *(entry.link for entry in feed.entries)]


def missing(site: BuiltSite, here: str, href: str) -> str:
    """Return what is wrong with a link from a feed to something in the site, and nothing when it leads there."""
    parts = urlsplit(href)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path)))
    file = site.folder / target
    if file.is_file():
        return ""
    if target.startswith("..") or not (file / "index.html").is_file():
        return f"{here}: {href} is nowhere"
    anchor = unquote(parts.fragment)
    return f"{here}: {href} has no such place" if anchor and anchor not in site.page(f"{target}/").ids else ""


def test_there_is_a_feed_of_everything_that_a_reader_can_follow(feeds):
    """All changes, and every kernopgave, programmalijn, plan, party and theme have a valid feed."""
    assert {"feeds/alles.xml", *(f"feeds/{path[:-1]}.xml" for path in PATHS)} <= feeds.keys()
    assert all(label in feeds[f"feeds/{path[:-1]}.xml"].title for path, label in PATHS.items())
    assert any(path in feeds for path in GOALS)
    assert {path for path in feeds if path.startswith("feeds/plaatsen/")} == AT_HOME


def test_the_feed_of_everything_tells_what_came_with_each_version(feeds):
    """In a clone with the whole history, the programmalijnen of 2023 are in the feed, dated by that year."""
    dates = {entry.title: entry.updated for entry in feeds["feeds/alles.xml"].entries}
    new = "Programmalijn Prettig wonen is nieuw, met geld: hoogstens 80.000 euro per jaar ('Plannen van buurten')."
    assert dates[new] == "2023-12-31T00:00:00Z"


def test_every_message_of_a_feed_is_in_that_of_everything(feeds):
    """A feed of one subject tells nothing that the feeds of everything do not tell, but for what is new in lists, and its part of a report."""
    both = (*feeds["feeds/alles.xml"].entries, *feeds[OF_PROGRESS].entries)
    every = {entry.id for entry in both}
    of_changes = {path: feed for path, feed in feeds.items() if path != OF_PROGRESS}
    for path, feed in of_changes.items():
        assert {entry.id for entry in feed.entries if not _IN_PART.search(entry.id)} <= every, path


def test_every_link_of_a_feed_leads_to_something_on_the_site(site, feeds):
    """Each link, with its anchor, of each feed and message exists in the built site."""
    wrong = [found for path, feed in feeds.items() for href in links_of(feed) if (found := missing(site, path, href))]
    assert wrong == []


def test_every_page_says_which_feeds_belong_to_it(site, feeds):
    """The head of every page names the feed of the policy, and that of its own subject before it."""
    for path in site.paths:
        found = [
            link for link in site.page(path).all("link", rel="alternate feed") if "atom" in link.attributes["type"]
        ]
        targets = [posixpath.normpath(posixpath.join(path, link.attributes["href"])) for link in found]
        goal = path[:-1].partition("/")[2]
        subject = (f"feeds/{path[:-1]}.xml", f"feeds/doelen/{goal}.xml")
        own = [feed for feed in subject if feed in feeds and path not in ("beleid/", "alles/", "voortgang/")]
        assert path not in PATHS or own
        assert targets == [*own, "feeds/beleid.xml"], path
        assert set(targets) <= feeds.keys()
        assert all(link.attributes["title"] for link in found)


def test_the_page_about_feeds_leads_to_every_feed(site, feeds):
    """One page explains what a feed is and has a link to each of them; a page that can be followed leads to its own feed there."""
    page = site.page("feeds/")
    hrefs = [link.attributes.get("href", "") for link in page.all("a")]
    listed = {posixpath.normpath(f"feeds/{href}") for href in hrefs if href.endswith(".xml")}
    assert listed == feeds.keys()
    assert "Wat is een feed?" in [heading.text.removesuffix("¶").strip() for heading in page.all("h2")]
    for path in PATHS:
        followed = f"feed-{path[:-1].replace('/', '-')}"
        assert f"../../feeds/#{followed}" in [link.attributes.get("href") for link in site.page(path).all("a")], path
        assert [item.attributes["id"] for item in page.all("li", id=followed)] == [followed]


def test_without_history_the_feeds_are_there_and_say_that_they_are_empty(without_history):
    """A copy without Git builds with all feeds, valid and empty but for what was reported and decided, and a page that says so."""
    site = without_history
    found = feeds_of(site)
    # Reports have dates of their own: they need no history.
    assert found.pop(OF_PROGRESS).entries
    assert found.keys() >= {f"feeds/{path[:-1]}.xml" for path in PATHS}
    assert all(":voortgang/" in entry.id for feed in found.values() for entry in feed.entries)
    for feed in found.values():
        why = "Wat is gemeld en besloten, staat er wel in." if feed.entries else "geen eerdere versie"
        assert why in feed.subtitle
    shown = " ".join(element.text for element in site.page("feeds/").all("main"))
    assert "Deze site laat nu niet alle eerdere versies zien." in shown
    assert "Toekomstvisie 2014" in shown
    assert "Er is hier nog geen eerdere versie" not in shown
    # The pages of Meedoen are for who works with Git.
    told = " ".join(site.html(path) for path in site.paths if not path.startswith("meedoen/"))
    assert not any(advice in told for advice in ("git clone", "git fetch", "installeer git"))


def test_hostile_text_in_a_built_site_stays_text(hostile):
    """Each injection, in a name and in a text, is read back from the feeds as it is; links and ids are those of the site."""
    found = feeds_of(hostile)
    entries = [entry for entry in found["feeds/alles.xml"].entries if CHANGED in entry.id]
    assert len(entries) == len(TEXTS)
    # What is only written otherwise is no message for who follows the file.
    followed = {entry.id for entry in found[f"feeds/kernopgaven/{CHANGED}.xml"].entries}
    assert followed == {entry.id for entry in entries if entry.categories["belang"] == "inhoudelijk"}
    by_place = sorted(entries, key=lambda entry: int(re.search(r"doel-(\d+)", entry.link)[1]))
    for entry, text in zip(by_place, TEXTS, strict=True):
        assert set(entry.html.elements) <= {"p", "strong", "blockquote", "del", "ins", "br"}
        assert entry.html.attributes == []
        assert plain("".join(entry.html.added)) == plain(text)
        assert plain(text) in plain(entry.title)
        assert PUBLISHED not in entry.id
    for path, each in found.items():
        for href in links_of(each):
            assert href.startswith(PUBLISHED)
            assert not missing(hostile, "x", href.removeprefix(PUBLISHED)), path
