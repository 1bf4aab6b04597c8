"""Runs a preview as a program of its own: the folder of the site and the port."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from polderkoers.errors import PolderkoersError
from polderkoers.website.build import Kept
from polderkoers.website.preview import bar
from polderkoers.website.preview.server import PATIENCE, PreviewServer
from polderkoers.website.preview.workshop import Workshop


def main(folder: str, port: str) -> int:
    """Show a site until Ctrl+C or another signal; return the exit code: 2 when it cannot begin."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        serve(Path(folder), int(port), _say)
    except PolderkoersError as error:
        _say(str(error))
        return 2
    except KeyboardInterrupt:
        _say("De voorvertoning is gestopt.")
    return 0


def serve(root: Path, port: int, say: Callable[[str], None]) -> None:
    """Show the site of a folder until this process is told to stop. `say` tells the editor what goes on.

    Raises `PortTaken` when something else listens at the port.
    """
    workshop, stop = Workshop(root, Kept(root)), threading.Event()
    with PreviewServer(port, workshop) as server:
        say("De site wordt gelezen …")
        workshop.look()
        threading.Thread(target=workshop.follow, args=(stop,), daemon=True).start()
        threading.Thread(target=_report, args=(workshop, say), daemon=True).start()
        say(f"Bekijk de site: {server.url} (stoppen: Ctrl+C)")
        try:
            server.serve_forever()
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


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _stop(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
