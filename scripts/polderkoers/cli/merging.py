"""The commands that merge three states of the data: for a person, and for Git."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import form_option, root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.report.merging.formats import MERGE_FORMATS, form_of


@polderkoers.command(
    cls=DutchCommand,
    help="Voeg twee versies van het beleid samen, per onderdeel en per veld. BASIS is waar allebei op zijn gemaakt, EEN en ANDER zijn de "
    "twee versies: de id van een versie, een tag, tak of commit van Git, een map, of 'nu'. Of noem drie bestanden. Wat samengaat, "
    "wordt samengevoegd. Wat botst, zie je: wat er stond, wat EEN zegt en wat ANDER zegt. Alleen de map data gaat mee.",
)
@root_option
@click.argument("names", metavar="BASIS EEN ANDER", nargs=3)
@form_option(MERGE_FORMATS)
@click.option(
    "--naar",
    "-o",
    "target",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Schrijf wat eruit komt in deze map, of bij drie bestanden in dit bestand. Zonder deze optie wordt er niets geschreven.",
)
@click.option(
    "--kies",
    "chosen",
    multiple=True,
    metavar="NUMMER=KANT",
    help="Kies bij een botsing: 1=een, 1=ander of 1=basis. Je mag deze optie vaker gebruiken.",
)
def merge(root: Path, names: tuple[str, str, str], form: str, target: Path | None, chosen: tuple[str, ...]) -> int:
    """Merge three states; 1 when something clashes or the whole has new faults, 2 when something could not be read."""
    from polderkoers.report.merging.make import Merging
    from polderkoers.report.merging.text import written_line
    from polderkoers.report.merging.written import ready_for, write_outcome

    work = Merging(root, names)
    if target is not None:
        ready_for(work, target)
    report = work.report(chosen)
    echo(form_of(form)(report))
    if target is not None:
        write_outcome(work, report, target)
        echo(written_line(report, str(target)), err=True)
    return report.exit_code


@polderkoers.command(
    "merge-driver",
    cls=DutchCommand,
    help="Voeg één bestand samen voor Git. Git roept deze opdracht zelf aan, als de instelling merge.polderkoers.driver dat zegt: "
    "polderkoers merge-driver %O %A %B %P %L",
)
@root_option
@click.argument("base", metavar="BASIS", type=click.Path(path_type=Path))
@click.argument("one", metavar="EEN", type=click.Path(path_type=Path))
@click.argument("other", metavar="ANDER", type=click.Path(path_type=Path))
@click.argument("place", metavar="PAD")
@click.argument("size", metavar="[TEKENS]", type=int, default=7)
def merge_driver(root: Path, base: Path, one: Path, other: Path, place: str, size: int) -> int:  # noqa: PLR0913, PLR0917 - as Git gives them
    """Merge a file for Git, in place; 1 when something clashes, and as Git itself does it when the file cannot be read."""
    from polderkoers.report.merging.driver import drive

    code, lines = drive(root, (base, one, other), place, size)
    for line in lines:
        echo(line, err=True)
    return code
