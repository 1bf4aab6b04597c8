"""Looking things up: by reference, by kind, and who refers to what."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.base import Blok, Onderdeel
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.files import Beleid
from support.made_up import KERNOPGAVE, policy_of

OTHER = KERNOPGAVE.replace("id: fijn-wonen", "id: mooi-wonen").replace(
    "    naam: Genoeg huizen\n",
    "    naam: Genoeg huizen\n    bron: {plek: Bladzijde 3}\n    samenhang:\n"
    "      - {met: fijn-wonen/doel-genoeg-huizen, soort: vervolg op, waarom: Het gaat door., gelegd_door: redactie}\n",
)


@pytest.fixture
def policy():
    """Two kernopgaven, the second of which links to the first."""
    return policy_of(KERNOPGAVE, OTHER)


def test_an_item_is_found_by_its_reference(policy):
    """A file is found by its id and an item by file and id."""
    assert policy.get("fijn-wonen").item.titel == "Fijn wonen"
    assert policy.get("fijn-wonen/doel-genoeg-huizen").item.naam == "Genoeg huizen"
    assert policy.get("fijn-wonen/bestaat-niet") is None


def test_items_of_a_class_are_those_of_all_its_kinds(policy):
    """A class that has more kinds below it is asked as one of a single kind is, in the order of the files."""
    assert [entry.ref for entry in policy.of(Doel)] == [entry.ref for entry in policy.of_kind("doel")]
    assert [entry.ref for entry in policy.of(Beleid)] == ["fijn-wonen", "mooi-wonen"]
    assert {entry.item.soortnaam for entry in policy.of(Blok)} >= {"doel", "stap"}
    assert [entry.ref for entry in policy.of(Onderdeel)] == list(policy.entries)


def test_an_item_inherits_its_source(policy):
    """An item without a source of its own has that of the item above it, and a place completes a document."""
    assert policy.get("fijn-wonen/stap-bouwen").bron.plek == "Hoofdstuk 1"
    own = policy.get("mooi-wonen/doel-genoeg-huizen").bron
    assert (own.document, own.plek) == ("visie-2020", "Bladzijde 3")


def test_backlinks_tell_who_refers(policy):
    """A place knows the goals that name it and who publishes, and a goal the link that another file made to it."""
    sources = {ref.source.ref for ref in policy.backlinks(policy.get("plaatsen/polderdam"))}
    assert sources == {"instelling", "fijn-wonen/doel-genoeg-huizen", "mooi-wonen/doel-genoeg-huizen"}
    goal = policy.backlinks(policy.get("fijn-wonen/doel-genoeg-huizen"))
    assert {(ref.source.ref, ref.field) for ref in goal} == {
        ("fijn-wonen/letop-huizen", "over"),
        ("mooi-wonen/doel-genoeg-huizen", "met"),
    }


def test_a_party_or_an_organisation_can_be_responsible(policy):
    """A reference to whoever is involved finds a party or an organisation."""
    file = policy.get("fijn-wonen").file
    assert policy.resolve("gemeente", "betrokkenen", file).ref == "roles/gemeente"
    assert policy.resolve("gemeente-polderdam", "betrokkenen", file).ref == "organisaties/gemeente-polderdam"
    assert policy.resolve("regisseur", "betrokkenen", file) is None


def test_items_below_and_children_keep_their_order(policy):
    """What stands in a file comes in the order of the data."""
    below = [entry.item.id for entry in policy.below(policy.get("fijn-wonen"))]
    assert below == ["letop-huizen", "rol-gemeente-regie", "stap-bouwen", "doel-genoeg-huizen"]
    assert [entry.item.id for entry in policy.children(policy.get("fijn-wonen"), "doelen")] == ["doel-genoeg-huizen"]


def test_a_file_with_an_id_that_exists_is_kept_aside():
    """Of two files with one id the first wins, and the second is one double, not one per item."""
    policy = policy_of(KERNOPGAVE, KERNOPGAVE)
    assert [double.second.ref for double in policy.doubles] == ["fijn-wonen"]


def test_a_file_that_is_a_double_refers_to_nothing():
    """What stands in the second of two files with one id is no part of the policy: nobody is told that it refers to an item."""
    double = OTHER.replace("id: mooi-wonen", "id: fijn-wonen").replace("met: fijn-wonen/doel", "met: mooi-wonen/doel")
    policy = policy_of(KERNOPGAVE, OTHER, double.replace("doel-genoeg-huizen", "doel-nieuw", 1))
    goal = policy.get("mooi-wonen/doel-genoeg-huizen")
    assert {each.source.file.id for each in policy.backlinks(goal)} == {"mooi-wonen"}
    assert all(policy.get(entry.ref) is entry for entry, _ in policy.unmet)


def test_who_refers_to_an_item_is_all_that_the_references_of_the_policy_say(policy):
    """Looking up who refers to an item, and to what an item refers, gives the same as going through all references."""
    for entry in policy.entries.values():
        outgoing = [each for each in policy.references if each.source is entry]
        incoming = [
            each for each in policy.references if each.target is entry and each.source.item.soortnaam != "zoekwoord"
        ]
        assert list(policy.outgoing(entry)) == outgoing
        assert list(policy.backlinks(entry)) == incoming
        below = [other for other in policy.entries.values() if other.is_inside(entry)]
        assert list(policy.below(entry)) == below
