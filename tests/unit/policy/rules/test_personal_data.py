"""Personal data in a text: what may be of a person is told, what belongs to an organisation is not."""

from __future__ import annotations

import json

import pytest

from polderkoers.policy.rules import personal_data
from polderkoers.policy.rules.finding import Context
from support.made_up import KERNOPGAVE, policy_of


def found(text: str) -> list[tuple[str, str]]:
    """Return level and message of what is found in a text."""
    file = KERNOPGAVE.replace("samenvatting: Iedereen woont fijn.", f"samenvatting: {json.dumps(text)}")
    return [(finding.level, finding.message) for finding in personal_data.check(Context(policy_of(file)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mail j.jansen@polderdam.nl.", "mailadres dat van een persoon kan zijn: 'j.jansen@polderdam.nl'"),
        ("Mail werkman@polderdam.nl.", "'werkman@polderdam.nl'"),
        ("Mail raadsma.p@polderdam.nl.", "'raadsma.p@polderdam.nl'"),
        ("Bel 06-12345678.", "een mobiel telefoonnummer: '06-12345678'"),
        ("Bel +31 6 12 34 56 78", "een mobiel telefoonnummer"),
        ("Bel 0612345678.", "een mobiel telefoonnummer"),
        ("Bel (06) 1234 5678.", "een mobiel telefoonnummer"),
        ("Bel (+31)612345678.", "een mobiel telefoonnummer"),
        ("Bel 06/12345678.", "een mobiel telefoonnummer"),
        ("Bel 06\u201312345678.", "een mobiel telefoonnummer"),
        ("Mail j.jansen (at) polderdam.nl.", "'j.jansen@polderdam.nl'"),
        ("Mail j.jansen[at]polderdam.nl.", "'j.jansen@polderdam.nl'"),
        ("Bel 0527 - 12 34 56.", "een telefoonnummer"),
        ("Bel 0321-123456.", "een telefoonnummer: '0321-123456'"),
        ("Bel +31 (0)20 1234567", "een telefoonnummer"),
        ("Betaal op NL91ABNA0417164300.", "een rekeningnummer"),
    ],
)
def test_what_may_be_of_a_person_is_told(text, words):
    """A mail address, telephone number or account gives one warning that quotes it."""
    ((level, message),) = found(text)
    assert level == "waarschuwing"
    assert words in message


def test_a_bsn_is_a_fault_and_is_not_repeated():
    """A number that the word BSN stands beside stops the build, and the message does not spread it."""
    ((level, message),) = found("Haar BSN: 111222333.")
    assert level == "fout"
    assert "111222333" not in message


@pytest.mark.parametrize(
    "text",
    [
        "Mail info@polderdam.nl of wijkteam.noord@polderdam.nl.", "Mail klantenservice@x.nl, subsidies@x.nl of sociaal-team@x.nl.", "Mail waterschap@x.nl, dijkgraaf@x.nl, provincie@x.nl of statengriffie@x.nl.", "Bel 14 0527.", "Bel 0800-1234567 of 088 - 123 45 67.",
        "Nummer 111222333.", "BSN 123456789 is geen echt nummer.", "Er zijn 1.234.567 huizen in 2012-2025.", "Op 06-12-2025.",
        "NL00ABNA0417164300", "In 2012 2013 2014 2015", "€ 0,612345678",
    ],
)  # fmt: skip
def test_what_is_not_of_a_person_is_left_alone(text):
    """A function's address, a general number, and digits that are something else raise nothing."""
    assert found(text) == []
