"""The feeds: what each tells, that it is valid Atom, and that text stays text."""

from __future__ import annotations

import dataclasses
import json
import os
import re
from pathlib import Path

import pytest

from injection.corpus import CONTROL, HIDDEN, SHOWN
from injection.reading import plain
from polderkoers.policy.load import load
from polderkoers.website.feed_dates import moment
from polderkoers.website.feeds import FeedPublisher, feed_files
from polderkoers.website.history import History
from polderkoers.website.render import Renderer
from polderkoers.website.views.feeds import feed_page, feeds
from polderkoers.website.views.site import Site
from support.atom import AtomFeed, faults, read
from support.changes import HERE, apply_edit
from support.git import git
from support.lenient import lenient
from support.made_up import root_with

SITE = "https://polderdam.example/beleid/"
ID = "tag:polderdam.polderkoers.example,2026:"
HOUSE = {"was": "naam: Genoeg huizen", "wordt": "naam: Twintig huizen"}
VERSIE = '  - {{id: "{id}", naam: Visie {id}, uitleg: De visie., datum: {date}, vastgesteld_door: null, besluit: null, documenten: [visie-2020], commit: "v{id}"}}\n'


class Project:
    """A project in Git whose versions a test saves one by one."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root_with(root, HERE / "basis")
        self._monkeypatch = monkeypatch
        self._versions = ""
        git(root, "init", "-q")

    def commit(self, day: str) -> None:
        """Save everything on a day at noon."""
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            self._monkeypatch.setenv(name, f"{day}T12:00:00Z")
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "--allow-empty", "-m", day)

    def version(self, id_: str, date: str, day: str = "2025-03-01") -> None:
        """Make a version of what is there, save it, and list it."""
        self.commit(day)
        git(self.root, "tag", f"v{id_}")
        self._versions += VERSIE.format(id=id_, date=date)
        text = f'soort: versies\nid: versies\nversie: "1.0"\nstatus: null\nversies:\n{self._versions}'
        (self.root / "data" / "versies.yaml").write_text(text, encoding="utf-8")

    def edit(self, **edit: object) -> None:
        """Change a file; by default the kernopgave Fijn wonen."""
        apply_edit(self.root, {name.replace("_", ""): value for name, value in edit.items()})

    def add(self, file: str, text: str) -> None:
        """Write something at the end of a data file."""
        with (self.root / "data" / file).open("a", encoding="utf-8") as out:
            out.write(text)

    @property
    def history(self) -> History:
        """The versions, read anew."""
        return History(self.root, load(self.root))

    def written(self, url: str = SITE) -> dict[str, bytes]:
        """Return all feeds as they are written."""
        history = self.history
        now = history.versions[-1]
        publisher = FeedPublisher.of(Site(now.policy), "Koers", url)
        return {path: write() for path, write in feed_files(feeds(history), publisher, now, self.root)}

    def feed(self, path: str) -> AtomFeed:
        """Return a feed by its address below feeds/."""
        return read(self.written()[f"feeds/{path}.xml"])


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """A project that has no version yet."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    return Project(tmp_path / "project", monkeypatch)


@pytest.fixture
def changed(project) -> Project:
    """A project with a version of 2020, and another name for one goal since then."""
    project.version("2020", "2020")
    project.edit(**HOUSE)
    project.commit("2025-06-01")
    return project


def test_there_is_a_feed_of_everything_and_one_of_each_subject_party_and_document(changed):
    """All changes, every theme, party, kernopgave and plan have a feed of their own, and every one is valid."""
    written = changed.written()
    assert [path for path in written if not path.startswith(("feeds/doelen/", "feeds/plaatsen/"))] == [
        "feeds/beleid.xml",
        "feeds/alles.xml",
        "feeds/onderwerpen/wonen.xml",
        "feeds/onderwerpen/zorg.xml",
        "feeds/wie/gemeente.xml",
        "feeds/wie/inwoners.xml",
        "feeds/wie/ondernemers.xml",
        "feeds/kernopgaven/fijn-wonen.xml",
        "feeds/kernopgaven/prettig-leven.xml",
        "feeds/plannen/plan-2020.xml",
    ]
    assert {path: found for path, xml in written.items() if (found := faults(xml))} == {}


def test_a_change_is_one_message_with_what_was_and_will_be(changed):
    """The message says what was and what will be, in which document, and by which number the decision knows it."""
    feed = changed.feed("kernopgaven/fijn-wonen")
    (entry,) = feed.entries
    assert entry.title == "De naam van doel 1 'Twintig huizen' van Fijn wonen is gewijzigd: 'Genoeg' wordt 'Twintig'."
    assert entry.html.removed == ["Genoeg"]
    assert entry.html.added == ["Twintig"]
    assert "Was:\nGenoeg huizen\nWordt:\nTwintig huizen\nInhoudelijk" in entry.html.text
    assert (
        "Nummer in de vergelijking: 1.1. Document: Kernopgave Fijn wonen. Van Visie 2020 naar de stand van nu."
        in entry.html.text
    )
    assert entry.categories == {"belang": "inhoudelijk", "soort": "changed", "document": "fijn-wonen"}
    assert entry.link == f"{SITE}wijzigingen/2020-nu/#fijn-wonen.doel-genoeg-huizen--naam"


def test_a_feed_says_what_it_is_and_whose(changed):
    """A feed has a title, a subtitle, the municipality as its author, its language, its page and itself."""
    feed = changed.feed("kernopgaven/fijn-wonen")
    assert feed.title == "Wijzigingen in kernopgave Fijn wonen - Koers"
    assert feed.subtitle == "Wat er verandert in kernopgave Fijn wonen. Elke wijziging is een bericht."
    assert (feed.author, feed.language) == ("Gemeente Polderdam", "nl")
    assert feed.id == f"{ID}feeds/kernopgaven/fijn-wonen"
    assert feed.links == {
        "self": f"{SITE}feeds/kernopgaven/fijn-wonen.xml",
        "alternate": f"{SITE}kernopgaven/fijn-wonen/",
    }


def test_a_change_is_in_the_feeds_of_what_it_touches_and_in_no_other(changed):
    """A goal is in the feeds of its document and theme; the feeds of others say that they are empty, and are valid."""
    filled = {path for path, xml in changed.written().items() if read(xml).entries}
    assert filled == {
        "feeds/beleid.xml", "feeds/alles.xml", "feeds/onderwerpen/wonen.xml", "feeds/kernopgaven/fijn-wonen.xml",
        "feeds/doelen/fijn-wonen/doel-genoeg-huizen.xml",
    }  # fmt: skip
    assert changed.feed("onderwerpen/zorg").subtitle.endswith("Er zijn nog geen wijzigingen.")


def test_a_change_of_a_role_is_in_the_feed_of_its_party(changed):
    """What a party does is in the feed of that party."""
    changed.edit(was="naam: De gemeente houdt de regie", wordt="naam: De gemeente houdt de volledige regie")
    (entry,) = changed.feed("wie/gemeente").entries
    assert entry.html.added == ["volledige"]
    assert changed.feed("wie/gemeente").title == "Wijzigingen voor: Gemeente - Koers"


def test_a_new_file_is_one_message(changed):
    """A document that is new or gone is one message, with its summary and goals, and not one for each thing in it."""
    path = changed.root / "data/kernopgaven/fijn-wonen.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (("id: fijn-wonen", "id: stil-wonen"), ("titel: Fijn wonen", "titel: Stil wonen"), ("nummer: 1\ninl", "nummer: 9\ninl")):  # fmt: skip
        text = text.replace(old, new)
    changed.edit(in_="data/kernopgaven/stil-wonen.yaml", tekst=text.replace("doel-", "doel-stil-"))
    (entry,) = changed.feed("kernopgaven/stil-wonen").entries
    assert entry.title == "Kernopgave Stil wonen is nieuw, met geld: 1.000.000 euro ('Nieuwe huizen')."
    assert "Iedereen woont fijn in de gemeente." in entry.html.added
    assert any("Twintig huizen" in goal for goal in entry.html.added)
    assert entry.html.removed == []


def test_a_document_that_is_gone_keeps_its_feed(changed):
    """Who follows a document that is withdrawn reads so in the same feed, which then belongs to the page of changes."""
    changed.edit(in_="data/plannen/plan-2020.yaml", weg=True)
    feed = changed.feed("plannen/plan-2020")
    (entry,) = feed.entries
    assert entry.categories["soort"] == "removed"
    assert entry.html.removed
    assert entry.html.added == []
    assert feed.links["alternate"] == f"{SITE}wijzigingen/"
    page = feed_page(feeds(changed.history), changed.history)
    assert [(group.heading, [feed.label for feed in group.feeds]) for group in page.values["groups"]][-1] == (
        "Vervallen",
        [feed.title.removeprefix("Wijzigingen in ").removesuffix(" - Koers")],
    )


def test_new_entries_of_a_list_are_one_message(changed):
    """A hundred new terms are one message that names them all, with the policy itself before it."""
    names = [f"woord {number}" for number in range(100)]
    rows = (f"  - {{id: woord-{place}, naam: {name}, uitleg: Een woord.}}\n" for place, name in enumerate(names))
    changed.add("begrippen.yaml", "".join(rows))
    entries = changed.feed("alles").entries
    assert [entry.title for entry in entries[1:]] == ["Er zijn 100 nieuwe begrippen."]
    assert entries[1].html.added == names
    assert entries[1].link == f"{SITE}wijzigingen/2020-nu/#begrippen.woord-0--added"


@pytest.mark.parametrize(
    ("file", "row", "title"),
    [
        ("begrippen.yaml", "{id: a, naam: Aa, uitleg: Een woord.}", "Er is 1 nieuw begrip: Aa."),
        ("organisaties.yaml", "{id: a, naam: Aa, uitleg: Iets., soort: wonen}", "Er is 1 nieuwe organisatie: Aa."),
    ],
)
def test_one_new_entry_is_told_by_its_name(changed, file, row, title):
    """One new entry is told by its name, with the right ending."""
    changed.add(file, f"  - {row}\n")
    assert changed.feed("alles").entries[1].title == title


def test_a_feed_of_policy_or_of_a_subject_is_silent_about_lists_of_words(changed):
    """New terms of a theme are told in the feed of everything alone: who follows policy or a theme asked for what is decided."""
    changed.add(
        "begrippen.yaml",
        "  - {id: huur, naam: huur, uitleg: Een woord., themas: [wonen]}\n  - {id: bos, naam: bos, uitleg: Een woord.}\n",
    )
    new_words = "Er zijn 2 nieuwe begrippen: huur en bos."
    assert new_words in [entry.title for entry in changed.feed("alles").entries]
    for path in ("beleid", "onderwerpen/wonen"):
        (entry,) = changed.feed(path).entries
        assert entry.html.added == ["Twintig"], path


def test_a_goal_has_a_feed_that_leads_to_it(changed):
    """The feed of a goal is named after it, and tells what changes in it and in nothing else."""
    feed = changed.feed("doelen/fijn-wonen/doel-genoeg-huizen")
    assert feed.title == "Wijzigingen in het doel: Twintig huizen - Koers"
    assert feed.links["alternate"] == f"{SITE}kernopgaven/fijn-wonen/doel-genoeg-huizen/"
    changed.edit(was="naam: De gemeente houdt de regie", wordt="naam: De gemeente houdt de volledige regie")
    (entry,) = changed.feed("doelen/fijn-wonen/doel-genoeg-huizen").entries
    assert entry.html.added == ["Twintig"]


def test_a_message_is_the_same_in_every_feed(changed):
    """Two feeds that tell the same change do so with the same id, title and text, so that a reader shows it once."""
    (here,), (there,) = changed.feed("kernopgaven/fijn-wonen").entries, changed.feed("onderwerpen/wonen").entries
    assert here == there


def test_the_newest_pair_of_versions_comes_first(changed):
    """Messages stand by version, the newest first, each dated by its own version."""
    changed.version("2022", "2022-05")
    changed.edit(was="naam: Bouwen", wordt="naam: Slopen")
    changed.commit("2025-09-01")
    found = [
        (entry.updated, entry.id.partition("sinds-")[2]) for entry in changed.feed("kernopgaven/fijn-wonen").entries
    ]
    assert found == [
        ("2025-09-01T12:00:00Z", "2022/fijn-wonen.stap-bouwen--naam"),
        ("2022-05-31T00:00:00Z", "2020/fijn-wonen.doel-genoeg-huizen--naam"),
    ]


def test_a_message_keeps_its_id_when_now_becomes_a_version(changed):
    """When the state of now becomes a version, its messages stay the same ones and only lead elsewhere."""
    before = changed.feed("alles").entries[0]
    changed.version("2025", "2025-06-01", day="2025-07-01")
    after = changed.feed("alles").entries[0]
    assert after.id == before.id
    assert after.link == before.link.replace("2020-nu", "2020-2025")


def test_ids_say_nothing_of_the_address_or_the_time_of_building(changed, monkeypatch):
    """The ids stay the same on another address and another day; a publisher can give his own name for them."""
    here = read(changed.written()["feeds/alles.xml"])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    there = read(changed.written(url="https://elders.example/")["feeds/alles.xml"])
    assert [here.id, *(entry.id for entry in here.entries)] == [there.id, *(entry.id for entry in there.entries)]
    changed.add("instelling.yaml", "feeds: polderdam.example,2025-01\n")
    own = read(changed.written()["feeds/alles.xml"])
    assert own.id == "tag:polderdam.example,2025-01:feeds/alles"


def test_without_an_address_of_the_site_links_are_relative(changed):
    """A site that does not know its address has feeds with links that work from where the feed is."""
    feed = read(changed.written(url="")["feeds/kernopgaven/fijn-wonen.xml"])
    assert feed.links["alternate"] == "../../kernopgaven/fijn-wonen/"
    assert feed.links["self"] == "../../feeds/kernopgaven/fijn-wonen.xml"
    assert feed.entries[0].link.startswith("../../wijzigingen/2020-nu/#")


def test_without_a_past_every_feed_is_valid_and_says_that_it_is_empty(project):
    """A project without versions has all feeds, empty, and a page that says why."""
    written = {path: read(xml) for path, xml in project.written().items()}
    assert {"feeds/beleid.xml", "feeds/alles.xml", "feeds/plannen/plan-2020.xml"} <= written.keys()
    assert {feed.entries for feed in written.values()} == {()}
    assert all("geen eerdere versie" in feed.subtitle for feed in written.values())
    assert {feed.updated for feed in written.values()} == {"2026-02-02T02:40:00Z"}
    history = project.history
    markdown = Renderer(Site(history.versions[-1].policy), history).page("feeds/")
    assert "Er zijn nog geen berichten" in markdown
    assert "(geen berichten)" in markdown


def test_the_page_lists_every_feed_and_says_what_is_missing(changed):
    """The page leads to every feed, and names the versions that cannot be read."""
    changed.version("2099", "2099")
    git(changed.root, "tag", "-d", "v2099")
    history = changed.history
    markdown = Renderer(Site(history.versions[-1].policy), history).page("feeds/")
    for path in changed.written():
        assert f'<a href="{path.removeprefix("feeds/")}">' in markdown.replace('"../feeds/', '"')
    assert "<li>Visie 2099</li>" in markdown
    assert "git" not in markdown.casefold()
    assert "Er zijn nog geen berichten" not in markdown


@pytest.mark.parametrize(
    ("date", "at", "words"),
    [
        ("2020", "2020-12-31T00:00:00", "De nieuwe versie is van 2020. Een feed heeft een dag nodig"),
        ("2020-Q3", "2020-09-30T00:00:00", "De nieuwe versie is van derde kwartaal van 2020. Een feed"),
        ("2020-02", "2020-02-29T00:00:00", "De nieuwe versie is van februari 2020. Een feed"),
        ('"2020-02-03"', "2020-02-03T00:00:00", "De nieuwe versie is van 3 februari 2020."),
        ("2025", "2025-03-01T12:00:00", "De nieuwe versie is van 2025. Een feed heeft een dag nodig"),
        ("null", "2025-03-01T12:00:00", "Van wanneer de nieuwe versie is, is niet bekend."),
    ],
)
def test_a_version_is_dated_by_the_last_day_that_is_known_and_never_later_than_its_data(project, date, at, words):
    """A year gives its last day, unless the data was there before; the words say how exact that is."""
    project.version("2020", date)
    found = moment(project.history.past[0], project.root)
    assert found.at.isoformat() == f"{at}+00:00"
    assert found.words.startswith(words)


def test_now_is_when_the_data_last_changed(changed):
    """The state of now is dated by the last commit that changed the data, whatever else was changed later."""
    (changed.root / "LEESMIJ").write_text("Anders.", encoding="utf-8")
    changed.commit("2025-08-01")
    found = moment(changed.history.versions[-1], changed.root)
    assert found.at.isoformat() == "2025-06-01T12:00:00+00:00"
    assert "voor het laatst zijn veranderd" in found.words


def test_a_cut_off_clone_does_not_guess_when_the_data_changed(changed, tmp_path):
    """In a clone without history the date is that of the build, and the text says so."""
    git(tmp_path, "clone", "-q", "--depth=1", changed.root.as_uri(), "kloon")
    found = moment(changed.history.versions[-1], tmp_path / "kloon")
    assert found.at.isoformat() == "2026-02-02T02:40:00+00:00"
    assert "de site is gemaakt" in found.words


def test_without_git_the_date_is_that_of_the_build(changed, tmp_path, monkeypatch):
    """Where there is no Git at all the feeds are still written and valid."""
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    written = changed.written()
    assert {path: found for path, xml in written.items() if (found := faults(xml))} == {}
    assert read(written["feeds/alles.xml"]).updated == "2026-02-02T02:40:00Z"


def test_two_times_gives_the_same_bytes(changed):
    """Writing the feeds of one commit again gives the same bytes."""
    assert changed.written() == changed.written()


def _texts() -> dict[str, str]:
    return {injection.name: injection.text for injection in SHOWN}


@pytest.mark.parametrize("text", _texts().values(), ids=_texts())
def test_hostile_text_is_text_in_titles_and_messages(hostile, text):
    """Markup, scripts and templates in a name can be read back as they are, and add no element to the message."""
    entry = hostile[text]
    assert set(entry.html.elements) <= {"p", "strong", "blockquote", "del", "ins", "br"}
    assert entry.html.attributes == []
    assert text.split() == "".join(entry.html.added).split()
    # A title tells a replacement only when it is short.
    assert len(text) > 80 or plain(text) in plain(entry.title)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The messages about goals that were given a hostile text, by that text."""
    with pytest.MonkeyPatch.context() as monkeypatch, lenient():
        project = Project(tmp_path_factory.mktemp("vijandig") / "project", monkeypatch)
        path = project.root / "data/kernopgaven/fijn-wonen.yaml"
        data = path.read_text(encoding="utf-8")
        texts = list(_texts().values())

        def write(told: list[str]) -> None:
            rows = (
                f"  - {{id: doel-{place}, naam: Doel, toelichting: {json.dumps(text, ensure_ascii=False)}}}\n"
                for place, text in enumerate(told)
            )
            path.write_text(data.replace("doelen:\n", f"doelen:\n{''.join(rows)}", 1), encoding="utf-8")

        write(["§"] * len(texts))
        project.version("2020", "2020")
        write(texts)
        # The feed of all changes leaves out nothing, also not what is only written otherwise.
        entries = [entry for entry in project.feed("alles").entries if re.search(r"doel-\d+", entry.link)]
    assert len(entries) == len(texts)
    # What is only written otherwise comes after what changes the policy.
    by_place = sorted(entries, key=lambda entry: int(re.search(r"doel-(\d+)", entry.link)[1]))
    return dict(zip(texts, by_place, strict=True))


@pytest.mark.parametrize("sign", [*CONTROL.values(), *HIDDEN.values(), "\ufffe", "\uffff", "\ud800", "\r"])
def test_no_sign_breaks_a_feed(changed, sign):
    """Signs that XML cannot hold are replaced in titles, texts, names and attributes; the feed stays valid."""
    history = changed.history
    now = history.versions[-1]
    nasty = f"a{sign}b"
    (found,) = [feed for feed in feeds(history) if feed.path == "feeds/kernopgaven/fijn-wonen.xml"]
    message = dataclasses.replace(found.messages[0], title=nasty, document=(nasty, nasty), pair=None, names=(nasty,))
    feed = dataclasses.replace(found, title=nasty, about=nasty, find=lambda: (message,))
    publisher = FeedPublisher.of(Site(now.policy), nasty, SITE)
    ((_, write),) = feed_files((feed,), publisher, now, changed.root)
    (entry,) = read(write()).entries
    assert entry.title.startswith("a")
    assert entry.title.endswith("b")


BROKEN = {
    "no id": (b"<id>tag:polderdam.polderkoers.example,2026:feeds/alles</id>", b""),
    "no date": (b"<updated>", b"<published>"),
    "a date without time": (b"T12:00:00Z</updated>", b"</updated>"),
    "no author": (b"<name>Gemeente Polderdam</name>", b""),
    "two alternate links": (b'rel="self" type="application/atom+xml"', b'rel="alternate" type="text/html"'),
    "an unknown element": (b"<subtitle>", b"<vraag>wat</vraag><subtitle>"),
    "an element of HTML": (b"&lt;p&gt;", b"<p>"),
    "an id that is no address": (b"<id>tag:", b"<id>"),
    "an empty title": (b"<title>Alle wijzigingen - Koers</title>", b"<title> </title>"),
    "not XML": (b"</feed>", b""),
}


@pytest.mark.parametrize(("good", "bad"), BROKEN.values(), ids=BROKEN)
def test_the_validator_notices_a_broken_feed(changed, good, bad):
    """The check of these tests itself refuses a feed that is wrong in any one way."""
    xml = changed.written()["feeds/alles.xml"]
    assert good in xml
    assert faults(xml.replace(good, bad)) != []


def test_the_same_id_twice_is_noticed(changed):
    """The check of these tests refuses two messages with one id."""
    xml = changed.written()["feeds/alles.xml"]
    start, end = xml.index(b"<entry>"), xml.index(b"</feed>")
    assert faults(xml[:end] + xml[start:end] + xml[end:]) != []
