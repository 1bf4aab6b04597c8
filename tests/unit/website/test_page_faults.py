"""What a page by hand does that the site promises not to do is told: it loads from elsewhere, or changes colours by itself."""

from __future__ import annotations

import pytest

from polderkoers.website.loose_pages import is_page, with_head
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
    assert ("extra: csp: " in line) == (tag in {"img", "iframe"})


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
