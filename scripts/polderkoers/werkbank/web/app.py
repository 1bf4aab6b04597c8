"""The application: its addresses, and what stands before them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from polderkoers.werkbank.web import answers
from polderkoers.werkbank.web.body import BodyKeeper
from polderkoers.werkbank.web.guard import Doorkeeper, RateLimit
from polderkoers.werkbank.web.pages.addresses import addresses
from polderkoers.werkbank.web.signon.ways import sign_on_of, sign_on_routes

if TYPE_CHECKING:
    from polderkoers.werkbank.web.settings import WebSettings
    from polderkoers.werkbank.web.workplace import Workplace

ASSETS = Path(__file__).parent / "assets"
_TITLES = {
    403: ("Dat mag hier niet", "Ga terug naar het begin van de werkbank."),
    404: (
        "Deze bladzijde is er niet",
        "Misschien is het onderdeel hernoemd of weg. Zoek het op naam, vanaf het begin van de werkbank.",
    ),
    405: ("Zo is hier niets te vragen", "Ga terug naar het begin van de werkbank."),
}
_OTHER = ("Dit verzoek klopt niet", "Ga terug en probeer het opnieuw. Wat je typte, staat nog in het vorige scherm.")


def application(workplace: Workplace, settings: WebSettings, secret: str, limit: RateLimit | None = None) -> Starlette:
    """Return the werkbank of a workplace as an ASGI application; `secret` signs the cookies. Raises `NobodyKnown`."""
    sign_on = sign_on_of(settings, workplace.root)
    middleware = [
        Middleware(Doorkeeper, settings=settings, limit=limit or RateLimit()),
        Middleware(BodyKeeper),
        Middleware(
            SessionMiddleware,
            secret_key=secret,
            session_cookie="__Host-werkbank" if settings.is_secure else "werkbank",
            https_only=settings.is_secure,
        ),
    ]
    routes = [
        Mount("/thema/assets", StaticFiles(directory=workplace.theme / "assets"), name="thema"),
        Mount("/opmaak", StaticFiles(directory=ASSETS), name="opmaak"),
        *sign_on_routes(sign_on),
        *(Route(each.path, each.endpoint, methods=[each.method]) for each in addresses()),
    ]
    made = Starlette(
        routes=routes,
        middleware=middleware,
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    made.state.workplace, made.state.sign_on = workplace, sign_on
    return made


async def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as Starlette calls it
    status = error.status_code if isinstance(error, HTTPException) else 400
    return answers.plain(status, *_TITLES.get(status, _OTHER))


async def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as Starlette calls it
    return answers.failed(error)
