"""Bringing a proposal up to date: what merges is merged, what clashes is shown in three texts, and nothing of either side is lost."""

from __future__ import annotations

import re

import pytest

from polderkoers.errors.werkbank import FileRefused, NothingToUndo, NotTaken, NotUpdated, StepRefused
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.updating import Clashes
from polderkoers.werkbank.store.values import Proposal, ProposalState
from support.git import git, save
from support.merging import BASE, GREEN, HOUSES
from support.proposing import ANNA, BRAM, GOAL, bare, clone, edited, files_at, in_force, proposed

MINE = ("naam: Genoeg huizen\n", "naam: Meer huizen\n")
ADDRESSES = "data/adressen.yaml"
THEIRS = ("naam: Genoeg huizen\n", "naam: Betere huizen\n")
ELSEWHERE = ("naam: Lege winkels worden huizen\n", "naam: Lege winkels worden woningen\n")


@pytest.fixture
def store(tmp_path) -> Store:
    """A store in a bare repository."""
    return Store(bare(tmp_path / "polderdam"))


def clashing(store: Store) -> tuple[Proposal, str, Clashes]:
    """Return a proposal of which a name clashes with what came in force, that commit, and the clashes."""
    mine = proposed(store, MINE)
    main = in_force(store, THEIRS, ELSEWHERE)
    found = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(found, Clashes)
    return mine, main, found


def test_what_others_changed_elsewhere_comes_in(store):
    """Two changes in one file are both there afterwards, and the proposal is made on what is in force now."""
    mine = proposed(store, MINE)
    main = in_force(store, ELSEWHERE)
    now = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(now, Proposal)
    assert now.base == main
    assert files_at(store, now.tip) == {**BASE, **edited(MINE, ELSEWHERE)}
    assert Store(store.root).proposal(mine.id) == now
    assert git(store.root, "rev-list", "--parents", "-1", now.tip).split()[1:] == [mine.tip, main]
    assert git(store.root, "merge-base", "main", now.tip) == main


def test_what_is_up_to_date_stays_where_it_is(store):
    """Nothing is written when nothing came in force."""
    mine = proposed(store)
    assert store.update(mine.id, mine.tip, ANNA) == mine


def test_a_clash_is_told_in_three_texts_with_what_comes_in_besides(store):
    """Both changed a name: it was, yours and theirs are shown with what it is about, and nothing is written."""
    mine, main, found = clashing(store)
    (clash,) = found.clashes
    assert (clash.was, clash.mine, clash.theirs) == ("Genoeg huizen", "Meer huizen", "Betere huizen")
    assert clash.ref == "fijn-wonen/doel-genoeg-huizen"
    assert "aam van" in clash.about
    assert found.seen == main
    (coming,) = found.coming
    assert "Lege winkels worden woningen" in coming
    assert store.proposal(mine.id) == mine


def test_what_clashes_does_not_come_in_by_itself_however_it_is_decided(store):
    """Of two clashes one may be decided already: neither is told among what comes in besides, which stays the same."""
    goal = ("naam: Lege winkels worden huizen\n", "naam: Lege winkels gaan open\n")
    mine = proposed(store, MINE, goal)
    in_force(store, THEIRS, ELSEWHERE)
    found = store.update(mine.id, mine.tip, ANNA)
    assert (len(found.clashes), found.coming) == (2, ())
    for side in ("was", "mine", "theirs"):
        less = store.update(mine.id, mine.tip, ANNA, {found.clashes[0].key: side}, found.seen)
        assert (less.clashes, less.coming) == (found.clashes[1:], ())


@pytest.mark.parametrize(("side", "name"), [("was", "Genoeg"), ("mine", "Meer"), ("theirs", "Betere")])
def test_a_clash_is_decided_by_three_choices(store, side, name):
    """Each choice gives its own text, and what did not clash is there in any case."""
    mine, main, found = clashing(store)
    now = store.update(mine.id, mine.tip, BRAM, {found.clashes[0].key: side}, found.seen)
    assert isinstance(now, Proposal)
    assert now.base == main
    text = (files_at(store, now.tip)[HOUSES]).decode()
    assert f"naam: {name} huizen\n" in text
    assert ELSEWHERE[1] in text


def test_a_choice_counts_for_what_was_shown_only(store):
    """When something else came in force since the clash was shown, the choice is for what was seen, and the rest comes later."""
    mine, main, found = clashing(store)
    newest = in_force(store, ("naam: Betere huizen\n", "naam: Allerbeste huizen\n"))
    now = store.update(mine.id, mine.tip, ANNA, {found.clashes[0].key: "mine"}, found.seen)
    assert isinstance(now, Proposal)
    assert now.base == main
    again = store.update(mine.id, now.tip, ANNA)
    assert isinstance(again, Clashes)
    assert (again.seen, again.clashes[0].theirs) == (newest, "Allerbeste huizen")


def test_a_commit_that_never_was_in_force_brings_nothing_in(store):
    """Only what is on the main branch, and not before what the proposal is made on, can be merged."""
    mine, other = proposed(store, MINE), proposed(store, ELSEWHERE, title="Ander")
    older = store.main_commit()
    in_force(store, THEIRS)
    with pytest.raises(NotUpdated):
        store.update(mine.id, mine.tip, ANNA, seen=other.tip)
    assert store.update(mine.id, mine.tip, ANNA, seen=older) == mine


def test_an_unknown_choice_decides_nothing(store):
    """A choice for no clash, or one that is none of the three, leaves the clash."""
    mine, _, found = clashing(store)
    again = store.update(mine.id, mine.tip, ANNA, {"veld:x": "mine", found.clashes[0].key: "alles"})
    assert isinstance(again, Clashes)
    assert again.clashes == found.clashes


def test_undo_stops_where_changes_of_others_came_in(store):
    """What was done after an update is undone; the update itself is not, because that would take back what others did."""
    mine = proposed(store, MINE)
    in_force(store, ELSEWHERE)
    updated = store.update(mine.id, mine.tip, ANNA)
    after = store.save(mine.id, updated.tip, {GREEN: None}, "Haal groen weg", ANNA)
    back = store.undo(mine.id, after.tip, ANNA)
    assert files_at(store, back.tip) == files_at(store, updated.tip)
    assert back.base == updated.base
    with pytest.raises(NothingToUndo, match="bijgewerkt"):
        store.undo(mine.id, back.tip, ANNA)


def test_what_is_handed_in_can_be_brought_up_to_date(store):
    """Who decides need not send a proposal back because something else came first."""
    mine = proposed(store, MINE)
    store.move_to(mine.id, ProposalState.INGEDIEND, ANNA)
    main = in_force(store, ELSEWHERE)
    now = store.update(mine.id, mine.tip, BRAM)
    assert (now.state, now.base) == (ProposalState.INGEDIEND, main)


def test_files_that_came_and_went_on_either_side_are_as_they_should_be(store):
    """A file that one side added or took away is so afterwards; what the main branch has outside data/ comes along."""
    begun = store.begin(ANNA, "Groen weg")
    mine = store.save(begun.id, begun.tip, {GREEN: None}, "Haal groen weg", ANNA)
    main = in_force(store, ELSEWHERE)
    now = store.update(mine.id, mine.tip, ANNA)
    assert GREEN not in files_at(store, now.tip)
    assert git(store.root, "diff", "--name-only", main, now.tip) == GREEN


def test_a_file_that_cannot_be_read_stops_the_update(store):
    """What cannot be merged by its items is not merged at all, and the file is named."""
    mine = proposed(store, MINE)
    mine = store.save(mine.id, mine.tip, {HOUSES: b"a: [\n"}, "Maak stuk", ANNA)
    in_force(store, ELSEWHERE)
    with pytest.raises(NotUpdated, match=r"fijn-wonen\.yaml"):
        store.update(mine.id, mine.tip, ANNA)
    assert store.proposal(mine.id) == mine


def test_what_somebody_changed_outside_the_policy_is_not_dropped(tmp_path):
    """A branch in which Git was used to change another file is not brought up to date without it, but refused."""
    store = Store(clone(tmp_path / "polderdam"))
    mine = proposed(store, MINE)
    git(store.root, "switch", "--quiet", f"voorstel/{mine.id}")
    (store.root / "mkdocs.yml").write_text("site_name: Anders\n", encoding="utf-8")
    tip = save(store.root)
    git(store.root, "switch", "--quiet", "main")
    in_force(store, ELSEWHERE)
    with pytest.raises(NotTaken, match="geen beleid"):
        store.update(mine.id, tip, ANNA)
    with pytest.raises(FileRefused):
        store.save(mine.id, tip, {"mkdocs.yml": None}, "x", ANNA)


def test_both_doing_the_same_is_no_clash(store):
    """Equal changes of two people are that change."""
    mine = proposed(store, GOAL)
    main = in_force(store, GOAL)
    now = store.update(mine.id, mine.tip, ANNA)
    assert files_at(store, now.tip) == files_at(store, main)


def test_a_branch_in_which_somebody_works_is_not_brought_up_to_date(tmp_path):
    """Handed in or not: the files of who has it checked out would stay behind."""
    store = Store(clone(tmp_path / "polderdam"))
    mine = proposed(store, MINE)
    store.move_to(mine.id, ProposalState.INGEDIEND, ANNA)
    in_force(store, ELSEWHERE)
    git(store.root, "switch", "--quiet", f"voorstel/{mine.id}")
    with pytest.raises(StepRefused, match="uitgecheckt"):
        store.update(mine.id, mine.tip, ANNA)
    assert store.proposal(mine.id).tip == mine.tip


def test_a_number_that_both_raised_is_raised_once_more(store):
    """What came of two changes is neither of them, and so has a number of its own, with no line left to write by hand."""
    raised = ('versie: "1.2"', 'versie: "1.3"')
    mine = proposed(store, MINE, raised)
    in_force(store, ELSEWHERE, raised)
    now = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(now, Proposal)
    text = files_at(store, now.tip)[HOUSES].decode()
    assert 'versie: "1.4"' in text
    assert MINE[1] in text
    assert ELSEWHERE[1] in text


def test_a_number_stays_when_the_merge_is_what_is_in_force(store):
    """Of two equal changes nothing more comes, and so no number."""
    raised = ('versie: "1.2"', 'versie: "1.3"')
    mine = proposed(store, MINE, raised)
    main = in_force(store, MINE, raised)
    now = store.update(mine.id, mine.tip, ANNA)
    assert files_at(store, now.tip) == files_at(store, main)


@pytest.mark.parametrize("side", ["was", "mine"])
def test_what_is_kept_after_all_has_no_former_address(store, side):
    """Somebody removed a goal, and another changed it and keeps it: the list of former addresses does not say that it is gone."""
    path = "data/adressen.yaml"
    stone = "  - was: fijn-wonen/doel-leegstand\n    soort: doel\n    gebeurd: vervallen\n    naam: Leegstand\n"
    mine = proposed(store, ("naam: Minder leegstand\n", "naam: Geen leegstand meer\n"))
    other = store.begin(BRAM, "Weg")
    houses = re.sub(r"(?ms)^  - id: doel-leegstand\n.*?(?=^  - id: |^\w)", "", BASE[HOUSES].decode())
    listed = BASE[path].decode().replace("adressen:\n", f"adressen:\n{stone}", 1)
    removed = store.save(other.id, other.tip, {HOUSES: houses.encode(), path: listed.encode()}, "Weg", BRAM)
    git(store.root, "update-ref", "refs/heads/main", removed.tip)
    found = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(found, Clashes)
    while isinstance(found, Clashes):
        choices = {each.key: side for each in found.clashes}
        found = store.update(mine.id, mine.tip, ANNA, choices, found.seen)
    made = files_at(store, found.tip)
    assert b"doel-leegstand" in made[HOUSES]
    assert made[path] == BASE[path]


def _listing(row: str) -> bytes:
    return BASE[ADDRESSES].decode().replace("adressen:\n", f"adressen:\n{row}", 1).encode()


def _renamed(store, who, to: str) -> Proposal:
    """Return a proposal in which a goal gets another id."""
    row = f"  - {{was: fijn-wonen/doel-leegstand, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/{to}]}}\n"
    files = {
        name: text.replace(b"doel-leegstand", to.encode()) for name, text in BASE.items() if b"doel-leegstand" in text
    }
    begun = store.begin(who, to)
    return store.save(begun.id, begun.tip, {**files, ADDRESSES: _listing(row)}, "Hernoemd", who)


@pytest.mark.parametrize(("side", "rows"), [("mine", 2), ("theirs", 1)])
def test_of_two_new_ids_the_one_that_was_in_force_keeps_leading_somewhere(store, side, rows):
    """Two people gave one goal another id: which one stays is asked once, and every address that was in force leads to it."""
    mine = _renamed(store, ANNA, "doel-winkels-vol")
    git(store.root, "update-ref", "refs/heads/main", _renamed(store, BRAM, "doel-lege-winkels").tip)
    found = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(found, Clashes)
    (clash,) = found.clashes
    now = store.update(mine.id, mine.tip, ANNA, {clash.key: side}, found.seen)
    assert isinstance(now, Proposal)
    kept = {"mine": "doel-winkels-vol", "theirs": "doel-lege-winkels"}[side]
    listed = files_at(store, now.tip)[ADDRESSES].decode()
    assert listed.count(f"nu: [fijn-wonen/{kept}]") == rows
    assert "was: fijn-wonen/doel-leegstand," in listed
    assert ("was: fijn-wonen/doel-lege-winkels," in listed) is (side == "mine")


def test_what_was_split_meanwhile_is_not_removed_by_its_old_address_alone(store):
    """Somebody removed a goal that another had split: that is asked in words, and removing needs the two halves to go."""
    goal = re.search(r"(?ms)^  - id: doel-leegstand\n.*?(?=^  - id: |^\w)", BASE[HOUSES].decode())[0]
    above = goal.replace("doel-leegstand", "doel-boven").replace("naam: Minder leegstand", "naam: Boven")
    halves = above + goal.replace("doel-leegstand", "doel-onder").replace("naam: Minder leegstand", "naam: Onder")
    begun = store.begin(ANNA, "Weg")
    row = (
        "  - {was: fijn-wonen/doel-leegstand, soort: doel, gebeurd: vervallen, naam: Minder leegstand, uitleg: Weg.}\n"
    )
    files = {HOUSES: BASE[HOUSES].decode().replace(goal, "").encode(), ADDRESSES: _listing(row)}
    mine = store.save(begun.id, begun.tip, files, "Weg", ANNA)
    begun = store.begin(BRAM, "Gesplitst")
    row = (
        "  - {was: fijn-wonen/doel-leegstand, soort: doel, gebeurd: gesplitst in, naam: Minder leegstand, "
        "nu: [fijn-wonen/doel-boven, fijn-wonen/doel-onder]}\n"
    )
    files = {HOUSES: BASE[HOUSES].decode().replace(goal, halves).encode(), ADDRESSES: _listing(row)}
    git(store.root, "update-ref", "refs/heads/main", store.save(begun.id, begun.tip, files, "Twee", BRAM).tip)
    found = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(found, Clashes)
    (clash,) = found.clashes
    assert clash.about == "Wat er met 'Minder leegstand' is gebeurd"
    assert clash.mine == "vervallen: Weg."
    assert clash.theirs == "gesplitst in 'Boven' en 'Onder'"
    with pytest.raises(NotUpdated, match="haal daarna weg wat ervan kwam"):
        store.update(mine.id, mine.tip, ANNA, {clash.key: "mine"}, found.seen)
    now = store.update(mine.id, mine.tip, ANNA, {clash.key: "theirs"}, found.seen)
    assert b"gesplitst in" in files_at(store, now.tip)[ADDRESSES]


@pytest.mark.parametrize("made", [["doel-genoeg-huizen"], ["doel-boven", "doel-onder"]])
def test_what_became_something_else_meanwhile_does_not_stand_twice(store, made):
    """Of a goal that was merged or split while somebody changed it the question says what it became, and keeping both is refused."""
    goal = re.search(r"(?ms)^  - id: doel-leegstand\n.*?(?=^  - id: |^\w)", BASE[HOUSES].decode())[0]
    new = "".join(goal.replace("doel-leegstand", each) for each in made if each not in BASE[HOUSES].decode())
    what = "opgegaan in" if len(made) == 1 else "gesplitst in"
    row = (
        f"  - {{was: fijn-wonen/doel-leegstand, soort: doel, gebeurd: {what}, naam: Minder leegstand, "
        f"nu: [{', '.join(f'fijn-wonen/{each}' for each in made)}]}}\n"
    )
    mine = proposed(store, ("naam: Minder leegstand\n", "naam: Geen leegstand\n"))
    begun = store.begin(BRAM, "Anders")
    files = {HOUSES: BASE[HOUSES].decode().replace(goal, new).encode(), ADDRESSES: _listing(row)}
    git(store.root, "update-ref", "refs/heads/main", store.save(begun.id, begun.tip, files, "Anders", BRAM).tip)
    found = store.update(mine.id, mine.tip, ANNA)
    assert isinstance(found, Clashes)
    [clash] = [each for each in found.clashes if each.ref == "fijn-wonen/doel-leegstand"]
    assert clash.theirs.startswith(f"{what.capitalize()} '")
    choices = {each.key: "mine" for each in found.clashes}
    with pytest.raises(NotUpdated, match="dan staat de tekst er twee keer"):
        store.update(mine.id, mine.tip, ANNA, choices, found.seen)
    now = store.update(mine.id, mine.tip, ANNA, {**choices, clash.key: "theirs"}, found.seen)
    assert b"  - id: doel-leegstand\n" not in files_at(store, now.tip)[HOUSES]
