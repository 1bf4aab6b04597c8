"""The command of a portal: getting what its participants publish."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand


@polderkoers.command(
    cls=DutchCommand,
    help="Haal op wat de deelnemers van een portaal laten lezen, van alle of alleen van ID. Bouwen kan daarna zonder internet.",
)
@root_option
@click.argument("names", nargs=-1, metavar="[ID]...")
def deelnemers(root: Path, names: tuple[str, ...]) -> int:
    """Get the participants of a portal; 2 when one of them cannot be got, and what was there of it stays."""
    from polderkoers.policy.load import load
    from polderkoers.website.portal.fetching import get_participant, over_https, to_get
    from polderkoers.website.portal.participants import Unusable

    wanted, failed = to_get(load(root).policy, names), False
    if not wanted:
        echo("Er is niets op te halen: bij elke deelnemer staat een map.")
    for said in wanted:
        try:
            total = get_participant(root, said, over_https)
        except Unusable as error:
            failed = True
            echo(f"{said.id}: {error}", err=True)
        else:
            echo(f"{said.id}: {total} bestanden opgehaald.")
    return 2 if failed else 0
