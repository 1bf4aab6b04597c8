"""Receives what is sent to the werkbank before anything looks at it: whole, in time and not too much, or else answered here."""

from __future__ import annotations

import asyncio
import logging

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from polderkoers.werkbank.web import answers

LARGEST = 1 << 20
"""So many bytes a form may have."""
# A browser reads an answer only after it could send all; who sends more than this is not waited for.
_READ_AWAY = 16 << 20
_TOO_MUCH = (
    "Dit is te veel in één keer",
    (
        "De werkbank neemt tot een miljoen tekens tegelijk aan. Er is niets opgeslagen. Ga terug: wat je typte, staat nog in het "
        "vorige scherm. Maak de tekst korter, of verdeel hem over meer onderdelen."
    ),
)
_TOO_SLOW = (
    "Dit kwam niet helemaal aan",
    (
        "De verbinding viel stil voordat alles er was. Er is niets opgeslagen. Ga terug en probeer het opnieuw: wat je typte, "
        "staat nog in het vorige scherm."
    ),
)


class BodyKeeper:
    """An ASGI application before another: that one gets a body that is there, whole.

    Who breaks off is not answered, who falls silent for `idle` seconds or takes longer than `longest` gets 408, and who sends more than
    `LARGEST` bytes 413.
    """

    def __init__(self, app: ASGIApp, idle: float = 5, longest: float = 30) -> None:
        """Stand before `app`."""
        self._app, self._idle, self._longest = app, idle, longest
        # What cannot be read of a form is answered; it is no news for who keeps the log.
        logging.getLogger("python_multipart").setLevel(logging.CRITICAL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Receive the body of a form and pass it on."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._longest):
                body = await self._received(receive)
        except TimeoutError:
            await _last(scope, 408, *_TOO_SLOW)(scope, receive, send)
            return
        if body is None:
            return
        if len(body) > LARGEST:
            await _last(scope, 413, *_TOO_MUCH)(scope, receive, send)
            return
        await self._app(scope, _given(body, receive), send)

    async def _received(self, receive: Receive) -> bytes | None:
        """Return what was sent, of too much no more than the beginning; None when somebody broke off."""
        kept, size = bytearray(), 0
        while size <= _READ_AWAY:
            async with asyncio.timeout(self._idle):
                message = await receive()
            if message["type"] != "http.request":
                return None
            part = message.get("body", b"")
            size += len(part)
            if len(kept) <= LARGEST:
                kept += part
            if not message.get("more_body", False):
                break
        return bytes(kept)


def _given(body: bytes, receive: Receive) -> Receive:
    """Return how an application is given a body, and after that what else comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def given() -> Message:
        return left.pop() if left else await receive()

    return given


def _last(scope: Scope, status: int, title: str, text: str) -> Response:
    """Return an answer after which the connection is of no more use: what was sent on it was not read to its end."""
    answer = answers.plain(status, title, text)
    if Headers(scope=scope).get("accept") == "application/json":
        answer = JSONResponse({"fout": f"{title}. {text}"}, status)
    answer.headers["connection"] = "close"
    return answer
