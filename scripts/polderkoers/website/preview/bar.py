"""What a preview puts below each page: what was changed last, and what is wrong with it; and the same for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Template

from polderkoers.policy.dutch_words import count
from polderkoers.problems import Problem
from polderkoers.report.formats import as_text
from polderkoers.website.environment import environment

if TYPE_CHECKING:
    from polderkoers.website.preview.workshop import Status

_BODY_END = re.compile(r"</body>", re.IGNORECASE)
_HEAD_END = re.compile(r"</head>", re.IGNORECASE)
_IN_HEAD = (
    '<link rel="stylesheet" href="/_voorvertoning/voorvertoning.css">'
    '<script defer src="/_voorvertoning/voorvertoning.js"></script>'
)
# How many faults and files are shown; a bar is no report.
_MOST = 8
_ALONE = (
    '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
    "<title>Voorvertoning</title></head><body></body></html>"
)


def put_in(html: str, status: Status, said: tuple[str, ...], path: str, *, is_earlier: bool = False) -> str:
    """Return a page with the bar in it. `said` is what is not right with the page, `path` its address."""
    bar = shown(status, said, path, is_earlier=is_earlier)
    with_bar = _BODY_END.sub(lambda end: bar + end.group(), html, count=1)
    return _HEAD_END.sub(lambda end: _IN_HEAD + end.group(), with_bar, count=1)


def alone(status: Status, path: str, failed: str = "") -> str:
    """Return a page that is nothing but the bar, for when there is no page; `failed` is why, where the status does not say it."""
    return put_in(_ALONE, status, (failed,) if failed else (), path)


def shown(status: Status, said: tuple[str, ...], path: str, *, is_earlier: bool = False) -> str:
    """Return the bar as HTML."""
    faults = _faults(status)
    warned = tuple(_of_changed(status))
    return _template().render(
        status=status,
        texts=tuple(filter(None, (status.fault, *said))),
        path=path,
        is_earlier=is_earlier,
        faults=faults[:_MOST],
        more_faults=max(0, len(faults) - _MOST),
        changed=status.changed[:_MOST],
        more=max(0, len(status.changed) - _MOST),
        warned=warned[:_MOST],
        warned_count=len(warned),
        warnings=_counted(status),
        without=_without(status),
        time=f"{status.at:%H:%M:%S}",
        took=_seconds(status.took),
    )


def lines(status: Status, before: Status) -> Iterator[str]:
    """Yield what a terminal tells of a preview; `before` is the last state of which it told whether it is right."""
    if status.refuses and _wrong(status) == _wrong(before):
        yield f"{status.at:%H:%M:%S} Wat hierboven staat, moet nog opgelost worden."
    elif status.fault:
        yield f"De site kan zo niet gemaakt worden. {_seen(status)}"
        yield status.fault
    elif status.refuses:
        yield f"De gegevens kloppen nog niet. {_seen(status)}"
        yield from _some(_faults(status))
    elif before.refuses and status.is_judged:
        yield f"Nagekeken: geen fouten meer.{_without(status)}"
    elif status.changed and not status.is_judged:
        names = ", ".join(name for name, _ in status.changed[:_MOST])
        yield f"{status.at:%H:%M:%S} Bijgewerkt in {_seconds(status.took)}: {names}{_and_more(status)}"


def _some(faults: tuple[Problem, ...]) -> Iterator[str]:
    yield as_text(faults[:_MOST])
    if len(faults) > _MOST:
        yield f"En nog {len(faults) - _MOST}. Alles zien: polderkoers check"


def _and_more(status: Status) -> str:
    more = len(status.changed) - _MOST
    return f" en nog {more}" if more > 0 else ""


def _faults(status: Status) -> tuple[Problem, ...]:
    return tuple(problem for problem in status.problems if problem.level == "fout")


def _wrong(status: Status) -> tuple[object, ...]:
    return status.fault, _faults(status), status.is_current


def _seen(status: Status) -> str:
    """Return what there is to see while something is wrong."""
    if status.is_current:
        return "Je wijziging is al wel te zien."
    return "De vorige site blijft te zien." if status.pages else "Er is nog geen site om te laten zien."


def _of_changed(status: Status) -> Iterator[Problem]:
    """Yield what an editor should look at in the files that changed last."""
    names = {name for name, _ in status.changed}
    for problem in status.problems:
        if problem.file in names and problem.level != "fout":
            yield problem


def _without(status: Status) -> str:
    """Return what was not judged, as a sentence more; nothing when all was."""
    return " Eerdere versies zijn niet nagekeken." if status.is_past_unread else ""


def _counted(status: Status) -> str:
    warnings = sum(problem.level != "fout" for problem in status.problems)
    if not warnings:
        return ""
    return f"Nagekeken: geen fouten, {count(warnings, 'waarschuwing', 'waarschuwingen')}"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} seconde".replace(".", ",")


@cache
def _template() -> Template:
    return environment().get_template("voorvertoning.html.j2")
