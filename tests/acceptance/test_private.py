"""The site in a real browser is private and safe on every page, works below a path, and reads without script."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from base64 import b64encode
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest

from support.browser import needs_browser
from support.site import HtmlPage, build, serving

# One page of each kind, for what takes too long on all of them.
KINDS = (
    "", "onderwerpen/", "onderwerpen/meedoen/", "kernopgaven/iedereen-doet-mee/", "programmalijnen/prettig-wonen/",
    "plannen/", "plannen/samen-vooruit/", "plannen/sportnota/", "wegwijzers/idee-voor-de-straat/",
    "wie/", "wie/inwoners/", "rollen/", "rollen/regisseur/", "organisaties/", "organisaties/bouwgoed/", "plaatsen/", "plaatsen/oosterdorp/",
    "begrippen/", "begrippen/wmo/", "bronnen/", "bronnen/toekomstvisie-2014/", "doelen/", "tijdlijn/", "cijfers/", "geld/",
    "rode-draad/", "open-vragen/", "over/", "meedoen/wijziging-voorstellen/", "meedoen/meldingen/dubbel-id/",
    "zoeken/", "wijzigingen/",
)  # fmt: skip
LISTEN = """
  window.refusals = [];
  document.addEventListener("securitypolicyviolation", (event) => refusals.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
STORED = """async () => ({
  local: Object.entries(localStorage), session: Object.entries(sessionStorage), cookie: document.cookie,
  databases: (await indexedDB.databases()).map(({ name }) => name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": [], "session": [], "cookie": "", "databases": [], "caches": [], "workers": 0}


@pytest.fixture(scope="session")
def below_path(site, tmp_path_factory):
    """The address of the site below /beleid/, where a web server has other things beside it."""
    top = tmp_path_factory.mktemp("server")
    (top / "beleid").symlink_to(site.folder)
    with serving(top) as found:
        yield f"{found}beleid/"


class Watched:
    """A page of a browser with all that a reader should be spared, as it happens."""

    def __init__(self, context, address: str) -> None:
        context.add_init_script(LISTEN)
        self.page = context.new_page()
        self.wrong: list[str] = []
        self._address = address
        self.page.on("console", self._told)
        self.page.on("pageerror", lambda error: self._note(f"uncaught {error}"))
        context.on("request", self._asked)
        context.on("response", self._answered)

    def visit(self, path: str, until: str = "domcontentloaded"):
        """Go to a page of the site, and note what the browser refused on it."""
        self.page.goto(f"{self._address}{path}", wait_until=until)
        self.wrong += [f"{path}: refused {found}" for found in self.page.evaluate("window.refusals")]
        return self.page

    def _note(self, text: str) -> None:
        self.wrong.append(f"{self.page.url}: {text}")

    def _told(self, message) -> None:
        if message.type in ("error", "warning"):
            self._note(f"{message.type} {message.text}")

    def _asked(self, request) -> None:
        if not request.url.startswith((self._address, "data:")):
            self._note(f"asks {request.url}")

    def _answered(self, response) -> None:
        if response.status >= 400:
            self._note(f"{response.status} {response.url}")


# The policy


def policy_of(page: HtmlPage) -> dict[str, list[str]]:
    """Return the one content security policy of a page, as directives."""
    metas = [element.attributes for element in page.all("meta")]
    (meta,) = (meta for meta in metas if meta.get("http-equiv") == "Content-Security-Policy")
    return {name: sources for name, *sources in (part.split() for part in meta["content"].split(";"))}


def test_every_page_has_a_policy_that_allows_nothing_unsafe(site, every_page):
    """Every page begins from nothing, allows only the site itself, and WebAssembly and fetching only where one searches."""
    wrong = []
    for path in every_page:
        policy = policy_of(site.page(path))
        searches = path == "zoeken/"
        allowed = {source for sources in policy.values() for source in sources if not source.startswith("'sha256-")}
        strange = allowed - {"'self'", "'none'"} - ({"'wasm-unsafe-eval'"} if searches else set())
        if strange or policy["default-src"] != ["'none'"] or ("connect-src" in policy) != searches:
            wrong.append(f"{path}: {policy}")
    assert wrong == []


def test_everything_inline_is_in_the_policy_of_its_page_by_its_hash(site, every_page):
    """Each script or style in a page has its hash in that page's policy, no page has more hashes, and no attribute is code."""
    wrong = []
    for path in every_page:
        page = site.page(path)
        policy = policy_of(page)
        for name in ("script", "style"):
            hashes = {source for source in policy[f"{name}-src"] if source.startswith("'sha256-")}
            if hashes != {hash_of(element) for element in page.all(name) if runs(element)}:
                wrong.append(f"{path}: {name} {policy}")
        for element in page.elements:
            wrong += [
                f"{path}: <{element.name} {name}>"
                for name in element.attributes
                if name == "style" or name.startswith("on")
            ]
    assert wrong == []


def runs(element) -> bool:
    """Return whether a script or style stands in the page itself and is no data."""
    return "src" not in element.attributes and "json" not in element.attributes.get("type", "")


def hash_of(element) -> str:
    """Return the source that allows the text of an element."""
    return f"'sha256-{b64encode(hashlib.sha256(element.text.encode()).digest()).decode()}'"


# In the browser


@needs_browser
def test_no_page_is_refused_anything_complains_or_keeps_anything(address, closely, open_context):
    """No part of a page is refused anything, and nothing is asked of others, missing, complained of or stored."""
    context = open_context()
    watched = Watched(context, address)
    for path in sorted(closely):
        if watched.visit(path).evaluate(STORED) != NOTHING:
            watched.wrong.append(f"{path}: stores {watched.page.evaluate(STORED)}")
    assert watched.wrong == []
    assert context.cookies() == []


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_only_thing_kept_is_the_readers_own_choice_of_colours(address, open_context, scheme):
    """A press on the button of the colours keeps that choice and nothing else, and the next page follows it."""
    context = open_context(color_scheme=scheme)
    watched = Watched(context, address)
    page = watched.visit("kernopgaven/iedereen-doet-mee/", "networkidle")
    assert page.evaluate(STORED) == NOTHING
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-pk-palette]").click()
    chosen = page.locator("body").get_attribute("data-md-color-scheme")
    assert {before, chosen} == {"default", "slate"}
    page = watched.visit("tijdlijn/", "networkidle")
    assert page.locator("body").get_attribute("data-md-color-scheme") == chosen
    stored = page.evaluate(STORED)
    ((key, value),) = stored["local"]
    assert "palette" in key
    assert json.loads(value)["color"] == {"scheme": chosen}
    assert {**stored, "local": []} == NOTHING
    assert context.cookies() == []
    assert watched.wrong == []


@needs_browser
def test_searching_asks_nothing_of_others_and_keeps_nothing(address, open_context):
    """What a reader looks for is sent to nobody and kept nowhere."""
    watched = Watched(open_context(), address)
    page = watched.visit("", "networkidle")
    field = page.locator("#pk-query")
    field.fill("mantelzorg")
    field.press("Enter")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(STORED) == NOTHING
    assert watched.wrong == []


@needs_browser
def test_what_stands_inline_works_by_its_hash_and_what_no_hash_allows_is_told(project, built, open_context):
    """A page with a script and a style of its own is built with their hashes, and a browser runs just those."""
    page_file = project / "docs" / "over.md"
    own = "<style>:root { --own: zo; }</style>\n<script>document.body.dataset.ran = 'zo < zo';</script>\n"
    page_file.write_text(f"{page_file.read_text('utf-8')}\n\n{own}", encoding="utf-8")
    with serving(built().folder) as address:
        watched = Watched(open_context(), address)
        page = watched.visit("over/")
        assert page.evaluate("document.body.dataset.ran") == "zo < zo"
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--own')") == "zo"
        assert page.evaluate("window.refusals") == []
        page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "document.body.dataset.injected = 'ja'";
            document.body.append(script);
        }""")
        assert page.evaluate("document.body.dataset.injected") is None
        assert any("script-src" in refusal for refusal in page.evaluate("window.refusals"))


def test_a_style_that_a_browser_would_leave_out_stops_a_strict_build(project):
    """A table with a colon in its line, which writes a style attribute, is told of in Dutch with the page and the way out."""
    page_file = project / "docs" / "over.md"
    page_file.write_text(f"{page_file.read_text('utf-8')}\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n", encoding="utf-8")
    outcome = build(project, project / "site")
    assert outcome.returncode != 0
    assert "Pagina 'over/'" in outcome.stderr
    assert 'style="text-align: right' in outcome.stderr
    assert "haal dan de dubbele punt weg" in outcome.stderr


# The live preview


@needs_browser
def test_the_live_preview_shows_a_change_by_itself(project, open_context):
    """`mkdocs serve` puts its script into every page, no policy stops it, and an edit appears without a press on a key."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        Path(sys.executable).parent / "mkdocs",
        "serve",
        "--quiet",
        "-f",
        project / "mkdocs.yml",
        "-a",
        f"127.0.0.1:{port}",
    ]
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "POLDERKOERS_SITE_URL": "https://www.example.nl/beleid/",
        "POLDERKOERS_ZONDER_HISTORIE": "1",
    }
    process = subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        page = open_context().new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        wait_until_served(f"http://127.0.0.1:{port}/beleid/over/", process)
        page.goto(f"http://127.0.0.1:{port}/beleid/over/")
        assert "livereload(" in page.content()
        over = project / "docs" / "over.md"
        over.write_text(
            over.read_text("utf-8").replace("# Over deze site", "# Over het nieuwe voorbeeld", 1), encoding="utf-8"
        )
        page.get_by_role("heading", name="Over het nieuwe voorbeeld").wait_for(timeout=120_000)
        assert [text for text in complaints if "Content Security Policy" in text] == []
    finally:
        process.terminate()
        process.communicate(timeout=30)


def wait_until_served(url: str, process) -> None:
    """Wait until a server answers; the test fails with what it said when it stops before that."""
    for _ in range(600):
        assert process.poll() is None, process.stderr.read()
        try:
            urllib.request.urlopen(url).close()  # noqa: S310 - our own address
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("The live preview did not start within two minutes.")


# Below a path, and without script


@needs_browser
def test_the_site_works_below_a_path(below_path, open_context):
    """Below /beleid/ every page of thirty loads all it needs from there, and every link on them within the site leads to something."""
    watched = Watched(open_context(), below_path)
    targets = set()
    for path in KINDS:
        page = watched.visit(path, "load")
        assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)"), path
        found = page.evaluate(
            "[...document.querySelectorAll('a[href], link[href], form[action]')].map((at) => at.href?.baseVal ? new URL(at.href.baseVal, document.baseURI).href : at.href || at.action)"
        )
        targets |= {urldefrag(href).url for href in found}
    assert watched.wrong == []
    host = below_path.removesuffix("beleid/")
    own = {url for url in targets if url.startswith(host)}
    assert len(own) > 100
    assert sorted(url for url in own if not url.startswith(below_path)) == []
    assert [url for url in sorted(own) if status(url) != 200] == []


@needs_browser
def test_the_search_and_the_terms_work_below_a_path(below_path, open_context):
    """Below /beleid/ the search finds pages that are there."""
    watched = Watched(open_context(), below_path)
    page = watched.visit("over/", "networkidle")
    page.get_by_role("search").get_by_role("searchbox").first.fill("mantelzorg")
    page.keyboard.press("Enter")
    result = page.locator("[data-pk-zoek-lijst] a").first
    result.wait_for()
    result.click()
    page.wait_for_load_state("load")
    assert page.url.startswith(below_path)
    assert "zoeken" not in page.url
    assert "antelzorg" in page.locator("main").inner_text()
    assert watched.wrong == []


def status(url: str) -> int:
    """Return the status that a server answers with."""
    request = urllib.request.Request(url, method="HEAD")  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - same
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


@needs_browser
def test_all_reading_works_without_script(below_path, open_context):
    """Without script every kind of page shows all its text, the whole menu and a search form that leads somewhere, narrow and wide."""
    page = open_context(java_script_enabled=False).new_page()
    for path in KINDS:
        page.goto(f"{below_path}{path}", wait_until="load")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert_all_can_be_read(page, path)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{below_path}{KINDS[-1]}", wait_until="load")
        page.get_by_role("search").get_by_role("searchbox").first.fill("mantelzorg")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{below_path}zoeken/?*mantelzorg*")
        assert "zonder dat kan deze site niet zoeken" in page.locator("main").inner_text()
        assert page.locator("main a:visible").count() > 5


def assert_all_can_be_read(page, path: str) -> None:
    """Hold that a page that is open hides nothing of its text, shows its whole menu and has a search form."""
    assert page.locator("main h1").first.is_visible(), path
    hidden = page.locator("main article#inhoud").evaluate(HIDDEN_TEXT)
    # To search is not to read: that page says that it needs script, and offers other ways.
    assert hidden == [] or path == "zoeken/", path
    menu = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")
    assert menu.count() >= 8, path
    assert menu.evaluate_all("(links) => links.every((link) => link.checkVisibility())"), path
    assert page.get_by_role("search").get_by_role("searchbox").first.is_visible(), path


# The words that a reader does not get to see; an explanation of a term stands behind its link, and a folded part opens without script.
HIDDEN_TEXT = """(article) => {
  const hidden = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    // A button without script does nothing, and is no text. The sign behind a heading that links to it appears when it is pointed at. On a phone the crumb path leaves out the page itself,
    // whose title stands below it; and there the names of columns stand before each cell, and not above.
    if (!/[\\p{L}\\d]/u.test(walker.currentNode.textContent) || parent.closest("button, [role=tooltip], .pk-crumbs [aria-current], form, details:not([open]), script, style, svg, [data-kaarten] > thead")) continue;
    if (!parent.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) hidden.push(walker.currentNode.textContent.trim());
  }
  return hidden;
}"""


@needs_browser
def test_the_lists_with_filters_are_whole_without_script(below_path, open_context):
    """Without script a list that can be filtered stands there whole, and no filter that does nothing is shown."""
    with_script = Watched(open_context(), below_path)
    without = open_context(java_script_enabled=False).new_page()
    for path, form, item in (
        ("tijdlijn/", "[data-pk-filters]", "[data-pk-lijst] > li"),
        ("wijzigingen/2014-nu/", "[data-wijzigingen]", "[data-wijziging]"),
    ):
        items = with_script.visit(path, "load").locator(item).count()
        without.goto(f"{below_path}{path}")
        shown = without.locator(item)
        assert shown.count() == items > 10, path
        # What is folded is opened by its summary, which takes no script.
        assert (
            shown.evaluate_all(
                """(all) => all.filter((one) => {
                    let outer = one;
                    for (let fold = one; fold; fold = fold.parentElement.closest('details')) outer = fold;
                    return one.hidden || !outer.checkVisibility();
                }).length"""
            )
            == 0
        ), path
        assert not without.locator(form).is_visible(), path


def test_the_address_of_the_site_holds_for_the_page_that_is_not_found(project, monkeypatch):
    """Built for an address below a path, the page that stands in for any missing one loads from that path."""
    monkeypatch.setenv("POLDERKOERS_SITE_URL", "https://www.example.nl/beleid/")
    outcome = build(project, project / "site")
    assert outcome.returncode == 0, outcome.stderr
    page = HtmlPage()
    page.feed((project / "site" / "404.html").read_text("utf-8"))
    loaded = [
        element.attributes.get("src") or element.attributes["href"]
        for element in page.elements
        if element.attributes.get("src") or element.name == "link"
    ]
    assert len(loaded) > 3
    assert [where for where in loaded if not urlsplit(where).path.startswith("/beleid/")] == []
