"""What came in force on a forge comes here: the main branch goes along, and what was merged there is taken over here."""

from __future__ import annotations

import re

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


def squashed(forge, branch: str) -> None:
    """Merge a branch on the forge as one commit of its own, as a forge does that keeps no branches."""
    git(forge, "switch", "--quiet", "main")
    git(forge, "merge", "--quiet", "--squash", branch)
    git(forge, "commit", "--quiet", "-m", "Een voorstel")
    git(forge, "switch", "--quiet", "--detach")


def test_what_was_squashed_on_the_forge_is_taken_over_here(store, forge):
    """A proposal of which all stands in main is taken over, also when something else in the same file came after it."""
    place = place_at(str(forge), ForgeKind.GITLAB)
    made, other = proposed(store), proposed(store, ("naam: Lege winkels", "naam: Oude winkels"), title="Winkels")
    for each in (made, other):
        hand_in(store, place, each.id, each.tip, ANNA)
    squashed(forge, f"voorstel/{made.id}")
    assert bring_in(store, place)
    found = store.proposal(made.id)
    assert found.state is ProposalState.OVERGENOMEN
    assert found.steps[-1].who == Person("T", "t@polderdam.example")
    assert store.proposal(other.id).state is ProposalState.INGEDIEND


def test_what_was_squashed_and_went_on_is_recognised_by_its_items(store, forge):
    """Main changed another item of the same file before anybody looked: what the proposal says stands there all the same."""
    place = place_at(str(forge), ForgeKind.GITLAB)
    made = proposed(store)
    hand_in(store, place, made.id, made.tip, ANNA)
    squashed(forge, f"voorstel/{made.id}")
    git(forge, "switch", "--quiet", "main")
    text = (forge / HOUSES).read_text(encoding="utf-8")
    (forge / HOUSES).write_text(text.replace("naam: Lege winkels", "naam: Oude winkels"), encoding="utf-8")
    git(forge, "commit", "--quiet", "-am", "Iets anders")
    git(forge, "switch", "--quiet", "--detach")
    bring_in(store, place)
    assert store.proposal(made.id).state is ProposalState.OVERGENOMEN


def test_what_was_taken_over_in_part_or_otherwise_waits(store, forge):
    """Of two changes one stands in main, or the same goal got another name there: nobody knows that it was taken over."""
    place = place_at(str(forge), ForgeKind.GITLAB)
    half = proposed(store, GOAL, ("naam: Lege winkels", "naam: Oude winkels"))
    hand_in(store, place, half.id, half.tip, ANNA)
    for name in ("Meer huizen", "Betere huizen"):
        git(forge, "switch", "--quiet", "main")
        text = (forge / HOUSES).read_text(encoding="utf-8")
        (forge / HOUSES).write_text(
            re.sub("naam: (Genoeg|Meer) huizen", f"naam: {name}", text, count=1), encoding="utf-8"
        )
        git(forge, "commit", "--quiet", "-am", name)
        git(forge, "switch", "--quiet", "--detach")
        bring_in(store, place)
        assert store.proposal(half.id).state is ProposalState.INGEDIEND


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
