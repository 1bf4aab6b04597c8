"""All addresses of the werkbank, with the page and what somebody must be allowed to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from starlette.responses import Response

from polderkoers.werkbank.web.people import WebRole
from polderkoers.werkbank.web.visit import Page, Visit, answering


@dataclass(frozen=True)
class Address:
    """An address with its method and the function that Starlette asks."""

    path: str
    method: str
    endpoint: Callable[..., Any]


# By address the function that answers it, as module and name: as with the commands, a page is imported when it is asked for.
_LOOK = {
    "/": "start.start",
    "/uitleg": "help_page.help_page",
    "/vind": "finding.find_names",
    "/voorstellen": "start.proposals",
    "/voorstel/{id}": "proposal.proposal_page",
    "/voorstel/{id}/bijwerken": "clashes.clashes_page",
    "/voorstel/{id}/verschil": "proposal.difference",
    "/voorstel/{id}/bestand": "proposal.bundle",
    "/voorbeeld/{id}/{path:path}": "preview.preview",
    "/onderdeel/{ref:path}": "item.item_page",
    "/controle/{ref:path}": "item.checked",
}
_PROPOSE_LOOK = {
    "/nieuw/{kind}": "new.new_page",
    "/werk/{job}/{ref:path}": "jobs.job_page",
    "/klus/versie": "adopting.adopting_page",
    "/klus/voortgang/{ref:path}": "telling.telling_page",
    "/klus/{task}": "tasks.task_page",
    "/voorstel/{id}/weggooien": "discarding.discard_page",
}
# What is done with the data and saved; each in its turn, so that who came first is helped first.
_SAVE = {
    "/onderdeel/{ref:path}": "item.save_item",
    "/nieuw/{kind}": "new.save_new",
    "/werk/{job}/{ref:path}": "jobs.do_job",
    "/klus/voortgang/{ref:path}": "telling.tell",
    "/voorstel/{id}/ongedaan": "proposal.undo",
    "/voorstel/{id}/opnieuw": "proposal.redo",
    "/voorstel/{id}/goedzetten": "mending.mend",
}
_PROPOSE = {
    "/voorstellen": "start.bring_in",
    "/klus/versie": "adopting.adopt",
    "/voorstel/{id}": "proposal.describe",
    "/voorstel/{id}/inleveren": "proposal.hand_in",
    "/voorstel/{id}/terugnemen": "proposal.take_back",
    "/voorstel/{id}/begin-opnieuw": "proposal.begin_again",
    "/voorstel/{id}/bijwerken": "clashes.update",
    "/voorstel/{id}/weggooien": "discarding.discard",
    "/voorstel/{id}/terughalen": "discarding.bring_back",
}
_LOOK_POST = {"/voorstel/{id}/opmerking": "proposal.remark"}
_DECIDE = {"/voorstel/{id}/beslissen": "deciding.decide"}


def addresses() -> Iterator[Address]:
    """Yield every address that is no file."""
    for method, role, pages in (
        ("GET", WebRole.LEZEN, _LOOK),
        ("GET", WebRole.VOORSTELLEN, _PROPOSE_LOOK),
        ("POST", WebRole.LEZEN, _LOOK_POST),
        ("POST", WebRole.VOORSTELLEN, _SAVE),
        ("POST", WebRole.VOORSTELLEN, _PROPOSE),
        ("POST", WebRole.BESLISSEN, _DECIDE),
    ):
        for path, page in pages.items():
            yield Address(path, method, answering(_asked(page), role, in_turn=pages is _SAVE))


def _asked(name: str) -> Page:
    """Return a page that is imported when somebody asks for it."""
    module, _, function = name.partition(".")

    def page(visit: Visit) -> Response:
        answer: Response = getattr(import_module(f"polderkoers.werkbank.web.pages.{module}"), function)(visit)
        return answer

    return page
