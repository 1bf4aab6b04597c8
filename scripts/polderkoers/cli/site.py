"""The commands that make the site and show it: arguments, one call, print, exit code."""

from __future__ import annotations

import os
from pathlib import Path

import click

from polderkoers.cli.engine import tell_engine
from polderkoers.cli.group import polderkoers
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.errors import UsedWrongly

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map waar mkdocs.yml in staat. Zonder deze optie: de map waar je nu bent.",
)
_without_history = click.option(
    "--zonder-historie",
    "without_history",
    is_flag=True,
    help="Bouw zonder eerdere versies als de geschiedenis van Git niet te lezen is.",
)


@polderkoers.command(
    cls=DutchCommand, help="Maak de site in de map site. Gaat het mis, dan blijft de vorige site staan."
)
@_root
@_without_history
@click.option(
    "--processen",
    "processes",
    type=click.IntRange(1, 64),
    metavar="AANTAL",
    help="Hoeveel processen de bladzijden maken. Zonder deze optie: een per processor.",
)
@click.option(
    "--zonder-voorraad",
    "without_store",
    is_flag=True,
    help="Maak alle bladzijden opnieuw, ook die sinds de vorige keer niet zijn veranderd.",
)
@click.option(
    "--shard",
    "part",
    metavar="DEEL/AANTAL",
    help="Maak alleen een deel van de bladzijden, zodat andere machines de rest kunnen maken: 2/4 is het tweede deel van vier.",
)
@click.option("--merge", is_flag=True, help="Maak de site van de delen die met --shard zijn gemaakt.")
def build(  # noqa: PLR0913 - an argument per option
    root: Path, *, without_history: bool, processes: int | None, without_store: bool, part: str | None, merge: bool
) -> int:
    """Build the site, and return the exit code of the build."""
    from polderkoers.website.building.build import build as build_site

    tell_engine(root)
    _without(without_history)
    _in_parts(part, merge=merge)
    if processes:
        os.environ["POLDERKOERS_PROCESSEN"] = str(processes)
    if without_store:
        os.environ["POLDERKOERS_ZONDER_VOORRAAD"] = "1"
    built = build_site(root)
    if built.complaint:
        echo(built.complaint, err=True)
    if built.told:
        echo(built.told)
    return built.code


@polderkoers.command(cls=DutchCommand, help="Bekijk de site terwijl je eraan werkt. Stoppen: Ctrl+C.")
@_root
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="POORT",
    help="De poort waarop je kijkt. Zonder deze optie: 8000.",
)
@_without_history
def serve(root: Path, port: int, *, without_history: bool) -> int:
    """Show a live preview until it is stopped."""
    from polderkoers.website.building.build import alone

    _without(without_history)
    root = root.absolute()
    alone(root, "serve", "--port", str(port))
    # Only now, because this process may have become another one.
    from polderkoers.website.build import Kept
    from polderkoers.website.preview.run import serve as serve_site

    tell_engine(root)
    serve_site(root, Kept(root), port, lambda line: echo(line, err=True))
    return 0


def _without(without_history: bool) -> None:  # noqa: FBT001 - the one thing that it is about
    if without_history:
        os.environ["POLDERKOERS_ZONDER_HISTORIE"] = "1"


def _in_parts(part: str | None, *, merge: bool) -> None:
    """Tell the build which part it makes, or that it makes a site of parts. Raises `UsedWrongly`."""
    from polderkoers.website.building.parts import MERGE, SHARE, share

    if part is not None and merge:
        raise UsedWrongly("Gebruik --shard of --merge, niet allebei.", "polderkoers build")
    if part is not None and share(part) is None:
        raise UsedWrongly(
            f"--shard {part} kan niet. Schrijf het deel en het aantal delen, bijvoorbeeld 2/4.", "polderkoers build"
        )
    os.environ[SHARE], os.environ[MERGE] = part or "", str(int(merge))
