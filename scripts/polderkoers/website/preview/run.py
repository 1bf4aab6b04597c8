"""Runs a preview until it is told to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from polderkoers.website.preview import bar
from polderkoers.website.preview.server import PATIENCE, PreviewServer
from polderkoers.website.preview.workshop import Workshop

if TYPE_CHECKING:
    from polderkoers.website.build import Kept


def serve(root: Path, kept: Kept, port: int, say: Callable[[str], None]) -> None:
    """Show the site of a folder until this process is told to stop, by Ctrl+C too. `say` tells the editor what goes on.

    Raises `PortTaken` when something else listens at the port.
    """
    signal.signal(signal.SIGTERM, _stop)
    workshop, stop = Workshop(root, kept), threading.Event()
    with PreviewServer(port, workshop) as server:
        say("De site wordt gelezen …")
        workshop.look()
        threading.Thread(target=workshop.follow, args=(stop,), daemon=True).start()
        threading.Thread(target=_report, args=(workshop, say), daemon=True).start()
        say(f"Bekijk de site: {server.url} (stoppen: Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("De voorvertoning is gestopt.")
        finally:
            stop.set()
            workshop.close()


def _report(workshop: Workshop, say: Callable[[str], None]) -> None:
    """Tell in the terminal what a preview has to tell."""
    told, before = -1, workshop.status
    while True:
        status = workshop.news(told, PATIENCE)
        if status.told != told:
            for line in bar.lines(status, before):
                say(line)
            told = status.told
            # Before the rules looked, nobody knows whether what was told is mended.
            before = status if status.refuses or status.is_judged else before


def _stop(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
