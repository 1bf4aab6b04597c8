"""Terms that explain themselves, and text that stays text."""

from __future__ import annotations

import pytest

from polderkoers.website.glossary import Glossary, Prose
from support.made_up import policy_of


@pytest.fixture
def prose() -> Prose:
    """A page at kernopgaven/x/ with one term."""
    return Prose(Glossary(policy_of()), "kernopgaven/x/", set())


def test_a_term_is_explained_once_with_a_link(prose):
    """The first time a term stands on a page it gets its explanation, later times it is a plain word."""
    first, second = prose.inline("De Wmo helpt."), prose.inline("Ook de wmo.")
    assert 'href="../../begrippen/wmo/"' in first
    assert "De wet over hulp van de gemeente." in first
    assert second == "Ook de wmo."


@pytest.mark.parametrize("text", ["Wmoplan", "de pre-Wmo", "Wmo-plan"])
def test_a_term_inside_another_word_is_left_alone(prose, text):
    """A term is found as a whole word only."""
    assert prose.inline(text) == text


def test_text_is_escaped(prose):
    """Signs of HTML in a text of the data become text."""
    assert prose.inline("<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"


def test_a_blank_line_begins_a_paragraph(prose):
    """A folded text of the data gives its paragraphs, and an empty one nothing."""
    assert prose.paragraphs("een\ntwee") == "<p>een</p><p>twee</p>"
    assert prose.paragraphs(None) == ""


def test_a_form_that_begins_with_a_bracket_is_found():
    """A term may begin with a sign that is no letter, and the longest form still wins."""
    begrippen = """
soort: begrippen
id: meer
begrippen:
  - {id: hulp, naam: (schuld)hulpverlening, uitleg: x, andere_namen: [schuld, schuld op schuld]}
"""
    glossary = Glossary(policy_of(begrippen))
    found = [(piece, term.id) for piece, term in glossary.split("De (schuld)hulpverlening en de Wmo.", set()) if term]
    assert found == [("(schuld)hulpverlening", "hulp"), ("Wmo", "wmo")]
    assert [piece for piece, term in glossary.split("Schuld op schuld.", set()) if term] == ["Schuld op schuld"]
    assert [piece for piece, term in glossary.split("Onschuld, schuldig, -schuld.", set()) if term] == []


_ORIGINS = """
soort: begrippen
id: meer
begrippen:
  - {id: subsidie, naam: subsidie, uitleg: Geld om iets te doen., uitleg_van: redactie}
  - {id: leegstand, naam: leegstand, uitleg: Lege huizen., uitleg_van: bron, bron: {document: visie-2020, plek: "2"}}
  - {id: bijstand, naam: bijstand, uitleg: Geld om van te leven.}
"""


def test_an_explanation_says_where_it_comes_from():
    """A reader sees with each word whether a document explains it or the editors do; of old data nothing is said."""
    here = Prose(Glossary(policy_of(_ORIGINS)), "kernopgaven/x/", set())
    assert "Geld om iets te doen. <small>Uitleg van de redactie</small>" in here.inline("De subsidie stopt.")
    assert "Lege huizen. <small>Uit: Visie (2020)</small>" in here.inline("Er is leegstand.")
    assert "Geld om van te leven.</span>" in here.inline("Wie bijstand krijgt.")


def test_a_sentence_that_says_that_a_word_is_not_explained_gets_no_explanation_of_the_editors():
    """That the source does not explain a word stays true: only what a source explains is explained there, or in another sentence."""
    here = Prose(Glossary(policy_of(_ORIGINS)), "kernopgaven/x/", set())
    said = here.inline("De bron spreekt van subsidie, maar legt dat woord niet uit. Er is subsidie en leegstand.")
    assert said.startswith("De bron spreekt van subsidie, maar legt dat woord niet uit. Er is <span")


@pytest.mark.parametrize("word", ["subsidie", "bijstand"])
def test_a_word_whose_meaning_is_not_known_is_left_alone(word):
    """Also where it is said the other way round, and for data that do not say who explains a word."""
    here = Prose(Glossary(policy_of(_ORIGINS)), "kernopgaven/x/", set())
    text = f"Wat {word} hier betekent, staat niet in de bron."
    assert here.inline(text) == text
