"""What came in force on a forge comes here: the main branch goes along, and what was merged there is taken over here."""

from __future__ import annotations

import pytest

from polderkoers.errors.werkbank import NotHandedIn, NotTaken
from polderkoers.werkbank.forges.fetching import bring_in
from polderkoers.werkbank.forges.handing import hand_in
from polderkoers.werkbank.forges.settings import place_at
from polderkoers.werkbank.forges.values import ForgeKind
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import Person, ProposalState
from support.git import git
from support.merging import HOUSES
from support.proposing import ANNA, GOAL, clone, edited, handed_in, proposed


@pytest.fixture
def store(tmp_path) -> Store:
    """A store in a clone of which main is checked out."""
    return Store(clone(tmp_path / "polderdam"))


@pytest.fixture
def forge(tmp_path, store):
    """A repository that stands for a forge, with the same main branch."""
    root = tmp_path / "forge"
    git(tmp_path, "clone", "--quiet", str(store.root), str(root))
    git(root, "switch", "--quiet", "--detach")
    git(root, "config", "receive.advertisePushOptions", "true")
    return root


def merged(forge, branch: str) -> str:
    """Merge a branch on the forge, and return the commit of its main branch."""
    git(forge, "switch", "--quiet", "main")
    git(forge, "merge", "--quiet", "--no-ff", "-m", "Merge", branch)
    git(forge, "switch", "--quiet", "--detach")
    return git(forge, "rev-parse", "main")


def test_what_was_merged_on_the_forge_is_taken_over_here(store, forge):
    """Main and its working copy go along, and the proposal is taken over by who merged it; another one stays as it was."""
    place = place_at(str(forge), ForgeKind.GITLAB)
    made, other = proposed(store), handed_in(store, ("naam: Lege winkels", "naam: Oude winkels"))
    hand_in(store, place, made.id, made.tip, ANNA)
    commit = merged(forge, f"voorstel/{made.id}")
    assert bring_in(store, place)
    assert store.main_commit() == commit
    found = store.proposal(made.id)
    assert found.state is ProposalState.OVERGENOMEN
    assert found.steps[-1].who == Person("T", "t@polderdam.example")
    assert store.proposal(other.id) == other
    assert (store.root / HOUSES).read_bytes() == edited(GOAL)[HOUSES]
    assert git(store.root, "status", "--porcelain") == ""
    assert not bring_in(store, place)


def test_what_is_here_and_not_there_stays(store, forge):
    """A main branch that went its own way does not go back or aside."""
    mine = handed_in(store)
    here = store.take_over(mine.id, mine.tip, ANNA)
    place = place_at(str(forge), ForgeKind.GITLAB)
    assert not bring_in(store, place)
    git(forge, "switch", "--quiet", "main")
    git(forge, "commit", "--quiet", "--allow-empty", "-m", "Iets anders")
    assert not bring_in(store, place)
    assert store.main_commit() == here


def test_work_that_nobody_committed_is_not_overwritten(store, forge):
    """A file that somebody edits in the working copy stops the main branch, with what to do."""
    place = place_at(str(forge), ForgeKind.GITLAB)
    made = proposed(store)
    hand_in(store, place, made.id, made.tip, ANNA)
    merged(forge, f"voorstel/{made.id}")
    (store.root / HOUSES).write_text("half werk", encoding="utf-8")
    main = store.main_commit()
    with pytest.raises(NotTaken, match="nog niet zijn vastgelegd"):
        bring_in(store, place)
    assert store.main_commit() == main
    assert (store.root / HOUSES).read_text(encoding="utf-8") == "half werk"


def test_a_forge_that_does_not_answer_is_told(store, tmp_path):
    """Nothing changes when the forge is not there."""
    with pytest.raises(NotHandedIn):
        bring_in(store, place_at(str(tmp_path / "nergens"), ForgeKind.GITLAB))
