"""What a page by hand does that the site promises not to do is told: it loads from elsewhere, or changes colours by itself."""

from __future__ import annotations

import pytest

from polderkoers.website.loose_pages import is_page, read, with_head
from polderkoers.website.page_faults import page_faults

SITE = "https://polderdam.example/beleid/"


def faults(html: str, **added: tuple[str, ...]) -> list[str]:
    """Return what is told of a page, with what mkdocs.yml adds to its policy."""
    return list(page_faults(html, "over/", {name.replace("_", "-"): value for name, value in added.items()}, SITE))


@pytest.mark.parametrize(
    ("html", "tag", "address"),
    [
        ('<img alt="" src="https://beeld.example/a.png">', "img", "https://beeld.example/a.png"),
        ("<SCRIPT async SRC=//volgt.example/a.js></SCRIPT>", "script", "//volgt.example/a.js"),
        ("<iframe title='x' src='http://film.example/'></iframe>", "iframe", "http://film.example/"),
        ('<link href="https://letter.example/a.css" rel="stylesheet">', "link", "https://letter.example/a.css"),
    ],
)
def test_what_comes_from_elsewhere_is_told(html, tag, address):
    """A browser leaves it out without a word, so that the build says so, with the page and the address."""
    (line,) = faults(html)
    assert line.startswith(
        f"Pagina 'over/': een browser laadt <{tag}> niet van {address}, want dat is een andere site."
    )
    assert ("extra: csp: " in line) == (tag == "img")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://elders.example/">x</a>', '<img src="../a.png" alt="https://elders.example/a.png">', f'<img src="{SITE}a.png" alt="">',
        "<p>&lt;img src=&quot;https://elders.example/a.png&quot;&gt;</p>", '<link rel="canonical" href="https://elders.example/">',
        '<img src="https://beeld.example/a.png" alt="">', '<img src="//beeld.example/a.png" alt="">',
    ],
)  # fmt: skip
def test_what_may_come_or_is_only_a_link_is_left_alone(html):
    """Links lead elsewhere, and what mkdocs.yml allows is loaded."""
    assert faults(html, img_src=("https://beeld.example",)) == []


@pytest.mark.parametrize(
    ("html", "img_src"),
    [
        ('<img alt="" src="https://polderdam.example/logo.png">', ()),
        ('<!-- <img alt="" src="https://oud.example/logo.png"> -->', ()),
        ('<img alt="" src="https://beeld.example/map/a.png">', ("https://beeld.example/map/",)),
        ('<img alt="" src="https://beeld.example/a.png?1">', ("https://beeld.example/a.png",)),
    ],
)
def test_what_a_browser_loads_is_no_fault(html, img_src):
    """The host of the site is no other site, a comment loads nothing, and a source that ends in a slash is a folder."""
    assert faults(html, img_src=img_src) == []


def test_a_source_without_a_slash_at_its_end_is_one_file():
    """Browsers take it so, and leave out what stands below it."""
    assert faults('<img alt="" src="https://beeld.example/map/a.png">', img_src=("https://beeld.example/map",)) != []


def test_the_cure_can_be_typed_as_it_stands():
    """What is offered for mkdocs.yml is a host that it takes; what is not encrypted it never takes, so that nothing is offered."""
    (line,) = faults('<img alt="" src="https://beeld.example/a.png?maat=1">')
    assert "noem https://beeld.example in mkdocs.yml bij extra: csp: img-src." in line
    (line,) = faults('<img alt="" src="http://beeld.example/a.png">')
    assert "mkdocs.yml" not in line


def test_an_address_that_only_begins_like_an_allowed_one_is_another():
    """Who allows a name allows no longer one."""
    assert faults('<img src="https://beeld.example.boef.example/a.png">', img_src=("https://beeld.example",)) != []


def test_a_style_in_a_page_that_changes_colours_is_told():
    """Its contrast is not reckoned; a style that uses a colour changes none."""
    (line,) = faults("<style>body{--pk-color-text : #eee}</style>")
    assert "krijgt --pk-color-text een andere kleur" in line
    assert faults("<style>p{color:var(--pk-color-text)}</style><p>--pk-color-text: #eee</p>") == []


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        (
            "<!doctype html>\n<html lang=nl><title>x</title>",
            "<!doctype html>\n<html lang=nl><head></head><title>x</title>",
        ),
        ("<p>x", "<head></head><p>x"),
        ("\ufeff<!doctype html><p>x", "\ufeff<!doctype html><head></head><p>x"),
        ("<!-- van ons --><!doctype html><p>x", "<!-- van ons --><!doctype html><head></head><p>x"),
        ("<html><HEAD class=a><title>x", "<html><HEAD class=a><title>x"),
    ],
)
def test_a_page_without_a_head_gets_one_where_a_browser_begins_it(html, outcome):
    """Its policy then stands before all that it loads."""
    assert with_head(html) == outcome


def test_bare_words_are_no_page():
    """The file by which a service knows an owner must stay as it is."""
    assert not is_page("google-site-verification: google1.html")
    assert is_page("<p>x")


def test_a_page_in_two_bytes_a_sign_stays_one(tmp_path):
    """What Notepad writes as Unicode is read as what it says, and written again in the same form."""
    page = tmp_path / "los.html"
    page.write_text("<p>Één bladzijde", encoding="utf-16")
    assert read(page) == ("<p>Één bladzijde", "utf-16")
