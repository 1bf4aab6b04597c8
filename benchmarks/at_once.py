"""Measures the werkbank as people meet it, on the real data: fifty who save at the same moment, and the first form and page after it starts.

By the clock, because waiting is what it is about; beside it stands the processor time of a save, which other work on the machine
does not change. What somebody saved and is not there afterwards is a failure, and no figure.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier
from urllib.parse import urlencode

import lxml.html  # type: ignore[import-untyped]

from benchmarks.measure import Command, Cost, NotMeasured, once, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import GIT, Measured
from benchmarks.table import Row
from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.git_call import answers
from polderkoers.policy.source import Document, parse

_PEOPLE = 50
_SAVING, _SAVE = f"werkbank, {_PEOPLE} tegelijk bewaren (klok)", "werkbank, bewaren"
_FORM, _PAGE = "werkbank, eerste formulier (klok)", "werkbank, eerste voorbeeld (klok)"
_AIMS = {_SAVING: 0.3, _SAVE: 0.02, _FORM: 0.2, _PAGE: 0.5}
_PATIENCE = 120.0
# So long nobody asks anything after it starts: what is made while nobody waits is made then.
_REST = 20.0
_TEXT = "toelichting"


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield a row for each thing that is waited for. It is measured in a clone of this repository."""
    del measured  # is in no repository
    wanted = [what for what in _AIMS if options.wants(what)]
    if not wanted:
        return
    say("werkbank, vijftig tegelijk")
    costs = _costs()
    for what in wanted:
        yield Row(what, costs if isinstance(costs, str) else Cost(costs[what], 0), "", "", _AIMS[what])


def _costs() -> dict[str, float] | str:
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        root = Path(folder) / "archief.git"
        try:
            once(Command([*GIT, "clone", "--quiet", "--bare", ROOT, root], ROOT, {}))
            commit = resolve(root, "HEAD")
            for words in (
                ("update-ref", "refs/heads/main", commit),
                ("config", "user.name", "x"),
                ("config", "user.email", "x@example.org"),
            ):
                once(Command([*GIT, *words], root, {}))
            with _served(root) as (port, pid):
                return _worked(root, commit, port, pid)
        except (NotMeasured, OSError) as reason:
            return str(reason)


@contextmanager
def _served(root: Path) -> Iterator[tuple[int, int]]:
    """Give the port of a werkbank that has started, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "polderkoers", "werkbank", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as werkbank:  # noqa: S603 - our own command
        try:
            for _ in range(int(_PATIENCE * 10)):
                time.sleep(0.1)
                with socket.socket() as trying:
                    if not trying.connect_ex(("127.0.0.1", port)):
                        break
            time.sleep(_REST)
            yield port, werkbank.pid
        finally:
            werkbank.terminate()


@dataclass
class _Visitor:
    """Somebody with a browser: a cookie, and the form on the screen."""

    port: int
    cookie: str = ""
    action: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[http.client.HTTPResponse, bytes, float]:
        """Return an answer, what it holds, and how many seconds it took."""
        headers = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie, "Accept": "application/json"}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}"}
        talking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        talking.connect()
        began = time.perf_counter()
        talking.request(method, path, body, headers)
        answer = talking.getresponse()
        content, took = answer.read(), time.perf_counter() - began
        talking.close()
        self.cookie = (answer.getheader("set-cookie") or self.cookie).partition(";")[0]
        return answer, content, took

    def open(self, path: str) -> tuple[bytes, float]:
        """Open a page, as often as it says that it is not there yet, and return it with the seconds until it was."""
        began = time.perf_counter()
        answer, content, _ = self.ask("GET", path)
        while (there := answer.getheader("location")) or answer.getheader("refresh"):
            answer, content, _ = self.ask("GET", there or path)
        return content, time.perf_counter() - began

    def form(self, ref: str) -> float:
        """Open the form of an item, and return the seconds that it took."""
        content, took = self.open(f"/onderdeel/{ref}")
        form = next(each for each in lxml.html.fromstring(content).forms if each.get("action") == f"/onderdeel/{ref}")
        self.action, self.fields = form.get("action"), {}
        for name, value in form.form_values():
            self.fields.setdefault(name, []).append(value.removeprefix("\n"))
        return took

    def body(self, text: str) -> str:
        """Return what the script of the page sends when its text was made another one."""
        return urlencode({**self.fields, _TEXT: [text], "doe": ["bewaar"]}, doseq=True)


def _worked(root: Path, commit: str, port: int, pid: int) -> dict[str, float]:
    refs = _refs(root, commit)
    first = _Visitor(port)
    found = {_FORM: first.form(refs[0])}
    _, found[_PAGE] = first.open(f"/voorbeeld/nu/?onderdeel={refs[0]}")
    people = [_Visitor(port) for _ in refs]
    for somebody, ref in zip(people, refs, strict=True):
        somebody.form(ref)
    began = _processor(pid)
    took = _at_once(people)
    used = (_processor(pid) - began) / len(people)
    _nothing_lost(root, people)
    found[_SAVING] = statistics.median(took)
    found[_SAVE] = used
    return found


def _at_once(people: Sequence[_Visitor]) -> list[float]:
    """Have all save at one moment, and return how many seconds each waited. Raises `NotMeasured` when anything was lost."""
    gate = Barrier(len(people))

    def save(number: int) -> float:
        body = people[number].body(_said(number))
        gate.wait()
        answer, content, took = people[number].ask("POST", people[number].action, body)
        told: Mapping[str, object] = json.loads(content)
        if answer.status != http.client.OK or not told.get("opgeslagen"):
            raise NotMeasured(f"iemand kon niet bewaren: {told}")
        people[number].fields["stand"] = [str(told["stand"])]
        return took

    with ThreadPoolExecutor(len(people)) as pool:
        return [*pool.map(save, range(len(people)))]


def _nothing_lost(root: Path, people: Sequence[_Visitor]) -> None:
    for number, somebody in enumerate(people):
        if not answers(
            root, "grep", "--fixed-strings", "--files-with-matches", _said(number), somebody.fields["stand"][0]
        ):
            raise NotMeasured("wat iemand bewaarde is er niet")


def _said(number: int) -> str:
    return f"Dit schreef de {number + 1}e van {_PEOPLE} mensen die op hetzelfde moment bewaarden."


def _refs(root: Path, commit: str) -> list[str]:
    """Return items with a text of their own, spread over the files of policy."""
    found: list[str] = []
    for source in GitTree(root, commit).data_files():
        content = source.read()
        if not re.match(r"data/(kernopgaven|plannen)/", source.file) or not isinstance(content, bytes):
            continue
        document = parse(content.decode(), source.file)
        if isinstance(document, Document):
            found += (f"{document.data['id']}/{name}" for name in _named(document.data))
    step = max(1, len(found) // _PEOPLE)
    if len(found) < _PEOPLE:
        raise NotMeasured("er zijn te weinig onderdelen met een tekst")
    return found[::step][:_PEOPLE]


def _named(data: object, *, is_top: bool = True) -> Iterator[str]:
    if isinstance(data, dict):
        if not is_top and isinstance(data.get("id"), str) and isinstance(data.get(_TEXT), str):
            yield data["id"]
        for value in data.values():
            yield from _named(value, is_top=False)
    elif isinstance(data, list):
        for value in data:
            yield from _named(value, is_top=False)


def _processor(pid: int) -> float:
    """Return the seconds of processor time of a process. Raises `OSError` where the system does not tell."""
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(run("benchmarks.at_once", rows))
