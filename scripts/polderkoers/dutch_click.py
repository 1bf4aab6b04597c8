"""Click in Dutch: help texts and messages of wrong use, because editors read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click

from polderkoers.console import echo


class _Dutch(click.Command):
    """A command whose help has Dutch headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("Opties"):
                formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        return [piece.replace("[OPTIONS]", "[OPTIES]").replace("COMMAND [ARGS]...", "OPDRACHT") for piece in pieces]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
            option.callback = _show_help
        return option


def _show_help(ctx: click.Context, _: click.Parameter, wanted: Any) -> None:
    # As all our output: a reader that stops reading is no error.
    if wanted and not ctx.resilient_parsing:
        echo(ctx.get_help())
        ctx.exit()


class DutchCommand(_Dutch):
    """One command."""


class DutchGroup(_Dutch, click.Group):
    """A group of commands."""

    command_class = DutchCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and below them the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in self._shown(ctx)])

    def _shown(self, ctx: click.Context) -> list[tuple[str, click.Command]]:
        """Return the commands that a person types; what only a forge calls is hidden."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, command) for name, command in found if command is not None and not command.hidden]

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command that is asked for, or say in Dutch which there are."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            raise click.UsageError(
                f"Onbekende opdracht '{name}'. Kies uit: {', '.join(name for name, _ in self._shown(ctx))}.", ctx
            )
        return super().resolve_command(ctx, args)


def where_to_read(error: click.ClickException) -> str:
    """Return what to type for the explanation of the command that was used wrongly."""
    return f"{used_command(error) or 'polderkoers'} --help"


def used_command(error: click.ClickException) -> str:
    """Return the command that was used wrongly; nothing when that is not known."""
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return ""
    return error.ctx.command_path


def in_dutch(error: click.ClickException) -> str:
    """Return Dutch words for an error of Click; a message that is ours already comes back as it is."""
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words(error)
    if "unexpected extra" in error.message:
        return "Er staat te veel achter de opdracht."
    return error.message


def _bad_parameter(error: click.BadParameter) -> str:
    """Return what is wrong with a value: our own words where we refused it, and those of its type where Click did."""
    if error.param is None:
        return f"De waarde voor {error.param_hint or 'een optie'} kan niet: {error.message}"
    name = error.param.opts[-1]
    if isinstance(error.param, click.Argument):
        name = error.param.human_readable_name
    if isinstance(error.param.type, click.Path):
        return f"De waarde voor {name} kan niet. {_path(error.message, error.param.type)}"
    return f"De waarde voor {name} kan niet.{_choices(error)}"


def _path(message: str, kind: click.Path) -> str:
    """Return what is wrong with the path of a file or folder, which Click says in English."""
    wanted = "map"
    if kind.file_okay:
        wanted = "bestand"
    found = _QUOTED.search(message)
    shown = (found and found[1]) or "dit"
    for said, words in _PATHS.items():
        if said in message:
            return words.format(shown=shown)
    there = {"map": f"De map '{shown}' is er niet.", "bestand": f"Het bestand '{shown}' is er niet."}
    return f"{there[wanted]} Staat de naam er goed?"


def _to_type(param: click.Parameter | None) -> str:
    """Return what to type for an argument or option that is missing."""
    if isinstance(param, click.Option):
        return f"{param.opts[-1]} {param.metavar or ''}".rstrip()
    return param.human_readable_name if param else ""


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f" Kies uit: {', '.join(map(str, kind.choices))}."
    return ""


_QUOTED = re.compile(r"'(.*)'")
_PATHS = {
    "is a directory": "'{shown}' is een map, en hier hoort een bestand.",
    "is a file": "'{shown}' is een bestand, en hier hoort een map.",
    "is not readable": "'{shown}' mag niet worden gelezen.",
}
# The first match wins, so a subclass stands before its parent.
_WORDS: tuple[tuple[type[click.ClickException], Callable[[Any], str]], ...] = (
    (click.NoSuchOption, lambda error: f"Onbekende optie: {error.option_name}."),
    (
        click.MissingParameter,
        lambda error: f"Er ontbreekt iets: {_to_type(error.param)}.",
    ),
    (
        click.BadOptionUsage,
        lambda error: f"De optie {error.option_name} heeft een waarde nodig of is verkeerd gebruikt.",
    ),
    (click.BadParameter, _bad_parameter),
)
