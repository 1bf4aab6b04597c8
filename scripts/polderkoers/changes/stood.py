"""Whether people could see the text of a version: it stood on a line together with its entry, or long enough by itself.

A proposal may bring a text and take it away again. Merged it is one commit on the line, and the text never stood there.
Rebased it is several, and the text stood there for the moment in which they were put down: nobody saw it either. Nothing in Git
tells such a commit from a proposal of its own but the time until the next, so that time has to be an hour at least.
"""

from __future__ import annotations

from polderkoers.changes.entry import named
from polderkoers.changes.git import resolve
from polderkoers.changes.git_call import is_shallow
from polderkoers.changes.line import Change, Claim, Line, is_ancestor, parent
from polderkoers.errors import VersionUnknown

_HOUR = 3600


def stood(line: Line, id_: str, content: str) -> bool:
    """Return whether the text of a version stood on a line in the open. Raises `HistoryUnreadable`."""
    change = line.bringing(id_, content)
    if change is not None and (line.content_at(change.commit) == content or _is_of_before(line, change, id_)):
        return True
    return stood_by_itself(line, content)


def stood_by_itself(line: Line, content: str) -> bool:
    """Return whether a content stands at the end of a line, stood on it for an hour, or is what it began with.

    What a line began with is no proposal: there was nothing to make it on. Raises `HistoryUnreadable`.
    """
    if line.moments and line.content_at(line.moments[0].commit) == content and not is_shallow(line.root):
        return True
    since = None
    for moment in line.moments:
        if line.content_at(moment.commit) == content:
            since = moment.seconds if since is None else since
        elif since is not None and moment.seconds - since >= _HOUR:
            return True
        else:
            since = None
    return since is not None


def first_text(line: Line, id_: str) -> str | None:
    """Return the content that a version had when it became one; None when it never was one. Raises `HistoryUnreadable`.

    A version whose text nobody saw is none, whatever the list says: it may be taken away again.
    """
    for change in line.changes:
        claim = change.claims.get(id_)
        content = fixed_content(line, claim) if claim else None
        if content is not None and stood(line, id_, content):
            return content
    return None


def fixed_content(line: Line, claim: Claim) -> str | None:
    """Return the text that an entry stood for; None when nobody can say, because it named something that moves."""
    if claim.inhoud is None and not (claim.commit and named(line.root, claim.commit).fixed):
        return None
    return line.content_of(claim)


def _is_of_before(line: Line, change: Change, id_: str) -> bool:
    """Return whether an entry came when no list could say what a version holds, and its commit had come to the line by then.

    The commit may stand beside the line: so old texts were set down that main never had.
    """
    if line.ruled is not None and is_ancestor(line.root, line.ruled, change.commit):
        return False
    before = parent(line.root, change.commit)
    try:
        commit = resolve(line.root, change.claims[id_].commit or "")
    except VersionUnknown:
        return False
    return before is not None and is_ancestor(line.root, commit, before)
