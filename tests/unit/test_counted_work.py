"""What a check and a comparison do, counted and not timed: files opened and texts read by the parser, so that a slip is seen anywhere."""

from __future__ import annotations

import shutil
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.pair import TreePair
from polderkoers.cli import main
from polderkoers.policy import rules
from polderkoers.policy.general import general_policy
from polderkoers.policy.load import load
from polderkoers.policy.rules.finding import Context
from polderkoers.policy.tree import Folder
from support.gemeente import laid
from support.git import git, save

COPIED = "data/kernopgaven/fijn-wonen.yaml"


class Counted:
    """How often each file was opened, and how often the parser began on a text: as a quick reading, and as a careful one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Count from now on."""
        self.opened: Counter[str] = Counter()
        self.quick = self.careful = 0
        for place, name in (("polderkoers.policy.source.quick", "quick"), ("polderkoers.policy.source", "careful")):
            module = import_module(place)
            monkeypatch.setattr(module, "PARSER", self._counting(module.PARSER, name))
        opened = Path.read_bytes

        def noted(path: Path) -> bytes:
            if path.suffix == ".yaml":
                self.opened[str(path)] += 1
            return opened(path)

        monkeypatch.setattr(Path, "read_bytes", noted)

    def _counting(self, parser, name: str):
        def begun(text: str):
            setattr(self, name, getattr(self, name) + 1)
            return parser(text)

        return begun


@pytest.fixture
def counted(monkeypatch):
    """Count what is done from here on, after what ships with the engine was read."""
    general_policy()
    return Counted(monkeypatch)


def many(root: Path, number: int) -> Path:
    """Return a root with so many files of policy that are made after one of the made-up municipality."""
    laid(root)
    text = (root / COPIED).read_text(encoding="utf-8")
    name = Path(COPIED).stem
    for place in range(number):
        copy = root / COPIED.replace(name, f"{name}-{place}")
        copy.write_text(text.replace(f"id: {name}\n", f"id: {name}-{place}\n"), encoding="utf-8")
    return root


def edit(root: Path, number: int) -> None:
    """Change the text of so many of those files."""
    for place in range(number):
        path = root / COPIED.replace(".yaml", f"-{place}.yaml")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("status: vastgesteld", "status: concept", 1), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != text


def test_a_check_opens_and_parses_each_file_once(tmp_path, counted):
    """Also a file with warnings, which are given their lines without reading it again."""
    root = many(tmp_path / "x", 30)
    found = load(root)
    assert len({problem.file for problem in found.problems}) > 30
    assert set(counted.opened.values()) == {1}
    assert (counted.quick, counted.careful) == (found.file_count, 0)


def test_an_unchanged_check_parses_nothing(tmp_path, counted):
    """What was found before is told from memory, and however much is told of a file its lines are read once."""
    root = many(tmp_path / "x", 5)
    git(root, "init", "--quiet", "--initial-branch=main")
    save(root)
    first = main(["check", "--root", str(root)])
    counted.opened.clear()
    counted.quick = 0
    assert main(["check", "--root", str(root)]) == first
    # Once for its bytes, and once more for the lines that are shown of it.
    assert set(counted.opened.values()) <= {1, 2}
    assert (counted.quick, counted.careful) == (0, 0)


def test_each_rule_is_run_once_and_the_texts_are_gathered_once(tmp_path, monkeypatch):
    """However many rules read the texts."""
    runs: Counter[str] = Counter()
    gathered = Counter()
    for module in ("markup", "garbled_letters", "personal_data"):
        rule = getattr(rules, module)
        assert rule.check in {check for _, check in rules.RULES}
    monkeypatch.setattr(rules, "RULES", tuple((name, _noting(runs, name, check)) for name, check in rules.RULES))
    made = Context.texts.func
    monkeypatch.setattr(Context.texts, "func", lambda context: gathered.update(["x"]) or made(context))
    load(many(tmp_path / "x", 3))
    assert set(runs.values()) == {1}
    assert gathered["x"] == 1


def _noting(runs: Counter[str], name: str, check):
    def noted(context):
        runs[name] += 1
        return check(context)

    return noted


@pytest.mark.parametrize("in_git", [False, True], ids=["folders", "commits"])
def test_of_a_thousand_files_only_those_that_changed_are_parsed(tmp_path, counted, in_git):
    """Fifty changed of a thousand: both sides of those are, and of the rest the lists that any policy is read with."""
    old = many(tmp_path / "old", 1000)
    if in_git:
        git(old, "init", "--quiet")
        first = save(old)
        edit(old, 50)
        second = save(old)
        trees = (GitTree(old, resolve(old, first)), GitTree(old, resolve(old, second)))
    else:
        new = Path(shutil.copytree(old, tmp_path / "new"))
        edit(new, 50)
        trees = (Folder(old), Folder(new))
    pair = TreePair(*trees, old)
    assert len(pair.comparison.changes) == 50
    pair.around(pair.comparison.changes)
    lists = len(list((old / "data").glob("*.yaml")))
    # What says which schemas the data follow is looked at first, on both sides; and what the changed files refer to.
    assert counted.quick <= 2 * 50 + 2 + lists + 5
    assert counted.careful == 0
    assert set(counted.opened.values()) <= {1, 2}
