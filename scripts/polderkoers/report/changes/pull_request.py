"""The report below a proposal: what changes in the policy, whom that touches, and what the check newly says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from polderkoers.changes.account.headline import nothing
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.account.told import Told
from polderkoers.changes.came_beside import beside_lines, beside_told
from polderkoers.changes.listed import ListChanges
from polderkoers.changes.nature import is_text
from polderkoers.policy.dutch_words import capital, count, listing
from polderkoers.report.changes.budget import as_blocks
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.folded import folded
from polderkoers.report.changes.markdown import entries, heads, not_compared, opening, surroundings
from polderkoers.report.changes.new_versions import held, warnings
from polderkoers.report.changes.within import body

# A comment on GitHub may have 65,536 signs, and `forge/defuse.py` cuts anywhere at 60,000 after putting in signs of its own.
LIMIT = 56_000
NOTHING = "Dit voorstel verandert niets in het beleid."
_MOST = 20
_LINE = 1_000
_SAFE_COMMAND = re.compile(r"[\w ./~^@-]{1,300}", re.ASCII)
_SAFE_ADDRESS = re.compile(r"https?://[\w.:/~-]+/", re.ASCII)
_SAFE_PATH = re.compile(r"[\w/.?=&#-]*", re.ASCII)


def no_page(_: str) -> str | None:
    """Know of no page."""
    return None


@dataclass(frozen=True)
class PullRequest:
    """A proposal, as its report needs it.

    `report` compares it with what it was made on. `preview` is the address of the site as it would be (with a slash at the
    end), or nothing, and `page` gives the address below it where an item is shown, by reference. `other_files` are the changed
    files outside data/. `see_all` is the command that shows everything. `apart_from` is the commit where the proposal began, when
    what it was made on went on since. `versions` is what it does to the list of versions.
    """

    report: ComparisonReport
    preview: str = ""
    page: Callable[[str], str | None] = no_page
    other_files: tuple[str, ...] = ()
    see_all: str = ""
    apart_from: str = ""
    versions: ListChanges = field(default_factory=ListChanges)


def as_pull_request(proposal: PullRequest, limit: int = LIMIT) -> str:
    """Return the report as Markdown of at most `limit` signs; what does not fit is left out by whole changes, and counted."""
    report = proposal.report
    # A third each for what stands above and below the changes is far more than they ever need, unless someone means harm.
    versions = proposal.versions
    head = _within(limit // 3, ["## Wat er in het beleid verandert", *warnings(versions), *_opening(proposal)])
    head += _of_versions(limit // 4, versions)
    tail = _within(limit // 3, [*_around(report), *_others(proposal.other_files)])
    changes = _fitting(proposal, limit - _size([*head, *tail]) - _LINE)
    draft = _draft(proposal, limit - _size([*head, *tail, *changes]))
    return "\n\n".join([*head, *changes, *draft, *tail]) + "\n"


def _draft(proposal: PullRequest, room: int) -> list[str]:
    see_all = proposal.see_all if _SAFE_COMMAND.fullmatch(proposal.see_all) else ""
    return folded(proposal.report.draft, f"`{see_all} --format besluit`" if see_all else "", room)


def _of_versions(room: int, versions: ListChanges) -> list[str]:
    """Return what new versions hold, as far as there is room, and that there is more."""
    blocks = [*held(versions)]
    shown = _within(room, blocks)
    if len(shown) < len(blocks):
        shown.append("**Er staat meer in deze versie dan in dit verslag past.**")
    return shown


def _around(report: ComparisonReport) -> Iterator[str]:
    """Yield what stands around the changes, unless there is nothing at all to tell."""
    if report.changes or report.problems_new:
        yield from surroundings(report, "###", _MOST)


def _opening(proposal: PullRequest) -> Iterator[str]:
    report = proposal.report
    yield from not_compared(report, _MOST)
    yield from heads(report)
    if proposal.apart_from:
        yield (
            f"Vergeleken met commit `{proposal.apart_from[:12]}`, waar dit voorstel begon. Daarna is er op de hoofdtak nog iets "
            "veranderd; dat staat niet in dit verslag."
        )
    if report.changes:
        yield from opening(report)
        if address := _address(proposal, ""):
            yield f"[Bekijk het voorbeeld van de site]({address})"
        yield from as_blocks(report, "###")
    elif report.comparison.skipped:
        yield f"**{nothing(is_whole=False)}**"
    else:
        yield f"**{NOTHING}**"
    if not report.changes:
        yield from map(escape, beside_lines(report.comparison.beside))
        if named := beside_told(report.comparison.beside):
            yield "\n".join(f"- {escape(said)}" for said in named)


def _size(blocks: list[str]) -> int:
    return sum(len(block) + 2 for block in blocks)


def _within(size: int, blocks: list[str]) -> list[str]:
    """Return the blocks up to the first that passes a size."""
    while _size(blocks) > size:
        blocks = blocks[:-1]
    return blocks


class _Piece(NamedTuple):
    """What is shown together or not at all: so many changes, below headings that may stand there already."""

    headings: tuple[str, ...]
    blocks: list[str]
    changes: int


def _fitting(proposal: PullRequest, room: int) -> list[str]:
    """Return the changes that fit, and at the end how many do not."""
    found: list[str] = []
    above: tuple[str, ...] = ()
    left_out = 0
    for piece in _pieces(proposal):
        blocks = [*_unsaid(piece.headings, above), *piece.blocks]
        if _size(blocks) > room:
            left_out += piece.changes
            continue
        found += blocks
        room -= _size(blocks)
        above = piece.headings
    if left_out:
        found.append(_left_out(left_out, proposal.see_all))
    return found


def _left_out(number: int, see_all: str) -> str:
    told = f"**Nog {count(number, 'wijziging past', 'wijzigingen passen')} niet in dit verslag.**"
    if _SAFE_COMMAND.fullmatch(see_all):
        return f"{told} Alles zien: `{see_all}`."
    return told


def _unsaid(headings: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings from the first that does not stand above already; below another one the next counts anew."""
    for place, (heading, other) in enumerate(zip(headings, above, strict=False)):
        if heading != other:
            return headings[place:]
    return headings[len(above) :]


def _pieces(proposal: PullRequest) -> Iterator[_Piece]:
    for part in proposal.report.account.parts:
        name = capital(PART_WORDS[part.part].counted)
        for file in part.files:
            headings: tuple[str, ...] = (f"### {name}", f"#### {escape(file.heading)}{_link(proposal, file.ref)}")
            if file.about:
                headings = (*headings, file.about)
            if file.whole:
                yield _Piece(headings, [*_change(file.whole)], 1)
            if file.come or file.gone:
                yield _Piece(headings, [*entries(file)], len(file.come) + len(file.gone))
            for item in file.items:
                for told in item.told:
                    yield _Piece(headings, [*_change(told)], len(told.each))


def _change(told: Told) -> Iterator[str]:
    yield f"{told.number} {escape(told.sentence)}"
    # A sentence says all of a date, an amount or a choice; of a text it says only what is replaced.
    if is_text(told.change) or told.whole is not None:
        yield from body(told)


def _link(proposal: PullRequest, ref: str) -> str:
    path = proposal.page(ref)
    if path and (address := _address(proposal, path)):
        return f" ([voorbeeld]({address}))"
    return ""


def _address(proposal: PullRequest, path: str) -> str | None:
    """Return an address below the preview, or None when it has a sign that could mean something in Markdown."""
    if not _SAFE_ADDRESS.fullmatch(proposal.preview) or not _SAFE_PATH.fullmatch(path) or ".." in path:
        return None
    return proposal.preview + path


_AREAS = {
    "docs/": "de vaste teksten van de site (`docs/`)",
    "schema/": "de regels voor de gegevens (`schema/`)",
    "scripts/": "de programma's (`scripts/`)",
    "tests/": "de tests (`tests/`)",
    ".github/": "de controle op GitHub (`.github/`)",
    ".gitlab": "de controle op GitLab (`.gitlab`)",
}
_REST = "andere bestanden van het project"


def _area(file: str) -> str:
    for start, area in _AREAS.items():
        if file.startswith(start):
            return area
    return _REST


def _others(files: tuple[str, ...]) -> Iterator[str]:
    """Yield which parts of the project change besides the policy, if any."""
    touched = set(map(_area, files))
    named = [area for area in (*_AREAS.values(), _REST) if area in touched]
    if len(files) == 1:
        yield f"Buiten het beleid verandert 1 bestand: {listing(named)}."
    elif files:
        yield f"Buiten het beleid veranderen {len(files)} bestanden: {listing(named)}."
