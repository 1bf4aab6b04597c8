"""Following goals to what should carry them out."""

from __future__ import annotations

import pytest

from polderkoers.policy.threads import ASPECTS, follow
from support.made_up import KERNOPGAVE, policy_of

RICH = KERNOPGAVE.replace(
    "    naam: Genoeg huizen\n",
    "    naam: Genoeg huizen\n    activiteiten:\n"
    "      - {id: act-plan, naam: Een plan maken}\n      - {id: act-bouw, naam: Bouwen, verantwoordelijk: [gemeente]}\n"
    "  - id: doel-groen\n    naam: Meer groen\n",
) + (
    "indicatoren:\n  - {id: ind-huizen, naam: Huizen, doelen: [fijn-wonen/doel-genoeg-huizen], noot: Geen meting.}\n"
    "  - {id: ind-los, naam: Los, noot: Geen meting., streefwaarden: [{waarde: 5, jaar: 2030}]}\n"
    "bedragen:\n  - {id: bedrag-los, bedrag: 5, waarvoor: Iets}\n"
)


@pytest.fixture
def found():
    """The threads of a kernopgave with a rich goal and a bare one."""
    (document,) = follow(policy_of(RICH))
    return document


def test_what_belongs_to_a_goal_is_told_from_what_is_around_it(found):
    """A goal has its own activities and indicators; the steps of the kernopgave are shared; nothing is nothing."""
    rich, bare = found.threads
    assert [rich.state(aspect) for aspect in ASPECTS] == ["samen", "ja", "ja", "ja", "samen"]
    assert [bare.state(aspect) for aspect in ASPECTS] == ["samen", "nee", "samen", "samen", "samen"]


def test_only_activities_with_someone_count_as_responsible(found):
    """An activity without a responsible party gives the goal no responsible party."""
    assert [entry.item.id for entry in found.threads[0].eigen["verantwoordelijke"]] == ["act-bouw"]


def test_what_belongs_to_no_goal_is_listed(found):
    """Indicators and amounts without a goal are listed apart."""
    assert [entry.item.id for entry in found.loose_indicators] == ["ind-los"]
    assert [entry.item.id for entry in found.loose_amounts] == ["bedrag-los"]


def test_the_counts_add_up_to_the_goals(found):
    """For every aspect the three states together are all goals."""
    for aspect in ASPECTS:
        assert sum(found.count(aspect, state) for state in ("ja", "samen", "nee")) == len(found.threads)


def test_indicators_without_a_target_are_listed(found):
    """Of these nobody can say when they are good enough; one with a target is none of them."""
    assert [entry.item.id for entry in found.aimless] == ["ind-huizen"]
