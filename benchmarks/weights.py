"""Measures what does not grow with the policy: the heaviest page of each kind on a first visit, and the most memory of a build."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, NotMeasured, say
from benchmarks.options import Options, run
from benchmarks.pages import site_of
from benchmarks.roots import Measured
from benchmarks.site import built
from benchmarks.table import Row
from page_weight import first_visit
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.pages import folder_of

# Of a page in kB with gzip, and of a build in MB.
POLICY_AIM, ANY_AIM, MEMORY_AIM = 60, 110, 1000


@dataclass(frozen=True)
class Heaviest:
    """The pages of a folder of a site: how many, which is the heaviest, and all bytes that a first visit to it loads."""

    folder: str
    count: int
    page: str
    total: int

    @property
    def aim(self) -> int:
        """How heavy any of them may be, in kB."""
        return POLICY_AIM if self.folder in map(folder_of, POLICY_KINDS) else ANY_AIM


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield a row for the memory of a build of many files, and one for the heaviest page of each folder of its site."""
    many = measured[-1]
    memory, visits = f"geheugen van bouwen, {many.name}", f"eerste bezoek, {many.name}"
    if options.wants(memory):
        say(memory)
        yield Row(memory, _memory(many.root), "", "", MEMORY_AIM, "MB")
    if options.wants(visits):
        yield from _visits(visits, many.root)


def _memory(root: Path) -> Cost | str:
    try:
        return Cost(built(root).megabytes, 0)
    except NotMeasured as reason:
        return str(reason)


def _visits(what: str, root: Path) -> Iterator[Row]:
    try:
        found = sorted(heaviest(site_of(root)), key=lambda each: -each.total)
    except NotMeasured as reason:
        yield Row(what, str(reason), "", "", ANY_AIM, "kB")
        return
    for each in found:
        name = f"{what}: /{each.page} (zwaarste van {each.count})"
        yield Row(name, Cost(each.total / 1000, 0), "", "", each.aim, "kB")


def heaviest(site: Path) -> Iterator[Heaviest]:
    """Yield the heaviest page of each folder of a built site."""
    folders: dict[str, list[Path]] = defaultdict(list)
    for page in site.resolve().rglob("*.html"):
        folders[page.relative_to(site.resolve()).parts[0]].append(page)
    for folder, pages in folders.items():
        total, page = max((first_visit(page, site.resolve()), page) for page in pages)
        address = page.relative_to(site.resolve()).as_posix().removesuffix("index.html")
        yield Heaviest(folder, len(pages), address, total)


if __name__ == "__main__":
    sys.exit(run("benchmarks.weights", rows))
