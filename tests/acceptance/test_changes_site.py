"""The pages about changes of the made-up municipality: filters, permanent links, choosing versions, and paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.browser import needs_browser
from support.git import git
from support.site import BuiltSite, build, build_whole

PAIR = "wijzigingen/2023-nu/"


@pytest.fixture(scope="module")
def total(site) -> int:
    """How many changes there are between the version of 2023 and now."""
    return len(re.findall(r"<\w+[^>]* data-wijziging ", site.html(PAIR)))


@pytest.fixture(scope="module")
def shallow(polderdam, tmp_path_factory) -> Path:
    """A clone that holds the version of 2023 and not that of 2014."""
    root = tmp_path_factory.mktemp("shallow") / "project"
    git(root.parent, "clone", "--quiet", "--depth", "3", polderdam.as_uri(), root.name)
    return root


def shown(page) -> int:
    """How many changes are not filtered out."""
    return page.locator("[data-wijziging]:not([hidden])").count()


def test_the_page_shows_every_edit_as_was_and_wordt(site, total):
    """Each edit stands on the page, with what was removed and what was added."""
    html = site.html(PAIR)
    edits = (
        ("ongeveer 1.000.000 euro", "ongeveer 1.200.000 euro"),
        ("korte termijn", "lange termijn"),
        ("50", "60"),
        ("buurt", "straat"),
    )
    for old, new in edits:
        assert f"weg: </span>{old}</del>" in html
        assert f"erbij: </span>{new}</ins>" in html
    assert total > 20


def test_a_version_that_is_not_in_this_copy_stops_the_build_with_the_way_to_get_it(shallow):
    """Who builds from a clone without the whole history is told how to get the rest."""
    assert "git fetch --unshallow --tags" in build(shallow, shallow / "site").stderr


def test_a_version_that_is_not_in_this_copy_is_named_on_the_overview(shallow):
    """The site builds without earlier versions when it is told to, because nobody could judge them, and says so to a reader."""
    build_whole(shallow, shallow / "site", POLDERKOERS_ZONDER_HISTORIE="1")
    site = BuiltSite(shallow / "site")
    text = " ".join(element.text for element in site.page("wijzigingen/").all("main"))
    assert "Niet alle versies zijn hier te zien" in text
    assert "Toekomstvisie 2014" in text
    assert not (site.folder / "wijzigingen/2014-nu").exists()
    assert not (site.folder / "wijzigingen/2023-nu").exists()
    assert not any(
        "git fetch" in site.html(path)
        for path in ("wijzigingen/", "wijzigingen/vergelijken/", "feeds/", "versies/2014/")
    )


def test_every_pair_of_versions_has_a_page(site):
    """In a clone with all history one can compare each version with each later one, and what did not change is told."""
    for pair in ("2014-2023", "2023-nu", "2014-nu"):
        assert site.page(f"wijzigingen/{pair}/").all("h1"), pair
    first = " ".join(item.text for item in site.page("wijzigingen/2014-2023/").all("li"))
    assert "Programmalijn" in first
    matters = " ".join(item.text for item in site.page("wijzigingen/2014-2023/").all("dt"))
    assert "2 programmalijnen, 1 plan en 1 wegwijzer zijn nieuw" in matters


@pytest.mark.parametrize("path", ["wijzigingen/2014-2023/", PAIR, "wijzigingen/2014-nu/"])
def test_no_page_of_changes_has_an_id_twice(site, path):
    """A permanent link leads to one place."""
    ids = site.page(path).ids
    assert sorted(ids) == sorted(set(ids))


@needs_browser
def test_a_filter_hides_the_rest_counts_and_stands_in_the_address(visit, total):
    """Choosing a kind leaves only those changes and their headings; the address gives another reader the same view."""
    page = visit(PAIR)
    assert f"Je ziet alle {total} wijzigingen" in page.locator("[data-telling]").inner_text()
    page.get_by_label("Wat er gebeurt").select_option("verplaatst")
    assert shown(page) == 1
    assert (
        f"Je ziet 1 van de {total} wijzigingen: 1 inhoudelijk. {total - 1} staan er nu niet bij."
        in page.locator("[data-telling]").inner_text()
    )
    assert not page.locator("#lijsten").is_visible()
    assert page.locator("#bestand-fijn-wonen").is_visible()
    assert not page.locator(".pk-toc a[href$='#lijsten']").is_visible()
    assert page.url.endswith("?soort=verplaatst")
    assert shown(visit(f"{PAIR}?soort=verplaatst")) == 1


@needs_browser
def test_filters_work_together_and_an_empty_choice_is_told_and_undone(visit, total):
    """Two filters that leave nothing say so, and one button by keyboard shows everything again."""
    page = visit(PAIR)
    page.get_by_label("Wat er gebeurt").select_option("verplaatst")
    page.get_by_label("Beleid of niet").select_option("lijsten")
    assert shown(page) == 0
    assert "blijft er geen wijziging over" in page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Alles weer tonen").press("Enter")
    assert shown(page) == total
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.name") == "over"


@needs_browser
def test_changes_can_be_filtered_by_party(visit, total):
    """A party finds the changes that touch it."""
    page = visit(PAIR)
    page.get_by_label("Wie het raakt").select_option("inwoners")
    assert 0 < shown(page) < total
    assert "partij=inwoners" in page.url


@needs_browser
def test_what_is_counted_at_the_top_leads_to_just_those_changes(visit, total):
    """The count of a matter is a link that filters; without script it leads to the list."""
    page = visit(PAIR)
    page.get_by_text("De eerste punten per soort").click()
    link = page.locator(".pk-wz-kern dt > a").first
    number = int(link.locator("span").inner_text())
    link.click()
    page.wait_for_url("**/?over=*")
    assert 0 < number == shown(page) < total
    page.get_by_text("De eerste punten per soort").click()
    named = page.locator(".pk-wz-kern li a[href^='#']").first
    named.click()
    assert page.locator(f"[id='{page.url.partition('#')[2]}']").is_visible()


@needs_browser
@pytest.mark.parametrize("name", ["organisatie", "plaats", "onderwerp", "document"])
def test_changes_can_be_filtered_by_what_they_are_about(visit, total, name):
    """Each choice leaves as many changes as it says behind its name."""
    page = visit(PAIR)
    field = page.locator(f"select[name={name}]")
    told = field.locator("option").nth(1).inner_text()
    field.select_option(index=1)
    assert shown(page) == int(told.rpartition("(")[2].rstrip(")")) <= total


@needs_browser
def test_an_unknown_filter_in_the_address_is_no_filter(visit, total):
    """A made-up value hides nothing."""
    assert shown(visit(f"{PAIR}?soort=onzin&partij=%3Cb%3E")) == total


@needs_browser
def test_a_permanent_link_unfolds_and_unfilters_what_it_leads_to(visit, total):
    """A link to a change in a folded list shows it, also when the filters in the same address would hide it."""
    page = visit(f"{PAIR}?soort=verplaatst#organisaties.bouwgoed--naam")
    assert page.locator("[id='organisaties.bouwgoed--naam']").is_visible()
    assert shown(page) == total


@needs_browser
def test_without_script_every_change_is_there_and_no_dead_form(visit, total):
    """Who has no script sees all changes, no filters, and links to every pair of versions."""
    page = visit(PAIR, java_script_enabled=False)
    assert shown(page) == total
    assert not page.locator("form[data-wijzigingen]").is_visible()
    page = visit("wijzigingen/vergelijken/", java_script_enabled=False)
    assert not page.locator("form[data-kiezen]").is_visible()
    page.get_by_role("link", name="Van Programma 2023 naar nu").click()
    assert page.url.endswith(PAIR)


@needs_browser
def test_two_chosen_versions_lead_to_their_page(visit):
    """The form goes to the page of the pair; the wrong way around too, and that page says so."""
    page = visit("wijzigingen/vergelijken/")
    page.get_by_label("Was").select_option("2023")
    page.get_by_label("Wordt").select_option("nu")
    page.get_by_role("button", name="Laat de wijzigingen zien").click()
    page.wait_for_url(f"**/{PAIR}")
    assert not page.locator("[data-omgedraaid]").is_visible()
    page = visit("wijzigingen/vergelijken/")
    page.get_by_label("Was").select_option("nu")
    page.get_by_label("Wordt").select_option("2023")
    page.get_by_role("button", name="Laat de wijzigingen zien").click()
    page.wait_for_url(f"**/{PAIR}?omgedraaid")
    assert page.locator("[data-omgedraaid]").is_visible()


@needs_browser
def test_the_same_version_twice_is_told_and_leads_nowhere(visit):
    """Choosing one version twice gives a message, which goes when another is chosen."""
    page = visit("wijzigingen/vergelijken/")
    page.get_by_label("Was").select_option("nu")
    page.get_by_label("Wordt").select_option("nu")
    page.get_by_role("button", name="Laat de wijzigingen zien").click()
    assert "twee keer dezelfde versie" in page.get_by_role("alert").inner_text()
    assert page.url.endswith("wijzigingen/vergelijken/")
    page.get_by_label("Was").select_option("2023")
    assert page.get_by_role("alert").inner_text() == ""


@needs_browser
def test_paper_has_both_columns_and_no_menu(visit):
    """In print the menu, the filters and the buttons are gone, was and wordt stand side by side, and all is unfolded."""
    page = visit(PAIR)
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for hidden in (".pk-header", ".pk-footer", "form[data-wijzigingen]", ".pk-wz-knoppen"):
        assert not page.locator(hidden).first.is_visible()
    assert page.get_by_text("Was-wordtlijst", exact=True).first.is_visible()
    was, now = (page.locator(f".pk-wz__kant--{side}").first.bounding_box() for side in ("was", "wordt"))
    assert was["y"] == now["y"]
    assert was["x"] < now["x"]
    assert page.locator("article details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0
