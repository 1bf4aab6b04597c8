"""What every fuzzer calls: one file in a small policy, loaded by the real loader, and what must hold of the problems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from polderkoers.policy import load as loader
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import parse_carefully
from polderkoers.policy.source.quick import quick
from polderkoers.policy.tree import DataFile, Folder
from polderkoers.problems import Problem
from polderkoers.report.formats import as_text

ROOT = Path(__file__).resolve().parent.parent
BASIS = ROOT / "tests" / "cases" / "_basis"

_KIND = re.compile(rb"^soort: *([a-z]+)", re.MULTILINE)
_ID = re.compile(rb"^id: *([a-z0-9-]{1,80}) *\r?$", re.MULTILINE)
# What libraries say, and what no Dutch sentence of ours does. Quoted parts are the editor's own words.
_QUOTED = re.compile(r"'.*'", re.DOTALL)
_ENGLISH = re.compile(
    r"\b(the|is not|expected|found|while|parsing|scanning|required|propert(y|ies)|invalid|cannot|could not|should|does"
    r"|match(es)?|string|integer|object|array|None|True|False|Traceback|Error|Exception)\b"
)
_DUTCH = re.compile(
    r"\b(de|het|een|is|niet|geen|hier|dit|deze|staat|bij|er|veld|kan|van|te|in|lezers?|zin)\b", re.IGNORECASE
)


class BadProblem(AssertionError):
    """A problem that would not help an editor, or would point at a place that is not there. `kind` says what is bad."""

    def __init__(self, kind: str, problem: Problem) -> None:
        super().__init__(f"{kind}: {problem}")
        self.kind = f"{kind} [{problem.rule}]"


class Disagreement(AssertionError):
    """A quick path accepts what the careful one refuses, or reads something else."""


@dataclass(frozen=True)
class OneFile:
    """The basis of the test cases with one file of the fuzzer in it (a `Tree`)."""

    name: str
    content: bytes

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files of the basis and the file of the fuzzer, which replaces one of the same name."""
        for name, content in sorted({**_FILES, self.name: self.content}.items()):
            yield DataFile(name, lambda content=content: content)  # type: ignore[misc]

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas of the project."""
        return _SCHEMAS


_SCHEMAS = Folder(ROOT).schemas()
_FILES = {path.relative_to(BASIS).as_posix(): path.read_bytes() for path in sorted(BASIS.rglob("*.yaml"))}
# Reading the schemas takes twice as long as all the rest, and they are the same for every input.
_READY = Schemas(OneFile("data/x.yaml", b""))


def one_input(data: bytes) -> Loaded:
    """Load a policy with these bytes as one of its files, and return what was loaded.

    Raises `BadProblem` when a problem breaks a promise, `Disagreement` when a quick path and the careful one beside it
    judge differently, and whatever the loader raises: it should raise nothing.
    """
    name = file_name(data)
    with mock.patch.object(loader, "Schemas", return_value=_READY):
        loaded = loader.load(OneFile(name, data))
    _compare_readings(data, name)
    lines = _lines(data)
    for problem in loaded.problems:
        _judge_words(problem, data)
        _judge_place(problem, lines if problem.file == name else None)
    return loaded


def file_name(data: bytes) -> str:
    """Return where a file with this content belongs, as far as its first lines tell."""
    kind, name = _KIND.search(data), _ID.search(data)
    folder = getattr(KINDS.get(kind.group(1).decode() if kind else "kernopgave"), "map", "kernopgaven")
    stem = name.group(1).decode() if name else "fijn-wonen"
    return f"data/{folder}/{stem}.yaml" if folder else f"data/{stem}.yaml"


def _compare_readings(data: bytes, name: str) -> None:
    """Raise when the quick reading or the quick check says that all is well and the careful one does not."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    read = quick(text)
    if read is None:
        return
    found, _ = read
    document = parse_carefully(text, name)
    if isinstance(document, Problem) or document.remarks:
        raise Disagreement(f"only the careful reading finds fault: {document}")
    if repr(document.data) != repr(found):
        raise Disagreement(f"{found!r:.500} was carefully read as {document.data!r:.500}")
    kind = found.get("soort") if isinstance(found, dict) else None
    if kind in _READY.kinds and _READY.accepts(document) != (not list(_READY.explain(document, kind))):
        raise Disagreement(f"the two checks of the schema of {kind} disagree")


def _lines(data: bytes) -> list[str]:
    """Return the lines as an editor counts them."""
    try:
        return re.split(r"\r\n|\r|\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return re.split(r"\r\n|\r|\n", data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace"))


def _judge_words(problem: Problem, data: bytes) -> None:
    """Raise when a problem does not help an editor, or would do something to a terminal."""
    # A hint of which was found that it is no cure is left out: the message says only what is wrong.
    if not problem.message.strip():
        raise BadProblem("nothing is said", problem)
    for words in (problem.message, problem.hint):
        english = _ENGLISH.search(_QUOTED.sub("", words))
        # A hint may repeat a value without quotes: then the word is the editor's own.
        if english and english.group().encode() not in data:
            raise BadProblem("not in Dutch", problem)
    if not _DUTCH.search(f"{problem.message} {problem.hint}"):
        raise BadProblem("not in Dutch", problem)
    if problem.level not in ("fout", "waarschuwing") or not problem.rule:
        raise BadProblem("no level or no rule", problem)
    if any(unicodedata.category(sign) == "Cc" for sign in as_text((problem,))):
        raise BadProblem("a control sign would reach the terminal", problem)


def _judge_place(problem: Problem, lines: list[str] | None) -> None:
    """Raise when a problem points at nothing; the end is judged when the lines of its file are given."""
    if problem.line < 1 or problem.column < 1:
        raise BadProblem("no place", problem)
    if lines is not None and problem.line > len(lines):
        raise BadProblem("behind the last line", problem)
    if lines is not None and problem.column > len(lines[problem.line - 1]) + 1:
        raise BadProblem("behind the end of the line", problem)
