"""The werkbank served to a browser on this machine, by a program of its own as people start it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Give the address of `polderkoers werkbank` of a repository, and stop it at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "polderkoers", "werkbank", "--root", str(root), "--port", str(port)]
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=quiet) as running:
        try:
            _wait(address, running)
            yield address
        finally:
            running.terminate()


def _wait(address: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert running.poll() is None
        try:
            urllib.request.urlopen(f"{address}/uitleg", timeout=20)  # noqa: S310 - our own
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} does not answer")
