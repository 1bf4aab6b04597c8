"""A build takes what is wrong from the memory of checks when that is sure to be about the same, and judges anew otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.cli import main
from polderkoers.errors import HistoryUnreadable
from polderkoers.policy import load
from polderkoers.policy.cache import CACHE
from polderkoers.website import judged
from polderkoers.website.build import judged as anew
from support.gemeente import with_history
from support.git import git
from support.made_up import root_with


@pytest.fixture
def asked(monkeypatch):
    """Note what is asked of the rules and of the history."""
    noted = []
    check, judge = load.rules.check, judged.judge

    def noting(kind, ask):
        def ask_and_note(*arguments, **named):
            noted.append(kind)
            return ask(*arguments, **named)

        return ask_and_note

    monkeypatch.setattr(load.rules, "check", noting("rules", check))
    monkeypatch.setattr(judged, "judge", noting("history", judge))
    return noted


def edit(root: Path) -> None:
    """Change the bytes of a file of the data."""
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    path.write_text(path.read_text("utf-8").replace("versie: ", "versie:  "), "utf-8")


def test_a_second_build_of_the_same_data_asks_no_rule(tmp_path, asked):
    """What was judged once is not judged again, and policy and problems are the same."""
    root = with_history(tmp_path / "gemeente")
    first, _ = judged.remembered(root, without_history=False)
    assert set(asked) == {"rules", "history"}
    asked.clear()
    second, failure = judged.remembered(root, without_history=False)
    assert not asked
    assert failure is None
    whole, _ = anew(root, without_history=False)
    for loaded in (first, second):
        assert loaded.problems == whole.problems
        assert loaded.policy.entries == whole.policy.entries
        assert [document.file for document in loaded.documents] == [document.file for document in whole.documents]


def test_a_build_and_a_check_know_what_the_other_found(tmp_path, asked, capsys):
    """A build after a check asks no rule, and a check after a build of other data asks none either."""
    root = with_history(tmp_path / "gemeente")
    main(["check", "--root", str(root)])
    asked.clear()
    judged.remembered(root, without_history=False)
    assert not asked
    edit(root)
    judged.remembered(root, without_history=False)
    asked.clear()
    main(["check", "--root", str(root)])
    assert not asked
    assert "gecontroleerd" in capsys.readouterr().out


@pytest.mark.parametrize("change", ["data", "git", "memory"])
def test_anything_else_is_judged_anew(tmp_path, asked, change):
    """An edit, another commit, or a damaged memory: the rules and the history are asked."""
    root = with_history(tmp_path / "gemeente")
    judged.remembered(root, without_history=False)
    asked.clear()
    if change == "data":
        edit(root)
    elif change == "git":
        git(root, "commit", "--quiet", "--allow-empty", "--message", "Niets")
    else:
        (root / CACHE).write_bytes((root / CACHE).read_bytes().replace(b"file_count", b"file_coun7"))
    found, _ = judged.remembered(root, without_history=False)
    assert set(asked) == {"rules", "history"}
    assert found.problems == anew(root, without_history=False)[0].problems


def test_faults_come_from_memory_too(tmp_path, asked):
    """What a rule found wrong is said by the second build as well, at its line."""
    root = root_with(tmp_path)
    path = root / "data" / "themas.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + text.partition("\n")[2].replace("themas:", "dubbel:"), "utf-8")
    first, _ = judged.remembered(root, without_history=True)
    asked.clear()
    second, _ = judged.remembered(root, without_history=True)
    assert first.problems
    assert second.problems == first.problems
    assert not asked


def test_an_unreadable_history_is_not_remembered(tmp_path):
    """Where versions are listed and Git has no history, a build stops each time, and one without history says so each time."""
    root = with_history(tmp_path / "gemeente")
    (root / ".git").rename(root / "weg")
    for _ in range(2):
        _, failure = judged.remembered(root, without_history=True)
        assert failure is not None
        with pytest.raises(HistoryUnreadable):
            judged.remembered(root, without_history=False)
