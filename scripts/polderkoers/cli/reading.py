"""The commands that tell of the policy as it is: rules, how readable it is, what its goals lack."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import form_option, root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.errors import RuleUnknown


@polderkoers.command(
    cls=DutchCommand, help="Leg uit wat een melding betekent. Zonder REGEL: een lijst van alle regels."
)
@click.argument("regel", required=False, metavar="[REGEL]")
def explain(regel: str | None) -> int:
    """Show what a rule asks, with a wrong and a right example; 2 when there is no such rule."""
    from polderkoers.policy.rule_docs import rule_docs
    from polderkoers.report.rules import rule_as_text, rules_as_text

    docs = {doc.rule: doc for doc in rule_docs()}
    if regel is not None and regel not in docs:
        raise RuleUnknown(regel, tuple(docs))
    echo(rules_as_text(tuple(docs.values())) if regel is None else rule_as_text(docs[regel]))
    return 0


@polderkoers.command(cls=DutchCommand, help="Toon hoe leesbaar de teksten zijn, van moeilijk naar makkelijk.")
@root_option
@form_option(("text", "json"))
@click.option(
    "--most",
    type=click.IntRange(0),
    default=20,
    metavar="AANTAL",
    help="Hoeveel teksten; 0 is alle. Zonder deze optie: 20.",
)
def readability(root: Path, form: str, most: int) -> int:
    """List texts by score."""
    from polderkoers.policy.load import load
    from polderkoers.report.readability import readability_as_json, readability_as_text, texts_by_score

    texts = texts_by_score(load(root).policy)
    echo(readability_as_json(texts) if form == "json" else readability_as_text(texts, most))
    return 0


@polderkoers.command(
    "rode-draad",
    cls=DutchCommand,
    help="Toon welke doelen geen stap, activiteit, indicator, verantwoordelijke of geld hebben.",
)
@root_option
@form_option(("text", "json"))
def rode_draad(root: Path, form: str) -> int:
    """Show what the goals lack."""
    from polderkoers.policy.load import load
    from polderkoers.policy.threads import follow
    from polderkoers.report.threads import threads_as_json, threads_as_text

    found = follow(load(root).policy)
    echo(threads_as_json(found) if form == "json" else threads_as_text(found))
    return 0
