"""The data of a real instance: nothing is wrong with it, and all of it can be read on its site."""

from __future__ import annotations

import pytest

from polderkoers.cli import main
from polderkoers.policy.model.base import LetOp
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.website.history import History
from polderkoers.website.outcome import read
from polderkoers.website.pages import address, old_address
from polderkoers.website.views.place_page import area_map, place_page
from polderkoers.website.views.site import Site
from polderkoers.website.words import Words
from support.links import links_on
from support.site import ROOT


@pytest.fixture(scope="module")
def own_words(loaded) -> Words:
    """What the organisation calls things, which is in addresses too."""
    return Words(vocabulary_of(loaded.policy))


def test_there_is_no_fault(loaded):
    """The check finds no fault in the data."""
    assert [problem for problem in loaded.problems if problem.level == "fout"] == []


def test_every_file_has_a_canonical_form(instance, capsysbinary):
    """No data file is kept from its form; whether it is in it is no fault, or main would turn red by a merge."""
    assert main(["format", "--patch", "--root", str(instance)]) == 0
    assert capsysbinary.readouterr().err == b""


def test_every_item_stands_at_its_address(site, loaded, own_words):
    """Every item of every file has its words at the address that links to it."""
    missing = []
    shown: dict[str, str] = {}
    for entry in loaded.policy.entries.values():
        path, _, anchor = (address(entry, own_words) or "").partition("#")
        if not path:
            continue
        if path not in shown:
            words = " ".join(element.text for element in site.page(path).all("main"))
            shown[path] = " ".join(words.split())
        if anchor and anchor not in site.page(path).ids:
            missing.append(f"{entry.ref}: no {anchor} on {path}")
        if " ".join(entry.item.label.split()) not in shown[path] and entry.item.soortnaam != "let_op":
            missing.append(f"{entry.ref}: not named on {path}")
    assert missing == []


def test_every_note_stands_on_the_page_of_open_questions_or_with_its_document(site, loaded, own_words):
    """Each note on a source can be read on one page, and what is about our own text with its document."""
    missing = []
    for note in loaded.policy.of(LetOp):
        document = loaded.policy.entries[f"documenten/{note.bron.document}"]
        path = address(document, own_words) if note.item.soort == "overname" else "open-vragen/"
        shown = " ".join(" ".join(element.text for element in site.page(path).all("main")).split())
        if " ".join(note.item.tekst.split())[:25] not in shown:
            missing.append(note.ref)
    assert missing == []


def test_what_became_of_an_older_plan_leaves_none_out(site, loaded, own_words):
    """Where there is a page that leads from older policy to newer, every kernopgave stands on it."""
    for path in site.paths:
        if path.startswith("vervolg/") and path.count("/") == 3:
            targets = {target for target, _ in links_on(site, path)}
            assert {address(entry, own_words) for entry in loaded.policy.of_kind("kernopgave")} <= targets, path


def test_every_listed_version_can_be_read_as_it_was(site, instance, loaded, own_words):
    """Each file of each version that is listed has its page; all versions are there when the history is."""
    past = History(instance, loaded).past
    if (instance / ".git").exists():
        assert [version.id for version in past] == [entry.item.id for entry in loaded.policy.of_kind("versie")]
    for version in past:
        for entry in version.policy.entries.values():
            if entry.is_file and isinstance(entry.item, Beleid):
                assert old_address(version.id, entry, own_words) in site.paths


def test_every_english_word_of_the_list_is_used(site, loaded):
    """The list of English words holds none that stands nowhere on the site."""
    text = "".join(path.read_text(encoding="utf-8") for path in site.folder.rglob("*.html")).lower()
    words = [word for entry in loaded.policy.of_kind("begrippen") for word in entry.item.engels]
    assert [word for word in words if f'lang="en">{word}'.lower().replace("&", "&amp;") not in text] == []


def test_the_outcome_of_an_examination_can_be_read(instance):
    """When the outcome of an examination is kept, no part of it looked at more pages than there were."""
    kept = read(instance / "docs")
    assert kept is None or all(part.paginas <= kept.paginas for part in kept.onderdelen)


VILLAGES = (
    "bant", "creil", "emmeloord", "ens", "espel", "kraggenburg", "luttelgeest", "marknesse", "nagele", "rutten", "tollebeek",
)  # fmt: skip


def test_every_village_is_on_the_map_with_its_name(instance, loaded):
    """The eleven places that people live in are points with a name on the map, and Schokland, of which no data say where it is, has a page."""
    if instance != ROOT:
        pytest.skip("the villages are those of the instance of this repository")
    site = Site(loaded.policy)
    points = {point.link.address: point for point in area_map(site).points}
    assert {f"plaatsen/{village}/" for village in VILLAGES} == points.keys()
    assert [address for address, point in points.items() if point.label is None] == []
    assert "plaatsen/schokland/" in site.pages
    silent = place_page(site, loaded.policy.entries["plaatsen/nagele"]).silent
    assert [link.text for link in silent] == [
        "Programmaplan Samen & Gezond (2025)",
        'Sociale structuurvisie "Sociaal en vitaal op eigen kracht" (2012)',
    ]
