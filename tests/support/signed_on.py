"""A proxy of an organisation on this machine: browsers reach it by https, it asks who somebody is, and tells that to what stands behind it."""

from __future__ import annotations

import base64
import http.client
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support.web_servers import certificate

# What is of one connection, and not of what goes over it (RFC 9110, 7.6.1).
_OF_THE_LINE = frozenset({"connection", "keep-alive", "transfer-encoding", "upgrade", "content-length"})
_OF_THE_PROXY = "x-forwarded-"


@contextmanager
def signed_on(behind: str, host: str, people: Mapping[str, Mapping[str, str]], folder: Path) -> Iterator[int]:
    """Give the port at which a proxy stands before the server at an address, under the name of a host.

    `people` are the headers by the name that somebody signs on with. The certificate is put in `folder`; no browser trusts it.
    """
    certificate(folder, host)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    handler = type("Proxy", (_Proxy,), {"behind": behind.removeprefix("http://"), "people": people})
    with _Server(("127.0.0.1", 0), handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_port
        server.shutdown()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that leaves a page hangs up."""


class _Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    behind: str
    people: Mapping[str, Mapping[str, str]]

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests' output is theirs."""

    def _pass_on(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        name = base64.b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode().partition(":")[0]
        if name not in self.people:
            self._answer(401, {"WWW-Authenticate": 'Basic realm="Polderdam"'}, b"")
            return
        left = {"authorization", *_OF_THE_LINE}
        sent = {key: value for key, value in self.headers.items() if key.lower() not in left}
        sent = {key: value for key, value in sent.items() if not key.lower().startswith(_OF_THE_PROXY)}
        connection = http.client.HTTPConnection(self.behind, timeout=120)
        try:
            connection.request(self.command, self.path, content, {**sent, **self.people[name]})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        self._answer(answer.status, answer.headers, body)

    do_GET = do_POST = _pass_on  # noqa: N815 - the names of http.server

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for key, value in headers.items():
            if key.lower() not in _OF_THE_LINE:
                self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
