"""The command line: arguments, one call, print, exit code. A module per group of commands; only these print or exit."""

from __future__ import annotations

import sys

import click

from polderkoers.cli.group import polderkoers
from polderkoers.console import echo, guarded, prepare
from polderkoers.dutch_click import in_dutch, used_command
from polderkoers.errors import UsedWrongly
from polderkoers.typed import program

__all__ = ["main", "polderkoers", "run"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 nothing wrong, 1 findings, 2 wrong use or environment."""
    return guarded(lambda: _run(arguments))


def _run(arguments: list[str] | None) -> int:
    if any("\0" in argument for argument in arguments or ()):
        raise UsedWrongly("In de opdracht staat een teken dat daar niet kan.", program())
    try:
        outcome = polderkoers.main(arguments, prog_name=program(), standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.NoArgsIsHelpError as empty:
        echo(empty.format_message(), err=True)
        return 2
    except click.ClickException as error:
        raise UsedWrongly(in_dutch(error), used_command(error) or program()) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error


def run() -> None:
    """Entry point of the installed command."""
    prepare()
    sys.exit(main())
