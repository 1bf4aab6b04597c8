"""Killed at any moment: the repository is whole, the last save that somebody heard of is there, and work goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from polderkoers.errors.werkbank import NotSaved
from polderkoers.werkbank.store import refs
from polderkoers.werkbank.store.store import Store
from support.git import git
from support.merging import HOUSES
from support.proposing import ANNA, bare, edited, proposed
from support.site import ROOT

TRIES = 3
WORKER = """
import sys
from pathlib import Path
from polderkoers.werkbank.store import refs
from polderkoers.werkbank.store.store import Store
from support.proposing import ANNA

refs.STALE = 0.3
store = Store(Path(sys.argv[1]))
proposal = store.proposal("meer-huizen")
for number in range(10_000):
    files = {"data/kernopgaven/k.yaml": f"nummer: {number} {proposal.tip}\\n".encode()}
    proposal = store.save(proposal.id, proposal.tip, files, f"Zet {number}", ANNA)
    print(proposal.tip, flush=True)
"""


FULL = """
import resource
import sys
from pathlib import Path
from polderkoers.errors.werkbank import NotSaved
from polderkoers.werkbank.store.store import Store
from support.proposing import ANNA

store = Store(Path(sys.argv[1]))
proposal = store.proposal("meer-huizen")
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    store.save(proposal.id, proposal.tip, {"data/kernopgaven/k.yaml": b"nummer: 1\\n"}, "Zet", ANNA)
except NotSaved as error:
    print(error)
"""


def environment() -> dict[str, str]:
    """Return the environment in which a process of its own finds the package and what tests share."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "tests")))}


def saved_until_killed(root: Path, after: float) -> list[str]:
    """Return the saves that a process was told of, which was killed with all it had started so long after its first one."""
    command = [sys.executable, "-c", WORKER, str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=environment(), text=True, start_new_session=True
    ) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline().strip()
        time.sleep(after)
        os.killpg(worker.pid, signal.SIGKILL)
        rest = worker.stdout.read()
    # A line that was cut off was not heard.
    return [first, *rest[: rest.rfind("\n") + 1].split()]


def test_a_kill_leaves_a_whole_repository_with_the_last_save_in_it(tmp_path, monkeypatch):
    """Killed a few times in the middle of saves, it has each save that was acknowledged, in their order, and takes the next one."""
    # A lock that was left behind is old at once.
    monkeypatch.setattr(refs, "STALE", 0.3)
    root = bare(tmp_path / "polderdam")
    proposed(Store(root))
    dice = random.Random(5)  # noqa: S311 - the same moments at every run
    heard: list[str] = []
    for _ in range(TRIES):
        heard += saved_until_killed(root, dice.uniform(0.01, 0.25))
        # Git says with its exit code that something is broken; what hangs loose belongs to a save that nobody heard of.
        git(root, "fsck", "--full", "--strict")
    store = Store(root)
    found = store.proposal("meer-huizen")
    history = git(root, "rev-list", "--reverse", found.tip).split()
    assert [commit for commit in history if commit in {*heard}] == heard
    time.sleep(0.4)
    assert store.save(found.id, found.tip, edited(("nummer: 1\n", "nummer: 2\n")), "Verder", ANNA).tip != found.tip


def test_a_lock_that_was_left_behind_is_taken_away_and_one_in_use_is_not(tmp_path, monkeypatch):
    """An old lock is nobody's; a new one makes a save wait, and say so when it stays."""
    root = bare(tmp_path / "polderdam")
    store = Store(root)
    made = proposed(store)
    lock = root / "refs" / "heads" / "voorstel" / f"{made.id}.lock"
    lock.touch()
    os.utime(lock, (1, 1))
    made = store.save(made.id, made.tip, {HOUSES: b"a: 1\n"}, "x", ANNA)
    assert not lock.exists()
    monkeypatch.setattr(refs, "WAIT", 0.1)
    lock.touch()
    with pytest.raises(NotSaved, match="wacht een minuut"):
        store.save(made.id, made.tip, {HOUSES: b"a: 2\n"}, "x", ANNA)
    assert lock.exists()
    assert Store(root).proposal(made.id) == made


def test_a_full_disk_loses_nothing(tmp_path):
    """When no file can be written the save is refused with what to do, and all that was there is there still."""
    root = bare(tmp_path / "polderdam")
    made = proposed(Store(root))
    command = [sys.executable, "-c", FULL, str(root)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    assert "ruimte is op de schijf" in done.stdout
    git(root, "fsck", "--full", "--strict")
    store = Store(root)
    assert store.proposal(made.id) == made
    assert store.save(made.id, made.tip, {HOUSES: b"a: 1\n"}, "Verder", ANNA).tip != made.tip
