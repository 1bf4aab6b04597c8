"""Posts the report on a proposal as one comment below it, and updates that comment the next time.

Runs after the check of a proposal, with the right to comment and without anything of the proposal on disk. The report comes
out of a run in which a stranger may have had a hand, so it is data: bounded, defused, and only about the proposal whose
newest commit was checked. Needs Python alone, so that nothing has to be installed where that right is.
"""

from __future__ import annotations

import io
import json
import os
import re
import urllib.error
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polderkoers.console import echo
from polderkoers.forge.ask import ReportRefused, ask
from polderkoers.forge.defuse import MAX_LENGTH, defuse

MARKER = "<!-- polderkoers: verslag van het voorstel -->"
AUTHOR = "github-actions[bot]"
ARTIFACT, FILE = "verslag", "verslag.md"
_MAX_BYTES = 1_000_000
_MAX_PAGES = 20


@dataclass(frozen=True)
class Forge:
    """The project on the forge, as its programs see it."""

    api: str
    server: str
    repository: str
    token: str

    def get(self, path: str, **query: str | int) -> Any:
        """Return what an address below the project holds."""
        return json.loads(self.read(f"{path}?{urllib.parse.urlencode(query)}", 20 * _MAX_BYTES))

    def read(self, path: str, most: int, method: str = "GET", content: object = None) -> bytes:
        """Return the bytes of an answer. Raises `ReportRefused` when there are more than `most`."""
        headers = {"Accept": "application/vnd.github+json", "Authorization": f"Bearer {self.token}"}
        return ask(f"{self.api}/repos/{self.repository}/{path}", headers, most, method, content)


def post(forge: Forge, event: Mapping[str, Any], own: tuple[str, ...] = ()) -> str:
    """Post or update the report of the run that `event` tells of, and return in Dutch what was done.

    `own` are addresses that the report may link to. Raises `ReportRefused`, `OSError` (the forge does not answer) or
    `KeyError` (an answer has another form).
    """
    run = event["workflow_run"]
    number = proposal_of(forge, run, event["repository"]["default_branch"])
    if number is None:
        return (
            "Bij deze controle hoort geen open voorstel, of het voorstel is intussen veranderd. Er is niets geplaatst."
        )
    report = artifact_of(forge, int(run["id"]), ARTIFACT, FILE, 4 * MAX_LENGTH)
    if report is None:
        return "Bij deze controle is geen verslag gemaakt. Er is niets geplaatst."
    page = f"{forge.server}/{forge.repository}/"
    head = f"{MARKER}\n[De controle en het voorbeeld van de site]({page}actions/runs/{int(run['id'])})\n\n"
    comment = {"body": head + defuse(report, (page, *own))}
    former = next(_former(forge, number), None)
    if former is None:
        forge.read(f"issues/{number}/comments", _MAX_BYTES, "POST", comment)
        return f"Het verslag is geplaatst bij voorstel {number}."
    forge.read(f"issues/comments/{former}", _MAX_BYTES, "PATCH", comment)
    return f"Het verslag bij voorstel {number} is bijgewerkt."


def proposal_of(forge: Forge, run: Mapping[str, Any], branch: str) -> int | None:
    """Return the open proposal whose newest commit was checked; its number is never taken from the proposal itself."""
    owner = ((run.get("head_repository") or {}).get("owner") or {}).get("login")
    if run["event"] != "pull_request" or not owner:
        return None
    for found in forge.get("pulls", state="open", base=branch, head=f"{owner}:{run['head_branch']}", per_page=100):
        if found["head"]["sha"] == run["head_sha"] and found["base"]["ref"] == branch:
            return int(found["number"])
    return None


def artifact_of(forge: Forge, run: int, name: str, file: str, most: int) -> str | None:
    """Return the text of a file in an artifact of a run, up to `most` bytes; None when there is no such artifact.

    Raises `ReportRefused` when it is no archive with that file.
    """
    listed = forge.get(f"actions/runs/{run}/artifacts", name=name, per_page=100)["artifacts"]
    ours = [artifact for artifact in listed if artifact["name"] == name and not artifact["expired"]]
    if not ours:
        return None
    newest = max(int(artifact["id"]) for artifact in ours)
    try:
        with zipfile.ZipFile(io.BytesIO(forge.read(f"actions/artifacts/{newest}/zip", _MAX_BYTES))) as archive:
            # Read up to what is used: a small archive can unpack to any size.
            content = archive.open(file).read(most)
    except (zipfile.BadZipFile, zlib.error, LookupError, EOFError, RuntimeError, ValueError) as error:
        raise ReportRefused("het is geen archief met een verslag erin") from error
    return content.decode("utf-8", "replace")


def _former(forge: Forge, number: int) -> Iterator[int]:
    """Yield the comments that this script wrote before; the marker alone could be anyone's."""
    for page in range(1, _MAX_PAGES + 1):
        comments = forge.get(f"issues/{number}/comments", per_page=100, page=page)
        for comment in comments:
            if (comment.get("user") or {}).get("login") == AUTHOR and (comment.get("body") or "").startswith(MARKER):
                yield int(comment["id"])
        if len(comments) < 100:
            return


def main() -> int:
    """Post the report of the run in the event; 0 when all is well, 1 when the report is refused, 2 for anything else."""
    return in_dutch(lambda forge, event: post(forge, event, own_site()), "Het verslag is niet geplaatst")


def own_site() -> tuple[str, ...]:
    """Return the address of the site that is published, to which a report may link; nothing when it is not known."""
    site = os.environ.get("POLDERKOERS_SITE_URL", "")
    return (f"{site.rstrip('/')}/",) if re.match(r"https://[\w.-]+(/|$)", site) else ()


def in_dutch(work: Callable[[Forge, Mapping[str, Any]], str], failed: str) -> int:
    """Do some work for the run in the event and print what it says, or `failed` and why; return the exit code, as `main` does."""

    def told() -> str:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        names = ("GITHUB_API_URL", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
        return work(Forge(*(os.environ[name] for name in names)), event)

    return in_one_line(told, failed)


def in_one_line(work: Callable[[], str], failed: str) -> int:
    """Do some work and print what it says, or `failed` and why; 0 done, 1 when a report is refused, 2 for anything else."""
    try:
        echo(work())
    except ReportRefused as error:
        echo(f"{failed}: {error}.", err=True)
        return 1
    except urllib.error.HTTPError as error:
        echo(f"{failed}: de forge antwoordt met {error.code}.", err=True)
        return 2
    except OSError:
        echo(f"{failed}: de forge of het bericht erover is niet bereikbaar.", err=True)
        return 2
    except (KeyError, TypeError, ValueError) as error:
        echo(f"{failed}: er ontbreekt iets ({type(error).__name__}).", err=True)
        return 2
    return 0
