"""A comparison that knows the one before it says what it would say by itself."""

from __future__ import annotations

from polderkoers.changes.compare import ComparedBefore, compare
from polderkoers.policy.load import read_policy
from polderkoers.policy.reading import Memory
from polderkoers.policy.tree import Folder, Snapshot, WithFiles
from support.gemeente import INSTANCE

GOALS, PLAN = "data/kernopgaven/fijn-wonen.yaml", "data/plannen/samen-vooruit.yaml"
COPY = "data/kernopgaven/kopie.yaml"


def _edited(text, *swaps):
    for was, becomes in swaps:
        assert was in text
        text = text.replace(was, becomes)
    return text.encode()


def _states():
    """Yield what stands otherwise, one state after the other; each has something of those before it."""
    goals = (INSTANCE / GOALS).read_text("utf-8")
    other_id = next(line.split("id: ")[1] for line in goals.splitlines() if line.strip().startswith("- id: "))
    yield {}
    yield {GOALS: _edited(goals, ("naam: Genoeg huizen", "naam: Meer huizen"))}
    yield {GOALS: _edited(goals, ("naam: Genoeg huizen", "naam: Meer huizen"), (other_id, f"{other_id}-nieuw"))}
    yield {GOALS: _edited(goals, ("naam: Genoeg huizen", "naam: Genoeg mooie huizen"))}
    # Two files with one id: the second is told by a number, and is the first again after that.
    yield {COPY: goals.encode()}
    yield {COPY: goals.encode(), GOALS: None}
    yield {PLAN: None}
    yield {}


def test_it_says_what_a_comparison_without_a_past_says():
    """Text, ids, files that come, go and share an id: whatever was compared before leaves no trace."""
    memory, known = Memory(), ComparedBefore()
    first = read_policy(Snapshot(Folder(INSTANCE)), Memory()).unjudged
    told = 0
    for files in _states():
        now = read_policy(Snapshot(WithFiles(Folder(INSTANCE), files)), memory).unjudged
        for old, new in ((first, now), (now, first)):
            with_past, alone = compare(old, new, before_this=known), compare(old, new)
            assert with_past.changes == alone.changes
            assert [change.told for change in with_past.changes] == [change.told for change in alone.changes]
            told += len(alone.changes)
    assert told > 10


def test_two_versions_that_share_files_do_not_share_items():
    """Both sides of a comparison may have the very same data, as when a draft is compared with what it is made on."""
    memory, known = Memory(), ComparedBefore()
    one = read_policy(Snapshot(Folder(INSTANCE)), memory).unjudged
    for files in _states():
        other = read_policy(Snapshot(WithFiles(Folder(INSTANCE), files)), memory).unjudged
        assert compare(one, other, before_this=known).changes == compare(one, other).changes
