"""The roots that are measured: a copy of the real data, and made-up files, each with what a site needs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Command, NotMeasured, cost, once, say
from benchmarks.originals import ROOT

KEPT = ROOT / ".cache" / "benchmarks"
_SITE = ("docs", "scripts")
# What who makes pages of a root is told: it is in no repository, so that the versions that it lists cannot be read.
BUILDING = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000", "POLDERKOERS_ZONDER_HISTORIE": "1"}


@dataclass(frozen=True)
class Measured:
    """A root and what the table calls it."""

    name: str
    root: Path


@contextmanager
def roots(count: int) -> Iterator[tuple[Measured, ...]]:
    """Give the roots to measure; they are gone afterwards. Raises `NotMeasured` when they cannot be made."""
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        real, many = Path(folder) / "real", Path(folder) / "many"
        say("echte gegevens klaarzetten")
        for name in ("data", "schema"):
            shutil.copytree(ROOT / name, real / name)
        say(f"{count} bestanden maken")
        # In a process of its own: a command that is measured counts the memory of who starts it as its own.
        cost(Command([sys.executable, "-m", "benchmarks.many", many, "--count", str(count)], ROOT, {}), 1)
        for root in (real, many):
            site_parts(root)
        yield Measured("echte gegevens", real), Measured(f"{count} bestanden", many)


def site_parts(root: Path) -> None:
    """Put beside the data of a root what its site is built with."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in _SITE:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))


GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")


def commit(root: Path, message: str) -> None:
    """Commit all of a root, which is made a repository first. Raises `NotMeasured` where there is no Git."""
    try:
        once(Command([*GIT, "init", "--quiet", "--initial-branch=main"], root, {}))
        once(Command([*GIT, "add", "--all"], root, {}))
        once(Command([*GIT, "commit", "--quiet", "--allow-empty", "--message", message], root, {}))
    except FileNotFoundError as error:
        raise NotMeasured("er is geen Git") from error
