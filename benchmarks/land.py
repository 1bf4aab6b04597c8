"""Simulates a portal of all municipalities of the Netherlands: what it costs, and what breaks first.

`python -m benchmarks.land` makes what a portal reads of some municipalities, builds portals of more and more of those, and searches
them in a browser. What takes too long to make for all is measured on some and multiplied; the table says which.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import shutil
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Command, Cost, NotMeasured, cost, say
from benchmarks.municipalities import make, make_root
from benchmarks.originals import ROOT
from benchmarks.roots import KEPT
from benchmarks.searches import Searches, searches
from benchmarks.table import aligned, dutch

ALL = 342
"""How many municipalities the Netherlands had in 2025 and 2026."""
_MADE = KEPT / "land"
_SIZES = (2, 20, 60, 120, ALL)
_SETTINGS = "site_name: Land\ntheme:\n  name: polderkoers\nplugins:\n  - polderkoers\n  - macros\n"
_HEAD = (
    "Portaal van", "Bouwen", "Geheugen", "Schijf", "Zwaarste pagina", "Tabel", "Verzoeken", "Eerste keer", "Bytes", "Daarna",
)  # fmt: skip
_INSTITUTION = """\
soort: instelling
id: instelling
versie: "1.0"
status: null
schema: 3
naam: Het land
type: samenwerking
lidwoord: het
gebied: land
portaal:
"""
_PLACES = """\
soort: plaatsen
id: plaatsen
versie: "1.0"
status: null
plaatsen:
  - {id: land, naam: Land, soort: regio}
"""


@dataclass(frozen=True)
class Portal:
    """What a portal of so many participants took; `copies` says that some of these are copies of others."""

    participants: int
    copies: bool
    build: Cost
    megabytes: float
    largest_page: int
    table: int
    searched: Searches


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 2 when something cannot be measured here."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.land", description="Bootst een portaal van alle gemeenten na."
    )
    parser.add_argument(
        "--made",
        type=int,
        default=60,
        metavar="AANTAL",
        help="van hoeveel gemeenten de bestanden echt gemaakt worden (60)",
    )
    parser.add_argument(
        "--sample", type=int, default=3, metavar="AANTAL", help="van hoeveel gemeenten de hele site wordt gebouwd (3)"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(_SIZES), metavar="AANTAL", help="hoe groot de portalen zijn"
    )
    chosen = parser.parse_args(arguments)
    if chosen.made < 1 or chosen.sample < 1 or min(chosen.sizes) < 1:
        parser.error("--made, --sample en --sizes zijn minstens 1.")
    try:
        sites = tuple(_site(number) for number in range(1, chosen.sample + 1))
        made = tuple(_made(number) for number in range(1, chosen.made + 1))
        portals = tuple(_tried(size, made) for size in chosen.sizes)
    except NotMeasured as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(_as_text(sites, made, portals))
    return 0


@dataclass(frozen=True)
class OneSite:
    """What the whole site of one municipality took."""

    build: Cost
    megabytes: float
    searched: float


def _site(number: int) -> OneSite:
    say(f"de hele site van gemeente {number} bouwen")
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        root = Path(folder, "root")
        make_root(root, number)
        (root / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
        taken = cost(_build(root), 1)
        return OneSite(taken, _megabytes(root / "site"), _megabytes(root / "site" / "zoeken"))


def _made(number: int) -> Path:
    """Return the folder with what a portal reads of a municipality; it is kept, because making it takes seconds."""
    folder = _MADE / str(number)
    if not (folder / "klaar").is_file():
        say(f"de bestanden van gemeente {number} maken")
        shutil.rmtree(folder, ignore_errors=True)
        make(folder, number)
        (folder / "klaar").touch()
    return folder


def _tried(size: int, made: Sequence[Path]) -> tuple[str, ...]:
    """Return the row of a portal, which is told at once too: what breaks is what this looks for, and must not take the rest with it."""
    try:
        row = _row(_portal(size, made))
    except NotMeasured as error:
        row = (str(size), f"niet gelukt: {error}", *[""] * (len(_HEAD) - 2))
    say("  ".join(row))
    return row


def _portal(size: int, made: Sequence[Path]) -> Portal:
    """Return what a portal of so many participants takes; when fewer were made, some stand there more than once."""
    say(f"een portaal van {size} bouwen en doorzoeken")
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        root = Path(folder, "root")
        _write(root, size, made)
        taken = cost(_build(root), 1)
        site = root / "site"
        return Portal(
            size,
            size > len(made),
            taken,
            _megabytes(site),
            max(len(gzip.compress(path.read_bytes())) for path in site.rglob("index.html")),
            len(gzip.compress((site / "zoeken" / "paginas.json").read_bytes())),
            searches(site),
        )


def _write(root: Path, size: int, made: Sequence[Path]) -> None:
    """Write a portal with the subjects of the real data and so many participants."""
    (root / "data").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "themas.yaml", root / "data")
    lines = "".join(f"  - id: g{number}\n    adres: https://g{number}.example/\n" for number in range(size))
    (root / "data" / "instelling.yaml").write_text(_INSTITUTION + lines, encoding="utf-8")
    (root / "data" / "plaatsen.yaml").write_text(_PLACES, encoding="utf-8")
    (root / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (root / "deelnemers").mkdir()
    for number in range(size):
        (root / "deelnemers" / f"g{number}").symlink_to(made[number % len(made)])


def _build(root: Path) -> Command:
    environment = {"NO_MKDOCS_2_WARNING": "1", "POLDERKOERS_ZONDER_HISTORIE": "1"}
    return Command([sys.executable, "-m", "polderkoers", "build", "--root", root], root, environment)


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _as_text(sites: Sequence[OneSite], made: Sequence[Path], portals: Sequence[tuple[str, ...]]) -> str:
    seconds = statistics.median(one.build.seconds for one in sites)
    whole = statistics.median(one.megabytes for one in sites)
    memory = max(one.build.megabytes for one in sites)
    searched = statistics.median(one.searched for one in sites)
    given = statistics.median(map(_megabytes, made))
    rows = [_HEAD, *portals]
    return (
        f"Eén gemeente (gemeten, {len(sites)} hele sites): {dutch(seconds, 1)} s processortijd, {memory:.0f} MB geheugen, "
        f"{dutch(whole, 1)} MB site, waarvan {dutch(searched, 1)} MB zoeken.\n"
        f"{ALL} gemeenten (vermenigvuldigd): {seconds * ALL / 60:.0f} minuten processortijd, {whole * ALL / 1000:.1f} GB.\n"
        f"Voor een portaal gemaakt: de bestanden van {len(made)} gemeenten, {dutch(given, 2)} MB per stuk.\n\n"
        f"{aligned(rows, left=set())}"
        "* met kopieën: er zijn minder gemeenten gemaakt dan er deelnemers zijn.\n"
        f"Python {platform.python_version()}, {os.cpu_count()} processoren, belasting {dutch(os.getloadavg()[0], 1)}, "
        f"{time.strftime('%Y-%m-%d')}.\n"
    )


def _row(portal: Portal) -> tuple[str, ...]:
    found = portal.searched
    return (
        f"{portal.participants}{'*' if portal.copies else ''}",
        f"{dutch(portal.build.seconds, 1)} s",
        f"{portal.build.megabytes:.0f} MB",
        f"{portal.megabytes:.0f} MB",
        f"{portal.largest_page / 1000:.0f} kB",
        f"{portal.table / 1000:.0f} kB",
        str(found.requests),
        f"{dutch(found.first, 2)} s",
        f"{portal.searched.bytes / 1000:.0f} kB",
        f"{dutch(found.later, 2)} s",
    )


if __name__ == "__main__":
    sys.exit(main())
