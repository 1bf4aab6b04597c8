"""Van een toezegging is bekend wanneer zij klaar moet zijn.

Zonder datum kan niemand zien of een toezegging te laat is: zij blijft open, en valt nooit op. Noem daarom bij 'uiterlijk' de datum die de
bron geeft. Noemt de bron geen datum? Zeg dat dan in 'noot'. Van wat is afgedaan, ingetrokken of vervallen, hoeft het niet.

Waarschuwing:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - id: toezegging-brief
        soort: toezegging
        naam: De raad krijgt een brief over de huizen
        datum: 2022-04-02

Goed:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - id: toezegging-brief
        soort: toezegging
        naam: De raad krijgt een brief over de huizen
        datum: 2022-04-02
        uiterlijk: 2022-Q4
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.besluiten import PROMISE, Besluit
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every promise that is open, has no last date, and no note that says why."""
    for entry in context.policy.of(Besluit):
        item = entry.item
        is_promise = item.soort == PROMISE and item.is_open
        if is_promise and item.uiterlijk is None and item.noot is None:
            message = f"Van de toezegging '{item.naam}' staat er niet bij wanneer zij klaar moet zijn."
            hint = "zet de datum uit de bron bij 'uiterlijk'. Noemt de bron er geen? Schrijf dan: noot: De bron noemt geen datum."
            yield Finding(entry, item.pointer, message, hint, "waarschuwing")
