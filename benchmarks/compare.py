"""Measures comparing two versions of the same files, by the command that people type, beside reading both with PyYAML's C loader."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Command, Cost, NotMeasured, in_turns, once, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import GIT, Measured, commit
from benchmarks.table import Row

AIM = 0.05
_SHARE = 20  # one file in so many is changed
_BESIDE = "PyYAML (CSafeLoader) leest beide"
_READ = (
    "import sys, yaml; from pathlib import Path; "
    "[yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for root in sys.argv[1:] for path in Path(root, 'data').rglob('*.yaml')]"
)


def rows(_: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield two rows: the made-up files, of which one in twenty was edited, as two folders and as two commits."""
    changed = max(1, options.count // _SHARE)
    what = f"vergelijken, {options.count} bestanden, {changed} anders"
    ways = [name for name in (f"{what}, mappen", f"{what}, Git") if options.wants(name)]
    if not ways:
        return
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        old = Path(folder, "many")
        say(f"{options.count} bestanden maken, en een versie met {changed} veranderd")
        try:
            words = ["--count", str(options.count), "--change", str(changed)]
            once(Command([sys.executable, "-m", "benchmarks.many", old, *words], ROOT, {}))
        except NotMeasured as reason:
            yield from (Row(way, str(reason), _BESIDE, "", AIM) for way in ways)
            return
        found = in_turns(options.runs, {**_measures(old, ways), _BESIDE: _read(old)})
        yield from (Row(way, found[way], _BESIDE, found[_BESIDE], AIM) for way in ways)


def _measures(old: Path, ways: Sequence[str]) -> dict[str, Callable[[], Cost]]:
    new = _changed(old)
    return {way: _in_git(old) if way.endswith("Git") else _diff(new, old, new) for way in ways}


def _changed(old: Path) -> Path:
    return old.with_name(f"{old.name}-changed")


def _diff(root: Path, *sides: Path | str) -> Callable[[], Cost]:
    words = [sys.executable, "-m", "polderkoers", "diff", "--root", root, *sides]
    return lambda: once(Command(words, root, {}))


def _in_git(old: Path) -> Callable[[], Cost]:
    """Return what compares two commits that hold the two versions."""
    root = old.with_name("git")

    def measured() -> Cost:
        if not root.exists():
            _commit(root, old)
        return _diff(root, "oud", "nieuw")()

    return measured


def _commit(root: Path, old: Path) -> None:
    """Make a repository with the versions as tags. Raises `NotMeasured` when there is no Git."""
    root.mkdir()
    for tag, version in (("oud", old), ("nieuw", _changed(old))):
        shutil.rmtree(root / "data", ignore_errors=True)
        for part in ("data", "schema"):
            shutil.copytree(version / part, root / part, dirs_exist_ok=True)
        commit(root, tag)
        once(Command([*GIT, "tag", tag], root, {}))


def _read(old: Path) -> Callable[[], Cost]:
    return lambda: once(Command([sys.executable, "-c", _READ, old, _changed(old)], ROOT, {}))


if __name__ == "__main__":
    sys.exit(run("benchmarks.compare", rows))
