"""The commands that take over what others publish."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
write_option = click.option(
    "--schrijf", "is_written", is_flag=True, help="Schrijf het. Zonder deze optie: toon het alleen."
)


@polderkoers.command(
    "import-metingen",
    cls=DutchCommand,
    help="Neem waarden van indicatoren over uit een CSV van CBS StatLine of Waarstaatjegemeente. Zonder --schrijf zie je alleen wat er "
    "overgenomen wordt. De waarden komen in een verslag; wat er al staat, blijft staan.",
)
@root_option
@click.argument("table", metavar="BESTAND", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--verslag", "report", metavar="ID", help="In welk verslag. Zonder deze optie: metingen-, met de datum erachter."
)
@click.option("--datum", "day", metavar="DATUM", help="De dag van het verslag: 2026-03-12. Zonder deze optie: vandaag.")
@write_option
def import_metingen(root: Path, table: Path, *, report: str | None, day: str | None, is_written: bool) -> int:
    """Show or write what a table says of the indicators; 1 when something is refused, 2 when the table cannot be read."""
    from polderkoers.instance.importing.monitor import MonitorReport, plan
    from polderkoers.instance.importing.plan import told, write
    from polderkoers.policy.model.dates import parse_datum

    when = day or date.today().isoformat()  # noqa: DTZ011 - the day where the editor is
    if parse_datum(when) is None:
        raise click.BadParameter(f"'{when}' is geen datum, zoals 2026-03-12.", param_hint="--datum")
    if report and not _ID.fullmatch(report):
        raise click.BadParameter(f"'{report}' is geen id, zoals metingen-2026.", param_hint="--verslag")
    found = plan(root, table, MonitorReport(report or f"metingen-{when}", when))
    if is_written:
        write(root, found)
    for line in told(found, is_written=is_written):
        echo(line)
    return int(bool(found.refused))


@polderkoers.command(
    "import-besluiten",
    cls=DutchCommand,
    help="Neem moties, amendementen, toezeggingen en andere besluiten over uit JSON van Open Raadsinformatie (Popolo). BESTAND is dat "
    "bestand. Je ziet eerst wat erbij komt, wat wordt weggelaten en waarom. Wat er al staat, verandert niet.",
)
@root_option
@click.argument("source", metavar="BESTAND", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@write_option
def import_decisions(root: Path, source: Path, *, is_written: bool) -> int:
    """Show what is new in a file of council data, or write it; 1 when something was refused, 2 when the file cannot be read."""
    from polderkoers.instance.importing.decisions import plan_decisions
    from polderkoers.instance.importing.plan import told, write

    plan = plan_decisions(root, str(source), source.read_bytes())
    if is_written:
        write(root, plan)
    echo("\n".join(told(plan, is_written=is_written)))
    return int(bool(plan.refused))
