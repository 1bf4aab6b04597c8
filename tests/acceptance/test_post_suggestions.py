"""Offering the canonical form as suggestions, against a forge on this machine: only form, only where it is true, only once."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import urllib.parse
import zipfile
from dataclasses import dataclass, field

import pytest

from polderkoers.forge.suggest import suggestions
from polderkoers.forge.suggestions import AUTHOR, FILE, MARKER, MOST
from polderkoers.policy.canonical.patch import patch
from support.forge import Answers, answering
from support.made_up import ROOT

SHA = "a" * 40
TOKEN = "geheim-van-de-forge"  # noqa: S105 - made up
PATH = "data/kernopgaven/fijn-wonen.yaml"
OLD = 'soort: kernopgave\ntitel: "Fijn wonen"\nthemas:\n  - wonen\n  - zorg\nstatus: concept   \n'
NEW = "soort: kernopgave\ntitel: Fijn wonen\nthemas: [wonen, zorg]\nstatus: concept\n"


def patch_of(old: str, new: str, path: str = PATH) -> str:
    """Return the patch from one text to another."""
    return patch(path, old.encode(), new.encode()).decode()


@dataclass
class Forge:
    """What a forge holds, and what was written to it."""

    patch: bytes = field(default_factory=lambda: patch_of(OLD, NEW).encode())
    shown: str = "@@ -0,0 +1,6 @@\n+alles"
    content: str = OLD
    sha: str = SHA
    comments: list[dict] = field(default_factory=list)
    refused: int = 0
    address: str = ""
    written: list[tuple[str, str, dict]] = field(default_factory=list)

    def answer(self, path: str) -> object:
        """Return what lies at an address below the project."""
        return {
            "/pulls": [{"number": 7, "head": {"sha": self.sha}, "base": {"ref": "main"}}],
            "/actions/runs/99/artifacts": {"artifacts": [{"id": 5, "name": "vaste-vorm", "expired": False}]},
            "/pulls/7/files": [{"filename": PATH, "patch": self.shown}, {"filename": "docs/x.webp"}],
            "/pulls/7/comments": self.comments,
            f"/contents/{PATH}": {"content": base64.encodebytes(self.content.encode()).decode()},
        }[path]

    def archive(self) -> bytes:
        """Return the artifact of the check."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(FILE, self.patch)
        return target.getvalue()


@pytest.fixture
def forge():
    """A forge that answers on this machine while the test runs."""
    held = Forge()

    class Handler(Answers):
        def do_GET(self):  # noqa: N802 - the name that http.server asks for
            path = urllib.parse.urlsplit(self.path).path.removeprefix("/repos/gemeente/polderkoers")
            zipped = path == "/actions/artifacts/5/zip"
            self.say(200, held.archive() if zipped else json.dumps(held.answer(path)).encode())

        def do_POST(self):  # noqa: N802 - the name that http.server asks for
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            path = self.path.removeprefix("/repos/gemeente/polderkoers").partition("?")[0]
            held.written.append((self.command, path, json.loads(body or b"{}")))
            self.say(held.refused or 200, b"{}")

        do_DELETE = do_POST  # noqa: N815 - the name that http.server asks for

    with answering(Handler) as held.address:
        yield held


@pytest.fixture
def post(forge, tmp_path):
    """Run the script as the workflow does, and return what it said; it never ends in a traceback or shows the token."""

    def run() -> subprocess.CompletedProcess[str]:
        event = {
            "workflow_run": {
                "id": 99,
                "event": "pull_request",
                "head_sha": SHA,
                "head_branch": "mijn-voorstel",
                "head_repository": {"owner": {"login": "vreemde"}},
            },
            "repository": {"default_branch": "main"},
        }
        (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "scripts"),
            "NO_PROXY": "*",
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "GITHUB_API_URL": forge.address,
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_REPOSITORY": "gemeente/polderkoers",
            "GITHUB_TOKEN": TOKEN,
        }
        # As in the workflow: without the packages of the project.
        command = [sys.executable, "-S", "-m", "polderkoers.forge", "vaste-vorm"]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        assert TOKEN not in done.stdout + done.stderr
        return done

    return run


def test_the_form_is_offered_at_the_lines(forge, post):
    """What differs in form is one suggestion at its lines, with the text that a click puts there."""
    done = post()
    assert (done.returncode, done.stderr) == (0, "")
    ((method, path, body),) = forge.written
    assert (method, path) == ("POST", "/pulls/7/comments")
    assert (body["path"], body["start_line"], body["line"], body["side"]) == (PATH, 2, 6, "RIGHT")
    assert body["commit_id"] == SHA
    assert body["body"].startswith(MARKER)
    assert body["body"].endswith("```suggestion\ntitel: Fijn wonen\nthemas: [wonen, zorg]\nstatus: concept\n```")


def test_what_stands_there_already_is_not_posted_again(forge, post):
    """A second run leaves a suggestion that still holds, and takes away one of ours that does not; those of others stay."""
    post()
    ((_, _, body),) = forge.written
    forge.written.clear()
    ours = {"user": {"login": AUTHOR}, "path": PATH}
    forge.comments = [
        {"id": 1, "line": 6, "body": body["body"], **ours},
        {"id": 2, "line": None, "body": body["body"], **ours},
        {"id": 3, "line": 6, "body": body["body"], "user": {"login": "vreemde"}, "path": PATH},
        {"id": 4, "line": 6, "body": "Een ander bericht", **ours},
    ]
    assert post().returncode == 0
    assert [(method, path) for method, path, _ in forge.written] == [("DELETE", "/pulls/comments/2")]


@pytest.mark.parametrize(
    "change",
    [
        {"content": OLD.replace("Fijn", "Fijner")},
        {"content": f"# erbij\n{OLD}"},
        {"shown": "@@ -1,3 +4,3 @@\n x"},
        {"shown": ""},
        {"sha": "b" * 40},
        {"patch": b""},
        {"patch": b"\xff\xfe geen patch"},
        {"patch": patch_of(OLD, NEW, "data/../mkdocs.yml").encode()},
        {"patch": patch_of(OLD, NEW, "mkdocs.yaml").encode()},
    ],
    ids=["other text", "other lines", "not shown", "no lines", "changed meanwhile", "empty", "bytes", "path", "outside data"],
)  # fmt: skip
def test_what_is_not_true_of_the_proposal_is_not_offered(forge, post, change):
    """Lines that the file does not have, that the forge does not show, or of another file: nothing is posted."""
    for name, value in change.items():
        setattr(forge, name, value)
    assert post().returncode == 0
    assert forge.written == []


def test_one_that_the_forge_refuses_does_not_stop_the_others(forge, post):
    """A refusal of one suggestion is no fault; nor are more suggestions than are posted."""
    lines = [f'  - "punt-{number}"' if number % 2 else f"  - punt-{number}" for number in range(60)]
    forge.content = "\n".join(["punten:", *lines, ""])
    forge.patch = patch_of(forge.content, forge.content.replace('"', "")).encode()
    forge.shown, forge.refused = "@@ -0,0 +1,61 @@\n+alles", 422
    done = post()
    assert done.returncode == 0
    assert len(forge.written) == MOST


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bedrag: 12", "bedrag: 21"),
        ("bedrag: 12", "bedrag: -12"),
        ("bedrag: 12", "# bedrag: 12"),
        ('titel: "Motie # 12"', "titel: Motie # 12"),
        ("van: 2020\ntot: 2030", "van: 2030\ntot: 2020"),
        ("naam: thema's", "naam: themas"),
        ("naam: x", "naam: x\nextra: y"),
        ("naam: x\nextra: y", "naam: x"),
        ('naam: "x"', "naam: x\u202e"),
        ('naam: "```"', "naam: ```"),
        ("waarde: 1,5", "waarde: 15"),
    ],
)
def test_what_says_something_else_is_never_offered(old, new):
    """Whatever a stranger puts in the patch: other words, another order, a comment, or a sign that is not seen is left out."""
    assert list(suggestions(patch_of(f"a: 1\n{old}\nb: 2\n", f"a: 1\n{new}\nb: 2\n"))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('vastgesteld_op: "2012-06-28"', "vastgesteld_op: 2012-06-28"),
        ("bron:\n  document: visie\n  plek: Hoofdstuk 1", "bron: {document: visie, plek: Hoofdstuk 1}"),
        ("tekst: Een zin. Nog een.", "tekst: >-\n  Een zin.\n  Nog een."),
        ("a: 1 # waarom", "a: 1  # waarom"),
        ("    - id: x\n      naam: y", "  - id: x\n    naam: y"),
    ],
)
def test_what_only_looks_otherwise_is_offered(old, new):
    """Quotes, brackets, dashes, folding, indentation and the space before a remark are form."""
    (found,) = suggestions(patch_of(f"a: 1\n{old}\nb: 2\n", f"a: 1\n{new}\nb: 2\n"))
    assert (found.file, found.first, found.last) == (PATH, 2, 1 + len(old.split("\n")))
    assert found.new == tuple(new.split("\n"))
