"""What ships with the engine follows the schemas that the data of an instance follow."""

from __future__ import annotations

from polderkoers.policy.general import general_files, general_left_out
from polderkoers.policy.schema import Schemas
from support.made_up import ROOT


def test_what_ships_is_right_by_the_same_schemas():
    """Every file that ships is of a known kind and has no fault."""
    schemas = Schemas(ROOT)
    assert [(document.file, list(schemas.judge(document))) for document in general_files()] == [
        ("zoekwoorden.yaml", [])
    ]


def test_ordinary_words_of_a_question_are_known_without_any_data():
    """Articles, question words and helping verbs say nothing about what someone looks for."""
    words = general_left_out()
    assert {"de", "wat", "waar", "kan", "ik"} <= set(words)
    assert len(words) == len(set(words)) > 100
