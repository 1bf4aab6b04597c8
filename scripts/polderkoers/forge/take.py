"""Takes data/ out of a proposal in Git and puts it in the working copy; nothing else of the proposal is checked out or run.

Everything is read from Git's own store of objects. So no hook, filter, link, submodule or file outside data/ of a
stranger has any effect, and a proposal is taken whole or not at all.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import filterfalse, islice
from pathlib import Path

from polderkoers.changes.git import resolve
from polderkoers.changes.git_call import RecordTooLong, records, run
from polderkoers.errors import PolderkoersError
from polderkoers.policy.passed_over import QUIET, left_by
from polderkoers.policy.source_rules import unreadable
from polderkoers.policy.tree import MAX_BYTES, TOO_BIG
from polderkoers.problems import Problem

MAX_FILES = 5_000
MAX_TOTAL = 50_000_000
_LONGEST_PATH = 200
_SUFFIXES = (".yaml", ".yml")  # of the second the check says that it must be the first
_REGULAR = {"100644", "100755"}
_NOT_A_FILE = {
    "120000": ("Dit is een koppeling naar een ander bestand.", "zet het bestand zelf in de map data."),
    "160000": ("Dit is een verwijzing naar een ander project.", "zet de bestanden zelf in de map data."),
}
_NAMES = "gebruik kleine letters, cijfers en streepjes, geen punt aan het begin, en de uitgang .yaml."
# A name of letters, digits and a few harmless signs: no `..`, no `.git`, nothing hidden, no control characters.
_PART = re.compile(r"\w(?:[\w .()+'-]*[\w)])?")


class ProposalUnreadable(PolderkoersError):
    """Git cannot give what was asked for."""


@dataclass(frozen=True)
class GitEntry:
    """One entry of a proposal's data/ as Git lists it. `size` is None for what is no file."""

    mode: str
    object_id: str
    size: int | None
    path: str


@dataclass(frozen=True)
class TakenData:
    """How many files were taken, and what the proposal changes beside data/, which was not."""

    files: int
    ignored: tuple[str, ...]


def take(root: Path, base: str, head: str) -> TakenData | tuple[Problem, ...]:
    """Replace `root`/data by the data/ of `head`; return the problems, and change nothing, when it cannot be trusted.

    `base` is what the proposal was made on. Raises a `PolderkoersError` when Git cannot read one of them, or the disk takes nothing.
    """
    before, after = (resolve(root, name) for name in (base, head))
    entries = tuple(filterfalse(_is_quiet, _entries(root, after)))
    problems = tuple(_problems(entries))
    if problems:
        return problems
    files = dict(zip((entry.path for entry in entries), _contents(root, entries), strict=True))
    try:
        _replace(root, files)
    except OSError as error:
        raise ProposalUnreadable(f"Het voorstel kan niet worden neergezet ({_shown(str(error.filename))}).") from error
    return TakenData(len(entries), tuple(_beside(root, before, after)))


def _entries(root: Path, commit: str) -> Iterator[GitEntry]:
    listed = _records(root, "ls-tree", "-r", "-z", "--long", "--full-tree", "--end-of-options", commit, "data")
    # One more than may be, so that too many is seen; a tree that holds itself many times over is never listed whole.
    for record in islice(listed, MAX_FILES + 1):
        about, _, path = record.partition(b"\t")
        mode, _, object_id, size = about.decode("ascii").split()
        # What is no UTF-8 keeps a mark that no name may have, and is refused below.
        yield GitEntry(mode, object_id, int(size) if size.isdigit() else None, path.decode("utf-8", "backslashreplace"))


def _beside(root: Path, before: str, after: str) -> Iterator[str]:
    """Yield what differs directly under the root, data/ excepted; at most 20 names, because they are only told."""
    changed = _records(root, "diff-tree", "--name-only", "-z", "--no-renames", "--end-of-options", before, after)
    yield from (_shown(name.decode("utf-8", "backslashreplace")) for name in islice(changed, 20) if name != b"data")


def _records(root: Path, *arguments: str) -> Iterator[bytes]:
    """Yield what Git prints between zero bytes, as it comes. Raises the `HistoryUnreadable` that says why it cannot."""
    try:
        yield from records(root, *arguments, longest=MAX_BYTES)
    except RecordTooLong as error:
        raise ProposalUnreadable("In het voorstel staat een bestandsnaam die veel te lang is.") from error


def _problems(entries: tuple[GitEntry, ...]) -> Iterator[Problem]:
    if not entries:
        yield _problem("data", "In het voorstel staat geen map data.", "zet de map data terug.")
    if len(entries) > MAX_FILES:
        yield _problem("data", f"In de map data staan meer dan {MAX_FILES} bestanden.", "maak het voorstel kleiner.")
        return
    if sum(entry.size or 0 for entry in entries) > MAX_TOTAL:
        yield _problem("data", "De bestanden zijn samen groter dan 50 MB.", "maak het voorstel kleiner.")
    alike = Counter(_folded(entry.path) for entry in entries)
    for entry in entries:
        wrong = _NOT_A_FILE.get(entry.mode) or _wrong(entry)
        if wrong is None and alike[_folded(entry.path)] > 1:
            wrong = ("Een ander bestand heet bijna hetzelfde.", "geef een van de twee een andere naam.")
        if wrong:
            yield _problem(entry.path, *wrong)


def _wrong(entry: GitEntry) -> tuple[str, str] | None:
    """Return message and hint when an entry may not be taken."""
    if entry.mode not in _REGULAR or entry.size is None or entry.path == "data":
        return "Dit is geen gewoon bestand.", "zet alleen gewone bestanden in de map data."
    if origin := left_by(entry.path.rpartition("/")[2]):
        return f"Dit is geen beleid. {origin}.", "haal het weg uit het voorstel."
    if not _may_be_named(entry.path):
        return "Zo mag een bestand niet heten.", _NAMES
    if not entry.path.endswith(_SUFFIXES):
        return "Dit bestand hoort hier niet.", "zet in de map data alleen bestanden met de uitgang .yaml."
    return TOO_BIG if entry.size > MAX_BYTES else None


def _is_quiet(entry: GitEntry) -> bool:
    """Return whether an entry is a file that Git wants there: it holds no policy, and is left where it is."""
    return entry.mode in _REGULAR and entry.path.rpartition("/")[2] in QUIET


def _may_be_named(path: str) -> bool:
    first, *parts = path.split("/")
    return first == "data" and len(path) <= _LONGEST_PATH and all(map(_PART.fullmatch, parts))


def _folded(path: str) -> str:
    """Return what two paths share that some disks take for one."""
    return unicodedata.normalize("NFKC", path).casefold()


def _problem(path: str, message: str, hint: str) -> Problem:
    # The page of this rule says what a file has to be to be read.
    return unreadable(_shown(path), message, hint)


def _shown(text: str) -> str:
    """Return a stranger's name such that it cannot start a line, colour a terminal, or look like another name."""
    safe = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
    if len(safe) > _LONGEST_PATH:
        return f"{safe[:_LONGEST_PATH]}…"
    return safe


def _contents(root: Path, entries: tuple[GitEntry, ...]) -> Iterator[bytes]:
    """Yield the bytes of each entry as Git keeps them, without any filter."""
    asked = "".join(f"{entry.object_id}\n" for entry in entries).encode("ascii")
    given = run(root, "cat-file", "--batch=%(objecttype)", stdin=asked).stdout
    place = 0
    for entry in entries:
        start = place + len(b"blob\n")
        place = start + (entry.size or 0) + 1
        if given[start - 5 : start] != b"blob\n" or given[place - 1 : place] != b"\n":
            raise ProposalUnreadable("Git mist een deel van het voorstel. Hoe op te lossen: haal het opnieuw op.")
        yield given[start : place - 1]


def _replace(root: Path, files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory(prefix=".voorstel-", dir=root) as beside:
        fresh, old = Path(beside) / "data", Path(beside) / "oud"
        for path, content in files.items():
            target = Path(beside) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(content)
        if (root / "data").exists():
            (root / "data").rename(old)
        fresh.rename(root / "data")
