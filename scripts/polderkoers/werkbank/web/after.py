"""Runs what the settings name after something came in force, such as what makes the site again; and remembers how that went."""

from __future__ import annotations

import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock

from polderkoers.changes.git_call import answers

_LONGEST, _MOST_TOLD = 1800, 2_000
_HIDDEN = re.compile("TOKEN|GEHEIM|SECRET|PASSWORD|WACHTWOORD", re.IGNORECASE)
_NAME = "POLDERKOERS_COMMIT"
BUSY, DONE, FAILED = "bezig", "gelukt", "mislukt"


@dataclass(frozen=True)
class Aftermath:
    """What the command did: for which commit, how far it is (`bezig`, `gelukt` or `mislukt`), since when, and the end of what it said."""

    commit: str
    state: str
    when: str
    told: str = ""

    @property
    def moment(self) -> datetime:
        """Since when it is so."""
        return datetime.fromisoformat(self.when)


class AfterTaking:
    """The command that the settings name. Nothing of a request is a part of it; without a command it does nothing."""

    def __init__(self, root: Path, command: tuple[str, ...]) -> None:
        """Take the folder of the instance, in which it runs, and the program with its arguments."""
        self._root, self.command = root, command
        self._lock, self._waits = Lock(), False

    @cached_property
    def _worker(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, thread_name_prefix="na-overnemen")

    @cached_property
    def _kept(self) -> Path:
        return self._root / answers(self._root, "rev-parse", "--git-common-dir") / "polderkoers" / "na-overnemen.json"

    def begin(self, commit: str) -> None:
        """Run the command once after what came in force; of more that wait for it one is enough."""
        with self._lock:
            is_wanted = bool(self.command) and not self._waits
            self._waits = self._waits or is_wanted
        if is_wanted:
            self._keep(Aftermath(commit, BUSY, _now()))
            self._worker.submit(self._run, commit)

    @property
    def last(self) -> Aftermath | None:
        """How it went the last time, None when it never ran."""
        try:
            found = Aftermath(**json.loads(self._kept.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        age = datetime.now().astimezone() - found.moment
        if found.state == BUSY and age.total_seconds() > _LONGEST:
            return replace(found, state=FAILED, told="De werkbank is gestopt voordat dit klaar was.")
        return found

    def close(self) -> None:
        """Wait for what runs."""
        if "_worker" in vars(self):
            self._worker.shutdown()

    def _run(self, commit: str) -> None:
        with self._lock:
            self._waits = False
        state, told = _outcome(self.command, self._root, commit)
        self._keep(Aftermath(commit, state, _now(), told[-_MOST_TOLD:]))

    def _keep(self, found: Aftermath) -> None:
        self._kept.parent.mkdir(exist_ok=True)
        beside = self._kept.with_suffix(".nieuw")
        beside.write_text(json.dumps(asdict(found), ensure_ascii=False), encoding="utf-8")
        beside.replace(self._kept)


def _outcome(command: tuple[str, ...], root: Path, commit: str) -> tuple[str, str]:
    """Return how a command ended, and what it said."""
    known = {name: value for name, value in os.environ.items() if not _HIDDEN.search(name)}
    try:
        done = subprocess.run(  # noqa: S603 - the settings file names it, and nobody who asks for a page can
            command,
            cwd=root,
            env={**known, _NAME: commit},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return FAILED, f"Het duurde langer dan {_LONGEST // 60} minuten."
    except OSError as error:
        return FAILED, f"De opdracht is niet te starten: {error.strerror}."
    return (FAILED if done.returncode else DONE), done.stdout.decode("utf-8", "replace")


def _now() -> str:
    return datetime.now().astimezone().isoformat()
