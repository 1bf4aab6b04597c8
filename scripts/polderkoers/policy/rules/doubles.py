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

from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the second place of every double id, naming the first."""
    for double in context.policy.doubles:
        yield Finding(
            double.second,
            f"{double.second.item.pointer}/id",
            f"Het id '{double.second.item.id}' staat hier voor de tweede keer.",
            "geef dit onderdeel een ander id; verander het oude niet, want andere bestanden verwijzen ernaar.",
            first=double.first,
        )
