"""The saves of a proposal: what each shows, and where undo and redo lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from polderkoers.changes.git_call import ask
from polderkoers.errors.werkbank import NothingToUndo
from polderkoers.werkbank.store.values import Person, Save

_FORMAT = "%H%x00%P%x00%ct%x00%an%x00%ae%x00%B%x00"
COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The full id of a commit, in one of the two lengths that Git has."""
_LONGEST = 300


@dataclass(frozen=True)
class SaveMessage:
    """The message of a save: its sentence, what it is made on, and after an undo which save it shows and which may come back."""

    sentence: str
    base: str = ""
    shows: str = ""
    again: tuple[str, ...] = ()

    def __str__(self) -> str:
        facts = (("Basis", self.base), ("Toont", self.shows), ("Opnieuw", " ".join(self.again)))
        lines = "\n".join(f"{name}: {value}" for name, value in facts if value)
        return f"{_one_line(self.sentence)}\n\n{lines}\n"


def read_message(message: str) -> SaveMessage:
    """Return what the message of a commit says; of one that is no save its first line alone."""
    sentence, _, rest = message.partition("\n")
    told = dict(line.partition(": ")[::2] for line in rest.strip().split("\n"))
    base, shows = (_commits(told.get(name, "")) for name in ("Basis", "Toont"))
    return SaveMessage(sentence, "".join(base[:1]), "".join(shows[:1]), _commits(told.get("Opnieuw", "")))


def _one_line(text: str) -> str:
    found = " ".join(text.replace("\0", " ").split())
    return found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1].rstrip()}…"


def _commits(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split() if COMMIT.fullmatch(part))


@dataclass(frozen=True)
class SavedCommit:
    """A commit of a proposal with its parents."""

    save: Save
    parents: tuple[str, ...]
    message: SaveMessage

    @property
    def shows(self) -> str:
        """The save of which it has the files: itself, unless it undoes or does again."""
        return self.message.shows or self.save.commit


def saved_commits(root: Path, base: str, tip: str) -> list[SavedCommit]:
    """Return the commits of a proposal since what it began on, the newest first; those of what is in force are left out."""
    told = ask(root, "log", "--first-parent", f"--format={_FORMAT}", "--end-of-options", f"{base}..{tip}")
    return [*_read(told.split("\0")[:-1])]


def _read(told: list[str]) -> Iterator[SavedCommit]:
    parts = iter(told)
    for commit, parents, when, name, mail, text in zip(*[parts] * 6, strict=True):
        message = read_message(text)
        moment = datetime.fromtimestamp(int(when), UTC)
        save = Save(moment, Person(name, mail), message.sentence, commit.strip())
        yield SavedCommit(save, tuple(parents.split()), message)


def one_back(commits: list[SavedCommit], base: str) -> SaveMessage:
    """Return the message of an undo of the newest commit: what it shows then, and what may come back.

    Raises `NothingToUndo` at the beginning, and at a save in which changes of others came in: going back would undo those.
    """
    if not commits:
        raise NothingToUndo("Er is nog niets veranderd.", "verander eerst iets.")
    by_id = {each.save.commit: each for each in commits}
    newest = commits[0]
    shown = by_id.get(newest.shows)
    if shown is None:
        raise NothingToUndo("Er is niets meer om ongedaan te maken.", "verander eerst iets.")
    if len(shown.parents) > 1:
        raise NothingToUndo(
            "Hier is het voorstel bijgewerkt met het geldende beleid. Verder terug kan niet.",
            "zet het met de hand terug.",
        )
    before = by_id.get(shown.parents[0]) if shown.parents else None
    back_to = before.shows if before else base
    return SaveMessage(
        f"Ongedaan gemaakt: {shown.save.sentence}", "", back_to, (*newest.message.again, shown.save.commit)
    )


def one_forward(commits: list[SavedCommit]) -> SaveMessage:
    """Return the message of what does the last undone save again. Raises `NothingToUndo` when none was undone."""
    again = commits[0].message.again if commits else ()
    by_id = {each.save.commit: each for each in commits}
    if not again or again[-1] not in by_id:
        raise NothingToUndo("Er is niets om opnieuw te doen.", "maak eerst iets ongedaan.")
    return SaveMessage(f"Opnieuw gedaan: {by_id[again[-1]].save.sentence}", "", again[-1], again[:-1])
