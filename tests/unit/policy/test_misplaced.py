"""What stands at the wrong place: the changes that are tried, and what is said of what they find."""

from __future__ import annotations

import pytest

from messages.row import BASIS, KERN, basis
from polderkoers.policy.load import faults_of
from polderkoers.policy.misplaced.of_paste import of_paste
from polderkoers.policy.misplaced.of_signs import of_signs
from polderkoers.policy.misplaced.swallowed import (
    going_on,
    left_behind,
    may_go_on,
    may_hold,
    may_leave_behind,
    swallowed,
)
from polderkoers.policy.misplaced.trial import Trial
from polderkoers.policy.schema import Schemas
from support.made_up import ROOT

_LONG = """\
tekst: >-
  De gemeente helpt.
  {}
"""


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    """Return the schemas of the project."""
    return Schemas(ROOT)


@pytest.mark.parametrize("row", ["over: [doel-x]", "- id: cijfer-x", "cijfers:", "nummer: 1", "- Inwoners ook."])
def test_a_line_like_a_field_in_a_text_is_found(row):
    """Both the fast look and the careful one see it."""
    text = _LONG.format(row)
    assert may_hold(text)
    assert [found.line for found in swallowed(text.split("\n"))] == [3]


@pytest.mark.parametrize("row", ["Let op: de bron zegt het niet.", "Zo staat het er.", "https: dat is een adres."])
def test_a_sentence_with_a_colon_is_text(row):
    """A word that is no name of a field begins no field."""
    assert list(swallowed(_LONG.format(row).split("\n"))) == []


def test_words_that_go_on_from_the_line_above_are_text():
    """A sentence may be broken anywhere, also before a word that is a name of a field."""
    lines = ["tekst: >-", "  Dit geldt", "  voor: jong en oud.", ""]
    assert list(swallowed(lines)) == []


def test_a_short_text_that_goes_on_below_is_found():
    """Only the fields of one line are looked at, and a comment or field below ends the text."""
    text = "naam: Een\n  naam van twee regels\ntoelichting: Een\n  lange tekst\nwat: x\n"
    assert may_go_on(text)
    assert list(going_on(text.split("\n"), frozenset({"naam", "wat"}))) == [(1, 2)]


def test_a_heading_left_of_its_list_is_found():
    """Its list stands as deep as one of the item above would."""
    text = "doelen:\n  - id: doel-x\n    naam: X\ncijfers:\n      - id: cijfer-x\n"
    assert may_leave_behind(text)
    assert list(left_behind(text.split("\n"))) == [(4, 4)]


def test_a_list_that_is_indented_by_four_is_no_fault():
    """Who indents everything by four writes what it looks like."""
    text = "doelen:\n    - id: doel-x\n      naam: X\nrollen:\n    - id: rol-x\n"
    assert list(left_behind(text.split("\n"))) == []


def test_a_trial_reads_only_what_is_around_a_line(schemas):
    """A change is judged with the rest of the file, and one far away is not tried."""
    lines = basis(KERN).split("\n")
    trial = Trial(lines, KERN, schemas, 60)
    assert trial.data(60, 1, ("let_op:",)) is not None
    assert trial.data(60, 1, (" let_op:",)) is None
    assert trial.data(3, 1, ("titel: Anders",)) is None


def test_a_trial_of_a_long_list_reads_the_items_around_a_line(schemas):
    """In a list of hundreds of items the change of one is tried with its neighbours alone."""
    items = "".join(
        f"  - id: doel-{number}\n    nummer: {number}\n    naam: Doel {number}\n" for number in range(1, 301)
    )
    text = basis(KERN)
    start, end = text.index("  - id: doel-lichte"), text.index("rollen:")
    lines = f"{text[:start]}{items}{text[end:]}".split("\n")
    number = lines.index("  - id: doel-150") + 1
    trial = Trial(lines, KERN, schemas, number)
    assert trial.last_item - trial.first_item < 200
    assert trial.data(number, 1, ("  - id: doel-anders",)) is not None
    assert trial.data(number, 1, ("   - id: doel-anders",)) is None


def test_two_faults_keep_their_own_messages(schemas):
    """Where no single change mends all, nothing is guessed."""
    text = basis(KERN).replace("titel: Veilig buiten", "titel:").replace("    termijn: kort", "    termijn: soms")
    found = faults_of(text, KERN, schemas)
    assert [problem.line for problem in found] == [3, 38]


def test_a_message_with_two_ways_names_both(schemas):
    """When two changes give other data, both are said and none is carried out."""
    text = basis(KERN).replace("    naam: Veilig fietsen\n", "    - naam: Veilig fietsen\n")
    found = faults_of(text, KERN, schemas)
    assert len(found) == 1
    assert found[0].line == 26


def test_every_file_of_the_basis_is_quiet(schemas):
    """Right files hold nothing that looks misplaced."""
    for path in sorted((BASIS / "data").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert (may_hold(text), may_go_on(text), may_leave_behind(text)) == (False, False, False)
        assert faults_of(text, str(path.relative_to(BASIS)), schemas) == []


def test_a_line_of_a_comparison_says_in_words_where_it_begins():
    """One space is not told as more."""
    todo = [each.todo for each in of_signs(["+naam: Veilig fietsen"], 1)]
    assert todo == [
        "schrijf, helemaal links: naam: Veilig fietsen",
        "schrijf, met 1 spatie ervoor: naam: Veilig fietsen",
    ]


@pytest.mark.parametrize(
    ("row", "new"),
    [
        ("titel\uff1aOm 12:30, 85,5 procent", "titel: Om 12:30, 85,5 procent"),
        ("themas: [a\uff0cb, c,d]", "themas: [a, b, c,d]"),
        ("bedragen: [1\uff0c5\uff0c a]", "bedragen: [1,5, a]"),
        ("themas\uff1a", "themas:"),
        ("titel: Om 12\uff1a30", "titel: Om 12:30"),
    ],
)
def test_only_wide_signs_are_replaced(row, new):
    """What stood there with common signs stays to the letter, and a number stays that number."""
    assert [each.new for each in of_paste([row], 1)] == [(new,)]
