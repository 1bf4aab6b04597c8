"""What an item says that a source says, and the hash by which it is known that it still says that."""

from __future__ import annotations

import pytest

from polderkoers.policy.statements import mark_of, read_of, sourced, statements_of
from support.made_up import KERNOPGAVE, policy_of

GOAL = "fijn-wonen/doel-genoeg-huizen"
READ = """\
soort: gelezen
id: gelezen
versie: "1.0"
status: null
gelezen:
  - bestand: fijn-wonen
    op: 2020-05-01
    door: tweede lezer
    uitkomst: klopt
    kenmerken:
      - doel-genoeg-huizen {goal}
      - stap-bouwen {step}
"""


def marked(*changes: tuple[str, str]) -> str:
    """Return the hash of the goal after changes of the file that it stands in."""
    text = KERNOPGAVE
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    return mark_of(policy_of(text).entries[GOAL])


def test_what_an_item_says_is_told_with_its_place():
    """Names, figures, dates and references of an item are statements; its id and the items inside it are not."""
    policy = policy_of(KERNOPGAVE)
    told = {each.pointer: each.value for each in statements_of(policy.entries[GOAL])}
    assert told == {
        "/doelen/0/nummer": 1, "/doelen/0/naam": "Genoeg huizen", "/doelen/0/plaatsen/0": "polderdam",
    }  # fmt: skip
    assert {each.plek for each in statements_of(policy.entries[GOAL])} == {"Hoofdstuk 1"}


def test_what_comes_from_no_source_is_none_of_it():
    """Lists of names that say no source are passed over; a document itself comes from that document."""
    kinds = {entry.item.soortnaam for entry in sourced(policy_of(KERNOPGAVE))}
    assert "doel" in kinds
    assert "document" in kinds
    assert not kinds & {"thema", "plaats", "partij", "documenten"}


@pytest.mark.parametrize(
    "change",
    [
        ("naam: Genoeg huizen", "naam: Veel huizen"),
        ("    nummer: 1\n    naam: Genoeg", "    nummer: 2\n    naam: Genoeg"),
        ("    plaatsen: [polderdam]\n", ""),
        ("plek: Hoofdstuk 1", "plek: Hoofdstuk 2"),
        ("document: visie-2020", "document: andere-visie"),
    ],
)
def test_another_text_place_or_source_gives_another_hash(change):
    """A name, a number, a place, and where the source says it."""
    assert marked(change) != marked()


@pytest.mark.parametrize(
    "change",
    [
        ('versie: "1.0"', 'versie: "1.1"'),
        ("themas: [wonen]", "themas: []"),
        ("naam: Bouwen", "naam: Slopen"),
        ("inleiding: De gemeente wil", "inleiding: Het college wil"),
        ("    naam: Genoeg huizen\n", "    naam: >-\n      Genoeg\n      huizen\n"),
    ],
)
def test_what_is_no_text_of_the_item_leaves_the_hash(change):
    """The number of the file, another item, and another form of the same text."""
    assert marked(change) == marked()


def test_the_order_of_references_says_nothing():
    """Two places in another order are the same two places."""
    one = marked(("plaatsen: [polderdam]", "plaatsen: [polderdam, dijkwijk]"))
    assert one == marked(("plaatsen: [polderdam]", "plaatsen: [dijkwijk, polderdam]"))


def test_a_change_of_the_text_takes_the_mark_away():
    """Of two items that were read one says something else by now: one of them still counts as read."""
    policy = policy_of(KERNOPGAVE)
    step = "fijn-wonen/stap-bouwen"
    text = READ.format(goal=mark_of(policy.entries[GOAL]), step=mark_of(policy.entries[step]))
    entries = (policy_of(KERNOPGAVE, text).entries[ref] for ref in (GOAL, step))
    assert read_of(policy_of(KERNOPGAVE, text), entries) == (2, 2, "2020-05-01", "2020-05-01")
    later = policy_of(KERNOPGAVE.replace("naam: Bouwen", "naam: Slopen"), text)
    assert read_of(later, (later.entries[ref] for ref in (GOAL, step))) == (1, 2, "2020-05-01", "2020-05-01")
