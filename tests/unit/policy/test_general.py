"""What ships with the engine follows the schemas and rules that the data of an instance follow."""

from __future__ import annotations

from polderkoers.policy import rules
from polderkoers.policy.general import general_files, general_left_out, general_path, general_policy
from polderkoers.policy.index import Policy
from polderkoers.policy.rules.finding import Context
from polderkoers.policy.schema import Schemas
from support.made_up import ROOT

# These look at an instance as a whole: what ships is no policy, and is read where something uses it.
_OF_AN_INSTANCE = {"ongebruikt", "bestandsnaam", "verwijzing-onbekend"}


def test_what_ships_is_right_by_the_same_schemas():
    """Every file that ships is of a known kind and has no fault."""
    schemas = Schemas(ROOT)
    found = {document.file: list(schemas.judge(document)) for document in general_files()}
    assert list(found) == ["begrippen.yaml", "organisaties.yaml", "roles.yaml", "zoekwoorden.yaml"]
    assert [problem for problems in found.values() for problem in problems] == []


def test_what_ships_keeps_the_rules_for_texts():
    """No explanation holds its own word, an abbreviation that nobody explains, or a sentence that is too hard."""
    found = [
        (name, finding.entry.ref, finding.message)
        for name, finding in rules.check(Context(general_policy()))
        if name not in _OF_AN_INSTANCE
    ]
    assert found == []


def test_what_ships_refers_to_what_ships():
    """A term that is to be seen as well, and the organisation behind a party, ship too; subjects are those of an instance."""
    references = general_policy().references
    assert [
        each.wanted for each in references if each.target is None and each.kind in ("begrippen", "organisaties")
    ] == []


def test_every_file_that_ships_can_be_published():
    """Each file has a name on a site, and stands where that name leads."""
    assert all(general_path(file.file).is_file() for file in general_policy().files)
    assert all(entry.is_shipped for entry in general_policy().entries.values())
    assert not any(entry.is_shipped for entry in Policy(()).entries.values())


def test_ordinary_words_of_a_question_are_known_without_any_data():
    """Articles, question words and helping verbs say nothing about what someone looks for."""
    words = general_left_out()
    assert {"de", "wat", "waar", "kan", "ik"} <= set(words)
    assert len(words) == len(set(words)) > 100
