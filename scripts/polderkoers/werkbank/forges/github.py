"""Hands in on GitHub: the branch is pushed, and a pull request is made, or brought up to date when there is one."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
from typing import Any

from polderkoers.errors.werkbank import NotHandedIn
from polderkoers.forge.ask import ReportRefused, ask
from polderkoers.werkbank.forges.pushing import push
from polderkoers.werkbank.forges.values import ForgePlace, Handing

_MOST = 5_000_000
_NO_TOKEN = "zet een sleutel die takken en pull requests mag maken in de omgeving, als POLDERKOERS_FORGE_TOKEN."  # noqa: S105
_LATER = "probeer het later opnieuw."
_BY_STATUS = {
    401: ("GitHub kent deze sleutel niet.", "kijk of de sleutel nog geldt."),
    403: ("GitHub staat dit deze sleutel niet toe.", "geef de sleutel het recht om pull requests te maken."),
    404: (
        "Dit project is er niet op GitHub, of de sleutel mag het niet zien.",
        "kijk of het adres en de rechten kloppen.",
    ),
    422: ("GitHub neemt dit pull request niet aan.", "kijk op GitHub of er al een is, en of de hoofdtak klopt."),
}


def hand_in_on_github(place: ForgePlace, handing: Handing) -> str:
    """Return the address of the pull request of a proposal. Raises `NotHandedIn`; what was pushed by then stays."""
    if not place.token:
        raise NotHandedIn("Er is geen sleutel voor GitHub.", _NO_TOKEN)
    push(place, handing, f"refs/heads/{handing.branch}")
    pulls = f"/repos/{place.project}/pulls"
    if (number := _open(place, handing, pulls)) is not None:
        return _address(
            _call(place, "PATCH", f"{pulls}/{number}", {"title": handing.title, "body": handing.body}), place
        )
    content = {"title": handing.title, "head": handing.branch, "base": handing.main, "body": handing.body}
    return _address(_call(place, "POST", pulls, content), place)


def _open(place: ForgePlace, handing: Handing, pulls: str) -> int | None:
    """Return the number of the open pull request of a branch, None when it has none."""
    owner = place.project.partition("/")[0]
    asked = {"head": f"{owner}:{handing.branch}", "base": handing.main, "state": "open"}
    found = _call(place, "GET", f"{pulls}?{urllib.parse.urlencode(asked)}")
    if not isinstance(found, list):
        raise _unexpected()
    return next((each["number"] for each in found if _is_of(each, handing)), None)


def _is_of(pull: Any, handing: Handing) -> bool:
    """Return whether a pull request is that of a branch: the answer may be wider than the question."""
    return isinstance(pull, dict) and isinstance(pull.get("number"), int) and _ref(pull.get("head")) == handing.branch


def _ref(head: Any) -> str:
    return str(head.get("ref")) if isinstance(head, dict) else ""


def _call(place: ForgePlace, method: str, path: str, content: object = None) -> Any:
    headers = {
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
        "Authorization": f"Bearer {place.token.secret}",
        "User-Agent": "polderkoers",
    }
    try:
        return json.loads(ask(f"{place.api}{path}", headers, _MOST, method, content))
    except urllib.error.HTTPError as error:
        error.close()
        raise NotHandedIn(*_BY_STATUS.get(error.code, (f"GitHub antwoordt met fout {error.code}.", _LATER))) from None
    except OSError:
        raise NotHandedIn(
            "GitHub is niet te bereiken.", "kijk of het netwerk het doet, en probeer het opnieuw."
        ) from None
    except (ReportRefused, ValueError):
        raise _unexpected() from None


def _unexpected() -> NotHandedIn:
    return NotHandedIn("GitHub geeft een antwoord dat niet te begrijpen is.", _LATER)


def _address(pull: Any, place: ForgePlace) -> str:
    """Return the address of a pull request, when it is one of the forge itself."""
    address = pull.get("html_url") if isinstance(pull, dict) else None
    if isinstance(address, str) and address.startswith(f"{place.web}/"):
        return address
    raise _unexpected()
