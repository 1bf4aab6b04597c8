"""Finds the browser for the tests: an installed Chromium or Chrome, or else one that it gets itself."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from polderkoers.console import prepare

# The shell is Chromium without what is around a page, such as its bar of addresses: it shows the same for half the work.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """Return the path of a browser that is there already: the one in BROWSER, one of the system, or Playwright's."""
    chosen = os.environ.get("BROWSER")
    if chosen and chosen != "none":
        return shutil.which(chosen)
    return next(filter(None, map(shutil.which, NAMES)), None) or _of_playwright()


def _of_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only needed when there is no browser

        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Exception:  # noqa: BLE001 - whatever goes wrong in there, there is no browser to be had from it
        return None
    return path if Path(path).exists() else None


def _run(*command: str) -> bool:
    sys.stdout.write(f"$ {' '.join(command)}\n")
    sys.stdout.flush()
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0  # noqa: S603 - fixed commands


def _from_debian() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    # Not every system with apt-get has the shell by itself.
    return _run("apt-get", "update", "-qq") and any(
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", name) for name in (SHELL, "chromium")
    )


def _from_playwright() -> bool:
    return _run(sys.executable, "-m", "playwright", "install", "chromium")


def get() -> str | None:
    """Return a browser, installing one when there is none; None when that does not work either."""
    ways: tuple[Callable[[], bool], ...] = (_from_debian, _from_playwright)
    return installed() or next((found for way in ways if way() and (found := installed())), None)


def main() -> int:
    """Say which browser the tests will use; 2 when there is none and that was not asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="get a browser when there is none")
    arguments = parser.parse_args()
    if os.environ.get("BROWSER") == "none":
        sys.stdout.write("BROWSER=none: the browser tests are left out on purpose.\n")
        return 0
    browser = get() if arguments.install else installed()
    if browser:
        sys.stdout.write(f"Browser for the tests: {browser}\n")
        return 0
    sys.stderr.write(
        "There is no browser for the tests. Install Chromium (Debian: apt install chromium) or Google Chrome, "
        "or leave the browser tests out on purpose with BROWSER=none.\n"
    )
    return 2


if __name__ == "__main__":
    prepare()
    sys.exit(main())
