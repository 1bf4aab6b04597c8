"""What an organisation calls things itself."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.wording import sentence
from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.vocabulary import AS_USUAL, OwnNoun, vocabulary_in, vocabulary_of
from polderkoers.website.pages import address, folder_of, parent_of
from polderkoers.website.words import Words
from support.changes import decided
from support.made_up import KERNOPGAVE, document, policy_of

HEAD = 'soort: instelling\nid: instelling\nversie: "1.0"\nstatus: null\nschema: 3\nnaam: X\ntype: gemeente\ngebied: polderdam\n'
AMBITION = "woorden:\n  kernopgave: {enkelvoud: ambitie, meervoud: ambities, lidwoord: de}\n"
GOAL = "  doel: {enkelvoud: streven, meervoud: strevens, lidwoord: het}\n"


def words(text: str) -> Words:
    """Return the words of an organisation, as data/instelling.yaml says them."""
    return Words(vocabulary_of(Policy([build_file(document(HEAD + text))])))


def test_own_words_go_before_the_usual_ones_and_the_others_stay():
    """A noun of the organisation is a label, a heading, a count and a pointer; what it has no word for is called as usual."""
    own = words(AMBITION + GOAL)
    assert (own.one("kernopgave"), own.more("kernopgave"), own.this("kernopgave")) == (
        "Ambitie",
        "Ambities",
        "Deze ambitie",
    )
    assert (own.count(1, "doel"), own.count(2, "doel"), own.the("doel")) == ("1 streven", "2 strevens", "het streven")
    assert (own.one("plan"), own.this("plan"), own.one("onbekend")) == ("Plan", "Dit plan", "")


@pytest.mark.parametrize(
    ("plural", "folder"),
    [
        ("ambities", "ambities"),
        ("thema's", "thema-s"),
        ("doelstellingen van de raad", "doelstellingen-van-de-raad"),
        ("plannen", "kernopgaven"),
        ("doelen", "kernopgaven"),
        ("cijfers", "kernopgaven"),
    ],
)
def test_the_folder_of_pages_follows_the_plural_and_never_takes_the_place_of_another(plural, folder):
    """The address is made of safe signs, and an address that something else has stays what it is."""
    own = words(f'woorden:\n  kernopgave: {{enkelvoud: x, meervoud: "{plural}", lidwoord: de}}\n')
    assert folder_of("kernopgave", own) == folder
    policy = policy_of(KERNOPGAVE)
    assert address(policy.get("fijn-wonen/stap-bouwen"), own) == f"{folder}/fijn-wonen/stap-bouwen/"


def test_the_overview_of_subjects_is_called_after_them():
    """The trail of a page names the overview in the words of the organisation, and so does its address."""
    own = words("woorden:\n  thema: {enkelvoud: werkveld, meervoud: werkvelden, lidwoord: het}\n")
    assert parent_of("thema", own) == ("werkvelden", "Werkvelden")
    assert parent_of("thema", Words()) == ("onderwerpen", "Onderwerpen")


def changed(**institution: object) -> tuple[str, str]:
    """Return how a changed goal is told, and said as a decision, where the data name who publishes."""
    old = document(KERNOPGAVE, "data/kernopgaven/fijn-wonen.yaml").data
    new = document(KERNOPGAVE.replace("Genoeg huizen", "Huizen genoeg"), "data/kernopgaven/fijn-wonen.yaml").data
    who = {"soort": "instelling", "id": "instelling", **institution}
    found = compare_data({"k": old, "i": {**who, "naam": "A"}}, {"k": new, "i": {**who, "naam": "B"}})
    (change,) = found.changes
    return sentence(change, found.names), decided(found)


def test_a_comparison_speaks_the_words_of_the_newer_version_and_passes_over_who_publishes():
    """Sentences and draft decisions use the words of the organisation; that it has another name is no change of policy."""
    noun = {"enkelvoud": "streven", "meervoud": "strevens", "lidwoord": "het"}
    told, said = changed(woorden={"doel": noun, "kernopgave": {**noun, "enkelvoud": "ambitie"}})
    assert "streven 1" in told.casefold()
    assert "streven 1 “Genoeg huizen”" in said
    assert "doel 1 “Genoeg huizen”" in changed()[1]


@pytest.mark.parametrize("wrong", [None, "ambitie", ["x"], {"doel": "x"}, {"doel": {"enkelvoud": 1}}])
def test_words_that_are_wrong_in_the_data_are_passed_over(wrong):
    """Comparing does not judge: what cannot be words is none."""
    assert vocabulary_in([None, "x", {"soort": "instelling", "woorden": wrong}]) == AS_USUAL


def test_words_are_read_from_data_that_nobody_judged():
    """The nouns of data as it was read are those of the model."""
    data = document(HEAD + AMBITION).data
    assert vocabulary_in([data]).noun("kernopgave") == OwnNoun("ambitie", "ambities", "de")
