"""A change of files as a unified diff that `git apply` and `patch` take."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_CONTEXT = 3
_NO_END = "\\ No newline at end of file\n"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def patch(file: str, old: bytes, new: bytes) -> bytes:
    """Return the unified diff of a file below the root, from one content in UTF-8 to another; nothing when they are equal."""
    before, after = _lines(old), _lines(new)
    rows = difflib.unified_diff(before, after, _name(f"a/{file}"), _name(f"b/{file}"), n=_CONTEXT)
    return "".join(_ended(rows)).encode("utf-8")


def _lines(content: bytes) -> list[str]:
    """Return the lines as Git counts them: only a line feed ends one."""
    *lines, last = content.decode("utf-8").split("\n")
    ended = [f"{line}\n" for line in lines]
    return [*ended, *filter(None, [last])]


def _ended(rows: Iterator[str]) -> Iterator[str]:
    for row in rows:
        yield row
        if not row.endswith("\n"):
            yield f"\n{_NO_END}"


def _name(path: str) -> str:
    """Return a path as Git writes it in a patch: between quotes when it has signs that could end it."""
    if path.isascii() and path.isprintable() and not set(path) & set(_ESCAPES):
        # A tab after a name with a space says where it ends.
        return f"{path}\t" if " " in path else path
    return f'"{"".join(map(_escaped, path))}"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isascii() and sign.isprintable():
        return sign
    return "".join(f"\\{byte:03o}" for byte in sign.encode("utf-8", "surrogateescape"))
