"""Een id komt één keer voor.

Met een id wijst de site een onderdeel aan: in een adres, in een verwijzing en bij het vergelijken van versies. Staat
hetzelfde id er twee keer, dan weet niemand welk onderdeel is bedoeld. De melding noemt beide plekken.

Fout:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
      - id: doel-genoeg-huizen
        nummer: 2
        naam: Betaalbare huizen

Goed:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
      - id: doel-betaalbare-huizen
        nummer: 2
        naam: Betaalbare huizen
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from polderkoers.policy.index import Double
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.schema_rules.naming import slug

_AWAY = "haal dit bestand weg"


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the second place of every double id, naming the first."""
    for double in context.policy.doubles:
        if double.second.is_file and double.first.is_file:
            yield _copied_file(double)
            continue
        message = f"Het id '{double.second.item.id}' staat hier voor de tweede keer."
        hint = "geef dit onderdeel een ander id; verander het oude niet, want andere bestanden verwijzen ernaar."
        if _bare(asdict(double.first.item)) == _bare(asdict(double.second.item)):
            message = f"{message} Alles wat erbij staat, is gelijk aan de eerste keer."
            hint = "haal dit onderdeel hier weg. Moest het iets nieuws worden? Geef het dan een ander id en een eigen tekst."
        yield Finding(double.second, f"{double.second.item.pointer}/id", message, hint, first=double.first)


def _bare(value: Any) -> Any:
    """Return what an item says, without where each part of it stands."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name != "pointer"}
    return list(map(_bare, value)) if isinstance(value, list | tuple) else value


def _copied_file(double: Double) -> Finding:
    """Return that a file has the id of another: the one that is not called by the id, or stands elsewhere, is the copy."""
    first, second = double.first.file, double.second.file
    message = f"Dit bestand heeft hetzelfde id ('{second.id}') en is zo te zien een kopie van {first.file}."
    if second == first:
        return Finding(double.second, "/id", message, f"{_AWAY}. {_if_new(double)}")
    message = f"{message} Er staat wel iets anders in."
    hint = f"kijk welke tekst de goede is, zet die in {first.file}, en {_AWAY}. {_if_new(double)}"
    return Finding(double.second, "/id", message, hint)


def _if_new(double: Double) -> str:
    """Return what to do when the file is no copy but something new."""
    first, second = double.first.file, double.second.file
    if not second.kind.folder:
        return f"Van de soort '{second.soort}' is er één bestand. Staat hier iets nieuws in? Zet het daarin."
    name = PurePosixPath(second.file).stem
    new = slug(name)
    if new == first.id:
        return "Is het nieuw beleid? Geef dan het id en het bestand samen een andere naam, en ook de onderdelen."
    also = "" if new == name else f", noem het bestand {new}.yaml"
    return f"Is het nieuw beleid? Schrijf dan id: {new}{also}, en geef ook de onderdelen een eigen naam."
