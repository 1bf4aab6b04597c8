"""The pages about changes of a site whose policy was edited: filters, permanent links, choosing versions, and paper."""

from __future__ import annotations

import re

import pytest

from support.browser import needs_browser, violations
from support.git import git
from support.listed import content
from support.site import BuiltSite, build, copied, serving

PAIR = "wijzigingen/voor-nu/"
PAGES = (PAIR, f"{PAIR}besluit/", "wijzigingen/", "wijzigingen/vergelijken/")
# In which file what is replaced: a figure, an amount, who is responsible, a term, a spelling, a note, and a name in a list.
EDITS = (
    ("kernopgaven/mensen-doen-mee.yaml", "Niemand mag buitengesloten raken.", "Niemand mag meer buitengesloten raken."),
    ("kernopgaven/voorzieningen.yaml", "    termijn: kort\n    naam: Brede", "    termijn: lang\n    naam: Brede"),
    ("plannen/samen-en-gezond.yaml", "bedrag: 45000", "bedrag: 60000"),
    ("programmalijnen/bestaanszekerheid.yaml", "verantwoordelijk: [gemeente]", "verantwoordelijk: [rijk]"),
    ("programmalijnen/kansengelijkheid.yaml", 'versie: "1.0"', 'versie: "1.1"'),
    ("organisaties.yaml", "naam: Mercatus", "naam: Mercatus Wonen"),
)
BEFORE = """\
  - id: voor
    naam: Voor de edits
    uitleg: Zo was het voor de edits.
    datum: null
    vastgesteld_door: null
    besluit: null
    documenten: [programmaplan-samen-en-gezond-2025]
    commit: {commit}
    inhoud: {content}
"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory) -> BuiltSite:
    """A site of the real policy with edits, beside the version before them and one that this copy does not hold."""
    whole = copied(tmp_path_factory.mktemp("edited") / "heel")
    git(whole, "init", "--quiet")
    git(whole, "add", ".")
    for message in ("Eerder", "Voor"):
        git(whole, "commit", "--quiet", "--allow-empty", "-m", message)
    root = whole.parent / "project"
    git(whole.parent, "clone", "--quiet", "--depth", "1", whole.as_uri(), root.name)
    listed = root / "data/versies.yaml"
    first = listed.read_text("utf-8").split('  - id: "2025"')[0]
    listed.write_text(
        first + BEFORE.format(commit=(commit := git(root, "rev-parse", "HEAD")), content=content(root, commit)),
        encoding="utf-8",
    )
    for file, old, new in EDITS:
        path = root / "data" / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r} any more"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert "git fetch --unshallow --tags" in build(root, root / "site").stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLDERKOERS_ZONDER_HISTORIE", "1")
        outcome = build(root, root / "site")
    assert outcome.returncode == 0, outcome.stderr
    return BuiltSite(root / "site")


@pytest.fixture(scope="module")
def address(edited):
    """The address at which the edited site is served, on this machine only."""
    with serving(edited.folder) as found:
        yield found


def shown(page) -> int:
    """How many changes are not filtered out."""
    return page.locator("[data-wijziging]:not([hidden])").count()


def test_the_page_shows_every_edit_as_was_and_wordt(edited):
    """Each edit stands on the page, with what was removed and what was added."""
    html = edited.html(PAIR)
    for old, new in (("45.000 euro", "60.000 euro"), ("korte termijn", "lange termijn")):
        assert f"weg: </span>{old}</del>" in html
        assert f"erbij: </span>{new}</ins>" in html
    assert "erbij: </span>meer</ins>" in html
    assert len(re.findall(r"<\w+[^>]* data-wijziging ", html)) == len(EDITS)


def test_a_version_that_is_not_in_this_copy_is_named_on_the_overview(edited):
    """The site builds without that version when it is told to, and says to a reader that it is not shown."""
    text = " ".join(element.text for element in edited.page("wijzigingen/").all("main"))
    assert "Niet alle versies zijn hier te zien" in text
    assert "Structuurvisie 2012" in text
    assert not (edited.folder / "wijzigingen/2012-nu").exists()
    assert not any(
        "git fetch" in edited.html(path)
        for path in ("wijzigingen/", "wijzigingen/vergelijken/", "feeds/", "versies/2012/")
    )


def test_the_real_site_shows_2012_to_2025_to_now(site):
    """In a clone with all history every pair of versions has a page, and the six kernopgaven stay the same."""
    for pair in ("2012-2025", "2025-nu", "2012-nu"):
        page = site.page(f"wijzigingen/{pair}/")
        assert any("Aan de 6 kernopgaven uit 2012" in item.text for item in page.all("li"))
    first = " ".join(item.text for item in site.page("wijzigingen/2012-2025/").all("li"))
    assert "Er komen 3 programmalijnen en 1 plan bij." in first


@pytest.mark.parametrize("path", ["wijzigingen/2012-2025/", "wijzigingen/2025-nu/", "wijzigingen/2012-nu/"])
def test_no_page_of_the_real_site_has_an_id_twice(site, path):
    """A permanent link leads to one place."""
    ids = site.page(path).ids
    assert sorted(ids) == sorted(set(ids))


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", PAGES)
def test_axe_reports_nothing_on_pages_with_changes(visit, path, width, scheme):
    """Changed words, filters and forms meet WCAG 2.2 AA, also with everything unfolded, and nothing scrolls sideways."""
    page = visit(path, width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@needs_browser
def test_a_filter_hides_the_rest_counts_and_stands_in_the_address(visit):
    """Choosing a kind leaves only those changes and their headings; the address gives another reader the same view."""
    page = visit(PAIR)
    assert f"Je ziet alle {len(EDITS)} wijzigingen" in page.locator("[data-telling]").inner_text()
    page.get_by_label("Wat er gebeurt").select_option("verplaatst")
    assert shown(page) == 1
    assert f"Je ziet 1 van de {len(EDITS)} wijzigingen: 1 in het beleid." in page.locator("[data-telling]").inner_text()
    assert not page.locator("#lijsten").is_visible()
    assert page.locator("#bestand-voorzieningen").is_visible()
    assert not page.locator(".pk-toc a[href$='#lijsten']").is_visible()
    assert page.url.endswith("?soort=verplaatst")
    assert shown(visit(f"{PAIR}?soort=verplaatst")) == 1


@needs_browser
def test_filters_work_together_and_an_empty_choice_is_told_and_undone(visit):
    """Two filters that leave nothing say so, and one button by keyboard shows everything again."""
    page = visit(PAIR)
    page.get_by_label("Wat er gebeurt").select_option("verplaatst")
    page.get_by_label("Gewicht").select_option("redactioneel")
    assert shown(page) == 0
    assert "blijft er geen wijziging over" in page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Alles weer tonen").press("Enter")
    assert shown(page) == len(EDITS)
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.name") == "soort"


@needs_browser
def test_changes_can_be_filtered_by_party(visit):
    """A party finds the changes that touch it."""
    page = visit(PAIR)
    page.get_by_label("Wie het raakt").select_option("gemeente")
    assert 0 < shown(page) < len(EDITS)
    assert "partij=gemeente" in page.url


@needs_browser
def test_an_unknown_filter_in_the_address_is_no_filter(visit):
    """A made-up value hides nothing."""
    assert shown(visit(f"{PAIR}?soort=onzin&partij=%3Cb%3E")) == len(EDITS)


@needs_browser
def test_a_permanent_link_unfolds_and_unfilters_what_it_leads_to(visit):
    """A link to a change in a folded list shows it, also when the filters in the same address would hide it."""
    page = visit(f"{PAIR}?soort=verplaatst#organisaties.mercatus--naam")
    assert page.locator("[id='organisaties.mercatus--naam']").is_visible()
    assert shown(page) == len(EDITS)


@needs_browser
def test_without_script_every_change_is_there_and_no_dead_form(visit):
    """Who has no script sees all changes, no filters, and links to every pair of versions."""
    page = visit(PAIR, java_script_enabled=False)
    assert shown(page) == len(EDITS)
    assert not page.locator("form[data-wijzigingen]").is_visible()
    page = visit("wijzigingen/vergelijken/", java_script_enabled=False)
    assert not page.locator("form[data-kiezen]").is_visible()
    page.get_by_role("link", name="Van Voor de edits naar nu").click()
    assert page.url.endswith(PAIR)


@needs_browser
def test_two_chosen_versions_lead_to_their_page(visit):
    """The form goes to the page of the pair; the wrong way around too, and that page says so."""
    page = visit("wijzigingen/vergelijken/")
    page.get_by_label("Was").select_option("voor")
    page.get_by_label("Wordt").select_option("nu")
    page.get_by_role("button", name="Laat de wijzigingen zien").click()
    page.wait_for_url(f"**/{PAIR}")
    assert not page.locator("[data-omgedraaid]").is_visible()
    page = visit("wijzigingen/vergelijken/")
    page.get_by_label("Was").select_option("nu")
    page.get_by_label("Wordt").select_option("voor")
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
    page.get_by_label("Was").select_option("voor")
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
