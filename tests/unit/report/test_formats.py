"""Problems as text, JSON and annotations."""

from __future__ import annotations

import dataclasses
import json
import re

from polderkoers.problems import Problem, has_errors
from polderkoers.report.formats import Report, as_github, as_gitlab, as_json, as_quoting_text, as_text
from polderkoers.report.since import Since

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
    assert json.loads(as_json(Report((FAULT,))))["problems"][0] == {
        "file": "data/x.yaml", "line": 12, "column": 5, "path": "/a", "rule": "regel-id", "level": "fout",
        "message": "Dit klopt niet,\nniet helemaal.", "hint": "maak het goed: 100%.",
    }  # fmt: skip


def test_annotations_escape_what_would_end_them():
    """Line breaks, percent signs and, in the place, commas and colons are escaped."""
    first, second = as_github(Report((FAULT, WARNING))).splitlines()
    assert first == (
        "::error file=data/x.yaml,line=12,col=5,title=regel-id::"
        "Dit klopt niet,%0Aniet helemaal. Hoe op te lossen: maak het goed: 100%25."
    )
    assert second == "::warning file=data/y%2C z.yaml,line=1,col=1,title=let-op::Kijk hier."


def test_only_a_fault_is_an_error():
    """A warning alone is no error."""
    assert not has_errors((WARNING,))
    assert has_errors((WARNING, FAULT))


def test_the_line_is_quoted_with_a_marker_below_the_column():
    """Text quotes the line of the file, with its number, and marks the column."""
    lines = [""] * 11 + ["\ttitel:   x"]
    assert as_quoting_text(Report((FAULT,), lambda _: lines)).splitlines()[1:3] == [
        "     12 |  titel:   x",
        "        |     ^",
    ]


def test_of_a_long_line_only_the_part_around_the_marker_is_quoted():
    """A long line is cut on both sides, and the marker still stands below the right sign."""
    problem = Problem("data/x.yaml", 1, 301, "regel", "Mis.")
    quoted, marker = as_quoting_text(Report((problem,), lambda _: ["a" * 300 + "!" + "b" * 300])).splitlines()[1:3]
    assert quoted[marker.index("^")] == "!"
    assert len(quoted) < 120
    assert quoted.count("…") == 2


def test_what_cannot_be_quoted_is_left_out():
    """A line that is not there, or is empty, is not quoted."""
    for lines in ([], [""] * 20):
        text = as_quoting_text(Report((FAULT,), lambda _, lines=lines: lines))
        assert text.splitlines()[1:] == ["", "Meer uitleg bij een melding: polderkoers explain regel-id"]


def test_signs_that_steer_a_terminal_are_not_printed():
    """An escape code or a reading direction from the data becomes a visible sign."""
    problem = Problem("data/\x1b[2J.yaml", 1, 1, "regel", "Hier staat '\x1b[31m\u202e'.")
    text = as_quoting_text(Report((problem,), lambda _: ["\x1b]0;x\x07 \u202e"]))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "data/�[2J.yaml:1:1: fout [regel] Hier staat '�[31m�'." in text


def test_colours_are_for_a_terminal_only():
    """Colour comes only where it is asked for, and changes no word."""
    plain, coloured = (as_quoting_text(Report((FAULT, WARNING), colour=on)) for on in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
    assert "\x1b[31m: fout [regel-id]" in coloured
    assert "\x1b[33m: waarschuwing [let-op]" in coloured


def test_the_page_of_a_rule_is_linked_when_the_site_has_an_address():
    """Text and annotations end with the address of the rule's page."""
    report = Report((FAULT,), site="https://polderdam.example/")
    address = "https://polderdam.example/meedoen/meldingen/regel-id/"
    assert as_quoting_text(report).endswith(f"Uitleg bij regel-id: {address}")
    assert as_github(report).endswith(f"%0AUitleg: {address}")


def test_what_changed_comes_first_and_what_is_new_says_so():
    """With an earlier version, changed files have a heading of their own and a new problem is marked in every form."""
    since = Since("main", frozenset({"data/y, z.yaml"}), frozenset({WARNING}))
    report = Report(since.changed_first((FAULT, WARNING)), since=since)
    rows = as_quoting_text(report).splitlines()
    assert rows[0] == "In bestanden die veranderd zijn sinds main:"
    assert rows[2].endswith("Kijk hier. (nieuw)")
    assert rows[4] == "In bestanden die niet veranderd zijn sinds main:"
    assert [row["new"] for row in json.loads(as_json(report))["problems"]] == [True, False]
    assert "title=let-op (nieuw)::" in as_github(report)


def test_gitlab_gets_a_row_per_problem_with_a_fingerprint_that_stays():
    """GitLab's form names file and line, and a problem that only moved keeps its fingerprint; two equal ones differ."""
    moved = dataclasses.replace(FAULT, line=99)
    first, second, third = json.loads(as_gitlab(Report((FAULT, moved, WARNING))))
    assert first["location"] == {"path": "data/x.yaml", "lines": {"begin": 12}}
    assert (first["check_name"], first["severity"], third["severity"]) == ("regel-id", "major", "minor")
    assert first["description"].endswith("Hoe op te lossen: maak het goed: 100%.")
    assert first["fingerprint"] != second["fingerprint"]
    assert json.loads(as_gitlab(Report((moved,))))[0]["fingerprint"] == first["fingerprint"]
