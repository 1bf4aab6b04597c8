"""The built site: everything of the data is there, every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import pytest

from polderkoers.changes.meaning_words import MEANINGS
from polderkoers.policy.model.base import LetOp
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.rules.reserved_ids import PREFIXES, RESERVED
from polderkoers.policy.stones import Stones
from polderkoers.website.pages import address
from support.gemeente import policy
from support.links import dead_links, double_ids, double_titles, from_elsewhere, links_on, out_of_reach

POLICY = policy()
FILES = [entry for entry in POLICY.entries.values() if isinstance(entry.item, Beleid)]
# What has no name of its own is there by its text.
UNNAMED = {"let_op", "melding"}
OVERVIEWS = {
    "kernopgave": "plannen/",
    "programmalijn": "plannen/",
    "plan": "plannen/",
    "wegwijzer": "plannen/",
    "partij": "wie/",
    "rolsoort": "rollen/",
    "organisatie": "organisaties/",
    "plaats": "plaatsen/",
    "thema": "onderwerpen/",
    "document": "bronnen/",
    "begrip": "begrippen/",
}


@pytest.mark.parametrize("entry", POLICY.entries.values(), ids=lambda entry: entry.ref)
def test_every_item_stands_at_its_address(site, entry):
    """Every item of every file has its words at the address that links to it."""
    where = address(entry)
    if where is None:
        return
    path, _, anchor = where.partition("#")
    page = site.page(path)
    if anchor:
        assert anchor in page.ids
    shown = " ".join(" ".join(element.text.split()) for element in page.all("main"))
    assert " ".join(entry.item.label.split()) in shown or entry.item.soortnaam in UNNAMED


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(site):
    """No link of the site is dead, and every anchor that is linked to exists."""
    assert dead_links(site) == []


def test_every_page_can_be_reached_from_the_home_page_in_three_clicks(site):
    """A reader reaches every page from the home page in at most three clicks."""
    assert out_of_reach(site) == []


@pytest.mark.parametrize("kind", OVERVIEWS)
def test_every_entry_is_on_the_overview_of_its_kind(site, kind):
    """Every file and catalogue entry is linked from the overview of its kind."""
    targets = {target for target, _ in links_on(site, OVERVIEWS[kind])}
    assert {address(entry) for entry in POLICY.of_kind(kind)} <= targets


@pytest.mark.parametrize(
    "entry", POLICY.of_kind("organisatie", "plaats", "thema", "rolsoort"), ids=lambda entry: entry.ref
)
def test_a_catalogue_page_lists_everything_that_refers_to_it(site, entry):
    """The page of an organisation, place, subject or role type links to every item that refers to it."""
    page = address(entry)
    targets = {f"{target}#{anchor}" if anchor else target for target, anchor in links_on(site, page)}
    wanted = {address(ref.source) for ref in POLICY.backlinks(entry) if ref.field != "met"}
    assert {where for where in wanted if where} <= targets


@pytest.mark.parametrize("entry", POLICY.of_kind("partij"), ids=lambda entry: entry.ref)
def test_the_page_of_a_party_asks_all_that_the_policy_asks(site, entry):
    """Every role, step and activity of a party, from all documents, stands on its page."""
    targets = {f"{target}#{anchor}" for target, anchor in links_on(site, address(entry))}
    wanted = {address(ref.source) for ref in POLICY.backlinks(entry) if ref.field != "met"}
    assert {where for where in wanted if where and "#" in where} <= targets


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("doelen/", ("doel",)),
        ("tijdlijn/", ("stap", "fase", "besluitmoment")),
        ("cijfers/", ("indicator",)),
        ("geld/", ("bedrag",)),
        ("rode-draad/", ("doel",)),
    ],
)
def test_an_overview_page_lists_every_item_of_its_kinds(site, path, kinds):
    """The overviews of goals, time, figures, money and threads leave no item out."""
    targets = {f"{target}#{anchor}" if anchor else target for target, anchor in links_on(site, path)}
    assert {address(entry) for entry in POLICY.of_kind(*kinds)} <= targets


def test_every_open_question_stands_on_the_page_of_open_questions(site):
    """Each note on a source can be read on one page, and what is about our own text stands with its document only."""
    shown = " ".join(element.text for element in site.page("open-vragen/").all("main"))
    shown = " ".join(shown.split())
    notes = POLICY.of(LetOp)
    found = {note.item.id for note in notes if " ".join(note.item.tekst.split())[:25] in shown}
    assert found == {note.item.id for note in notes if note.item.soort != "overname"}


@pytest.mark.parametrize("entry", POLICY.of(LetOp), ids=lambda entry: entry.ref)
def test_a_note_stands_once_on_a_page(site, entry):
    """No page says a note of the editors twice, whatever it is about."""
    words = " ".join(entry.item.tekst.split())
    document = f"bronnen/{entry.bron.document}/"
    pages = {address(entry).partition("#")[0]: 1, document: 0, "open-vragen/": 1}
    if entry.item.soort == "overname":
        pages = dict.fromkeys(pages, 0) | {document: 1}
    for path, times in pages.items():
        shown = " ".join(element.text for element in site.page(path).all("main"))
        assert " ".join(shown.split()).count(words) == times, path


def test_every_figure_stands_on_the_page_of_figures(site):
    """Each figure of each file stands in the tables of figures."""
    shown = " ".join(" ".join(element.text for element in site.page("cijfers/").all("th")).split())
    assert [entry.ref for entry in POLICY.of_kind("cijfer") if " ".join(entry.item.wat.split()) not in shown] == []


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.ref)
def test_a_page_of_policy_names_source_version_and_data(site, entry):
    """Every page of policy names its source and version, and links to the YAML file behind it."""
    page = site.page(address(entry))
    facts = " ".join(element.text for element in page.all("dl"))
    assert entry.item.versie in facts
    assert (entry.file.file, "") in links_on(site, address(entry))
    assert (site.folder / entry.file.file).read_text(encoding="utf-8").startswith("soort:")


def test_the_sections_of_a_kernopgave_come_in_the_order_that_a_reader_asks(site):
    """A kernopgave tells what, who, when, why, figures, money, examples, cautions, related, open questions, what stood here and source, in this order."""
    headings = [element.attributes.get("id") for element in site.page("kernopgaven/fijn-wonen/").all("h2")]
    assert headings == [
        "doelen", "rollen", "stappen", "waarom", "indicatoren", "geld", "cijfers", "voorbeelden", "aandachtspunten", "samenhang", "open-vragen",
        "besloten-door-de-raad", "stond-hier-eerder", "bron-en-versie",
    ]  # fmt: skip


def test_policy_of_others_is_marked_as_theirs(site):
    """A page of policy that is not the municipality's says whose it is."""
    others = [entry for entry in FILES if _document(entry).van_wie == "ander"]
    for entry in others:
        assert "niet van deze gemeente" in site.html(address(entry)), entry.ref
    for entry in (entry for entry in FILES if _document(entry).van_wie == "eigen"):
        assert "niet van deze gemeente" not in site.html(address(entry)), entry.ref


def _document(entry):
    return POLICY.get(f"documenten/{entry.bron.document}").item


def test_the_page_for_the_council_has_the_words_of_the_comparisons(site):
    """The example of what a change means follows the words in which changes are told."""
    assert f"<em>doel {MEANINGS['doel-aangescherpt'].told}</em>" in site.html("meedoen/voor-de-raad/")


def test_no_page_loads_anything_from_elsewhere(site):
    """No script, style, image, font or frame of any page has an address of its own."""
    assert from_elsewhere(site) == []


def test_titles_of_pages_are_unique(site):
    """No two pages have the same title, so that a reader can tell tabs apart."""
    assert double_titles(site) == []


def test_no_page_has_the_same_id_twice(site):
    """An anchor leads to one place."""
    assert double_ids(site) == {}


@pytest.mark.parametrize("entry", [entry for entry in FILES if entry.file.kind.folder], ids=lambda entry: entry.ref)
def test_no_id_of_a_page_can_be_that_of_an_item(site, entry):
    """What a page of policy names itself is reserved, so that a link to an item, of now or then, never leads to something else."""
    page = site.page(address(entry))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    frame = {page.all("h1")[0].attributes.get("id"), "__drawer", "__search"}
    known = {*POLICY.entries, *Stones(POLICY).by_was}
    others = [id_ for id_ in ids if f"{entry.item.id}/{id_}" not in known and id_ not in frame]
    assert [id_ for id_ in others if id_ not in RESERVED and not id_.startswith(PREFIXES)] == []
