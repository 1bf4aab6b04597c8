"""Brings in what came in force on a forge: the main branch goes along, and proposals that were merged there are taken over here."""

from __future__ import annotations

from polderkoers.changes.git_call import run
from polderkoers.errors.werkbank import NotHandedIn
from polderkoers.werkbank.forges.pushing import surroundings, why_not
from polderkoers.werkbank.forges.values import ForgePlace
from polderkoers.werkbank.store.store import Store

_THERE = "refs/polderkoers/forge/hoofdtak"


def bring_in(store: Store, place: ForgePlace) -> bool:
    """Let the main branch here go to where it is on a forge, and return whether it did.

    What is here and not there stays: the branch only goes forward. Raises `NotHandedIn` when the forge cannot be asked, and `NotTaken`
    when something that nobody committed stands in the way.
    """
    branch = f"+refs/heads/{store.main}:{_THERE}"
    quiet = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules")
    done = run(store.root, "fetch", *quiet, "--end-of-options", place.address, branch, within=surroundings(place))
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        raise why_not(said) or NotHandedIn(
            "De forge geeft de hoofdtak niet.", "kijk of het adres en de naam van de tak kloppen."
        )
    return store.follow(_THERE)
