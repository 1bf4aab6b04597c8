"""The answer of a subject in another language: a text that stands deeper in an item, by the hash of its Dutch text."""

from __future__ import annotations

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.load import load
from polderkoers.policy.model.vertaling import VertaaldeTekst, Vertaling
from polderkoers.policy.rules.finding import Context
from polderkoers.policy.rules.translations import check
from polderkoers.policy.translations import mark_of_text
from polderkoers.website.views.contacts import contacts_for
from polderkoers.website.views.site import Site
from polderkoers.website.views.translated import translations
from support.made_up import ROOT

NAME = "antwoord.wil.tekst"


def policy_with(kenmerk: str, field: str = NAME) -> Policy:
    """Return the made-up municipality with one more text in English, of the answer of a subject."""
    policy = load(ROOT / "tests" / "gemeente").policy
    english = next(entry for entry in policy.of(Vertaling) if entry.item.id == "en")
    told = VertaaldeTekst(onderdeel="themas/wonen", veld=field, tekst="Homes for all.", kenmerk=kenmerk)
    object.__setattr__(english.item, "teksten", (*english.item.teksten, told))
    return policy


def dutch() -> str:
    """Return the Dutch text of the answer."""
    return policy_with("nl-0000000000").entries["themas/wonen"].item.antwoord.wil.tekst


def answers(policy: Policy) -> dict[str, list[tuple[str, bool]]]:
    """Return the answers in English of each subject, with whether they are older than the Dutch."""
    english = next(each for each in translations(Site(policy)) if each.language.code == "en")
    return {
        each.id: [(told.text, told.is_older) for part in each.answer for told in part.texts]
        for each in english.subjects()
    }


def found(policy: Policy) -> list[str]:
    """Return what the check says of the text that was added."""
    return [each.message for each in check(Context(policy)) if NAME.partition(".")[0] in each.message]


def test_a_subject_answers_in_another_language():
    """A translated part of its answer stands with its subject, and other subjects have none."""
    policy = policy_with(mark_of_text(dutch()))
    assert answers(policy)["wonen"] == [("Homes for all.", False)]
    assert found(policy) == []


def test_an_answer_that_changed_in_dutch_is_older():
    """The page says so, and the check warns and gives the new hash."""
    policy = policy_with("nl-0000000000")
    assert answers(policy)["wonen"] == [("Homes for all.", True)]
    assert found(policy) == [f"De Nederlandse tekst is veranderd nadat '{NAME}' van 'themas/wonen' hier is vertaald."]


@pytest.mark.parametrize("field", ["antwoord", "antwoord.wil", "antwoord.wil.uit", "antwoord.anders.tekst"])
def test_what_is_no_text_cannot_be_translated(field):
    """A part of an answer that holds no text, or is not there, is said not to exist."""
    (message,) = found(policy_with("nl-0000000000", field))
    assert message == f"'{field}' van 'themas/wonen' bestaat niet, en is hier vertaald."


def test_a_subject_that_has_an_answer_has_a_page_of_its_own():
    """Its answer, who can be turned to and the goals of today by their Dutch names stand on a page of its own; a subject without an answer has none."""
    policy = policy_with(mark_of_text(dutch()))
    english = next(each for each in translations(Site(policy)) if each.language.code == "en")
    pages = {page.path: page for page in english.pages()}
    assert {part.id: part.page for part in english.subjects() if part.page} == {"wonen": "en/onderwerpen/wonen/"}
    assert "en/onderwerpen/meedoen/" not in pages
    sections = {part.id: part for part in pages["en/onderwerpen/wonen/"].view()["sections"]}
    assert [told.text for told in sections["wil"].texts] == ["Homes for all."]
    goals = [link.text for link in sections["doelen"].dutch]
    assert goals
    assert sections["nederlands"].dutch[0].address == "onderwerpen/wonen/"


def test_who_can_be_turned_to_stands_with_a_subject_as_far_as_that_is_translated():
    """Only a contact that is there for the subject, or for everything, and of which is translated what it is for."""
    policy = policy_with(mark_of_text(dutch()))
    english = next(each for each in translations(Site(policy)) if each.language.code == "en")
    shown = {part.id: part for part in english.subject(policy.entries["themas/wonen"])}
    told = {part.id for part in english.contacts()}
    helping = {card.id for card in contacts_for(english.site, policy.entries["themas/wonen"])}
    assert told & helping
    assert {part.id for part in shown["contact"].parts} == told & helping
