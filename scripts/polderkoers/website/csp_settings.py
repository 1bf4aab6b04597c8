"""What mkdocs.yml may add to the content security policy of the pages (`extra.csp`), and what no site may allow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from polderkoers.errors import PolderkoersError

_HOST = re.compile(
    r"https://(?P<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*(?::\d{1,5})?)(?:/[\w.~%/-]*)?",
    re.IGNORECASE,
)
_HASH = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/_-]{20,}={0,2}'")
# What may be added to each directive beside an address: of those without `https:` nothing may come from elsewhere.
_MAY_ADD = {
    "img-src": ("'self'", "data:", "blob:", "https:"), "media-src": ("'self'", "data:", "blob:", "https:"),
    "font-src": ("'self'", "data:", "https:"), "frame-src": ("'self'", "https:"), "form-action": ("'self'", "https:"),
    "connect-src": ("'self'",), "manifest-src": ("'self'",), "worker-src": ("'self'",),
    "script-src": ("'self'", "'sha256-…'"), "style-src": ("'self'", "'sha256-…'"),
    # As they are; who copies a whole policy writes them too.
    "default-src": ("'none'",), "base-uri": ("'none'",),
}  # fmt: skip
# A browser obeys these in a header alone, so that a page which says them promises what does not hold.
_HEADER_ONLY = frozenset({"frame-ancestors", "report-uri", "report-to", "sandbox"})
# What a reader sends somewhere, by pressing a button, is not something that a page loads.
_LOADS_NOTHING = frozenset({"form-action"})

Sources = Mapping[str, tuple[str, ...]]


class CspUnusable(PolderkoersError):
    """What mkdocs.yml adds to the policy of the pages cannot be, or would break what the site promises."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"In mkdocs.yml staat bij extra: csp: {what}. {why}")


def added(setting: Any) -> Sources:
    """Return what a setting adds to the policy of every page: the sources by directive.

    The setting is a mapping of directives to sources (a text or a list), or the text of a policy. Raises `CspUnusable`.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, sources in _directives(setting):
        _check_directive(name)
        for source in sources:
            _check_source(name, source)
        found[name] = (*found.get(name, ()), *sources)
    return found


def outside(sources: Sources) -> tuple[str, ...]:
    """Return the other sites that pages may load something from, without their paths."""
    loaded = chain.from_iterable(listed for name, listed in sources.items() if name not in _LOADS_NOTHING)
    hosts = map(_HOST.fullmatch, loaded)
    return tuple(dict.fromkeys(found["host"].lower() for found in hosts if found))


def _directives(setting: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(setting, str):
        for name, *sources in filter(None, map(str.split, setting.split(";"))):
            yield name.lower(), tuple(sources)
    elif isinstance(setting, Mapping):
        for name, sources in setting.items():
            yield str(name).strip().lower(), _listed(str(name), sources)
    elif setting is not None:
        raise CspUnusable(f"'{setting}'", "Schrijf daar per soort wat erbij mag, bijvoorbeeld: {img-src: 'data:'}.")


def _listed(name: str, sources: Any) -> tuple[str, ...]:
    if isinstance(sources, str):
        return tuple(sources.split())
    if isinstance(sources, list) and all(isinstance(source, str) for source in sources):
        return tuple(" ".join(sources).split())
    raise CspUnusable(
        f"'{name}: {sources}'", 'Schrijf achter de dubbele punt een tekst of een lijst, bijvoorbeeld: ["data:"].'
    )


def _check_directive(name: str) -> None:
    if name in _HEADER_ONLY:
        raise CspUnusable(
            f"'{name}'",
            "Een browser luistert daar alleen naar als de webserver het zegt. Zet het daar: zie de map deploy/.",
        )
    if name not in _MAY_ADD:
        raise CspUnusable(f"'{name}'", f"Dat kan hier niet. Wel kan: {', '.join(_MAY_ADD)}.")


def _check_source(name: str, source: str) -> None:
    allowed = _MAY_ADD[name]
    if source.lower() in allowed and source != "https:":
        return
    if "'sha256-…'" in allowed and _HASH.fullmatch(source):
        return
    if "https:" in allowed and _HOST.fullmatch(source):
        return
    raise CspUnusable(f"'{name} {source}'", _why(name, source, allowed))


def _why(name: str, source: str, allowed: tuple[str, ...]) -> str:
    shown = ", ".join("een adres zoals https://beeld.voorbeeld.nl" if one == "https:" else one for one in allowed)
    if source.lower().startswith("'unsafe"):
        reason = "Dan voert een browser ook uit wat een vreemde in een pagina zet."
    elif "*" in source or source.lower() in {"https:", "http:"}:
        reason = "Dan mag alles van overal komen."
    elif name in {"script-src", "style-src", "connect-src"} and "." in source:
        reason = "De site belooft dat zij niets laadt of stuurt naar andere sites wat een lezer kan volgen."
    else:
        reason = "Dat kan daar niet."
    return f"{reason} Hoe op te lossen: haal het weg. Bij {name} kan alleen: {shown}."
