"""What became of former addresses, followed to where they lead today."""

from __future__ import annotations

import pytest

from polderkoers.policy.stones import Stones
from support.made_up import KERNOPGAVE, policy_of

HEAD = 'soort: adressen\nid: adressen\nversie: "1.0"\nstatus: null\nadressen:\n'


def stones(*rows: str) -> Stones:
    """Return the stones of the basis with some rows in the list of addresses."""
    return Stones(policy_of(KERNOPGAVE, HEAD + "".join(f"  - {{{row}}}\n" for row in rows)))


def ends(found: Stones, was: str) -> list[str]:
    """Return what a former address leads to."""
    return [entry.ref for entry in found.leads_to(found.by_was[was])]


RENAMED = "was: mooi-wonen, soort: kernopgave, gebeurd: hernoemd, nu: [fijn-wonen]"
A = "was: a, soort: kernopgave, gebeurd: hernoemd, nu: [b]"
B = "was: b, soort: kernopgave, gebeurd: hernoemd, nu: [mooi-wonen]"


def test_a_chain_is_followed_to_its_end():
    """An address of an address leads to what is there now."""
    found = stones(A, B, RENAMED)
    assert ends(found, "a") == ["fijn-wonen"]
    assert not any(map(found.is_circle, found.all))


def test_a_circle_leads_nowhere_and_ends():
    """Following addresses that lead to each other stops; who is only on the way to a circle is no circle."""
    found = stones(A, B, "was: mooi-wonen, soort: kernopgave, gebeurd: hernoemd, nu: [b]")
    assert ends(found, "a") == []
    assert [found.is_circle(stone) for stone in found.all] == [False, True, True]


def test_what_stood_in_a_file_that_is_called_otherwise_goes_along():
    """An address that leads to an item of a renamed file leads to that item in the file of today."""
    row = "was: themas/huis, soort: thema, gebeurd: opgegaan in, naam: Huis, nu: [mooi-wonen/doel-genoeg-huizen]"
    assert ends(stones(RENAMED, row), "themas/huis") == ["fijn-wonen/doel-genoeg-huizen"]


@pytest.mark.parametrize(
    ("ref", "known"),
    [
        ("mooi-wonen", True),
        ("mooi-wonen/doel-genoeg-huizen", True),
        ("mooi-wonen/doel-weg", False),
        ("oud", True),
        ("oud/doel-weg", True),
        ("themas/huis", False),
    ],
)
def test_an_address_is_accounted_for_by_its_own_stone_or_that_of_its_page(ref, known):
    """What stood on a page that is gone is told there; what left a page that is only called otherwise is not."""
    gone = "was: oud, soort: plan, gebeurd: vervallen, naam: Oud, uitleg: Het is voorbij."
    assert stones(RENAMED, gone).is_known(ref) is known
