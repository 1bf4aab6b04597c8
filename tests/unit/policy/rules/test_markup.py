"""Markup and addresses in a text: found when they are that, and silent about signs that a text may well hold."""

from __future__ import annotations

import json

import pytest

from polderkoers.policy.markup_signs import found_in
from polderkoers.policy.rules import markup
from polderkoers.policy.rules.finding import Context
from support.made_up import KERNOPGAVE, policy_of


def said(text: str) -> list[str]:
    """Return the messages about a text that stands in the summary of a made-up kernopgave."""
    file = KERNOPGAVE.replace("samenvatting: Iedereen woont fijn.", f"samenvatting: {json.dumps(text)}")
    return [finding.message for finding in markup.check(Context(policy_of(file)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dit is <b>vet</b>.", "een code van HTML: '<b>'"),
        ("Regel een.<br/>Regel twee.", "een code van HTML: '<br/>'"),
        ("Zie <a href='x'>hier</a>.", "een code van HTML"),
        ("Wonen &amp; werken", "een teken in de vorm van HTML: '&amp;'"),
        ("Dit is **vet**.", "vette tekst in de vorm van Markdown: '**vet**'"),
        ("Dit is __vet__.", "vette tekst"),
        ("Dit is *schuin*.", "schuine tekst in de vorm van Markdown: '*schuin*'"),
        ("Dit is _schuin_.", "schuine tekst"),
        ("Zie [de motie](https://x.nl/a).", "een link in de vorm van Markdown: '[de motie](https://x.nl/a)'"),
        ("# Kop\nTekst", "een kop in de vorm van Markdown: '# Kop'"),
        ("Dit:\n- een\n- twee", "een opsomming met streepjes of bolletjes: '- een'"),
        ("• een", "een opsomming"),
        ("Typ `dit`.", "een stukje code"),
        ("| a | b |\n|---|---|", "een tabel"),
        ("Kijk op https://polderdam.nl/a.", "een internetadres: 'https://polderdam.nl/a'"),
        ("Kijk op www.polderdam.nl.", "een internetadres: 'www.polderdam.nl'"),
    ],
)
def test_markup_is_named_and_quoted(text, words):
    """One message says what stands there, and quotes it without the full stop behind it."""
    (message,) = said(text)
    assert words in message


@pytest.mark.parametrize(
    "text",
    [
        "Iedereen < 30 en > 65.", "a<b en b>c", "<30 jaar>", "3 * 4 * 5", "R&D & co; AT&T", "a_b_c en snake_case",
        "Nummer #1", "een [sic] fout", "Kijk op polderdam.nl.", "Dit - en dat - is zo.", "Kop\nregel - streep", "x | y",
        "De * achter het woord", "Zie (hier) en [daar] (niet)",
    ],
)  # fmt: skip
def test_signs_that_are_no_markup_are_left_alone(text):
    """A sign that also occurs in plain text raises nothing."""
    assert said(text) == []


def test_the_hint_gives_the_link_to_paste():
    """An address in a text comes back in the hint as the source to write, with https in front."""
    file = KERNOPGAVE.replace("Iedereen woont fijn.", "Kijk op www.polderdam.nl/wonen voor meer.")
    (finding,) = markup.check(Context(policy_of(file)))
    assert finding.hint == (
        "noem in de tekst alleen de naam van de website: polderdam.nl."
        " Is dit de bron? Schrijf dan ook: bron: {link: https://www.polderdam.nl/wonen}"
    )


@pytest.mark.parametrize(
    ("address", "count"), [("www.polderdam.nl", 0), ("www.polderdam.nl/wonen", 1), ("https://x.nl", 1)]
)
def test_an_example_may_name_a_website_as_its_source_does(address, count):
    """In an example, which is in the words of others, www.polderdam.nl is a name; an address with a path is not."""
    more = f"voorbeelden:\n  - {{id: voorbeeld-huis, titel: Een huis, tekst: Kijk op {address}}}\n"
    assert len(list(markup.check(Context(policy_of(KERNOPGAVE + more))))) == count


@pytest.mark.parametrize(
    "text",
    [
        "Let op*: dit geldt niet.", "Zie (*) en (*).", "2*3*4 en 5 * 6", "B&W; en R&D; doen mee.", "> 300 huizen", "# 5 op de lijst",
        "`s Avonds naar `t Hof", "De naam is _ of iets_anders_dan_dat.", "Dat is zo [sic] gezegd.", "Tussen 5 < x en x > 3.",
        "Wat? En hoe? Zo!", "De maat is XXL.", "Het is ~ 5 graden.", "Een test van de tekst volgt in juni.", "Oost | West",
    ],
)  # fmt: skip
def test_signs_that_only_look_like_markup_are_left_alone(text):
    """A note mark, a comparison, an apostrophe of a keyboard or a name with dashes below raises nothing."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Dit is **vet**.", "fout"),
        ("Regel &eacute;en.", "fout"),
        ("| a | b |\n|---|---|", "fout"),
        ("# Kop\nTekst", "fout"),
        ("Dit:\n- een\n- twee", "waarschuwing"),
        ("De bron zegt dit[1].", "waarschuwing"),
        ("Kijk op https://polderdam.nl/a.", "waarschuwing"),
    ],
)
def test_what_is_certain_is_a_fault(text, level):
    """What can only be markup is a fault; what may be meant so is a warning."""
    file = KERNOPGAVE.replace("samenvatting: Iedereen woont fijn.", f"samenvatting: {json.dumps(text)}")
    assert [finding.level for finding in markup.check(Context(policy_of(file)))] == [level]


@pytest.mark.parametrize(
    "text", ["een" + "\n" * 50_000 + "b", "<a b" + "=" * 50_000, "<a =" + " " * 50_000, "[a](" + "b" * 50_000]
)
def test_a_long_run_of_signs_is_judged_at_once(text):
    """A text that only begins like markup is read once, however long it is: in the werkbank others wait for it."""
    assert list(found_in(text)) == []
