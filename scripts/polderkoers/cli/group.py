"""The group of all commands, its help and its version."""

from __future__ import annotations

from importlib import import_module

import click

from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand, DutchGroup

MODULES = {
    "adopting": ("vaststellen",),
    "amending": ("amend",),
    "beside": ("trouw",),
    "checking": ("check",),
    "comparing": ("diff", "pr-report", "versions"),
    "files": ("format", "new"),
    "forge": ("take-proposal",),
    "importing": ("import-besluiten", "import-metingen"),
    "instance": ("init", "upgrade"),
    "merging": ("merge", "merge-driver"),
    "portal": ("deelnemers",),
    "renaming": ("rename",),
    "reading": ("explain", "readability", "rode-draad"),
    "site": ("build", "serve"),
    "werkbank": ("werkbank",),
}
"""The modules of this package that hold commands, with the commands of each."""

_MODULE_OF: dict[str, str] = {}
for _module, _commands in MODULES.items():
    _MODULE_OF |= dict.fromkeys(_commands, _module)


class _Commands(DutchGroup):
    """All commands, each of which is imported when it is asked for: who checks waits for no other command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_MODULE_OF})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _MODULE_OF:
            # A command is added to the group where its module is imported.
            import_module(f"polderkoers.cli.{_MODULE_OF[cmd_name]}")
        return super().get_command(ctx, cmd_name)


@click.group(
    cls=_Commands,
    help="Polderkoers: beleid van een overheid als gegevens, gecontroleerd en leesbaar.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    help="Toon welke versie van Polderkoers dit is.",
    callback=lambda context, _, asked: _show_version(context) if asked else None,
)
def polderkoers() -> None:
    """Group the commands."""


def _show_version(context: click.Context) -> None:
    from importlib.metadata import version

    echo(f"polderkoers {version('polderkoers')}")
    context.exit()


@polderkoers.command("help", cls=DutchCommand, help="Toon deze uitleg, of die van een opdracht.")
@click.argument("name", required=False, metavar="[OPDRACHT]")
@click.pass_context
def help_(context: click.Context, name: str | None) -> int:
    """Show what --help of the group or of a command shows; 2 when there is no such command."""
    group = context.parent or context
    if name is None:
        echo(group.get_help())
        return 0
    _, command, _ = polderkoers.resolve_command(group, [name])
    echo(command.get_help(click.Context(command, info_name=name, parent=group)))
    return 0
