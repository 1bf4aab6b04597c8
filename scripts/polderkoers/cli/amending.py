"""The command that lays amendments on a proposal."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import form_option, root_option
from polderkoers.cli.shared import on_a_terminal
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.report.amending.formats import AMEND_FORMATS, form_of


@polderkoers.command(
    cls=DutchCommand,
    help="Leg amendementen op een voorstel, en toon drie kolommen: geldend, voorstel en amendement. VOORSTEL is een versie, een tag, tak "
    "of commit van Git, een map, of 'nu'. AMENDEMENT is een bestand (.yaml of .json), of een tak of map met het voorstel zoals "
    "de indiener het wil.",
)
@root_option
@click.argument("proposal", metavar="VOORSTEL")
@click.argument("amendments", metavar="AMENDEMENT...", nargs=-1, required=True)
@form_option(AMEND_FORMATS)
@click.option(
    "--geldend",
    metavar="VERSIE",
    help="Wat nu geldt. Zonder deze optie: de stand waar het voorstel de hoofdtak verliet.",
)
@click.option(
    "--overnemen",
    "branch",
    metavar="TAK",
    help="Neem het amendement over: maak er één commit van op deze tak, die op het voorstel staat of er nog niet is.",
)
def amend(  # noqa: PLR0913 - an argument per option
    root: Path, proposal: str, amendments: tuple[str, ...], *, form: str, geldend: str | None, branch: str | None
) -> int:
    """Lay amendments on a proposal; 1 when one does not fit, clashes or brings faults, 2 when something could not be read."""
    from polderkoers.report.amending.make import Amending

    work = Amending(root, proposal, geldend)
    if branch is not None:
        from polderkoers.report.amending.accepted import accepted, ready_for

        ready_for(work, branch, len(amendments))
    report = work.outcome(amendments, colour=form == "text" and on_a_terminal())
    echo(form_of(form)(report).rstrip("\n"))
    if branch is None:
        return report.exit_code
    hindrances = accepted(work, report, branch)
    for line in hindrances:
        echo(f"Niet overgenomen: {line}", err=True)
    if not hindrances:
        echo(f"Overgenomen op de tak '{branch}'.", err=True)
    return report.exit_code or int(bool(hindrances))
