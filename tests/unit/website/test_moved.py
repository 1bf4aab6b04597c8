"""Addresses that a site had under an earlier word of the organisation."""

from __future__ import annotations

from polderkoers.policy.vocabulary import OwnNoun, Vocabulary
from polderkoers.website.moved import moved, sent_on
from polderkoers.website.words import Words


def _words(**nouns: OwnNoun) -> Words:
    return Words(Vocabulary(tuple(nouns.items())))


def test_a_page_of_policy_has_its_former_address_everywhere():
    """The page, the page in a version and the feed each stand at the address of the word that was used before."""
    words = _words(kernopgave=OwnNoun("streven", "strevens", "het", ("kernopgaven", "ambities")))
    addresses = ["strevens/dijken/", "versies/2030/strevens/dijken/", "feeds/strevens/dijken.xml", "over/"]
    assert dict(moved(addresses, words)) == {
        "kernopgaven/dijken/": "strevens/dijken/",
        "ambities/dijken/": "strevens/dijken/",
        "versies/2030/kernopgaven/dijken/": "versies/2030/strevens/dijken/",
        "versies/2030/ambities/dijken/": "versies/2030/strevens/dijken/",
        "feeds/kernopgaven/dijken.xml": "feeds/strevens/dijken.xml",
        "feeds/ambities/dijken.xml": "feeds/strevens/dijken.xml",
    }


def test_an_overview_has_its_former_address():
    """The overview of subjects and that of goals follow a word, and so do the subjects below theirs."""
    words = _words(
        thema=OwnNoun("stroom", "stromen", "de", ("onderwerpen",)), doel=OwnNoun("mik", "mikken", "de", ("doelen",))
    )
    assert dict(moved(["stromen/", "stromen/water/", "mikken/"], words)) == {
        "onderwerpen/": "stromen/",
        "onderwerpen/water/": "stromen/water/",
        "doelen/": "mikken/",
    }


def test_an_address_of_today_is_never_taken():
    """Where another page stands at a former address, that page stays."""
    words = _words(kernopgave=OwnNoun("streven", "strevens", "het", ("plannen",)))
    assert dict(moved(["strevens/dijken/", "plannen/dijken/", "strevens/water/"], words)) == {
        "plannen/water/": "strevens/water/"
    }


def test_no_word_from_before_moves_nothing():
    """A site whose words never changed has no page at an address that it never had."""
    assert list(moved(["strevens/dijken/"], _words(kernopgave=OwnNoun("streven", "strevens", "het")))) == []


def test_a_page_that_moved_says_where_it_is():
    """Whoever opens the former address gets a link, is sent on without a script too, and is no second result of a search engine."""
    html = sent_on("versies/2030/kernopgaven/dijken/", "versies/2030/strevens/dijken/")
    assert '<a href="../../../../versies/2030/strevens/dijken/">Ga naar het nieuwe adres</a>' in html
    assert (
        '<noscript><meta http-equiv="refresh" content="0; url=../../../../versies/2030/strevens/dijken/"></noscript>'
        in html
    )
    assert '<meta name="robots" content="noindex">' in html
