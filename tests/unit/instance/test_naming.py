"""What a new organisation is called, in sentences and in ids."""

from __future__ import annotations

import pytest

from polderkoers.instance.naming import NameWrong, Naming, WordWrong, named, slug, word


@pytest.mark.parametrize(
    ("typed", "asked", "expected"),
    [
        ("Polderdam", "gemeente", ("Polderdam", "gemeente", None)),
        ("Polderdam", None, ("Polderdam", None, None)),
        ("gemeente Polderdam", None, ("Polderdam", "gemeente", None)),
        ("Waterschap  De Brede Vaart", None, ("De Brede Vaart", "waterschap", None)),
        ("Provincie Zeeoever", "provincie", ("Zeeoever", "provincie", None)),
        ("Gemeente Samen", "samenwerking", ("Gemeente Samen", "samenwerking", None)),
        ("Hoogheemraadschap van de Vaart", None, ("Hoogheemraadschap van de Vaart", "waterschap", "het")),
        ("Gemeente", "gemeente", ("Gemeente", "gemeente", None)),
    ],
)
def test_a_name_is_taken_apart(typed, asked, expected):
    """The kind in a name is no part of it, and says what the organisation is unless something else is asked."""
    assert named(typed, asked) == expected


@pytest.mark.parametrize("wrong", ["", "  ", "a\nb\x00", "x" * 101, "Polder\u202edam", "Polder\u200bdam"])
def test_what_is_no_name_is_refused(wrong):
    """A name that is empty, too long, or holds signs that nobody sees is refused in one line."""
    with pytest.raises(NameWrong, match="kan geen naam van een organisatie zijn") as refused:
        named(wrong, "gemeente")
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("name", "kind", "article", "full", "organisation", "place"),
    [
        ("Polderdam", "gemeente", None, "de gemeente Polderdam", "gemeente-polderdam", "polderdam"),
        (
            "De Brede Vaart",
            "waterschap",
            None,
            "het waterschap De Brede Vaart",
            "waterschap-de-brede-vaart",
            "de-brede-vaart",
        ),
        (
            "Hoogheemraadschap Oost",
            "waterschap",
            "het",
            "het Hoogheemraadschap Oost",
            "hoogheemraadschap-oost",
            "hoogheemraadschap-oost",
        ),
        ("Samen Sterk", "samenwerking", None, "de Samen Sterk", "samenwerking-samen-sterk", "samen-sterk"),
        ("Ørsted's Æ", "gemeente", None, "de gemeente Ørsted's Æ", "gemeente-orsteds-ae", "orsteds-ae"),
        ("Москва", "gemeente", None, "de gemeente Москва", "gemeente-organisatie", "gebied"),
    ],
)
def test_an_organisation_has_a_name_for_a_sentence_and_ids(name, kind, article, full, organisation, place):  # noqa: PLR0917 - a row of the table
    """The article and the kind stand before a name, and ids hold plain letters only, also when the name holds none."""
    naming = Naming(name, kind, article)
    assert (naming.full, naming.organisation, naming.place) == (full, organisation, place)


def test_an_id_is_never_too_long():
    """An id that is made of a long name has room for what comes before it, and does not end in a dash."""
    assert slug("ab " * 40) == ("ab-" * 20).strip("-")


def test_a_word_has_its_plural_and_its_article():
    """A word of an organisation is given in one piece, with the name that it has in the data."""
    kind, found = word("kernopgave = Ambitie, ambities , de")
    assert (kind, found.one, found.more, found.article) == ("kernopgave", "ambitie", "ambities", "de")


@pytest.mark.parametrize(
    "wrong", ["", "ambitie", "kernopgave=ambitie", "kernopgave=a,b,een", "kernopgaaf=a,b,de", "kernopgave=,b,de"]
)
def test_half_a_word_is_explained(wrong):
    """A word without plural, article, or a name that the data knows is refused with an example."""
    with pytest.raises(WordWrong, match="kernopgave=ambitie,ambities,de"):
        word(wrong)
