"""Chooses the way in which people sign on, and adds the addresses that it needs."""

from __future__ import annotations

import secrets
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from polderkoers.werkbank.web import answers
from polderkoers.werkbank.web.settings import WebSettings
from polderkoers.werkbank.web.signon.alone import Alone
from polderkoers.werkbank.web.signon.header import ByHeader
from polderkoers.werkbank.web.signon.oidc import ByOpenId
from polderkoers.werkbank.web.visit import TOKEN

SignOnWay = Alone | ByHeader | ByOpenId


def sign_on_of(settings: WebSettings, root: Path) -> SignOnWay:
    """Return how people sign on. Raises `NobodyKnown` when somebody works alone and Git knows no name."""
    if settings.sign_on.way == "oidc":
        return ByOpenId(settings)
    if settings.sign_on.way == "kop":
        return ByHeader(settings)
    return Alone(root)


def sign_on_routes(way: SignOnWay) -> list[Route]:
    """Return the addresses that a way of signing on has; only OpenID Connect has any."""
    if not isinstance(way, ByOpenId):
        return []

    async def end(request: Request) -> Response:
        signed_on = await way.end(request)
        return signed_on or answers.plain(401, "Aanmelden lukte niet", _FAILED)

    async def leave(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=10) as form:
            sent = str(form.get(TOKEN, ""))
        proof = request.session.get("bewijs")
        if not isinstance(proof, str) or not secrets.compare_digest(sent.encode(), proof.encode()):
            return answers.sent_to("/")
        request.session.clear()
        return answers.plain(200, "Je bent afgemeld", _LEFT)

    leaving = Route(way.leaves_here, leave, methods=["POST"])
    return [Route("/aanmelden", way.begin), Route("/aangemeld", end), leaving]


_LEFT = "Bij de werkbank ben je afgemeld. Bij je organisatie ben je misschien nog aangemeld: sluit je browser als je hier niet alleen zit."
_FAILED = "De organisatie zegt niet wie je bent, of je bent gestopt. Begin opnieuw bij het begin van de werkbank."
