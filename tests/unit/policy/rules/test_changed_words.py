"""A word of the organisation that changed, while addresses of before had the old one."""

from __future__ import annotations

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.rules import changed_words
from polderkoers.policy.rules.finding import Context, Finding, Past
from support.made_up import BASIS, document

PLAIN = (BASIS / "data" / "instelling.yaml").read_text(encoding="utf-8")


def own(more: str, eerder: str = "") -> str:
    """Return who publishes, with a word of its own for a kernopgave."""
    return f"{PLAIN}woorden:\n  kernopgave: {{enkelvoud: woord, meervoud: {more}, lidwoord: de{eerder}}}\n"


def found(now: str, before: str) -> list[Finding]:
    """Return what is found of who publishes, beside how that was before."""
    former = {"instelling": (build_file(document(before)),)}
    return list(changed_words.check(Context(Policy([build_file(document(now))]), past=Past(former=former))))


@pytest.mark.parametrize(
    ("now", "before", "hint"),
    [
        (own("ambities"), PLAIN, "oude adressen werken: eerder: [kernopgaven]."),
        (own("wensen", ", eerder: [kernopgaven]"), own("ambities"), "werken: eerder: [kernopgaven, ambities]."),
        (PLAIN, own("ambities"), "met kernopgave als woord: daar kan eerder: [ambities] bij."),
    ],
)
def test_a_word_that_stood_in_addresses_is_asked_for(now, before, hint):
    """The old plural is named with where it goes, beside those that are there."""
    (finding,) = found(now, before)
    assert finding.hint.endswith(hint)
    assert finding.level == "waarschuwing"


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (PLAIN, PLAIN),
        (own("ambities", ", eerder: [kernopgaven]"), PLAIN),
        (own("ambities").replace("enkelvoud: woord", "enkelvoud: ambitie"), own("ambities")),
        (PLAIN.replace("Polderdam", "Dijkdam"), PLAIN),
        (own("water ambities"), own("water-ambities")),
        (own("ambities", ", eerder: [water ambities]"), own("water-ambities")),
        (f"{own('ambities')}soorten: [plan]\n", PLAIN),
        (own("ambities"), f"{PLAIN}soorten: [plan]\n"),
    ],
)
def test_an_address_that_stays_or_is_kept_needs_nothing(now, before):
    """Who kept the plural, or says what it was, is not asked for anything."""
    assert found(now, before) == []


def test_only_what_is_certain_of_addresses_is_said():
    """Nobody knows here whether the site was to be seen already."""
    (finding,) = found(own("ambities"), PLAIN)
    assert (
        finding.message
        == "Eerst was het meervoud van kernopgave 'kernopgaven'. Dat woord staat in adressen van de site, als die er al was."
    )


def test_a_word_that_every_site_has_in_addresses_is_asked_for_whatever_is_used():
    """Goals and subjects have addresses also where not all kinds of policy are used; and so has each kind that is."""
    words = "soorten: [plan]\nwoorden:\n  {}: {{enkelvoud: woord, meervoud: wensen, lidwoord: de}}\n"
    usual = {"doel": "doelen", "thema": "onderwerpen", "plan": "plannen"}
    for kind, old in usual.items():
        (finding,) = found(PLAIN + words.format(kind), f"{PLAIN}soorten: [plan]\n")
        assert f"'{old}'" in finding.message
