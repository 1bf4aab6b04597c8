"""Searches a built site in a browser: the first time with nothing loaded yet, and after that other words."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from benchmarks.measure import NotMeasured
from benchmarks.visits import browsing

_FIRST = "mantelzorg"
_LATER = ("wonen", "jeugd", "schulden", "eenzaamheid", "vrijwilligers", "energie", "sport en bewegen")
_PATIENCE = 180_000  # milliseconds


@dataclass(frozen=True)
class Searches:
    """The first search (seconds, requests, bytes over the line) and the median of later ones (seconds)."""

    first: float
    requests: int
    bytes: int
    later: float


def searches(site: Path) -> Searches:
    """Return what searching a built site takes. Raises `NotMeasured` when there is no browser, or it gets no answer."""
    with browsing(site) as (browser, address, loaded):
        try:
            return _searched(browser.new_page(), f"{address}zoeken/", loaded)
        except BrowserError as error:
            raise NotMeasured(f"zoeken: {error.message.splitlines()[0]}") from error


def _searched(page: Page, address: str, loaded: Counter[str]) -> Searches:
    asked: list[str] = []
    page.goto(address, wait_until="networkidle")
    page.on("request", lambda request: asked.append(request.url))
    loaded.clear()
    first = _time(page, _FIRST)
    requests, size = len(asked), sum(loaded.values())
    return Searches(first, requests, size, statistics.median(_time(page, word) for word in _LATER))


def _time(page: Page, word: str) -> float:
    """Return in how many seconds the results of a word are shown."""
    page.fill("#pk-query", word)
    start = time.perf_counter()
    page.press("#pk-query", "Enter")
    page.wait_for_function(
        "word => document.querySelector('[data-pk-zoek]').dataset.klaar === word", arg=word, timeout=_PATIENCE
    )
    return time.perf_counter() - start
