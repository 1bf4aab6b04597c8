"""Measures comparing two versions of the same files, beside reading both with PyYAML's C loader."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Command, Cost, NotMeasured, cost, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import Measured
from benchmarks.table import Row

AIM = 0.1
_SHARE = 20  # one file in so many is changed
# Loading and comparing, as `polderkoers diff` does.
_COMPARE = (
    "import sys; from pathlib import Path; from polderkoers.changes.compare import compare; "
    "from polderkoers.changes.versions import load_version; from polderkoers.policy.tree import Folder; "
    "old, new = map(Path, sys.argv[1:]); "
    "found = compare(load_version(Folder(old), new), load_version(Folder(new), new)); assert found.changes and not found.skipped"
)
_READ = (
    "import sys, yaml; from pathlib import Path; "
    "[yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for root in sys.argv[1:] for path in Path(root, 'data').rglob('*.yaml')]"
)


def rows(_: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield one row: the made-up files, of which one in twenty was edited."""
    changed = max(1, options.count // _SHARE)
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        old = Path(folder, "many")
        say(f"{options.count} bestanden maken, en een versie met {changed} veranderd")
        try:
            words = ["--count", str(options.count), "--change", str(changed)]
            cost(Command([sys.executable, "-m", "benchmarks.many", old, *words], ROOT, {}), 1)
        except NotMeasured as reason:
            yield Row("vergelijken", str(reason), "PyYAML", str(reason), AIM)
            return
        new = old.with_name("many-changed")
        say("vergelijken")
        ours = _cost(_COMPARE, old, new, options.runs)
        say("PyYAML leest beide versies")
        other = _cost(_READ, old, new, options.runs)
    what = f"vergelijken, {options.count} bestanden, {changed} anders"
    yield Row(what, ours, "PyYAML (CSafeLoader) leest beide", other, AIM)


def _cost(code: str, old: Path, new: Path, runs: int) -> Cost | str:
    try:
        return cost(Command([sys.executable, "-c", code, old, new], ROOT, {}), runs)
    except NotMeasured as reason:
        return str(reason)


if __name__ == "__main__":
    sys.exit(run("benchmarks.compare", rows))
