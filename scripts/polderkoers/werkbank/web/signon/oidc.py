"""Signing on by OpenID Connect, with Authlib: the organisation says who somebody is."""

from __future__ import annotations

import os
from typing import Any

from authlib.integrations.starlette_client import OAuth, OAuthError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from polderkoers.werkbank.web.guard import is_local
from polderkoers.werkbank.web.people import Visitor, WebRole, person_of, role_of
from polderkoers.werkbank.web.settings import WebSettings

SECRET = "POLDERKOERS_WERKBANK_OIDC_GEHEIM"  # noqa: S105 - the name of a variable
_SESSION, _ONWARD = "wie", "verder"


class ByOpenId:
    """Sends people to the organisation to sign on, and keeps who they are in the signed cookie."""

    address, leaves_here, leaves_at = "/aanmelden", "/afmelden", ""

    def __init__(self, settings: WebSettings) -> None:
        """Follow the settings; the secret of the client comes from the environment."""
        self._settings = settings
        issuer = settings.sign_on.issuer.rstrip("/")
        self._client = OAuth().register(
            "organisatie",
            client_id=settings.sign_on.client,
            client_secret=os.environ.get(SECRET, ""),
            server_metadata_url=f"{issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256"},
        )

    def visitor(self, request: Request) -> Visitor | None:
        """Return who signed on in this session."""
        found = request.session.get(_SESSION)
        if not isinstance(found, dict):
            return None
        person = person_of(found.get("naam", ""), found.get("mail", ""))
        if person is None:
            return None
        return Visitor(person, WebRole(found.get("rol", 0)))

    async def begin(self, request: Request) -> Response:
        """Send somebody to the organisation, and remember where to go on after that."""
        onward = request.query_params.get("verder", "/")
        request.session[_ONWARD] = onward if is_local(onward) else "/"
        answer: Response = await self._client.authorize_redirect(request, f"{self._settings.address}/aangemeld")
        return answer

    async def end(self, request: Request) -> Response | None:
        """Take who somebody is from the answer of the organisation; None when that says nothing that counts."""
        try:
            token = await self._client.authorize_access_token(request)
        except OAuthError:
            return None
        claims: dict[str, Any] = token.get("userinfo") or {}
        # An address that nobody confirmed would let anyone be anyone.
        mail = claims.get("email", "") if claims.get("email_verified", True) else ""
        person = person_of(str(claims.get("name", "")), str(mail))
        if person is None:
            return None
        groups = claims.get(self._settings.sign_on.groups, [])
        role = role_of(person.mail, map(str, groups if isinstance(groups, list) else []), self._settings.roles)
        onward = request.session.get(_ONWARD, "/")
        # Another session than before signing on, so that nobody can have laid one ready.
        request.session.clear()
        request.session[_SESSION] = {"naam": person.name, "mail": person.mail, "rol": int(role)}
        return RedirectResponse(onward if is_local(onward) else "/", 303)
