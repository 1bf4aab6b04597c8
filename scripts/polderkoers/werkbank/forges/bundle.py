"""A proposal as a file of Git, to send by mail to where it is to be decided."""

from __future__ import annotations

import tempfile
from pathlib import Path

from polderkoers.changes.git_call import ask, run
from polderkoers.errors.werkbank import NotHandedIn
from polderkoers.werkbank.store.held import BRANCHES, RECORDS


def bundle_of(root: Path, name: str, base: str, tip: str) -> bytes:
    """Return a bundle with the branch of a proposal and its record; who has the commit `base` can read it.

    Raises `NotHandedIn` when the proposal is not at `tip` any more, or Git cannot write it.
    """
    branch = f"{BRANCHES}{name}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "voorstel.bundle")
        done = run(root, "bundle", "create", "--quiet", str(path), branch, f"{RECORDS}{name}", f"^{base}")
        if done.returncode or f"{tip} {branch}" not in ask(root, "bundle", "list-heads", str(path)).split("\n"):
            raise NotHandedIn(
                "Het voorstel is niet in een bestand te zetten.",
                "kijk hoe het er nu voor staat, en probeer het opnieuw.",
            )
        return path.read_bytes()
