"""What is wrong with an entry of the list of versions is told as far as it is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.changes.content import content_of
from polderkoers.changes.ledger import judge
from polderkoers.policy.rules.finding import Note
from polderkoers.policy.tree import Folder
from support.adopted import FILE, change, repository
from support.git import git, save
from support.listed import add, entry


@pytest.fixture
def root(tmp_path) -> Path:
    """A repository on branch main that lists one version."""
    return repository(tmp_path / "root")


def faults(root: Path) -> list[Note]:
    """Return the faults that the history shows."""
    return [note for note in judge(root, Folder(root)).past.notes if note.level == "fout"]


@pytest.mark.parametrize(("what", "words"), [("HEAD^{tree}", "een map"), (f"HEAD:{FILE}", "een bestand")])
def test_the_number_of_something_else_is_called_what_it_is(root, what, words):
    """Git gives numbers to folders and files too, and those are there: nobody is told that they are not."""
    number = git(root, "rev-parse", what)
    add(root, entry("2026", number, None, "2026"))
    assert [note.message for note in faults(root)] == [
        f"'{number}' is in Git het nummer van {words}, niet van een commit."
    ]


def test_of_two_versions_in_one_proposal_the_other_is_refused(root):
    """Only the text of one of them stands in data/, and the cure is a proposal for each."""
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    first = content_of(Folder(root))
    change(root, "titel: Fijner wonen", "titel: Fijnst wonen")
    add(root, entry("2025", None, first, "2025"))
    add(root, entry("2026", None, content_of(Folder(root)), "2026"))
    (found,) = faults(root)
    assert (found.version, found.rule) == ("2025", "versie-herkomst")
    assert "In de map data staat de tekst van '2026'." in found.message
    assert "van elke versie een eigen voorstel" in found.hint


@pytest.mark.parametrize("date", ["null", "2026"])
def test_no_date_is_a_way_around_a_day_that_is_still_to_come(root, date):
    """What is adopted on a day that is not there yet, is not adopted, whatever the date of the version is."""
    change(root, "vastgesteld_op: null", "vastgesteld_op: 2099-01-01")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    save(root)
    add(root, entry("2026", None, content_of(Folder(root)), date))
    (found,) = faults(root)
    assert (found.version, found.rule, found.field) == ("2026", "versiedatum", "datum")
    assert "1 januari 2099" in found.message
