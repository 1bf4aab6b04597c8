"""Offers the canonical form of a proposal's files on GitLab as suggestions at its lines, as `suggestions.py` does on GitHub.

What is offered is a stranger's patch, of which only changes of form are taken, and only where the proposal has these very lines.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.forge.gitlab_project import GitLab, artifact_of
from polderkoers.forge.suggest import Suggestion, suggestions
from polderkoers.forge.suggestions import FILE, MARKER, MOST

_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_LONGEST_PATCH = 500_000
# GitLab has a reason of its own to refuse a place.
_NO_PLACE = (400, 422)


@dataclass(frozen=True)
class Offer:
    """A suggestion at its last line: the line that it was before, or None for one that the proposal adds."""

    suggestion: Suggestion
    was: int | None

    @property
    def body(self) -> str:
        """The comment; it takes the lines above its place too when there are more."""
        above = self.suggestion.last - self.suggestion.first
        lines = "\n".join(self.suggestion.new)
        return (
            f"{MARKER}\nDit klopt al. Zo staat het in de vaste vorm; overnemen mag, en hoeft niet.\n\n"
            f"```suggestion:-{above}+0\n{lines}\n```"
        )


def offer(forge: GitLab, me: int, number: int, commit: str) -> int | None:
    """Post what is new, take away what no longer holds, and return how many suggestions stand there; None without a patch.

    Raises `ReportRefused`, `OSError` or `KeyError`, as asking the forge does.
    """
    patch = artifact_of(forge, number, commit, FILE, _LONGEST_PATCH)
    if patch is None:
        return None
    proposal = json.loads(forge.read(f"{forge.own}/merge_requests/{number}"))
    wanted = _wanted(forge, number, proposal, patch)
    former = list(_former(forge, number, me))
    there = {(each.suggestion.file, each.suggestion.last, each.body) for each in wanted}
    for note, place in former:
        if place not in there:
            forge.read(f"{forge.own}/merge_requests/{number}/notes/{note}", method="DELETE")
    known = {place for _, place in former}
    fresh = [each for each in wanted if (each.suggestion.file, each.suggestion.last, each.body) not in known]
    for each in fresh:
        _post(forge, number, proposal["diff_refs"], each)
    return len(wanted)


def _wanted(forge: GitLab, number: int, proposal: Mapping[str, Any], patch: str) -> list[Offer]:
    shown = {row["new_path"]: dict(_lines_shown(row["diff"])) for row in _changed(forge, number)}
    found = [each for each in suggestions(patch) if _is_shown(each, shown.get(each.file, {}))][:MOST]
    files = dict.fromkeys(each.file for each in found)
    held = {file: _text(forge, proposal, file) for file in files}
    true = [each for each in found if held[each.file][each.first - 1 : each.last] == list(each.old)]
    return [Offer(each, shown[each.file][each.last]) for each in true]


def _changed(forge: GitLab, number: int) -> Iterator[Mapping[str, Any]]:
    yield from forge.all(f"{forge.own}/merge_requests/{number}/diffs")


def _lines_shown(diff: str) -> Iterator[tuple[int, int | None]]:
    """Yield each line of the proposal that its diff shows, with the line that it was before; None for one that came."""
    before = after = 0
    for row in diff.split("\n"):
        if place := _HUNK.match(row):
            before, after = int(place[1]), int(place[2])
        elif row[:1] == "+":
            yield after, None
            after += 1
        elif row[:1] == "-":
            before += 1
        elif row[:1] == " ":
            yield after, before
            before, after = before + 1, after + 1


def _is_shown(suggestion: Suggestion, lines: Mapping[int, int | None]) -> bool:
    return all(line in lines for line in range(suggestion.first, suggestion.last + 1))


def _text(forge: GitLab, proposal: Mapping[str, Any], file: str) -> list[str]:
    """Return the lines of a file of the proposal; none when it is no text."""
    path = f"projects/{int(proposal['source_project_id'])}/repository/files/{urllib.parse.quote(file, safe='')}/raw"
    content = forge.read(f"{path}?{urllib.parse.urlencode({'ref': proposal['sha']})}")
    try:
        return content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return []


def _former(forge: GitLab, number: int, me: int) -> Iterator[tuple[int, tuple[str, int | None, str]]]:
    """Yield the suggestions that this program made before, with their places; the marker alone could be anyone's."""
    for note in forge.all(f"{forge.own}/merge_requests/{number}/notes"):
        place = note.get("position")
        if place and note["author"]["id"] == me and note["body"].startswith(MARKER):
            yield int(note["id"]), (place["new_path"], place.get("new_line"), note["body"])


def _post(forge: GitLab, number: int, refs: Mapping[str, str], each: Offer) -> None:
    file, last = each.suggestion.file, each.suggestion.last
    position = {**refs, "position_type": "text", "old_path": file, "new_path": file, "new_line": last}
    if each.was is not None:
        position["old_line"] = each.was
    content = {"body": each.body, "position": position}
    try:
        forge.read(f"{forge.own}/merge_requests/{number}/discussions", method="POST", content=content)
    except urllib.error.HTTPError as error:
        if error.code not in _NO_PLACE:
            raise
