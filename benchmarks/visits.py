"""Visits pages of a built site as a phone does that never was there before: what it loads, and how fast that stands."""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from benchmarks.measure import NotMeasured
from find_browser import installed

KINDS = ("HTML", "stijl", "script", "lettertype", "beeld", "anders")
_KIND = {".html": "HTML", ".css": "stijl", ".js": "script", ".woff2": "lettertype"} | dict.fromkeys(
    (".svg", ".png", ".webp", ".jpg", ".ico"), "beeld"
)
_TEXT = (".html", ".css", ".js", ".svg", ".json", ".txt", ".xml")
# A phone of the middle class on a slow mobile network.
_SLOWER = 4
_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
_QUIET = 1000  # milliseconds without anything new, after all is loaded
_WATCH = """
  window.seen = { lcp: 0, cls: 0, tasks: [] };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
  watch("layout-shift", (entry) => { seen.cls += entry.value; });
  watch("longtask", (entry) => { seen.tasks.push([entry.startTime, entry.duration]); });
"""
_TOLD = """() => {
  const start = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  const blocked = seen.tasks.map(([at, took]) => Math.max(0, at + took - Math.max(at, start) - 50));
  return { lcp: seen.lcp, cls: seen.cls, blocked: blocked.reduce((sum, each) => sum + each, 0) };
}"""


@dataclass(frozen=True)
class Visit:
    """What a first visit took: bytes by kind as they came over the line, milliseconds, and how much moved (CLS)."""

    loaded: Mapping[str, int]
    largest_paint: float
    blocked: float
    moved: float

    @property
    def total(self) -> int:
        """All bytes together."""
        return sum(self.loaded.values())


class Gzipping(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a real web server does: with gzip, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *details: Any, loaded: Counter[str], **more: Any) -> None:
        self._loaded = loaded
        super().__init__(*details, **more)

    def do_GET(self) -> None:
        """Answer with a file, and note how many bytes it took."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        packed = file.suffix in _TEXT
        body = gzip.compress(file.read_bytes()) if packed else file.read_bytes()
        self._loaded[_KIND.get(file.suffix, "anders")] += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Phone:
    """A phone that visits one site."""

    def __init__(self, browser: Browser, address: str, loaded: Counter[str]) -> None:
        self._browser = browser
        self._address = address
        self._loaded = loaded

    def visit(self, path: str, runs: int) -> Visit:
        """Return what a first visit to a page takes, the middle of some runs. Raises `NotMeasured`."""
        try:
            visits = [self._once(path) for _ in range(runs)]
        except BrowserError as error:
            raise NotMeasured(f"{path}: {error.message.splitlines()[0]}") from error
        return Visit(
            visits[0].loaded,
            statistics.median(one.largest_paint for one in visits),
            statistics.median(one.blocked for one in visits),
            max(one.moved for one in visits),
        )

    def _once(self, path: str) -> Visit:
        context = self._browser.new_context(
            viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True, has_touch=True
        )
        context.add_init_script(_WATCH)
        page = context.new_page()
        chrome = context.new_cdp_session(page)
        chrome.send("Network.enable")
        chrome.send("Network.emulateNetworkConditions", dict(_NETWORK))
        chrome.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        self._loaded.clear()
        page.goto(f"{self._address}{path}", wait_until="networkidle")
        page.wait_for_timeout(_QUIET)
        told = page.evaluate(_TOLD)
        context.close()
        return Visit(dict(self._loaded), told["lcp"], told["blocked"], told["cls"])


@contextmanager
def browsing(site: Path) -> Iterator[tuple[Browser, str, Counter[str]]]:
    """Give a browser, the address at which a built site is served, and how many bytes of each kind were asked of it. Raises `NotMeasured` when there is no browser."""
    path = installed()
    if path is None:
        raise NotMeasured("er is geen browser; `python scripts/find_browser.py --install` haalt er een")
    loaded: Counter[str] = Counter()
    handler = functools.partial(Gzipping, directory=str(site), loaded=loaded)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser, f"http://127.0.0.1:{server.server_port}/", loaded
        finally:
            browser.close()
            server.shutdown()


@contextmanager
def phone(site: Path) -> Iterator[Phone]:
    """Give a phone that visits a built site. Raises `NotMeasured` when there is no browser."""
    with browsing(site) as (browser, address, loaded):
        yield Phone(browser, address, loaded)


def own_weight(site: Path, path: str) -> int:
    """Return the bytes of the HTML of a page, packed."""
    return len(gzip.compress((site / path / "index.html").read_bytes()))
