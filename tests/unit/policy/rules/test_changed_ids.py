"""An id that was changed, and a version that was lowered: seen beside how it was before."""

from __future__ import annotations

import pytest

from polderkoers.policy.rules import changed_ids, copies, version_number
from polderkoers.policy.rules.finding import Context, Past
from support.made_up import KERNOPGAVE, policy_of

OTHER = KERNOPGAVE.replace("doel-genoeg-huizen", "doel-huizen")


def context(now: str, before: str = KERNOPGAVE) -> Context:
    """Return a policy with a file, beside how that file was before."""
    former = {ref: (entry.item,) for ref, entry in policy_of(before).entries.items() if entry.file.kind.folder}
    return Context(policy_of(now), past=Past(former=former))


def test_an_id_that_was_changed_everywhere_is_told_with_the_old_one():
    """When all references follow, no reference fails; the item is still gone for whoever kept its address."""
    (found,) = changed_ids.check(context(OTHER))
    assert found.message == (
        "'Genoeg huizen' had eerst het id 'doel-genoeg-huizen'. Het adres /kernopgaven/fijn-wonen/doel-genoeg-huizen/ werkt nu niet meer."
    )
    assert found.hint.startswith("schrijf weer: id: doel-genoeg-huizen, ook waar")
    assert "polderkoers rename fijn-wonen/doel-genoeg-huizen doel-huizen" in found.hint
    row = "- {was: fijn-wonen/doel-genoeg-huizen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-huizen]}"
    assert found.hint.endswith(row)


def test_a_file_with_another_id_is_told_once():
    """A file that got another id and name is one change, not one for each of its items."""
    (found,) = changed_ids.check(context(KERNOPGAVE.replace("id: fijn-wonen", "id: prettig-wonen")))
    assert "id: fijn-wonen, en noem het bestand fijn-wonen.yaml" in found.hint


@pytest.mark.parametrize(
    "now",
    [KERNOPGAVE, KERNOPGAVE.replace("Genoeg huizen", "Meer huizen"), OTHER.replace("Genoeg huizen", "Meer huizen")],
)
def test_what_kept_its_id_or_is_something_else_is_left_alone(now):
    """Another name under the same id is right, and another name under another id is something new."""
    assert list(changed_ids.check(context(now))) == []


def test_a_version_that_is_lower_than_before_is_told_with_the_next():
    """A number below that of before gets the number after it."""
    found = list(version_number.check(context(KERNOPGAVE.replace('versie: "1.0"', 'versie: "0.9"'))))
    assert [(each.message, each.hint) for each in found] == [
        (
            "Dit bestand heet versie 0.9, maar had al een hoger nummer: 1.0.",
            'geef het een nummer dat hoger is: versie: "1.1"',
        )
    ]
    assert list(version_number.check(context(KERNOPGAVE.replace('versie: "1.0"', 'versie: "1.10"')))) == []


def copy(id_: str) -> str:
    """Return a file with another id and all texts of the made-up kernopgave."""
    return KERNOPGAVE.replace("id: fijn-wonen", f"id: {id_}")


@pytest.mark.parametrize(
    ("files", "labels", "blamed", "sure"),
    [
        ((copy("a-wonen"), KERNOPGAVE), {}, "fijn-wonen", False),
        ((copy("a-wonen"), KERNOPGAVE), {"fijn-wonen": "Fijn wonen"}, "a-wonen", True),
        ((copy("fijn-wonen-1"), KERNOPGAVE), {}, "fijn-wonen-1", True),
        ((KERNOPGAVE, copy("fijn-wonen-1")), {}, "fijn-wonen-1", True),
    ],
)
def test_the_original_is_not_called_the_copy(files, labels, blamed, sure):
    """Which of two files is new tells the history or the id; where neither does, the hint says to look."""
    (found,) = copies.check(Context(policy_of(*files), past=Past(labels=lambda: labels)))
    assert found.entry.file.id == blamed
    assert ("kijk welke van de twee nieuw is" in found.hint) is not sure
