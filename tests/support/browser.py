"""The browser of the tests, and what axe-core says of a page in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from find_browser import installed

needs_browser = pytest.mark.skipif(os.environ.get("BROWSER") == "none", reason="BROWSER=none: left out on purpose")

# What Playwright leaves out of Chromium, which hears only the last list; and the popups of a bar of addresses, which are pages of
# their own for each window.
LEFT_OUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
)  # fmt: skip
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    f"--disable-features={','.join(LEFT_OUT)}",
)  # fmt: skip
# All of WCAG 2.2 A and AA that axe knows, and its best practices.
RULES: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def browser_path() -> str:
    """Return where the browser is; the test fails when there is none."""
    path = installed()
    assert path is not None, "There is no browser; `make test` installs one, or set BROWSER=none on purpose."
    return path


@contextmanager
def launched(*more: str) -> Iterator[Browser]:
    """Give a headless browser, started with more arguments if need be."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=[*ARGUMENTS, *more])
        yield browser
        browser.close()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds on a page as it stands now, as rule, element and why."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
    ]
