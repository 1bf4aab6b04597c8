"""Options and arguments that several commands take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def form_option(forms: Iterable[str]) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Return the option that chooses one of several forms of output; the first is the usual one."""
    names = list(forms)
    told = f"{', '.join(names[:-1])} of {names[-1]}. Zonder deze optie: {names[0]}."
    return click.option(
        "--format", "form", type=click.Choice(sorted(names)), default=names[0], metavar="VORM", help=told
    )
