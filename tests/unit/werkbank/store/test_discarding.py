"""A proposal is thrown away and brought back with every save, remark and step; nothing of it is lost meanwhile."""

from __future__ import annotations

import pytest

from polderkoers.errors.werkbank import ProposalUnknown, StepRefused
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import Moved, ProposalState
from support.git import git
from support.merging import HOUSES
from support.proposing import ANNA, BRAM, GOAL, bare, clone, edited, files_at, handed_in, proposed


@pytest.fixture(params=[("clone", "sha1"), ("bare", "sha1"), ("bare", "sha256")], ids="-".join)
def store(request, tmp_path) -> Store:
    """A store in each kind of repository."""
    kind, form = request.param
    return Store({"clone": clone, "bare": bare}[kind](tmp_path / "polderdam", form))


def test_what_is_thrown_away_comes_back_as_it_was(store):
    """It is on no list meanwhile, another process knows who threw it away, and it comes back with files, saves and remarks."""
    made = proposed(store)
    store.remark(made.id, BRAM, "", "Mooi zo.")
    saves = store.saves(made.id)
    gone = store.discard(made.id, made.tip, BRAM)
    assert gone.state is ProposalState.WEGGEGOOID
    assert store.proposals() == ()
    with pytest.raises(ProposalUnknown):
        store.proposal(made.id)
    (found,) = Store(store.root).discarded()
    assert (found.id, found.tip, found.steps[-1].who) == (made.id, made.tip, BRAM)
    back = Store(store.root).bring_back(made.id, ANNA)
    assert (back.state, back.tip, back.base, back.title) == (ProposalState.CONCEPT, made.tip, made.base, made.title)
    assert [each.text for each in back.remarks] == ["Mooi zo."]
    assert store.saves(made.id) == saves
    assert files_at(store, back.tip)[HOUSES] == edited(GOAL)[HOUSES]
    assert store.discarded() == ()


def test_what_was_sent_back_comes_back_with_its_reason(store):
    """A proposal that was sent back is that again, with why."""
    made = handed_in(store)
    store.move_to(made.id, ProposalState.TERUGGESTUURD, BRAM, "De bron ontbreekt.")
    store.discard(made.id, made.tip, ANNA)
    back = store.bring_back(made.id, ANNA)
    assert (back.state, back.decided_why) == (ProposalState.TERUGGESTUURD, "De bron ontbreekt.")


def test_what_waits_for_a_decision_or_became_policy_is_not_thrown_away(store):
    """Neither is what somebody changed since it was looked at; all stays as it is."""
    waits = handed_in(store)
    with pytest.raises(StepRefused, match="Neem het dan eerst terug"):
        store.discard(waits.id, waits.tip, ANNA)
    busy = proposed(store, title="Iets anders")
    store.save(busy.id, busy.tip, edited(("naam: Lege winkels", "naam: Oude winkels")), "Meer", BRAM)
    with pytest.raises(Moved):
        store.discard(busy.id, busy.tip, ANNA)
    assert len(store.proposals()) == 2
    assert store.discarded() == ()


def test_a_new_proposal_does_not_take_the_name_of_what_may_come_back(store):
    """One with the same title gets another name, so that both can be there."""
    made = proposed(store)
    store.discard(made.id, made.tip, ANNA)
    other = store.begin(ANNA, made.title)
    assert other.id != made.id
    assert store.bring_back(made.id, ANNA).tip == made.tip
    assert {each.id for each in store.proposals()} == {made.id, other.id}


def test_it_is_kept_when_git_clears_up(store):
    """What no branch leads to any more is not cleared away."""
    made = proposed(store)
    store.discard(made.id, made.tip, ANNA)
    git(store.root, "reflog", "expire", "--expire=now", "--all")
    git(store.root, "gc", "--quiet", "--prune=now")
    assert files_at(store, store.bring_back(made.id, ANNA).tip)[HOUSES] == edited(GOAL)[HOUSES]
