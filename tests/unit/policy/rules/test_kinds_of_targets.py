"""What a reference may lead to: a goal from an indicator, and no place that lies in itself."""

from __future__ import annotations

from messages.row import KERN, basis
from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.rules import references, self_links
from polderkoers.policy.rules.finding import Context
from support.made_up import document, policy_of


def test_an_indicator_that_measures_no_goal_is_told():
    """A step is named as what it is, and a goal passes."""
    text = basis(KERN)
    wrong = text.replace("[veilig-buiten/doel-lichte-straten]", "[veilig-buiten/stap-lantaarns]")
    assert wrong != text
    found = [each.message for each in references.check(Context(policy_of(wrong)))]
    assert "'veilig-buiten/stap-lantaarns' is geen doel: het is een stap." in found
    assert not [each for each in references.check(Context(policy_of(text))) if "geen doel" in each.message]


def test_places_that_lie_in_each_other_are_told_once():
    """A round of two places gives one finding that names both."""
    head = "soort: plaatsen\nid: plaatsen\nplaatsen:\n"
    one = "  - {id: noord, naam: Noord, soort: dorp, ligt_in: zuid}\n"
    other = "  - {id: zuid, naam: Zuid, soort: dorp, ligt_in: noord}\n"
    (found,) = self_links.check(Context(Policy([build_file(document(f"{head}{one}{other}"))])))
    assert found.message == "Deze plaats ligt zo in zichzelf: noord > zuid > noord."
