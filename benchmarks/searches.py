"""Searches a built site in a browser: the first time with nothing loaded yet, and after that other words."""

from __future__ import annotations

import functools
import http.server
import statistics
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import NotMeasured
from benchmarks.visits import Gzipping
from find_browser import installed

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
    path = installed()
    if path is None:
        raise NotMeasured("er is geen browser; `python scripts/find_browser.py --install` haalt er een")
    loaded: Counter[str] = Counter()
    handler = functools.partial(Gzipping, directory=str(site), loaded=loaded)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            return _searched(browser.new_page(), f"http://127.0.0.1:{server.server_port}/zoeken/", loaded)
        except BrowserError as error:
            raise NotMeasured(f"zoeken: {error.message.splitlines()[0]}") from error
        finally:
            browser.close()
            server.shutdown()


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
