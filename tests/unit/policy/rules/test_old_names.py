"""The old name of what was renamed: told where it still stands, unless the data says that it may."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.catalogues import Organisatie
from polderkoers.policy.rules import old_names
from polderkoers.policy.rules.finding import Context, Past
from support.made_up import KERNOPGAVE, policy_of

SUMMARY = "samenvatting: Iedereen woont fijn."


def found(text: str, old: str, new: str, more: str = "") -> list[tuple[str, str, str]]:
    """Return what is told of a text after an organisation was renamed from `old` to `new`."""
    catalogue = f"""soort: organisaties
id: organisaties
versie: "1.0"
status: null
organisaties:
  - {{id: meerpaal, naam: {new}, uitleg: Vroeger heette dit {old}., soort: overig{more}}}
"""
    policy = policy_of(KERNOPGAVE.replace(SUMMARY, f"samenvatting: {text}"))
    policy = type(policy)(
        [file for file in policy.files if file.id != "organisaties"] + list(policy_of(catalogue).files[-1:])
    )
    before = Organisatie(id="meerpaal", naam=old, uitleg="x", soort="overig", andere_namen=("x", "de Meerpaal"))
    former = {"organisaties/meerpaal": (before,)}
    findings = old_names.check(Context(policy, past=Past(former=former)))
    return [(finding.pointer, finding.message, finding.hint) for finding in findings]


def test_an_old_name_in_a_text_is_told_with_the_new_one():
    """The text that still names it gets both names and both cures; its own explanation is left alone."""
    assert found("Ga naar De Meerpaal in Dronten.", "De Meerpaal", "Welzijn Dronten") == [
        (
            "/samenvatting",
            "In deze tekst staat 'De Meerpaal'. Dat heet nu 'Welzijn Dronten'.",
            "schrijf de nieuwe naam. Noemt de bron de oude naam? Zet haar dan bij 'andere_namen' in data/x.yaml.",
        )
    ]


def test_a_spelling_that_was_recorded_before_does_not_keep_the_old_name():
    """Spellings of the old name that the list held already do not say that it may stand, and the first letter may be small."""
    places = [
        place
        for place, *_ in found(
            "Ga naar de Meerpaal.", "De Meerpaal", "Welzijn Dronten", ", andere_namen: [x, de Meerpaal]"
        )
    ]
    assert places == ["/samenvatting"]


@pytest.mark.parametrize(
    ("text", "old", "new", "more"),
    [
        ("Ga naar De Meerpaal.", "De Meerpaal", "Welzijn Dronten", ", andere_namen: [De Meerpaal]"),
        ("Ga naar De Meerpaal.", "De Meerpaal", "Welzijn De Meerpaal", ""),
        ("Ga naar de bibliotheek.", "bibliotheek", "leescentrum", ""),
        ("Ga naar De Meerpaalschool.", "De Meerpaal", "Welzijn Dronten", ""),
        ("Ga naar De Meerpaal.", "DE MEERPAAL", "De Meerpaal", ""),
    ],
)
def test_a_name_that_may_stand_is_left_alone(text, old, new, more):
    """A recorded other name, a part of the new name, an ordinary word and another spelling raise nothing."""
    assert found(text, old, new, more) == []
