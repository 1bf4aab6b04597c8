"""Posting the reports on GitLab, against a forge on this machine: each proposal once, and a stranger's text harmless."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.parse
from dataclasses import dataclass, field

import pytest

from polderkoers.forge.report import MARKER
from polderkoers.forge.suggestions import MARKER as FORM
from polderkoers.policy.canonical.patch import patch
from support.forge import Answers, answering
from support.made_up import ROOT

SHA, TOKEN, ME = "a" * 40, "geheim-van-gitlab", 12
OWN = "/projects/34"
REFS = {"base_sha": "b" * 40, "start_sha": "c" * 40, "head_sha": SHA}
PATH = "data/kernopgaven/fijn-wonen.yaml"
OLD = 'soort: kernopgave\ntitel: "Fijn wonen"\nthemas:\n  - wonen\n  - zorg\nstatus: concept   \n'
NEW = "soort: kernopgave\ntitel: Fijn wonen\nthemas: [wonen, zorg]\nstatus: concept\n"
DIFF = (
    '@@ -1,5 +1,6 @@\n soort: kernopgave\n+titel: "Fijn wonen"\n themas:\n   - wonen\n   - zorg\n status: concept   \n'
)
PROPOSAL = f"{OWN}/merge_requests/7"
HEAD = (
    f"{MARKER}\n[De controle en het voorbeeld van de site](<https://gitlab.example/g/p/-/merge_requests/7/pipelines>)"
)


@dataclass
class Forge:
    """What a forge holds, and what was asked of it and written to it."""

    proposals: list[dict] = field(default_factory=lambda: [{"iid": 7, "sha": SHA}])
    runs: list[dict] = field(default_factory=lambda: [{"id": 5, "project_id": 99, "sha": SHA}])
    jobs: list[dict] = field(
        default_factory=lambda: [{"id": 6, "name": "voorstel-controleren", "artifacts_file": {"filename": "a.zip"}}]
    )
    report: bytes = b"# Verslag\n\nDoel 3 is veranderd."
    notes: list[dict] = field(default_factory=list)
    patch: bytes | None = None
    diff: str = ""
    text: bytes = b""
    places: list[dict] = field(default_factory=list)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    address: str = ""

    def answer(self, path: str, page: int) -> bytes | None:
        """Return what stands at an address; None when nothing does."""
        lists = {
            f"{OWN}/merge_requests": self.proposals,
            f"{PROPOSAL}/pipelines": self.runs,
            f"{PROPOSAL}/notes": self.notes,
            f"{PROPOSAL}/diffs": [{"new_path": PATH, "diff": self.diff}],
            "/projects/99/pipelines/5/jobs": self.jobs,
        }
        if path in lists:
            return json.dumps(lists[path][(page - 1) * 100 : page * 100]).encode()
        about = {"sha": SHA, "source_project_id": 99, "diff_refs": REFS}
        texts = {
            "/user": json.dumps({"id": ME}).encode(),
            "/store": self.report,
            "/projects/99/jobs/6/artifacts/vorm.patch": self.patch,
            f"/projects/99/repository/files/{urllib.parse.quote(PATH, safe='')}/raw": self.text,
            PROPOSAL: json.dumps(about).encode(),
        }
        return texts.get(path)


@pytest.fixture
def forge():
    """A forge on this machine that keeps its artifacts on another."""
    held = Forge()

    class Handler(Answers):
        def do_GET(self):  # noqa: N802 - the name that http.server asks for
            address = urllib.parse.urlsplit(self.path)
            page = int(dict(urllib.parse.parse_qsl(address.query)).get("page", 1))
            held.tokens.append(self.headers.get("PRIVATE-TOKEN"))
            if address.path == "/projects/99/jobs/6/artifacts/verslag.md":
                self.say(302, b"", f"http://localhost:{self.server.server_port}/store")
                return
            found = held.answer(address.path, page)
            self.say(404 if found is None else 200, found or b"{}")

        def do_POST(self):  # noqa: N802 - the name that http.server asks for
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            held.written.append((self.command, self.path, content["body"]))
            held.places.append(content.get("position"))
            self.say(200, b"{}")

        def do_DELETE(self):  # noqa: N802 - the name that http.server asks for
            held.written.append((self.command, self.path, ""))
            self.say(204, b"")

        do_PUT = do_POST  # noqa: N815 - the name that http.server asks for

    with answering(Handler) as held.address:
        yield held


@pytest.fixture
def post(forge, tmp_path):
    """Run the program as the pipeline does, without the packages of the project; it never shows the token."""

    def run() -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "scripts"),
            "NO_PROXY": "*",
            "CI_API_V4_URL": forge.address,
            "CI_PROJECT_URL": "https://gitlab.example/g/p",
            "CI_PROJECT_ID": "34",
            "CI_DEFAULT_BRANCH": "main",
            "POLDERKOERS_TOKEN": TOKEN,
        }
        command = [sys.executable, "-S", "-m", "polderkoers.forge", "gitlab"]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        assert TOKEN not in done.stdout + done.stderr
        return done

    return run


def test_the_first_report_becomes_a_comment(forge, post):
    """A report is posted once, below a line of our own, and the store of artifacts does not get the token."""
    done = post()
    assert (done.returncode, done.stdout) == (0, "Voorstel 7: het verslag is geplaatst.\n"), done.stderr
    ((method, path, body),) = forge.written
    assert (method, path) == ("POST", f"{PROPOSAL}/notes")
    assert body.replace("(http", "(<http").replace("pipelines)", "pipelines>)").startswith(HEAD)
    assert body.endswith("# Verslag\n\nDoel 3 is veranderd.")
    assert forge.tokens.count(None) == 1


def test_a_later_report_updates_the_same_comment_and_the_same_report_does_nothing(forge, post):
    """The comment of this program is changed when the report has, behind a hundred of others, and else left alone."""
    post()
    body = forge.written.pop()[2]
    talk = [{"id": number, "author": {"id": 1}, "body": f"{MARKER} Mooi."} for number in range(100)]
    forge.notes = [*talk, {"id": 4242, "author": {"id": ME}, "body": f"{MARKER}\nhet vorige"}]
    assert post().stdout == "Voorstel 7: het verslag is bijgewerkt.\n"
    assert [(method, path) for method, path, _ in forge.written] == [("PUT", f"{PROPOSAL}/notes/4242")]
    forge.notes = [{"id": 4242, "author": {"id": ME}, "body": body}]
    assert post().stdout == "Voorstel 7: er is niets veranderd.\n"


@pytest.mark.parametrize(
    ("field_", "value"),
    [
        ("runs", []),
        ("runs", [{"id": 5, "project_id": 99, "sha": "b" * 40}]),
        ("jobs", [{"id": 6, "name": "voorstel-controleren"}]),
        ("jobs", [{"id": 6, "name": "iets-anders", "artifacts_file": {}}]),
    ],
)
def test_without_the_report_on_the_newest_commit_nothing_is_posted(forge, post, field_, value):
    """A check that is not done, or was of an older commit, gives nothing to post, and that is no fault."""
    setattr(forge, field_, value)
    done = post()
    assert (done.returncode, done.stdout, forge.written) == (0, "Voorstel 7: er is nog geen verslag.\n", [])


def test_what_a_stranger_writes_gives_no_orders(forge, post):
    """A line that orders GitLab to do something, and names of people, labels and proposals, are text in the comment."""
    forge.report = b"/merge\n  /close\n@iedereen ~klaar %2 !3 &4 $5 #6 <img src=x> 100% a/b"
    post()
    text = forge.written[0][2].partition("pipelines)\n\n")[2]
    for order in ("/merge", "/close"):
        assert f"\u200b{order}" in text
    for sign in "@~%!$#":
        assert f"{sign}\u200b" in text
    assert text.endswith("100% a/b")


def test_a_report_that_is_far_too_big_stops_no_other(forge, post):
    """One proposal with a report that is no report is told of, and the next is looked at."""
    forge.report = b"x" * 1_000_000
    forge.proposals.append({"iid": 8, "sha": SHA})
    done = post()
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "Voorstel 7: het verslag is niet geplaatst, want het is te groot.",
        "Voorstel 8: het verslag is niet geplaatst, want de forge antwoordt met 404; de vaste vorm is niet aangeboden, want de forge antwoordt met 404.",
    ]


def test_without_a_token_it_is_told_in_one_line(tmp_path):
    """What is missing gives one Dutch line and exit code 2."""
    command = [sys.executable, "-S", "-m", "polderkoers.forge", "gitlab"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "De verslagen zijn niet geplaatst: er ontbreekt iets (KeyError).\n"


def with_form(forge: Forge) -> None:
    """Let the check of the proposal have made the canonical form of its file."""
    forge.patch, forge.diff, forge.text = patch(PATH, OLD.encode(), NEW.encode()), DIFF, OLD.encode()


def test_the_canonical_form_is_offered_at_the_lines(forge, post):
    """A suggestion stands at the last of its lines: one that came by that line alone, one that was there by both its numbers."""
    with_form(forge)
    assert post().stdout == "Voorstel 7: het verslag is geplaatst; suggesties voor de vaste vorm: 1.\n"
    method, path, body = forge.written[1]
    assert (method, path) == ("POST", f"{PROPOSAL}/discussions")
    assert body.startswith(FORM)
    assert body.endswith("```suggestion:-4+0\ntitel: Fijn wonen\nthemas: [wonen, zorg]\nstatus: concept\n```")
    assert forge.places[1] == {
        **REFS,
        "position_type": "text",
        "old_path": PATH,
        "new_path": PATH,
        "new_line": 6,
        "old_line": 5,
    }


def test_a_suggestion_is_made_once_and_goes_when_it_no_longer_holds(forge, post):
    """What stands there already is not said again; one of ours about other lines is taken away, one of others never."""
    with_form(forge)
    post()
    body = forge.written[1][2]
    place = {"new_path": PATH, "new_line": 6}
    forge.notes = [
        {"id": 1, "author": {"id": ME}, "body": body, "position": place},
        {"id": 2, "author": {"id": ME}, "body": f"{FORM}\noud", "position": place},
        {"id": 3, "author": {"id": 1}, "body": f"{FORM}\nvan een ander", "position": place},
    ]
    forge.written.clear()
    post()
    assert [(method, path) for method, path, _ in forge.written if "notes/" in path or "discussions" in path] == [
        ("DELETE", f"{PROPOSAL}/notes/2")
    ]


@pytest.mark.parametrize(("name", "value"), [("text", b"iets anders\n"), ("diff", "@@ -40 +40 @@\n+x\n")])
def test_a_form_that_is_not_about_these_lines_is_not_offered(forge, post, name, value):
    """A patch that does not fit the file of the proposal, or lines that the forge does not show, gives nothing."""
    with_form(forge)
    setattr(forge, name, value)
    assert post().stdout == "Voorstel 7: het verslag is geplaatst.\n"
    assert len(forge.written) == 1
