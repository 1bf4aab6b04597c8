"""Writes problems as text for people, JSON for programs, and annotations for GitHub and GitLab."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from polderkoers.problems import Level, Problem, Repair
from polderkoers.report.since import Since

_FIELDS = ("file", "line", "column", "path", "rule", "level", "message", "hint")
_IN_SHORT = ("file", "line", "rule", "level", "message", "hint")
_WIDTH = 100
_RED, _YELLOW, _DIM, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[1m", "\x1b[0m"


_COLOURS: dict[Level, str] = {"fout": _RED, "waarschuwing": _YELLOW}
_COMMANDS: dict[Level, str] = {"fout": "error", "waarschuwing": "warning"}
_SEVERITIES: dict[Level, str] = {"fout": "major", "waarschuwing": "minor"}


def no_lines(_: str) -> Sequence[str]:
    """Quote nothing."""
    return ()


@dataclass(frozen=True)
class Report:
    """Problems, and what a form may show beside them.

    `lines` gives the lines of a file to quote from, `site` is the address of the published site (with a slash at the end)
    or nothing, and `since` says what changed, with the problems in changed files first. `mended` is what a repair changed, or
    None when none was asked for.
    """

    problems: tuple[Problem, ...]
    lines: Callable[[str], Sequence[str]] = no_lines
    colour: bool = False
    site: str = ""
    since: Since | None = None
    mended: Sequence[dict[str, str | int]] | None = None


def as_text(problems: tuple[Problem, ...]) -> str:
    """Return one line per problem: `file:line:column: level [rule] message Hoe op te lossen: hint`."""
    return "\n".join(map(_line, problems))


def as_quoting_text(report: Report) -> str:
    """Return per problem the line of `as_text`, then the line of the file with a marker below the column."""
    rows: list[str] = []
    changed: bool | None = None
    for problem in report.problems:
        if report.since and report.since.is_changed(problem) != changed:
            changed = report.since.is_changed(problem)
            rows += ["", _styled(_heading(report.since, changed=changed), _BOLD, on=report.colour), ""]
        rows.append(_shown_line(problem, report))
        for row in _quote(problem, report.lines(problem.file)):
            rows.append(_styled(row, _DIM, on=report.colour))
    if rows and report.problems:
        rows += ["", _explanation(report)]
    return "\n".join(rows).lstrip("\n")


def _heading(since: Since, *, changed: bool) -> str:
    which = "veranderd zijn" if changed else "niet veranderd zijn"
    return f"In bestanden die {which} sinds {since.ref}:"


def _shown_line(problem: Problem, report: Report) -> str:
    """Return the line of `as_text` in the colours of a terminal."""
    colour = _COLOURS[problem.level]
    place, level, rest = _line(problem).partition(f": {problem.level} [{problem.rule}]")
    styled = f"{_styled(place, _BOLD, on=report.colour)}{_styled(level, colour, on=report.colour)}"
    return f"{styled}{rest}{_if_new(problem, report)}"


def _if_new(problem: Problem, report: Report) -> str:
    return " (nieuw)" if report.since and report.since.is_new(problem) else ""


def as_json(report: Report) -> str:
    """Return `{"problems": [...]}` with the fields of the contract, in a fixed order; with `since` also `new`."""
    document: dict[str, Any] = {"problems": [_row(problem, report.since) for problem in report.problems]}
    if report.mended is not None:
        document["mended"] = report.mended
    return json.dumps(document, ensure_ascii=False, indent=2)


def problem_in_short(problem: Problem) -> dict[str, Any]:
    """Return a problem as values, for an outcome that is about something else: without the place in its line."""
    values = dataclasses.asdict(problem)
    return {name: values[name] for name in _IN_SHORT}


def _row(problem: Problem, since: Since | None) -> dict[str, Any]:
    values = dataclasses.asdict(problem)
    row = {name: values[name] for name in _FIELDS}
    if problem.repair:
        row["repair"] = _repair(problem.repair)
    if since:
        row["new"] = since.is_new(problem)
    return row


def _repair(repair: Repair) -> dict[str, str | int]:
    """Return a certain cure as values: the new path, or a text for the place between two places (the end not included)."""
    values: dict[str, str | int] = dataclasses.asdict(repair)
    name = values.pop("rename")
    if name:
        return {"rename": name}
    return values


def as_github(report: Report) -> str:
    """Return workflow commands that GitHub Actions shows as annotations at the line.

    The form and its escapes: GitHub Docs, "Workflow commands for GitHub Actions".
    """
    return "\n".join(_annotation(problem, report) for problem in report.problems)


def as_gitlab(report: Report) -> str:
    """Return the report that GitLab shows as annotations at the line.

    The form: GitLab Docs, "Code Quality", "Code Quality report format". A fingerprint stays the same when lines move.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for problem in report.problems:
        same = (problem.file, problem.rule, problem.message)
        seen[same] += 1
        rows.append(
            {
                "description": f"{problem.message}{_hint(problem)}",
                "check_name": problem.rule,
                "fingerprint": hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest(),
                "severity": _SEVERITIES[problem.level],
                "location": {"path": problem.file, "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_quoting_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


def page_of_rule(rule: str) -> str:
    """Return the address of a rule's page below the root of the site."""
    return f"meedoen/meldingen/{rule}/"


def printable(text: str) -> str:
    """Return a text without signs that could steer a terminal or turn the reading direction; each becomes a �."""
    return "".join(map(_printable, text))


def one_line(text: str) -> str:
    """Return a text as one paragraph of printable signs: whitespace is a single space, also at its ends."""
    return printable(" ".join(f"\0{text}\0".split()).replace("\0", ""))


def _printable(sign: str) -> str:
    return "�" if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign


def _line(problem: Problem) -> str:
    # A value from the data may hold a line break; one problem stays one line.
    message = " ".join(f"{problem.message}{_hint(problem)}".split())
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return printable(f"{place}: {problem.level} [{problem.rule}] {message}")


def _hint(problem: Problem) -> str:
    return f" Hoe op te lossen: {problem.hint}" if problem.hint else ""


def _quote(problem: Problem, lines: Sequence[str]) -> list[str]:
    if problem.line > len(lines) or not lines[problem.line - 1].strip():
        return []
    row, column = lines[problem.line - 1], problem.column - 1
    # A tab counts as one column, so it is shown as one space; of a long line only the part around the marker.
    row = printable(row.replace("\t", " "))
    start = max(0, min(column - _WIDTH // 2, len(row) - _WIDTH))
    before = "…" if start else ""
    after = "…" if len(row) > start + _WIDTH else ""
    number = f"{problem.line:>7}"
    shown = f"{number} | {before}{row[start : start + _WIDTH]}{after}"
    return [shown, f"{' ' * len(number)} | {' ' * (column - start + len(before))}^"]


def _explanation(report: Report) -> str:
    rules = sorted({problem.rule for problem in report.problems})
    if report.site:
        return "\n".join(f"Uitleg bij {rule}: {report.site}{page_of_rule(rule)}" for rule in rules)
    if len(rules) > 1:
        return "Meer uitleg bij een melding: polderkoers explain REGEL"
    return f"Meer uitleg bij een melding: polderkoers explain {rules[0]}"


def _styled(text: str, style: str, *, on: bool) -> str:
    return f"{style}{text}{_PLAIN}" if on else text


def _annotation(problem: Problem, report: Report) -> str:
    command = _COMMANDS[problem.level]
    title = _property(f"{problem.rule}{_if_new(problem, report)}")
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column},title={title}"
    said = f"{problem.message}{_hint(problem)}"
    if report.site:
        said += f"\nUitleg: {report.site}{page_of_rule(problem.rule)}"
    return f"::{command} {place}::{_escape(said)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
