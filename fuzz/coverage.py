"""Counts which lines of the loader a set of files reaches, with the tracer of Python itself."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import polderkoers.policy

_PACKAGE = Path(polderkoers.policy.__file__).parent


def covered(target: Callable[[bytes], object], files: list[bytes]) -> Iterator[tuple[str, int, int]]:
    """Yield each module of the loader that ran, how many lines of its functions were reached, and how many there are."""
    reached: dict[str, set[int]] = defaultdict(set)

    def lines(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            reached[frame.f_code.co_filename].add(frame.f_lineno)
        return lines

    def calls(frame: FrameType, _event: str, _: Any) -> Any:
        return lines if frame.f_code.co_filename.startswith(str(_PACKAGE)) else None

    sys.settrace(calls)
    try:
        for content in files:
            try:
                target(content)
            except Exception:  # noqa: BLE001, S112 - reported by the run itself
                continue
    finally:
        sys.settrace(None)
    for path in sorted(_PACKAGE.rglob("*.py")):
        there = _executable(compile(path.read_text(encoding="utf-8"), str(path), "exec"))
        if there and reached[str(path)]:
            yield path.relative_to(_PACKAGE).as_posix(), len(there & reached[str(path)]), len(there)


def _executable(code: CodeType, *, inside: bool = False) -> set[int]:
    """Return the lines inside the functions of a module; the rest runs once, when it is imported."""
    own = {line for _, _, line in code.co_lines() if line and line != code.co_firstlineno} if inside else set()
    for part in code.co_consts:
        if isinstance(part, CodeType):
            own |= _executable(part, inside=inside or bool(part.co_flags & 0x2))
    return own
