"""The command that gives something another id."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.judging import check_tree
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand


@polderkoers.command(
    cls=DutchCommand,
    help="Geef iets een ander id, overal waar ernaar wordt verwezen, en laat het oude adres werken. OUD is het id van een bestand "
    "(fijn-wonen), of bestand/onderdeel (fijn-wonen/doel-genoeg-huizen, themas/wonen). NIEUW is het nieuwe id.",
)
@root_option
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@click.option("--dry-run", is_flag=True, help="Verander niets; toon alleen wat er zou veranderen.")
def rename(root: Path, old: str, new: str, *, dry_run: bool) -> int:
    """Give something another id in the working copy; 1 when the data has faults, 2 when it cannot be done as it was asked."""
    from polderkoers.instance.rename import rename as renamed
    from polderkoers.report.renamed import renaming_as_text

    found = renamed(root, old, new, lambda tree: check_tree(tree, root).problems, write=not dry_run)
    echo(renaming_as_text(found, written=not dry_run), err=bool(found.problems))
    if found.problems:
        return 1
    return 0
