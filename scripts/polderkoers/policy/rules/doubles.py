"""An id stands once: in its file, and for a file in the whole folder.

Fout: twee doelen met `id: doel-meedoen` in hetzelfde bestand.

Goed: `id: doel-meedoen` en `id: doel-meedoen-in-de-buurt`
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the second place of every double id, naming the first."""
    for double in context.policy.doubles:
        where = (
            f"in {double.first.file.file}"
            if double.second.is_file
            else f"bij '{double.first.item.label}' ({double.first.item.pointer})"
        )
        yield Finding(
            double.second,
            f"{double.second.item.pointer}/id",
            f"Het id '{double.second.item.id}' is al gebruikt {where}.",
            "geef dit onderdeel een ander id; verander het oude niet, want andere bestanden verwijzen ernaar.",
        )
