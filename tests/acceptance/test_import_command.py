"""The command that takes over council data shows what comes in, writes it when asked, and never leaves a traceback."""

from __future__ import annotations

import json

import pytest

from polderkoers.cli import main
from support.made_up import root_with

MOTIONS = [
    {
        "identifier": "M-7",
        "title": "Een bank in elke straat",
        "classification": "Motie",
        "date": "2021-04-02",
        "result": "pass",
    },
    {"title": "Een memo", "classification": "Memo"},
]


@pytest.fixture
def root(tmp_path):
    """A small policy, with a file of council data beside it."""
    root = root_with(tmp_path)
    (root / "ori.json").write_text(json.dumps(MOTIONS, indent=1), encoding="utf-8")
    return root


def imported(root, *options: str) -> int:
    """Take over the file of council data."""
    return main(["import-besluiten", str(root / "ori.json"), "--root", str(root), *options])


def test_what_comes_in_is_shown_and_then_written(root, capsys):
    """First nothing changes; with --schrijf the motion stands in the file of its year, and the check accepts that."""
    assert imported(root) == 1
    shown = capsys.readouterr().out
    assert "ori.json:2: motie M-7 'Een bank in elke straat'" in shown
    assert "Geweigerd:" in shown
    assert not (root / "data/besluiten").exists()
    assert imported(root, "--schrijf") == 1
    assert "Geschreven: data/besluiten/besluiten-2021.yaml." in capsys.readouterr().out
    assert main(["check", "--root", str(root)]) == 0


@pytest.mark.parametrize("content", ["[{", "{}", ""])
def test_a_file_that_is_none_is_told_with_its_line(root, capsys, content):
    """What is no council data gives exit code 2 and one message in Dutch with file, line and cure."""
    (root / "ori.json").write_text(content, encoding="utf-8")
    assert imported(root, "--schrijf") == 2
    told = capsys.readouterr().err
    assert "ori.json:1: " in told
    assert "Er is niets veranderd. Hoe op te lossen:" in told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "dit bestand is leeg"),
        ("<html>", "dit is een webpagina"),
        ('[{"a":\n 1,]', "ori.json:2: hier is de tekst geen JSON meer (teken"),
        (
            '[{"title": "Een bank"}]',
            "'classification' zegt niet of dit een motie, amendement, toezegging, raadsvraag, raadsvoorstel of besluit is",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_said_in_dutch(root, capsys, content, told):
    """A file that is something else, is cut off or does not say what its motions are: each in words that hold."""
    (root / "ori.json").write_text(content, encoding="utf-8")
    assert imported(root) in (1, 2)
    said = capsys.readouterr()
    assert told in said.out + said.err
    assert "Expecting" not in said.err
