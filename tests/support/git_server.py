"""A forge on this machine: a real server of Git that takes pushes with options, and the interface for pull requests of GitHub."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from support.forge import Answers, answering
from support.git import git

PROJECT = "polderdam/beleid"
_HOOK = """#!/bin/sh
out="$GIT_DIR/gekregen"
cat > "$out.refs"
number=0
: > "$out"
while [ "$number" -lt "${GIT_PUSH_OPTION_COUNT:-0}" ]; do
    eval "printf '%s\\n' \\"\\$GIT_PUSH_OPTION_$number\\"" >> "$out"
    number=$((number + 1))
done
[ -f "$GIT_DIR/zegt" ] && cat "$GIT_DIR/zegt" >&2
[ ! -f "$GIT_DIR/weigert" ]
"""
# What Forgejo and Gitea do with a push for refs/for/: a pull request by its topic, which goes on only where it was, unless that is asked for
# (githooks(5), proc-receive, and https://forgejo.org/docs/latest/user/agit-support/).
_AGIT = """#!{python}
import os, subprocess, sys
from pathlib import Path

def read():
    found = []
    while (size := int(sys.stdin.buffer.read(4), 16)) > 0:
        found.append(sys.stdin.buffer.read(size - 4).decode().rstrip("\\n"))
    return found

def write(*lines):
    for line in lines:
        sys.stdout.buffer.write(b"%04x" % (len(line.encode()) + 4) + line.encode())
    sys.stdout.buffer.write(b"0000")
    sys.stdout.buffer.flush()

def git(*words):
    return subprocess.run(["git", *words], check=False, capture_output=True, text=True)

read()
write("version=1\\0push-options")
commands, options = read(), dict(each.partition("=")[::2] for each in read())
told = []
for command in commands:
    _, new, ref = command.split()
    topics = Path(os.environ["GIT_DIR"], "onderwerpen")
    topics.touch()
    known = topics.read_text().splitlines()
    if options["topic"] not in known:
        known.append(options["topic"])
        topics.write_text("\\n".join(known))
    pull = "refs/pull/%d/head" % (known.index(options["topic"]) + 1)
    was = git("rev-parse", "--verify", "--quiet", pull).stdout.strip()
    goes_on = not was or git("merge-base", "--is-ancestor", was, new).returncode == 0
    if goes_on or options.get("force-push") in ("", "true"):
        git("update-ref", pull, new)
        told += ["ok " + ref, "option refname " + pull, "option new-oid " + new]
    else:
        told.append("ng " + ref + " request `force-push` push option")
write(*told)
"""


@dataclass
class Asked:
    """A request that the interface got: its method, path with question, headers and content."""

    method: str
    path: str
    headers: dict[str, str]
    content: Any


@dataclass
class GitForge:
    """A forge with one project, and what it got."""

    address: str
    repository: Path
    authorizations: list[str]
    asked: list[Asked] = field(default_factory=list)
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)

    @property
    def clone_from(self) -> str:
        """The address that Git pushes to."""
        return f"{self.address}/{PROJECT}.git"

    @property
    def options(self) -> list[str]:
        """The options of the last push."""
        return (self.repository / "gekregen").read_text(encoding="utf-8").splitlines()

    @property
    def moved(self) -> list[str]:
        """The references that the last push moved, and no others."""
        return [
            line.split()[2] for line in (self.repository / "gekregen.refs").read_text(encoding="utf-8").splitlines()
        ]

    def at(self, ref: str) -> str:
        """Return the commit that a reference of the forge is at."""
        return git(self.repository, "rev-parse", ref)

    def says(self, text: str) -> None:
        """Let the forge say something to who pushes."""
        (self.repository / "zegt").write_text(text, encoding="utf-8")

    def refuses(self) -> None:
        """Let the forge refuse what is pushed."""
        (self.repository / "weigert").touch()


def hook(repository: Path) -> None:
    """Let a repository take options and pull requests by AGit, and write what it gets."""
    git(repository, "config", "receive.advertisePushOptions", "true")
    git(repository, "config", "receive.procReceiveRefs", "refs/for")
    for name, text in (("pre-receive", _HOOK), ("proc-receive", _AGIT.replace("{python}", sys.executable))):
        path = repository / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)


class ForgeAnswers(Answers):
    """The answers of a forge: its interface below /api/v3/, and Git for who says who they are."""

    protocol_version = "HTTP/1.1"
    forge: GitForge

    def _answer(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/api/v3/"):
            self._api(content)
        elif authorization := self.headers.get("Authorization", ""):
            self.forge.authorizations.append(authorization)
            self._git(content)
        else:
            self._send(401, {"WWW-Authenticate": 'Basic realm="forge"'}, b"")

    do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - the names of http.server

    def _api(self, content: bytes) -> None:
        told = json.loads(content) if content else None
        self.forge.asked.append(Asked(self.command, self.path.removeprefix("/api/v3"), dict(self.headers), told))
        status, answer = self.forge.answers.get(self.command, (404, {"message": "Not Found"}))
        self._send(status, {}, json.dumps(answer).encode())

    def _git(self, content: bytes) -> None:
        address = urlsplit(self.path)
        told = {
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_TRANSLATED": str(self.forge.repository) + address.path.removeprefix(f"/{PROJECT}.git"),
            "PATH_INFO": address.path,
            "QUERY_STRING": address.query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(content)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REMOTE_USER": "polderkoers",
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", "http-backend"], input=content, capture_output=True, env={**kept, **told}, check=True
        )
        head, _, body = done.stdout.partition(b"\r\n\r\n")
        lines = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        self._send(int(lines.pop("Status", "200").split()[0]), lines, body)

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def git_forge(repository: Path) -> Iterator[GitForge]:
    """Serve a bare repository as the only project of a forge."""
    hook(repository)
    found = GitForge("", repository, [])
    with answering(type("Forge", (ForgeAnswers,), {"forge": found})) as address:
        found.address = address
        yield found
