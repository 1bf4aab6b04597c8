"""What stands in the data folder and is not read: nothing of it passes without a word."""

from __future__ import annotations

import os

import pytest

from polderkoers.policy.cache import Checked, checked
from polderkoers.policy.load import load
from polderkoers.policy.tree import Snapshot, tree_of
from support.made_up import root_with


def said(root):
    """Return file, level and message of what is said of a root."""
    return [(problem.file, problem.level, problem.message) for problem in load(root).problems]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".DS_Store", "De Finder van macOS"), ("kernopgaven/._fijn-wonen.yaml", "De Finder van macOS"),
        ("kernopgaven/.~lock.fijn-wonen.yaml#", "LibreOffice"), (".themas.yaml.swp", "Vim"), (".#themas.yaml", "Emacs"),
        (".geheim.yaml", "de naam begint met een punt"), (".oud/themas.yaml", "de naam begint met een punt"),
    ],
)  # fmt: skip
def test_a_hidden_file_is_told_of_and_where_it_comes_from(tmp_path, name, words):
    """A hidden file or folder gives one warning with its own name, and hides nothing else."""
    root = root_with(tmp_path)
    path = root / "data" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\0")
    ((file, level, message),) = said(root)
    assert file == f"data/{name}".removesuffix("/themas.yaml")
    assert level == "waarschuwing"
    assert words in message


@pytest.mark.parametrize("name", [".gitkeep", ".gitignore", ".gitattributes", "kernopgaven/.gitkeep"])
def test_what_git_wants_there_needs_no_word(tmp_path, name):
    """The files by which Git keeps a folder or leaves files out hold no policy, and everyone knows that."""
    root = root_with(tmp_path)
    (root / "data" / name).write_text("")
    assert said(root) == []


def test_a_link_to_another_folder_is_a_fault(tmp_path):
    """What stands behind a link to a folder is not read, and that is a fault at the link."""
    root = root_with(tmp_path)
    (root / "elders").mkdir()
    (root / "data" / "meer").symlink_to(root / "elders", target_is_directory=True)
    ((file, level, message),) = said(root)
    assert (file, level) == ("data/meer", "fout")
    assert "koppeling naar een andere map" in message


@pytest.mark.parametrize("name", ["data/versies.yaml", "data/themas.yaml", "data/kernopgaven/fijn-wonen.yaml", "data"])
def test_a_link_to_another_file_of_the_project_is_a_fault(tmp_path, name):
    """What Git keeps of a link is where it leads: one fault at the link, of the list of versions too, and of the folder itself."""
    root = root_with(tmp_path)
    path, target = root / name, root / "elders"
    if path.exists():
        path.rename(target)
    else:
        target.write_text((root / "data/themas.yaml").read_text("utf-8"), encoding="utf-8")
    path.symlink_to(target)
    links = [(file, level) for file, level, message in said(root) if "Git bewaart dan niet wat daarin staat" in message]
    assert links == [(name, "fout")]


def test_a_folder_that_is_closed_is_not_taken_for_an_empty_one(tmp_path, monkeypatch):
    """A folder that cannot be opened stops the reading, with its name."""
    root = root_with(tmp_path)
    real = os.scandir

    def scandir(path="."):
        if str(path).endswith("kernopgaven"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(PermissionError) as refused:
        load(root)
    assert str(refused.value.filename).endswith("data/kernopgaven")


def test_the_memory_of_a_check_knows_of_hidden_files(tmp_path):
    """A hidden file that comes is told of, also when all that is read is the same."""
    root = root_with(tmp_path)

    def check(tree):
        return Checked(load(tree).problems, 0, 0)

    assert checked(root, check).problems == ()
    (root / "data" / ".DS_Store").write_bytes(b"")
    assert [problem.file for problem in checked(root, check).problems] == ["data/.DS_Store"]
    assert [problem.file for problem in load(Snapshot(tree_of(root))).problems] == ["data/.DS_Store"]
