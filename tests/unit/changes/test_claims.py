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


def two_fresh(root: Path, commit: str | None, content: str, level: str = "fout") -> Note:
    """Return what is said of a version that is added together with one that has the text of data/."""
    change(root, "titel: Fijn wonen", "titel: Fijnst wonen")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    add(root, entry("2025", commit, content, "2025"))
    add(root, entry("2026", None, content_of(Folder(root)), "2026"))
    (found,) = [note for note in judge(root, Folder(root)).past.notes if note.level == level]
    assert found.version == "2025"
    return found


def test_of_two_versions_what_is_known_exactly_goes_first(root):
    """A text that stood for a moment is told as such, also when the proposal adds another version."""
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    content = content_of(Folder(root))
    save(root, "heen")
    change(root, "titel: Fijner wonen", "titel: Fijn wonen")
    save(root, "terug")
    assert "stond nog geen uur op de hoofdtak" in two_fresh(root, None, content).message


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (None, "De commit 'weg' is er niet in de geschiedenis van Git. Een tekst"),
        ("HEAD^{tree}", "is in Git het nummer van een map, niet van een commit. Een tekst"),
        (f"HEAD:{FILE}", "is in Git het nummer van een bestand, niet van een commit. Een tekst"),
    ],
)
def test_of_two_versions_a_commit_that_is_not_there_goes_first(root, what, said):
    """A commit that is in no history is told as such, and the number of something else is called what it is."""
    name = git(root, "rev-parse", what) if what else "weg"
    assert said in two_fresh(root, name, "ab" * 20).message


def test_of_two_versions_a_commit_with_another_text_is_told_once(root):
    """That a commit holds another text is all that is said of the version that names it."""
    found = two_fresh(root, git(root, "rev-parse", "HEAD"), "ab" * 20)
    assert found.rule == "versie-inhoud"
    assert "De commit van deze versie heeft een andere tekst" in found.message


@pytest.mark.parametrize(("what", "words"), [("HEAD^{tree}", "een map"), (f"HEAD:{FILE}", "een bestand")])
def test_a_number_of_something_else_beside_a_text_that_is_there(root, what, words):
    """Of a version whose text is there, the number that it names is called what it is too."""
    number = git(root, "rev-parse", what)
    add(root, entry("2026", number, content_of(Folder(root)), "2026"))
    said = [note.message for note in judge(root, Folder(root)).past.notes if note.rule == "versie-commit"]
    assert said == [
        f"'{number}' is in Git het nummer van {words}, niet van een commit. De tekst van deze versie is er wel."
    ]


@pytest.mark.parametrize(("date", "told"), [("2024", "pas later ingetrokken: 3 april 2025"), ("2025", "")])
def test_no_version_holds_what_was_withdrawn_after_it(root, date, told):
    """The day on which something was withdrawn counts as that on which it was adopted."""
    change(root, "vastgesteld_op: null", "vastgesteld_op: 2020-01-01\nstatus: ingetrokken\ningetrokken_op: 2025-04-03")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    save(root)
    add(root, entry("2026", None, content_of(Folder(root)), date))
    said = [note.message for note in faults(root) if note.rule == "versiedatum"]
    assert [told in message for message in said] == [True] * bool(told)


def test_a_withdrawal_that_is_still_to_come_is_none(root):
    """What is to be withdrawn later still holds."""
    change(root, "vastgesteld_op: null", "vastgesteld_op: null\nstatus: ingetrokken\ningetrokken_op: 2099-04-03")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    save(root)
    add(root, entry("2026", None, content_of(Folder(root)), "2026"))
    (found,) = (note for note in faults(root) if note.rule == "versiedatum")
    assert "Dat is ingetrokken op een dag die er nog niet is: 3 april 2099." in found.message
    assert "Haal ingetrokken_op dan weg" in found.hint


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
    assert "status: concept en vastgesteld_op: null" in found.hint
    assert "polderkoers vaststellen nog een keer, met --opnieuw" in found.hint


def test_a_version_of_the_future_is_told_once(root):
    """Of a version whose own date is still to come, nothing more is said for each file that is of that day."""
    change(root, "vastgesteld_op: null", "vastgesteld_op: 2099-01-01")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    save(root)
    add(root, entry("2099", None, content_of(Folder(root)), "2099-01-01"))
    assert [note.message for note in faults(root)] == ["De datum van deze versie ligt in de toekomst: 1 januari 2099."]
