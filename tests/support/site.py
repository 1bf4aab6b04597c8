"""A site that a test builds, reads and serves on this machine."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import threading
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from polderkoers.website.layers import THEME
from support import prepared

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Element:
    """An element of a page: its name, attributes and all text inside it."""

    name: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class HtmlPage(HTMLParser):
    """The elements of an HTML page, in order."""

    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in {"meta", "link", "input", "img", "br", "hr", "rect", "path"}:
            self._open.append(element)

    def handle_endtag(self, tag):
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].name == tag:
                del self._open[place:]
                break

    def handle_data(self, data):
        if any(element.attributes.get("role") == "tooltip" for element in self._open):
            return  # an explanation is no part of the sentence that it stands in
        for element in self._open:
            element.text += data

    def all(self, name: str, **attributes: str) -> list[Element]:
        """Return the elements with a name and, when given, attribute values."""
        return [
            element
            for element in self.elements
            if element.name == name and all(element.attributes.get(key) == value for key, value in attributes.items())
        ]

    @property
    def ids(self) -> list[str]:
        """All ids on the page."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


def sends_on(page: Path) -> bool:
    """Return whether a built page stands at a former address and only leads to that of today."""
    return "<title>Deze bladzijde heeft een ander adres</title>" in page.read_text(encoding="utf-8")


class BuiltSite:
    """A built site on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def html(self, path: str) -> str:
        """Return a page by its address."""
        file = self.folder / path
        return (file if path.endswith(".html") else file / "index.html").read_text(encoding="utf-8")

    @functools.cache  # noqa: B019 - one site lives as long as the tests
    def page(self, path: str) -> HtmlPage:
        """Return a parsed page by its address."""
        page = HtmlPage()
        page.feed(self.html(path))
        return page

    @property
    def paths(self) -> list[str]:
        """The addresses of all pages but the one that is shown when a page is not found, and those that only send on."""
        read = (path for path in self.folder.rglob("index.html") if not sends_on(path))
        found = (path.parent.relative_to(self.folder).as_posix() for path in read)
        return sorted("" if path == "." else f"{path}/" for path in found)


NEW_KERNOPGAVE = """\
soort: kernopgave
id: veilig-buiten
nummer: 7
titel: Veilig buiten
versie: "1.0"
status: concept
vastgesteld_op: null
vastgesteld_door: null
bron: {document: toekomstvisie-2014, plek: Voorbeeld}
samenvatting: Iedereen kan veilig naar buiten.
themas: [leefbaarheid]
inleiding: Buiten moet het veilig zijn.
doelen:
  - id: doel-licht
    naam: Meer licht
"""
"""One more kernopgave for the made-up municipality."""


def overlay(root: Path, name: str) -> Path:
    """Copy a file of the theme to where it lies over that of the engine, and return the copy."""
    own = root / "docs" / name
    own.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(THEME / name, own)
    return own


def build(root: Path, target: Path, command: str = "mkdocs", **more: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a root with a generator, with more in its environment, and return what it said."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000", **more}
    (root / "docs").mkdir(
        exist_ok=True
    )  # an instance without pages of its own has none, and MkDocs by itself wants one
    if not (root / ".git").exists():
        environment["POLDERKOERS_ZONDER_HISTORIE"] = "1"  # a copy, which names versions that it does not hold
    words = ["build", "--strict", "--quiet", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    return prepared.generator(command, words, root, environment)


def build_whole(root: Path, target: Path, **more: str) -> None:
    """Build the site of a root; the test fails with what the build said."""
    outcome = build(root, target, **more)
    assert outcome.returncode == 0, outcome.stderr[-3000:]


class serving:  # noqa: N801 - reads as a word in a with statement
    """Serves a folder on this machine while the block runs."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: the tests' output is theirs."""
