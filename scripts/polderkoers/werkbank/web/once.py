"""Lets a form that is sent twice count once: a double click, or the button that goes back and then Opslaan again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from starlette.responses import Response

from polderkoers.errors.werkbank import ProposalUnknown
from polderkoers.werkbank.web.answers import sent_to
from polderkoers.werkbank.web.current import FIELD, remember

if TYPE_CHECKING:
    from polderkoers.werkbank.web.visit import Page, Visit

_MOST, _LOCKS, _DONE = 1_000, 64, 303
_SAID = "Dit formulier was al opgeslagen. Het is niet nog eens gedaan."


class SentForm(NamedTuple):
    """What came of a form: the address to go on at, the proposal that it was saved in, and the last commit of that."""

    address: str
    proposal: str
    tip: str


class SentForms:
    """The forms that were sent last and what came of them, by what was in them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: OrderedDict[str, SentForm] = OrderedDict()
        self._locks = tuple(Lock() for _ in range(_LOCKS))

    @contextmanager
    def alone(self, key: str) -> Iterator[SentForm | None]:
        """Give what came of a form, while nobody else sends the same; None when it was not sent before."""
        with self._locks[int(key[:8], 16) % _LOCKS]:
            yield self._known.get(key)

    def keep(self, key: str, found: SentForm) -> None:
        """Keep what came of a form, and let go of that of long ago."""
        self._known[key] = found
        while len(self._known) > _MOST:
            self._known.popitem(last=False)


def once(page: Page) -> Page:
    """Return a page that gets the same form of the same person once, as long as what came of it is still the last in its proposal."""

    @wraps(page)
    def asked(visit: Visit) -> Response:
        sent, key = visit.workplace.sent, _key(visit)
        with sent.alone(key) as earlier:
            if earlier is not None and _tip(visit, earlier.proposal) == earlier.tip:
                remember(visit, earlier.proposal)
                visit.say(_SAID)
                return sent_to(earlier.address)
            answer = page(visit)
            name = visit.place.get("id") or visit.request.session.get(FIELD, "")
            if answer.status_code == _DONE and name and (tip := _tip(visit, name)):
                sent.keep(key, SentForm(answer.headers["location"], name, tip))
        return answer

    return asked


def _key(visit: Visit) -> str:
    """Return what tells a form from all others: who sent it, where, and all that stands in it, hidden or not."""
    return sha256(repr((visit.visitor.person, visit.here, sorted(visit.posted.items()))).encode()).hexdigest()


def _tip(visit: Visit, name: str) -> str:
    try:
        return visit.workplace.store.proposal(name).tip
    except ProposalUnknown:
        return ""
