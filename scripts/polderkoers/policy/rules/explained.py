"""Bij elke uitleg staat waar die vandaan komt: uit een bron, of van de redactie.

Een lezer moet weten wat het beleid zelf zegt en wat de redactie erbij vertelt. Zet bij een begrip, organisatie, plaats, partij of
rolsoort 'uitleg_van: bron', met document en plek bij 'bron'. Of zet er 'uitleg_van: redactie': dan is het algemene kennis.

Waarschuwing:

    # data/begrippen.yaml
    begrippen:
      - {id: wmo, naam: Wmo, uitleg: De wet over hulp van de gemeente.}

Goed:

    # data/begrippen.yaml
    begrippen:
      - {id: wmo, naam: Wmo, uitleg: De wet over hulp van de gemeente., uitleg_van: redactie}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.base import Uitgelegd
from polderkoers.policy.model.having import uitleg_of
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every explanation that does not say where it comes from, or says a source and names none."""
    for entry in context.policy.of(Uitgelegd):
        item = entry.item
        if uitleg_of(item) and (lacking := _lacking(item)):
            yield Finding(entry, f"{item.pointer}/uitleg", *lacking, "waarschuwing")


def _lacking(item: Uitgelegd) -> tuple[str, str] | None:
    """Return what the origin of an explanation lacks, and the cure; None when it lacks nothing."""
    if item.uitleg_van is None:
        message = f"Bij '{item.label}' staat niet waar de uitleg vandaan komt."
        return message, "zet erbij 'uitleg_van: bron', met document en plek bij 'bron', of 'uitleg_van: redactie'."
    if item.uitleg_van == "bron" and not (item.bron and item.bron.document and item.bron.plek):
        message = f"De uitleg van '{item.label}' komt uit een bron, maar er staat niet welke, of niet waar in die bron."
        return message, "noem document en plek: bron: {document: id-uit-documenten, plek: …}."
    return None
