"""A glossary term is not explained with itself.

Waarschuwing: mantelzorg: "Zorg door mantelzorgers."

Goed: mantelzorg: "Zorg voor iemand die je na staat, zonder loon."
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
