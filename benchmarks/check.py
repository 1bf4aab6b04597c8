"""Measures `polderkoers check`, cold and warm, beside check-jsonschema on the same files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import rival
from benchmarks.measure import Command, Cost, NotMeasured, in_turns, once
from benchmarks.options import Options, run
from benchmarks.roots import KEPT, Measured, commit
from benchmarks.table import Row

COLD_AIM = 0.05
WARM_AIM = 0.003
_CACHE = Path(".polderkoers") / "cache"
_NAME = f"check-jsonschema {rival.VERSION}"


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield two rows for each root: without the cache, and when nothing changed since the last run."""
    for one in measured:
        aims = {f"check, {one.name}, koud": COLD_AIM, f"check, {one.name}, onveranderd": WARM_AIM}
        wanted = list(filter(options.wants, aims))
        if not wanted:
            continue
        # What is remembered in a round is what the cold check of that round found.
        try:
            root = _committed(one.root)
        except NotMeasured as reason:
            yield from (Row(what, str(reason), _NAME, "", aims[what]) for what in wanted)
            continue
        measures = dict(zip(aims, (_cold(root), _warm(root)), strict=True))
        found = in_turns(options.runs, {**{what: measures[what] for what in wanted}, _NAME: _rival(one)})
        for what in wanted:
            yield Row(what, found[what], _NAME, found[_NAME], aims[what])


def _committed(root: Path) -> Path:
    """Return a copy of the data that is committed and lists no versions: an outcome without the history is not remembered."""
    copy = root.with_name(f"{root.name}-check")
    if not copy.exists():
        for part in ("data", "schema"):
            shutil.copytree(root / part, copy / part)
        (copy / "data" / "versies.yaml").unlink(missing_ok=True)
        (copy / ".gitignore").write_text(".polderkoers/\n", encoding="utf-8")
        commit(copy, "Alles")
    return copy


def _cold(root: Path) -> Callable[[], Cost]:
    def measured() -> Cost:
        shutil.rmtree(root / _CACHE, ignore_errors=True)
        return once(_command(root))

    return measured


def _warm(root: Path) -> Callable[[], Cost]:
    def measured() -> Cost:
        if not (root / _CACHE).exists():
            once(_command(root))
        return once(_command(root))

    return measured


def _command(root: Path) -> Command:
    return Command([sys.executable, "-m", "polderkoers", "check", "--root", root], root, {})


def _rival(one: Measured) -> Callable[[], Cost]:
    def measured() -> Cost:
        program = rival.install(KEPT / f"check-jsonschema-{rival.VERSION}")
        schema = rival.bundle(one.root, one.root / "benchmark.schema.json")
        return once(rival.command(program, schema, one.root))

    return measured


if __name__ == "__main__":
    sys.exit(run("benchmarks.check", rows))
