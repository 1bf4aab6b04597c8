"""Writes problems as text for people, JSON for programs, and annotations for GitHub."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

from polderkoers.problems import Problem

_FIELDS = ("file", "line", "column", "path", "rule", "level", "message", "hint")


def as_text(problems: tuple[Problem, ...]) -> str:
    """Return one line per problem: `file:line:column: level [rule] message Hoe op te lossen: hint`."""
    return "\n".join(_line(problem) for problem in problems)


def as_json(problems: tuple[Problem, ...]) -> str:
    """Return `{"problems": [...]}` with the fields of the contract, in a fixed order."""
    rows = [{name: values[name] for name in _FIELDS} for values in map(dataclasses.asdict, problems)]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def as_github(problems: tuple[Problem, ...]) -> str:
    """Return workflow commands that GitHub Actions shows as annotations at the line.

    The form and its escapes: GitHub Docs, "Workflow commands for GitHub Actions".
    """
    return "\n".join(_annotation(problem) for problem in problems)


FORMATS: dict[str, Callable[[tuple[Problem, ...]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def _line(problem: Problem) -> str:
    hint = f" Hoe op te lossen: {problem.hint}" if problem.hint else ""
    # A value from the data may hold a line break; one problem stays one line.
    message = " ".join(f"{problem.message}{hint}".split())
    return f"{problem.file}:{problem.line}:{problem.column}: {problem.level} [{problem.rule}] {message}"


def _annotation(problem: Problem) -> str:
    command = "error" if problem.level == "fout" else "warning"
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    hint = f" Hoe op te lossen: {problem.hint}" if problem.hint else ""
    return f"::{command} {place}::{_escape(problem.message + hint)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
