"""Posts the report on each open proposal on GitLab as one comment below it, and updates that comment when it has changed.

GitLab has no run that follows the check of a proposal with rights of its own, so this one is started by the clock, on the main
branch, where alone the token is known. The report comes out of a run in which a stranger may have had a hand, and is treated as
`report.py` does. Needs Python alone.
"""

from __future__ import annotations

import json
import os
import urllib.error
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from polderkoers.forge.ask import ReportRefused
from polderkoers.forge.defuse import MAX_LENGTH, defuse
from polderkoers.forge.gitlab_form import offer
from polderkoers.forge.gitlab_project import GitLab, artifact_of
from polderkoers.forge.report import FILE, MARKER, in_one_line, own_site

_FAILED = "De verslagen zijn niet geplaatst"


def post_all(forge: GitLab, own: tuple[str, ...] = ()) -> str:
    """Post or update the report of every open proposal, and return in Dutch what was done, a line each.

    `own` are addresses that a report may link to. Raises `OSError` or `KeyError` when the list of proposals cannot be had.
    """
    me = int(json.loads(forge.read("user"))["id"])
    proposals = forge.all(f"{forge.own}/merge_requests", state="opened", target_branch=forge.branch)
    told = [_told(forge, me, proposal, own) for proposal in proposals]
    return "\n".join(told) or "Er zijn geen open voorstellen."


def _told(forge: GitLab, me: int, proposal: Mapping[str, Any], own: tuple[str, ...]) -> str:
    """Post one report and offer the form, and say what was done; what is wrong with one proposal stops no other."""
    number = int(proposal["iid"])
    report = _tried(lambda: _posted(forge, me, proposal, own), "het verslag is niet geplaatst")
    form = _tried(lambda: _offered(forge, me, proposal), "de vaste vorm is niet aangeboden")
    return f"Voorstel {number}: {'; '.join(filter(None, (report, form)))}."


def _tried(work: Callable[[], str], failed: str) -> str:
    try:
        return work()
    except ReportRefused as refused:
        return f"{failed}, want {refused}"
    except urllib.error.HTTPError as error:
        return f"{failed}, want de forge antwoordt met {error.code}"


def _offered(forge: GitLab, me: int, proposal: Mapping[str, Any]) -> str:
    found = offer(forge, me, int(proposal["iid"]), str(proposal["sha"]))
    return f"suggesties voor de vaste vorm: {found}" if found else ""


def _posted(forge: GitLab, me: int, proposal: Mapping[str, Any], own: tuple[str, ...]) -> str:
    number = int(proposal["iid"])
    report = artifact_of(forge, number, str(proposal["sha"]), FILE, 4 * MAX_LENGTH)
    if report is None:
        return "er is nog geen verslag"
    page = f"{forge.page}/"
    head = f"{MARKER}\n[De controle en het voorbeeld van de site]({page}-/merge_requests/{number}/pipelines)\n\n"
    body = head + defuse(report, (page, *own))
    notes = f"{forge.own}/merge_requests/{number}/notes"
    former = next(_former(forge, notes, me), None)
    if former is None:
        forge.read(notes, method="POST", content={"body": body})
        return "het verslag is geplaatst"
    if former["body"] == body:
        return "er is niets veranderd"
    forge.read(f"{notes}/{int(former['id'])}", method="PUT", content={"body": body})
    return "het verslag is bijgewerkt"


def _former(forge: GitLab, notes: str, me: int) -> Iterator[Mapping[str, Any]]:
    """Yield the comments that this program wrote before; the marker alone could be anyone's."""
    for note in forge.all(notes):
        if note["author"]["id"] == me and note["body"].startswith(MARKER):
            yield note


def main() -> int:
    """Post the reports of the project that runs this; exit codes as those of `in_one_line`."""
    names = ("CI_API_V4_URL", "CI_PROJECT_URL", "CI_PROJECT_ID", "CI_DEFAULT_BRANCH", "POLDERKOERS_TOKEN")
    return in_one_line(lambda: post_all(GitLab(*(os.environ[name] for name in names)), own_site()), _FAILED)
