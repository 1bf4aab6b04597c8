"""Reading a commit as a tree, without touching anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.changes.git import GitTree, changed_files, resolve
from polderkoers.errors import CloneShallow, GitMissing, NoRepository, VersionUnknown
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem
from support.git import git
from support.made_up import root_with


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with the small valid policy in one tagged commit."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Eerste")
    git(root, "tag", "v1")
    return root


def theme(root: Path) -> Path:
    """Return a file of the policy."""
    return root / "data" / "themas.yaml"


def test_a_commit_reads_as_it_was(repository):
    """A commit gives the policy of that time, whatever stands in the folder now."""
    now = load(repository)
    theme(repository).write_text("kapot: [", encoding="utf-8")
    then = load(GitTree(repository, resolve(repository, "v1")))
    assert then.problems == now.problems == ()
    assert [document.data for document in then.documents] == [document.data for document in now.documents]


@pytest.mark.parametrize("name", ["v1", "main", "HEAD", "HEAD~0", "refs/tags/v1", "main^{commit}"])
def test_every_usual_name_of_a_commit_works(repository, name):
    """A tag, a branch and the ways to write a commit all name it."""
    assert resolve(repository, name) == git(repository, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "name",
    ["", "-v1", "--output=/tmp/x", "v1 v2", "v1\n", "bestaat-niet", "v1:data", "../..", "v1;id", "$(id)", "\u202ev1", "x" * 300],
)  # fmt: skip
def test_what_is_no_version_is_refused(repository, name):
    """A name that is an option, a path, a command or nothing at all is refused with the name in the message."""
    with pytest.raises(VersionUnknown, match="is niet te vinden"):
        resolve(repository, name)


def test_nothing_is_touched(repository):
    """Reading leaves the folder, the index, the branches and the worktrees as they were."""

    def state() -> list[str]:
        return [git(repository, *each.split()) for each in ("status --porcelain", "worktree list", "for-each-ref")] + [
            str(sorted((repository / ".git").rglob("*")))
        ]

    theme(repository).write_text("anders: 1\n", encoding="utf-8")
    before = state()
    load(GitTree(repository, resolve(repository, "v1")))
    assert state() == before


def test_a_policy_in_a_subfolder_of_a_repository_is_read_from_there(tmp_path):
    """The root need not be the top of the repository."""
    root = root_with(tmp_path / "deep" / "er")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Eerste")
    assert load(GitTree(root, resolve(root, "HEAD"))).file_count == load(root).file_count


def test_links_and_submodules_are_problems(repository):
    """A symbolic link or submodule in a commit is a problem, never followed."""
    (repository / "data" / "kernopgaven" / "link.yaml").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},data/kernopgaven/module.yaml")
    git(repository, "commit", "--quiet", "--message", "Vreemd")
    tree = GitTree(repository, resolve(repository, "HEAD"))
    found = {source.file: source.read() for source in tree.data_files()}
    for name, words in (("link", "koppeling naar een andere plek"), ("module", "ander project")):
        problem = found[f"data/kernopgaven/{name}.yaml"]
        assert isinstance(problem, Problem)
        assert words in problem.message


def test_names_with_odd_signs_and_large_files_are_read(repository):
    """A file name with spaces, quotes or accents is read as it is, and a file over the limit is a problem."""
    odd = repository / "data" / "kernopgaven" / 'é "x"\t.yaml'
    odd.write_text("a: 1\n", encoding="utf-8")
    large = repository / "data" / "kernopgaven" / "groot.yaml"
    large.write_bytes(b"a" * 1_000_001)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Vreemd")
    found = {source.file: source.read() for source in GitTree(repository, resolve(repository, "HEAD")).data_files()}
    assert found['data/kernopgaven/é "x"\t.yaml'] == b"a: 1\n"
    assert isinstance(found["data/kernopgaven/groot.yaml"], Problem)


def test_changed_files_are_those_that_differ(repository):
    """Changed, added and removed files are named, and no others."""
    tree = GitTree(repository, resolve(repository, "v1"))
    assert changed_files(tree, Folder(repository)) == frozenset()
    theme(repository).write_text(theme(repository).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (repository / "data" / "plaatsen.yaml").unlink()
    (repository / "data" / "nieuw.yaml").touch()
    changed = {"data/themas.yaml", "data/plaatsen.yaml", "data/nieuw.yaml"}
    assert changed_files(tree, Folder(repository)) == changed


def test_a_folder_without_git_says_so(tmp_path):
    """Outside a repository the message says what to do."""
    with pytest.raises(NoRepository, match="git clone"):
        resolve(root_with(tmp_path), "main")


def test_a_shallow_clone_says_so(repository, tmp_path):
    """In a shallow clone the message says how to fetch the rest."""
    theme(repository).write_text(theme(repository).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Tweede")
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-tags", repository.as_uri(), "shallow")
    with pytest.raises(CloneShallow, match="git fetch --unshallow --tags"):
        resolve(tmp_path / "shallow", "v1")


def test_a_machine_without_git_says_so(repository, monkeypatch):
    """Without the program the message says what is missing."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitMissing, match="installeer git"):
        resolve(repository, "v1")


def test_what_could_not_be_read_can_be_asked_for_again(repository, monkeypatch):
    """A second question gives the same message, and the contents when Git is there again."""
    source = next(GitTree(repository, resolve(repository, "v1")).data_files())
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        for _ in range(2):
            with pytest.raises(GitMissing, match="installeer git"):
                source.read()
    assert isinstance(source.read(), bytes)
