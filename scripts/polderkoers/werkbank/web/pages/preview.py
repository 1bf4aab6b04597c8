"""The pages of the site as they will look, in a frame beside a form or in a window of their own."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from polderkoers.errors import PolderkoersError
from polderkoers.errors.showing import PageNowhere, ShownYet
from polderkoers.werkbank.web import answers
from polderkoers.werkbank.web.guard import PREVIEW
from polderkoers.werkbank.web.previewed import NOW, site_at
from polderkoers.werkbank.web.visit import Visit

_AGAIN = {"refresh": "1"}


def preview(visit: Visit) -> Response:
    """Return a page or a file of the site of a proposal, or of what is in force."""
    name, path = visit.place["id"], visit.place["path"]
    bench = visit.workplace.bench
    commit = visit.workplace.now if name == NOW else visit.workplace.store.proposal(name).tip
    ref = visit.request.query_params.get("onderdeel", "")
    try:
        if ref:
            address = bench.address_of(commit, ref)
            # Below the prefix of this very preview, whatever the reference was.
            return RedirectResponse(f"{PREVIEW}{name}/{address.lstrip('/')}", 302)
        found = site_at(bench, commit, path)
    except ShownYet as error:
        return _with(answers.plain(200, "Nog even geduld", str(error)), _AGAIN)
    except PageNowhere as error:
        return answers.plain(404, "Deze bladzijde is er nog niet", str(error))
    except PolderkoersError as error:
        return answers.plain(409, "Dit is nog niet te laten zien", str(error))
    return Response(found.content, headers={"content-type": found.kind})


def _with(answer: Response, headers: dict[str, str]) -> Response:
    answer.headers.update(headers)
    return answer
