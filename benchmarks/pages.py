"""Measures what a first visit costs: the weight of ten pages and how fast a phone shows them, and their growth with the policy."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Command, NotMeasured, cost, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import Measured, site_parts
from benchmarks.site import built
from benchmarks.table import aligned, dutch
from benchmarks.visits import KINDS, Visit, own_weight, phone

WEIGHT_AIM = 110_000
PAINT_AIM = 1800
BLOCKED_AIM = 50
PAGES = (
    "", "kernopgaven/mensen-doen-mee/", "programmalijnen/bestaanszekerheid/", "plannen/samen-en-gezond/", "tijdlijn/",
    "begrippen/", "wie/inwoners/", "onderwerpen/meedoen/", "plaatsen/emmeloord/", "organisaties/",
)  # fmt: skip
_FEW = 30
_GROWING = ("", "onderwerpen/", "plannen/", "doelen/", "tijdlijn/", "wie/inwoners/", "plaatsen/emmeloord/")
_HEAD = (
    "Bladzijde",
    *(kind.capitalize() for kind in KINDS[1:]),
    "Samen",
    "Grootste beeld",
    "Bezet",
    "Schuift",
    "Gehaald",
)


def tables(measured: Sequence[Measured], options: Options) -> str:
    """Return two tables: first visits to the site of the real data, and the weight of pages with few and many files."""
    real, many = (one.root for one in measured)
    return f"{_visits(real, options.runs)}\n{_growth(many, options.count)}"


def _visits(root: Path, runs: int) -> str:
    try:
        with phone(site_of(root)) as visitor:
            rows = [_row(path, _said(path, visitor.visit(path, runs))) for path in PAGES]
    except NotMeasured as reason:
        return f"Eerste bezoek aan een bladzijde: niet gemeten: {reason}\n"
    head = (_HEAD[0], KINDS[0], *_HEAD[1:])
    return (
        f"{aligned([head, *rows], left={0})}\n"
        f"kB over de lijn, met gzip; doel: samen hoogstens {WEIGHT_AIM // 1000} kB. Telefoon: 4 keer zo trage processor, "
        f"1,6 Mbit/s, 150 ms. Doel: grootste beeld binnen {PAINT_AIM} ms, minder dan {BLOCKED_AIM} ms bezet, schuift 0.\n"
    )


def _said(path: str, visit: Visit) -> Visit:
    say(f"bezoek, /{path}")
    return visit


def _row(path: str, visit: Visit) -> tuple[str, ...]:
    good = (
        visit.total <= WEIGHT_AIM
        and visit.largest_paint < PAINT_AIM
        and visit.blocked < BLOCKED_AIM
        and round(visit.moved, 3) == 0
    )
    kinds = (_kilobytes(visit.loaded.get(kind, 0)) for kind in KINDS)
    times = (f"{visit.largest_paint:.0f} ms", f"{visit.blocked:.0f} ms", dutch(visit.moved, 3))
    return (f"/{path}", *kinds, _kilobytes(visit.total), *times, "ja" if good else "nee")


def _growth(many: Path, count: int) -> str:
    """Return how heavy the same pages are with few and with many files; made-up files with one number have one text."""
    few = many.with_name("few")
    try:
        cost(Command([sys.executable, "-m", "benchmarks.many", few, "--count", str(_FEW)], ROOT, {}), 1)
        site_parts(few)
        sites = (site_of(few), site_of(many))
    except NotMeasured as reason:
        return f"Gewicht van bladzijden bij veel bestanden: niet gemeten: {reason}\n"
    rows = [("Bladzijde, alleen HTML", f"{_FEW} bestanden", f"{count} bestanden")]
    for folder in ("kernopgaven", "programmalijnen", "plannen"):
        both = [_weights(sites, path) for path in _in_both(sites, folder)]
        if both:
            middle = [statistics.median(weights) for weights in zip(*both, strict=True)]
            rows.append(_compared(f"{folder}, de middelste van dezelfde {len(both)}", middle))
    rows += [_compared(f"overzicht /{path}", _weights(sites, path)) for path in _GROWING]
    return f"{aligned(rows, left={0})}\nkB met gzip. Een overzicht dat te groot wordt voor een bladzijde, is verdeeld en groeit dan niet meer mee.\n"


def _compared(what: str, weights: Sequence[float]) -> tuple[str, str, str]:
    few, many = weights
    return what, _kilobytes(few), _kilobytes(many)


def _in_both(sites: Sequence[Path], folder: str) -> list[str]:
    found = [{page.parent.name for page in site.glob(f"{folder}/*/index.html")} for site in sites]
    return [f"{folder}/{name}/" for name in sorted(set.intersection(*found))]


def _weights(sites: Sequence[Path], path: str) -> tuple[int, ...]:
    return tuple(own_weight(site, path) for site in sites)


def site_of(root: Path) -> Path:
    """Return the site of a root, built when no other benchmark did. Raises `NotMeasured`."""
    site = root / "site"
    if not site.is_dir():
        say(f"site bouwen, {root.name}")
        built(root)
    return site


def _kilobytes(number: float) -> str:
    return dutch(number / 1000, 1)


if __name__ == "__main__":
    sys.exit(run("benchmarks.pages", more=tables))
