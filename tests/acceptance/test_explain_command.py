"""The command that explains a rule."""

from __future__ import annotations

from polderkoers.cli import main
from polderkoers.policy.rule_docs import rule_docs


def test_a_rule_is_explained_with_both_examples(capsys):
    """The explanation gives what the rule asks, why, and what is wrong and right."""
    assert main(["explain", "onbekend-veld"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Een onderdeel heeft alleen velden die de site kent. [onbekend-veld]")
    assert "Vaak is het een typefout." in " ".join(printed.split())
    assert "Zo niet: (data/kernopgaven/fijn-wonen.yaml)\n\n    title: Fijn wonen" in printed
    assert printed.rstrip().endswith("    titel: Fijn wonen")


def test_every_rule_can_be_explained(capsys):
    """There is an explanation of every rule, and the list names them all."""
    assert main(["explain"]) == 0
    listed = [row.split()[0] for row in capsys.readouterr().out.splitlines()]
    assert listed == [doc.rule for doc in rule_docs()]
    for rule in listed:
        assert main(["explain", rule]) == 0
        assert f"[{rule}]" in capsys.readouterr().out


def test_an_unknown_rule_names_the_nearest(capsys):
    """A typing error gives a Dutch line with the nearest rule, and exit code 2."""
    assert main(["explain", "onbekent-veld"]) == 2
    assert "Er is geen regel 'onbekent-veld'. Bedoelde je 'onbekend-veld'?" in capsys.readouterr().err
