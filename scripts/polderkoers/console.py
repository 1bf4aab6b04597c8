"""What every command does with the terminal it stands in: it shows any text on any console, and ends in Dutch.

Needs Python alone, because `forge/report.py` runs where nothing is installed.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from typing import TextIO

from polderkoers.errors import DEBUG as _DEBUG
from polderkoers.errors import BugFound, PolderkoersError, SystemRefuses
from polderkoers.typed import typed

# What a small console lacks is shown by what looks like it; signs of which only the accent is missing need no row here.
_ALIKE = {
    **dict.fromkeys("‘’\u201a\u2032", "'"),
    **dict.fromkeys("“”„\u2033", '"'),
    **dict.fromkeys("–—\u2010\u2011\u2212", "-"),
    "→": "->",
    "←": "<-",
    "€": "EUR",
    "•": "*",
    "\u00d7": "x",
    "⟨": "<",
    "⟩": ">",
    "\ufffd": "?",
}
_HANDLER = "polderkoers-gelijkend"
DEBUG = _DEBUG


def prepare() -> None:
    """Make what is printed shown as well as the console can, and never an error. Called once, where a command begins."""
    # A stream is None when whoever started us closed it.
    sys.stdout = _ready(sys.stdout)
    sys.stderr = _ready(sys.stderr)


def echo(text: str, *, err: bool = False) -> None:
    """Print a text and a line end, with our commands as they can be typed here.

    Raises `SystemRefuses` when it cannot be written. Whoever reads may stop reading: the rest is left out then.
    """
    stream = sys.stderr if err else sys.stdout
    _deliver(stream, lambda: stream.write(f"{_for(stream, text)}\n"))


def echo_bytes(content: bytes) -> None:
    """Print bytes as they are, for a program that reads them. Raises as `echo` does."""
    stream = sys.stdout
    _deliver(stream, lambda: stream.buffer.write(content))


def guarded(work: Callable[[], int]) -> int:
    """Return the exit code of `work`; an error of any kind becomes one message in Dutch and exit code 2.

    With POLDERKOERS_DEBUG in the environment a fault of our own is raised as it is.
    """
    try:
        return work()
    except PolderkoersError as error:
        told: Exception = error
    except OSError as error:
        told = SystemRefuses(error)
    except KeyboardInterrupt:
        told = PolderkoersError("Gestopt.")
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        told = BugFound(error)
    # A version that was asked for may hold a line break; one message stays one line.
    _last_words(" ".join(str(told).split()))
    return 2


def _last_words(text: str) -> None:
    try:
        echo(text, err=True)
    except PolderkoersError:
        # There is no one left to tell; the exit code tells it.
        return


def _ready(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open as long as we run
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_HANDLER)
    return stream


def _alike(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for signs that a console does not have: what looks like them, or else their number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(_one_alike(sign, error.encoding) for sign in signs), error.end


def _one_alike(sign: str, encoding: str) -> str:
    bare = _ALIKE.get(sign) or unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode("ascii")
    return bare or sign.encode(encoding, "backslashreplace").decode(encoding)


def _for(stream: TextIO, text: str) -> str:
    """Return a text as a stream must have it: what a program will read keeps every sign, whatever the console."""
    encoding = stream.encoding or "utf-8"
    universal = encoding.lower().startswith("utf")
    for_a_program = text.startswith(("{", "[{", "[]", "[\n", "<"))
    if for_a_program and universal:
        return text
    if text.startswith("<"):
        return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    if for_a_program:
        return re.sub("[^\x00-\x7f]", _json_escape, text)
    return typed(text).encode(encoding, _HANDLER).decode(encoding)


# Known as soon as this module is, so that `echo` needs no preparation.
codecs.register_error(_HANDLER, _alike)


def _json_escape(sign: re.Match[str]) -> str:
    halves = sign[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{halves[start : start + 4]}" for start in range(0, len(halves), 4))


def _deliver(stream: TextIO, write: Callable[[], int]) -> None:
    try:
        write()
        stream.flush()
    except OSError as error:
        _let_go(stream)
        # On Windows the end of a pipe is an invalid argument.
        if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
            return
        raise SystemRefuses(error) from error


def _let_go(stream: TextIO) -> None:
    """Send what is left for a stream nowhere, or Python complains of it in English when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
