"""What can be searched of a page."""

from __future__ import annotations

import pytest

from polderkoers.website.search.text import Piece, pieces


def test_headings_keep_their_level_and_anchor():
    """A heading is a piece of its own, with the anchor by which a result links to it."""
    found = list(
        pieces('<h2 id="doelen">Doelen<a class="headerlink" href="#doelen">&para;</a></h2><p>Een. <b>Twee</b></p>')
    )
    assert found == [Piece(2, "doelen", "Doelen"), Piece(0, "", "Een. Twee")]


def test_the_heading_of_a_card_has_the_anchor_of_the_card():
    """A card carries the anchor; its heading is what a reader clicks on."""
    found = list(
        pieces('<article class="pk-item" id="doel-x"><h3 class="pk-item__title">Meer huizen</h3><p>Tekst</p></article>')
    )
    assert found == [Piece(3, "doel-x", "Meer huizen"), Piece(0, "", "Tekst")]


@pytest.mark.parametrize(
    "hidden",
    [
        '<nav aria-label="Kruimelpad"><ol><li>weg</li></ol></nav>',
        '<span role="tooltip" data-search-exclude>weg <b>weg</b></span>',
        '<p class="pk-source">weg</p>',
        "<svg><title>weg</title><path d='M0 0'/></svg>",
        "<!-- weg -->",
        "<script>weg</script>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(hidden):
    """Crumbs, explanations of terms, sources, drawings, remarks and scripts are not searched."""
    assert [piece.text for piece in pieces(f"<p>voor</p>{hidden}<p>na</p>")] == ["voor", "na"]


def test_entities_become_the_signs_that_they_stand_for():
    """A title that was made safe for HTML is found as it reads, and nothing in it becomes markup."""
    assert list(pieces("<p>Mensen doen mee&#33; &lt;b&gt; 1<br>2</p>")) == [Piece(0, "", "Mensen doen mee! <b> 1 2")]


def test_an_empty_page_has_nothing_to_search():
    """No HTML and empty HTML give no pieces."""
    assert list(pieces("")) == list(pieces("<div><p> </p></div>")) == []
