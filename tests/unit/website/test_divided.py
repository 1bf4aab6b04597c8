"""Overviews that are too big for one page: what is on which part, and what leads there."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.divided import divided as divided_module
from polderkoers.website.divided.pages import DividedOverviews
from polderkoers.website.divided.parts import AT_MOST, parts_of
from polderkoers.website.divided.table import DIVISIBLE
from polderkoers.website.render import Renderer
from polderkoers.website.search.text import pieces
from polderkoers.website.views.boxes import Box, OverviewSection, all_boxes, entries_in
from polderkoers.website.views.site import Site
from support.gemeente import policy
from support.made_up import BASIS, KERNOPGAVE, document, policy_of

NAMES = [about.name for about in DIVISIBLE]
FEW = 5


@pytest.fixture(scope="module")
def site():
    """Give the site of a made-up municipality."""
    return Site(policy())


@pytest.fixture(scope="module")
def divided(site):
    """Give its overviews, of which no page may show more than a few items."""
    return DividedOverviews(site, DIVISIBLE, lambda: None, FEW)


@pytest.fixture(scope="module")
def renderer(site, divided):
    """Give what renders the pages of that site."""
    made = Renderer(site)
    made.divided = divided
    return made


def terms(*names):
    """Return a file of terms with these names."""
    rows = "".join(f"  - {{id: term-{number}, naam: {name}, uitleg: Uitleg.}}\n" for number, name in enumerate(names))
    return f"soort: begrippen\nid: meer\nversie: '1.0'\nstatus: null\nbegrippen:\n{rows}"


def refs_of(boxes):
    """Return the references of the items in boxes."""
    return [entry.ref for entry in entries_in(boxes)]


def anchors_of(text):
    """Return the anchors of a page."""
    return {found[1] or found[2] for found in re.finditer(r'\bid="([^"]+)"|\{#([^}\s]+)\}', text)}


@pytest.mark.parametrize("name", NAMES)
def test_every_item_is_on_exactly_one_part(name, site, divided):
    """The parts hold together what the overview as a whole shows, in its order, and nothing twice."""
    about = next(each for each in DIVISIBLE if each.name == name)
    whole = refs_of(all_boxes(about.sections(site)))
    assert max(Counter(whole).values()) == 1
    if len(whole) > FEW:
        parts = [part for _, part in divided.by_name[name].parts]
        assert [ref for part in parts for ref in refs_of(part.boxes)] == whole
        assert all(0 < part.total <= FEW for part in parts)
    else:
        assert name not in divided.names


def test_most_overviews_are_divided_here(divided):
    """The made-up municipality is big enough for these tests to say something."""
    assert {"doelen", "tijdlijn", "open-vragen", "begrippen", "organisaties", "cijfers", "besluiten"} <= set(
        divided.names
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_show_what_their_part_holds(name, renderer, divided):
    """Every part says how much it holds, and shows each item that a reader looks for by its name and link."""
    if name not in divided.names:
        return
    about = next(each for each in DIVISIBLE if each.name == name)
    for path, part in divided.by_name[name].parts:
        text = renderer.page(path)
        assert f"Hier zie je {about.count(part.total, renderer.site.words)} van in totaal " in text
        if about.lists_items:
            for entry in entries_in(part.boxes):
                assert renderer.site.address(entry).rpartition("/")[2] in text


@pytest.mark.parametrize("name", NAMES)
def test_the_entrance_leads_to_every_part_and_place(name, renderer, divided):
    """The page in place of the overview has a link to each part, and its links with an anchor lead to one that is there."""
    if name not in divided.names:
        return
    found = divided.by_name[name]
    text = renderer.overview(name, found.base)
    links = [link.replace("../", "", 1) for link in re.findall(r'href="([^"]+)"', text)]
    assert {path for path, _ in found.parts} <= set(links)
    for link in links:
        path, _, anchor = link.partition("#")
        if anchor:
            assert anchor in anchors_of(renderer.page(path)), link


@pytest.mark.parametrize(
    "name", ["doelen", "tijdlijn", "open-vragen", "begrippen", "cijfers", "rode-draad", "plannen", "besluiten"]
)
def test_an_anchor_of_the_whole_overview_leads_on_from_the_entrance(name, site):
    """Who follows an old link to a place on the overview comes to the line that leads to its part."""
    whole, parted = Renderer(site), Renderer(site)
    parted.divided = DividedOverviews(site, DIVISIBLE, lambda: None, 1)
    anchors = anchors_of(whole.overview(name, f"{name}/"))
    assert anchors
    assert anchors <= anchors_of(parted.overview(name, f"{name}/"))


def test_a_document_of_which_all_goals_are_withdrawn_stands_on_a_part():
    """As it stands on the whole red thread: with the goals that are none of today."""
    other = KERNOPGAVE.replace("id: fijn-wonen", "id: ander-wonen").replace(
        "status: vastgesteld", "status: ingetrokken"
    )
    files = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").glob("*.yaml"))]
    row = "  - {id: plan-2010, naam: Plan, uitgever: gemeente-polderdam, jaar: 2010, soort: Plan, uitleg: Een plan., van_wie: eigen}\n"
    files = [text + row if text.startswith("soort: documenten") else text for text in files]
    texts = (*files, KERNOPGAVE, other.replace("document: visie-2020", "document: plan-2010"))
    made = Site(Policy(build_file(document(text)) for text in texts))
    parted = Renderer(made)
    parted.divided = DividedOverviews(made, DIVISIBLE, lambda: None, 1)
    pages = [parted.page(path) for path, _ in parted.divided.by_name["rode-draad"].parts]
    (found,) = (page for page in pages if "ander-wonen/doel-genoeg-huizen/" in page)
    assert "<summary>Ingetrokken (1)</summary>" in found
    whole = Renderer(made).overview("rode-draad", "rode-draad/")
    assert "<summary>Ingetrokken" in whole


def test_each_part_leads_to_the_one_before_and_after_it_and_up(renderer, divided):
    """A reader can go through all parts, and back to the overview."""
    paths = [path for path, _ in divided.by_name["tijdlijn"].parts]
    for before, path, after in zip(paths, paths[1:], paths[2:], strict=False):
        text = renderer.page(path)
        up = "../" * path.count("/")
        assert f'href="{up}{before}">Vorige: ' in text
        assert f'href="{up}{after}">Volgende: ' in text
        assert text.count(f'href="{up}tijdlijn/"') == 2
    assert "Vorige: " not in renderer.page(paths[0])
    assert "Volgende: " not in renderer.page(paths[-1])


def test_without_the_overview_itself_nothing_leads_up(site):
    """A site may leave out the page of an overview; its parts are reached from another page then."""
    made = Renderer(site)
    made.written = frozenset({"", "begrippen/"})
    made.divided = DividedOverviews(site, DIVISIBLE, lambda: made.written, FEW)
    parts = {page.path: page for page in made.divided.pages()}
    assert all(bool(page.under) == path.startswith("begrippen/") for path, page in parts.items())
    (path, _), *_ = made.divided.by_name["doelen"].parts
    assert 'href="../../doelen/"' not in made.page(path)


def test_an_address_that_another_page_has_is_left_to_it():
    """The page of a term stays where it was, also when its id is a letter."""
    text = terms("Aap", "Beer").replace("term-0", "a")
    found = DividedOverviews(Site(policy_of(text)), DIVISIBLE, lambda: frozenset({"begrippen/b/"}), 1).by_name[
        "begrippen"
    ]
    assert [path for path, _ in found.parts] == ["begrippen/a-/", "begrippen/b-/", "begrippen/w/"]


@pytest.mark.parametrize(("more", "is_divided"), [(AT_MOST - 1, False), (AT_MOST, True)])
def test_an_overview_is_one_page_as_long_as_it_fits(more, is_divided):
    """With as many items as go on a page the overview is what it always was, and with one more it is divided."""
    # The small data have one term themselves.
    made = Renderer(Site(policy_of(terms(*(f"Woord {number}" for number in range(more))))))
    text = made.overview("begrippen", "begrippen/")
    assert ("data-pk-delen" in text) == is_divided
    assert [path for path in made.view_pages if path.startswith("begrippen/")] == (
        ["begrippen/w/", "begrippen/w/deel-2/"] if is_divided else []
    )
    if is_divided:
        assert "Er zijn 451 begrippen." in text
        assert "W, deel 2 van 2" in text


def test_a_box_that_is_too_big_is_cut_and_small_ones_go_together():
    """Boxes share a page as far as they fit on it, and only one that is bigger than a page goes on several."""
    entries = policy().of_kind("organisatie", "begrip")[:9]
    boxes = (Box("a", "A", entries[:2]), Box("b", "B", entries[2:3]), Box("c", "C", entries[3:]))
    parts = list(parts_of([OverviewSection("x", "x", "X", boxes)], 4))
    assert [[(box.id, box.total) for box in part.boxes] for part in parts] == [
        [("a", 2), ("b", 1)],
        [("c", 4)],
        [("c", 2)],
    ]
    assert [part.name for part in parts] == [f"X, deel {number} van 3" for number in (1, 2, 3)]


@pytest.mark.parametrize("name", NAMES)
def test_what_scripts_look_through_names_each_item_with_its_place(name, site, divided):
    """The file for searching has a row per item, or per file where a reader looks for that, and each leads to a page."""
    if name not in divided.names:
        return
    found = divided.by_name[name]
    about = next(each for each in DIVISIBLE if each.name == name)
    data = json.loads(found.data())
    rows = [(row[0], data["adressen"][row[1]], row[2]) for row in data["regels"]]
    boxes = [box for _, part in found.parts for box in part.boxes]
    assert len(rows) == (sum(box.total for box in boxes) if about.lists_items else len(boxes))
    known = site.pages.keys() | {path for path, _ in found.parts}
    assert {path for _, path, _ in rows} <= known
    assert all(0 <= row[3] < len(data["namen"]) for row in data["regels"])


def test_a_part_of_the_timeline_filters_by_what_it_holds(renderer, divided):
    """The lists to choose from on a part name only documents and parties of items that stand there."""
    for path, _ in divided.by_name["tijdlijn"].parts:
        text = renderer.page(path)
        offered = set(re.findall(r'<option value="([^"]+)"', text))
        fields = set(re.findall(r'<select name="([^"]+)"', text))
        held = set(" ".join(re.findall(rf'data-(?:{"|".join(fields)})="([^"]*)"', text)).split())
        assert fields
        # What the council decided comes from no document of the policy.
        assert "document" in fields or 'data-document=""' in text
        assert offered == held


def test_parts_stand_where_the_word_of_the_organisation_puts_the_overview():
    """A part has its address below that of the overview, is named by the same word, and says whose parts they are."""
    words = "woorden:\n  doel: {enkelvoud: streven, meervoud: strevens, lidwoord: het}\n"
    texts = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").rglob("*.yaml"))]
    texts = [text + words if text.startswith("soort: instelling") else text for text in texts]
    other = KERNOPGAVE.replace("fijn-wonen", "fijner-wonen").replace("visie-2020", "visie-2021")
    named = Site(Policy(build_file(document(text)) for text in (*texts, other)))
    made = Renderer(named)
    made.divided = DividedOverviews(named, DIVISIBLE, lambda: None, 1)
    assert made.divided.by_name["doelen"].base == "strevens/"
    titles = {path: page.title for path, page in made.view_pages.items() if path.startswith("strevens/")}
    assert titles
    assert all(title.startswith("Strevens: ") for title in titles.values())
    assert 'href="../../strevens/"' in made.page(next(iter(titles)))
    assert made.variables["is_verdeeld"]("doelen")


def test_a_list_of_parts_is_not_searched(renderer):
    """Who searches finds the overview by what it is, and not by the names of all that stands in its parts."""
    found = " ".join(piece.text for piece in pieces(renderer.overview("doelen", "doelen/")))
    assert found.startswith("Er zijn ")
    assert found.endswith(" bladzijden.")


def test_what_is_not_in_force_says_so_where_it_leads_on():
    """A draft has its mark in the list of what stands in a part, and in what a script finds."""
    draft = re.sub(r"(?m)^status: .*$", "status: concept", KERNOPGAVE, count=1)
    named = Site(policy_of(draft, draft.replace("id: fijn-wonen", "id: fijner-wonen")))
    made = Renderer(named)
    made.divided = DividedOverviews(named, DIVISIBLE, lambda: None, 1)
    assert "doelen" in made.divided.names
    assert re.search(r'Fijn wonen</a> <span class="[^"]*pk-merk">Concept</span>', made.overview("doelen", "doelen/"))
    rows = json.loads(made.divided.by_name["doelen"].data())["regels"]
    assert rows
    assert all(row[0].endswith(" (concept)") for row in rows)


def test_the_page_that_leads_to_parts_does_not_grow_without_end(renderer, monkeypatch):
    """When there are too many files to name, that page names the parts alone; what scripts search still has them all."""
    found = renderer.divided.by_name["doelen"]
    assert "Wat staat hier?" in renderer.overview("doelen", "doelen/")
    monkeypatch.setattr(divided_module, "NAMED_AT_MOST", 1)
    _, values = found.entrance
    assert all(not part.boxes for part in values["parts"])
    assert {part.link.address for part in values["parts"]} == {path for path, _ in found.parts}


def test_a_hostile_name_is_text_on_a_part_and_on_the_page_that_leads_there():
    """What looks like HTML, Markdown or a macro in a name stays text wherever a divided overview names it."""
    name = "Boos <script>alert(1)</script> [x](y) {{ 1 + 1 }}"
    text = terms(json.dumps(name), "Gewoon")
    title = KERNOPGAVE.replace("titel: Fijn wonen", f"titel: {json.dumps(name)}")
    named = Site(policy_of(text, title.replace("id: fijn-wonen", "id: boos-wonen"), KERNOPGAVE))
    made = Renderer(named)
    made.divided = DividedOverviews(named, DIVISIBLE, lambda: None, 1)
    told = [made.overview(overview, f"{overview}/") for overview in ("begrippen", "doelen")]
    told += [
        made.page(path) for overview in ("begrippen", "doelen") for path, _ in made.divided.by_name[overview].parts
    ]
    assert any("alert" in page for page in told)
    for page in told:
        assert "<script>alert" not in page
    assert name in {row[0] for row in json.loads(made.divided.by_name["begrippen"].data())["regels"]}
