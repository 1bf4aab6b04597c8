"""Every command that a text tells to type exists, with the options that stand behind it."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator

import click
import pytest

from polderkoers.cli import polderkoers
from polderkoers.website.layers import PAGES
from support.commands import commands
from support.made_up import ROOT

TEXTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *PAGES.rglob("*.md"), *(ROOT / "deploy").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
    if path.name != "CHANGELOG.md"
)  # fmt: skip
MODULES = [*(ROOT / "scripts").rglob("*.py")]
COMMANDS = commands()
# A command stands at the start of a line or behind a quote or a tag; what follows is read up to where it ends.
_COMMAND = re.compile(r"(?:^|[`'>\"(]|: )(?:\.venv/bin/)?polderkoers ((?!\.)[a-z-][^\n`'<>)]*)", re.MULTILINE)
_TARGET = re.compile(r"(?:^|[`'>])make ([a-z.][\w./-]*)", re.MULTILINE)
_TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def wrong(text: str) -> Iterator[str]:
    """Yield the commands and targets in a text that are not there."""
    for line in _COMMAND.findall(text):
        words = line.split()
        command = COMMANDS.get(words[0].rstrip(".,:"))
        if words[0].startswith("-"):
            command, words = polderkoers, ["", *words]
        if command is None:
            yield f"polderkoers {line}"
            continue
        options = [word.rstrip(".,;:") for word in words[1:] if word.startswith("--")]
        known = {name for param in command.params for name in param.opts} | {"--help"}
        yield from (f"polderkoers {line}" for option in options if option.partition("=")[0] not in known)
    yield from (f"make {target}" for target in _TARGET.findall(text) if target not in {*_TARGETS, ".venv/ready"})


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_text_names_only_commands_that_exist(path):
    """What a page or guide tells to type is a command of ours with its own options, or a target of make."""
    assert list(wrong(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT / "scripts").as_posix())
def test_a_message_names_only_commands_that_exist(path):
    """What a message, a help text or the page of a rule tells to type is there."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [found for text in texts for found in wrong(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "`polderkoers chek`",
        "'polderkoers format --chek'",
        "polderkoers --versie",
        "`make sit`",
        "<code>polderkoers neu x</code>",
    ],
)
def test_a_wrong_command_is_noticed(text):
    """The test itself sees a command, an option and a target that are not there."""
    assert list(wrong(text))


def test_the_contributing_guide_says_how_to_type_them():
    """Whoever works on a computer finds how to make the commands work, on Windows too."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for words in ("make shell", ".venv/bin/polderkoers check", ".venv\\Scripts\\activate", "WSL"):
        assert words in text
    assert isinstance(polderkoers, click.Group)
    assert shlex.split("make shell")[1] in _TARGETS
