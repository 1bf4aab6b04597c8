"""A commit in the list of versions that YAML takes for a number, such as 4152e24: nobody means a number there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.problems import Problem

LIST = "data/versies.yaml"
_NUMBER = re.compile(r"(?:^|[\s{,])commit:[ \t]+([0-9]+(?:e[0-9]+)?)[ \t]*(?=$|[,}]|[ \t]#)", re.MULTILINE)
_WHOLE = 40


def numbers_of_commits(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem at every commit of the list of versions that stands there as a number."""
    if file != LIST:
        return
    for found in _NUMBER.finditer(text):
        number, start = found[1], found.start(1)
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        yield Problem(file, line, column, "versie-commit", *_words(number))


def _words(number: str) -> tuple[str, str]:
    if len(number) == _WHOLE:
        return (
            "Het nummer van deze commit lijkt voor de computer op een getal.",
            f'zet er aanhalingstekens om: commit: "{number}"',
        )
    message = f"De commit {number} is een kort nummer, en lijkt voor de computer op een getal."
    whole = f'schrijf het hele nummer, met aanhalingstekens: commit: "{number}…".'
    tag = f'Is het de naam van een tag? Schrijf dan: commit: "{number}"'
    return message, f"{whole} Het hele nummer krijg je met: git rev-parse {number}. {tag}"
