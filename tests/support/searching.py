"""Searching a site in a browser: one page does all queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page


class Found(NamedTuple):
    """What a query gives: addresses and titles, those of the answer first; the word that was taken for another; the heading of the answer; what is said."""

    pages: list[str]
    titles: list[str]
    meant: str
    answer: str
    said: str


Searched = Callable[[str], Found]
# One call of the browser for all that is on the page.
_READ = """() => {
  const text = (wanted) => document.querySelector(`[data-pk-zoek] ${wanted}:not([hidden])`);
  const links = [...document.querySelectorAll(".pk-zoek__kaart:not([hidden]) .pk-zoek__titel a, .pk-zoek__item .pk-zoek__titel a")];
  return [
    links.map((link) => link.href),
    links.map((link) => link.textContent),
    text("[data-pk-zoek-bedoelde]")?.querySelector(".pk-zoek__woord")?.innerText || "",
    text("[data-pk-zoek-kaart]")?.querySelector("h2").innerText || "",
    `${text("[data-pk-zoek-telling]")?.innerText} ${text("[data-pk-zoek-bedoelde]")?.innerText || ""}`.trim(),
  ];
}"""


def finished(page: Page, query: str) -> None:
    """Wait until the results of a query are shown."""
    page.wait_for_function(
        "query => document.querySelector('[data-pk-zoek]')?.dataset.klaar === query", arg=query.strip()
    )


@contextmanager
def searching(browser: Browser, address: str) -> Iterator[Searched]:
    """Give what searches for a query, and returns what that gives."""
    page = browser.new_page()
    page.goto(f"{address}zoeken/")

    def run(query: str) -> Found:
        page.fill("#pk-query", query)
        page.press("#pk-query", "Enter")
        finished(page, query)
        links, *told = page.evaluate(_READ)
        return Found([urlsplit(link).path.lstrip("/") for link in links], *told)

    yield run
    page.close()
