"""Which subjects of a participant stand beside a subject of the portal, and what a reader is told of how that was found."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.catalogues import Thema
from polderkoers.website.portal.matching import How, matches, unmatched
from polderkoers.website.portal.participants import PortalSubject
from support.portal import participant, subject

THEMES = tuple(Thema(id=id_, naam=name, uitleg="") for id_, name in (("wonen", "Wonen"), ("groen", "Groen en water")))


@pytest.mark.parametrize(
    ("there", "how"),
    [
        (subject("wonen", "Wonen"), How.ID_AND_NAME),
        (subject("wonen", " wonen"), How.ID_AND_NAME),
        (subject("wonen", "Bouwen"), How.ID),
        (subject("huizen", "Wonen"), How.NAME),
    ],
)
def test_the_same_id_or_name_stands_beside_and_says_which(there: PortalSubject, how: How):
    """A subject with the id or the name of one of the portal stands beside it, and a reader is told which of these it was."""
    [match] = matches(participant("polderdam", there), THEMES)["wonen"]
    assert (match.subject, match.how) == (there, how)


@pytest.mark.parametrize("name", ["Wonen en zorg", "Woning", "Groen & water", "Woonen"])
def test_a_name_that_looks_alike_says_nothing(name):
    """Names that look alike are not taken for the same subject: it is left to the site of the participant."""
    one = participant("polderdam", subject("anders", name))
    assert matches(one, THEMES) == {}
    assert [each.naam for each in unmatched(one, THEMES)] == [name]


def test_what_the_portal_says_comes_before_ids_and_names():
    """A subject that the portal put beside another one stands there alone, whatever its id and its name."""
    one = participant("polderdam", subject("wonen", "Wonen"), same=[("groen", "wonen")])
    found = matches(one, THEMES)
    assert list(found) == ["groen"]
    assert found["groen"][0].how is How.SAID


def test_two_subjects_of_one_participant_may_stand_beside_one():
    """When a participant has two subjects for one of the portal, both stand there, each with how it was found."""
    one = participant("polderdam", subject("wonen", "Bouwen"), subject("huizen", "Wonen"))
    assert [match.how for match in matches(one, THEMES)["wonen"]] == [How.ID, How.NAME]


def test_of_no_match_a_reader_is_told_that_somebody_looked_but_what_the_portal_says():
    """Only where the makers of the portal put subjects beside each other it is not said that nobody looked at what is meant."""
    assert [how for how in How if "niet nagekeken" not in how.value] == [How.SAID, How.ID_AND_NAME]
