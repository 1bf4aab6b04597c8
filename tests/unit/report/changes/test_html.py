"""Changes as one page that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re

import pytest

from polderkoers.problems import Problem
from polderkoers.report.changes.html import as_html
from support.site import HtmlPage

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
EVIL = {"was": "minstens 10 woningen", "wordt": "<script>alert(1)</script> {{ 7 * 7 }} </style> woningen"}
PLACE = {
    "in": "data/plaatsen.yaml",
    "was": "plaatsen:\n",
    "wordt": "plaatsen:\n  - {id: dijkdam, naam: Dijkdam, uitleg: Een dorp., soort: dorp}\n",
}
WHOLE = {"in": "data/kernopgaven/fijn-wonen.yaml", "weg": True}
HIDDEN = re.compile(r'<span class="stil">[^<]*</span>')


def page_of(html):
    """Return a parsed page."""
    page = HtmlPage()
    page.feed(html)
    return page


def test_the_page_is_dutch_and_needs_nothing_else(report):
    """No script, no address to load from, and a policy that allows our own style sheet alone."""
    html = as_html(report(GOAL))
    page = page_of(html)
    assert page.all("html")[0].attributes["lang"] == "nl"
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert "http" not in html.replace("http-equiv", "")
    style = re.search(r"<style>(.*)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.all("meta")[1].attributes["content"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", html)
    assert "url(" not in style


def test_both_sides_stand_beside_each_other(report):
    """Removed words stand in `<del>` and added ones in `<ins>`, with words for who cannot see that."""
    html = as_html(report(GOAL))
    assert 'minstens <del><span class="stil">weg: </span>10</del> woningen' in html
    assert 'minstens <ins><span class="stil">erbij: </span>20</ins> woningen' in html
    sides = [element.text for element in page_of(html).elements if element.attributes.get("class") == "tekst"]
    assert [HIDDEN.sub("", side).replace("weg: ", "").replace("erbij: ", "").strip() for side in sides] == [
        "De gemeente bouwt minstens 10 woningen per jaar. Alle woningen moeten zuinig zijn.",
        "De gemeente bouwt minstens 20 woningen per jaar. Alle woningen moeten zuinig zijn.",
    ]


def test_every_change_has_its_permanent_id(report):
    """Each change can be linked to by its anchor, ids are unique, and every link inside leads somewhere."""
    found = report(GOAL, PLACE, old=(WHOLE,))
    page = page_of(as_html(found))
    assert {change.anchor for change in found.changes} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    links = [element.attributes["href"] for element in page.all("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(page.ids)


def test_headings_are_in_order(report):
    """There is one first heading, and no level is skipped."""
    page = page_of(as_html(report(GOAL, PLACE, old=(WHOLE,), problems_new=())))
    levels = [int(element.name[1]) for element in page.elements if re.fullmatch(r"h[1-6]", element.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_data_is_text(report):
    """Elements and template signs of the data are shown, not obeyed."""
    html = as_html(report(EVIL, old_name="<b>oud</b>"))
    page = page_of(html)
    assert page.all("script") == page.all("b") == []
    assert "{{ 7 * 7 }}" in html
    assert html.count("</style>") == 1
    assert "<script>alert(1)</script>" in page.all("main")[0].text


def test_a_new_file_is_told_by_its_goals_with_the_rest_folded(report):
    """The goals are listed; the names of everything else can be opened."""
    page = page_of(as_html(report(old=(WHOLE,), impact=())))
    assert "Doel 1: Genoeg huizen" in page.all("main")[0].text
    (rest,) = page.all("details")
    assert "open" not in rest.attributes
    assert "Verder 1 urgentie, 2 verbanden" in rest.text
    assert "Spreekuur over wonen" in rest.text


def test_a_block_without_an_id_has_an_anchor_too(report):
    """A link that is gone can be pointed at, though nothing in the data names it."""
    gone = {
        "was": "      - {met: plan-2020, soort: vervolg op, waarom: Het plan noemt dit doel ook., gelegd_door: bron}\n",
        "wordt": "",
    }
    assert "fijn-wonen.doel-genoeg-huizen--plan-2020--removed" in page_of(as_html(report(gone))).ids


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Er verandert niets in het beleid."),
        ({"problems_new": ()}, "Er zijn geen nieuwe meldingen."),
        ({"problems_new": (Problem("data/x.yaml", 1, 1, "regel", "Mis."),)}, "data/x.yaml, regel 1: fout [regel] Mis."),
    ],
)
def test_what_stands_around_the_changes_is_said(report, values, said):
    """An empty comparison and the outcome of the check are said in a sentence."""
    page = page_of(as_html(report(**values)))
    assert said in page.all("main")[0].text
    assert not page.all("nav")


def test_paragraphs_stay_paragraphs(report):
    """A text of two paragraphs keeps a blank line between them, and invisible signs are shown as such."""
    html = as_html(
        report(
            {"was": "De gemeente wil dat iedereen fijn woont.", "wordt": "De gemeente wil dat iedereen prettig woont."}
        )
    )
    assert "met Bouwgoed.\n\nEr zijn in Polderdam" in html
