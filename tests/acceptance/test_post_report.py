"""Posting the report below a proposal, against a forge on this machine."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import urllib.parse
import zipfile
from dataclasses import dataclass, field

import pytest

from polderkoers.forge.report import AUTHOR, FILE, MARKER
from support.forge import Answers, answering
from support.made_up import ROOT

SHA, OLD_SHA = "a" * 40, "b" * 40
PROJECT = "/repos/gemeente/polderkoers"
TOKEN = "geheim-van-de-forge"  # noqa: S105 - made up


def archive(content: bytes = b"# Verslag\n\nDoel 3 is veranderd.", name: str = FILE) -> bytes:
    """Return an artifact with one file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return target.getvalue()


def damaged() -> bytes:
    """Return an artifact whose packed text is spoilt."""
    spoilt = bytearray(archive())
    spoilt[45:60] = b"\xff" * 15
    return bytes(spoilt)


def proposal(number: int = 7, sha: str = SHA, base: str = "main") -> dict:
    """Return an open proposal as the forge gives it."""
    return {"number": number, "head": {"sha": sha}, "base": {"ref": base}}


@dataclass
class Forge:
    """What a forge holds, and what was asked of it and written to it."""

    proposals: list[dict] = field(default_factory=lambda: [proposal()])
    artifacts: list[dict] = field(default_factory=lambda: [{"id": 5, "name": "verslag", "expired": False}])
    archive: bytes = field(default_factory=archive)
    comments: list[dict] = field(default_factory=list)
    fails: int = 0
    address: str = ""
    asked: list[tuple[str, str, dict]] = field(default_factory=list)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    tokens_at_the_store: list[str | None] = field(default_factory=list)

    def answer(self, path: str, query: dict) -> object:
        """Return what lies at an address below the project."""
        page = int(query.get("page", 1))
        return {
            "/pulls": self.proposals,
            "/actions/runs/99/artifacts": {"artifacts": self.artifacts},
            "/issues/7/comments": self.comments[100 * (page - 1) : 100 * page],
        }[path]


@pytest.fixture
def forge():
    """A forge that answers on this machine while the test runs."""
    held = Forge()

    class Handler(Answers):
        def do_GET(self):  # noqa: N802 - the name that http.server asks for
            address = urllib.parse.urlsplit(self.path)
            query = {name: values[0] for name, values in urllib.parse.parse_qs(address.query).items()}
            if address.path == "/store":
                held.tokens_at_the_store.append(self.headers.get("Authorization"))
                self.say(200, held.archive)
            elif self.headers.get("Authorization") != f"Bearer {TOKEN}" or held.fails:
                self.say(held.fails or 401, b"{}")
            elif address.path == f"{PROJECT}/actions/artifacts/5/zip":
                # The real store is on another machine too; the name differs, so that it counts as one.
                self.say(302, b"", f"http://localhost:{self.server.server_port}/store")
            else:
                held.asked.append(("GET", address.path, query))
                self.say(200, json.dumps(held.answer(address.path.removeprefix(PROJECT), query)).encode())

        def do_POST(self):  # noqa: N802 - the name that http.server asks for
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
            held.written.append((self.command, self.path.removeprefix(PROJECT), body))
            self.say(200, b"{}")

        do_PATCH = do_POST  # noqa: N815 - the name that http.server asks for

    with answering(Handler) as held.address:
        yield held


RUN = {
    "id": 99,
    "event": "pull_request",
    "head_sha": SHA,
    "head_branch": "mijn-voorstel",
    "head_repository": {"owner": {"login": "vreemde"}},
}


@pytest.fixture
def post(forge, tmp_path):
    """Run the script as the workflow does, and return what it said; it never ends in a traceback or shows the token."""

    def run(content: object = None, **changed: object) -> subprocess.CompletedProcess[str]:
        event = {"workflow_run": {**RUN, **changed}, "repository": {"default_branch": "main"}}
        path = tmp_path / "event.json"
        path.write_text(json.dumps(event) if content is None else str(content), encoding="utf-8")
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "scripts"),
            "NO_PROXY": "*",
            "GITHUB_EVENT_PATH": str(path),
            "GITHUB_API_URL": forge.address,
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_REPOSITORY": "gemeente/polderkoers",
            "GITHUB_TOKEN": TOKEN,
            "POLDERKOERS_SITE_URL": "https://beleid.example",
        }
        # As in the workflow: without the packages of the project.
        command = [sys.executable, "-S", "-m", "polderkoers.forge", "verslag"]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        assert TOKEN not in done.stdout + done.stderr
        return done

    return run


def test_the_first_report_becomes_a_comment(forge, post):
    """A report is posted once, below a line of our own that leads to the check."""
    done = post()
    assert (done.returncode, done.stdout) == (0, "Het verslag is geplaatst bij voorstel 7.\n"), done.stderr
    ((method, path, body),) = forge.written
    assert (method, path) == ("POST", "/issues/7/comments")
    assert body == (
        f"{MARKER}\n[De controle en het voorbeeld van de site](https://forge.example/gemeente/polderkoers/actions/runs/99)\n\n"
        "# Verslag\n\nDoel 3 is veranderd."
    )


def test_a_later_report_updates_the_same_comment(forge, post):
    """The comment that was posted before is changed, also when many others came first."""
    talk = [{"id": number, "user": {"login": "inwoner"}, "body": "Mooi."} for number in range(150)]
    forge.comments = [*talk, {"id": 4242, "user": {"login": AUTHOR}, "body": f"{MARKER}\nhet vorige"}]
    assert post().stdout == "Het verslag bij voorstel 7 is bijgewerkt.\n"
    assert [(method, path) for method, path, _ in forge.written] == [("PATCH", "/issues/comments/4242")]


@pytest.mark.parametrize(
    "comment",
    [
        {"id": 1, "user": {"login": "vreemde"}, "body": f"{MARKER}\nniet van ons"},
        {"id": 1, "user": {"login": AUTHOR}, "body": f"Een ander bericht\n{MARKER}"},
        {"id": 1, "user": None, "body": None},
    ],
)
def test_a_comment_that_only_looks_like_ours_is_left_alone(forge, post, comment):
    """Whoever writes the marker in a comment of their own does not get it changed by us."""
    forge.comments = [comment]
    post()
    assert [(method, path) for method, path, _ in forge.written] == [("POST", "/issues/7/comments")]


def test_the_proposal_is_found_by_its_newest_commit(forge, post):
    """The forge is asked for the open proposals of the branch, and the one whose newest commit was checked is taken."""
    forge.proposals = [proposal(5, OLD_SHA), proposal(6, base="andere-tak"), proposal(7)]
    assert "voorstel 7" in post().stdout
    assert forge.asked[0] == (
        "GET",
        f"{PROJECT}/pulls",
        {"state": "open", "base": "main", "head": "vreemde:mijn-voorstel", "per_page": "100"},
    )


@pytest.mark.parametrize(
    ("proposals", "run"),
    [
        ([], {}),
        ([proposal(sha=OLD_SHA)], {}),
        ([proposal(base="andere-tak")], {}),
        ([proposal()], {"event": "push"}),
        ([proposal()], {"head_repository": None}),
    ],
    ids=["closed", "changed meanwhile", "other branch", "no proposal", "removed project"],
)
def test_without_the_proposal_nothing_is_posted(forge, post, proposals, run):
    """A proposal that is closed, has changed, or is none gets no report, and that is no fault."""
    forge.proposals = proposals
    done = post(**run)
    assert done.returncode == 0
    assert "Er is niets geplaatst." in done.stdout
    assert forge.written == []


@pytest.mark.parametrize(
    "artifacts",
    [[], [{"id": 5, "name": "iets-anders", "expired": False}], [{"id": 5, "name": "verslag", "expired": True}]],
)
def test_without_a_report_nothing_is_posted(forge, post, artifacts):
    """A check that made no report is no fault here."""
    forge.artifacts = artifacts
    done = post()
    assert (done.returncode, forge.written) == (0, [])
    assert "geen verslag gemaakt" in done.stdout


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen archief",
        archive(name="../../verslag.md"),
        archive(name="iets.md"),
        archive()[:-30],
        damaged(),
        archive(os.urandom(1_100_000)),
    ],
    ids=["empty", "no archive", "path", "other name", "cut off", "damaged", "too big"],
)  # fmt: skip
def test_an_artifact_that_is_no_report_is_refused(forge, post, content):
    """Whatever a stranger puts in the place of the report: nothing is posted and one Dutch line says so."""
    forge.archive = content
    done = post()
    assert done.returncode == 1
    assert done.stderr.startswith("Het verslag is niet geplaatst: ")
    assert len(done.stderr.splitlines()) == 1
    assert forge.written == []


def test_an_archive_that_unpacks_to_far_too_much_is_read_no_further_than_needed(forge, post):
    """A small archive of a huge report gives a comment that fits."""
    forge.archive = archive(b"regel van het verslag\n" * 2_000_000)
    assert len(forge.archive) < 200_000
    assert post().returncode == 0
    assert len(forge.written[0][2]) < 65_536


def test_what_a_stranger_writes_is_posted_as_harmless_text(forge, post):
    """Mentions, links, elements and our own marker in a report mean nothing in the comment."""
    forge.archive = archive(
        f"{MARKER}\n@iedereen [klik](https://kwaad.example) <img src=x> [ons](https://beleid.example/x/)".encode()
    )
    post()
    body = forge.written[0][2]
    assert body.count("<!--") == 1
    assert "@iedereen" not in body
    assert "kwaad.example" not in body
    assert "<img" not in body
    assert "[ons](<https://beleid.example/x/>)" in body


def test_bytes_that_are_no_text_do_not_stop_the_report(forge, post):
    """A report that is not UTF-8 is posted with a mark for what cannot be read."""
    forge.archive = archive(b"goed \xff\xfe goed")
    assert post().returncode == 0
    assert forge.written[0][2].endswith("goed \ufffd\ufffd goed")


def test_the_store_of_artifacts_does_not_get_the_token(forge, post):
    """The download is redirected elsewhere, and the right to comment does not travel along."""
    post()
    assert forge.tokens_at_the_store == [None]


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_forge_that_refuses_is_said_in_dutch(forge, post, status):
    """A refusal gives its number and exit code 2."""
    forge.fails = status
    done = post()
    assert done.returncode == 2
    assert done.stderr == f"Het verslag is niet geplaatst: de forge antwoordt met {status}.\n"


@pytest.mark.parametrize("event", ["{}", "[]", "geen json", '{"workflow_run": null}'])
def test_an_event_of_another_form_is_said_in_dutch(post, event):
    """An event that cannot be read gives one Dutch line and exit code 2."""
    done = post(event)
    assert done.returncode == 2
    assert done.stderr.startswith("Het verslag is niet geplaatst: er ontbreekt iets")
