"""Runs git and looks at what it answers: whoever asks gets an answer, or the true reason why there is none."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, cast

from polderkoers.errors import (
    CloneShallow,
    GitMissing,
    HistoryUnreadable,
    NoRepository,
    ObjectsMissing,
    OwnerOther,
    RepositoryAround,
    RepositoryBroken,
    SettingsBroken,
)

# What Git itself tells to type about the folder of another user; a path with odd signs comes in quotes.
_SAFE = re.compile(r"git config --global --add safe\.directory .+")
_OWNER = ("dubious ownership", "unsafe repository")
# What a hook, or a shell that once worked on another repository, leaves: with it Git would read that one wherever it runs.
_ELSEWHERE = frozenset(
    {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_COMMON_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_PREFIX",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_OBJECT_DIRECTORY",
        # What these make of a path is not what is asked here.
        "GIT_LITERAL_PATHSPECS",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
    }
)
# Of the settings of whoever runs this: what would start a program, or print something else than was asked for.
_SETTINGS = (
    "core.fsmonitor=false",
    "core.quotePath=false",
    "log.showSignature=false",
    "color.ui=false",
    "i18n.logOutputEncoding=UTF-8",
)
_PARTIAL = r"^(remote\..*\.promisor|extensions\.partialclone)$"


class RecordTooLong(Exception):
    """Git printed more without an end than whoever asked wants to keep."""


def _command(arguments: tuple[str, ...]) -> list[str]:
    command = ["git", "--no-pager"]
    for setting in _SETTINGS:
        command += ["-c", setting]
    return [*command, *arguments]


def run(
    root: Path, *arguments: str, stdin: bytes = b"", within: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[bytes]:
    """Run git without what it starts on its own: a pager, a monitor of files, a check of signatures, a fetch of what is not there.

    What takes in the content of a file starts the filters that its attributes and the settings name, as `git add` does.
    `within` are variables that name another work tree or index. The exit code is for the caller to look at. Raises
    `GitMissing`.
    """
    command = _command(arguments)
    try:
        return subprocess.run(  # noqa: S603 - a fixed program; references are checked, and follow --end-of-options
            command,
            cwd=root,
            input=stdin,
            capture_output=True,
            check=False,
            env={**environment(), **within},
        )
    except (FileNotFoundError, PermissionError) as error:
        raise GitMissing from error


def environment() -> dict[str, str]:
    """Return the environment to run git in: it looks at the folder where it runs, and reads what is there as it is."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    settings = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}
    return {**kept, **settings, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def ask(root: Path, *arguments: str, stdin: bytes = b"", within: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return what git prints, `within` as for `run`. Raises the `HistoryUnreadable` that says why it cannot answer."""
    done = run(root, *arguments, stdin=stdin, within=within)
    if done.returncode:
        raise cause(root, done.stderr)
    return done.stdout.decode("utf-8", "replace")


def answers(root: Path, *arguments: str) -> str:
    """Return what git prints without the last line break, and nothing when it has no answer. Raises `GitMissing`."""
    done = run(root, *arguments)
    if done.returncode:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def records(root: Path, *arguments: str, longest: int) -> Iterator[bytes]:
    """Yield what git prints between zero bytes, as it comes, so that what has no end need not be read to the end.

    Raises `RecordTooLong` at more than `longest` bytes without a zero byte, and a `HistoryUnreadable` when git fails.
    """
    with _started(root, arguments) as git:
        assert git.stdout is not None  # noqa: S101 - what PIPE gives
        rest = b""
        while chunk := git.stdout.read(1 << 16):
            *whole, rest = (rest + chunk).split(b"\0")
            yield from whole
            if len(rest) > longest:
                raise RecordTooLong
    if git.returncode:
        raise cause(root)


class StandingGit:
    """One git that goes on answering what it is asked, for who asks it all day; one question at a time.

    It is started at the first question, and again after it stopped. It ends with whoever started it.
    """

    def __init__(self, root: Path, *arguments: str) -> None:
        """Take the folder to run in, and what it is to do."""
        self._root, self._arguments = root, arguments
        self._lock = threading.Lock()
        self._end: weakref.finalize[..., StandingGit] | None = None
        self._git: subprocess.Popen[bytes] | None = None

    @contextmanager
    def talking(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """Give what it reads and what it says, for one at a time. Raises `GitMissing`; when anything else goes wrong it is started anew next time."""
        with self._lock:
            git = self._running()
            assert git.stdin is not None and git.stdout is not None  # noqa: PT018, S101 - what PIPE gives
            try:
                yield cast("BinaryIO", git.stdin), cast("BinaryIO", git.stdout)
            except BaseException:
                self._stop()
                raise

    def last_words(self) -> str:
        """Return what it says went wrong, after which it stops."""
        git = self._git
        assert git is not None and git.stderr is not None  # noqa: PT018, S101 - who asks was talking to it
        assert git.stdin is not None  # noqa: S101
        with suppress(OSError):
            git.stdin.close()
        said = git.stderr.read().decode("utf-8", "replace")
        self._stop()
        return said

    def _running(self) -> subprocess.Popen[bytes]:
        if self._git is None or self._git.poll() is not None:
            self._stop()
            self._git = _started(self._root, self._arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            self._end = weakref.finalize(self, _ended, self._git)
        return self._git

    def _stop(self) -> None:
        if self._end is not None:
            self._end()
        self._git = self._end = None


def _ended(git: subprocess.Popen[bytes]) -> None:
    for pipe in (git.stdin, git.stdout, git.stderr):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    git.wait()


def _started(
    root: Path, arguments: tuple[str, ...], stdin: int = subprocess.DEVNULL, stderr: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    command = _command(arguments)
    try:
        return subprocess.Popen(  # noqa: S603 - as above
            command, cwd=root, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr, env=environment()
        )
    except (FileNotFoundError, PermissionError) as error:
        raise GitMissing from error


def cause(root: Path, said: bytes = b"", asked: str = "") -> HistoryUnreadable:
    """Return why git could not answer a question that a whole repository answers.

    `said` is what it complained of, `asked` the name of what was asked for.
    """
    if found := why_unreadable(root):
        return found
    if answers(root, "config", "--get-regexp", _PARTIAL):
        return ObjectsMissing()
    if is_shallow(root):
        return CloneShallow(asked or "van toen")
    return RepositoryBroken(_complaint(said))


def why_unreadable(root: Path) -> HistoryUnreadable | None:
    """Return why the history of a folder cannot be read at all, and None when Git reads it."""
    try:
        told = run(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    except GitMissing as missing:
        return missing
    if told.returncode:
        return _no_repository(root, told.stderr.decode("utf-8", "replace"))
    prefix = told.stdout.decode("utf-8", "replace").partition("\n")[2].strip("\n")
    if prefix and not _is_tracked(root):
        top = answers(root, "rev-parse", "--show-toplevel")
        return RepositoryAround(root, Path(top).name)
    return None


def is_shallow(root: Path) -> bool:
    """Return whether a clone was cut off, so that commits of before are not there."""
    return answers(root, "rev-parse", "--is-shallow-repository") == "true"


def _no_repository(root: Path, said: str) -> HistoryUnreadable:
    if any(words in said for words in _OWNER):
        if told := _SAFE.search(said):
            return OwnerOther(root, told.group())
        return OwnerOther(root, f"git config --global --add safe.directory {shlex.quote(root.resolve().as_posix())}")
    if "not a git repository" in said and not (root / ".git").exists():
        return NoRepository(root)
    anywhere = run(Path(root.resolve().anchor), "config", "--list")
    if anywhere.returncode:
        return SettingsBroken(_complaint(anywhere.stderr))
    return RepositoryBroken(_complaint(said.encode()))


def _is_tracked(root: Path) -> bool:
    """Return whether a repository knows any file of data/ here, in its index or in its last commit."""
    return bool(answers(root, "ls-files", "--", "data") or answers(root, "ls-tree", "HEAD", "--", "data"))


def _complaint(said: bytes) -> str:
    """Return the first complaint of git in one line, without the path of a machine in it."""
    for line in said.decode("utf-8", "replace").splitlines():
        if line.startswith(("fatal: ", "error: ")):
            return re.sub(r"/\S*", "…", line.partition(": ")[2])[:200]
    return ""
