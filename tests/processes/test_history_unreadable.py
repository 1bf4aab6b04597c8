"""Why a history cannot be read: each cause is told as it is, with its cure, and none of them passes for an answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree, changed_paths, resolve
from polderkoers.changes.git_call import ask, records, why_unreadable
from polderkoers.changes.ledger import judge
from polderkoers.changes.versions import load_version
from polderkoers.cli import main
from polderkoers.errors import (
    BranchEmpty,
    CloneShallow,
    GitMissing,
    HistoryUnreadable,
    NoRepository,
    NothingCommitted,
    ObjectsMissing,
    OwnerOther,
    RepositoryAround,
    RepositoryBroken,
    SchemasMissing,
    SettingsBroken,
)
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder
from support.git import git
from support.listed import right, write_list
from support.made_up import root_with

# Signs anything, and says so when it is asked.
_SIGNER = """#!/bin/sh
cat > /dev/null
case "$*" in
*--verify*) echo "[GNUPG:] GOODSIG ABC T"; echo "gpg: Good signature" >&2 ;;
*) echo "[GNUPG:] SIG_CREATED D 1 8 00 1 ABC" >&2
   printf -- "-----BEGIN PGP SIGNATURE-----\\n\\nabc\\n-----END PGP SIGNATURE-----\\n" ;;
esac
"""


@pytest.fixture
def root(tmp_path) -> Path:
    """A project with a listed version, and a commit after it."""
    root = root_with(tmp_path / "met spatie")
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / ".git" / "info" / "exclude").write_text(".polderkoers\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "eerste")
    write_list(root, right(root, "2020", git(root, "rev-parse", "HEAD")))
    path = root / "data/themas.yaml"
    path.write_text(path.read_text("utf-8").replace('versie: "1.0"', 'versie: "1.1"') + "\n# x\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "tweede")
    return root


def everything_fails(root: Path, capsys, words: str) -> None:
    """The check, the list and a comparison fail with the cause; with --zonder-historie the check goes on."""
    for arguments in (["check"], ["check", "--changed-from", "HEAD"], ["versions"], ["diff", "2020", "nu"]):
        capsys.readouterr()
        assert main([*arguments, "--root", str(root)]) == 2, arguments
        printed = capsys.readouterr()
        assert words in printed.err, arguments
        assert "Alles klopt" not in printed.out
    assert main(["check", "--zonder-historie", "--root", str(root)]) == 0
    assert "Niet gecontroleerd: de versies" in capsys.readouterr().err


def test_a_shallow_clone(root, tmp_path, capsys):
    """A clone that was cut off says how to fetch the rest."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "kopie")
    assert isinstance(judge(tmp_path / "kopie", Folder(tmp_path / "kopie")).failure, CloneShallow)
    everything_fails_but_head(tmp_path / "kopie", capsys)


def everything_fails_but_head(root: Path, capsys) -> None:
    """In a shallow clone the last commit is there to compare with; the versions are not."""
    for arguments in (["check"], ["check", "--changed-from", "HEAD"], ["versions"], ["diff", "2020", "nu"]):
        capsys.readouterr()
        assert main([*arguments, "--root", str(root)]) == 2, arguments
        assert "git fetch --unshallow --tags" in capsys.readouterr().err


def test_a_clone_without_the_files_of_then(root, tmp_path, capsys):
    """A blobless clone has the commits and not their files; its cure works."""
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", root.as_uri(), "kopie")
    kopie = tmp_path / "kopie"
    everything_fails(kopie, capsys, "git fetch --refetch --no-filter")
    with pytest.raises(ObjectsMissing):
        load(GitTree(kopie, resolve(kopie, "HEAD~1")))
    git(kopie, "fetch", "--quiet", "--refetch", "--no-filter")
    assert main(["check", "--root", str(kopie)]) == 0
    assert "Alles klopt" in capsys.readouterr().out


def test_a_clone_without_trees(root, tmp_path, capsys):
    """A clone without the folders of then says the same."""
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=tree:0", root.as_uri(), "kopie")
    everything_fails(tmp_path / "kopie", capsys, "git fetch --refetch --no-filter")


def test_the_folder_of_another_user(root, capsys, monkeypatch):
    """Git's own line to trust the folder stands in the message, with the whole path in quotes."""
    assert main(["check", "--root", str(root)]) == 0
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert isinstance(why_unreadable(root), OwnerOther)
    everything_fails(root, capsys, f"git config --global --add safe.directory '{root}'")
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    assert main(["check", "--root", str(root)]) == 0
    assert "Alles klopt" in capsys.readouterr().out


def test_a_machine_without_git(root, capsys, monkeypatch):
    """Without the program the cure is to install it."""
    monkeypatch.setenv("PATH", "")
    assert isinstance(why_unreadable(root), GitMissing)
    everything_fails(root, capsys, "installeer git")


def listed(root: Path) -> list[bytes]:
    """Return what git lists of the last commit, as it comes."""
    return [*records(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "data", longest=1000)]


def test_what_is_read_as_it_comes_tells_the_same_causes(root, monkeypatch):
    """A list that is read piece by piece gives the cause of its failure too: no program, no repository."""
    assert b"data/themas.yaml" in listed(root)
    shutil.rmtree(root / ".git")
    with pytest.raises(NoRepository):
        listed(root)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitMissing):
        listed(root)


def test_a_copy_without_a_repository(root, capsys):
    """A folder out of a zip file has no history."""
    shutil.rmtree(root / ".git")
    assert isinstance(why_unreadable(root), NoRepository)
    everything_fails(root, capsys, "git clone")


def test_a_copy_in_a_repository_of_something_else(root, tmp_path, capsys):
    """A copy inside somebody's own project does not take that for its history."""
    shutil.rmtree(root / ".git")
    git(tmp_path, "init", "--quiet")
    (tmp_path / "eigen.txt").touch()
    git(tmp_path, "add", "eigen.txt")
    git(tmp_path, "commit", "--quiet", "--message", "eigen")
    assert isinstance(why_unreadable(root), RepositoryAround)
    everything_fails(root, capsys, "in het Git-archief van iets anders")


def test_a_repository_that_was_just_begun(root, capsys):
    """A repository without a commit has no history either."""
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")
    assert isinstance(judge(root, Folder(root)).failure, NothingCommitted)
    assert main(["check", "--root", str(root)]) == 2
    assert "nog niets vastgelegd" in capsys.readouterr().err


@pytest.mark.parametrize("lost", ["HEAD^{commit}", "HEAD~1^{tree}", "HEAD~1:data/themas.yaml"])
def test_a_damaged_repository(root, capsys, lost):
    """A commit, folder or file that went lost is damage, and no empty version."""
    object_id = git(root, "rev-parse", lost)
    (root / ".git" / "objects" / object_id[:2] / object_id[2:]).unlink()
    assert main(["check", "--root", str(root)]) == 2
    assert "is beschadigd" in capsys.readouterr().err


def test_a_folder_of_git_that_is_none(root, capsys):
    """What is left of a repository is called damaged, not absent."""
    (root / ".git" / "HEAD").unlink()
    assert isinstance(why_unreadable(root), RepositoryBroken)
    everything_fails(root, capsys, "is beschadigd")


def test_a_complaint_of_git_is_an_error_and_has_no_path(root):
    """Whatever git cannot do is an error, whose words do not tell where the folder stands."""
    with pytest.raises(HistoryUnreadable) as caught:
        ask(root, "ls-tree", "bestaat-niet")
    assert str(root.parent) not in str(caught.value)
    with pytest.raises(HistoryUnreadable):
        changed_paths(root, "0" * 40, "1" * 40)


def test_a_commit_without_schemas_is_read_by_what_its_data_say(root, capsys):
    """There is nothing to judge it by as it was, and the data say which schema they follow."""
    git(root, "rm", "--quiet", "-r", "--cached", "schema")
    git(root, "commit", "--quiet", "--message", "zonder")
    tree = GitTree(root, resolve(root, "HEAD"))
    with pytest.raises(SchemasMissing, match=f"In commit {tree.commit[:12]} staat geen map schema"):
        tree.schemas()
    assert load_version(tree, root).problems == ()
    assert main(["diff", "HEAD", "nu", "--root", str(root)]) == 0
    assert "start de opdracht" not in capsys.readouterr().err


def test_a_worktree_of_a_shallow_clone_is_judged_anew_after_fetching(root, tmp_path, capsys):
    """The memory of the check knows what Git could read, also where .git is a file."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "kopie")
    git(tmp_path / "kopie", "worktree", "add", "--quiet", "--detach", str(tmp_path / "werk"))
    assert main(["check", "--root", str(tmp_path / "werk")]) == 2
    git(tmp_path / "kopie", "fetch", "--quiet", "--unshallow")
    assert main(["check", "--root", str(tmp_path / "werk")]) == 0
    assert "Alles klopt" in capsys.readouterr().out


def test_without_a_list_nothing_fails_and_what_could_not_be_compared_is_said(root, capsys, monkeypatch):
    """A policy without versions needs no history; one line says that nothing was compared."""
    (root / "data/versies.yaml").unlink()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert main(["check", "--root", str(root)]) == 0
    printed = capsys.readouterr()
    assert "niet alles is gecontroleerd" in printed.out
    assert printed.err.startswith("Niet vergeleken met eerder. De map 'met spatie' is van een andere gebruiker.")
    assert printed.err.count("\n") == 1


def test_a_branch_without_a_commit_is_no_empty_repository(root, capsys):
    """Where other branches have a history, nobody is told that there is none, and one of them is named."""
    git(root, "switch", "--quiet", "--orphan", "leeg")
    git(root, "checkout", "--quiet", "main", "--", ".")
    assert isinstance(judge(root, Folder(root)).failure, BranchEmpty)
    assert main(["check", "--root", str(root)]) == 2
    assert "git switch main" in capsys.readouterr().err


def test_broken_settings_are_no_broken_repository(root, capsys, monkeypatch, tmp_path):
    """Whose own settings Git cannot read is told so, and not to get the project anew."""
    (tmp_path / "gitconfig").write_text("[core\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    assert isinstance(why_unreadable(root), SettingsBroken)
    everything_fails(root, capsys, "git config --list")


@pytest.mark.parametrize("setting", ["GIT_LITERAL_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_OBJECT_DIRECTORY"])
def test_what_a_hook_leaves_in_the_environment_changes_no_answer(root, capsys, monkeypatch, setting):
    """What Git is told of paths and places by the environment is for another question."""
    monkeypatch.setenv(setting, "1")
    assert main(["check", "--root", str(root)]) == 0
    assert "Alles klopt" in capsys.readouterr().out


def test_a_signature_that_is_shown_is_no_part_of_the_answer(root, capsys, tmp_path):
    """Who has Git show signatures gets the outcome of everybody else, also of signed merges."""
    program = tmp_path / "gpg"
    program.write_text(_SIGNER, encoding="utf-8")
    program.chmod(0o755)
    for setting in (f"gpg.program={program}", "user.signingkey=ABC", "log.showSignature=true", "color.ui=always"):
        git(root, "config", *setting.split("=", 1))
    git(root, "switch", "--quiet", "--create", "voorstel")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "voorstel")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--gpg-sign", "--message", "Merge pull request #1", "voorstel")
    assert main(["check", "--root", str(root)]) == 0
    assert "Alles klopt" in capsys.readouterr().out


def test_a_repository_of_sha256_knows_its_versions(root, capsys):
    """What a version holds is the same hash in a repository whose own ids are longer."""
    shutil.rmtree(root / ".git")
    (root / "data/versies.yaml").unlink()
    git(root, "init", "--quiet", "--initial-branch", "main", "--object-format=sha256")
    (root / ".git" / "info" / "exclude").write_text(".polderkoers\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "eerste")
    here = right(root, "2020", git(root, "rev-parse", "HEAD"))
    write_list(root, here)
    assert f"inhoud: {content_of(Folder(root))}" in here
    assert main(["check", "--root", str(root)]) == 0
    assert "Alles klopt" in capsys.readouterr().out
