"""Offers the canonical form of a proposal's files as suggestions at its lines, which one click takes over.

Runs after the check of a proposal, beside `report.py` and under the same conditions: the patch is a stranger's, so that
only changes of form are taken from it (`suggest.py`), and only where the file of the proposal has the lines that it says.
"""

from __future__ import annotations

import base64
import binascii
import re
import urllib.error
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.forge.report import AUTHOR, Forge, artifact_of, in_dutch, proposal_of
from polderkoers.forge.suggest import Suggestion, suggestions

MARKER = "<!-- polderkoers: vaste vorm -->"
ARTIFACT, FILE = "vaste-vorm", "vorm.patch"
MOST = 20
_MAX_BYTES = 2_000_000
_MAX_PAGES = 10
_LONGEST_PATCH = 500_000
_RIGHT = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_TOO_MUCH = 422  # the forge has a reason of its own to refuse this one


@dataclass(frozen=True)
class Former:
    """A suggestion that stands below the proposal already."""

    id: int
    file: str
    last: int | None
    body: str


def offer(forge: Forge, event: Mapping[str, Any]) -> str:
    """Post what is new of the suggestions of a run, take away those that no longer hold, and return in Dutch what was done.

    Raises as `report.post` does.
    """
    run = event["workflow_run"]
    number = proposal_of(forge, run, event["repository"]["default_branch"])
    if number is None:
        return "Bij deze controle hoort geen open voorstel, of het voorstel is intussen veranderd."
    patch = artifact_of(forge, int(run["id"]), ARTIFACT, FILE, _LONGEST_PATCH)
    if patch is None:
        return "Bij deze controle is geen vaste vorm gemaakt."
    wanted = _wanted(forge, number, run["head_sha"], patch)
    former = tuple(_former(forge, number))
    for old in former:
        if not any(_is_at(old, new) for new in wanted):
            forge.read(f"pulls/comments/{old.id}", _MAX_BYTES, "DELETE")
    fresh = [new for new in wanted if not _stands(new, former)]
    posted = sum(_posted(forge, number, run["head_sha"], new) for new in fresh)
    return f"Bij voorstel {number} staan {len(wanted)} suggesties voor de vaste vorm; {posted} daarvan zijn nieuw."


def _wanted(forge: Forge, number: int, commit: str, patch: str) -> list[Suggestion]:
    """Return the suggestions that the forge can show at a line of the proposal, and that are about its very lines."""
    shown = dict(_shown_lines(forge, number))
    found = [each for each in suggestions(patch) if _is_shown(each, shown.get(each.file, []))][:MOST]
    files = dict.fromkeys(each.file for each in found)
    held = {file: _lines(forge, file, commit) for file in files}
    return [each for each in found if held[each.file][each.first - 1 : each.last] == list(each.old)]


def _shown_lines(forge: Forge, number: int) -> Iterator[tuple[str, list[range]]]:
    """Yield the files of a proposal with the lines of which the forge shows a change."""
    for page in range(1, _MAX_PAGES + 1):
        files = forge.get(f"pulls/{number}/files", per_page=100, page=page)
        for file in files:
            places = _RIGHT.findall(file.get("patch") or "")
            yield file["filename"], [range(int(first), int(first) + int(count or 1)) for first, count in places]
        if len(files) < 100:
            return


def _is_shown(suggestion: Suggestion, shown: list[range]) -> bool:
    """Return whether the lines of a suggestion stand in one of the stretches that the forge shows of its file."""
    return any(suggestion.first in lines and suggestion.last in lines for lines in shown)


def _lines(forge: Forge, file: str, commit: str) -> list[str]:
    """Return the lines of a file of the proposal; none when the forge does not give it as text."""
    found = forge.get(f"contents/{urllib.parse.quote(file)}", ref=commit)
    try:
        return base64.b64decode(found["content"]).decode("utf-8").split("\n")
    except (binascii.Error, UnicodeDecodeError):
        return []


def _former(forge: Forge, number: int) -> Iterator[Former]:
    """Yield the suggestions that this script made before; the marker alone could be anyone's."""
    for page in range(1, _MAX_PAGES + 1):
        comments = forge.get(f"pulls/{number}/comments", per_page=100, page=page)
        for comment in comments:
            body = comment.get("body") or ""
            if (comment.get("user") or {}).get("login") == AUTHOR and body.startswith(MARKER):
                yield Former(int(comment["id"]), comment["path"], comment.get("line"), body)
        if len(comments) < 100:
            return


def _stands(new: Suggestion, former: tuple[Former, ...]) -> bool:
    return any(_is_at(old, new) for old in former)


def _is_at(old: Former, new: Suggestion) -> bool:
    return (old.file, old.last, old.body) == (new.file, new.last, _body(new))


def _body(suggestion: Suggestion) -> str:
    lines = "\n".join(suggestion.new)
    return (
        f"{MARKER}\nDit klopt al. Zo staat het in de vaste vorm; overnemen mag, en hoeft niet.\n\n"
        f"```suggestion\n{lines}\n```"
    )


def _posted(forge: Forge, number: int, commit: str, suggestion: Suggestion) -> bool:
    """Post a suggestion and return whether the forge took it."""
    place = {"path": suggestion.file, "line": suggestion.last, "side": "RIGHT"}
    if suggestion.first != suggestion.last:
        place |= {"start_line": suggestion.first, "start_side": "RIGHT"}
    content = {"body": _body(suggestion), "commit_id": commit, **place}
    try:
        forge.read(f"pulls/{number}/comments", _MAX_BYTES, "POST", content)
    except urllib.error.HTTPError as error:
        if error.code == _TOO_MUCH:
            return False
        raise
    return True


def main() -> int:
    """Offer the form of the run in the event; exit codes as those of the report."""
    return in_dutch(offer, "De vaste vorm is niet aangeboden")
