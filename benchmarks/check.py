"""Measures `polderkoers check`, cold and warm, beside check-jsonschema on the same files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import rival
from benchmarks.measure import Command, Cost, NotMeasured, cost, say
from benchmarks.options import Options, run
from benchmarks.roots import KEPT, Measured
from benchmarks.table import Row

COLD_AIM = 0.06
WARM_AIM = 0.01
_CACHE = Path(".polderkoers") / "cache"


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield two rows for each root: without the cache, and when nothing changed since the last run."""
    for one in measured:
        other = _rival(one, options.runs)
        say(f"polderkoers check, {one.name}, koud")
        cold = _ours(one.root, options.runs, cold=True)
        say(f"polderkoers check, {one.name}, warm")
        warm = _ours(one.root, options.runs, cold=False)
        name = f"check-jsonschema {rival.VERSION}"
        yield Row(f"check, {one.name}, koud", cold, name, other, COLD_AIM)
        yield Row(f"check, {one.name}, warm", warm, name, other, WARM_AIM)


def _ours(root: Path, runs: int, *, cold: bool) -> Cost | str:
    command = Command([sys.executable, "-m", "polderkoers", "check", "--root", root], root, {})

    def forget() -> None:
        shutil.rmtree(root / _CACHE, ignore_errors=True)

    try:
        if cold:
            return cost(command, runs, forget)
        cost(command, 1)  # so that the cache is full
        return cost(command, runs)
    except NotMeasured as reason:
        return str(reason)


def _rival(one: Measured, runs: int) -> Cost | str:
    try:
        say("check-jsonschema klaarzetten")
        program = rival.install(KEPT / f"check-jsonschema-{rival.VERSION}")
        schema = rival.bundle(one.root, one.root / "benchmark.schema.json")
        say(f"check-jsonschema, {one.name}")
        return cost(rival.command(program, schema, one.root), runs)
    except NotMeasured as reason:
        return str(reason)


if __name__ == "__main__":
    sys.exit(run("benchmarks.check", rows))
