"""What ships with the engine lies under the data of an instance, as far as its policy uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.policy.general import general_policy
from polderkoers.policy.load import load
from polderkoers.policy.model.build import build_file
from polderkoers.policy.underlay import policy_of
from support.made_up import BASIS, document, root_with

THEMES = """
soort: themas
id: themas
versie: "1.0"
status: null
themas:
  - {id: geld, naam: Geld, uitleg: "Rondkomen. De gemeente helpt, ook met de Wmo, en niet met een wmo-taxi."}
"""


def _shipped(*texts: str) -> set[str]:
    policy = policy_of((build_file(document(text)) for text in texts), general_policy())
    return {entry.ref for entry in policy.entries.values() if entry.is_shipped}


def test_a_term_that_a_text_holds_is_explained():
    """A word that stands in a text has its entry; a longer word that begins with it is another word."""
    assert "begrippen/wmo" in _shipped(THEMES)
    assert "begrippen/wmo" not in _shipped(THEMES.replace("de Wmo", "hulp"))


def test_a_term_that_no_text_uses_is_not_there():
    """What ships makes no pages by itself, not even when another term that ships mentions it."""
    assert "begrippen/zelfredzaamheid" not in _shipped(THEMES)


def test_the_entry_of_an_instance_wins_by_id():
    """What the instance explains itself is explained in its own words."""
    own = "soort: begrippen\nid: begrippen\nversie: '1'\nstatus: null\nbegrippen:\n  - {id: wmo, naam: Wmo, uitleg: Eigen uitleg.}\n"
    assert "begrippen/wmo" not in _shipped(THEMES, own)


def test_the_entry_of_an_instance_wins_by_name():
    """A word is explained once, also when the instance gave it another id."""
    own = "soort: begrippen\nid: begrippen\nversie: '1'\nstatus: null\nbegrippen:\n  - {id: hulp, naam: WMO, uitleg: Eigen uitleg.}\n"
    assert "begrippen/wmo" not in _shipped(THEMES, own)


def test_words_of_residents_lead_to_what_carries_such_a_name():
    """Where the instance has no subject of the usual id, a group of words leads to what has one of them in its name."""
    named = THEMES.replace("id: geld, naam: Geld", "id: stromen, naam: Afval en water")
    policy = policy_of([build_file(document(named))], general_policy())
    group = policy.get("zoekwoorden/afval")
    assert group is not None
    assert [each.wanted for each in policy.outgoing(group)] == ["themas/stromen"]


def test_words_of_residents_that_lead_nowhere_are_left_out():
    """A group of words without anything to lead to is no use."""
    assert "zoekwoorden/boer" not in _shipped(THEMES)


def test_a_party_that_ships_can_be_referred_to(tmp_path: Path):
    """A party, with the organisation behind it, and a type of role are there as soon as the data refer to them."""
    root = root_with(tmp_path)
    file = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\norganisaties: [vng]\n" if "\norganisaties:" not in text else text, encoding="utf-8")
    loaded = load(root)
    assert loaded.problems == ()
    assert "organisaties/vng" in {entry.ref for entry in loaded.policy.entries.values() if entry.is_shipped}


def test_a_name_that_is_nearly_right_is_led_to_what_ships(tmp_path: Path):
    """The message of a wrong id says that what was meant stands in the list that ships."""
    root = root_with(tmp_path)
    file = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\norganisaties: [rijkswaterstat]\n", encoding="utf-8")
    said = [problem.message for problem in load(root).problems]
    assert said == ["'rijkswaterstat' bestaat niet. Bedoelde je 'rijkswaterstaat'? Dat staat in de meegeleverde lijst."]


INSTELLING = """
soort: instelling
id: instelling
versie: "1.0"
status: null
schema: 3
naam: Polderdam
type: waterschap
gebied: polderdam
zonder: [NAAM]
"""


@pytest.mark.parametrize("name", ["wmo", "begrippen/wmo"])
def test_what_an_instance_does_without_is_not_there(name):
    """A term that means something else here is not explained by what ships, whether named alone or with its list."""
    assert "begrippen/wmo" in _shipped(THEMES, INSTELLING.replace("NAAM", "begrippen/awbz"))
    assert "begrippen/wmo" not in _shipped(THEMES, INSTELLING.replace("NAAM", name))


def test_words_of_residents_can_be_done_without():
    """A group of words that an instance does without leads nowhere, and the others still do."""
    named = THEMES.replace("id: geld, naam: Geld", "id: stromen, naam: Afval en water")
    assert "zoekwoorden/afval" in _shipped(named)
    found = _shipped(named, INSTELLING.replace("NAAM", "zoekwoorden/afval"))
    assert "zoekwoorden/afval" not in found
    assert any(ref.startswith("zoekwoorden/") for ref in found)


def test_a_word_of_the_organisation_is_no_use_of_a_term():
    """What things are called, were called, or what is not used, is no text that uses a term which ships."""
    words = "woorden:\n  thema: {enkelvoud: mantelzorg, meervoud: beleidsnota, lidwoord: de, eerder: [wmo]}\nzonder: [zelfredzaamheid]\n"
    own = (BASIS / "data" / "instelling.yaml").read_text(encoding="utf-8") + words
    assert {f"begrippen/{each}" for each in ("mantelzorg", "beleidsnota", "zelfredzaamheid")} <= {
        *general_policy().entries
    }
    assert not [ref for ref in _shipped(own) if ref.startswith("begrippen/")]
