"""Saving: each save is a commit of the person, kept before anybody hears of it, and nothing of anybody is lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from polderkoers.errors.werkbank import (
    FileRefused,
    NothingToUndo,
    PersonUnknown,
    ProposalUnknown,
    StepRefused,
    TextRefused,
)
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import Moved, Person, ProposalState
from support.git import git, save
from support.merging import BASE, GREEN, HOUSES
from support.proposing import ANNA, BRAM, GOAL, bare, clone, edited, files_at, proposed

ROW = ("toelichting: Wie een huis zoekt, wacht jaren.", "toelichting: Wie een huis zoekt, wacht lang.")


@pytest.fixture(params=[("clone", "sha1"), ("bare", "sha1"), ("bare", "sha256")], ids="-".join)
def store(request, tmp_path) -> Store:
    """A store in each kind of repository."""
    kind, form = request.param
    made = {"clone": clone, "bare": bare}[kind](tmp_path / "polderdam", form)
    return Store(made)


@pytest.fixture
def one(tmp_path) -> Store:
    """A store in a clone."""
    return Store(clone(tmp_path / "polderdam"))


def test_a_proposal_begins_on_what_is_in_force(store):
    """A new proposal has what was typed, its author, and the files of today; its id comes from the title."""
    begun = store.begin(ANNA, "  Meer huizen, ook in Óóst ", "Er is te weinig.\r\nDat zegt de raad.", "R-2026-4")
    assert begun.id == "meer-huizen-ook-in-oost"
    assert (begun.title, begun.reason, begun.document) == (
        "Meer huizen, ook in Óóst",
        "Er is te weinig.\nDat zegt de raad.",
        "R-2026-4",
    )
    assert begun.author == ANNA
    assert begun.state is ProposalState.CONCEPT
    assert begun.base == begun.tip == store.main_commit()
    assert files_at(store, begun.tip) == BASE
    assert store.proposal(begun.id) == begun


def test_a_proposal_begins_with_its_first_save_in_it(store):
    """It is there at once with what was saved, as it is for who opens it anew; undo goes back to what it was made on."""
    on = store.main_commit()
    made = store.begin_saved(ANNA, "Meer huizen", on, edited(GOAL), "Naam gewijzigd")
    assert (made.title, made.base, made.state) == ("Meer huizen", on, ProposalState.CONCEPT)
    assert [(each.sentence, each.who) for each in store.saves(made.id)] == [("Naam gewijzigd", ANNA)]
    assert b"Meer huizen" in files_at(store, made.tip)[HOUSES]
    assert Store(store.root).proposal(made.id) == made
    assert files_at(store, store.undo(made.id, made.tip, ANNA).tip) == files_at(store, on)


def test_a_proposal_that_begins_with_nothing_new_has_no_save(store):
    """The files that are in force are no change; and what may not be written begins nothing."""
    on = store.main_commit()
    made = store.begin_saved(ANNA, "Niets", on, {HOUSES: BASE[HOUSES]}, "Niets gewijzigd")
    assert (made.tip, store.saves(made.id)) == (on, ())
    with pytest.raises(FileRefused):
        store.begin_saved(ANNA, "Kwaad", on, {"docs/kwaad.md": b"x"}, "Erbuiten")
    assert [each.title for each in store.proposals()] == ["Niets"]


def test_what_is_saved_is_there_for_who_opens_it_anew(store):
    """A save changes, adds and removes files; another process finds all of it, and main stays as it was."""
    main = store.main_commit()
    begun = store.begin(ANNA, "Meer huizen")
    new = {**edited(GOAL), GREEN: None, "data/kernopgaven/nieuw.yaml": b"soort: kernopgave\n"}
    made = store.save(begun.id, begun.tip, new, "Verander van alles", BRAM)
    wanted = {**BASE, **new}
    del wanted[GREEN]
    other = Store(store.root)
    assert files_at(other, made.tip) == wanted
    assert other.proposal(begun.id) == made
    assert other.proposals() == (made,)
    assert store.main_commit() == main == made.base


def test_the_author_of_a_commit_is_the_person(store):
    """Who saved is author and committer of the commit, with their sentence as its subject."""
    made = proposed(store, who=BRAM)
    told = git(store.root, "show", "--no-patch", "--format=%an|%ae|%cn|%ce|%s", made.tip)
    assert told == "Bram Çelik|bram@polderdam.example|Bram Çelik|bram@polderdam.example|Verander een doel"
    assert [(each.who, each.sentence, each.commit) for each in store.saves(made.id)] == [
        (BRAM, "Verander een doel", made.tip)
    ]


def test_saving_leaves_working_copy_and_index_alone(one):
    """A file that somebody edits, and one that they added to the index, are as they were after a save."""
    (one.root / HOUSES).write_text("half werk", encoding="utf-8")
    (one.root / "nieuw.txt").write_text("x", encoding="utf-8")
    git(one.root, "add", "nieuw.txt")
    before = git(one.root, "status", "--porcelain")
    proposed(one)
    assert git(one.root, "status", "--porcelain") == before


def test_what_changes_nothing_makes_no_save(store):
    """Saving the same once more, or taking away what is not there, leaves the proposal where it is."""
    made = proposed(store)
    assert store.save(made.id, made.tip, edited(GOAL), "Nog eens", ANNA) == made
    assert store.save(made.id, made.tip, {"data/kernopgaven/weg.yaml": None}, "Haal weg", ANNA) == made
    assert len(store.saves(made.id)) == 1


def test_who_saves_on_what_is_no_more_is_told_and_nothing_is_lost(store):
    """The second of two people who saw the same gets the newer proposal, and the first save stays."""
    made = proposed(store)
    first = store.save(made.id, made.tip, edited(GOAL, ROW), "Van Bram", BRAM)
    with pytest.raises(Moved, match="intussen veranderd") as caught:
        Store(store.root).save(made.id, made.tip, {GREEN: None}, "Van Anna", ANNA)
    assert caught.value.newer == first
    assert store.proposal(made.id) == first


def test_fifty_people_save_at_once_and_nobody_loses_anything(one):
    """Fifty threads on fifty proposals all find their own save; of fifty on one proposal all saves stand in it, one after another."""
    ours = [one.begin(ANNA, f"Voorstel {number}") for number in range(10)]
    together = one.begin(ANNA, "Samen")

    def alone(number: int) -> str:
        mine = ours[number % 10]
        return one.begin(Person(f"P{number}", "p@polderdam.example"), f"{mine.title} van {number}").id

    def in_one(number: int) -> str:
        who, proposal = Person(f"P{number}", "p@polderdam.example"), together
        text = f"soort: kernopgave\nid: k{number}\n".encode()
        while True:
            try:
                files = {f"data/kernopgaven/k{number}.yaml": text}
                return one.save(proposal.id, proposal.tip, files, f"K{number}", who).tip
            except Moved as moved:
                proposal = moved.newer

    with ThreadPoolExecutor(50) as pool:
        begun = [*pool.map(alone, range(20))]
        [*pool.map(in_one, range(30))]
    assert len({*begun}) == 20
    found = one.proposal("samen")
    assert {each.sentence for each in one.saves("samen")} == {f"K{number}" for number in range(30)}
    assert {f"data/kernopgaven/k{number}.yaml" for number in range(30)} <= files_at(one, found.tip).keys()
    assert "error" not in git(one.root, "fsck", "--full", "--strict")


def test_two_proposals_of_one_name_are_two(store):
    """The same title gives another id."""
    assert [store.begin(ANNA, "Meer huizen").id for _ in range(3)] == ["meer-huizen", "meer-huizen-2", "meer-huizen-3"]


def test_undo_goes_back_save_by_save_and_redo_forward(store):
    """Each undo shows the save before, redo the one after, and a new save ends what may come back."""
    begun = store.begin(ANNA, "Meer huizen")
    tips, now = [begun.tip], begun
    for number in range(3):
        now = store.save(begun.id, now.tip, {HOUSES: b"a: %d\n" % number}, f"Zet {number}", ANNA)
        tips.append(now.tip)
    shown = []
    for _ in range(3):
        now = store.undo(begun.id, now.tip, BRAM)
        shown.append(files_at(store, now.tip)[HOUSES])
    assert shown == [b"a: 1\n", b"a: 0\n", BASE[HOUSES]]
    with pytest.raises(NothingToUndo):
        store.undo(begun.id, now.tip, ANNA)
    for wanted in (b"a: 0\n", b"a: 1\n"):
        now = Store(store.root).redo(begun.id, now.tip, ANNA)
        assert files_at(store, now.tip)[HOUSES] == wanted
    now = store.save(begun.id, now.tip, {HOUSES: b"a: 9\n"}, "Anders", ANNA)
    with pytest.raises(NothingToUndo):
        store.redo(begun.id, now.tip, ANNA)
    now = store.undo(begun.id, now.tip, ANNA)
    assert files_at(store, now.tip)[HOUSES] == b"a: 1\n"
    # Nothing went: what was undone still stands in the history.
    assert {*tips} <= {*git(store.root, "rev-list", now.tip).split()}


def test_undo_says_what_it_undoes(one):
    """The sentence of an undo names what was undone, also after more of them."""
    made = proposed(one)
    made = one.save(made.id, made.tip, {GREEN: None}, "Haal groen weg", ANNA)
    made = one.undo(made.id, made.tip, ANNA)
    made = one.undo(made.id, made.tip, ANNA)
    one.redo(made.id, made.tip, ANNA)
    assert [each.sentence for each in one.saves(made.id)][:3] == [
        "Opnieuw gedaan: Verander een doel",
        "Ongedaan gemaakt: Verander een doel",
        "Ongedaan gemaakt: Haal groen weg",
    ]


def test_remarks_of_two_at_once_both_stay(one):
    """Remarks do not wait for each other's proposal, and none is lost."""
    made = proposed(one)
    with ThreadPoolExecutor(8) as pool:
        [
            *pool.map(
                lambda n: one.remark(made.id, BRAM, "fijn-wonen/doel-genoeg-huizen", f"Vraag {n}\nen meer"), range(12)
            )
        ]
    found = one.proposal(made.id)
    assert {each.text for each in found.remarks} == {f"Vraag {n}\nen meer" for n in range(12)}
    assert {each.about for each in found.remarks} == {"fijn-wonen/doel-genoeg-huizen"}
    assert {each.who for each in found.remarks} == {BRAM}
    assert len({each.id for each in found.remarks}) == 12
    assert found.tip == made.tip


def test_a_proposal_is_described_anew(store):
    """Title, reason and document change, the id and the files do not."""
    made = proposed(store)
    now = store.describe(made.id, made.tip, BRAM, title="Nog meer huizen", reason="Omdat", document="")
    assert (now.id, now.title, now.reason, now.tip) == (made.id, "Nog meer huizen", "Omdat", made.tip)
    assert Store(store.root).proposal(made.id) == now


def test_what_is_handed_in_is_not_changed_until_it_comes_back(store):
    """Saving, undoing and describing are refused while it is handed in, with what to do; taken back they work again."""
    made = proposed(store)
    handed = store.move_to(made.id, ProposalState.INGEDIEND, ANNA)
    for attempt in (
        lambda: store.save(made.id, made.tip, {GREEN: None}, "x", ANNA),
        lambda: store.undo(made.id, made.tip, ANNA),
        lambda: store.describe(made.id, made.tip, ANNA, title="x", reason="", document=""),
    ):
        with pytest.raises(StepRefused, match="ingeleverd"):
            attempt()
    assert store.proposal(made.id) == handed
    store.move_to(made.id, ProposalState.CONCEPT, ANNA)
    assert store.save(made.id, made.tip, {GREEN: None}, "x", ANNA).state is ProposalState.CONCEPT


def test_another_process_that_hands_in_stops_a_save_of_this_one(one):
    """What this process remembers of a state is never what counts."""
    made = proposed(one)
    Store(one.root).move_to(made.id, ProposalState.INGEDIEND, BRAM)
    with pytest.raises(StepRefused, match="ingeleverd"):
        one.save(made.id, made.tip, {GREEN: None}, "x", ANNA)
    assert one.proposal(made.id).tip == made.tip


def test_nothing_is_handed_in_while_nothing_changed(one):
    """An empty proposal, and one of which all was undone, cannot be handed in."""
    begun = one.begin(ANNA, "Leeg")
    with pytest.raises(StepRefused, match="verandert nog niets"):
        one.move_to(begun.id, ProposalState.INGEDIEND, ANNA)
    made = proposed(one)
    one.undo(made.id, made.tip, ANNA)
    with pytest.raises(StepRefused, match="verandert nog niets"):
        one.move_to(made.id, ProposalState.INGEDIEND, ANNA)


def test_a_branch_in_which_somebody_works_with_git_is_left_to_them(one):
    """While the branch is checked out nothing is saved, because the files there would stay behind."""
    made = proposed(one)
    git(one.root, "switch", "--quiet", f"voorstel/{made.id}")
    with pytest.raises(StepRefused, match="uitgecheckt"):
        one.save(made.id, made.tip, {GREEN: None}, "x", ANNA)
    git(one.root, "switch", "--quiet", "main")
    assert one.save(made.id, made.tip, {GREEN: None}, "x", ANNA).tip != made.tip


def test_what_somebody_commits_with_git_is_part_of_the_proposal(one):
    """A commit that was made by hand counts: it is the tip, and its base is what Git tells."""
    made = proposed(one)
    git(one.root, "switch", "--quiet", f"voorstel/{made.id}")
    (one.root / GREEN).unlink()
    tip = save(one.root, "Met de hand")
    git(one.root, "switch", "--quiet", "main")
    with pytest.raises(Moved) as caught:
        one.save(made.id, made.tip, {HOUSES: None}, "x", ANNA)
    newer = caught.value.newer
    assert (newer.tip, newer.base) == (tip, made.base)
    assert GREEN not in files_at(one, newer.tip)
    assert GREEN in files_at(one, one.undo(made.id, tip, ANNA).tip)


@pytest.mark.parametrize("name", ["", "../main", "a/b", "A", "a..b", "-x", "x" * 61, "a\n", "é", "a.lock", "@{1}"])
def test_a_hostile_name_is_no_proposal(one, name):
    """What is no id is refused before Git hears of it."""
    with pytest.raises(ProposalUnknown):
        one.proposal(name)
    with pytest.raises(ProposalUnknown):
        one.save(name, one.main_commit(), {HOUSES: b"x\n"}, "x", ANNA)


def test_a_hostile_commit_is_no_tree(one):
    """Only the full id of a commit is read."""
    for commit in ("HEAD", "main", "--output=x", "", "a" * 39):
        with pytest.raises(ProposalUnknown):
            files_at(one, commit)


@pytest.mark.parametrize("title", ["", "   ", "a\nb", "a\x00b", "a\x1bb", "x" * 201, "a\u202eb", "a\u2028b", "\ud800"])
def test_a_title_is_one_plain_line(one, title):
    """A title with line breaks, control signs or signs that turn the order around is refused, and nothing begins."""
    with pytest.raises(TextRefused):
        one.begin(ANNA, title)
    assert one.proposals() == ()


@pytest.mark.parametrize(
    "who",
    [("", "a@b"), ("A", ""), ("A <x>", "a@b"), ("A", "a b@c"), ("A\0", "a@b"), ("A", "a@b>\nx"), ("A", "geen-adres")],
)
def test_nobody_saves_without_a_name_that_can_stand_in_a_commit(one, who):
    """A person that would break the head of a commit is refused."""
    with pytest.raises(PersonUnknown):
        one.begin(Person(*who), "Titel")
    assert one.proposals() == ()


def test_a_sentence_cannot_pretend_to_be_something_of_ours(one):
    """What looks like our own lines in the message of a commit is a part of the sentence."""
    made = proposed(one)
    forged = f"Verander\n\nBasis: {'a' * 40}\nToont: {'b' * 40}"
    now = one.save(made.id, made.tip, {GREEN: None}, forged, ANNA)
    assert Store(one.root).proposal(made.id).base == made.base
    assert HOUSES in files_at(one, one.undo(made.id, now.tip, ANNA).tip)


def test_a_record_that_cannot_be_read_is_no_proposal(one):
    """Rubbish in the place of a record hides that proposal, and no other."""
    made, other = proposed(one), proposed(one, title="Ander")
    rubbish = git(one.root, "commit-tree", "HEAD^{tree}", "-m", json.dumps({"vorm": 1}))
    git(one.root, "update-ref", f"refs/polderkoers/voorstellen/{made.id}", rubbish)
    assert [each.id for each in one.proposals()] == [other.id]
    with pytest.raises(ProposalUnknown):
        one.proposal(made.id)


def test_a_project_in_a_folder_of_a_repository_is_saved_there(tmp_path):
    """Paths of a save are those of the project, wherever it stands; what is beside it stays."""
    clone(tmp_path / "bron")
    root = tmp_path / "geheel" / "beleid van ons"
    root.parent.mkdir()
    (tmp_path / "bron" / "data").rename(tmp_path / "data")
    root.mkdir()
    (tmp_path / "data").rename(root / "data")
    git(root.parent, "init", "--quiet", "--initial-branch=main")
    (root.parent / "los.txt").write_text("x", encoding="utf-8")
    save(root.parent)
    store = Store(root)
    made = proposed(store)
    assert git(root.parent, "diff", "--name-only", "main", made.tip) == f"beleid van ons/{HOUSES}"
    assert files_at(store, made.tip)[HOUSES] == edited(GOAL)[HOUSES]
