"""What an examination of the site for accessibility found: written by who looked, and told only of the look that was looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from polderkoers.errors import PolderkoersError
from polderkoers.website.layers import THEME

# Below the folder of the hand-written pages, so that it is published with the site.
OUTCOME = "toegankelijkheid-uitkomst.json"
# What can be examined, in the order of the page, with the words for it.
PARTS = {
    "wcag": "WCAG 2.2 A en AA en goede gewoontes",
    "tweede-mening": "Tweede mening",
    "past": "Niet opzij schuiven, geen afgesneden tekst",
    "focus": "Zien waar je bent met het toetsenbord",
    "opbouw": "Titels, koppen, tabellen en grafieken",
    "rust": "Niets beweegt als je om rust vraagt",
}
# Where readers see the mark of a look, and where who examines a built site finds it.
MARK = "data-pk-vorm"
_ENGINE = Path(__file__).parent
# How a file of MkDocs names the one that it builds on.
_INHERITS = re.compile(r"""^["']?INHERIT["']?\s*:\s*["']?(?P<path>[^"'#\n]+?)["']?\s*(?:#.*)?$""", re.MULTILINE)
# What decides how a page of the engine looks and works, beside our own code.
_LIBRARIES = ("polderkoers", "mkdocs", "mkdocs-material", "markdown")
_TEXT = frozenset({".css", ".js", ".html", ".j2", ".py", ".svg", ".xml", ".yml"})


class OutcomeUnusable(PolderkoersError):
    """The file with the outcome of an examination cannot be read, so that nothing can be said of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"docs/{OUTCOME} is niet bruikbaar: {reason}. Hoe op te lossen: laat het onderzoek opnieuw lopen, of haal het "
            f"bestand weg. Zonder dat bestand zegt de site dat zij nog niet is onderzocht."
        )


@dataclass(frozen=True)
class AuditFinding:
    """A problem that was found: the page where it was seen, and what a program says of it in its own language."""

    pagina: str
    melding: str


@dataclass(frozen=True)
class AuditPart:
    """One thing that was examined: with what and how, on how many pages, and what was found, with some examples."""

    wat: str
    waarmee: str
    hoe: str
    paginas: int
    meldingen: int
    onzeker: int = 0
    voorbeelden: tuple[AuditFinding, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """An examination: of which look, when, of which commit (None when that is not known), how many pages, in which browser."""

    vorm: str
    datum: str
    commit: str | None
    paginas: int
    browser: str
    onderdelen: tuple[AuditPart, ...]


def look(docs: Path, config_file: Path, custom: Path | None = None, more: Iterable[Path] = ()) -> str:
    """Return the mark of how a site looks and works: another one as soon as a style, script, template or setting differs.

    The words of pages are no part of it: they differ every week. `custom` is the folder of templates of the site itself;
    `more` are files elsewhere that decide how it looks, in their order.
    """
    digest = sha256()
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    others = ((f"more/{path.name}", path) for path in more)
    for name, path in (*_parts(docs, config_file, custom), *others):
        content = path.read_bytes()
        if path.suffix in _TEXT:
            content = content.replace(b"\r\n", b"\n")
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _parts(docs: Path, config_file: Path, custom: Path | None) -> Iterator[tuple[str, Path]]:
    """Yield the files that decide how a site looks and works, each with its name, in one order on every machine."""
    engine = (path for path in _ENGINE.rglob("*") if path.suffix in {".py", ".j2"} or path.is_relative_to(THEME))
    own = (path for path in docs.rglob("*") if path.suffix != ".md" and path.name != OUTCOME)
    found = {**_named("engine", _ENGINE, engine), **_named("docs", docs, own)}
    if custom:
        found |= _named("custom", custom, custom.rglob("*"))
    yield from sorted(found.items())
    for path in _settings(config_file):
        yield "config", path


def _settings(config_file: Path) -> Iterator[Path]:
    """Yield a file of settings, and those that it builds on."""
    seen: list[Path] = []
    path: Path | None = config_file
    while path is not None and path.is_file() and path not in seen:
        yield path
        seen.append(path)
        told = _INHERITS.search(path.read_text(encoding="utf-8", errors="replace"))
        path = (path.parent / told["path"]).resolve() if told else None


def _named(layer: str, folder: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Return the files among paths by their name below a folder; what Python compiled and what is hidden is left out."""
    return {
        f"{layer}/{path.relative_to(folder).as_posix()}": path
        for path in paths
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".pyc"
    }


def read(docs: Path) -> Outcome | None:
    """Return the outcome that stands in a folder of pages, or None when there is none. Raises `OutcomeUnusable`."""
    path = docs / OUTCOME
    if not path.exists():
        return None
    try:
        found = _outcome(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise OutcomeUnusable(f"er ontbreekt iets of het is geen JSON ({error})") from error
    unknown = [part.wat for part in found.onderdelen if part.wat not in PARTS]
    if unknown:
        raise OutcomeUnusable(f"het onderdeel '{unknown[0]}' is niet bekend")
    return found


def _outcome(told: dict[str, Any]) -> Outcome:
    outcome = Outcome(**{**told, "onderdelen": tuple(map(_part, told["onderdelen"]))})
    date.fromisoformat(outcome.datum)
    return outcome


def _part(told: dict[str, Any]) -> AuditPart:
    examples = tuple(AuditFinding(**found) for found in told.get("voorbeelden", ()))
    return AuditPart(**{**told, "voorbeelden": examples})


def write(docs: Path, outcome: Outcome) -> None:
    """Write an outcome into a folder of pages, in the place of an earlier one."""
    # A name that MkDocs passes over, so that a build that runs meanwhile finds the old file or the new one.
    beside = docs / f".{OUTCOME}"
    beside.write_text(json.dumps(asdict(outcome), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    beside.replace(docs / OUTCOME)
