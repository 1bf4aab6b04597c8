"""The passages of a source that a place in the data names, found by headings, numbers, pages and words."""

from __future__ import annotations

import pytest

from polderkoers.beside.headings import is_chapter
from polderkoers.beside.places import BY_WORDS, ELSEWHERE, WHOLE, Places
from polderkoers.beside.source_text import as_source

SOURCE = """\
 VOORWOORD
Dit is het begin.

 1. AANLEIDING
Er komen mensen bij.

1.1 Groei en krimp, samen
De gemeente
groeit.

1.2 Krimp
De rest krimpt.

 2. WAT WE WILLEN
1. Meer huizen
2. Meer bomen

Kernopgave 1: fijn wonen
Inleiding van de eerste.

Doel
Er komen 60 huizen.

Rol van de
gemeente
De gemeente helpt.

Kernopgave 2: meedoen
Inleiding van de tweede.

Doel
Iedereen doet mee.

Op korte termijn - Er komt een loket voor vragen.
 BIJLAGE I: CIJFERS
Tabel.
"""
ASKED = (
    "Voorwoord", "Hoofdstuk 1, Aanleiding", "1.1 Groei en krimp, samen", "Kernopgave 1, Doel", "Kernopgave 1, Rol van de gemeente",
    "Hoofdstuk 2, Wat we willen", "Kernopgave 2", "Bijlage I",
)  # fmt: skip


@pytest.fixture(scope="module")
def source():
    """A text as it comes out of a document: a heading on two lines, chapters in capitals, a list with numbers."""
    return as_source(SOURCE)


@pytest.fixture
def found(source):
    """Return for a place the first and last line of each passage, with what was not found."""
    places = Places(source, ASKED)

    def find(plek):
        told = places.find(plek)
        texts = [source.text(place.start, place.end).strip().split("\n") for place in told.places]
        return [(text[0], text[-1]) for text in texts], told.missing

    return find


@pytest.mark.parametrize(
    ("plek", "passages"),
    [
        ("Voorwoord", [("VOORWOORD", "Dit is het begin.")]),
        # A chapter by its number, and not the row of a list with that number.
        ("Hoofdstuk 2", [("2. WAT WE WILLEN", "2. Meer bomen")]),
        ("hoofdstukken 1 en 2", [("1. AANLEIDING", "De rest krimpt."), ("2. WAT WE WILLEN", "2. Meer bomen")]),
        # A heading with a comma and `en` in it is one heading.
        ("1.1 Groei en krimp, samen", [("1.1 Groei en krimp, samen", "groeit.")]),
        ("1.1, 1.2", [("1.1 Groei en krimp, samen", "groeit."), ("1.2 Krimp", "De rest krimpt.")]),
        # The same heading below two others: the one that is named counts.
        ("Kernopgave 1, Doel", [("Doel", "Er komen 60 huizen.")]),
        ("Kernopgave 2, Doel", [("Doel", "Op korte termijn - Er komt een loket voor vragen.")]),
        ("Kernopgave 1, Rol van de gemeente", [("Rol van de", "De gemeente helpt.")]),
        ("Kernopgave 1", [("Kernopgave 1: fijn wonen", "De gemeente helpt.")]),
        ("Voorwoord; Kernopgave 2", [("VOORWOORD", "Dit is het begin."), ("Kernopgave 2: meedoen", "Op korte termijn - Er komt een loket voor vragen.")]),
        ("Kernopgave 2, Op korte termijn", [("Op korte termijn - Er komt een loket voor vragen.",) * 2]),
        ("Bijlage I", [("BIJLAGE I: CIJFERS", "Tabel.")]),
    ],
)  # fmt: skip
def test_a_place_leads_to_its_passage(found, plek, passages):
    """From its heading up to the next that does not stand inside it, and nothing is missing."""
    assert found(plek) == (passages, ())


@pytest.mark.parametrize(
    ("plek", "missing"),
    [
        ("Nawoord", "Nawoord"),
        ("Hoofdstuk 9", "Hoofdstuk 9"),
        ("p. 2", "p. 2"),
        ("Kernopgave 7, Doel", "Kernopgave 7"),
        # A row that runs backwards is no row: its words stay as they were written.
        ("hoofdstukken 2 tot en met 1", "hoofdstukken 2 tot en met 1"),
    ],
)
def test_what_is_not_there_is_named(found, plek, missing):
    """A heading that the source does not have gives no passage of something else."""
    passages, told = found(plek)
    assert missing in told
    assert passages == [] or plek == "Kernopgave 7, Doel"


def test_a_passage_of_another_part_is_not_taken(found):
    """`Rol van de gemeente` stands below the first task alone: below the second it is said to be missing, and its own passage is marked."""
    passages, missing = found("Kernopgave 2, Rol van ouders")
    assert missing == ("Rol van ouders",)
    assert passages[0][0].startswith("Kernopgave 2")


def test_several_headings_of_one_name_are_said_to_be_several(source):
    """`Doel` alone may be either: both passages are given, each as one of two."""
    told = Places(source, ASKED).find("Doel")
    assert [place.one_of for place in told.places] == [2, 2]


def test_how_a_passage_was_found_is_told(source):
    """Words inside a text are no heading, a heading that stands elsewhere is marked, and the whole document is the whole."""
    places = Places(source, ASKED)
    assert places.find("Voorwoord, een loket voor vragen").missing == ("een loket voor vragen",)
    assert [place.how for place in places.find("een loket voor vragen").places] == [BY_WORDS]
    assert [place.how for place in places.find("Kernopgave 2, Rol van de gemeente").places] == [ELSEWHERE]
    assert [place.how for place in places.find("Het hele plan").places] == [WHOLE]


@pytest.mark.parametrize(("name", "is_one"), [("Bijlage I", True), ("Doel", False), ("–", False), ("", False)])
def test_what_is_a_part_of_the_document_itself_is_told_by_its_first_word(name, is_one):
    """A name without a letter or digit is none, and no fault."""
    assert is_chapter(name) is is_one


def test_a_page_is_found_where_the_text_has_pages():
    """A form feed begins a page; a page that is not there is not found."""
    source = as_source("een\n\ftwee\ntwee en een half\n\fdrie")
    places = Places(source, ["p. 2"])
    (page,) = places.find("p. 2").places
    assert source.text(page.start, page.end).strip() == "twee\ntwee en een half"
    assert places.find("blz. 4").places == ()


def test_a_word_that_was_broken_is_whole_again():
    """A hyphen at the end of a line parts no word; one inside a line, or before a capital, stays."""
    assert as_source("de woning-\nbouw in Noord-\nHolland").text(0, 3) == "de woningbouw in Noord-\nHolland"
