"""A merge as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from polderkoers.changes.account.unread import skipped_lines
from polderkoers.policy.dutch_words import count, some
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.formats import one_line
from polderkoers.report.merging.outcome import MergeReport, TakenLine, ToldClash

_WIDTH = 100
_SIDES = ("was:   ", "EEN:   ", "ANDER: ")
_MOST_FILES = 10


def as_text(report: MergeReport) -> str:
    """Return the outcome in sentences, folded at 100 signs: first what clashes, then what came from each side."""
    rows = [*_folded(opening(report))]
    if report.unread:
        rows += _part("Niet per onderdeel samengevoegd", skipped_lines(report.unread))
    for clash in report.clashes:
        rows += _clash(clash)
    rows += _part(
        "Samen klopt het niet: dit zegt de controle van het geheel, en niet van EEN of ANDER", _problems(report)
    )
    rows += _part(f"Uit EEN ({report.names[1]})", _lines(report.from_one))
    rows += _part(f"Uit ANDER ({report.names[2]})", _lines(report.from_other))
    rows += _part("In allebei hetzelfde", _lines(report.from_both))
    return "\n".join(rows)


def opening(report: MergeReport) -> str:
    """Return in one line what came of the merge."""
    if not (report.from_one or report.from_other or report.from_both or report.clashes):
        return "Er is niets samen te voegen: EEN en ANDER zeggen hetzelfde als BASIS."
    one, other, both = map(len, (report.from_one, report.from_other, report.from_both))
    told = f"{count(one, 'wijziging', 'wijzigingen')} uit EEN, {other} uit ANDER"
    if both:
        told = f"{told} en {both} die in allebei staan" if both > 1 else f"{told} en 1 die in allebei staat"
    if not report.clashes:
        return f"{told}. Er botst niets."
    clashes = count(len(report.clashes), "botsing", "botsingen")
    return f"{told}. {clashes}: daar is niets gekozen. Kies zelf, bijvoorbeeld met --kies 1=ander."


def written_line(report: MergeReport, place: str) -> str:
    """Return what was written, and what still has to be chosen in it."""
    files = some(list(report.changed), _MOST_FILES) or "niets"
    told = f"Geschreven in {place}. Anders dan in EEN: {files}."
    if report.gone:
        told = f"{told} Weg: {some(list(report.gone), _MOST_FILES)}."
    if report.clashes:
        told = f"{told} Waar het botst, staat wat EEN zegt, met de opmerking BOTSING erbij. Kies daar zelf, en haal de opmerking weg."
    return told


def clash_lines(clash: ToldClash) -> Iterator[str]:
    """Yield a clash, line by line."""
    yield _heading(clash)
    for name, text in zip(_SIDES, clash.texts, strict=True):
        yield f"  {name}{one_line(text).strip()}"
    if clash.why:
        yield f"  {clash.why}"


def _heading(clash: ToldClash) -> str:
    return f"Botsing {clash.number}: {clash.about} ({clash.clash.file}, regel {clash.line})"


def _clash(clash: ToldClash) -> Iterator[str]:
    yield ""
    yield from _folded(_heading(clash))
    for name, text in zip(_SIDES, clash.texts, strict=True):
        yield from _folded(text, f"  {name}", " " * len(f"  {name}"))
    yield from _folded(clash.why, "  ", "  ")


def _problems(report: MergeReport) -> list[str]:
    return list(map(problem_line, report.problems_new))


def _lines(taken: Sequence[TakenLine]) -> list[str]:
    return [line.text for line in taken]


def _part(name: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield from _folded(name)
        for line in told:
            yield from _folded(line, "- ", "  ")


def _folded(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        one_line(text).strip(), _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
