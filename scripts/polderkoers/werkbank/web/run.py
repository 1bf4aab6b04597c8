"""Runs the werkbank until it is told to stop."""

from __future__ import annotations

import os
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from polderkoers.changes.git_call import answers
from polderkoers.errors.serving import WerkbankPortTaken
from polderkoers.werkbank.web.app import application
from polderkoers.werkbank.web.assembled import workplace_of
from polderkoers.werkbank.web.settings import WebSettings, read_settings

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.draft_site import KeptFor
    from polderkoers.werkbank.web.workplace import Workplace

HOST = "127.0.0.1"
_SWITCH = 0.001
SECRET = "POLDERKOERS_WERKBANK_GEHEIM"  # noqa: S105 - the name of a variable


def serve(root: Path, port: int, settings_file: Path | None, begin: KeptFor, say: Callable[[str], None]) -> None:
    """Serve the werkbank of the instance in a folder, on this machine only.

    `say` tells in the terminal what goes on, and `begin` is as `workplace_of` has it.
    Raises `WerkbankPortTaken`, `WerkbankSettingsWrong`, `NobodyKnown`, or the `HistoryUnreadable` that says why there is no repository.
    """
    # Who asks for a page waits no longer than this for a thread that is judging a policy.
    sys.setswitchinterval(_SWITCH)
    settings = read_settings(settings_file) if settings_file else WebSettings()
    listening = _listening(port)
    with workplace_of(root, settings, begin) as workplace:
        app = application(workplace, settings, secret_of(workplace))
        workplace.begin()
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
        say(f"De werkbank staat open: {settings.address or f'http://{HOST}:{port}'}/ (stoppen: Ctrl+C)")
        # Whoever stops it by Ctrl+C, or as a service, did nothing wrong.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    say("De werkbank is gestopt.")


def _listening(port: int) -> socket.socket:
    """Return a socket of this machine alone at a port. Raises `WerkbankPortTaken`."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        raise WerkbankPortTaken(port) from error
    return made


def secret_of(workplace: Workplace) -> str:
    """Return what signs the cookies: from the environment, or else kept beside the repository, so that a restart signs nobody off."""
    if given := os.environ.get(SECRET):
        return given
    folder = workplace.root / answers(workplace.root, "rev-parse", "--git-common-dir") / "polderkoers"
    kept = folder / "werkbank-geheim"
    folder.mkdir(exist_ok=True)
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    return kept.read_text(encoding="ascii")
