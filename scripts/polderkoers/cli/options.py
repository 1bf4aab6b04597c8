"""Options and arguments that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map van het project. Zonder deze optie: de map waar je nu bent.",
)

history_option = click.option(
    "--zonder-historie",
    "without_history",
    is_flag=True,
    envvar="POLDERKOERS_ZONDER_HISTORIE",
    help="Ga door als de geschiedenis van Git niet te lezen is. Eerdere versies worden dan niet gecontroleerd.",
)

paths_argument = click.argument("paths", nargs=-1, metavar="[BESTAND]...")

WITHOUT = "Of ga door zonder eerdere versies, met --zonder-historie."
