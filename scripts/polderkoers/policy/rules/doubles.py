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
from pathlib import PurePosixPath

from polderkoers.policy.index import Double
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.schema_rules.naming import slug


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the second place of every double id, naming the first."""
    for double in context.policy.doubles:
        if double.second.is_file and double.first.is_file:
            yield _copied_file(double)
            continue
        yield Finding(
            double.second,
            f"{double.second.item.pointer}/id",
            f"Het id '{double.second.item.id}' staat hier voor de tweede keer.",
            "geef dit onderdeel een ander id; verander het oude niet, want andere bestanden verwijzen ernaar.",
            first=double.first,
        )


def _copied_file(double: Double) -> Finding:
    """Return that a file has the id of another: the one that is not called by the id is the copy."""
    name = PurePosixPath(double.second.file.file).stem
    new = slug(name)
    own = f"id: {new}" if new != double.first.item.id else "een ander id"
    also = "" if new == name else f", en noem het bestand {new}.yaml"
    if new == double.first.item.id:
        also = " en dezelfde naam"
    return Finding(
        double.second,
        "/id",
        f"Dit bestand heeft hetzelfde id ('{double.second.item.id}') en is zo te zien een kopie van {double.first.file.file}.",
        f"haal dit bestand weg. Is het nieuw beleid? Schrijf dan {own}{also}, en geef ook de onderdelen een eigen naam.",
    )
