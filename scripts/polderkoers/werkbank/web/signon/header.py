"""Signing on by a proxy: it knows who somebody is, and says so in headers, which count from its address alone."""

from __future__ import annotations

from starlette.requests import Request

from polderkoers.werkbank.web.people import Visitor, person_of, role_of
from polderkoers.werkbank.web.settings import WebSettings


class ByHeader:
    """Believes the headers of named proxies, and no others."""

    address = leaves_here = ""

    def __init__(self, settings: WebSettings) -> None:
        """Follow the settings."""
        self._settings = settings
        self.leaves_at = settings.sign_on.sign_out

    def visitor(self, request: Request) -> Visitor | None:
        """Return who a proxy says that asks, and None when it says nothing or something else asks."""
        sign_on = self._settings.sign_on
        if request.client is None or request.client.host not in sign_on.proxies:
            return None
        person = person_of(_text(request, sign_on.name_header), _text(request, sign_on.mail_header))
        if person is None:
            return None
        groups = filter(None, (each.strip() for each in _text(request, sign_on.groups).split(",")))
        return Visitor(person, role_of(person.mail, groups, self._settings.roles))


def _text(request: Request, header: str) -> str:
    """Return what one header says; two of a kind are none, because one of them is not of the proxy."""
    found = request.headers.getlist(header) if header else []
    if len(found) != 1:
        return ""
    # Starlette reads headers as latin-1; proxies write names in UTF-8.
    raw = found[0].encode("latin-1", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
