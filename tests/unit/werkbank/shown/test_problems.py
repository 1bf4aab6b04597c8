"""What is wrong with a draft, where it is."""

from __future__ import annotations

from polderkoers.werkbank.shown.problems import problems

FILE = "data/kernopgaven/fijn-wonen.yaml"


def test_what_a_draft_brings_comes_first(drafts, reader):
    """A new fault stands before all that was there before, and that is not called new."""
    tip = drafts.with_text(drafts.main, FILE, "versie:", "versei:")
    found = problems(reader, drafts.main, tip)
    assert found[0].is_new
    assert found[0].stops
    assert found[0].file == FILE
    assert "versei" in found[0].message
    assert found[0].cure
    states = [each.is_new for each in found]
    assert states == sorted(states, reverse=True)


def test_what_was_there_before_does_not_stop_a_draft(drafts, reader):
    """A draft without a change brings nothing."""
    assert not any(each.is_new for each in problems(reader, drafts.main, drafts.main))


def test_a_problem_is_at_its_field(drafts, reader):
    """A reference that leads nowhere is told at the item and the field that has it."""
    text = drafts.text(drafts.main, FILE)
    line = next(line for line in text.splitlines() if line.strip().startswith("themas: ["))
    tip = drafts.with_text(drafts.main, FILE, line, line.replace("[", "[bestaat-niet, "))
    (first, *_) = [each for each in problems(reader, drafts.main, tip) if each.stops]
    assert first.ref.partition("/")[0] == "fijn-wonen"
    assert first.field.startswith("themas")
    assert "bestaat-niet" in first.message


def test_a_problem_of_an_item_names_the_item(drafts, reader):
    """In a list of items the item is found by its id, and the field is that in the item."""
    tip = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", "naam: [Genoeg, huizen]")
    (first, *_) = [each for each in problems(reader, drafts.main, tip) if each.stops]
    assert first.ref.startswith("fijn-wonen/")
    assert first.field == "naam"


def test_a_file_that_cannot_be_read_has_a_problem_without_an_item(drafts, reader):
    """What is no YAML has no items."""
    tip = drafts.with_file(drafts.main, FILE, "soort: [\n")
    first = next(each for each in problems(reader, drafts.main, tip) if each.stops and each.file == FILE)
    assert (first.ref, first.field) == ("", "")


def test_a_reference_in_a_file_with_a_gap_is_judged_as_well(drafts, reader):
    """A name that is left empty does not hide that something else in that file leads nowhere."""
    text = drafts.text(drafts.main, FILE)
    line = next(line for line in text.splitlines() if line.strip().startswith("themas: ["))
    gap = drafts.with_text(drafts.main, FILE, "titel: Fijn wonen\n", "")
    assert not any("bestaat niet" in each.message for each in problems(reader, drafts.main, gap))
    tip = drafts.with_text(gap, FILE, line, line.replace("[", "[bestaat-niet, "))
    told = [each for each in problems(reader, drafts.main, tip) if each.stops and "bestaat-niet" in each.message]
    assert [each.field for each in told] == ["themas/0"]
