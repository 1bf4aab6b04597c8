"""Serves a preview to the browser of this machine, and to nobody else."""

from __future__ import annotations

import errno
import json
import mimetypes
import re
import sys
from collections.abc import Callable
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from polderkoers.errors import PolderkoersError
from polderkoers.website.preview import bar
from polderkoers.website.preview.failures import NothingYet, PageFailed

if TYPE_CHECKING:
    from polderkoers.website.preview.workshop import Workshop

HOST = "127.0.0.1"
# What is of the preview itself, below an address that no page has.
OWN = "_voorvertoning/"
_NEWS, _BAR = f"{OWN}nieuws", f"{OWN}balk"
_ASSETS = Path(__file__).parent / "assets"
_SEARCH = (
    "zoeken/index/",
    "zoeken/deelnemers/",
    "zoeken/paginas.json",
    "zoeken/woorden.txt",
    "zoeken/antwoorden.json",
    "zoeken/voorstellen.js",
    "data/portaal.json",
)
_HTML, _PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
# How many seconds a browser waits for news before it asks again.
PATIENCE = 25.0
_TEXT = frozenset({"application/json", "application/xml", "text/css", "text/javascript", "text/plain", "image/svg+xml"})
_NUMBER = re.compile(r"[0-9]{1,18}")
_ELSEWHERE = "De voorvertoning is er alleen voor wie aan deze computer werkt. Open de site met het adres dat in de terminal staat.\n"
_NOT_ASKED = "Zo is hier niets te vragen: de voorvertoning laat alleen bladzijden zien. Wijzig het beleid in de bestanden zelf.\n"
_MORE_TYPES = {
    ".js": "text/javascript",
    ".pf_meta": "application/octet-stream",
    ".yaml": "text/plain",
    ".yml": "text/plain",
    ".xml": "application/xml",
    ".ics": "text/calendar",
}


class PortTaken(PolderkoersError):
    """Something else listens at the port."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Op poort {port} draait al iets. Misschien staat er nog een voorvertoning open. Hoe op te lossen: stop die, of kies "
            f"een andere poort: polderkoers serve --port {port + 1}"
        )


class PreviewServer(ThreadingHTTPServer):
    """Answers a browser with pages of a workshop. A page that waits for news keeps nobody else waiting."""

    daemon_threads = True

    def __init__(self, port: int, workshop: Workshop) -> None:
        """Listen at a port of this machine; 0 is any that is free. Raises `PortTaken` when something else does."""
        self.workshop = workshop
        try:
            super().__init__((HOST, port), PreviewHandler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortTaken(port) from error

    @cached_property
    def url(self) -> str:
        """Where a browser finds the site."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away before it had its answer; that happens at every reload."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class PreviewHandler(BaseHTTPRequestHandler):
    """One question of a browser."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer with a page, a file, or what the preview has to tell."""
        if not self._is_asked_here():
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, _ELSEWHERE.encode(), _PLAIN)
            return
        parts = urlsplit(self.path)
        path = unquote(parts.path).removeprefix("/")
        if path == _NEWS:
            self._tell(parts.query)
        elif path == _BAR:
            self._bar(path_of(parts.query))
        elif path.startswith(OWN):
            self._asset(path.removeprefix(OWN))
        else:
            self._site(path)

    do_HEAD = do_GET  # noqa: N815 - so the class above asks for it

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - of the class above
        """Answer what is no question for a page, such as one to change something, in Dutch."""
        self.close_connection = True
        self._answer(HTTPStatus(code), _NOT_ASKED.encode(), _PLAIN)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - of the class above
        """Say nothing of each question: an editor reads the terminal for other things."""

    def _is_asked_here(self) -> bool:
        """Return whether the browser was sent to this machine by that name: a site elsewhere may have its name point here.

        The port may be another: that of a tunnel to the machine where the preview runs.
        """
        name, _, port = self.headers.get("Host", "").rpartition(":")
        return (name or port).lower() in {HOST, "localhost"}

    def _site(self, path: str) -> None:
        workshop = self.server.workshop
        try:
            try:
                self._of_site(workshop, path)
            except KeyError:
                page = bar.put_in(workshop.not_found(), workshop.status, (), path)
                self._html(HTTPStatus.NOT_FOUND, page)
        except NothingYet:
            self._html(HTTPStatus.SERVICE_UNAVAILABLE, bar.alone(workshop.status, path))
        except PageFailed as error:
            self._html(HTTPStatus.INTERNAL_SERVER_ERROR, bar.alone(workshop.status, path, str(error)))

    def _of_site(self, workshop: Workshop, path: str) -> None:
        """Answer with a page or a file. Raises `KeyError` when there is none."""
        address = path.removesuffix("index.html")
        if not address or address.endswith("/"):
            shown = workshop.page(address)
            self._html(
                HTTPStatus.OK, bar.put_in(shown.html, workshop.status, shown.said, address, is_earlier=shown.is_earlier)
            )
            return
        get: Callable[[str], bytes] = workshop.search if path.startswith(_SEARCH) else workshop.file
        try:
            content = get(path)
        except KeyError:
            workshop.page(f"{path}/")  # raises KeyError when that is no page either
            self._send_on(path)
            return
        self._answer(HTTPStatus.OK, content, type_of(path))

    def _bar(self, address: str) -> None:
        """Answer with the bar of a page that a browser shows."""
        workshop = self.server.workshop
        answered = workshop.answered(address)
        self._html(HTTPStatus.OK, bar.shown(workshop.status, answered.said, address, is_earlier=answered.is_earlier))

    def _send_on(self, path: str) -> None:
        """Send a browser to a page by its whole address; what was asked of the page goes along."""
        query = urlsplit(self.path).query
        asked = f"?{query}" if query else ""
        # Not for ever: the same address at this port may be of another site tomorrow.
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", f"/{quote(path)}/{asked}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _tell(self, query: str) -> None:
        """Answer as soon as there is news for a page, with how many states were shown and how much was told."""
        told = query.removeprefix("na=")
        status = self.server.workshop.news(int(told) if _NUMBER.fullmatch(told) else -1, PATIENCE)
        news = json.dumps({"run": status.run, "pages": status.pages, "told": status.told})
        self._answer(HTTPStatus.OK, news.encode(), "application/json")

    def _asset(self, name: str) -> None:
        file = _ASSETS / Path(name).name
        if not file.is_file():
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        self._answer(HTTPStatus.OK, file.read_bytes(), type_of(name))

    def _html(self, status: HTTPStatus, html: str) -> None:
        self._answer(status, html.encode("utf-8", "xmlcharrefreplace"), _HTML)

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def path_of(query: str) -> str:
    """Return the address that a page gives of itself in a question."""
    return unquote(query.removeprefix("pad=")).removeprefix("/")


def type_of(path: str) -> str:
    """Return what a file is, by its name, for a browser."""
    suffix = Path(path).suffix.lower()
    kind = _MORE_TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind in _TEXT else kind
