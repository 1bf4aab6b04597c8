"""Posts the report on each open proposal on GitLab as one comment below it, and updates that comment when it has changed.

GitLab has no run that follows the check of a proposal with rights of its own, so this one is started by the clock, on the main
branch, where alone the token is known. The report comes out of a run in which a stranger may have had a hand, and is treated as
`report.py` does. Needs Python alone.
"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.forge.ask import ReportRefused, ask
from polderkoers.forge.defuse import MAX_LENGTH, defuse
from polderkoers.forge.report import FILE, MARKER, in_one_line, own_site

JOB = "voorstel-controleren"
_MAX_BYTES = 20_000_000
_MAX_PAGES = 10
_FAILED = "De verslagen zijn niet geplaatst"


@dataclass(frozen=True)
class GitLab:
    """The project on GitLab, as its programs see it; `number` is how GitLab names it."""

    api: str
    page: str
    number: str
    branch: str
    token: str

    def read(self, path: str, most: int = _MAX_BYTES, method: str = "GET", content: object = None) -> bytes:
        """Return what an address holds. Raises as `ask` does."""
        return ask(f"{self.api}/{path}", {"PRIVATE-TOKEN": self.token}, most, method, content)

    def all(self, path: str, **query: str) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a list, page after page."""
        for page in range(1, _MAX_PAGES + 1):
            rows = json.loads(self.read(f"{path}?{urllib.parse.urlencode({**query, 'per_page': 100, 'page': page})}"))
            yield from rows
            if len(rows) < 100:
                return

    @property
    def own(self) -> str:
        """Where the project itself is."""
        return f"projects/{urllib.parse.quote(self.number, safe='')}"


def post_all(forge: GitLab, own: tuple[str, ...] = ()) -> str:
    """Post or update the report of every open proposal, and return in Dutch what was done, a line each.

    `own` are addresses that a report may link to. Raises `OSError` or `KeyError` when the list of proposals cannot be had.
    """
    me = int(json.loads(forge.read("user"))["id"])
    proposals = forge.all(f"{forge.own}/merge_requests", state="opened", target_branch=forge.branch)
    told = [_told(forge, me, proposal, own) for proposal in proposals]
    return "\n".join(told) or "Er zijn geen open voorstellen."


def _told(forge: GitLab, me: int, proposal: Mapping[str, Any], own: tuple[str, ...]) -> str:
    """Post one report and say what was done; what is wrong with one proposal stops no other."""
    number = int(proposal["iid"])
    try:
        return f"Voorstel {number}: {_posted(forge, me, proposal, own)}."
    except ReportRefused as refused:
        return f"Voorstel {number}: het verslag is niet geplaatst, want {refused}."
    except urllib.error.HTTPError as error:
        return f"Voorstel {number}: het verslag is niet geplaatst; de forge antwoordt met {error.code}."


def _posted(forge: GitLab, me: int, proposal: Mapping[str, Any], own: tuple[str, ...]) -> str:
    number = int(proposal["iid"])
    report = _report(forge, number, str(proposal["sha"]))
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


def _report(forge: GitLab, number: int, commit: str) -> str | None:
    """Return the report of the check of the newest commit of a proposal; None when that check made none (yet)."""
    runs = forge.all(f"{forge.own}/merge_requests/{number}/pipelines")
    ours = [(int(run["id"]), int(run["project_id"])) for run in runs if run["sha"] == commit]
    for run, project in sorted(ours, reverse=True)[:1]:
        jobs = forge.all(f"projects/{project}/pipelines/{run}/jobs")
        made = [int(job["id"]) for job in jobs if job["name"] == JOB and job.get("artifacts_file")]
        if made:
            path = f"projects/{project}/jobs/{max(made)}/artifacts/{FILE}"
            return forge.read(path, 4 * MAX_LENGTH).decode("utf-8", "replace")
    return None


def _former(forge: GitLab, notes: str, me: int) -> Iterator[Mapping[str, Any]]:
    """Yield the comments that this program wrote before; the marker alone could be anyone's."""
    for note in forge.all(notes):
        if note["author"]["id"] == me and note["body"].startswith(MARKER):
            yield note


def main() -> int:
    """Post the reports of the project that runs this; exit codes as those of `in_one_line`."""
    names = ("CI_API_V4_URL", "CI_PROJECT_URL", "CI_PROJECT_ID", "CI_DEFAULT_BRANCH", "POLDERKOERS_TOKEN")
    return in_one_line(lambda: post_all(GitLab(*(os.environ[name] for name in names)), own_site()), _FAILED)
