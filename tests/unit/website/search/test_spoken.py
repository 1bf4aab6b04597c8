"""What own policy of today says of the words of residents, and the plain questions about a policy."""

from __future__ import annotations

import json
from functools import cache

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.search.answer import COUNTED, Answer, Overview
from polderkoers.website.search.answers import answers, write_answers
from polderkoers.website.search.facets import resident_words
from polderkoers.website.search.spoken import Spoken
from polderkoers.website.views.continued import series
from polderkoers.website.views.figures import money as money_boxes
from polderkoers.website.views.site import Site
from support.gemeente import INSTANCE, policy
from support.made_up import DOCUMENTS, KERNOPGAVE, document

OVERVIEWS = {
    "cijfers/": Overview("Cijfers", "Cijfers", "Alle getallen."),
    "doelen/": Overview("Alle doelen", "Doelen", "Wat de gemeente wil."),
    "geld/": Overview("Geld", "Geld", "Alle bedragen."),
}


def answers_of(found: Policy) -> tuple[Answer, ...]:
    """All answers of a policy."""
    return answers(Site(found), {words: list(paths) for words, paths in resident_words(found).items()}, OVERVIEWS)


@cache
def given() -> tuple[Answer, ...]:
    """All answers of Polderdam."""
    return answers_of(policy())


def with_words(*words: str, id_: str = "proef") -> tuple[Answer, ...]:
    """All answers of Polderdam where residents use some words for living."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((INSTANCE / "data").rglob("*.yaml"))]
    more = f"zoekwoorden:\n  - id: {id_}\n    woorden: [{', '.join(words)}]\n    bij: [themas/wonen]\n"
    kept = [
        text.replace("zoekwoorden:\n", more, 1) if text.startswith("soort: zoekwoorden") else text for text in texts
    ]
    return answers_of(Policy(build_file(document(text)) for text in kept))


def named(found: tuple[Answer, ...], words: str) -> Answer:
    """The first answer to some words."""
    return next(answer for answer in found if words in (*answer.names, *answer.whole, *answer.silent))


def test_a_word_that_stands_nowhere_in_policy_of_today_is_told_apart(tmp_path):
    """The card of a subject names the words by which it is found and of which own policy says nothing, and no word that stands there in another form."""
    found = with_words("zwembadkaartje", "huisjes")
    card = next(answer for answer in found if answer.address == "onderwerpen/wonen/")
    assert "zwembadkaartje" in card.silent
    assert "zwembadkaartje" not in card.names
    assert "huisjes" not in card.silent
    (tmp_path / "zoeken").mkdir()
    write_answers(tmp_path, found, ())
    told = json.loads((tmp_path / "zoeken/antwoorden.json").read_text(encoding="utf-8"))
    assert next(one for one in told if one.get("adres") == "onderwerpen/wonen/")["stil"] == list(card.silent)


def test_a_word_is_never_called_silent_that_a_translation_or_other_letters_say():
    """Of a word that translations of the site use, and of one in other letters, nobody expects that it stands in Dutch policy."""
    spoken = Spoken(Site(policy()))
    assert not spoken.is_silent("منزل")
    assert spoken.is_silent("zwembadkaartje")
    assert not spoken.is_silent("de")


def test_a_word_of_another_language_is_never_called_silent():
    """Of a word that leads to a page and is marked as of another language, nobody is told that Dutch policy does not say it."""
    own, foreign = (
        next(card for card in with_words("zwembadkaartje", id_=name) if card.address == "onderwerpen/wonen/")
        for name in ("proef", "andere-taal-proef")
    )
    assert own.silent == ("zwembadkaartje",)
    assert "zwembadkaartje" in foreign.names
    assert "zwembadkaartje" not in foreign.silent


def test_the_forms_of_a_word_are_the_word_and_no_other_words():
    """A word is found in the forms that Dutch gives it, and not in a word that begins like it."""
    spoken = Spoken(Site(policy()))
    assert spoken.says("eenzaamheid", "Mensen die zich eenzame uren vervelen.")
    assert spoken.says("eenzaam", "Minder eenzaamheid.")
    assert not spoken.says("bijen", "Huizen die bij je passen.")
    assert not spoken.says("veiligheid", "Een veilige start.")


def test_what_is_new_leads_to_the_newest_plan_and_counts_its_goals():
    """The answer to what is new names the newest plan of our own with its year."""
    answer = named(given(), "wat is nieuw")
    assert "doelen/" in [lead.address for lead in answer.leads]
    year = max(site_year for name in answer.names if (site_year := name.removeprefix("nieuw in ")).isdecimal())
    assert year in answer.text


def test_how_many_and_what_it_costs_lead_to_figures_and_money():
    """Who asks how many or what it costs is led to the figures and the amounts, each amount with how much it is."""
    assert named(given(), "hoeveel inwoners").address == "cijfers/"
    money = named(given(), "wat kost het plan")
    assert money.address == "geld/"
    assert all(lead.note for lead in money.leads[1:])
    rows = {f"geld/#{row.id}" for box in money_boxes(Site(policy())) for row in box.geld}
    assert {lead.address for lead in money.leads[1:]} <= rows


def test_money_for_a_place_says_which_amounts_name_it_or_that_none_does():
    """Every place of the municipality has an answer about money: the amounts that name it, or that none does."""
    found = [answer for answer in given() if answer.title.startswith("Geld voor ")]
    assert found
    for answer in found:
        assert (len(answer.leads) == 1) == answer.text.startswith("Geen bedrag in het beleid van nu noemt ")


def test_money_for_a_place_knows_an_amount_that_says_its_name():
    """An amount that names a place in its words alone is named: that none does would not be true."""
    found = next(answer for answer in given() if answer.title == "Geld voor De Brink")
    assert [lead.text for lead in found.leads[:-1]] == ["Een sportplein op De Brink"]
    assert found.text.startswith("In het beleid van nu staat De Brink bij 1 ")


def test_without_pages_about_money_and_figures_nothing_is_said_of_them():
    """A site without these pages gives no answer that leads to them."""
    found = answers(Site(policy()), {}, {})
    assert not [answer for answer in found if answer.title in ("Wat kost het?", "Hoeveel zijn het er?")]


def test_what_is_new_leads_to_the_goals_that_go_on_with_nothing():
    """The answer to what is new counts the goals from which nothing leads to the plan before, and leads to their list."""
    site = Site(policy())
    answer = named(given(), "welke doelen zijn nieuw")
    path, _, name = answer.address.partition("#")
    found = next(story for story in series(site) if story.path == path)
    assert name == "nieuw"
    assert f"Bij {len(found.without_earlier)} daarvan" in answer.text
    assert found.without_earlier
    continued = {each.link.address for box in found.boxes for goal in box.doelen for each in goal.continuations}
    assert continued
    assert continued.isdisjoint(link.address for link in found.without_earlier)


def test_a_sentence_is_told_with_the_one_that_it_points_back_to():
    """What "then" or "that" stands for is told too: alone the sentence would say that it is so already."""
    told = KERNOPGAVE.replace("rollen:", _REGULAR, 1)
    spoken = Spoken(Site(Policy(build_file(document(text)) for text in (DOCUMENTS, told))))
    (goal,) = (entry for entry in spoken.items("eenzaam") if entry.item.id == "doel-geld")
    assert spoken.sentence("eenzaam", goal) == "De gemeente onderzoekt meer regelingen. Mensen zijn dan minder eenzaam."
    assert spoken.sentence("voorlichting", goal) == "Er komt voorlichting."


_REGULAR = """  - id: doel-geld
    naam: Meer doen voor wie weinig geld heeft
    toelichting: De gemeente onderzoekt meer regelingen. Mensen zijn dan minder eenzaam. Er komt voorlichting.
rollen:"""


def test_how_many_is_answered_to_who_asks_how_many():
    """A bare word such as volunteers is no question for a number: that answer is weighed as one that must be asked for in its words."""
    assert named(given(), "hoeveel vrijwilligers").sort == COUNTED


def test_a_number_that_is_not_known_is_answered_as_not_known():
    """Who asks for the number of a contact reads that the site has none, and of one that has a number nothing of the kind; its bare name is no such question."""
    shown = {**OVERVIEWS, "contact/": Overview("Contact", "Contact", "Waar je terechtkunt.")}
    found = answers(Site(policy()), {}, shown)
    answer = named(found, "telefoonnummer huizenloket")
    assert answer.text.endswith("Telefoonnummer en adres zijn niet bekend op deze site.")
    assert answer.address == "contact/#huizenloket"
    assert "huizenloket" not in answer.whole
    assert not [one for one in found if "telefoonnummer balie van polderdam" in one.whole]


_LONELY = KERNOPGAVE.replace(
    "rollen:",
    """  - id: doel-geld
    naam: Meer doen voor wie weinig geld heeft
    toelichting: Mensen zijn dan minder eenzaam.
  - id: doel-ontmoeten
    naam: Elkaar ontmoeten
    toelichting: Meer mensen zijn eenzaam.
    activiteiten:
      - id: activiteit-plekken
        naam: Plekken om elkaar te zien
        toelichting: Zo zijn minder mensen eenzaam.
rollen:""",
).replace("nummer: 1\n    naam: Genoeg", "naam: Genoeg")


def test_the_goal_that_says_a_word_with_its_activities_comes_before_one_that_says_it_in_passing():
    """Of two goals that say a word once the one of which an activity says it too is more about it."""
    today = Policy(build_file(document(text)) for text in (DOCUMENTS, _LONELY))
    assert next(entry.item.id for entry in Spoken(Site(today)).items("eenzaam")) == "doel-ontmoeten"


def test_how_many_of_what_is_no_group_is_asked_by_that_alone():
    """An answer to names of its own and one to whole questions are two, since one with whole questions answers to nothing else."""
    found = [answer for answer in given() if answer.sort == COUNTED]
    assert found
    assert not [answer for answer in found if answer.names and answer.whole]
    assert named(tuple(found), "hoeveel armoede").address == "cijfers/"
    assert named(tuple(found), "hoeveel inwoners").address == "cijfers/"
