"""A werkbank of the made-up municipality with a browser before it: for its pictures, and to count what a job takes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, sync_playwright

from find_browser import installed

ROOT = Path(__file__).resolve().parents[1]
MADE_UP = ROOT / "tests" / "gemeente"
_PATIENCE = 120.0
_WHO = ("Anna de Vries", "anna@polderdam.example")


class NotDriven(Exception):
    """There is no browser, or the werkbank does not start; the message says which."""


@contextmanager
def driven(folder: Path) -> Iterator[tuple[Browser, str]]:
    """Lay the municipality down in a folder, and give a browser and the address of its werkbank. Raises `NotDriven`."""
    path = installed()
    if path is None:
        raise NotDriven("er is geen browser; `python scripts/find_browser.py --install` haalt er een")
    with _served(_laid(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser, address
        finally:
            browser.close()


def _laid(folder: Path) -> Path:
    for part in ("data", "docs"):
        shutil.copytree(MADE_UP / part, folder / part)
    shutil.copy(MADE_UP / "mkdocs.yml", folder)
    settings = [
        word for key, value in zip(("user.name", "user.email"), _WHO, strict=True) for word in ("-c", f"{key}={value}")
    ]
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "Beleid van nu"],
    ):
        subprocess.run(["git", *settings, *command], cwd=folder, env=_environment(), check=True)  # noqa: S603, S607 - fixed
    for key, value in zip(("user.name", "user.email"), _WHO, strict=True):
        subprocess.run(["git", "config", key, value], cwd=folder, check=True)  # noqa: S603, S607 - fixed
    return folder


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "polderkoers", "werkbank", "--root", str(folder), "--port", str(port)]
    with subprocess.Popen(command, env=_environment(), stderr=subprocess.DEVNULL) as running:  # noqa: S603 - our own command
        try:
            _wait(address, running)
            yield address
        finally:
            running.terminate()


def _environment() -> dict[str, str]:
    """Return the environment without the settings that whoever runs this has for Git."""
    return {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _wait(address: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(int(_PATIENCE * 10)):
        try:
            urllib.request.urlopen(f"{address}/uitleg", timeout=20)  # noqa: S310 - our own
        except URLError:
            time.sleep(0.1)
        else:
            return
        if running.poll() is not None:
            break
    raise NotDriven("de werkbank begint niet")
