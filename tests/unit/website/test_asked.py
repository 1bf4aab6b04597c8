"""What is asked of a party."""

from __future__ import annotations

import pytest

from polderkoers.website.views.asked import asked_of
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of


def test_roles_and_steps_of_a_party_stand_under_the_first_subject():
    """A party sees its roles and steps, by subject, with how, when and from which document."""
    site = Site(policy_of(KERNOPGAVE))
    (box,) = asked_of(site, site.policy.get("roles/gemeente"))
    assert box.thema.text == "Wonen"
    assert [(ask.how, ask.link.text, ask.wanneer, ask.bron) for ask in box.items] == [
        ("Rol", "De gemeente houdt de regie", "", "Visie (2020)"),
        ("Zet deze stap", "Bouwen", "2021 tot en met 2022", "Visie (2020)"),
    ]


@pytest.mark.parametrize("subjects", ["themas: [wonen, zorg]", "themas: []"])
def test_what_surely_has_no_one_subject_stands_under_none_and_is_there(subjects):
    """Of a file with several subjects nobody knows which of them a step is about, and of one without any nothing gets lost."""
    site = Site(policy_of(KERNOPGAVE.replace("themas: [wonen]", subjects, 1)))
    (box,) = asked_of(site, site.policy.get("roles/gemeente"))
    assert (box.thema.text, box.folded) == ("Niet bij één onderwerp", False)
    assert [ask.link.text for ask in box.items] == ["De gemeente houdt de regie", "Bouwen"]
