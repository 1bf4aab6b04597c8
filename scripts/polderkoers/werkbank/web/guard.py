"""What stands before every question: is it asked here, from here, and not too often; and what every answer carries."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from polderkoers.werkbank.web.settings import WebSettings

PREVIEW = "/voorbeeld/"
FILES = ("/thema/", "/opmaak/")
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A page of the site has a policy of its own in its head; here it only says who may show it in a frame.
_CSP_PREVIEW = "frame-ancestors 'self'"
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD"})
_ELSEWHERE = "De werkbank is hier niet onder dit adres te vinden. Open haar met het adres dat je hebt gekregen.\n"
_FOREIGN = (
    "Dit verzoek komt van een andere site. De werkbank neemt alleen aan wat op haar eigen bladzijden is ingevuld.\n"
)
_TOO_OFTEN = (
    "Er komen te veel verzoeken achter elkaar. Wacht een minuut en probeer het opnieuw: wat je typte, staat er nog.\n"
)
_NOT_ASKED = "Zo is hier niets te vragen.\n"


class Doorkeeper:
    """An ASGI application before another: refuses what is asked under another name or by another site, and adds headers to answers."""

    def __init__(self, app: ASGIApp, settings: WebSettings, limit: RateLimit) -> None:
        """Stand before `app`."""
        self._app, self._settings, self._limit = app, settings, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a question on, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        answer = self._app
        if refusal:
            answer = PlainTextResponse(refusal[1], refusal[0], headers=refusal[2])
        await answer(scope, receive, _with_headers(send, scope["path"]))

    def _refusal(self, scope: Scope) -> tuple[int, str, dict[str, str]] | None:
        """Return why a question is refused, as status, text and headers."""
        headers = Headers(scope=scope)
        if _name(headers.get("host", "")) not in self._settings.hosts:
            return 421, _ELSEWHERE, {}
        if scope["method"] not in {*_SAFE, "POST"}:
            return 405, _NOT_ASKED, {"allow": "GET, HEAD, POST"}
        if scope["method"] == "POST" and not self._is_from_here(headers, scope["scheme"]):
            return 403, _FOREIGN, {}
        client = scope.get("client") or ("", 0)
        key = (
            headers.get("x-forwarded-for", "").rpartition(",")[2].strip() if self._is_proxied(client[0]) else client[0]
        )
        if not self._limit.allows(key, scope["method"]):
            return 429, _TOO_OFTEN, {"retry-after": "60"}
        return None

    def _is_proxied(self, client: str) -> bool:
        return client in self._settings.sign_on.proxies

    def _is_from_here(self, headers: Headers, scheme: str) -> bool:
        """Return whether a form was sent by one of our own pages (https://owasp.org, verifying the origin with standard headers)."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        if origin is None:
            # No browser leaves it out of a form; who asks otherwise still has to know the token of the session.
            return True
        own = self._settings.address or f"{scheme}://{headers.get('host', '')}"
        return origin.lower() == own.lower()


def _name(host: str) -> str:
    """Return the name of a host without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _with_headers(send: Send, path: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            in_frame = path.startswith(PREVIEW)
            for name, value in _ALWAYS.items():
                headers[name] = value
            headers["content-security-policy"] = (_CSP, _CSP_PREVIEW)[in_frame]
            headers["x-frame-options"] = ("DENY", "SAMEORIGIN")[in_frame]
            # A file of ours is asked for again only when it is another one; what people write is kept nowhere.
            headers.setdefault("cache-control", ("no-store", "no-cache")[path.startswith(FILES)])
        await send(message)

    return sent


class RateLimit:
    """How often somebody may ask: a bucket of questions that fills again by the second, one to look and one to change."""

    def __init__(self, posts: float = 240, others: float = 3000, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow so many questions a minute, after which it goes by the second."""
        self._a_minute = {"POST": posts}
        self._others, self._clock, self._lock = others, clock, Lock()
        self._buckets: OrderedDict[tuple[str, bool], tuple[float, float]] = OrderedDict()

    def allows(self, who: str, method: str) -> bool:
        """Return whether one more question of somebody is answered, and count it."""
        most = self._a_minute.get(method, self._others)
        key, now = (who, method == "POST"), self._clock()
        with self._lock:
            left, then = self._buckets.pop(key, (most, now))
            left = min(most, left + (now - then) * most / 60)
            allowed = left >= 1
            self._buckets[key] = (left - allowed, now)
            while len(self._buckets) > 10_000:
                self._buckets.popitem(last=False)
        return allowed


def is_local(path: str) -> bool:
    """Return whether an address leads to this site: what somebody may be sent on to."""
    parts = urlsplit(path)
    clean = path.isprintable() and "\\" not in path
    return clean and path.startswith("/") and not path.startswith("//") and not parts.scheme and not parts.netloc
