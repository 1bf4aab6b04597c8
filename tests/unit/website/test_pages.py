"""Pages and addresses."""

from __future__ import annotations

import pytest

from polderkoers.website.coverage import Coverage
from polderkoers.website.pages import address, menu_entry, pages
from polderkoers.website.relative import relative
from polderkoers.website.variables import markdown_escape
from support.made_up import KERNOPGAVE, policy_of


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("", "plaatsen/ens/", "plaatsen/ens/"),
        ("wie/inwoners/", "https://polderdam.example/a", "https://polderdam.example/a"),
        ("kernopgaven/x/", "plaatsen/ens/", "../../plaatsen/ens/"),
        ("kernopgaven/x/", "kernopgaven/x/#doel", "#doel"),
        ("kernopgaven/x/", "", "../../"),
        ("", "", "./"),
        ("doelen/", "kernopgaven/x/#doel", "../kernopgaven/x/#doel"),
    ],
)
def test_links_are_relative_to_the_page(here, target, link):
    """A link works below any path of any server."""
    assert relative(here, target) == link


def test_every_file_and_entry_has_a_page_and_every_item_an_address():
    """A file of policy and an entry of a catalogue have a page, and an item an address: a page of its own or an anchor on that of its file."""
    policy = policy_of(KERNOPGAVE)
    found = {page.path: page for page in pages(policy)}
    assert {
        "kernopgaven/fijn-wonen/",
        "plaatsen/polderdam/",
        "wie/gemeente/",
        "rollen/regisseur/",
        "begrippen/wmo/",
    } <= set(found)
    assert (
        found["kernopgaven/fijn-wonen/"].data_file == "data/x.yaml" or found["kernopgaven/fijn-wonen/"].data_file == ""
    )
    assert menu_entry(found["rollen/regisseur/"]) == "wie.md"
    assert address(policy.get("fijn-wonen/stap-bouwen")) == "kernopgaven/fijn-wonen/stap-bouwen/"
    assert address(policy.get("plaatsen")) is None


def test_what_is_nowhere_on_the_site_is_named():
    """An item whose anchor no page has, and a page that was not built, are named."""
    coverage = Coverage(policy_of(KERNOPGAVE))
    coverage.see(
        "kernopgaven/fijn-wonen/", '<h3 id="doel-genoeg-huizen">x</h3><li id="letop-huizen"><a id="stap-bouwen">'
    )
    coverage.see("kernopgaven/fijn-wonen/doel-genoeg-huizen/", "<h1>x</h1>")
    missing = coverage.missing()
    assert "fijn-wonen/rol-gemeente-regie" in missing
    assert "plaatsen/polderdam" in missing
    assert "fijn-wonen/stap-bouwen" in missing
    assert not {"fijn-wonen", "fijn-wonen/doel-genoeg-huizen", "fijn-wonen/letop-huizen"} & set(missing)


@pytest.mark.parametrize("text", ["# kop", "**x**", "{{ 7*7 }}", "<b>", "[a](b)", "{#id}", "a_b_c", "&amp;", "`x`"])
def test_a_heading_holds_no_sign_that_means_something(text):
    """After escaping no sign of Markdown, HTML or Jinja is left but those of entities."""
    escaped = markdown_escape(text)
    assert not set(escaped) & set("*_{}[]()<>`!\\\"'|~^:+-=%$@")
