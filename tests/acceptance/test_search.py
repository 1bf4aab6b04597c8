"""Searching the site in a real browser: found in one's own words, by keyboard, with an address to share."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from support.browser import needs_browser, violations
from support.searching import finished, searching
from support.site import ROOT

pytestmark = needs_browser

CASES = yaml.safe_load((ROOT / "tests/search/queries.yaml").read_text(encoding="utf-8"))
FIRST = 3
LANGUAGES = ("en", "ar")


@pytest.fixture
def visit(open_context, address):
    """Open a page of the site; the test fails when the page complains."""
    complaints = []

    def run(path: str, *, width: int = 1280, scheme: str = "light", script: bool = True):
        options = {"color_scheme": scheme, "reduced_motion": "reduce", "java_script_enabled": script}
        page = open_context(width=width, **options).new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
        page.goto(f"{address}{path}")
        return page

    yield run
    assert complaints == []


@pytest.fixture(scope="module")
def searched(browser, address):
    """Return what searches for a query; one page does all queries."""
    with searching(browser, address) as run:
        yield run


@pytest.mark.parametrize("case", CASES["vragen"], ids=lambda case: case["vraag"])
def test_a_query_finds_its_page_among_the_first_three(searched, case):
    """What people type leads to the page that they mean, in the first three results."""
    found = searched(case["vraag"]).pages
    assert set(found[:FIRST]) & set(case["bij"]), found[:6]


@pytest.mark.parametrize("case", CASES["typefouten"], ids=lambda case: case["vraag"])
def test_a_typing_error_is_answered_with_what_was_meant(searched, case):
    """A word with a typing error is searched for as the word of the site that it can only be, and the page says so."""
    found = searched(case["vraag"])
    assert found.meant == case["bedoeld"]
    assert f"Resultaten voor {case['bedoeld']}. Zoek toch op {case['vraag']}." in found.said
    assert found.pages == searched(case["bedoeld"]).pages


@pytest.mark.parametrize("query", ["schulden", "mantelzorg", "leegstand", "huizen", "wonen"])
def test_a_word_that_is_right_gets_no_other_word(searched, query):
    """Who spells well is not asked what was meant."""
    assert searched(query).meant == ""


@pytest.mark.parametrize("query", ["Nagele", "Bant", "Ens", "debtz", "volunteers abroad", "zxq"])
def test_a_word_that_is_not_there_is_not_found(searched, query):
    """A word that stands nowhere finds nothing: no beginning of it and no word that it is not. The page says which word that is."""
    found = searched(query)
    assert (found.pages, found.meant) == ([], "")
    assert f"Niets gevonden voor “{query}”." in found.said


def test_what_has_an_answer_and_no_page_is_not_called_not_found(searched):
    """Above an answer never stands that nothing is found, nor that the word by which it is found is unknown."""
    found = searched("paspoorten")
    assert (found.pages, found.answer) == ([], "Iets regelen met de gemeente")
    assert found.said == "Geen bladzijde gevonden voor “paspoorten”. Hieronder staat wel een antwoord."


def test_of_a_long_question_the_part_with_an_answer_is_answered(searched, visit):
    """Where no answer is about the whole question, that to a part of it is given, and says of which part."""
    query = "er klopt elke ochtend hard een buurman over mantelzorg"
    assert searched(query).answer == "mantelzorg"
    page = visit(f"zoeken/?q={quote(query)}")
    finished(page, query)
    card = page.get_by_role("region", name="Antwoord").inner_text()
    assert "Op je hele vraag staat hier geen antwoord. Dit gaat over “mantelzorg”:" in card
    assert searched("er klopt elke ochtend hard een zxqer").answer == ""


def test_a_single_letter_and_a_year_alone_find_no_page(searched):
    """Beside a word, a letter changes nothing, and of a year no page is shown that has only that."""
    alone = searched("mantelzorg").pages
    assert searched("mantelzorg o").pages == alone
    assert set(searched("mantelzorg 2030").pages) <= set(alone)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("kind", "kinds", False), ("Nederland", "Nederlands", False), ("kind", "kinderen", True), ("club", "clubs", True)],
)
def test_an_s_makes_a_plural_but_not_behind_nd(visit, one, other, alike):
    """Kinds is not of a child, and who types kind does not find it."""
    page = visit("zoeken/")
    source = page.locator("script[src*='zoeken.js']").evaluate("script => script.src")
    same = "([source, one, other]) => import(new URL('zoeken-woorden.js', source).href).then(({ same, plain }) => same(plain(one), plain(other)))"
    assert page.evaluate(same, [source, one, other]) is alike


def test_of_some_words_the_one_that_is_not_there_is_named(searched):
    """The pages with the other words are found, and the page says which word stands nowhere."""
    found = searched("mantelzorg Nagele")
    assert found.pages == searched("mantelzorg").pages
    assert "“Nagele” staat niet op deze site." in found.said
    assert "gevonden voor “mantelzorg”" in found.said


@pytest.mark.parametrize(
    ("query", "word"),
    [("mantelzorgje", "mantelzorg"), ("buurthuisjes", "buurthuis"), ("schuldhulpverleningen", "schuldhulpverlening")],
)
def test_a_form_of_a_word_finds_that_word(searched, query, word):
    """A plural or diminutive that stands nowhere finds the word that it is of, without a question."""
    found = searched(query)
    assert found.pages
    assert found.meant == ""
    assert set(found.pages[:FIRST]) & set(searched(word).pages[:FIRST])


def test_a_compound_is_found_by_its_whole_words_and_a_beginning_by_longer_ones(searched):
    """A compound that is not there gives what is on its parts, and four letters what begins with them; both are said."""
    parts = searched("huurzorg")
    assert "“huurzorg” staat niet op deze site. Je ziet wat er staat over “huur” en “zorg”." in parts.said
    assert set(parts.pages) == set(searched("huur zorg").pages)
    assert parts.answer == ""
    begun = searched("mantelz")
    assert "“mantelz” zelf staat niet op deze site. Wel woorden die zo beginnen" in begun.said
    assert set(begun.pages) <= set(searched("mantelzorg").pages) | set(searched("mantelzorger").pages)


@pytest.mark.parametrize("case", CASES["antwoorden"], ids=lambda case: case["vraag"])
def test_a_question_is_answered_above_the_results(searched, case):
    """What a resident asks gets its answer first: a card with that heading."""
    assert case["antwoord"] in searched(case["vraag"]).answer


def test_the_answer_about_a_subject_shows_its_drawing(visit):
    """A card about a subject has the drawing of its page, which nobody hears and which loads nothing from elsewhere."""
    page = visit("zoeken/?q=wonen")
    finished(page, "wonen")
    drawn = page.get_by_role("region", name="Antwoord").locator("svg.pk-tekening")
    assert drawn.get_attribute("aria-hidden") == "true"
    assert drawn.locator("use").get_attribute("href").endswith("/assets/tekeningen.svg#huizen")
    assert drawn.bounding_box()["width"] > 50


def test_a_term_or_place_is_shown_with_what_it_is(visit, site):
    """Below a result that is no policy stands what it is, as its own page says it, and not pieces of a list."""
    page = visit("zoeken/?q=schuldhulpverlening")
    finished(page, "schuldhulpverlening")
    card = page.get_by_role("region", name="Antwoord")
    told = [
        one
        for one in site.page("begrippen/schuldhulpverlening/").all("meta")
        if one.attributes.get("name") == "description"
    ]
    assert told[0].attributes["content"] in card.inner_text()
    # What the answer is about does not stand in the list as well, until the list is narrowed down.
    result = page.locator(".pk-zoek__item", has=page.locator("a[href$='begrippen/schuldhulpverlening/']"))
    expect(result).to_have_count(0)
    page.locator("[data-pk-zoek-filters]").get_by_label("Begrip", exact=False).first.check()
    expect(card).to_be_hidden()
    assert result.locator(".pk-zoek__tekst").inner_text() == told[0].attributes["content"]


def test_what_was_withdrawn_is_found_by_who_asks_for_it(visit):
    """The results are without what was withdrawn; they say how much that is, and lead to it by a filter with an address of its own."""
    page = visit("zoeken/?q=bloemen")
    finished(page, "bloemen")
    withdrawn = page.locator(".pk-zoek__titel a[href$='kernopgaven/groene-buurten/']")
    assert withdrawn.count() == 0
    page.get_by_role("link", name="Bekijk wat is ingetrokken (3)").click()
    page.wait_for_url("**status=Ingetrokken*")
    finished(page, "bloemen")
    expect(withdrawn).to_have_count(1)
    assert "status=Ingetrokken" in page.url
    expect(page.locator(".pk-zoek__item .pk-merk")).to_have_text(["Ingetrokken"] * 3)
    page.get_by_label("Ingetrokken").uncheck()
    expect(withdrawn).to_have_count(0)


def test_a_page_is_found_by_its_whole_title_whatever_its_time_and_status(searched, site):
    """Who types a whole title gets that page, also when it is older, of others or withdrawn."""
    table = json.loads((site.folder / "zoeken/paginas.json").read_text(encoding="utf-8"))
    time = list(table["filters"]).index("tijd")
    names = table["filters"]["tijd"]
    titles = {
        title.replace("^", "")
        for title, _, *values in table["paginas"].values()
        if {names[place] for place in values[time]} & {"eerder", "ander", "geldt-niet"}
    }
    assert len(titles) >= 10
    assert {title for title in titles if title not in searched(title).titles} == set()


def test_there_are_queries_enough_and_every_page_in_them_exists(site):
    """The test set has a query of each sort, and asks for pages of the site only."""
    assert len({case["dit"] for case in CASES["vragen"]}) >= 8
    assert {page for case in CASES["vragen"] for page in case["bij"]} <= set(site.paths)


def test_every_page_has_a_plain_search_form(site):
    """Every page has one labelled form that leads to the page for searching in its language, from whatever depth."""
    for path in site.paths:
        page = site.page(path)
        (form,) = page.all("form", role="search")
        assert form.attributes["method"] == "get", path
        language = next((f"/{code}" for code in LANGUAGES if path.startswith(f"{code}/")), "")
        assert posixpath.normpath(posixpath.join("/", path, form.attributes["action"])) == f"{language}/zoeken", path
        assert [label.attributes["for"] for label in page.all("label") if label.attributes.get("for") == "pk-query"]


def test_nothing_of_the_search_is_loaded_before_someone_searches(browser, address):
    """No page asks for the index, the table or the words; the page for searching asks for them at the first query."""
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for path in ("", "kernopgaven/iedereen-doet-mee/", "zoeken/"):
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
    heavy = ("pagefind", "paginas.json", "woorden.txt", "antwoorden.json", "voorstellen")
    assert [path for path in asked if any(name in path for name in heavy)] == []
    page.fill("#pk-query", "schulden")
    finished(page, "schulden")
    assert [path for path in asked if "pagefind.js" in path]
    page.close()


def test_a_first_query_loads_less_than_a_third_of_a_megabyte(site):
    """All that a first query can need, gzipped, stays small whatever it asks: script, index of its words, table, texts."""
    folder = site.folder / "zoeken"
    fixed = [folder / "paginas.json", *(path for path in (folder / "index").iterdir() if path.is_file())]
    size = sum(len(gzip.compress(path.read_bytes())) for path in fixed)
    assert size < 150_000, size
    biggest_chunk = max(path.stat().st_size for path in (folder / "index/index").iterdir())
    assert size + biggest_chunk + 10 * 15_000 < 333_000


def test_the_site_carries_nothing_of_the_search_of_material(site):
    """The script, worker and index of Material's search are gone."""
    names = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()]
    assert [name for name in names if "workers/" in name or "lunr" in name or name.startswith("search/")] == []


def test_who_types_sees_results_and_can_share_them(visit):
    """Results come while typing, say of what kind and document they are, mark the words, and stand in the address."""
    page = visit("zoeken/")
    page.locator("#pk-query").press_sequentially("huisarts")
    finished(page, "huisarts")
    assert "q=huisarts" in page.url
    first = page.locator(".pk-zoek__item").first
    assert first.locator(".pk-zoek__soort").inner_text()
    assert page.locator(".pk-zoek__lijst mark").first.inner_text().lower().startswith("huisarts")
    assert "gevonden voor “huisarts”" in page.locator("[role=status]").inner_text()
    other = visit(urlsplit(page.url).path.lstrip("/") + "?" + urlsplit(page.url).query)
    finished(other, "huisarts")
    assert other.locator(".pk-zoek__titel").all_inner_texts() == page.locator(".pk-zoek__titel").all_inner_texts()


def test_a_result_leads_to_its_page(visit):
    """The link of a result and of a part of it lead to what they name."""
    page = visit("zoeken/?q=uitsluiting+voorkomen")
    finished(page, "uitsluiting voorkomen")
    part = page.locator(".pk-zoek__binnen a").first
    where = part.get_attribute("href")
    part.click()
    page.wait_for_url(where)
    assert page.locator(f"[id='{urlsplit(where).fragment}']").count() == 1


def test_filters_narrow_the_results_count_what_is_left_and_stand_in_the_address(visit):
    """A filter says how many results it keeps, keeps as many, can be shared with the address and be taken off."""
    page = visit("zoeken/?q=zorg")
    finished(page, "zorg")
    group = page.get_by_role("group", name="Soort")
    choice = group.locator("label", has_text="Onderwerp").first
    wanted = int(choice.locator(".pk-zoek__aantal").inner_text().strip("()"))
    choice.locator("input").check()
    expect(page.locator("[data-pk-zoek-telling]")).to_contain_text(f"{wanted} pagina")
    assert {text.split(" · ")[0] for text in page.locator(".pk-zoek__soort").all_inner_texts()} == {"Onderwerp"}
    assert "soort=Onderwerp" in page.url
    assert page.evaluate("document.activeElement.value") == "Onderwerp"
    other = visit(f"zoeken/?{urlsplit(page.url).query}")
    finished(other, "zorg")
    assert f"{wanted} pagina" in other.locator("[data-pk-zoek-telling]").inner_text()
    other.get_by_role("button", name="Alle keuzes wissen").click()
    expect(other.locator("[data-pk-zoek-telling]")).not_to_have_text(re.compile(rf"^{wanted} pagina"))
    assert "soort" not in other.url


def test_more_results_come_on_request_and_get_the_focus(visit):
    """The first ten results are shown; a button shows the next ten and goes to the first of them."""
    page = visit("zoeken/?q=gemeente")
    finished(page, "gemeente")
    assert page.locator(".pk-zoek__item").count() == 10
    page.get_by_role("button", name="Meer resultaten").click()
    expect(page.locator(".pk-zoek__item")).to_have_count(20)
    expect(page.locator(".pk-zoek__item").nth(10).locator("h2 a")).to_be_focused()


def test_nothing_found_helps_on(visit):
    """Without results the page says so and leads to the subjects and overviews."""
    page = visit("zoeken/?q=xyzzyq")
    finished(page, "xyzzyq")
    assert "Niets gevonden voor “xyzzyq”" in page.locator("[role=status]").inner_text()
    assert page.get_by_role("link", name="Geld en schulden").is_visible()
    assert not page.locator("[data-pk-zoek-filters]").is_visible()


def test_what_was_typed_can_be_searched_for_all_the_same(visit):
    """The results are those of the better word at once; a link searches for what was typed, which is then not found, with its own address."""
    page = visit("zoeken/?q=mantelzrog")
    finished(page, "mantelzrog")
    status = page.locator(".pk-zoek").get_by_role("status")
    assert "gevonden voor “mantelzorg”" in status.inner_text()
    status.get_by_role("link", name="mantelzrog").click()
    expect(status).to_contain_text("Niets gevonden voor “mantelzrog”.")
    expect(page.locator("#pk-query")).to_be_focused()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["mantelzrog"], "letterlijk": ["1"]}
    other = visit(f"zoeken/?{urlsplit(page.url).query}")
    finished(other, "mantelzrog")
    assert other.locator(".pk-zoek__item").count() == 0
    other.get_by_role("status").get_by_role("link", name="mantelzorg").click()
    expect(other.locator(".pk-zoek__item").first).to_be_visible()
    assert parse_qs(urlsplit(other.url).query) == {"q": ["mantelzorg"]}


def test_what_a_reader_types_stays_text(visit):
    """Markup in a query or in a filter of the address is shown, never run."""
    evil = "<img src=x onerror=alert(1)>"
    page = visit(f"zoeken/?q={quote(evil)}&soort={quote(evil)}&thema=%22%3E")
    finished(page, evil)
    assert evil in page.locator("[role=status]").inner_text()
    assert page.locator("main img").count() == 0


def test_the_form_of_any_page_leads_to_the_results(visit):
    """Enter in the field of another page opens the results for what was typed."""
    page = visit("onderwerpen/meedoen/")
    page.locator("#pk-query").fill("schulden")
    page.locator("#pk-query").press("Enter")
    page.wait_for_url("**/zoeken/?q=schulden")
    finished(page, "schulden")


def test_who_searches_before_the_script_is_there_keeps_the_choices(browser, address):
    """The form of the page for searching sends along what the address says of filters, so that a slow network loses no choice."""
    page = browser.new_page()
    page.route("**/zoeken.js", lambda route: route.abort())
    page.goto(f"{address}zoeken/?q=bloemen&status=Ingetrokken&soort=Doel")
    page.fill("#pk-query", "bomen")
    page.press("#pk-query", "Enter")
    page.wait_for_url("**/zoeken/?*q=bomen*")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["bomen"], "status": ["Ingetrokken"], "soort": ["Doel"]}
    page.close()


def test_the_slash_goes_to_the_field_and_escape_goes_back(visit):
    """The slash leads to the search field; Escape empties it first and then gives the focus back."""
    page = visit("plannen/")
    link = page.locator("main h3 a:not(.headerlink)").first
    link.focus()
    page.keyboard.press("/")
    expect(page.locator("#pk-query")).to_be_focused()
    page.keyboard.type("q/x")
    assert page.locator("#pk-query").input_value() == "q/x"
    page.keyboard.press("Escape")
    assert page.locator("#pk-query").input_value() == ""
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_slash_can_be_switched_off(visit):
    """A single key can be switched off (WCAG 2.1.4); nothing is stored before that."""
    page = visit("zoeken/")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Met de toets").uncheck()
    page.locator("h1").click()
    page.keyboard.press("/")
    assert not page.evaluate("document.activeElement.matches('#pk-query')")
    page.get_by_label("Met de toets").check()
    assert page.evaluate("localStorage.length") == 0


def test_without_script_the_form_still_leads_somewhere(visit):
    """Without script the form opens the page for searching, which says what to do and links to the overviews."""
    page = visit("", script=False)
    page.locator("#pk-query").fill("schulden")
    page.locator("#pk-query").press("Enter")
    page.wait_for_url("**/zoeken/?q=schulden")
    assert page.get_by_text("Zoeken werkt hier niet").is_visible()
    assert page.get_by_role("link", name="Geld en schulden").is_visible()
    assert page.get_by_role("link", name="organisaties", exact=True).is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_axe_reports_nothing_with_a_suggestion(visit, width, scheme):
    """With results, filters and a suggestion: WCAG 2.2 A and AA, and no sideways scroll. The rest stands in test_accessible.py."""
    page = visit("zoeken/?q=mantelzrog", width=width, scheme=scheme)
    finished(page, "mantelzrog")
    page.locator("[data-pk-zoek-filters]").evaluate("box => { box.open = true; }")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_own_policy_of_today_is_found_first_and_the_rest_is_said_and_one_choice_away(visit):
    """What is older or of others is not shown at once: how much that is, is said, one press shows it, and the address keeps it."""
    page = visit("zoeken/?q=sport", width=390)
    finished(page, "sport")
    line = page.locator("[data-pk-zoek-ouder]")
    hidden = int(re.search(r"Niet getoond: (\d+)", line.inner_text())[1])
    assert "Polderdam, nu" in line.inner_text()
    count = page.locator("[data-pk-zoek-telling]")
    before = int(count.inner_text().split()[0])
    line.get_by_role("button").press("Enter")
    expect(line).to_be_hidden()
    assert int(count.inner_text().split()[0]) == before + hidden
    assert "ander" in parse_qs(urlsplit(page.url).query)["tijd"]
    page.reload()
    finished(page, "sport")
    assert int(count.inner_text().split()[0]) == before + hidden
    assert violations(page) == []


def unfold(form):
    """Open by keyboard what a form is folded in, when it is folded."""
    if not form.get_by_role("checkbox").first.is_visible():
        form.page.locator("details:has([data-pk-toon]) > summary, [data-pk-toon] summary").first.press("Enter")


@pytest.mark.parametrize("path", ["onderwerpen/gezondheid/", "doelen/"])
def test_a_page_begins_at_own_policy_of_today_and_is_widened_by_keyboard(visit, path):
    """The choice says how much each holds; what is of others is not in sight until it is chosen, and the address keeps the choice."""
    page = visit(path, width=390)
    form = page.locator("[data-pk-toon]")
    unfold(form)
    assert form.get_by_role("checkbox", checked=True).count() == 1
    others = page.locator("[data-pk-tijd='ander']")
    assert others.count() > 0
    assert not others.first.is_visible()
    form.locator("input[value=ander]").press("Space")
    assert others.first.is_visible()
    assert parse_qs(urlsplit(page.url).query)["toon"] == ["nu", "ander"]
    assert violations(page) == []
    page.reload()
    assert others.first.is_visible()
    unfold(form)
    form.locator("input[value=ander]").press("Space")
    assert not others.first.is_visible()
    assert urlsplit(page.url).query == ""


def test_without_script_a_subject_has_all_of_it_folded(visit):
    """Without script nothing is left out: policy of others stands there, folded, with how much it is."""
    page = visit("onderwerpen/gezondheid/", script=False)
    assert not page.locator("[data-pk-toon]").is_visible()
    assert page.locator("details[data-pk-tijd='ander'] > summary").first.is_visible()


def test_who_is_sent_to_policy_of_others_sees_it(visit):
    """A link to what is not shown at once shows it."""
    page = visit("onderwerpen/gezondheid/")
    anchor = page.locator("details[data-pk-tijd='ander']").first.get_attribute("id")
    page.goto(f"{page.url}#{anchor}")
    page.reload()
    assert page.locator(f"#{anchor}").is_visible()


def test_a_place_and_what_is_asked_about_it_are_both_answered(visit):
    """Who asks for something in a place gets the answer to that, and then the place."""
    page = visit("zoeken/?q=mantelzorg+Oosterdorp")
    finished(page, "mantelzorg Oosterdorp")
    assert page.locator(".pk-zoek__kaart h2").all_inner_texts() == ["mantelzorg", "Oosterdorp"]


def test_another_vowel_is_asked_for_and_not_taken_for_the_word(searched):
    """A word in which one vowel is another may be a word by itself: the page asks, and finds nothing for it."""
    found = searched("inwaners")
    assert found.pages == []
    assert "Bedoelde je inwoners?" in found.said


@pytest.mark.parametrize("path", ["organisaties/", "plannen/"])
def test_a_list_of_several_times_begins_at_our_own_policy_of_today(visit, path):
    """Organisations and plans begin at our own policy of today, count what is left out, and show all of it when that is chosen."""
    page = visit(path)
    form = page.locator("[data-pk-toon]")
    boxes = form.locator("input")
    left_out = page.locator("[data-pk-tijd]:not([data-pk-tijd='nu'])")
    assert boxes.count() > 1
    assert left_out.count()
    assert not [part for part in left_out.all() if part.is_visible()]
    assert page.locator("[data-pk-tijd='nu']:not([hidden])").count()
    total = sum(int(box.get_attribute("data-aantal")) for box in boxes.all())
    assert (
        form.locator("[data-pk-telling]").inner_text()
        == f"Je ziet {boxes.first.get_attribute('data-aantal')} van {total} onderdelen."
    )
    form.locator("summary").click()
    for box in boxes.all():
        box.check()
    assert page.locator("[data-pk-tijd][hidden]").count() == 0
    assert form.locator("[data-pk-telling]").inner_text() == f"Je ziet {total} van {total} onderdelen."
