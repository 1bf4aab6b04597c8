"""A part of the site can be read in other languages, each of which is files and nothing else."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from polderkoers.policy.load import load
from polderkoers.website.talen import shipped
from polderkoers.website.views.site import Site
from polderkoers.website.views.translated import frames, translated_pages
from support.browser import needs_browser, violations
from support.gemeente import PUBLISHED, laid
from support.searching import finished

PAGES = ("", "onderwerpen/", "plaatsen/", "wie/", "contact/", "wegwijzers/idee-voor-de-straat/", "zoeken/")
ESPERANTO = """soort: vertaling
id: eo
eigen_naam: Esperanto
gemaakt_door: la redakcio
nagekeken_door: null
woorden:
  - {woord: onderwerpen, tekst: Temoj}
teksten:
  - {onderdeel: themas/wonen, veld: naam, tekst: Loĝado, kenmerk: nl-0123456789}
"""


def document(site, path: str):
    """Return a page of a site, taken apart."""
    return html.document_fromstring(site.html(path))


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_each_page_says_its_language_and_leads_to_the_others(site, code, direction):
    """A translated page says its language and direction, leads to the same page in every language, and says that the Dutch text prevails."""
    for path in PAGES:
        page = document(site, f"{code}/{path}")
        assert (page.get("lang"), page.get("dir")) == (code, direction)
        assert page.body.get("dir") == direction
        choices = {link.get("hreflang") for link in page.iterfind(".//nav[@class='pk-talen']//a")}
        assert choices == {"nl", "en", "ar"} - {code}
        assert "Vaste link" not in site.html(f"{code}/{path}")
    words = {"en": "The Dutch text prevails.", "ar": "النص الهولندي هو المرجع."}
    assert words[code] in site.html(f"{code}/")


def test_a_language_says_whether_someone_who_grew_up_with_it_read_it(site):
    """Where nobody did, the page says so; where somebody did, it says who."""
    assert "No native speaker has read this translation yet." in site.html("en/")
    assert "قارئ من Polderdam" in site.html("ar/")


def test_what_is_not_translated_is_dutch_and_says_so(site):
    """A text without a translation stands there in Dutch, marked as that; an item without a translated name does not."""
    page = document(site, "en/onderwerpen/")
    dutch = [part.text_content() for part in page.iterfind(".//article//p[@lang='nl']")]
    assert dutch
    assert [heading.text_content().rstrip("¶") for heading in page.iterfind(".//article//h2")][:3] == [
        "Taking part",
        "Housing",
        "Healthy living",
    ]


def test_words_of_the_instance_go_before_those_that_ship(site):
    """A fixed text that the instance gives in a language takes the place of ours."""
    assert "Choose what it is about" in site.html("en/")
    assert "Choose a subject" not in site.html("en/")


def test_pages_in_dutch_lead_to_the_same_page_in_another_language(site, published):
    """A Dutch page offers the languages, and tells who searches of its translations by their whole addresses."""
    links = {
        link.get("hreflang"): link.get("href")
        for link in document(site, "onderwerpen/").iterfind(".//nav[@class='pk-talen']//a")
    }
    assert links == {"en": "../en/onderwerpen/", "ar": "../ar/onderwerpen/"}
    page = document(published, "onderwerpen/")
    found = {link.get("hreflang"): link.get("href") for link in page.iterfind(".//link[@rel='alternate'][@hreflang]")}
    begin = PUBLISHED.rstrip("/")
    assert found == {"nl": f"{begin}/onderwerpen/", "en": f"{begin}/en/onderwerpen/", "ar": f"{begin}/ar/onderwerpen/"}
    other = document(published, "en/onderwerpen/")
    assert {
        link.get("hreflang"): link.get("href") for link in other.iterfind(".//link[@rel='alternate'][@hreflang]")
    } == found


def test_a_page_without_a_translation_leads_to_the_first_page_of_a_language(site):
    """Where there is no such page in a language, the choice leads to its first page."""
    links = {
        link.get("hreflang"): link.get("href")
        for link in document(site, "over/").iterfind(".//nav[@class='pk-talen']//a")
    }
    assert links == {"en": "../en/", "ar": "../ar/"}


def test_a_language_is_added_by_a_file(tmp_path):
    """A file for a language that the engine does not know gives its pages; what it does not say is Dutch, and what is older says so."""
    root = laid(tmp_path / "polderdam")
    (root / "data" / "vertalingen" / "eo.yaml").write_text(ESPERANTO, encoding="utf-8")
    loaded = load(root)
    assert [problem.rule for problem in loaded.problems] == ["vertaling-ouder"]
    site = Site(loaded.policy)
    frame = frames(site)["eo"]
    assert frame["paden"] == ("", "onderwerpen/", "plaatsen/", "zoeken/")
    assert frame["woorden"]["onderwerpen"] == "Temoj"
    assert frame["woorden"]["zoek"] == "Zoek"
    subjects = next(page for page in translated_pages(site) if page.path == "eo/onderwerpen/")
    (section,) = subjects.values["sections"]
    assert (section.heading, section.is_older) == ("Loĝado", True)


def test_a_guide_is_called_by_what_is_translated_of_it(tmp_path):
    """Where only its title is in the other language, a link to a guide is no Dutch sentence."""
    root = laid(tmp_path / "polderdam")
    title = "  - {onderdeel: idee-voor-de-straat, veld: titel, tekst: Ideo, kenmerk: nl-0123456789}\n"
    (root / "data" / "vertalingen" / "eo.yaml").write_text(f"{ESPERANTO}{title}", encoding="utf-8")
    first, *_, guide = (page for page in translated_pages(Site(load(root).policy)) if page.path.startswith("eo/"))
    (links,) = (section.links for section in first.values["sections"] if section.id == "idee")
    assert [(link.text, link.address) for link in links] == [("Ideo", "eo/wegwijzers/idee-voor-de-straat/")]
    assert guide.values["sections"][0].heading == "Ideo"


def test_what_the_plans_want_for_a_group_is_told_in_its_language(site):
    """A group says what our policy of today wants for it; a goal without a translation is named in Dutch, marked as that, and each leads to its page."""
    for code, named, language in (
        ("en", "A fitting home for everyone", None),
        ("ar", "Een passend huis voor iedereen", "nl"),
    ):
        page = document(site, f"{code}/wie/")
        (link,) = page.iterfind(".//article//h3/a")
        assert (link.text, link.get("lang")) == (named, language)
        assert link.get("href") == "../../programmalijnen/prettig-wonen/doel-passend-huis/"
    assert "I live in Polderdam" in site.html("en/wie/")


def test_contact_says_in_each_language_what_is_known_and_what_is_not(site):
    """A number and the day of checking are given where they are known; where they are not, the page says so. What is not translated is left out."""
    page = document(site, "en/contact/").text_content()
    assert "Call: 0999 12 34 56" in page
    assert "Checked on: 2031-05-12" in page
    assert page.count("This site does not know a telephone number or an address.") == 1
    assert "Huizenloket" not in document(site, "ar/contact/").text_content()


def test_nothing_of_the_frame_of_a_translated_page_is_dutch(site):
    """The header, the foot and what stands below a page are in its language; only names and versions are Dutch, and say so."""
    for path in PAGES:
        page = document(site, f"en/{path}")
        outside = [
            *page.iterfind(".//footer"),
            *page.iterfind(".//aside"),
            *page.iterfind(".//nav"),
            *page.iterfind(".//form"),
        ]
        for part in outside:
            for dutch in part.findall(".//*[@lang='nl']"):
                dutch.drop_tree()
            words = set(part.text_content().lower().split())
            assert not words & {"de", "het", "een", "niet", "zoeken", "deze", "geen", "toegankelijkheid", "van"}, words
        assert page.get_element_by_id("pk-search").get("action").endswith(("zoeken/", "./"))


def test_every_catalogue_of_fixed_texts_has_the_same_names():
    """A language that ships says everything that the pages ask for, and what is filled in is in all of them."""
    dutch = shipped("nl")
    for code in ("en", "pl", "ar"):
        assert shipped(code).keys() == dutch.keys()
        for name, text in dutch.items():
            assert set(re.findall(r"\{\w+\}", shipped(code)[name])) == set(re.findall(r"\{\w+\}", text)), (code, name)


@needs_browser
@pytest.mark.parametrize(
    ("code", "query", "answer"),
    [
        ("en", "houses", ("Housing", "")),
        ("en", "I need a house", ("Housing", "")),
        ("en", "neighbours", ("A small idea", "neighbours")),
        ("ar", "السكن", ("السكن", "السكن")),
    ],
)
def test_the_words_of_a_language_find_what_is_translated(open_context, address, code, query, answer):
    """In another language what is translated is found by its own words, other forms of them, and words of residents; the address keeps the question."""
    first, marked = answer
    page = open_context(width=390).new_page()
    page.goto(f"{address}{code}/")
    page.fill("#pk-query", query)
    page.press("#pk-query", "Enter")
    page.wait_for_selector("[data-pk-zoek-taal][data-klaar]")
    assert page.locator(".pk-zoek__titel a").first.inner_text() == first
    if marked:
        assert page.locator(".pk-zoek__item mark").first.inner_text() == marked
    assert parse_qs(urlsplit(page.url).query) == {"q": [query]}
    assert violations(page) == []
    page.locator("[data-pk-zoek-nederlands]").click()
    page.wait_for_url("**/zoeken/?q=*")
    assert page.locator("html").get_attribute("lang") == "nl"


@needs_browser
def test_what_is_not_there_is_not_found_in_another_language_either(open_context, address):
    """A word that stands nowhere finds nothing, and no beginning of it; the page says so. Without a question all of it stands there."""
    page = open_context(width=390).new_page()
    page.goto(f"{address}en/zoeken/?q=passport+hou")
    assert page.locator(".pk-zoek__item").count() > 0
    assert "With a part of them" in page.locator("[data-pk-zoek-telling]").inner_text()
    page.goto(f"{address}en/zoeken/?q=zxq")
    assert page.locator(".pk-zoek__item").count() == 0
    assert page.locator("[data-pk-zoek-telling]").inner_text() == "Nothing was found in English for “zxq”."
    page.goto(f"{address}en/zoeken/")
    assert page.locator(".pk-zoek__item").count() > 5


@needs_browser
def test_who_searches_in_dutch_is_led_to_the_same_question_in_another_language(open_context, address):
    """The choice of a language on the page for searching keeps what is asked, and pages in other languages are not among the results in Dutch."""
    page = open_context(width=390).new_page()
    page.goto(f"{address}zoeken/?q=housing")
    finished(page, "housing")
    assert not [link for link in page.locator(".pk-zoek__titel a").all() if "/en/" in link.get_attribute("href")]
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/zoeken/?q=housing")
    assert page.locator(".pk-zoek__titel a").first.inner_text() == "Housing"


@needs_browser
@pytest.mark.parametrize("path", [*(f"ar/{path}" for path in PAGES), f"en/{PAGES[1]}", f"en/{PAGES[4]}"])
def test_a_translated_page_is_accessible_and_fits_a_phone(open_context, address, path):
    """In either direction axe finds nothing, in light and dark, and nothing scrolls sideways at 320 pixels."""
    for scheme in ("light", "dark"):
        page = open_context(width=320, color_scheme=scheme).new_page()
        page.goto(f"{address}{path}")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
