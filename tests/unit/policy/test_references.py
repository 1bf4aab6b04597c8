"""References that lead nowhere: what was meant, what is gone, once for all places, and without much counting."""

from __future__ import annotations

import difflib
import shutil

import pytest

from messages.row import BASIS, KERN, basis
from polderkoers.changes.gone import labels_before
from polderkoers.policy.load import load
from polderkoers.policy.rules.finding import Past
from polderkoers.policy.schema import Schemas
from polderkoers.policy.syntax_clues.clue import FIELD_NAMES
from support.git import git
from support.made_up import ROOT, root_with

ORGANISATIONS = "data/organisaties.yaml"


@pytest.fixture
def root(tmp_path):
    """A root in Git whose first commit is right."""
    made = root_with(tmp_path, BASIS)
    git(made, "init", "-q")
    git(made, "add", "-A")
    git(made, "commit", "-qm", "begin")
    return made


def change(root, file, *edits):
    """Replace pieces of the text of a file."""
    text = (root / file).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (root / file).write_text(text, encoding="utf-8")


def faults(root):
    """Return the faults of a root, with its history at hand."""
    return [each for each in load(root, Past(labels=labels_before(root, ()))).problems if each.level == "fout"]


def test_a_renamed_entry_is_told_once_with_its_new_id(root):
    """Whoever renames an id hears that, and not that other entries look like it."""
    change(root, ORGANISATIONS, ("id: welzijn-polderdam", "id: stichting-hulp"))
    (problem,) = faults(root)
    assert "'welzijn-polderdam' stond in de vorige versie, maar is er niet meer." in problem.message
    assert "Heet het nu 'stichting-hulp'?" in problem.message
    assert "geef het liever zijn oude id terug" in problem.hint


def test_a_deleted_goal_asks_to_take_the_links_away_too(root):
    """Whoever deletes an item hears where it is still named."""
    change(
        root,
        "data/kernopgaven/fijn-wonen.yaml",
        (
            "  - id: doel-genoeg-huizen\n    nummer: 1\n    naam: Genoeg huizen\n",
            "  - id: doel-bomen\n    naam: Bomen\n",
        ),
        ("    over: [doel-genoeg-huizen]\n", ""),
    )
    (problem,) = faults(root)
    assert problem.file == KERN
    assert problem.message == "'fijn-wonen/doel-genoeg-huizen' stond in de vorige versie, maar is er niet meer."
    assert "haal deze verwijzing ook weg" in problem.hint


def test_a_deleted_file_is_one_problem_for_all_that_names_it(root):
    """A file that is gone is told once, with all places, however many of its items are named."""
    change(
        root,
        KERN,
        ("over: [doel-lichte-straten]", "over: [doel-lichte-straten]"),
        ("  - met: fijn-wonen/doel-genoeg-huizen\n", "  - met: fijn-wonen\n    soort: zelfde onderwerp\n    waarom: Ja.\n    gelegd_door: redactie\n  - met: fijn-wonen/doel-genoeg-huizen\n"),
    )  # fmt: skip
    (root / "data/kernopgaven/fijn-wonen.yaml").unlink()
    (problem,) = faults(root)
    assert problem.message.startswith("Het bestand 'fijn-wonen' is er niet meer. Dit staat ook op regel 60.")
    assert "haal deze 2 verwijzingen weg" in problem.hint


def test_a_renamed_file_is_recognised_by_its_title(root):
    """A file that has another id and name now is called by that."""
    change(root, "data/kernopgaven/fijn-wonen.yaml", ("id: fijn-wonen", "id: prettig-wonen"))
    shutil.move(root / "data/kernopgaven/fijn-wonen.yaml", root / "data/kernopgaven/prettig-wonen.yaml")
    (problem,) = faults(root)
    assert "Heet het nu 'prettig-wonen'?" in problem.message


def test_without_history_nothing_is_said_of_it(tmp_path):
    """Where Git has nothing, only what the data says is said."""
    root = root_with(tmp_path, BASIS)
    change(
        root, ORGANISATIONS, ("id: welzijn-polderdam", "id: stichting-hulp"), ("naam: Welzijn Polderdam", "naam: Hulp")
    )
    (problem,) = faults(root)
    assert "bestaat niet: het staat nog niet in" in problem.message
    assert "Bedoelde je" not in problem.message


def test_history_is_read_only_for_a_reference_that_leads_nowhere(tmp_path):
    """Right data never asks what earlier versions had."""

    def labels():
        raise AssertionError

    assert load(root_with(tmp_path, BASIS), Past(labels=labels)).problems == ()


def test_many_unknown_references_are_compared_with_few(tmp_path, monkeypatch):
    """Hundreds of names that nothing has cost a few comparisons each, not one with everything there is."""
    compared = []

    class Counting(difflib.SequenceMatcher):
        def set_seq1(self, a):
            compared.append(a)
            super().set_seq1(a)

    monkeypatch.setattr(difflib, "SequenceMatcher", Counting)
    root = root_with(tmp_path, BASIS)
    entries = "".join(
        f"  - id: organisatie-van-straat-{number}x\n    naam: Straat {number}\n    uitleg: Een straat.\n    soort: overig\n"
        for number in range(400)
    )
    (root / ORGANISATIONS).write_text(basis(ORGANISATIONS) + entries, encoding="utf-8")
    names = ", ".join(f"organisatie-van-laan-{number}y" for number in range(300))
    change(root, KERN, ("partners: [inwoners, sportclub-polderdam]", f"partners: [{names}]"))
    assert sum(each.rule == "verwijzing-onbekend" for each in load(root).problems) == 300
    assert len(compared) <= 8 * 200


def test_the_names_of_all_fields_are_known_to_the_clues():
    """The words that a clue takes for names of fields are those of the schemas."""
    schemas = Schemas(ROOT)
    found = set()
    left = [schemas.schema(kind) for kind in schemas.kinds] + [
        schemas.described({"$ref": f"#/$defs/{name}"}) for name in ("bron", "wanneer")
    ]
    while left:
        part = left.pop()
        left += part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
        if isinstance(part, dict) and isinstance(part.get("properties"), dict):
            found |= set(part["properties"])
    assert found - FIELD_NAMES == set()
