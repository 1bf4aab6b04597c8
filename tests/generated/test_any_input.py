"""The canonical form of whatever an editor may type: the same data and comments, always in the same form."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from polderkoers.policy.canonical import canonical
from polderkoers.policy.canonical.comments import remarks
from polderkoers.policy.canonical.reader import read_tree
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import parse
from polderkoers.policy.syntax_clues.conflicts import SURE
from polderkoers.policy.values import same
from polderkoers.problems import Problem
from support.made_up import ROOT, document
from support.sloppy_yaml import made_file, sloppy
from support.tries import tries

SCHEMAS = Schemas(ROOT)
many = settings(
    max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def form_of(text: str) -> str:
    """Return the canonical form of a text that has one: a text with the marks of Git where two changes clash has none."""
    assume(not SURE.search(text))
    found = canonical(text, "data/x.yaml", SCHEMAS)
    assert isinstance(found, str), found
    return found


def comments_of(text: str) -> Counter[str]:
    """Return the comments of a text."""
    found = remarks(text, read_tree(text, document(text).data))
    return Counter(remark.text for remark in found if remark.text)


@many
@given(made_file(), st.integers(0, 2**32))
def test_the_data_never_change(top, seed):
    """Whatever the text, its canonical form holds the same values of the same types."""
    assert same(document(form_of(sloppy(top, seed))).data, top.data())


@many
@given(made_file(), st.integers(0, 2**32))
def test_no_comment_is_lost_or_doubled(top, seed):
    """Every comment of a file is in its canonical form, as often as it was."""
    assert comments_of(form_of(sloppy(top, seed))) == Counter(top.comments())


@many
@given(made_file(), st.integers(0, 2**32))
def test_a_form_is_its_own_form(top, seed):
    """Formatting what is formatted changes nothing."""
    once = form_of(sloppy(top, seed))
    assert form_of(once) == once


@many
@given(made_file(), st.integers(0, 2**32), st.integers(0, 2**32))
def test_it_does_not_matter_how_a_file_was_typed(top, one, other):
    """Style, quotes, indentation, notation of numbers and line ends leave no trace."""
    assert form_of(sloppy(top, one)) == form_of(sloppy(top, other))


@many
@given(made_file(), st.integers(0, 2**32))
def test_a_form_is_tidy(top, seed):
    """No carriage return, no blank lines in a row outside a text, no space at the end of a line, one line end at the end."""
    form = form_of(sloppy(top, seed))
    assert "\r" not in form
    assert "\n\n\n" not in form or "\\n\\n" in repr(top.data())
    assert all(line == line.rstrip(" \t") for line in form.split("\n"))
    assert form.endswith("\n")
    assert not form.endswith("\n\n")


@settings(max_examples=tries(300), deadline=None)
@given(st.text(st.sampled_from(list("ab:#-?,[]{}'\"|> \n\t.1")), max_size=40))
def test_any_text_gives_a_form_or_a_problem(text):
    """A text that cannot be read gives the problem of reading, and any other its form: with the same data and stable."""
    found = canonical(text, "data/x.yaml", SCHEMAS)
    read = parse(text, "data/x.yaml")
    if isinstance(found, Problem):
        assert found == read or found in getattr(read, "remarks", ())
    else:
        assert same(document(found).data, document(text).data)
        assert form_of(found) == found
