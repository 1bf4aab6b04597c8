"""The answers of subjects: they say what they are taken from, and are told when that changed or is withdrawn."""

from __future__ import annotations

import pytest

from polderkoers.policy.answers import answer_of
from polderkoers.policy.index import Policy
from polderkoers.policy.readability import running_texts
from polderkoers.policy.rules import answers
from polderkoers.policy.rules.finding import Context
from support.made_up import BASIS, KERNOPGAVE, build_file, document

FILES = {path.stem: path.read_text(encoding="utf-8") for path in (BASIS / "data").glob("*.yaml")}
PARTS = ("wil", "merk", "tijd", "niet")


def policy_of(kernopgave: str, themas: str) -> Policy:
    """Return a policy with these subjects and this kernopgave."""
    texts = {**FILES, "themas": themas, "fijn-wonen": kernopgave}
    return Policy(build_file(document(text)) for text in texts.values())


def themas(marks: dict[str, str] | None = None) -> str:
    """Return a subject with an answer that is taken from a goal, with what is noted of that."""
    lines = ["    antwoord:"]
    for name in PARTS:
        mark = f', kenmerk: "{marks[name]}"' if marks else ""
        lines.append(f"      {name}: {{tekst: Er komen huizen., uit: [fijn-wonen/doel-genoeg-huizen]{mark}}}")
    return FILES["themas"] + "\n".join(lines) + "\n"


def marks_of(policy: Policy) -> dict[str, str]:
    """Return the marks that the answer should have."""
    return {part.name: answers.mark_of_part(part) for part in answer_of(policy, policy.entries["themas/wonen"])}


@pytest.fixture(scope="module")
def noted() -> str:
    """Return the subject with the marks of the policy as it is."""
    return themas(marks_of(policy_of(KERNOPGAVE, themas())))


def test_an_answer_of_which_nothing_changed_is_not_told(noted):
    """While the goal says what it said, the answer stands."""
    assert list(answers.check(Context(policy_of(KERNOPGAVE, noted)))) == []


def test_an_answer_of_which_the_goal_changed_is_told_with_the_new_mark(noted):
    """Every part that is taken from a goal that says something else is told, with what to write when it is still right."""
    policy = policy_of(KERNOPGAVE.replace("Genoeg huizen", "Meer huizen"), noted)
    found = list(answers.check(Context(policy)))
    assert [finding.pointer for finding in found] == [f"/themas/0/antwoord/{name}/kenmerk" for name in PARTS]
    assert "is veranderd: fijn-wonen/doel-genoeg-huizen" in found[0].message
    assert found[0].hint.endswith(f'kenmerk: "{marks_of(policy)["wil"]}".')


def test_an_answer_without_a_mark_is_asked_for_one():
    """Of what nobody noted, it cannot be seen whether it changed."""
    found = list(answers.check(Context(policy_of(KERNOPGAVE, themas()))))
    assert {finding.message for finding in found} == {"Er staat niet bij van welke tekst dit antwoord is gemaakt."}


def test_an_answer_from_what_is_withdrawn_is_told(noted):
    """A resident must not read as of today what is no longer in force."""
    policy = policy_of(KERNOPGAVE.replace("status: vastgesteld", "status: ingetrokken"), noted)
    found = list(answers.check(Context(policy)))
    assert [finding.pointer for finding in found] == [f"/themas/0/antwoord/{name}/uit/0" for name in PARTS]
    assert "ingetrokken" in found[0].message


def test_the_sentences_of_an_answer_are_measured_as_other_texts(noted):
    """How hard an answer is to read is known, with where it stands."""
    policy = policy_of(KERNOPGAVE, noted)
    told = dict(running_texts(policy.entries["themas/wonen"]))
    assert {f"antwoord/{name}/tekst" for name in PARTS} <= set(told)
