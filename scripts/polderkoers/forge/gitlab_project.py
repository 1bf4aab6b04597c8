"""A project on GitLab as its programs see it, and what the check of a proposal kept there. Needs Python alone."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.forge.ask import ask

JOB = "voorstel-controleren"
_MAX_BYTES = 20_000_000
_MAX_PAGES = 10
_ABSENT = 404


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


def artifact_of(forge: GitLab, number: int, commit: str, name: str, most: int) -> str | None:
    """Return a file that the check of the newest commit of a proposal kept; None when there is no such check (yet).

    Raises `ReportRefused` when it is larger than `most`, and `OSError` when the forge does not give it.
    """
    runs = forge.all(f"{forge.own}/merge_requests/{number}/pipelines")
    ours = [(int(run["id"]), int(run["project_id"])) for run in runs if run["sha"] == commit]
    for run, project in sorted(ours, reverse=True)[:1]:
        jobs = forge.all(f"projects/{project}/pipelines/{run}/jobs")
        made = [int(job["id"]) for job in jobs if job["name"] == JOB and job.get("artifacts_file")]
        if made:
            path = f"projects/{project}/jobs/{max(made)}/artifacts/{name}"
            return _kept(forge, path, most)
    return None


def _kept(forge: GitLab, path: str, most: int) -> str | None:
    try:
        return forge.read(path, most).decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        if error.code == _ABSENT:
            return None
        raise
