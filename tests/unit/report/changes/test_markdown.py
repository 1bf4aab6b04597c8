"""Changes as Markdown."""

from __future__ import annotations

import re

from polderkoers.forge.defuse import BREAK, defuse
from polderkoers.report.changes.markdown import as_markdown

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
EVIL = {
    "was": "minstens 10 woningen",
    "wordt": "<img src=x> | @iedereen (#12) [x](https://kwaad.example) **vet**",
}


def test_a_change_is_a_sentence_and_a_table(report):
    """The name of the item is a heading, and both sides stand beside each other."""
    assert (
        "## Kernopgave Fijn wonen\n\n### Doel 1: Genoeg huizen\n\n"
        "**1.1** Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt: de ondergrens gaat omhoog, van 10 naar 20 woningen. *(inhoudelijk)*\n\n"
        "| Was | Wordt |\n|---|---|\n"
        "| De gemeente bouwt minstens <del>10</del> woningen per jaar. Alle woningen moeten zuinig zijn. "
        "| De gemeente bouwt minstens <ins>20</ins> woningen per jaar. Alle woningen moeten zuinig zijn. |\n"
    ) in as_markdown(report(GOAL))


def test_data_never_becomes_markdown(report):
    """Elements, mentions, links and table signs of the data are text, and the table keeps its two columns."""
    text = as_markdown(report(EVIL))
    assert not re.search(r"<(?!/?(?:del|ins)>)|@|\]\(|\*\*vet|://", text)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {3}


def test_a_new_file_is_told_by_its_goals(report):
    """A whole kernopgave is its summary, its goals and numbers, not a dump."""
    gone = {"in": "data/kernopgaven/fijn-wonen.yaml", "weg": True}
    text = as_markdown(report(old=(gone,)))
    assert "- **Samenvatting:** Iedereen woont fijn in de gemeente." in text
    assert "**3 doelen:**\n\n- Doel 1: Genoeg huizen\n" in text
    assert "Verder: 1 urgentie, " in text
    assert "bouwt minstens" not in text
    assert "- Documenten (1): 1 kernopgave is nieuw.\n    - 1.1 Kernopgave Fijn wonen is nieuw, met geld: " in text
    assert "'). Daarin: 3 doelen" in text


def test_a_removed_goal_keeps_its_name(report):
    """What goes is shown by its name and its text."""
    gone = {
        "was": "  - id: doel-groen\n    nummer: 3\n    naam: Een groene buurt\n    toelichting: Inwoners doen mee met het groen in hun eigen buurt, ook 's avonds en in het weekend.\n",
        "wordt": "",
    }
    text = as_markdown(report(gone))
    assert "### Doel 3: Een groene buurt\n\n**1.1** Doel 3 'Een groene buurt' van Fijn wonen is vervallen." in text
    assert "- **Toelichting:** Inwoners doen mee" in text


def test_the_poster_keeps_all_of_it(report):
    """Nothing but invisible signs differs after `defuse`."""
    text = as_markdown(report(GOAL))
    assert defuse(text).replace(BREAK, "") == text


def test_nothing_changed_is_said(report):
    """Without changes there is one sentence."""
    assert as_markdown(report()) == "# Wijzigingen van 2012 naar 2025\n\n**Er verandert niets in het beleid.**\n"
