"""What was posted of a form, by the names of its fields."""

from __future__ import annotations

import re
from collections.abc import Mapping

Posted = Mapping[str, list[str]]
_BREAK = re.compile(r"\r\n|\r")


def last_of(posted: Posted, name: str, default: str = "") -> str:
    """Return the last text that was posted under a name, with the line breaks of the data: a browser sends others."""
    return _BREAK.sub("\n", [default, *posted.get(name, ())][-1])


def rows_name(name: str) -> str:
    """Return under which name the keys of the rows of a list are posted."""
    return f"{name}/rij"


def find_name(name: str) -> str:
    """Return under which name texts are posted that were typed to find something to refer to."""
    return f"{name}/zoek"
