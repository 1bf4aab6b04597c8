"""The commands of the command line, of which each is imported when it is asked for."""

from __future__ import annotations

import click

from polderkoers.cli import polderkoers


def commands() -> dict[str, click.Command]:
    """Return every command by its name."""
    context = click.Context(polderkoers)
    return {name: polderkoers.get_command(context, name) for name in polderkoers.list_commands(context)}
