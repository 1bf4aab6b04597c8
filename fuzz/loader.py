"""Fuzzes the loader with a mutator of our own: `python -m fuzz.loader [--seconds N] [--seed S] [--found FOLDER]`."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.coverage import covered
from fuzz.mutate import mutated
from fuzz.target import ROOT, one_input

MAX_CORPUS = 3_000


@dataclass
class Run:
    """One run: what it starts from, and what it has seen so far."""

    seed: int
    found: Path
    corpus: list[bytes] = field(default_factory=list)
    seen: set[frozenset[str]] = field(default_factory=set)
    failures: dict[str, Path] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    executions: int = 0
    slowest: float = 0.0

    def run(self, seconds: float) -> None:
        """Load the corpus, and then mutations of it, until the time is up."""
        chance = random.Random(self.seed)  # noqa: S311 - a run must be repeatable
        first = seeds()
        for content in first:
            self.corpus.append(content)
            self.try_out(content)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            # Mutations of mutations end as noise that never gets past the parser; half start from a real file.
            parent = chance.choice(first if chance.randrange(2) else self.corpus)
            content = mutated(chance, parent, chance.choice(self.corpus))
            if self.try_out(content) and len(self.corpus) < MAX_CORPUS:
                self.corpus.append(content)

    def try_out(self, content: bytes) -> bool:
        """Load one file and return whether it led somewhere new: a set of rules that was not broken together before."""
        start = time.perf_counter()
        self.executions += 1
        try:
            problems = one_input(content).problems
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            self._keep(content, error)
            return False
        spent = time.perf_counter() - start
        if spent > self.slowest:
            self.slowest = spent
            self._write("slowest.yaml", content)
        self.rules.update({problem.rule for problem in problems})
        shape = frozenset(f"{problem.rule} {problem.message.partition(chr(39))[0]}" for problem in problems)
        new = shape not in self.seen
        self.seen.add(shape)
        return new

    def _keep(self, content: bytes, error: Exception) -> None:
        """Save the first input of each kind of failure, with its traceback."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        kind = getattr(error, "kind", f"{type(error).__name__} in {last.name}, line {last.lineno}")
        if kind in self.failures:
            return
        name = hashlib.sha256(content).hexdigest()[:16]
        self.failures[kind] = self._write(f"{name}.yaml", content)
        self._write(f"{name}.txt", "".join(traceback.format_exception(error)).encode())
        _say(f"FOUND {kind}\n  {self.failures[kind]}")

    def _write(self, name: str, content: bytes) -> Path:
        self.found.mkdir(parents=True, exist_ok=True)
        (self.found / name).write_bytes(content)
        return self.found / name


def seeds() -> list[bytes]:
    """Return the real data files and the files of all test cases."""
    folders = (ROOT / "data", ROOT / "tests" / "cases")
    files = sorted(path for folder in folders for path in folder.rglob("*.y*ml") if path.is_file())
    # The longest files make for slow mutations; their first part holds what matters.
    return [path.read_bytes()[:20_000] for path in files]


def main(arguments: list[str] | None = None) -> int:
    """Run the fuzzer, say what was done and found, and return 1 when something was found."""
    options = _options().parse_args(arguments)
    run = Run(options.seed, options.found)
    start = time.monotonic()
    run.run(options.seconds)
    spent = time.monotonic() - start
    _say(f"{run.executions} files in {spent:.0f} seconds ({run.executions / spent:.0f} a second), seed {run.seed}.")
    _say(f"{len(run.seen)} different sets of problems; {len(run.corpus)} files in the corpus.")
    _say(f"The slowest file took {run.slowest:.2f} seconds: {run.found / 'slowest.yaml'}")
    _say("Files that broke each rule:")
    for rule, times in run.rules.most_common():
        _say(f"  {times:8} {rule}")
    if options.coverage:
        _say("Lines that the corpus reaches:")
        for module, reached, total in covered(one_input, run.corpus):
            _say(f"  {100 * reached / total:4.0f}% of {total:4} {module}")
    _say(f"{len(run.failures)} failures." + "".join(f"\n  {kind}: {path}" for kind, path in run.failures.items()))
    return 1 if run.failures else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fuzz.loader", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long to run (60)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed makes the same files (0)")
    parser.add_argument(
        "--found", type=Path, default=ROOT / ".cache" / "fuzz", help="where found files go (.cache/fuzz)"
    )
    parser.add_argument("--coverage", action="store_true", help="say at the end which lines of the loader were reached")
    return parser


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
