"""The commands that take over what others publish."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand


@polderkoers.command(
    "import-besluiten",
    cls=DutchCommand,
    help="Neem moties, amendementen, toezeggingen en andere besluiten over uit JSON van Open Raadsinformatie (Popolo). BESTAND is dat "
    "bestand. Je ziet eerst wat erbij komt, wat wordt weggelaten en waarom. Wat er al staat, verandert niet.",
)
@root_option
@click.argument("source", metavar="BESTAND", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--schrijf", "is_written", is_flag=True, help="Schrijf wat nieuw is in data/besluiten.")
def import_decisions(root: Path, source: Path, *, is_written: bool) -> int:
    """Show what is new in a file of council data, or write it; 1 when something was refused, 2 when the file cannot be read."""
    from polderkoers.instance.importing.decisions import plan_decisions
    from polderkoers.instance.importing.plan import told, write

    plan = plan_decisions(root, str(source), source.read_bytes())
    if is_written:
        write(root, plan)
    echo("\n".join(told(plan, is_written=is_written)))
    return int(bool(plan.refused))
