"""The page Toegankelijkheid says of this site what is known of it as it is, and no more."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from polderkoers.policy.load import load
from polderkoers.website.layers import PAGES, THEME
from polderkoers.website.outcome import (
    OUTCOME,
    PARTS,
    AuditFinding,
    AuditPart,
    Outcome,
    OutcomeUnusable,
    look,
    read,
    write,
)
from polderkoers.website.render import Renderer
from polderkoers.website.views.accessibility import Statement, statement
from polderkoers.website.views.site import Site
from support.looks import Seen
from support.made_up import root_with
from support.outcome import outcome, with_second
from support.site import ROOT, BuiltSite

CLEAN = AuditPart("wcag", "axe-core 9.9", "Licht en donker", 12, 0)
FOUND = Outcome("aa11", "2026-11-03", "c0ffee", 12, "Chromium 141", (CLEAN,))


@pytest.fixture(scope="module")
def renderer(tmp_path_factory) -> Renderer:
    """A renderer of the made-up policy."""
    return Renderer(Site(load(root_with(tmp_path_factory.mktemp("root"))).policy))


def page(renderer: Renderer, known: Statement) -> str:
    """Return what the page says."""
    renderer.statement = known
    return renderer.overview("toegankelijkheid", "toegankelijkheid/")


def test_without_an_outcome_nothing_is_claimed(renderer):
    """A site that nobody examined says so, and names no program, no date and no outcome."""
    said = page(renderer, Statement("aa11", None, 26))
    assert "Deze site is nog niet onderzocht." in said
    assert "Dat is niet bekend, want de site is zo nog niet onderzocht." in said
    assert "axe" not in said
    assert "Geen meldingen" not in said
    assert "vonden niets" not in said


def test_an_outcome_of_another_look_is_not_claimed(renderer):
    """After a change of the look the page says when it was examined, and that this says nothing of the site of now."""
    said = page(renderer, Statement("bb22", FOUND, 26))
    assert "De site is in deze vorm nog niet onderzocht." in said
    assert "Het laatste onderzoek was op 3 november 2026." in said
    assert "axe" not in said
    assert "vonden niets" not in said


def test_an_outcome_of_this_look_is_told_with_date_programs_and_pages(renderer):
    """What was examined stands there with its date, program, version, browser, way and number of pages."""
    said = page(renderer, Statement("aa11", FOUND, 26))
    for words in (
        "<strong>3 november 2026</strong>",
        "Chromium 141",
        "axe-core 9.9",
        "12 van 12",
        "Geen meldingen",
        "Licht en donker",
        f"../{OUTCOME}",
    ):
        assert words in said
    assert "nog niet onderzocht" not in said
    assert "voldoet" not in said


def test_what_was_found_is_told_with_examples(renderer):
    """Findings are counted and shown, in the language of the program, as text."""
    part = dataclasses.replace(
        CLEAN, meldingen=2, onzeker=3, voorbeelden=(AuditFinding("doelen/", "color-contrast <b>too low</b>"),)
    )
    said = page(renderer, Statement("aa11", dataclasses.replace(FOUND, onderdelen=(part,)), 26))
    assert "2 meldingen, 3 keer geen oordeel" in said
    assert "op 3 november 2026 was het nog niet verbeterd" in said
    assert 'Pagina <code>/doelen/</code>: <code lang="en">color-contrast &lt;b&gt;too low&lt;/b&gt;</code>' in said
    assert "vonden niets" not in said


def test_contrast_is_claimed_only_by_a_build_that_reckoned_it(renderer):
    """The pairs of colours are named when the build looked at them, and not by a program that leaves that out."""
    assert "de 26 paren kleuren" in page(renderer, Statement("aa11", None, 26))
    assert "paren kleuren" not in page(renderer, Statement())


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("", "Hoe dat kan, is op deze site niet ingevuld."),
        ("web@polderdam.example", '<a href="mailto:web@polderdam.example">web@polderdam.example</a>'),
        ("https://polderdam.example/meld", '<a href="https://polderdam.example/meld">'),
        ("bel 14 0527", "Laat het weten: bel 14 0527."),
        ("<b>", "Laat het weten: &lt;b&gt;."),
    ],
)
def test_where_to_complain_is_told_as_far_as_it_is_known(renderer, contact, said):
    """A mail address and an address are links, words stay words, and what is not known is said."""
    assert said in page(renderer, Statement(contact=contact))


def test_the_words_that_stand_fixed_claim_no_outcome():
    """The hand-written part of the page names no test, no program and no result."""
    text = (PAGES / "toegankelijkheid.md").read_text(encoding="utf-8")
    for claim in ("axe", "volgt al", "testen", "getest", "Chromium", "elke keer", "meldt niets"):
        assert claim not in text


def test_an_outcome_can_be_kept_and_read_again(tmp_path):
    """What is written is what is read, with nothing left beside it."""
    told = dataclasses.replace(
        FOUND, onderdelen=(dataclasses.replace(CLEAN, meldingen=1, voorbeelden=(AuditFinding("", "x"),)),)
    )
    write(tmp_path, told)
    assert read(tmp_path) == told
    assert [path.name for path in tmp_path.iterdir()] == [OUTCOME]
    assert read(tmp_path / "elders") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"vorm": "a"}', '{"vorm":"a","datum":"gisteren","commit":null,"paginas":1,"browser":"x","onderdelen":[]}',
             '{"vorm":"a","datum":"2026-01-01","commit":null,"paginas":1,"browser":"x","onderdelen":[{"wat":"x"}]}', "\x00", '{"vorm":"a","datum":1,"onderdelen":[]}',
             '{"vorm":"a","datum":"2026-01-01","commit":null,"paginas":1,"browser":"x","onderdelen":[{"wat":"x","waarmee":"","hoe":"","paginas":1,"meldingen":0}]}'],
)  # fmt: skip
def test_an_outcome_that_cannot_be_read_is_refused(tmp_path, text):
    """A file that is broken stops the build, and the message says what may be done."""
    (tmp_path / OUTCOME).write_text(text, encoding="utf-8")
    with pytest.raises(OutcomeUnusable, match="haal het bestand weg"):
        read(tmp_path)


@pytest.fixture
def docs(tmp_path) -> Path:
    """The pages, styles and scripts of a site that lie over those of the engine, its templates, and its settings."""
    shutil.copytree(THEME / "assets", tmp_path / "docs" / "assets")
    shutil.copytree(THEME / "partials", tmp_path / "docs" / ".." / "eigen" / "partials")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path / "docs"


def mark(docs: Path) -> str:
    """Return the mark of a look."""
    return look(docs, docs.parent / "mkdocs.yml", docs.parent / "eigen")


@pytest.mark.parametrize(
    "name",
    ["assets/css/tokens.css", "assets/js/shell.js", "../eigen/partials/header.html", "../mkdocs.yml", "assets/favicon.svg"],
)  # fmt: skip
def test_another_look_has_another_mark(docs, name):
    """A change in a style, script, template, drawing or setting makes another look."""
    before = mark(docs)
    path = docs / name
    path.write_text(path.read_text(encoding="utf-8") + "\n ", encoding="utf-8")
    assert mark(docs) != before


def test_a_new_style_is_another_look(docs):
    """A sheet that is added counts, and so does one that is taken away."""
    marks = {mark(docs)}
    (docs / "assets" / "css" / "eigen.css").write_text("p{color:red}")
    marks.add(mark(docs))
    (docs / "assets" / "css" / "print.css").unlink()
    marks.add(mark(docs))
    assert len(marks) == 3


def test_the_settings_that_others_build_on_are_part_of_a_look(docs):
    """A file that mkdocs.yml builds on decides how the site looks, and so does what that one builds on; a ring of them ends."""
    root = docs.parent
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nINHERIT: basis/een.yml  # van ons allen\n")
    (root / "basis").mkdir()
    (root / "basis" / "een.yml").write_text("INHERIT: 'twee.yml'\n", encoding="utf-8")
    (root / "basis" / "twee.yml").write_text("INHERIT: een.yml\n", encoding="utf-8")
    before = mark(docs)
    (root / "basis" / "twee.yml").write_text("INHERIT: een.yml\nextra_css: [bleek.css]\n", encoding="utf-8")
    assert mark(docs) != before


def test_another_house_style_is_another_look(docs):
    """The files of tokens that a site wears decide how it looks, also where they stand beside its pages."""
    house = docs.parent / "huis.css"
    house.write_text(":root { --utrecht-link-color: #123456 }", encoding="utf-8")
    before = look(docs, docs.parent / "mkdocs.yml", docs.parent / "eigen", (house,))
    assert before != mark(docs)
    house.write_text(":root { --utrecht-link-color: #654321 }", encoding="utf-8")
    assert look(docs, docs.parent / "mkdocs.yml", docs.parent / "eigen", (house,)) != before


def test_words_and_outcomes_are_no_part_of_a_look(docs):
    """Another text on a page, the outcome itself and the ends of lines of another system leave the mark as it was."""
    before = mark(docs)
    (docs / "over.md").write_text("# Anders")
    write(docs, FOUND)
    sheet = docs / "assets" / "css" / "tokens.css"
    sheet.write_bytes(sheet.read_bytes().replace(b"\n", b"\r\n"))
    assert mark(docs) == before


def test_what_is_kept_of_an_examination_counts_what_was_found(tmp_path):
    """Pages that were looked at closely, and findings anywhere, are counted; a glance is no look of axe."""
    (tmp_path / "toegankelijkheid").mkdir()
    (tmp_path / "toegankelijkheid" / "index.html").write_text('<p data-pk-vorm="aa11">')
    seen = {
        "": Seen("", axe="9.9", violations=["a", "b"], doubts=[(320, "r", "w", "e")]),
        "a/": Seen("a/", sideways=["320: 8 px"], structure=["h"]),
        "b/": Seen("b/"),
    }
    kept = outcome(BuiltSite(tmp_path), seen, browser="Chromium 1", commit=None)
    assert (kept.vorm, kept.paginas) == ("aa11", 2)
    counted = {part.wat: (part.paginas, part.meldingen) for part in kept.onderdelen}
    assert counted == {"wcag": (1, 2), "past": (2, 1), "focus": (1, 0), "opbouw": (3, 1), "rust": (1, 0)}
    assert kept.onderdelen[0].onzeker == 1
    more = with_second(with_second(kept, {"": []}), {"": ["x"], "a/": []})
    assert [part.wat for part in more.onderdelen] == ["wcag", "tweede-mening", "past", "focus", "opbouw", "rust"]
    assert set(PARTS) == {part.wat for part in more.onderdelen}
    assert (more.onderdelen[1].paginas, more.onderdelen[1].meldingen) == (2, 1)
    assert statement(Statement("aa11", more))["found"]
