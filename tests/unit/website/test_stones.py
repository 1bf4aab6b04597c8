"""Former addresses on the site: a page that says what became of it, a place beside what stands there now, a list."""

from __future__ import annotations

import shutil

import pytest

from polderkoers.cli import main
from polderkoers.policy.load import load
from polderkoers.website.history import HeldVersion, History
from polderkoers.website.render import Renderer
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of, root_with

LIST = """soort: adressen
id: adressen
versie: "1.0"
status: null
adressen:
  - {was: mooi-wonen, soort: kernopgave, gebeurd: hernoemd, nu: [fijn-wonen]}
  - {was: fijn-wonen/doel-huizen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-genoeg-huizen]}
  - {was: mooi-wonen/stap-oud, soort: stap, gebeurd: hernoemd, nu: [fijn-wonen/stap-bouwen]}
  - {was: fijn-wonen/doel-weg, soort: doel, gebeurd: vervallen, naam: Een <b>doel</b>, uitleg: Het Rijk doet dit nu., sinds: 2020-03}
  - {was: oud, soort: kernopgave, gebeurd: opgegaan in, naam: Oud beleid, nu: [fijn-wonen], sinds: 2014-Q3}
  - {was: oud/doel-zalen, soort: doel, gebeurd: gesplitst in, naam: Zalen, nu: [fijn-wonen, fijn-wonen/doel-genoeg-huizen]}
  - {was: themas/huis, soort: thema, gebeurd: vervallen, naam: Huis, uitleg: Dit hoort bij wonen., nu: [themas/wonen]}
"""


@pytest.fixture(scope="module")
def renderer():
    """The pages of a policy with former addresses."""
    return Renderer(Site(policy_of(KERNOPGAVE, LIST)))


def test_a_page_that_is_called_otherwise_leads_on(renderer):
    """It gets no page of its own to read, and neither does what stood in it or was called otherwise in it."""
    page = "kernopgaven/fijn-wonen/"
    assert dict(renderer.site.former.redirects()) == {
        "kernopgaven/mooi-wonen/": page,
        "kernopgaven/mooi-wonen/doel-genoeg-huizen/": f"{page}doel-genoeg-huizen/",
        "kernopgaven/mooi-wonen/stap-bouwen/": f"{page}stap-bouwen/",
        "kernopgaven/mooi-wonen/stap-oud/": f"{page}stap-bouwen/",
        "kernopgaven/fijn-wonen/doel-huizen/": f"{page}doel-genoeg-huizen/",
    }
    assert "kernopgaven/mooi-wonen/" not in renderer.view_pages


def test_a_former_id_stands_beside_what_is_there_now(renderer):
    """Without a script a browser finds the place, also by an address of a page that had another name."""
    page = renderer.page("kernopgaven/fijn-wonen/")
    (row,) = (line for line in page.splitlines() if line.endswith("{#doel-genoeg-huizen}"))
    assert '<span id="doel-huizen"></span>' in row
    card = page.partition('id="stap-bouwen"')[2].partition("</h3>")[0]
    assert '<span id="stap-oud"></span>' in card


def test_what_is_gone_is_told_on_the_page_where_it_stood(renderer):
    """A row of a list has the former id, says what became of it and why, and shows a name as it is."""
    page = renderer.page("kernopgaven/fijn-wonen/")
    row = page.partition('<li id="doel-weg">')[2].partition("</li>")[0]
    assert row.startswith("Doel ‘Een &lt;b&gt;doel&lt;/b&gt;’ is sinds maart 2020 vervallen.")
    assert "Het Rijk doet dit nu." in row
    assert page.count("Stond hier eerder") >= 1


def test_a_page_that_became_part_of_another_says_so(renderer):
    """It has the name of then, a link to where it went, and a place for each thing that stood there; no search finds it."""
    page = renderer.page("kernopgaven/oud/")
    assert "Kernopgave ‘Oud beleid’ is sinds het derde kwartaal van 2014 opgegaan in:" in page
    assert '<a href="../../kernopgaven/fijn-wonen/">Fijn wonen</a>' in page
    assert '<li id="doel-zalen">Doel ‘Zalen’ is gesplitst in:' in page
    assert renderer.view_pages["kernopgaven/oud/"].is_past


def test_what_is_gone_is_told_where_its_own_page_was(renderer):
    """The page of a goal that is gone says why, under the overview of its file; of a file that is gone itself as well."""
    page = renderer.page("kernopgaven/fijn-wonen/doel-weg/")
    assert "is sinds maart 2020 vervallen." in page
    assert '<a href="../../../plannen/">' in page
    assert "is gesplitst in:" in renderer.page("kernopgaven/oud/doel-zalen/")


def test_a_text_about_an_address_is_text():
    """Signs of HTML, Markdown and templates in a name or a reason stand on both kinds of pages as they are typed."""
    harm = "<script>x</script> {{ 7 * 7 }} [a](b)"
    row = f"soort: kernopgave, gebeurd: vervallen, naam: '{harm}', uitleg: '{harm}'"
    inside = row.replace("kernopgave", "doel")
    head = LIST.partition("  - ")[0]
    made = Renderer(
        Site(policy_of(KERNOPGAVE, f"{head}  - {{was: weg, {row}}}\n  - {{was: fijn-wonen/doel-weg, {inside}}}\n"))
    )
    for path in ("kernopgaven/weg/", "kernopgaven/fijn-wonen/"):
        page = made.page(path)
        assert "<script>x" not in page
        assert "&lt;script&gt;x&lt;/script&gt; {{ 7 * 7 }} [a](b)" in page


def test_an_entry_of_a_list_that_is_gone_has_its_page_too(renderer):
    """The page of a subject leads to the one that is there now."""
    page = renderer.page("onderwerpen/huis/")
    assert "Kijk ook bij:" in page
    assert '<a href="../../onderwerpen/wonen/">Wonen</a>' in page


def test_a_site_without_former_addresses_says_nothing_of_them():
    """No heading, no page and no place."""
    renderer = Renderer(Site(policy_of(KERNOPGAVE)))
    assert "Stond hier eerder" not in renderer.page("kernopgaven/fijn-wonen/")
    assert not any(page.is_past for page in renderer.view_pages.values())


@pytest.fixture(scope="module")
def renamed(tmp_path_factory):
    """A site whose only kernopgave was called otherwise in the version before it."""
    old = root_with(tmp_path_factory.mktemp("was") / "old")
    new = old.with_name("new")
    shutil.copytree(old, new)
    path = new / "data/kernopgaven/fijn-wonen.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Iedereen woont fijn.", "Niemand woont."), encoding="utf-8"
    )
    assert main(["rename", "fijn-wonen", "mooi-wonen", "--root", str(new)]) == 0
    history = History(None, load(new))
    history._opened = ((HeldVersion("2020", "Versie 2020", load(old)),), ())  # noqa: SLF001 - a past without Git
    return Renderer(Site(history.versions[-1].policy), history)


def test_what_is_called_otherwise_has_one_feed_with_all_that_was_told(renamed):
    """Under its former name there is none that says that it is gone."""
    feeds = {feed.path: feed for feed in renamed.feeds if feed.kind == "kernopgave"}
    assert list(feeds) == ["feeds/kernopgaven/mooi-wonen.xml"]
    told = [message.title for message in feeds["feeds/kernopgaven/mooi-wonen.xml"].messages]
    assert any("samenvatting" in title for title in told)
    assert len(told) == len(set(told))


def test_an_earlier_version_keeps_its_own_address(renamed):
    """The page of then stands where it stood, and knows nothing of what came after."""
    page = renamed.page("versies/2020/kernopgaven/fijn-wonen/")
    assert "Dit is niet de tekst van nu" in page
    assert "Stond hier eerder" not in page
