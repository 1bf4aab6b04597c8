"""Looks at many pages of the site in a real browser, several at once, each in light and dark, wide and narrow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Container, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import BrowserContext, Page, async_playwright

from support.browser import ARGUMENTS, browser_path
from support.browser import RULES as WCAG
from support.site import BuiltSite
from support.structure import Joint, written

HERE = Path(__file__).parent
MEASURE = (HERE / "measure.js").read_text(encoding="utf-8")
ACE = HERE.parent / "vendor" / "accessibility-checker-engine" / "ace.js"
ACE_VERSION = "4.0.34"
ACE_SHA256 = "1fd7c18b2aa5ba3ec0444a275e2e08e2823c317316c6613d1c273d2a688760fa"

Look = tuple[int, Literal["light", "dark"]]
WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
HEIGHT = 900
# Two browser profiles keep two processors busy; a third fills the time in which one waits for a page.
AT_ONCE = 3

# Beside what the other tests ask: one rule of level A that axe still calls experimental, and what it cannot tell.
RULES = {
    **WCAG,
    "rules": {"label-content-name-mismatch": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
    "preload": False,
}
# Light and dark differ in nothing but colours, so that dark is looked at with these alone.
COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "rules": {}}
OPEN_MENU = """() => {
  pkMeasure.openAll();
  const menu = document.querySelector("[data-pk-menu][aria-expanded='false']");
  if (menu?.checkVisibility()) menu.click();
}"""
IBM = """async () => {
  const { results } = await new ace.Checker().check(document, ["IBM_Accessibility"]);
  return results.filter(({ value }) => value[1] !== "PASS").map(({ ruleId, reasonId, value, snippet, message }) =>
    ({ rule: ruleId, sure: value[1] === "FAIL", snippet, message, reason: reasonId }));
}"""


@dataclass
class Seen:
    """What was found on one page."""

    path: str
    title: str = ""
    axe: str = ""
    violations: list[str] = field(default_factory=list)
    doubts: list[tuple[int, str, str, str]] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)


# Whether text fits has nothing to do with its colour, and the colour of a ring nothing with the width.
_TWO_LOOKS: tuple[Look, ...] = ((1280, "light"), (320, "dark"))
# In the order in which least has to change: measuring ends where this begins.
_LOOKS: tuple[Look, ...] = ((320, "dark"), (320, "light"), (1280, "light"), (1280, "dark"))


async def _look(page: Page, seen: Seen, known: set[str] | None) -> None:
    """Look at a page that is open in a wide, light window, in all four ways; at the focus and with axe at all, or at what is not known."""
    await _order(page, seen)
    for width, scheme in _TWO_LOOKS:
        await _turn(page, width, scheme)
        await _measure(page, seen, f"{width} {scheme}")
    await _thin(page, known)
    for width, scheme in _LOOKS:
        await _turn(page, width, scheme)
        if (width, scheme) in _TWO_LOOKS:
            stops = await page.evaluate("pkMeasure.focusing()")
            seen.stops += [f"{width} {scheme}: {what}" for what in stops["wrong"]]
        await _examine(page, seen, width, scheme)


async def _thin(page: Page, known: set[str] | None) -> None:
    """Take from a page what is known already, and know from now on what is left on it; or leave it whole when nothing is to be known."""
    if known is not None:
        known.update(await page.evaluate("known => pkMeasure.thin(known)", list(known)))


async def _order(page: Page, seen: Seen) -> None:
    found = await page.evaluate("pkMeasure.structure()")
    seen.title, seen.structure = found["title"], found["wrong"]


async def _turn(page: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    await page.set_viewport_size({"width": width, "height": HEIGHT})
    await page.emulate_media(color_scheme=scheme)
    await page.evaluate(OPEN_MENU)


async def _look_briefly(page: Page, seen: Seen, known: set[str] | None) -> None:
    """Look at a page that shows hardly anything new: as at a glance, and at what is new on it narrow, in light and dark."""
    await _glance(page, seen)
    await _thin(page, known)
    stops = await page.evaluate("pkMeasure.focusing()")
    seen.stops += [f"{WIDTHS[-1]} light: {what}" for what in stops["wrong"]]
    await _examine(page, seen, WIDTHS[-1], "light")
    await page.emulate_media(color_scheme="dark")
    await _examine(page, seen, WIDTHS[-1], "dark")


async def _examine(page: Page, seen: Seen, width: int, scheme: str) -> None:
    """Let axe look at a page as it stands now."""
    axe = await page.evaluate("rules => pkMeasure.axeFinds(rules)", RULES if scheme == "light" else COLOURS)
    seen.axe = axe["version"]
    seen.violations += [f"{width} {scheme}: {found}" for found in axe["violations"]]
    seen.doubts += [(width, *found) for found in axe["doubts"]]


async def _glance(page: Page, seen: Seen) -> None:
    """Look at a page for what its own words can break, however often all that it is made of was seen elsewhere."""
    await _order(page, seen)
    await page.set_viewport_size({"width": WIDTHS[-1], "height": HEIGHT})
    await page.evaluate("pkMeasure.openAll()")
    await _fit(page, seen, f"{WIDTHS[-1]} light", ["fits"])


async def _fit(page: Page, seen: Seen, look: str, ways: list[str]) -> None:
    for way in ways:
        fits = await page.evaluate(f"pkMeasure.{way}()")
        if fits["sideways"]:
            seen.sideways.append(f"{look}, {way}: {fits['sideways']} px")
        seen.cut_off += [f"{look}, {way}: {what}" for what in fits["cutOff"]]


async def _measure(page: Page, seen: Seen, look: str) -> None:
    """Measure what axe does not: text that does not fit, as it is, spaced out and twice as large, and what moves."""
    await _fit(page, seen, look, ["fits", "spaced"] + (["twice"] if look.startswith("1280") else []))
    seen.moving += await page.evaluate("pkMeasure.moving()")


async def _pool(pages: Iterable[str], job: Callable[[Page, str], Coroutine[Any, Any, None]], script: str) -> None:
    waiting = list(reversed(list(pages)))

    async def work(context: BrowserContext) -> None:
        await context.add_init_script(script)
        page = await context.new_page()
        while waiting:
            await job(page, waiting.pop())

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        contexts = [await browser.new_context(reduced_motion="reduce") for _ in range(AT_ONCE)]
        await asyncio.gather(*map(work, contexts))
        await browser.close()


def _in_thread(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end, also where Playwright's own loop runs in this thread."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


async def _open(page: Page, address: str) -> None:
    await page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    await page.emulate_media(color_scheme="light")
    await page.goto(address)


def look_at(
    address: str,
    paths: Iterable[str],
    closely: Container[str],
    *,
    whole: bool,
    briefly: Container[str] = (),
    known: Iterable[Joint] = (),
) -> dict[str, Seen]:
    """Return what there is to see on pages of a site, by their path: of some in every way or briefly, of the others at a glance.

    When not `whole`, axe and the focus look at each part once: at the first of what stands on a page many times or on many pages,
    and at none of what is `known` from another site of the same look.
    """
    met = None if whole else {written(joint) for joint in known}
    found: dict[str, Seen] = {}

    async def job(page: Page, path: str) -> None:
        await _open(page, f"{address}{path}")
        found[path] = Seen(path)
        if path in closely:
            await _look(page, found[path], met)
        elif path in briefly:
            await _look_briefly(page, found[path], met)
        else:
            await _glance(page, found[path])

    _in_thread(_pool(paths, job, f"{AXE_SCRIPT};{MEASURE}"))
    return found


def glimpse(address: str, paths: Iterable[str], width: int) -> dict[str, Seen]:
    """Return the order of pages of a site and what axe finds on them at one width, light and dark, at each part once, by their path."""
    known: set[str] = set()
    found: dict[str, Seen] = {}

    async def job(page: Page, path: str) -> None:
        await _open(page, f"{address}{path}")
        seen = found[path] = Seen(path)
        await _order(page, seen)
        await _thin(page, known)
        for scheme, rules in (("light", RULES), ("dark", COLOURS)):
            await _turn(page, width, scheme)
            axe = await page.evaluate("rules => pkMeasure.axeFinds(rules)", rules)
            seen.violations += [f"{width} {scheme}: {what}" for what in axe["violations"]]

    _in_thread(_pool(paths, job, f"{AXE_SCRIPT};{MEASURE}"))
    return found


def ibm_finds(address: str, paths: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return what the engine of IBM finds on pages of a site, by their path: all but what it says is right.

    Of these pages nothing is taken: to this engine a list of which the rest is known elsewhere is an empty list.
    """
    found: dict[str, list[dict[str, Any]]] = {}

    async def job(page: Page, path: str) -> None:
        await _open(page, f"{address}{path}")
        found[path] = await page.evaluate(IBM)

    _in_thread(_pool(paths, job, f"{ACE.read_text(encoding='utf-8')};window.ace = ace;"))
    return found


def kinds(site: BuiltSite) -> list[str]:
    """Return one page of each kind: every page at the top, and of pages in folders alike the one of middling size."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for path in site.paths:
        first, *rest, _ = (*path.rstrip("/").split("/"), "")
        # What differs between versions/2012/… and versions/2025/… is the version, and not the kind.
        kind = (first, len(rest), *rest[1:-1]) if rest else (path,)
        alike.setdefault(kind, []).append(path)

    def size(path: str) -> tuple[int, str]:
        return len(site.html(path)), path

    return ["404.html", *(sorted(paths, key=size)[len(paths) // 2] for paths in alike.values())]
