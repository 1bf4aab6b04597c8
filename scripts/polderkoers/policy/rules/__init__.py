"""Rules across the policy: what no schema can say. One module per rule; its docstring documents it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polderkoers.policy.rules import (
    abbreviations,
    adopted,
    amounts,
    answers,
    baseline,
    changed_ids,
    changed_words,
    contact,
    coordinates,
    copies,
    dates,
    does_without,
    double_numbers,
    double_targets,
    doubles,
    explained,
    figures_in_text,
    filenames,
    former_addresses,
    garbled_letters,
    glossary,
    kinds_used,
    loose_signs,
    lost_addresses,
    markup,
    measurements,
    mixed_script,
    old_names,
    participants,
    period_words,
    personal_data,
    plan_parts,
    readability,
    references,
    reserved_ids,
    responsible,
    same_title,
    second_reading,
    self_links,
    shares,
    target_direction,
    target_years,
    translations,
    undated,
    unlikely,
    unused,
    validity,
    version_commit,
    version_content,
    version_date,
    version_fixed,
    version_number,
    version_order,
    version_origin,
    withdrawn,
)
from polderkoers.policy.rules.finding import Context, Finding

Rule = Callable[[Context], Iterator[Finding]]

_OF_VERSIONS = (version_commit, version_content, version_origin, version_fixed, version_order, version_date)

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
    *((module.RULE, module.check) for module in _OF_VERSIONS),
    ("opmaak-in-tekst", markup.check),
    ("persoonsgegevens", personal_data.check),
    ("dubbel-nummer", double_numbers.check),
    ("zelfde-naam", same_title.check),
    ("kopie", copies.check),
    ("cijfer-in-tekst", figures_in_text.check),
    ("oude-naam", old_names.check),
    ("deel-zonder-plan", plan_parts.check),
    ("deel-van-ingetrokken-plan", withdrawn.check),
    ("aandeel-buiten-grens", shares.check),
    ("bedrag-onder-nul", amounts.check),
    ("dubbele-meting", measurements.check),
    ("jaar-in-woorden", period_words.check),
    ("concept-vastgesteld", adopted.check),
    ("letters-verminkt", garbled_letters.check),
    ("id-veranderd", changed_ids.check),
    ("los-teken", loose_signs.check),
    ("soort-niet-gebruikt", kinds_used.check),
    ("meting-zonder-jaar", undated.check),
    ("onwaarschijnlijke-waarde", unlikely.check),
    ("zonder-onbekend", does_without.check),
    ("woord-veranderd", changed_words.check),
    ("dubbele-deelnemer", participants.check),
    ("oud-adres", former_addresses.check),
    ("adres-vervalt", lost_addresses.check),
    ("geldigheid", validity.check),
    ("gelezen-onbekend", second_reading.check),
    ("uitleg-zonder-herkomst", explained.check),
    ("antwoord-nalezen", answers.check),
    ("contact-nagekeken", contact.check),
    ("coordinaten", coordinates.check),
    ("vertaling-ouder", translations.check),
    ("streefwaarde-voor-nulmeting", target_years.check),
    ("streefwaarde-verkeerde-kant", target_direction.check),
    ("dubbele-streefwaarde", double_targets.check),
)
# What these find in a text is so whatever other files hold.
OF_ONE_TEXT = frozenset({"opmaak-in-tekst", "letters-verminkt"})


def check(context: Context, only: frozenset[str] = frozenset()) -> Iterator[tuple[str, Finding]]:
    """Yield the id of a rule with each of its findings, rule by rule; of all rules when none is named."""
    for name, rule in RULES:
        if only and name not in only:
            continue
        for finding in rule(context):
            yield name, finding
