"""Problems as text, JSON and annotations."""

from __future__ import annotations

import json

from polderkoers.problems import Problem, has_errors
from polderkoers.report.formats import as_github, as_json, as_text

FAULT = Problem("data/x.yaml", 12, 5, "regel-id", "Dit klopt niet,\nniet helemaal.", "maak het goed: 100%.", "/a")
WARNING = Problem("data/y, z.yaml", 1, 1, "let-op", "Kijk hier.", level="waarschuwing")


def test_text_is_one_line_per_problem():
    """A problem is one line, also when a value in it holds a line break, and without a hint it ends at the message."""
    assert as_text((FAULT, WARNING)).splitlines() == [
        "data/x.yaml:12:5: fout [regel-id] Dit klopt niet, niet helemaal. Hoe op te lossen: maak het goed: 100%.",
        "data/y, z.yaml:1:1: waarschuwing [let-op] Kijk hier.",
    ]


def test_json_gives_back_what_was_put_in():
    """JSON holds every field as it was, line breaks and all."""
    assert json.loads(as_json((FAULT,)))["problems"][0] == {
        "file": "data/x.yaml", "line": 12, "column": 5, "path": "/a", "rule": "regel-id", "level": "fout",
        "message": "Dit klopt niet,\nniet helemaal.", "hint": "maak het goed: 100%.",
    }  # fmt: skip


def test_annotations_escape_what_would_end_them():
    """Line breaks, percent signs and, in the place, commas and colons are escaped."""
    first, second = as_github((FAULT, WARNING)).splitlines()
    assert first == (
        "::error file=data/x.yaml,line=12,col=5,title=regel-id::"
        "Dit klopt niet,%0Aniet helemaal. Hoe op te lossen: maak het goed: 100%25."
    )
    assert second == "::warning file=data/y%2C z.yaml,line=1,col=1,title=let-op::Kijk hier."


def test_only_a_fault_is_an_error():
    """A warning alone is no error."""
    assert not has_errors((WARNING,))
    assert has_errors((WARNING, FAULT))
