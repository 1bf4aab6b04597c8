"""Measures what does not grow with the policy: the heaviest page of each kind on a first visit, and the most memory of a build."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Command, NotMeasured, cost, say
from benchmarks.options import Options, run
from benchmarks.roots import Measured
from benchmarks.table import aligned, dutch
from page_weight import first_visit, weight
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.pages import folder_of

POLICY_AIM, ANY_AIM, MEMORY_AIM = 60_000, 110_000, 1000
_HEAD = ("Bladzijden", "Hoeveel", "Zwaarste", "HTML", "Samen", "Doel", "Gehaald")
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"}


@dataclass(frozen=True)
class Heaviest:
    """The pages of a folder of a site: how many, which is the heaviest, its HTML, and all that a first visit to it loads."""

    folder: str
    count: int
    page: str
    html: int
    total: int

    @property
    def aim(self) -> int:
        """How heavy any of them may be."""
        return POLICY_AIM if self.folder in map(folder_of, POLICY_KINDS) else ANY_AIM


def tables(measured: Sequence[Measured], options: Options) -> str:
    """Return the weights of the site of many files, and what building it took in memory."""
    many = measured[-1].root
    site = many / "site"
    try:
        memory = _memory(many, site)
    except NotMeasured as reason:
        return f"Gewicht van alle bladzijden, {options.count} bestanden: niet gemeten: {reason}\n"
    rows = [_HEAD, *map(_row, sorted(heaviest(site), key=lambda found: -found.total))]
    return f"{aligned(rows, left={0, 2})}\nkB met gzip, eerste bezoek, {options.count} bestanden. {memory}\n"


def _memory(root: Path, site: Path) -> str:
    if site.is_dir():
        return "Het geheugen staat bij de rij over de site."
    say(f"site bouwen, {root.name}")
    words: list[str | Path] = ["--config-file", root / "mkdocs.yml", "--site-dir", site]
    took = cost(Command([sys.executable, "-m", "mkdocs", "build", "--quiet", *words], root, _QUIET), 1)
    reached = "ja" if took.megabytes <= MEMORY_AIM else "nee"
    return f"Geheugen van het bouwen: hoogstens {took.megabytes:.0f} MB (doel {MEMORY_AIM} MB; gehaald: {reached})."


def heaviest(site: Path) -> Iterator[Heaviest]:
    """Yield the heaviest page of each folder of a built site."""
    folders: dict[str, list[Path]] = defaultdict(list)
    for page in site.resolve().rglob("*.html"):
        folders[page.relative_to(site.resolve()).parts[0]].append(page)
    for folder, pages in folders.items():
        total, page = max((first_visit(page, site.resolve()), page) for page in pages)
        yield Heaviest(folder, len(pages), page.relative_to(site.resolve()).as_posix(), weight(page), total)


def _row(found: Heaviest) -> tuple[str, ...]:
    reached = "ja" if found.total <= found.aim else "nee"
    address = found.page.removesuffix("index.html")
    sizes = (found.html, found.total, found.aim)
    return (f"/{found.folder}", str(found.count), f"/{address}", *(dutch(size / 1000, 1) for size in sizes), reached)


if __name__ == "__main__":
    sys.exit(run("benchmarks.weights", more=tables))
