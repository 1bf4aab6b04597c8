"""A link of `samenhang` goes to something else than the item that holds it.

Fout: `samenhang: [{met: mensen-doen-mee, …}]` in mensen-doen-mee.yaml zelf

Goed: `samenhang: [{met: wonen-en-sociaal-domein, …}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every item that is linked to itself."""
    for reference in context.policy.references:
        if reference.field == "met" and reference.target is not None and reference.target.ref == reference.source.ref:
            yield Finding(
                reference.source,
                reference.pointer,
                "Dit onderdeel verwijst naar zichzelf.",
                "noem een ander onderdeel, of haal het verband weg.",
            )
