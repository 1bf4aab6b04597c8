"""Pages about a party, place or subject that say too much for one page: what stands first, and what is on which part."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter

import pytest

from polderkoers.website.divided.about import DividedPages
from polderkoers.website.divided.parts import AT_MOST
from polderkoers.website.divided.series import SeriesPages
from polderkoers.website.divided.ties import TiePages
from polderkoers.website.render import Renderer
from polderkoers.website.search.text import pieces
from polderkoers.website.views.boxes import all_boxes, entries_in
from polderkoers.website.views.listed import lists_of
from polderkoers.website.views.site import Site
from support.gemeente import policy
from support.made_up import KERNOPGAVE, policy_of

FEW = 4
# Under what the page of a subject that fits on one page shows its items.
FOLDS = {"doelen-van-nu", "meer-lezen", "meer", "cijfers", "niet-nu", "anderen", "woorden"}


@pytest.fixture(scope="module")
def site():
    """Give the site of a made-up municipality."""
    return Site(policy())


@pytest.fixture(scope="module")
def renderer(site):
    """Give what renders the pages of that site, when no page about an item may list more than a few."""
    made = Renderer(site)
    made.divided_pages = DividedPages(site, lambda: None, FEW)
    return made


def anchors_of(text):
    """Return the anchors of a page."""
    return {found[1] or found[2] for found in re.finditer(r'\bid="([^"]+)"|\{#([^}\s]+)\}', text)}


def links_of(row):
    """Return the first link of a line."""
    return re.search(r'<a href="[^"]+">', row)[0]


def test_parties_places_and_subjects_are_divided_here(renderer):
    """The made-up municipality is big enough for these tests to say something."""
    folders = {path.partition("/")[0] for path in renderer.divided_pages.by_path}
    assert {"wie", "plaatsen", "onderwerpen", "organisaties"} <= folders


def test_every_item_is_on_exactly_one_part_of_its_section(site, renderer):
    """The parts of a section hold together all that the whole page would list below its heading, in that order."""
    for path, found in renderer.divided_pages.by_path.items():
        for section in lists_of(site, site.pages[path]).all:
            parts = [part for _, part in found.parts if part.section.path == section.path]
            assert all(0 < part.total <= FEW for part in parts)
            if section.total > FEW:
                whole = [entry.ref for entry in entries_in(section.boxes)]
                assert [entry.ref for part in parts for entry in entries_in(part.held.boxes)] == whole
                assert max(Counter(whole).values()) == 1
            else:
                assert not parts


def test_the_page_keeps_its_headings_and_leads_to_every_part(site, renderer):
    """Each place that the whole page had is still there, with a link below it to each part that holds all of it."""
    whole = Renderer(site)
    for path, found in renderer.divided_pages.by_path.items():
        text = renderer.page(path)
        assert anchors_of(whole.page(path)) - FOLDS <= anchors_of(text)
        assert f"Hierbij horen {found.counted} van het beleid." in text
        links = {link.removeprefix("../../") for link in re.findall(r'href="([^"]+)"', text)}
        assert {address for address, _ in found.parts} <= links


def test_the_parts_show_what_the_whole_page_would(site, renderer):
    """A part has the lines of its items as the whole page has them, which may say more of a place, and says how many of how many these are."""
    whole = Renderer(site)
    for path, found in renderer.divided_pages.by_path.items():
        # On a part its items stand one heading higher.
        shown = whole.page(path).replace('href="../../', 'href="').replace("<h4", "<h3").replace("</h4", "</h3")
        for address, part in found.parts:
            text = renderer.page(address)
            rows = [line for line in text.splitlines() if line.startswith(("<li><h3", "<li><span"))]
            up = "../" * address.count("/")
            assert rows or "pk-rijkop" in text
            # A subject that fits on a page shows its goals with who and when.
            lines = [links_of(row) if path.startswith("onderwerpen/") else row.removesuffix("</li>") for row in rows]
            assert all(line.replace(f'href="{up}', 'href="') in shown for line in lines)
            counted = f"{part.total} onderdel" if part.total > 1 else "1 onderdeel"
            assert re.search(f"Hier zie je {counted}(?:en)? van in totaal {found.counted}", text)


def test_a_page_that_fits_is_as_it_always_was(site):
    """With as many items as go on a page nothing is divided, and no file for parts is asked for."""
    made = Renderer(site)
    assert made.divided_pages.by_path == {}
    assert "data-pk-delen" not in made.page("wie/gemeente/")
    assert max(sum(section.total for section in lists_of(site, page).all) for page in site.pages.values()) < AT_MOST


def test_what_is_in_force_stands_first():
    """Of a draft and a policy in force that name a party, the page shows the one in force; the draft is on the part."""
    steps = "".join(f"  - {{id: stap-{n}, termijn: kort, naam: Stap {n}, trekker: [gemeente]}}\n" for n in range(30))
    now = KERNOPGAVE.replace("let_op:\n", f"{steps}let_op:\n")
    draft = re.sub(r"(?m)^status: .*$", "status: concept", now, count=1).replace("id: fijn-wonen", "id: ander-wonen")
    made = Renderer(Site(policy_of(draft, now)))
    made.divided_pages = DividedPages(made.site, lambda: None, 25)
    text = made.page("wie/gemeente/")
    now_asked, _, not_today = text.partition("## Concept {")
    assert "Concept" not in now_asked
    assert "<summary>Concept (32)</summary>" in not_today
    assert "Hierboven zie je er 10. Alle " in text
    assert any("Concept" in made.page(path) for path, _ in made.divided_pages.by_path["wie/gemeente/"].parts)


def test_a_page_does_not_grow_with_what_there_is_to_list():
    """With four times as much that names a party, its page is as heavy as it was, and so is the heaviest of its parts."""
    few, many = (weights_of_gemeente(files) for files in (25, 100))
    assert few[0] == pytest.approx(many[0], rel=0.15)
    assert max(few) == pytest.approx(max(many), rel=0.15)
    assert max(many) < 20_000


def weights_of_gemeente(files):
    """Return the bytes over the line of the page of a party that each of some files names thirty times, and of its parts."""
    steps = "".join(f"  - {{id: stap-{n}, termijn: kort, naam: Stap {n}, trekker: [gemeente]}}\n" for n in range(30))
    text = KERNOPGAVE.replace("let_op:\n", f"{steps}let_op:\n")
    made = Renderer(Site(policy_of(*(text.replace("id: fijn-wonen", f"id: wonen-{n}") for n in range(files)))))
    parts = [address for address, _ in made.divided_pages.by_path["wie/gemeente/"].parts]
    return [len(gzip.compress(made.page(path).encode())) for path in ("wie/gemeente/", *parts)]


def test_an_address_that_another_page_has_is_left_to_it(site):
    """A page that is written by hand below that of a party stays where it was."""
    free = DividedPages(site, lambda: None, FEW).by_path["wie/gemeente/"]
    (first, _), *_ = free.parts
    held = DividedPages(site, lambda: frozenset({first}), FEW).by_path["wie/gemeente/"]
    assert held.parts[0][0] == f"{first.removesuffix('/')}-/"


def test_what_scripts_look_through_names_each_item_once(site, renderer):
    """The file for searching has each item of all sections once, and each leads to a page."""
    for path, found in renderer.divided_pages.by_path.items():
        data = json.loads(found.data())
        boxes = all_boxes(lists_of(site, site.pages[path]).all)
        assert len(data["regels"]) == len({entry.ref for entry in entries_in(boxes)})
        assert {data["adressen"][row[1]] for row in data["regels"]} <= site.pages.keys() | {path}


def test_a_list_of_parts_is_not_searched(renderer):
    """Who searches finds the page by what it says, and not by the names of its parts."""
    found = " ".join(piece.text for piece in pieces(renderer.page("wie/gemeente/")))
    assert "Hierbij horen " in found
    assert "Wat staat hier?" not in found
    assert "staan op:" not in found


def test_a_hostile_name_is_text_on_a_part_and_on_the_page_that_leads_there():
    """What looks like HTML, Markdown or a macro in a name stays text wherever a divided page names it."""
    name = "Boos <script>alert(1)</script> [x](y) {{ 1 + 1 }}"
    files = [
        KERNOPGAVE.replace("titel: Fijn wonen", f"titel: {json.dumps(name)}").replace(
            "id: fijn-wonen", f"id: wonen-{n}"
        )
        for n in range(12)
    ]
    made = Renderer(Site(policy_of(*files)))
    made.divided_pages = DividedPages(made.site, lambda: None, 3)
    (subject,) = (path for path in made.divided_pages.by_path if path.startswith("onderwerpen/"))
    told = [made.page(path) for path in (subject, *made.view_pages) if path.startswith(subject)]
    assert any("alert" in page for page in told)
    assert not [page for page in told if "<script>alert" in page]


def test_what_became_of_a_document_is_divided_too(site):
    """When there are too many goals, each file of then stands on one part, and the page leads to the place of each."""
    whole, parted = Renderer(site), Renderer(site)
    parted.series = SeriesPages(site, lambda: None, 1)
    ((path, found),) = parted.series.by_path.items()
    assert len(found.parts) > 1
    text = parted.page(path)
    assert "data-pk-delen" in text
    assert anchors_of(whole.page(path)) <= anchors_of(text)
    shown = [parted.page(address) for address, _ in found.parts]
    for anchor in re.findall(r"(?m)^## .*\{#(\S+)\}$", whole.page(path)):
        assert sum(f"{{#{anchor}}}" in page for page in (text, *shown)) == 1
    assert len(json.loads(found.data())["regels"]) > 1
    assert parted.overview(path.rstrip("/"), "over/").count("data-pk-delen-alles") == 1


def test_links_from_elsewhere_do_not_make_a_policy_heavy():
    """Of too many links from elsewhere the first stand below a policy, which leads to pages that hold them all; its own stay."""
    tie = (
        "samenhang:\n  - {met: fijn-wonen, soort: vervolg op, waarom: Reden NUMMER., gelegd_door: redactie}\nlet_op:\n"
    )
    text = KERNOPGAVE.replace("let_op:\n", tie)
    others = (text.replace("id: fijn-wonen", f"id: wonen-{n}").replace("NUMMER", f"{n:03}") for n in range(320))
    made = Renderer(Site(policy_of(KERNOPGAVE, *others)))
    address = "kernopgaven/fijn-wonen/"
    text = made.page(address)
    assert len(re.findall(r"Reden \d+", text)) == 20
    parts = [f"{address}verwijzingen/", f"{address}verwijzingen/deel-2/"]
    assert [path for path in made.view_pages if path.startswith(address)] == parts
    assert all(f'href="../../{part}"' in text for part in parts)
    found = [reason for part in parts for reason in re.findall(r"Reden \d+", made.page(part))]
    assert sorted(found) == [f"Reden {n:03}" for n in range(320)]


def test_few_links_from_elsewhere_stand_where_they_did(site):
    """A policy with as many links as usual has no page for them."""
    assert TiePages(site, lambda: None).by_path == {}
    assert TiePages(site, lambda: None, 0).by_path
