"""Measures `mkdocs build` of our site beside stock Material for MkDocs, which gets the same pages as ready Markdown."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.measure import Command, Cost, cost, in_turns, once, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import BUILDING, Measured
from benchmarks.table import Row

AIM = 0.5
_BESIDE = "Material met kant-en-klare Markdown"
# The extensions without which the pages would not be the same pages; the rest is as Material comes.
_EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "toc")
_MENU = 9


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield one row for each root."""
    for one in measured:
        what = f"site, {one.name}"
        if options.wants(what):
            found = in_turns(options.runs, {what: partial(built, one.root), _BESIDE: _stock(one.root)})
            yield Row(what, found[what], _BESIDE, found[_BESIDE], AIM)


def _stock(root: Path) -> Callable[[], Cost]:
    """Return what builds the same pages with stock Material, of which the Markdown is made once."""
    stock = root / "stock"

    def measured() -> Cost:
        if not (stock / "docs").exists():
            _run_capture(root, stock / "docs")
            _configure(stock)
            say(f"Material, {sum(1 for _ in stock.rglob('*.md'))} bladzijden")
        return built(stock)

    return measured


def _run_capture(root: Path, target: Path) -> None:
    cost(Command([sys.executable, "-m", "benchmarks.capture", root, target], ROOT, BUILDING), 1)


def _configure(stock: Path) -> None:
    """Write the settings of stock Material: its search, and a menu as small as ours."""
    pages = sorted(path.name for path in (stock / "docs").glob("*.md"))
    settings = {
        "site_name": "Material",
        "theme": {"name": "material"},
        "plugins": ["search"],
        "markdown_extensions": list(_EXTENSIONS),
        "nav": pages[:_MENU],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    # JSON is YAML too.
    (stock / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")


def built(root: Path) -> Cost:
    """Return what it takes to build `root`/site. Raises `NotMeasured`."""
    settings: list[str | Path] = ["--config-file", root / "mkdocs.yml", "--site-dir", root / "site"]
    return once(Command([sys.executable, "-m", "mkdocs", "build", "--quiet", *settings], root, BUILDING))


if __name__ == "__main__":
    sys.exit(run("benchmarks.site", rows))
