"""The command with which the check of a proposal begins."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import form_option, root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand


@polderkoers.command(
    "take-proposal",
    cls=DutchCommand,
    hidden=True,
    help="Haal de map data uit een voorstel en zet haar in de map van het project. Verder komt er niets van het voorstel. BASIS is waar "
    "het voorstel op is gemaakt, VOORSTEL de laatste commit ervan.",
)
@root_option
@click.argument("base", metavar="BASIS")
@click.argument("head", metavar="VOORSTEL")
@form_option(("text", "github"))
def take_proposal(root: Path, base: str, head: str, form: str) -> int:
    """Take the data of a proposal; 1 when it is refused, and then nothing has changed."""
    from polderkoers.forge.take import TakenData, take
    from polderkoers.report.formats import Report, as_github, as_text

    outcome = take(root, base, head)
    if not isinstance(outcome, TakenData):
        echo(as_github(Report(outcome)) if form == "github" else as_text(outcome))
        echo("Er is niets overgenomen uit het voorstel.", err=True)
        return 1
    echo(f"Uit het voorstel overgenomen: {outcome.files} bestanden in de map data.")
    if outcome.ignored:
        echo(f"Niet overgenomen, alleen door een beheerder te bekijken: {', '.join(outcome.ignored)}.")
    return 0
