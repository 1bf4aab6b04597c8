"""Deciding: a proposal becomes one commit on main when it still applies and checks, and else everything stays as it was."""

from __future__ import annotations

import pytest

from polderkoers.errors.werkbank import ClashesNow, MainMoved, NotAllowed, NotTaken, StepRefused, TextRefused
from polderkoers.werkbank.store.held import RECORDS, Proposals
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import HasFaults, Moved, Person, ProposalState
from support.git import git, save
from support.merging import BASE, GREEN, HOUSES
from support.proposing import ANNA, BRAM, GOAL, bare, clone, edited, files_at, handed_in, in_force, proposed

ELSEWHERE = ("naam: Lege winkels worden huizen\n", "naam: Lege winkels worden woningen\n")
LATER = ("naam: Bomen planten\n", "naam: Veel bomen planten\n")
FAULT = ("status: vastgesteld\n", "status: bedacht\n")


@pytest.fixture
def store(tmp_path) -> Store:
    """A store in a bare repository."""
    return Store(bare(tmp_path / "polderdam"))


@pytest.fixture
def at_home(tmp_path) -> Store:
    """A store in a clone of which main is checked out."""
    return Store(clone(tmp_path / "polderdam"))


def test_a_proposal_becomes_one_commit_of_its_author(store):
    """The commit has the files of the proposal, its author, who decided, the title, the reason and the council document."""
    begun = store.begin(ANNA, "Meer huizen", "De wachtlijst is lang.", "Raadsbesluit 2026-12")
    made = store.save(begun.id, begun.tip, edited(GOAL), "Een", ANNA)
    made = store.save(begun.id, made.tip, edited(GOAL, ELSEWHERE), "Twee", Person("Cas", "cas@polderdam.example"))
    store.move_to(made.id, ProposalState.INGEDIEND, ANNA)
    main = store.main_commit()
    commit = store.take_over(made.id, made.tip, BRAM)
    assert store.main_commit() == commit
    assert files_at(store, commit) == files_at(store, made.tip)
    told = git(store.root, "show", "--no-patch", "--format=%an|%cn|%P|%B", commit)
    assert told == (
        f"Anna de Boer|Bram Çelik|{main}|Meer huizen\n\nDe wachtlijst is lang.\n\nRaadsstuk: Raadsbesluit 2026-12\n"
        "Voorstel: meer-huizen\nOvergenomen-door: Bram Çelik <bram@polderdam.example>\nCo-authored-by: Cas <cas@polderdam.example>"
    )
    found = Store(store.root).proposal(made.id)
    assert found.state is ProposalState.OVERGENOMEN
    assert [(each.state, each.who) for each in found.steps] == [
        (ProposalState.INGEDIEND, ANNA),
        (ProposalState.OVERGENOMEN, BRAM),
    ]


def test_a_long_title_is_whole_in_the_message(store):
    """The subject of a commit is short; the whole title stands below it."""
    made = proposed(store, title="Meer huizen en " * 8)
    store.move_to(made.id, ProposalState.INGEDIEND, ANNA)
    commit = store.take_over(made.id, made.tip, BRAM)
    subject, _, rest = git(store.root, "show", "--no-patch", "--format=%B", commit).partition("\n")
    assert len(subject) <= 72
    assert rest.strip().startswith("Meer huizen en Meer huizen")


def test_what_came_in_force_meanwhile_is_merged_when_nothing_clashes(store):
    """Who decides need not have the proposal brought up to date first: both changes are in force, and the proposal stays as it was looked at."""
    mine = handed_in(store, GOAL)
    main = in_force(store, ELSEWHERE)
    commit = store.take_over(mine.id, mine.tip, BRAM)
    assert files_at(store, commit) == {**BASE, **edited(GOAL, ELSEWHERE)}
    assert git(store.root, "show", "--no-patch", "--format=%an|%cn|%P", commit) == f"Anna de Boer|Bram Çelik|{main}"
    found = Store(store.root).proposal(mine.id)
    assert (found.state, found.tip, found.base) == (ProposalState.OVERGENOMEN, mine.tip, mine.base)
    assert [each.sentence for each in store.since(main)] == [mine.title]


def test_what_clashes_is_not_taken_over(store):
    """Of two names for one goal somebody has to choose: nothing is written, and the cure is told."""
    mine = handed_in(store, GOAL)
    main = in_force(store, ("naam: Genoeg huizen\n", "naam: Betere huizen\n"))
    with pytest.raises(ClashesNow, match="Werk bij"):
        store.take_over(mine.id, mine.tip, BRAM)
    assert (store.main_commit(), store.proposal(mine.id)) == (main, mine)


def test_what_is_in_force_already_is_not_taken_over_again(store):
    """When somebody else's proposal made the same change, nothing is left of this one."""
    mine = handed_in(store, GOAL)
    main = in_force(store, GOAL)
    with pytest.raises(NotTaken, match="verandert niets"):
        store.take_over(mine.id, mine.tip, BRAM)
    assert store.main_commit() == main


def test_a_fault_that_two_proposals_make_together_is_found(store):
    """Each is right by itself: what came of both is checked, and refused."""
    step = "  - id: stap-bomen\n    termijn: lang\n    naam: Bomen planten\n    toelichting: In de hele wijk komen bomen.\n"
    mine = handed_in(store, ("      - met: fijn-wonen/doel-leegstand\n", "      - met: fijn-wonen/stap-bomen\n"))
    main = in_force(store, (step, ""))
    with pytest.raises(HasFaults, match="stap-bomen"):
        store.take_over(mine.id, mine.tip, BRAM)
    assert (store.main_commit(), store.proposal(mine.id)) == (main, mine)


def test_who_decides_on_what_is_no_more_is_told(store):
    """A proposal that came back and changed since somebody looked at it is not taken over unseen."""
    mine = handed_in(store, GOAL)
    store.move_to(mine.id, ProposalState.CONCEPT, ANNA)
    newer = store.save(mine.id, mine.tip, {GREEN: None}, "Toch anders", ANNA)
    store.move_to(mine.id, ProposalState.INGEDIEND, ANNA)
    with pytest.raises(Moved) as caught:
        store.take_over(mine.id, mine.tip, BRAM)
    assert caught.value.newer.tip == newer.tip


def test_a_proposal_with_a_new_fault_is_refused_and_the_fault_is_told(store):
    """The check counts: what it finds is named, and main stays."""
    mine = handed_in(store, FAULT)
    main = store.main_commit()
    with pytest.raises(HasFaults, match="bedacht") as caught:
        store.take_over(mine.id, mine.tip, BRAM)
    assert [problem.file for problem in caught.value.problems] == [HOUSES]
    assert store.main_commit() == main
    assert store.proposal(mine.id).state is ProposalState.INGEDIEND


def test_a_fault_that_was_there_already_stops_nobody(at_home):
    """Who mends one of two faults may go on."""
    path = at_home.root / HOUSES
    path.write_text(path.read_text(encoding="utf-8").replace(*FAULT), encoding="utf-8")
    save(at_home.root)
    mine = handed_in(at_home, GOAL)
    assert at_home.take_over(mine.id, mine.tip, BRAM) == at_home.main_commit()


def test_only_what_is_handed_in_is_taken_over(store):
    """A draft, and what was decided already, is not."""
    mine = proposed(store)
    with pytest.raises(StepRefused, match="maak het af, en lever het in"):
        store.take_over(mine.id, mine.tip, BRAM)
    with pytest.raises(StepRefused):
        store.move_to(mine.id, ProposalState.OVERGENOMEN, BRAM)
    other = handed_in(store, ELSEWHERE)
    store.take_over(other.id, other.tip, BRAM)
    for attempt in (
        lambda: store.take_over(other.id, other.tip, BRAM),
        lambda: store.move_to(other.id, ProposalState.CONCEPT, BRAM),
    ):
        with pytest.raises(StepRefused):
            attempt()


def test_who_may_not_decide_decides_nothing(tmp_path):
    """Taking over, sending back and turning down are for who may decide; handing in and taking back are not."""
    store = Store(bare(tmp_path / "polderdam"), may_decide=BRAM.__eq__)
    mine, main = handed_in(store), store.main_commit()
    for attempt in (
        lambda: store.take_over(mine.id, mine.tip, ANNA),
        lambda: store.move_to(mine.id, ProposalState.AFGEWEZEN, ANNA, "Nee"),
        lambda: store.move_to(mine.id, ProposalState.TERUGGESTUURD, ANNA, "Nee"),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert store.proposal(mine.id) == mine
    assert store.main_commit() == main
    store.take_over(mine.id, mine.tip, BRAM)


def test_sending_back_and_turning_down_need_a_reason(store):
    """The reason is kept and told; without one nothing happens."""
    mine = handed_in(store)
    for state in (ProposalState.TERUGGESTUURD, ProposalState.AFGEWEZEN):
        with pytest.raises(TextRefused, match="reden"):
            store.move_to(mine.id, state, BRAM, "  ")
    back = store.move_to(mine.id, ProposalState.TERUGGESTUURD, BRAM, "De bron\nontbreekt.")
    assert (back.state, back.decided_why) == (ProposalState.TERUGGESTUURD, "De bron\nontbreekt.")
    store.save(mine.id, mine.tip, {GREEN: None}, "Hier is hij", ANNA)
    again = store.move_to(mine.id, ProposalState.INGEDIEND, ANNA, address="https://polderdam.example/7")
    assert (again.decided_why, again.address) == ("", "https://polderdam.example/7")
    no = store.move_to(mine.id, ProposalState.AFGEWEZEN, BRAM, "Te duur")
    assert (no.state, no.decided_why, len(no.steps)) == (ProposalState.AFGEWEZEN, "Te duur", 4)


def test_two_who_decide_at_once_give_one_commit(store):
    """The second is told, and main has the proposal once."""
    mine, main = handed_in(store), store.main_commit()
    other = Store(store.root)
    other.proposal(mine.id)
    store.take_over(mine.id, mine.tip, BRAM)
    with pytest.raises((MainMoved, StepRefused)):
        other.take_over(mine.id, mine.tip, ANNA)
    assert git(store.root, "rev-list", "--count", f"{main}..main") == "1"


def test_the_working_copy_of_main_goes_along(at_home):
    """Where main is checked out its files are those of the new commit, and what somebody does in other files stays."""
    (at_home.root / GREEN).write_text("half werk", encoding="utf-8")
    (at_home.root / "los.txt").write_text("x", encoding="utf-8")
    before = git(at_home.root, "status", "--porcelain")
    mine = handed_in(at_home)
    at_home.take_over(mine.id, mine.tip, BRAM)
    assert (at_home.root / HOUSES).read_bytes() == edited(GOAL)[HOUSES]
    assert git(at_home.root, "status", "--porcelain") == before


@pytest.mark.parametrize("staged", [False, True])
def test_work_in_a_file_of_the_proposal_stops_taking_it_over(at_home, staged):
    """What nobody committed is not overwritten: everything stays, and the cure is told."""
    (at_home.root / HOUSES).write_text("half werk", encoding="utf-8")
    if staged:
        git(at_home.root, "add", HOUSES)
    before = git(at_home.root, "status", "--porcelain")
    mine, main = handed_in(at_home), at_home.main_commit()
    with pytest.raises(NotTaken, match="nog niet zijn vastgelegd"):
        at_home.take_over(mine.id, mine.tip, BRAM)
    assert at_home.main_commit() == main
    assert at_home.proposal(mine.id).state is ProposalState.INGEDIEND
    assert (at_home.root / HOUSES).read_text(encoding="utf-8") == "half werk"
    assert git(at_home.root, "status", "--porcelain") == before


def test_a_working_copy_comes_back_when_main_moved_at_the_last_moment(at_home, monkeypatch):
    """When the references turn out to be elsewhere, the files are as they were."""
    mine = handed_in(at_home)
    monkeypatch.setattr(Proposals, "write", lambda *_: None)
    with pytest.raises(Moved):
        at_home.take_over(mine.id, mine.tip, BRAM)
    assert git(at_home.root, "status", "--porcelain") == ""
    assert (at_home.root / HOUSES).read_bytes() == BASE[HOUSES]


@pytest.mark.parametrize("before", [(), (ELSEWHERE,)])
def test_what_was_broken_off_after_main_moved_is_finished(store, before):
    """Killed between the main branch and the record, the next try finds the commit, merged or not, and makes no second one."""
    mine = handed_in(store)
    for edit in before:
        in_force(store, edit)
    main = store.main_commit()
    record = git(store.root, "rev-parse", f"{RECORDS}{mine.id}")
    commit = store.take_over(mine.id, mine.tip, BRAM)
    in_force(store, LATER)
    git(store.root, "update-ref", f"{RECORDS}{mine.id}", record)
    later = Store(store.root)
    assert later.proposal(mine.id).state is ProposalState.INGEDIEND
    assert later.take_over(mine.id, mine.tip, BRAM) == commit
    assert later.proposal(mine.id).state is ProposalState.OVERGENOMEN
    assert git(store.root, "rev-list", "--count", f"{main}..main") == "2"


def test_a_reason_that_reads_as_the_facts_of_another_proposal_takes_nothing_over(store):
    """What people write is no line of ours: the other proposal is still there to be taken over."""
    mine = handed_in(store, GOAL)
    words = f"Zo.\n\nVoorstel: {mine.id}\nStand-van-het-voorstel: {mine.tip}"
    begun = store.begin(BRAM, "Ander", words)
    other = store.save(begun.id, begun.tip, edited(ELSEWHERE), "Een", BRAM)
    store.move_to(other.id, ProposalState.INGEDIEND, BRAM)
    store.take_over(other.id, other.tip, BRAM)
    commit = store.take_over(mine.id, mine.tip, BRAM)
    assert files_at(store, commit) == {**BASE, **edited(GOAL, ELSEWHERE)}
