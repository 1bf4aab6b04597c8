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
from urllib.error import HTTPError, URLError


@contextmanager
def served(root: Path, *options: str) -> Iterator[str]:
    """Give the address of `polderkoers werkbank` of a repository, with more options, and stop it at the end."""
    with running(root, *options) as (address, _):
        yield address


@contextmanager
def running(root: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the same address with the program itself, which may be stopped before the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "polderkoers", "werkbank", "--root", str(root), "--port", str(port), *options]
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=quiet) as program:
        try:
            _wait(address, program)
            yield address, program
        finally:
            program.terminate()


def _wait(address: str, program: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert program.poll() is None
        try:
            urllib.request.urlopen(f"{address}/uitleg", timeout=20)  # noqa: S310 - our own
        except HTTPError:
            return  # it knows itself by another name
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} does not answer")
