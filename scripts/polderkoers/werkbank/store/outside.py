"""Whether a proposal changes nothing but policy: somebody who goes on with Git itself may do anything."""

from __future__ import annotations

from polderkoers.changes.git_call import ask
from polderkoers.errors.werkbank import FileRefused, NotTaken
from polderkoers.werkbank.store.allowed import known_files
from polderkoers.werkbank.store.refs import Repository
from polderkoers.werkbank.store.values import Proposal


def only_policy(repository: Repository, proposal: Proposal) -> tuple[str, ...]:
    """Return the files that a proposal changes. Raises `NotTaken` when one of them is none of the policy."""
    options = ("-r", "--name-only", "-z", "--no-renames")
    told = ask(repository.root, "diff-tree", *options, "--end-of-options", proposal.base, proposal.tip)
    paths = [*filter(None, told.split("\0"))]
    prefix = repository.prefix
    files = [path.removeprefix(prefix) for path in paths if path.startswith(prefix)]
    try:
        known_files(dict.fromkeys(files))
    except FileRefused:
        files = []
    if len(files) != len(paths):
        raise NotTaken(
            "Dit voorstel verandert ook bestanden die geen beleid zijn.",
            "vraag wie de site beheert om het met Git te bekijken.",
        )
    return tuple(files)
