"""What an upgrade did, or would do, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.report.formats import as_text

if TYPE_CHECKING:
    from polderkoers.instance.upgrade import Upgraded, UpgradeStep


def upgrade_as_text(found: Upgraded, *, written: bool) -> str:
    """Return in Dutch what changed file by file, what would change, or what stands in the way."""
    if found.problems:
        return f"{as_text(found.problems)}\nEr is niets veranderd. Verbeter eerst deze bestanden, en geef de opdracht dan opnieuw."
    lines = [f"{step.file}: {_told(step)}" for step in found.steps]
    if not lines:
        lines = ["Alles is al bij: er is niets te veranderen."]
    elif written:
        lines.append("Klaar. Kijk het na met: polderkoers check")
    else:
        lines.append("Er is niets veranderd. Doe het echt met: polderkoers upgrade")
    if found.own_schemas is not None:
        lines.append(
            f"Let op: de map schema is van een oudere Polderkoers (schema {found.own_schemas}). Haal die map weg; Polderkoers heeft "
            "de schema's zelf. Staat hier een kopie van heel Polderkoers? Leg dan eerst de gegevens vast in Git. Haal daarna alles weg "
            "wat niet van jullie is, met: git rm -r -- . ':!data'. Zet de instellingen neer, met: polderkoers init . --bij-data"
        )
    return "\n".join([*lines, *_changed(found.changed)])


def _changed(patches: Mapping[str, str]) -> Iterator[str]:
    """Yield what an editor changed in what `init` gave, and how this engine would have it."""
    for file, patch in patches.items():
        yield (
            f"{file}: door jullie zelf veranderd, en daarom niet aangeraakt. Polderkoers zou er dit in veranderen. Neem over wat jullie "
            f"willen hebben:\n{patch.rstrip()}"
        )


def _told(step: UpgradeStep) -> str:
    if step.given and step.new:
        return "nieuw, en hoort bij de bestanden ernaast."
    if step.given:
        return "is nu zoals deze Polderkoers het maakt."
    if step.new:
        return "nieuw. Hierin staat wie de site maakt. Kijk na of alles klopt, en vul aan wat er nog niet staat."
    told = [_value(name, value) for name, value in step.changed]
    if step.added:
        told.append(f"erbij: {', '.join(step.added)}")
    if step.removed:
        told.append(f"weg: {', '.join(step.removed)}")
    return f"{'; '.join(told)}."


def _value(name: str, value: Any) -> str:
    """Return what a field became; of a list only that it was brought up to date."""
    if isinstance(value, list | dict):
        return f"'{name}' is bijgewerkt"
    return f"'{name}' is nu {value}"
