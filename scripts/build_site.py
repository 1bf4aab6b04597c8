"""Builds the site beside the old one and swaps them at the end, so that a build that fails leaves the old site whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build(root: Path = ROOT, command: str = "mkdocs") -> int:
    """Build `root`/site with a generator (`mkdocs` or `properdocs`) and return its exit code."""
    site, fresh, old = (root / name for name in ("site", ".site-nieuw", ".site-oud"))
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    generator = Path(sys.executable).parent / command
    outcome = subprocess.run(  # noqa: S603 - our own generator
        [generator, "build", "--strict", "--quiet", "-f", root / "mkdocs.yml", "-d", fresh], cwd=root, check=False
    )
    if outcome.returncode != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        sys.stderr.write("De site is niet opnieuw gebouwd. Een eerdere versie in de map site is niet veranderd.\n")
        return outcome.returncode
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    pages = sum(1 for _ in site.rglob("*.html"))
    sys.stdout.write(
        f"De site staat in {site} ({pages} bladzijden).\n"
        f"Bekijken: {Path(sys.executable)} -m http.server 8000 --bind 127.0.0.1 --directory site\n"
        "en open dan http://127.0.0.1:8000/ in je browser.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(build())
