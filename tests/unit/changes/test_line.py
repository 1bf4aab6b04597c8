"""The line of a branch: what it is made on, and what stood on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.changes.git import GitTree
from polderkoers.changes.ledger import judge
from polderkoers.changes.line import Line, common, own_line, published_lines, typed
from polderkoers.changes.memory import history_key
from polderkoers.policy.tree import Folder
from support.git import git
from support.listed import content, right, write_list
from support.made_up import root_with

PLAN = "data/kernopgaven/fijn-wonen.yaml"


def save(root: Path, title: str) -> str:
    """Give the kernopgave a title, commit that, and return the commit."""
    path = root / PLAN
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(f"titel: {title}\n" if row.startswith("titel:") else row for row in rows), encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", title)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path) -> Path:
    """A project with two commits on main."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    save(root, "Een")
    save(root, "Twee")
    return root


def test_on_main_the_line_is_that_of_head(root):
    """On the main branch, on a name of its own and on no branch at all, work is made on HEAD."""
    head = git(root, "rev-parse", "HEAD")
    assert own_line(root).tip == head
    git(root, "checkout", "--quiet", "--detach")
    assert own_line(root).tip == head
    git(root, "branch", "--quiet", "--move", "main", "hoofd")
    git(root, "checkout", "--quiet", "hoofd")
    assert own_line(root).tip == head


def test_on_a_branch_the_line_is_where_it_left_main(root):
    """A branch is made on the last commit that it shares with main, also when main went on."""
    fork = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "voorstel")
    save(root, "Voorstel")
    assert own_line(root).tip == fork
    git(root, "checkout", "--quiet", "main")
    save(root, "Drie")
    git(root, "checkout", "--quiet", "voorstel")
    assert own_line(root).tip == fork


def test_of_several_main_branches_the_nearest_counts(root, tmp_path):
    """The main branch of a fork may be months behind the one that the branch was made on."""
    git(tmp_path, "clone", "--quiet", str(root), "fork")
    newest = save(root, "Drie")
    fork = tmp_path / "fork"
    git(fork, "remote", "add", "upstream", str(root))
    git(fork, "fetch", "--quiet", "upstream")
    git(fork, "checkout", "--quiet", "-b", "voorstel", "upstream/main")
    save(fork, "Voorstel")
    assert own_line(fork).tip == newest


def test_the_main_branch_of_a_stranger_is_a_proposal(root, tmp_path):
    """Whoever fetches a proposal from somebody's main branch to look at it, judges it by our own."""
    git(tmp_path, "clone", "--quiet", str(root), "vreemd")
    save(tmp_path / "vreemd", "Voorstel")
    git(root, "remote", "add", "vreemd", str(tmp_path / "vreemd"))
    git(root, "fetch", "--quiet", "vreemd")
    fork = git(root, "rev-parse", "main")
    git(root, "checkout", "--quiet", "-b", "bekijken", "vreemd/main")
    assert own_line(root).tip == fork


def test_a_policy_in_a_subfolder_has_its_own_list(tmp_path):
    """An instance below the top of a repository is judged by what happened in its own folder."""
    root = root_with(tmp_path / "voorbeelden" / "dorp")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    first = save(root, "Een")
    write_list(root, right(root, "2020", first))
    save(root, "Een")
    line = own_line(root)
    assert line.brought("2020", content(root, first)) == line.tip
    assert judge(root, Folder(root)).past.notes == ()


def test_the_main_branch_may_have_another_name(root, tmp_path):
    """What the forge calls its main branch is the main branch."""
    git(root, "branch", "--quiet", "--move", "main", "trunk")
    git(tmp_path, "clone", "--quiet", str(root), "kopie")
    kopie = tmp_path / "kopie"
    fork = git(kopie, "rev-parse", "HEAD")
    git(kopie, "checkout", "--quiet", "-b", "main")
    save(kopie, "Voorstel")
    assert own_line(kopie).tip == fork


def test_a_proposal_called_master_beside_main_is_no_main_branch(root):
    """Where nothing tells what the main branch is called, the other of the two names is a proposal: here and published."""
    fork = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "master")
    proposed = save(root, "Voorstel")
    assert own_line(root).tip == fork
    git(root, "checkout", "--quiet", "-b", "voorstel")
    save(root, "Erop")
    assert own_line(root).tip == fork
    git(root, "checkout", "--quiet", "main")
    git(root, "update-ref", "refs/remotes/origin/main", fork)
    git(root, "update-ref", "refs/remotes/origin/master", proposed)
    assert [line.tip for line in published_lines(root, fork)] == [fork]
    git(root, "update-ref", "refs/remotes/origin/main", save(root, "Drie"))
    assert list(published_lines(root, fork)) == []
    assert [line.tip for line in published_lines(root, proposed)] == [proposed]
    assert [line.tip for line in published_lines(root, own_line(root).tip)] == [own_line(root).tip]


def test_a_line_holds_what_stood_on_it_and_not_what_was_merged_and_taken_back(root):
    """What only a side branch held is not found on the line; the newest of equal contents is."""
    git(root, "checkout", "--quiet", "-b", "zij")
    side = content(root, save(root, "Zij"))
    save(root, "Twee")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "samen", "zij")
    line = Line(root, git(root, "rev-parse", "HEAD"))
    assert line.holding(side) is None
    first = git(root, "rev-list", "--max-parents=0", "HEAD")
    assert line.holding(content(root, first)) == first
    assert line.has(git(root, "rev-parse", "zij"))


def test_the_first_commit_that_listed_a_version_brought_it(root):
    """A later change of the list does not bring a version anew, and another text is another version."""
    first = git(root, "rev-parse", "HEAD~1")
    write_list(root, right(root, "2020", first))
    brought = save(root, "Twee")
    write_list(root, right(root, "2020", "HEAD~2"), right(root, "2021", "HEAD~1"))
    save(root, "Twee")
    line = Line(root, git(root, "rev-parse", "HEAD"))
    assert line.brought("2020", content(root, first)) == brought
    assert line.brought("2020", content(root, brought)) is None
    assert line.brought("2022", content(root, first)) is None


def test_what_a_proposal_has_in_common_with_its_base(root):
    """The base itself when it is in the proposal, or else where both parted."""
    fork = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "voorstel")
    last = save(root, "Voorstel")
    assert common(root, fork, last) == fork
    git(root, "checkout", "--quiet", "main")
    assert common(root, save(root, "Drie"), last) == fork


@pytest.mark.parametrize(
    ("value", "asked"),
    [("1" * 40, f'"{"1" * 40}"'), ("12e5", '"12e5"'), ("2020", '"2020"'), ("a1", "a1"), ("v1", "v1")],
)
def test_what_looks_like_a_number_is_typed_in_quotes(value, asked):
    """What a message tells to type is text for every reader of YAML."""
    assert typed(value) == asked


def test_the_judgement_of_a_tree_says_what_changed_since_its_base(root):
    """A file that says something else under the same number is named, by what the work is made on."""
    save(root, "Drie")
    before = git(root, "rev-parse", "HEAD~1")
    assert judge(root, GitTree(root, git(root, "rev-parse", "HEAD")), before).past.unraised_since == {PLAN}
    assert judge(root, Folder(root)).past.unraised_since == frozenset()


def test_what_git_says_is_the_same_until_something_changes(root):
    """A commit, a tag and another base change what a check remembers by; asking twice does not."""
    seen = [history_key(root, None), history_key(root, "x")]
    assert history_key(root, None) == seen[0]
    git(root, "tag", "v1")
    seen.append(history_key(root, None))
    save(root, "Drie")
    seen.append(history_key(root, None))
    assert len(set(seen)) == 4
