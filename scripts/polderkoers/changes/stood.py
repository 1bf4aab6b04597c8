"""Whether people could see the text of a version: it stood on a line together with its entry, or long enough by itself.

A proposal may bring a text and take it away again. Merged it is one commit on the line, and the text never stood there.
Rebased it is several, and the text stood there for the moment in which they were put down: nobody saw it either. Nothing in Git
tells such a commit from a proposal of its own but the time until the next. So changes of the list that follow each other within
an hour came together, and what the last of them says counts; a merge is a proposal of its own at any time.
"""

from __future__ import annotations

from itertools import pairwise

from polderkoers.changes.entry import named
from polderkoers.changes.git import resolve
from polderkoers.changes.git_call import ask, is_shallow
from polderkoers.changes.line import Claim, Line, ListRevision, is_ancestor, parent
from polderkoers.changes.walk import LineMoment
from polderkoers.errors import VersionUnknown

_HOUR = 3600


def stood(line: Line, id_: str, content: str) -> bool:
    """Return whether the text of a version stood on a line in the open. Raises `HistoryUnreadable`."""
    if _stood_together(line, id_, content) or stood_by_itself(line, content):
        return True
    change = line.bringing(id_, content)
    return change is not None and _is_of_before(line, change, id_)


def stood_by_itself(line: Line, content: str) -> bool:
    """Return whether a content stands at the end of a line, stood on it for an hour, or is of what it began with.

    Raises `HistoryUnreadable`.
    """
    return _stood_until(line, content, line.moments) or _stands_at_end(line, content)


def first_text(line: Line, id_: str) -> str | None:
    """Return the content that a version had when it became one; None when it never was one. Raises `HistoryUnreadable`.

    A version whose text nobody saw is none, whatever the list says: it may be taken away again. So is one that the list named
    only until the next commit, unless everybody knew its text already.
    """
    for change in line.changes:
        claim = change.claims.get(id_)
        if claim is None:
            continue
        content = fixed_content(line, claim)
        if content is not None and _became_version(line, change, id_, content):
            return content
    return None


def _became_version(line: Line, change: ListRevision, id_: str, content: str) -> bool:
    if _is_last(line, change):
        return stood(line, id_, content)
    return _was_known(line, change, content)


def fixed_content(line: Line, claim: Claim) -> str | None:
    """Return the text that an entry stood for; None when nobody can say, because it named something that moves."""
    if claim.inhoud is None and not (claim.commit and named(line.root, claim.commit).fixed):
        return None
    return line.content_of(claim)


def _stood_together(line: Line, id_: str, content: str) -> bool:
    """Return whether a text and its entry stood on a line at once, and neither was taken back with what came together."""
    changes = {change.commit: change for change in line.changes}
    listed, since = False, None
    earlier: set[str | None] = set()
    for moment in line.moments:
        held = line.content_at(moment.commit)
        change = changes.get(moment.commit)
        if since is not None and _is_apart(since, moment):
            return True
        if change is not None:
            claim = change.claims.get(id_)
            listed = claim is not None and line.content_of(claim) == content
        if not listed or (held != content and held in earlier):
            since = None
        elif held == content:
            since = since or moment
        earlier.add(held)
    return since is not None


def _is_last(line: Line, change: ListRevision) -> bool:
    """Return whether a change of the list is the last of those that came together."""
    moments = {moment.commit: moment for moment in line.moments}
    return all(
        one.commit != change.commit or _is_apart(moments[one.commit], moments[next_.commit])
        for one, next_ in pairwise(line.changes)
    )


def _is_apart(one: LineMoment, later: LineMoment) -> bool:
    """Return whether a commit came to a line apart from one before it, so that this one was there for people to see."""
    return one.merges or later.merges or abs(later.seconds - one.seconds) >= _HOUR


def _was_known(line: Line, change: ListRevision, content: str) -> bool:
    """Return whether a text was there for people to see before a change of the list came."""
    places = [moment.commit for moment in line.moments]
    return _stood_until(line, content, line.moments[: places.index(change.commit) + 1])


def _stood_until(line: Line, content: str, moments: tuple[LineMoment, ...]) -> bool:
    """Return whether a content stood for an hour within these moments, or is of what a line began with."""
    for moment in _begun(line):
        if moment in moments and line.content_at(moment.commit) == content:
            return True
    since = None
    for moment in moments:
        if since is not None and moment.seconds - since >= _HOUR:
            return True
        if line.content_at(moment.commit) != content:
            since = None
        elif since is None:
            since = moment.seconds
    return False


def _stands_at_end(line: Line, content: str) -> bool:
    return bool(line.moments) and line.content_at(line.moments[-1].commit) == content


def _begun(line: Line) -> tuple[LineMoment, ...]:
    """Return what a line began with: its first commit, and what came together with that before there was a list.

    That is no proposal: there was nothing to make it on. A line that has more beginnings may have begun as a proposal.
    """
    if not line.moments or is_shallow(line.root) or not _has_one_root(line):
        return ()
    listed = line.changes[0].commit if line.changes else ""
    for number, (one, later) in enumerate(pairwise(line.moments), 1):
        if listed in (one.commit, later.commit) or _is_apart(one, later):
            return line.moments[:number]
    return line.moments


def _has_one_root(line: Line) -> bool:
    return len(ask(line.root, "rev-list", "--max-parents=0", "--end-of-options", line.tip).split()) == 1


def _is_of_before(line: Line, change: ListRevision, id_: str) -> bool:
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
