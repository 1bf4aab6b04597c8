"""Who publishes, in the words of a sentence."""

from __future__ import annotations

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.publisher import Publisher, publisher_of
from support.made_up import document

HEAD = 'soort: instelling\nid: instelling\nversie: "1.0"\nstatus: null\nschema: 3\ngebied: polderdam\n'


def publisher(text: str) -> Publisher:
    """Return who publishes, as data/instelling.yaml says."""
    return publisher_of(Policy([build_file(document(HEAD + text))]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "naam: Polderdam\ntype: gemeente",
            ("de gemeente Polderdam", "Gemeente Polderdam", "deze gemeente", "de gemeenteraad"),
        ),
        (
            "naam: Zeerijk\ntype: provincie",
            ("de provincie Zeerijk", "Provincie Zeerijk", "deze provincie", "Provinciale Staten"),
        ),
        (
            "naam: Dijk en Sloot\ntype: waterschap",
            ("het waterschap Dijk en Sloot", "Waterschap Dijk en Sloot", "dit waterschap", "het algemeen bestuur"),
        ),
        (
            "naam: Hoogheemraadschap van Zeerijk\ntype: waterschap\nlidwoord: het",
            (
                "het Hoogheemraadschap van Zeerijk",
                "Hoogheemraadschap van Zeerijk",
                "dit waterschap",
                "het algemeen bestuur",
            ),
        ),
        (
            "naam: Regio Zeerijk\ntype: samenwerking\nbestuur: de regioraad",
            ("de Regio Zeerijk", "Regio Zeerijk", "deze samenwerking", "de regioraad"),
        ),
    ],
)
def test_a_type_gives_its_article_its_noun_and_the_name_of_its_council(text, words):
    """Type and name give all words for a sentence; what the data say themselves goes before."""
    found = publisher(text)
    assert (found.full, found.name, found.this, found.council) == words


@pytest.mark.parametrize(
    ("text", "adopter", "clerk"),
    [
        ("naam: Polderdam\ntype: gemeente", "Gemeenteraad", "de griffie"),
        ("naam: Zeerijk\ntype: provincie", "Provinciale Staten", "de griffie"),
        ("naam: Dijk en Sloot\ntype: waterschap", "Algemeen bestuur", "het secretariaat"),
        ("naam: Zeerijk\ntype: samenwerking\nbestuur: de regioraad", "Regioraad", "het secretariaat"),
    ],
)
def test_a_decision_is_noted_in_the_name_of_its_council(text, adopter, clerk):
    """What is typed with a decision, and who helps to write it, follow from the type too."""
    found = publisher(text)
    assert (found.adopter, found.clerk) == (adopter, clerk)


def test_without_a_publisher_the_words_are_neutral():
    """Data that do not say who publishes speak of this organisation."""
    found = publisher_of(Policy([]))
    assert (found.full, found.the, found.council, found.area) == (
        "deze organisatie",
        "de organisatie",
        "het bestuur",
        "",
    )
