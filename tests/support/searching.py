"""Searching a site in a browser: one page does all queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

Searched = Callable[[str], tuple[list[str], str]]


def finished(page: Page, query: str) -> None:
    """Wait until the results of a query are shown."""
    page.wait_for_function(
        "query => document.querySelector('[data-pk-zoek]')?.dataset.klaar === query", arg=query.strip()
    )


@contextmanager
def searching(browser: Browser, address: str) -> Iterator[Searched]:
    """Give what returns the addresses that a query finds, and what is suggested instead of it."""
    page = browser.new_page()
    page.goto(f"{address}zoeken/")

    def run(query: str) -> tuple[list[str], str]:
        page.fill("#pk-query", query)
        page.press("#pk-query", "Enter")
        finished(page, query)
        links = page.locator(".pk-zoek__titel a").evaluate_all("links => links.map((link) => link.href)")
        meant = page.locator("[data-pk-zoek-bedoelde]:not([hidden]) a")
        return [urlsplit(link).path.lstrip("/") for link in links], meant.inner_text() if meant.count() else ""

    yield run
    page.close()
