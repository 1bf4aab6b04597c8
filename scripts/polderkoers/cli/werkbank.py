"""The command that opens the werkbank in a browser."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from polderkoers.cli.engine import tell_engine
from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.errors.serving import WerkbankMissing

_LIBRARIES = frozenset({"authlib", "httpx2", "itsdangerous", "python_multipart", "starlette", "uvicorn"})


@polderkoers.command(
    cls=DutchCommand,
    help="Verander het beleid in een formulier, in de browser op deze computer. Stoppen: Ctrl+C. Met --instellingen staat de werkbank "
    "achter de aanmelding van een organisatie, voor al haar medewerkers.",
)
@root_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8010,
    metavar="POORT",
    help="De poort waarop de werkbank staat. Zonder deze optie: 8010.",
)
@click.option(
    "--instellingen",
    "settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Een bestand met het adres, wie zich hoe aanmeldt, en wie wat mag (werkbank.toml).",
)
def werkbank(root: Path, port: int, settings: Path | None) -> int:
    """Serve the werkbank until it is stopped."""
    try:
        # What it needs is an extra: only who asks for it has to have it.
        run = import_module("polderkoers.werkbank.web.run")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise WerkbankMissing(error.name or "") from error
    from polderkoers.website.build import Kept

    tell_engine(root)
    run.serve(root.absolute(), port, settings, Kept, lambda line: echo(line, err=True))
    return 0
