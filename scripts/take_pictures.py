"""Take the pictures of "Een wijziging voorstellen" anew, from real screens of a site built and served on this machine.

Usage: python scripts/take_pictures.py. Needs the development packages and a browser (see find_browser.py). Run it when the
look of the site has changed; the pictures stand in assets/beelden/ of the theme.
"""

from __future__ import annotations

import base64
import functools
import html
import http.server
import io
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from find_browser import installed
from polderkoers.website.layers import THEME

ROOT = Path(__file__).resolve().parents[1]
PICTURES = THEME / "assets" / "beelden"
GOAL = "doel-uitsluiting-voorkomen"
FILE = ROOT / "data" / "kernopgaven" / "mensen-doen-mee.yaml"
_WIDTH = 1120
FONT = "font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; line-height: 1.6"


def main() -> None:
    """Build, serve, and take the three pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        environment = {**os.environ, "POLDERKOERS_EDIT_URI": "https://forge.example/edit/main/docs/"}
        mkdocs = Path(sys.executable).parent / "mkdocs"
        subprocess.run([mkdocs, "build", "--strict", "--quiet", "-d", site], cwd=ROOT, env=environment, check=True)  # noqa: S603 - our own command
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox", "--disable-gpu"])
        try:
            address = f"http://127.0.0.1:{server.server_port}/kernopgaven/mensen-doen-mee/"
            _link_below_a_page(browser, address)
            _file_and_page(browser, address)
            _message(browser)
        finally:
            browser.close()
            server.shutdown()


def _open(browser: Browser, width: int, address: str | None = None) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=2).new_page()
    if address:
        page.goto(address)
        page.wait_for_timeout(300)
    return page


def _link_below_a_page(browser: Browser, address: str) -> None:
    page = _open(browser, 640, address)
    foot = page.locator("#reageren")
    foot.scroll_into_view_if_needed()
    # Shows a reader where to look; set through the object model, which the policy of the page allows.
    foot.locator("[rel=edit]").evaluate("a => { a.style.outline = '3px solid #b3470b'; a.style.outlineOffset = '2px' }")
    page.wait_for_timeout(300)
    box = foot.bounding_box()
    if box is None:
        raise SystemExit("De link 'Stel een wijziging voor' is niet te zien.")
    clip = {"x": 0, "y": box["y"] - 20, "width": 640, "height": box["height"] + 40}
    _save("stel-voor", page.screenshot(clip=clip))  # type: ignore[arg-type]


def _file_and_page(browser: Browser, address: str) -> None:
    goal = _open(browser, 470, f"{address}{GOAL}/")
    # The name and what is said of it; what else is on the page stands in other lines of the file.
    beside = ".pk-toc, .pk-crumbs, .pk-stand-nu, .pk-onderdeel__feiten, .pk-onderdeel ~ *"
    goal.evaluate(f"document.querySelectorAll('{beside}').forEach((each) => each.remove())")
    shown = _data_url(goal.locator("article.pk-article"))
    lines = FILE.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip() == f"- id: {GOAL}")
    part = html.escape("\n".join(line[:62] + ("…" if len(line) > 62 else "") for line in lines[start : start + 6]))
    page = _open(browser, 960)
    page.set_content(
        f"<!doctype html><body style='margin:0;display:grid;grid-template-columns:1fr 1fr;align-items:start;gap:16px;padding:12px;background:#f3f7f6'>"
        f"<pre style='margin:0;padding:14px;background:#fff;border:1px solid #9fb3b8;font-size:11.5px;overflow:hidden;{FONT}'>{part}</pre>"
        f"<img src='{shown}' style='width:100%;padding:12px;box-sizing:border-box;background:#fff'></body>"
    )
    _save("bestand-en-pagina", page.locator("body").screenshot())


def _message(browser: Browser) -> None:
    case = ROOT / "tests" / "cases"
    with tempfile.TemporaryDirectory() as folder:
        for source in (case / "_basis" / "data", case / "onbekend-veld" / "data", ROOT / "schema"):
            name = "schema" if source.name == "schema" else "data"
            subprocess.run(["cp", "-R", f"{source}/.", f"{folder}/{name}"], check=True)  # noqa: S603, S607 - fixed
        command = [sys.executable, "-m", "polderkoers", "check", "--root", folder]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603 - our own command
    page = _open(browser, 960)
    text = html.escape("\n".join(said.splitlines()[:3]))
    page.set_content(
        f"<!doctype html><body style='margin:0;background:#0d2329;color:#eaf3f4'><pre style='margin:0;padding:16px;font-size:14px;white-space:pre-wrap;{FONT}'>{text}</pre></body>"
    )
    _save("melding", page.locator("pre").screenshot())


def _save(name: str, screenshot: bytes) -> None:
    """Keep a screenshot at the width that the pages show it in at most, twice as fine for the small one."""
    image = Image.open(io.BytesIO(screenshot)).convert("RGB")
    image.resize((_WIDTH, round(image.height * _WIDTH / image.width)), Image.Resampling.LANCZOS).save(
        PICTURES / f"{name}.webp", quality=60, method=6
    )


def _data_url(element: Locator) -> str:
    return f"data:image/png;base64,{base64.b64encode(element.screenshot()).decode('ascii')}"


if __name__ == "__main__":
    main()
