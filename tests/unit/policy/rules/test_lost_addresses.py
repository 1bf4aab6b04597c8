"""An address that is lost: told with the line that keeps it alive, once for what went together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polderkoers.policy.general import general_policy
from polderkoers.policy.rules import changed_ids, lost_addresses
from polderkoers.policy.rules.finding import Context, Past
from support.made_up import KERNOPGAVE, policy_of

OTHER = KERNOPGAVE.replace("id: fijn-wonen", "id: ander").replace("titel: Fijn wonen", "titel: Ander")
GOAL = """  - id: doel-genoeg-huizen
    nummer: 1
    naam: Genoeg huizen
    plaatsen: [polderdam]
"""
NEW = "  - {id: doel-nieuw, nummer: 1, naam: Nieuw}\n"
HEAD = 'soort: adressen\nid: adressen\nversie: "1.0"\nstatus: null\nadressen:\n'


def context(before: tuple[str, ...], *now: str) -> Context:
    """Return a policy beside how it was before."""
    former = {ref: (entry.item,) for ref, entry in policy_of(*before).entries.items()}
    return Context(policy_of(*now), past=Past(former=former))


def told(found: Context) -> list[tuple[str, str, str]]:
    """Return where a lost address is told, and how."""
    return [(each.entry.ref, each.message, each.hint) for each in lost_addresses.check(found)]


def test_a_goal_that_is_gone_is_told_with_its_address():
    """The exact address, and the line that says what became of it."""
    (found,) = told(context((KERNOPGAVE,), KERNOPGAVE.replace(GOAL, NEW)))
    where, message, hint = found
    assert (where, message) == (
        "fijn-wonen",
        "Het adres /kernopgaven/fijn-wonen/doel-genoeg-huizen/ ('Genoeg huizen') werkt niet meer.",
    )
    assert hint == (
        "zet in data/adressen.yaml: - {was: fijn-wonen/doel-genoeg-huizen, soort: doel, gebeurd: vervallen, naam: "
        '"Genoeg huizen", uitleg: …}, met op de plek van … waarom. Is het opgegaan in iets anders? '
        "Schrijf dan: gebeurd: opgegaan in, en bij 'nu' waarin."
    )


@pytest.mark.parametrize("name", ["Genoeg huizen", "Genoeg Huizen"])
def test_a_goal_that_went_elsewhere_is_told_with_where_it_is(name):
    """The line leads to the new place, also where a capital is another: an id that changed is told by the same name."""
    without = OTHER.replace(GOAL, NEW)
    moved = OTHER.replace(GOAL, NEW + GOAL.replace("Genoeg huizen", name))
    (found,) = told(context((KERNOPGAVE, without), KERNOPGAVE.replace(GOAL, NEW), moved))
    assert found[1].endswith("werkt niet meer. Het staat nu bij 'Ander'.")
    assert (
        "- {was: fijn-wonen/doel-genoeg-huizen, soort: doel, gebeurd: hernoemd, nu: [ander/doel-genoeg-huizen]}"
        in found[2]
    )


def test_a_page_that_is_gone_is_told_once_and_not_for_all_on_it():
    """A file that went is one lost page."""
    found = told(context((KERNOPGAVE, OTHER), KERNOPGAVE))
    assert [each[1] for each in found] == ["Het adres /kernopgaven/ander/ ('Ander') werkt niet meer."]


def test_what_the_list_of_addresses_tells_of_is_not_lost():
    """A stone is enough, for what is gone and for what is called otherwise."""
    row = "  - {was: fijn-wonen/doel-genoeg-huizen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-huizen]}\n"
    now = KERNOPGAVE.replace("doel-genoeg-huizen", "doel-huizen")
    assert len(list(changed_ids.check(context((KERNOPGAVE,), now)))) == 1
    assert told(context((KERNOPGAVE,), now)) == []
    kept = context((KERNOPGAVE,), now, HEAD + row)
    assert list(changed_ids.check(kept)) == []
    assert told(kept) == []


def test_nothing_is_told_while_the_list_of_addresses_cannot_be_read():
    """What that list says of an address is unknown then, so it is not said that it says nothing."""
    lost = context((KERNOPGAVE, OTHER), KERNOPGAVE.replace(GOAL, NEW))
    assert told(lost)
    assert not told(replace(lost, unread=frozenset({"adressen"})))
    otherwise = context((KERNOPGAVE,), KERNOPGAVE.replace("doel-genoeg-huizen", "doel-huizen"))
    assert list(changed_ids.check(otherwise))
    assert not list(changed_ids.check(replace(otherwise, unread=frozenset({"adressen"}))))


def test_what_ships_is_not_lost_while_a_file_that_may_name_it_cannot_be_read():
    """A general term has a page as long as something names it."""
    ref = next(ref for ref, entry in general_policy().entries.items() if entry.item.soortnaam == "begrip")
    former = {ref: (general_policy().entries[ref].item,)}
    lost = Context(policy_of(KERNOPGAVE), general=general_policy(), past=Past(former=former))
    assert told(lost)
    assert not told(replace(lost, unread=frozenset({"ander"})))


def test_a_report_that_is_gone_is_told_with_its_address():
    """A report has a page of its own, as policy has: who kept its address reads what became of it."""
    report = "soort: verslag\nid: najaar\ntitel: Tussenstand\nvorm: brief\ndatum: 2021-10-05\nvastgesteld_door: null\nmeldingen:\n"
    entry = "  - {id: melding-een, over: fijn-wonen/stap-bouwen, stand: loopt}\n"
    (found,) = told(context((KERNOPGAVE, report + entry), KERNOPGAVE))
    assert found[1] == "Het adres /verslagen/najaar/ ('Tussenstand') werkt niet meer."
    assert "- {was: najaar, soort: verslag, gebeurd: vervallen," in found[2]
