"""Commands are found by a table that names their modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from polderkoers.cli import group
from support.commands import commands

PACKAGE = Path(group.__file__).parent


def test_the_table_names_every_module_with_commands():
    """A module of the package that adds a command to the group stands in the table, and no other does."""
    adding = {
        path.stem
        for path in PACKAGE.glob("*.py")
        if path.stem != "group" and "@polderkoers.command(" in path.read_text(encoding="utf-8")
    }
    assert set(group.MODULES) == adding


@pytest.mark.parametrize("module", group.MODULES)
def test_the_table_names_every_command_of_a_module(module):
    """The commands of a module are those that the table says, so that each is found and listed."""
    found = [
        name
        for name, command in commands().items()
        if command.callback is not None and command.callback.__module__ == f"polderkoers.cli.{module}"
    ]
    assert found == list(group.MODULES[module])


def test_nothing_is_imported_for_a_command_that_is_not_asked_for():
    """A start that needs no command imports no module of one."""
    asked = "import sys; from polderkoers.cli import main; main(['--version']); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert not {f"polderkoers.cli.{module}" for module in group.MODULES} & set(told.split())
