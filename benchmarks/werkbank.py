"""Measures what an editor waits for in the werkbank on the real data: the page after a save, was / wordt, the check and a form."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Command, Cost, NotMeasured, once, output, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import GIT, Measured
from benchmarks.table import Row
from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.git_write import commit_on
from polderkoers.policy.load import read_policy
from polderkoers.policy.reading import Memory
from polderkoers.policy.tree import Folder
from polderkoers.website.build import Kept
from polderkoers.werkbank.forms.desk import desk_of
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.shown.bench import Bench
from polderkoers.werkbank.shown.drafts import Drafts
from polderkoers.werkbank.shown.problems import problems
from polderkoers.werkbank.shown.was_wordt import was_wordt

# By what the table calls it: seconds of processor time.
_AIMS = {
    "werkbank, bladzijde na opslaan": 0.5,
    "werkbank, was en wordt": 1.0,
    "werkbank, controle": 1.0,
    "werkbank, formulier openen": 0.2,
}
_PATIENCE = 600.0
_WHO = {
    f"GIT_{role}_{what}": said
    for role in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "x"), ("EMAIL", "x@example.org"))
}


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield a row for each thing that is waited for. It is measured in a clone of this repository, with the versions that it lists."""
    del measured  # is in no repository
    wanted = [what for what in _AIMS if options.wants(what)]
    if not wanted:
        return
    say("werkbank")
    costs = _costs(options.runs)
    for what in wanted:
        yield Row(what, costs if isinstance(costs, str) else costs[what], "", "", _AIMS[what])


def _costs(runs: int) -> dict[str, Cost] | str:
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        try:
            once(Command([*GIT, "clone", "--quiet", "--bare", ROOT, f"{folder}/archief.git"], ROOT, {}))
            words: list[str | Path] = [sys.executable, "-m", "benchmarks.werkbank", "--work", f"{folder}/archief.git"]
            found = json.loads(output(Command([*words, str(runs)], ROOT, _WHO)).splitlines()[-1])
        except (NotMeasured, FileNotFoundError) as reason:
            return str(reason)
    return {what: Cost(statistics.median(seconds), 0) for what, seconds in found.items()}


def worked(root: Path, times: int) -> dict[str, list[float]]:
    """Save a draft some times in a bare repository, and return the seconds of processor time of each thing that follows on it."""
    main = resolve(root, "HEAD")
    tips, file, text = [main], *_file(root, main)
    for turn in range(times + 1):
        changed = text.replace(" de ", f" de {turn} ", 1).encode()
        tips.append(commit_on(root, tips[-1], {file: changed}, "x"))
    address = f"kernopgaven/{Path(file).stem}/"
    drafts, memory = Drafts(root), Memory()
    was_wordt(drafts, main, main)
    problems(drafts, main, main)
    found: dict[str, list[float]] = {what: [] for what in _AIMS}
    with Bench(root, Kept) as bench:
        bench.page(main, address, _PATIENCE)
        for tip in tips[1:]:
            made: dict[str, Callable[[], object]] = {
                "werkbank, bladzijde na opslaan": lambda tip=tip: bench.page(tip, address, _PATIENCE),  # type: ignore[misc]
                "werkbank, was en wordt": lambda tip=tip: was_wordt(drafts, main, tip),  # type: ignore[misc]
                "werkbank, controle": lambda tip=tip: problems(drafts, main, tip),  # type: ignore[misc]
                "werkbank, formulier openen": lambda: form_of(
                    desk_of(read_policy(Folder(ROOT), memory)), Path(file).stem
                ),
            }
            for what, make in made.items():
                began = time.process_time()
                make()
                found[what].append(time.process_time() - began)
    # What is done first compiles the templates, as it does once.
    return {what: seconds[1:] for what, seconds in found.items()}


def _file(root: Path, commit: str) -> tuple[str, str]:
    """Return a file of policy and its text."""
    sources = (source for source in GitTree(root, commit).data_files() if source.file.startswith("data/kernopgaven/"))
    first = next(sources)
    content = first.read()
    if not isinstance(content, bytes):
        raise NotMeasured(content.message)
    return first.file, content.decode()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        sys.stdout.write(json.dumps(worked(Path(sys.argv[2]), int(sys.argv[3]))) + "\n")
    else:
        sys.exit(run("benchmarks.werkbank", rows))
