"""Everyone can read and use every page: WCAG 2.2 A and AA, in light and dark, wide and narrow, by keyboard and enlarged."""

from __future__ import annotations

import hashlib
from collections import defaultdict

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT

from support.browser import ARGUMENTS, browser_path, needs_browser
from support.explained import AXE_LEAVES, IBM_FINDS
from support.gemeente import INSTANCE
from support.looks import (
    ACE,
    ACE_SHA256,
    ACE_VERSION,
    COLOURS,
    HEIGHT,
    MEASURE,
    OPEN_MENU,
    RULES,
    SCHEMES,
    WIDTHS,
    ibm_finds,
    look_at,
)
from support.outcome import outcome
from support.site import serving
from support.structure import joints, written

pytestmark = needs_browser
# Pages with more links than this are walked through as far as this; every stop of every page is looked at anyhow.
STEPS = 60
# Where a sheet or script could change the order of the stops, what fits or what has an edge: the menu, forms, filters, charts and
# what folds.
WALKED = (
    "",
    "kernopgaven/fijn-wonen/",
    "tijdlijn/",
    "wijzigingen/vergelijken/",
    "wijzigingen/2014-nu/",
    "zoeken/",
    "meedoen/bouwstenen/",
)


@pytest.fixture(scope="session")
def seen(address, every_page, parts, closely, whole):
    """What there is to see on every page of the site, each part of it once: on the pages that show most in every way.

    On others with something new it is briefly, on the rest at a glance; with --whole it is in every way on all.
    """
    others = [path for path in every_page if path not in parts]
    return look_at(address, [*parts, *others], closely, briefly=parts, whole=whole)


@pytest.fixture
def visit(open_context, address):
    """Open a page of the site, with what measures it."""

    def run(path: str, *, width: int = 1280, **options):
        context = open_context(width=width, height=HEIGHT, **options)
        context.add_init_script(f"{AXE_SCRIPT};{MEASURE}")
        page = context.new_page()
        page.goto(f"{address}{path}")
        return page

    return run


def per_finding(found: dict[str, list[str]]) -> str:
    """Return findings of pages, the same ones together, with how often and where first: nobody reads 700 times the same."""
    pages = defaultdict(list)
    for path, findings in found.items():
        for finding in findings:
            pages[finding].append(path)
    ordered = sorted(pages.items(), key=lambda entry: -len(entry[1]))
    return "\n".join(f"{len(paths)} x (/{paths[0]}) {finding}" for finding, paths in ordered[:60])


def in_all_looks(page) -> list[str]:
    """Return what axe finds on a page as it stands now, in light and dark, wide and narrow, with the menu open."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if width < 1000:
            page.evaluate(OPEN_MENU)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            rules = RULES if scheme == "light" else COLOURS
            axe = page.evaluate("rules => pkMeasure.axeFinds(rules)", rules)
            found += [f"{width} {scheme}: {violation}" for violation in axe["violations"]]
    return found


# Every page


def test_axe_reports_nothing_on_any_page(seen, every_page, closely, parts):
    """Every part of the site meets WCAG 2.2 A and AA and axe's best practices, light and dark, wide and narrow, with all open."""
    assert sorted(seen) == sorted(every_page)
    assert {path for path, page in seen.items() if page.axe} == {*closely, *parts}
    assert per_finding({path: page.violations for path, page in seen.items()}) == ""


def test_what_axe_cannot_tell_is_explained(seen):
    """Where axe leaves the judgement to a person, the reason why it is right stands beside the test."""
    left = defaultdict(list)
    for page in seen.values():
        for width, rule, why, element in page.doubts:
            if (width, rule, why) not in AXE_LEAVES:
                left[f"{width} {rule} {why}"].append(f"/{page.path} {element}")
    assert {what: (len(where), where[:3]) for what, where in left.items()} == {}


def test_no_page_scrolls_sideways(seen):
    """Every page fits 320 pixels; one that is looked at closely fits 1280 too, with more space in its text, and with text twice as large."""
    assert per_finding({path: page.sideways for path, page in seen.items()}) == ""


def test_no_text_is_cut_off(seen):
    """Text stays whole at 320 pixels, and on a page that is looked at closely also at 1280, when it grows and when it is spaced out."""
    assert per_finding({path: page.cut_off for path, page in seen.items()}) == ""


def test_every_stop_shows_that_it_has_the_focus(seen):
    """Whatever takes the focus can be seen, has a ring of at least 3:1, and lies under nothing, in every part of the site."""
    assert per_finding({path: page.stops for path, page in seen.items()}) == ""


def test_every_page_is_in_order(seen):
    """A page has one h1, skips no level of heading, and its tables, pictures and charts say in words what they are."""
    assert per_finding({path: page.structure for path, page in seen.items()}) == ""


def test_every_title_is_of_one_page(seen):
    """No two pages have the same title."""
    titles = defaultdict(list)
    for path, page in seen.items():
        titles[page.title].append(path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_nothing_moves_for_who_asked_for_rest(seen):
    """With reduced motion nothing is animated on the pages that are looked at closely, which have every part of the site."""
    assert per_finding({path: page.moving for path, page in seen.items()}) == ""


# The engine of IBM


def test_the_engine_of_ibm_is_the_published_one():
    """The file in this repository is the one of the npm package, byte for byte."""
    assert hashlib.sha256(ACE.read_bytes()).hexdigest() == ACE_SHA256


def test_what_the_engine_of_ibm_finds_is_explained(parts, address, whole):
    """On the page that shows most, or with --whole on all that together show every part, the engine of IBM finds nothing unexplained."""
    found = ibm_finds(address, parts if whole else parts[:1])
    left = {
        path: [
            f"{one['rule']} {one['message']} {one['snippet'][:120]}"
            for one in findings
            if not any(reason.covers(one) for reason in IBM_FINDS)
        ]
        for path, findings in found.items()
    }
    assert per_finding(left) == ""


def test_the_version_of_the_engine_of_ibm_is_that_of_its_file():
    """The version that an outcome names is the one that the file in this repository says it is."""
    assert ACE_VERSION in (ACE.parent / "README.md").read_text(encoding="utf-8").splitlines()[0]


def test_an_outcome_of_this_run_names_what_was_used_and_looked_at(site, seen):
    """What would be kept of this run is of this very site, in the version of axe that looked, and counts what was found."""
    kept = outcome(site, seen, browser="Chromium", commit=None)
    assert kept.vorm in site.html("toegankelijkheid/")
    assert kept.onderdelen[0].waarmee == f"axe-core {next(page.axe for page in seen.values() if page.axe)}"
    assert kept.onderdelen[0].meldingen == sum(len(page.violations) for page in seen.values())
    assert kept.paginas == len(site.paths) + 1


# Keyboard


def walk(page, steps: int) -> list[int]:
    """Press Tab a number of times, and return which stops got the focus, counted from the top of the page."""
    page.evaluate("""() => {
      const stops = pkMeasure.stops();
      window.walked = [];
      document.addEventListener("focusin", ({ target }) => walked.push(stops.indexOf(target)), true);
    }""")
    for _ in range(steps):
        page.keyboard.press("Tab")
    return page.evaluate("window.walked")


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.whole)])
def test_the_keyboard_reaches_everything_in_order(visit, address, parts, width, whole):
    """The Tab key stops at everything that can be used, from top to bottom: where a script or sheet could change that, or with --whole in every part."""
    wrong = {}
    page = visit("", width=width)
    for path in parts if whole else WALKED:
        page.goto(f"{address}{path}")
        steps = min(page.evaluate("pkMeasure.stops().length"), STEPS)
        if (walked := walk(page, steps)) != list(range(steps)):
            wrong[path] = walked
    assert wrong == {}


def test_the_skip_link_comes_first_and_leads_to_the_text(visit):
    """The first stop of a page can be seen, and leads past header and menu."""
    page = visit("kernopgaven/iedereen-doet-mee/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Ga naar de inhoud"
    assert page.evaluate("pkMeasure.wrongWithFocused(document.activeElement)") == []
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main, #inhoud').contains(document.activeElement)")


def test_the_menu_opens_and_closes_by_keyboard(visit):
    """On a phone the menu opens with Enter, its links come next, and Escape closes it and gives the focus back."""
    page = visit("", width=320)
    menu = page.locator("[data-pk-menu]")
    links = page.locator("#pk-nav a")
    assert not links.first.is_visible()
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#pk-nav').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("el => el === document.activeElement")
    assert not links.first.is_visible()


def test_a_filter_works_by_keyboard(visit):
    """An arrow key chooses another document, fewer items stand in the list, and their number is told."""
    page = visit("tijdlijn/")
    total = page.locator("[data-pk-lijst] > li").count()
    page.locator("[data-pk-filters] summary").press("Enter")
    page.get_by_label("Document").focus()
    page.keyboard.press("ArrowDown")
    shown = page.locator("[data-pk-lijst] > li:visible").count()
    assert 0 < shown < total
    status = page.locator("[data-pk-telling]")
    assert str(shown) in status.inner_text()
    assert status.evaluate("el => el.closest('[role=status], output, [aria-live]') !== null")


# What opens


def test_axe_reports_nothing_with_search_results_and_filters_open(visit):
    """The page with results, its filters open, is as accessible as the others, and every stop shows its focus."""
    page = visit("zoeken/?q=mantelzorg")
    page.wait_for_selector("[data-pk-zoek-lijst] li a")
    page.evaluate("pkMeasure.openAll()")
    assert page.locator("[data-pk-zoek-groep]:visible input").count() > 0
    assert in_all_looks(page) == []
    assert page.evaluate("pkMeasure.sideways()") == 0
    assert page.evaluate("pkMeasure.focusing().wrong") == []


def test_axe_reports_nothing_when_nothing_is_found(visit):
    """The page that helps on when nothing is found is as accessible as the others."""
    page = visit("zoeken/?q=qqqxxqqq")
    page.locator("[data-pk-zoek-telling]", has_text="Niets").wait_for()
    assert in_all_looks(page) == []


def test_axe_reports_nothing_with_an_explanation_open(visit):
    """The explanation of a word can be read in all looks, and stays on the page."""
    page = visit("kernopgaven/iedereen-doet-mee/doel-schulden/")
    page.evaluate(
        "document.querySelectorAll('.pk-begrip').forEach((one, place) => place % 4 || one.classList.add('pk-begrip--open'))"
    )
    assert page.locator(".pk-begrip__uitleg:visible").count() > 0
    assert in_all_looks(page) == []


# Readers who set their browser to their own wishes


def test_a_page_fits_when_the_browser_makes_text_twice_as_large(browser, address, parts, whole):
    """With text of 32 pixels nothing scrolls sideways or is cut off: where a sheet or script could cause it, or with --whole in every part."""
    wrong = {}
    arguments = [*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=browser_path(), args=arguments)
    page = large.new_page(viewport={"width": 1280, "height": HEIGHT})
    page.add_init_script(MEASURE)
    for path in parts if whole else WALKED:
        page.goto(f"{address}{path}")
        page.evaluate(OPEN_MENU)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
        fits = page.evaluate("pkMeasure.fits()")
        if fits["sideways"] or fits["cutOff"]:
            wrong[path] = fits
    large.close()
    assert wrong == {}


def test_forced_colours_leave_every_control_and_ring_visible(visit, address, parts, whole):
    """In forced colours the focus has a ring, and controls, notes and bars keep an edge: where a sheet or script could change that, or with --whole in every part."""
    wrong = {}
    known = []
    page = visit("", forced_colors="active", reduced_motion="reduce")
    for path in parts if whole else WALKED:
        page.goto(f"{address}{path}")
        known += [] if whole else page.evaluate("known => pkMeasure.thin(known)", known)
        found = page.evaluate("[...pkMeasure.focusing().wrong, ...pkMeasure.edgeless()]")
        if found:
            wrong[path] = found[:10]
    assert wrong == {}


def test_nothing_glides_for_who_asked_for_rest(visit):
    """With reduced motion a link within the page jumps, and nothing changes colour or place bit by bit."""
    page = visit("kernopgaven/iedereen-doet-mee/", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert (
        page.evaluate("""[...document.querySelectorAll("*")].filter((el) =>
      getComputedStyle(el).transitionDuration.split(",").some((one) => parseFloat(one) > 0.01)).map(pkMeasure.describe)""")
        == []
    )


# Words


def test_english_names_say_their_language(visit):
    """The name of a house in English is marked as English, in the title of its page and in running text."""
    page = visit("organisaties/welcome-house/")
    assert page.locator("h1 [lang=en]").inner_text() == "Welcome House"
    assert page.evaluate("document.documentElement.lang") == "nl"


def test_every_english_word_of_the_list_is_used(site):
    """The list of English words holds none that stands nowhere on the site."""
    text = "".join(path.read_text(encoding="utf-8") for path in site.folder.rglob("*.html")).lower()
    words = yaml.safe_load((INSTANCE / "data" / "begrippen.yaml").read_text(encoding="utf-8"))["engels"]
    assert [word for word in words if f'lang="en">{word}'.lower().replace("&", "&amp;") not in text] == []


def test_a_chart_says_its_figures_in_text(visit):
    """Every line says in words what it shows, every value of it stands in its table, and a sign of its legend is silent."""
    page = visit("cijfers/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    lines = page.locator(".pk-lijn")
    assert lines.count() > 0
    for line in lines.all():
        values = [cell.inner_text() for cell in line.locator("tbody td:nth-of-type(1)").all()]
        years = [cell.inner_text() for cell in line.locator("tbody th").all()]
        drawing = line.locator("svg[role=img]")
        assert set(drawing.locator("text").all_text_contents()) <= {*values, *years}
        signs = drawing.locator(".pk-lijn__punt, .pk-lijn__doel, .pk-lijn__peil")
        assert 1 < signs.count() <= len(values)
        label = drawing.get_attribute("aria-label") or ""
        said, _, rest = label.partition(" De tabel hieronder zegt hetzelfde.")
        assert rest == ""
        known = [f"{value} in {year}" for year, value in zip(years, values, strict=True)]
        assert any(each in said for each in known), label
    for sign in page.locator(".pk-lijn li svg").all():
        assert sign.get_attribute("aria-hidden") == "true"


# The measure itself

FAULTS = """<!doctype html><html lang="nl"><head><title>Fout</title></head><body><main>
  <h1>Een</h1><h3>Twee niveaus lager</h3>
  <style>:focus { outline: none } #zwak:focus { outline: 3px solid #eee } #goed:focus { outline: 3px solid #000 }</style>
  <a href="#a" id="kaal">Zonder ring</a> <a href="#b" id="zwak">Met een vage ring</a> <a href="#c" id="goed">Goed</a>
  <a href="#d" id="weg" style="opacity: 0">Niet te zien</a>
  <div style="position: relative"><a href="#e" id="onder">Bedekt</a><div style="position: absolute; inset: 0; background: #fff"></div></div>
  <table><tbody><tr><td>1</td></tr></tbody></table><figure><svg viewBox="0 0 1 1"></svg></figure>
  <div style="width: 400px">Breed</div><p id="kort" style="height: 1em; overflow: hidden">Een<br>twee</p>
  <p class="licht" style="color: #bbb">Te licht</p><button style="width: 12px; height: 12px; padding: 0"></button>
</main></body></html>"""


def test_the_measure_finds_what_is_wrong(browser, tmp_path):
    """A page with a fault of each sort is found out: the tests above cannot pass because they see nothing."""
    (tmp_path / "index.html").write_text(FAULTS, encoding="utf-8")
    with serving(tmp_path) as address:
        page = browser.new_page(viewport={"width": 320, "height": HEIGHT})
        page.add_init_script(f"{AXE_SCRIPT};{MEASURE}")
        page.goto(address)
        assert_stops_and_axe_are_found(page)
        structure = " ".join(page.evaluate("pkMeasure.structure().wrong"))
        for fault in ("comes after level 1", "has no caption", "has no headers", "has no text alternative"):
            assert fault in structure
        assert page.evaluate("pkMeasure.sideways()") > 0
        assert any("kort" in found for found in page.evaluate("pkMeasure.cutOff()"))
        assert page.evaluate("pkMeasure.thin([])")
        assert_stops_and_axe_are_found(page)
        page.close()


def assert_stops_and_axe_are_found(page) -> None:
    """Hold that what a look finds after a page was thinned is found: the stops that are wrong, and what axe says."""
    wrong = page.evaluate("pkMeasure.focusing().wrong")
    stops = {line.split(">")[0]: line for line in wrong}
    assert stops["<a#kaal"].endswith("has no ring")
    assert "has a ring of 1." in stops["<a#zwak"]
    assert "<a#goed" not in stops
    assert "<a#weg> Niet te zien cannot be seen" in wrong
    assert any(line.startswith("<a#onder> Bedekt lies under") for line in wrong)
    axe = " ".join(page.evaluate("rules => pkMeasure.axeFinds(rules)", RULES)["violations"])
    assert "color-contrast" in axe
    assert "button-name" in axe


# What page two has beside page one: a part with a class of its own, a known part around a new one, and one that is named from elsewhere.
NEW = """<p class="nieuw">Nieuw</p><div>Om <b>iets nieuws</b> heen</div><p id="naam">Naam</p><input aria-labelledby="naam"></main>"""


def test_of_what_is_known_nothing_new_is_left_out(browser, tmp_path):
    """What was seen on one page goes from the next, or is passed over in its header, but what is new or named stays; Python writes parts alike."""
    one = FAULTS.replace("<main>", '<header><a href="#kop">Kop</a></header><main>')
    for name, text in (("een", one), ("twee", one.replace("</main>", NEW))):
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    with serving(tmp_path) as address:
        page = browser.new_page()
        page.add_init_script(MEASURE)
        page.goto(f"{address}een.html")
        known = page.evaluate("pkMeasure.thin([])")
        assert counts(page, "#kort", "main > div", "[data-pk-known]") == [1, 1, 0]
        assert {written(joint) for joint in joints(one)} >= set(known)
        page.goto(f"{address}twee.html")
        new = page.evaluate("known => pkMeasure.thin(known)", known)
        assert new == ["main.[|]>p.nieuw[|]", "div.[|]>b.[|]", "main.[|]>input.[|]"]
        assert counts(page, "#kort") == [0]
        assert counts(page, "main > div", "b", ".nieuw", "#naam", "header[data-pk-known]") == [1] * 5
        assert "Kop" not in page.evaluate("pkMeasure.focusing().wrong.join()")
        page.close()


def counts(page, *selectors: str) -> list[int]:
    """Return how often each of some elements stands on a page."""
    return [page.locator(selector).count() for selector in selectors]
