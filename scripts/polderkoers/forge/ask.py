"""Asks a forge something, and takes no more of the answer than was reckoned with. Needs Python alone."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Mapping


class ReportRefused(Exception):
    """There is a report, but it cannot be used."""


def ask(address: str, headers: Mapping[str, str], most: int, method: str = "GET", content: object = None) -> bytes:
    """Return the bytes of an answer. Raises `ReportRefused` when there are more than `most`, and `OSError` when there is none."""
    body = None if content is None else json.dumps(content).encode("utf-8")
    request = urllib.request.Request(address, body, method=method)  # noqa: S310 - the forge's own address
    if body is not None:
        request.add_header("Content-Type", "application/json")
    for name, value in headers.items():
        # A download is redirected to a store of others; they must not get the token.
        request.add_unredirected_header(name, value)
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - same
        found: bytes = answer.read(most + 1)
    if len(found) > most:
        raise ReportRefused("het is te groot")
    return found
