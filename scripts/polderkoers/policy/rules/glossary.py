"""Een begrip wordt uitgelegd met andere woorden dan het begrip zelf.

Wie een woord niet kent, heeft niets aan een uitleg met datzelfde woord.

Waarschuwing:

    # data/begrippen.yaml
    begrippen:
      - id: wmo
        naam: Wmo
        uitleg: De Wmo is een wet.

Goed:

    # data/begrippen.yaml
    begrippen:
      - id: wmo
        naam: Wmo
        uitleg: De wet over hulp van de gemeente.
        uitleg_van: redactie
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.model.catalogues import Begrip
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every term that stands in its own explanation."""
    for entry in context.policy.of_kind("begrip"):
        if isinstance(entry.item, Begrip) and re.search(
            rf"(?<!\w){re.escape(entry.item.naam)}", entry.item.uitleg, re.IGNORECASE
        ):
            yield Finding(
                entry,
                f"{entry.item.pointer}/uitleg",
                f"Het begrip '{entry.item.naam}' wordt uitgelegd met hetzelfde woord.",
                "gebruik andere woorden.",
                "waarschuwing",
            )
