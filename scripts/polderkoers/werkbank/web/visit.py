"""One question of somebody: who asks, what was filled in, and what of the policy it is about."""

from __future__ import annotations

import secrets
from asyncio import wrap_future
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from polderkoers.errors import PolderkoersError
from polderkoers.errors.forms import ItemNowhere
from polderkoers.werkbank.web import answers
from polderkoers.werkbank.web.people import Visitor, WebRole

if TYPE_CHECKING:
    from polderkoers.werkbank.web.workplace import Workplace

TOKEN = "_bewijs"  # noqa: S105 - the name of a field
_MOST_FIELDS = 2_000
_MESSAGES, _COPY = "gezegd", "kopie"
# A browser keeps a cookie of 4096 bytes, of which other things are a part.
_MOST_SAID = 1_000
_MORE = "Er was meer te zeggen dan hier past: kijk op de bladzijde van het voorstel wat er is veranderd."


class SignOn(Protocol):
    """A way to know who asks; `address` is where somebody unknown can sign on, empty when nobody can.

    Somebody signs out by a link to `leaves_at`, or by a form for `leaves_here`; where both are empty there is nothing to sign out of.
    """

    address: str

    @property
    def leaves_at(self) -> str:
        """Where a proxy signs people out."""

    @property
    def leaves_here(self) -> str:
        """Where the werkbank itself does."""

    def visitor(self, request: Request) -> Visitor | None:
        """Return who asks, and None when that is not known."""


@dataclass(frozen=True)
class Visit:
    """What a page is told: `posted` is what was filled in, `place` what its address says."""

    request: Request
    workplace: Workplace
    visitor: Visitor
    posted: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def place(self) -> Mapping[str, Any]:
        """The parts of the address by name."""
        return self.request.path_params

    @property
    def is_live(self) -> bool:
        """Whether a script asks, that wants to put the answer in the page that it has."""
        return self.request.headers.get("accept", "") == "application/json"

    @property
    def token(self) -> str:
        """What a form has to send along, so that no other site can send it."""
        session = self.request.session
        if not isinstance(session.get("bewijs"), str):
            session["bewijs"] = secrets.token_urlsafe(24)
        found: str = session["bewijs"]
        return found

    @property
    def here(self) -> str:
        """The address of the question, to come back to."""
        query = self.request.url.query
        return f"{self.request.url.path}?{query}" if query else self.request.url.path

    def text(self, name: str) -> str:
        """Return what was filled in or asked for under a name, the last one when there are more; empty when nothing was."""
        found = self.posted.get(name) or self.request.query_params.getlist(name)
        return found[-1].strip() if found else ""

    def typed(self, form: str, name: str) -> str:
        """Return what somebody filled in under a name in the form sent to an address, when that was refused; nothing else is shown again."""
        is_sent = self.request.method == "POST" and self.request.url.path == form
        return "\n".join(self.posted.get(name, [])[-1:]) if is_sent else ""

    def may(self, word: str) -> bool:
        """Return whether the visitor has a role, by its word, for templates."""
        return self.visitor.may(WebRole[word.upper()])

    def say(self, *said: str) -> None:
        """Have the next page tell something, once; what a cookie cannot hold is told to be more."""
        every = [*self.request.session.get(_MESSAGES, []), *said]
        kept = [text for text, length in zip(every, accumulate(map(len, every)), strict=True) if length <= _MOST_SAID]
        more = [_MORE] if len(kept) < len(every) and _MORE not in kept else []
        self.request.session[_MESSAGES] = [*kept, *more]

    def keep_saved(self) -> None:
        """Have the next form say which copy in the browser was saved, so that it can be thrown away there."""
        self.request.session[_COPY] = self.text(_COPY)[:400]

    def saved(self) -> str:
        """Return the name of the copy in the browser that was saved, once; empty when there is none."""
        found: str = self.request.session.pop(_COPY, "")
        return found

    def told(self) -> list[str]:
        """Return what this page has to tell, and forget it."""
        if not self.request.session.get(_MESSAGES):
            return []
        found: list[str] = self.request.session.pop(_MESSAGES)
        return found


Page = Callable[[Visit], Response]


def answering(page: Page, needed: WebRole = WebRole.LEZEN, *, in_turn: bool = False) -> Callable[[Request], Any]:
    """Return a page as Starlette asks it: for who may, with a form that our own page sent, and never with a traceback.

    One that is answered `in_turn` waits for those before it: fifty that are done at once are all ready at the end, and in turn half of them
    in half the time.
    """

    async def endpoint(request: Request) -> Response:
        visitor = request.app.state.sign_on.visitor(request)
        try:
            posted = await _posted(request)
        except ClientDisconnect:
            # Nobody is there any more to read an answer.
            return Response(status_code=400)
        if visitor is None:
            return _unknown(request, posted)
        visit = Visit(request, request.app.state.workplace, visitor, posted)
        if not visitor.may(needed):
            return answers.plain(403, "Dat mag je hier niet", _NOT_ALLOWED[needed])
        if request.method == "POST" and not _is_ours(visit):
            return _unproved(visit)
        if in_turn:
            return await wrap_future(visit.workplace.turns.submit(_answered, page, visit))
        return await run_in_threadpool(_answered, page, visit)

    return endpoint


def _answered(page: Page, visit: Visit) -> Response:
    try:
        return _or_former(page, visit)
    except PolderkoersError as error:
        if visit.is_live:
            return JSONResponse({"fout": f"Nog niet opgeslagen. {error}"}, 409)
        return answers.shown(visit, "geweigerd.html.j2", 409, text=str(error))
    except HTTPException:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody sees a traceback
        return answers.failed(error)


def _or_former(page: Page, visit: Visit) -> Response:
    """Return a page, or what became of the item that it is about when that is not there any more."""
    try:
        return page(visit)
    except ItemNowhere as error:
        become: Callable[[Visit, str], Response] = import_module("polderkoers.werkbank.web.former").former
        return become(visit, error.ref)


async def _posted(request: Request) -> dict[str, list[str]]:
    """Return the texts that a form sent, by name; a file is none."""
    if request.method != "POST":
        return {}
    found: dict[str, list[str]] = {}
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                found.setdefault(name, []).append(value.replace("\r\n", "\n"))
    return found


def _is_ours(visit: Visit) -> bool:
    sent = visit.posted.get(TOKEN, [""])[-1]
    return secrets.compare_digest(sent.encode(), visit.token.encode())


def _unproved(visit: Visit) -> Response:
    """Return the answer to a form that lacks the token of the session: nothing is done before somebody says so again."""
    if visit.is_live:
        return JSONResponse({"fout": "Nog niet opgeslagen. Klik op Opslaan, en bevestig het nog één keer."}, 409)
    return answers.shown(visit, "verder.html.j2", 409, fields=_kept(visit.posted), action=visit.here)


def _kept(posted: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Return what was filled in, to be sent once more: who was away too long loses no letter."""
    kept: list[tuple[str, str]] = []
    for name, values in posted.items():
        if name != TOKEN:
            kept += ((name, value) for value in values)
    return kept


def _unknown(request: Request, posted: Mapping[str, list[str]]) -> Response:
    """Return the page for somebody who has to sign on first; what was filled in stays in it."""
    sign_on: SignOn = request.app.state.sign_on
    if not sign_on.address:
        return answers.plain(401, "We weten niet wie je bent", _NOBODY)
    if request.method == "POST":
        html = answers.templates().get_template("aanmelden.html.j2")
        fields = _kept(posted)
        action, address = request.url.path, sign_on.address
        return answers.html(html.render(fields=fields, action=action, address=address), 401)
    return answers.sent_to(f"{sign_on.address}?verder={answers.quoted(str(request.url.path))}")


_NOBODY = "De werkbank staat achter de aanmelding van je organisatie, en die zegt niet wie je bent. Vraag het aan wie haar beheert."
_NOT_ALLOWED = {
    WebRole.LEZEN: "Je bent aangemeld, maar je mag de werkbank nog niet gebruiken. Vraag het aan wie haar beheert.",
    WebRole.VOORSTELLEN: "Je mag hier kijken, en nog niets voorstellen. Vraag het aan wie de werkbank beheert.",
    WebRole.BESLISSEN: "Over voorstellen beslissen anderen. Je kunt er wel een opmerking bij zetten.",
}
