"""The command line: arguments, one call, print, exit code. The only module that prints or exits."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from polderkoers.dutch_click import DutchCommand, DutchGroup, in_dutch
from polderkoers.errors import PolderkoersError
from polderkoers.policy.load import load
from polderkoers.problems import has_errors
from polderkoers.report.formats import FORMATS

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map van het project. Zonder deze optie: de map waar je nu bent.",
)


@click.group(
    cls=DutchGroup,
    help="Polderkoers: beleid van een gemeente als gegevens, gecontroleerd en leesbaar.",
    context_settings={"help_option_names": ["--help"]},
)
def polderkoers() -> None:
    """Group the commands."""


@polderkoers.command(cls=DutchCommand, help="Controleer alle bestanden in de map data en meld alles wat niet klopt.")
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    metavar="VORM",
    help="text, json of github. Zonder deze optie: text.",
)
def check(root: Path, form: str) -> int:
    """Check everything; 1 when there is a `fout`."""
    loaded = load(root)
    report = FORMATS[form](loaded.problems)
    if report:
        click.echo(report)
    if form == "text":
        faults = sum(problem.level == "fout" for problem in loaded.problems)
        click.echo(
            _summary(loaded.file_count, len(loaded.policy.entries), faults, len(loaded.problems) - faults),
            err=bool(faults),
        )
    return 1 if has_errors(loaded.problems) else 0


def _summary(files: int, items: int, faults: int, warnings: int) -> str:
    outcome = (
        "Alles klopt."
        if not faults + warnings
        else f"{_count(faults, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."
    )
    return f"{_count(files, 'bestand', 'bestanden')} en {_count(items, 'onderdeel', 'onderdelen')} gecontroleerd. {outcome}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 nothing wrong, 1 findings, 2 wrong use or environment."""
    try:
        outcome = polderkoers.main(arguments, standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.NoArgsIsHelpError as empty:
        click.echo(empty.format_message(), err=True)
        return 2
    except click.ClickException as error:
        click.echo(f"{in_dutch(error)} Uitleg: polderkoers --help", err=True)
        return 2
    except PolderkoersError as error:
        click.echo(str(error), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Gestopt.", err=True)
        return 2


def run() -> None:
    """Entry point of the installed command."""
    sys.exit(main())
