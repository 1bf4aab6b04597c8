"""Real web servers on this machine, for the example configurations of deploy/."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

# Debian keeps the programs of web servers where only root looks.
PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"


class NamedConnection(http.client.HTTPSConnection):
    """Asks a server on this machine for the certificate of another name."""

    server_name = ""

    def connect(self) -> None:
        plain = socket.create_connection((self.host, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.server_name)


def free_ports(number: int) -> list[int]:
    """Return ports of this machine that nobody uses."""
    sockets = [socket.socket() for _ in range(number)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def certificate(folder: Path, *hosts: str) -> None:
    """Make a certificate for some hosts: cert.pem and key.pem in a folder."""
    names = ",".join(f"DNS:{host}" for host in hosts)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={hosts[0]}", "-addext", f"subjectAltName={names}",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip


def mime_types() -> Path:
    """Return the list of types that comes with the installed nginx."""
    said = subprocess.run([program("nginx"), "-V"], capture_output=True, text=True, check=True).stderr
    return Path(re.search(r"--conf-path=(\S+)", said)[1]).parent / "mime.types"


def program(name: str) -> str:
    """Return the path of an installed web server, or skip the test with how to get it."""
    found = shutil.which(name, path=PATH)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: apt install {name}), so its example configuration is not tested")
    return found


@contextmanager
def started(command: Sequence[str | Path], place: Path, port: int, name: str) -> Iterator[None]:
    """Let a server run that listens at a port of this machine."""
    said = place / f"{name}.log"
    with said.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            env={"PATH": PATH, "HOME": str(place), "XDG_CONFIG_HOME": str(place)},
        )
        try:
            wait_for(port, process, said)
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(port: int, process: subprocess.Popen, said: Path) -> None:
    """Wait until a server listens; the test fails with what it said when it stops before that."""
    for _ in range(300):
        assert process.poll() is None, said.read_text("utf-8")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"The server does not listen after half a minute: {said.read_text('utf-8')}")
