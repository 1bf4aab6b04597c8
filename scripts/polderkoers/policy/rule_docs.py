"""The published page of every rule, read from the docstring of the function or module that holds it."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from polderkoers.policy import schema_number, site_rules, source_rules, unfilled
from polderkoers.policy.canonical import rules as canonical_rules
from polderkoers.policy.rules import RULES
from polderkoers.policy.schema_rules import fields, forms, lists, types, unknown, values

# The rules of reading and of the schemas, by the function that words them. Those across files name themselves in RULES.
_BY_FUNCTION: dict[str, Callable[..., Any]] = {
    "bestand-leesbaar": source_rules.unreadable,
    "bestand-overgeslagen": source_rules.not_read,
    "yaml-syntaxis": source_rules.syntax,
    "yaml-vorm": source_rules.form,
    "getal-schrijfwijze": source_rules.odd_number,
    "tekst-na-hekje": source_rules.lost_text,
    "veld-in-tekst": source_rules.field_in_text,
    "dubbele-sleutel": source_rules.double_key,
    "leeg-bestand": source_rules.empty,
    "onzichtbaar-teken": source_rules.hidden_sign,
    "soort": fields.unknown_kind,
    "veld-ontbreekt": fields.required,
    "onbekend-veld": unknown.additional,
    "verkeerd-type": types.wrong_type,
    "waarde-uit-lijst": values.not_in_list,
    "vorm": forms.wrong_form,
    "koppeling": values.unsafe_link,
    "lege-tekst": values.empty_text,
    "tekst-te-lang": values.too_long,
    "getal-buiten-grens": values.out_of_range,
    "lege-lijst": lists.empty_list,
    "dubbel-in-lijst": lists.double_in_list,
    "schema": values.other,
    "schema-nummer": schema_number.other_number,
    "nog-invullen": unfilled.still_to_fill,
    "vaste-vorm": canonical_rules.unchangeable,
    "bestand-schrijfbaar": canonical_rules.unwritable,
    "opmerking-weg": canonical_rules.comment_lost,
    "site-link": site_rules.dead_link,
    "site-contrast": site_rules.low_contrast,
    "site-rest": site_rules.left_over,
    "site-versie": site_rules.version_missing,
    "site-kop": site_rules.no_heading,
    "site-oud": site_rules.outdated,
}
_SECTION = re.compile(r"^(Fout|Waarschuwing|Goed):[ \n]", re.MULTILINE)
_FILE = re.compile(r"\A# (data/\S+\.yaml)\n")


@dataclass(frozen=True)
class Example:
    """A wrong or right example: YAML for a file, or (`file` is empty) plain words where YAML cannot show it."""

    file: str
    text: str


@dataclass(frozen=True)
class RuleDoc:
    """A rule for an editor: its id and level, what it asks, why, and an example of each kind."""

    rule: str
    level: str
    title: str
    text: str
    wrong: Example
    right: Example


def rule_docs() -> tuple[RuleDoc, ...]:
    """Return the page of every rule, in alphabetical order of their ids."""
    return tuple(sorted((_parse(rule, text) for rule, text in _docstrings()), key=lambda doc: doc.rule))


def _docstrings() -> Iterator[tuple[str, str]]:
    for rule, function in _BY_FUNCTION.items():
        yield rule, inspect.getdoc(function) or ""
    for rule, check in RULES:
        yield rule, inspect.getdoc(sys.modules[check.__module__]) or ""


def _parse(rule: str, docstring: str) -> RuleDoc:
    """Split a docstring in title, text and the two examples. Raises `ValueError` when it has another form."""
    title, _, rest = docstring.partition("\n\n")
    parts = _SECTION.split(rest)
    if len(parts) != 5 or parts[1] == "Goed" or parts[3] != "Goed":
        raise ValueError(f"{rule}: a rule has a title, a text, one wrong and one right example")
    text, level, wrong, _, right = parts
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
    return RuleDoc(rule, level.lower(), title.rstrip("."), text, _example(wrong), _example(right))


def _example(section: str) -> Example:
    lines = textwrap.dedent(section.strip("\n"))
    if not section.startswith("\n"):
        return Example("", " ".join(section.split()))
    found = _FILE.match(lines)
    if found is None:
        return Example("data/kernopgaven/fijn-wonen.yaml", lines)
    return Example(found[1], lines[found.end() :])
