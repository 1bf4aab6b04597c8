"""Rules across the policy: what no schema can say. One module per rule; its docstring documents it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polderkoers.policy.rules import (
    abbreviations,
    adopted,
    amounts,
    baseline,
    dates,
    doubles,
    filenames,
    glossary,
    measurements,
    mixed_script,
    period_words,
    readability,
    references,
    reserved_ids,
    responsible,
    self_links,
    shares,
    unused,
    version_number,
)
from polderkoers.policy.rules.finding import Context, Finding

Rule = Callable[[Context], Iterator[Finding]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("dubbel-id", doubles.check),
    ("gereserveerd-id", reserved_ids.check),
    ("bestandsnaam", filenames.check),
    ("verwijzing-onbekend", references.check),
    ("verwijzing-naar-zichzelf", self_links.check),
    ("jaarvolgorde", dates.check),
    ("nulmeting-ontbreekt", baseline.check),
    ("verantwoordelijke-zonder-organisatie", responsible.check),
    ("ongebruikt", unused.check),
    ("leesbaarheid", readability.check),
    ("afkorting", abbreviations.check),
    ("begrip-met-zichzelf", glossary.check),
    ("gemengd-schrift", mixed_script.check),
    ("versie-niet-opgehoogd", version_number.check),
    ("aandeel-buiten-grens", shares.check),
    ("bedrag-onder-nul", amounts.check),
    ("dubbele-meting", measurements.check),
    ("jaar-in-woorden", period_words.check),
    ("concept-vastgesteld", adopted.check),
)


def check(context: Context) -> Iterator[tuple[str, Finding]]:
    """Yield the id of a rule with each of its findings, rule by rule."""
    for name, rule in RULES:
        for finding in rule(context):
            yield name, finding
