"""The report below a proposal."""

from __future__ import annotations

import dataclasses

import pytest

from polderkoers.changes.deciding.drafted import NOTE, READING
from polderkoers.forge.defuse import BREAK, MAX_LENGTH, defuse
from polderkoers.problems import Problem
from polderkoers.report.changes.pull_request import LIMIT, NOTHING, PullRequest, as_pull_request

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
TYPO = {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"}
MONEY = {"was": "bedrag: 1000000", "wordt": "bedrag: 1250000"}
PREVIEW = "https://beleid.example/voorstel/"


def many(number):
    """Return an edit that adds so many places with a long explanation, and one that adds goals."""
    goals = "".join(
        f"  - {{id: doel-{place}, nummer: {place}, naam: Doel nummer {place}, toelichting: {'Een lange uitleg. ' * 20}}}\n"
        for place in range(10, 10 + number)
    )
    return {"was": "rollen:\n", "wordt": f"{goals}rollen:\n"}


def test_substance_comes_before_spelling(report):
    """First what matters, then what was only written anew, each below its file; a figure needs no table."""
    text = as_pull_request(PullRequest(report(GOAL, TYPO, MONEY, impact=())))
    assert text == (
        "## Wat er in het beleid verandert\n\n"
        "**3 wijzigingen: 2 inhoudelijk en 1 redactioneel.**\n\n"
        "- Doelen en cijfers (1): 1 doel is aangescherpt.\n"
        "    - 1.1 Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt: de ondergrens gaat omhoog, van 10 naar 20 woningen.\n"
        "- Geld (1): 1 bedrag wordt anders.\n"
        "    - 1.2 Bedrag 'Nieuwe huizen' van Fijn wonen gaat van 1.000.000 naar 1.250.000 euro: 250.000 euro erbij, dat is 25 procent.\n\n"
        "### Inhoudelijk\n\n"
        "#### Kernopgave Fijn wonen\n\n"
        "1.1 Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt: de ondergrens gaat omhoog, van 10 naar 20 woningen.\n\n"
        "| Was | Wordt |\n|---|---|\n"
        "| De gemeente bouwt minstens <del>10</del> woningen per jaar. Alle woningen moeten zuinig zijn. "
        "| De gemeente bouwt minstens <ins>20</ins> woningen per jaar. Alle woningen moeten zuinig zijn. |\n\n"
        "1.2 Bedrag 'Nieuwe huizen' van Fijn wonen gaat van 1.000.000 naar 1.250.000 euro: 250.000 euro erbij, dat is 25 procent.\n\n"
        "### Redactioneel\n\n"
        "#### Kernopgave Fijn wonen\n\n"
        "R.1 De schrijfwijze van de toelichting van doel 2 'Hoogstens 20 huizen staan leeg' van Fijn wonen is aangepast: "
        "'Leegstand' wordt 'Leegtand'.\n\n"
        "| Was | Wordt |\n|---|---|\n"
        "| <del>Leegstand</del> is niet goed voor de buurt. De gemeente onderzoekt hoe het beter kan. "
        "| <ins>Leegtand</ins> is niet goed voor de buurt. De gemeente onderzoekt hoe het beter kan. |\n\n"
        "<details><summary>Concept voor een besluit</summary>\n\n"
        f"*{NOTE}*\n\n{READING}\n\n"
        "#### 1. Kernopgave Fijn wonen\n\n"
        "**1.1** In de toelichting van doel 1 “Genoeg huizen” wordt “10” vervangen door “20”.\n\n"
        "**1.2** Bij bedrag “Nieuwe huizen” wordt voor het bedrag “1.000.000 euro” vervangen door “1.250.000 euro”.\n\n"
        "Niet in dit besluit:\n\n- 1 wijziging waarin iets alleen anders geschreven is (R.1).\n\n"
        "</details>\n"
    )


def test_the_impact_and_new_problems_are_told(report):
    """Who is touched, and what the check newly says stand below the changes; what was not compared stands first."""
    broken = {"in": "data/kernopgaven/prettig-leven.yaml", "was": "id: prettig-leven", "wordt": "id: 7"}
    problem = Problem("data/x.yaml", 1, 1, "regel", "Hier staat @iemand.", "haal het weg.")
    text = as_pull_request(PullRequest(report(GOAL, broken, problems_new=(problem,))))
    assert "### Wie en wat dit raakt\n\n- **Plaatsen:** Polderdam (1)\n" in text
    assert (
        "- data/x.yaml, regel 1: fout &#91;regel&#93; Hier staat &#64;<ins></ins>iemand. Hoe op te lossen: haal het weg."
        in text
    )
    assert text.startswith("## Wat er in het beleid verandert\n\n**Niet alles is vergeleken.** ")
    assert text.index("- data/kernopgaven/prettig-leven.yaml, regel 2: ") < text.index(
        "1 wijziging in wat te vergelijken is: "
    )


def test_many_problems_are_counted(report):
    """More than twenty problems are told by their number."""
    problems = tuple(Problem("data/x.yaml", line, 1, "regel", "Mis.") for line in range(1, 101))
    text = as_pull_request(PullRequest(report(problems_new=problems)))
    assert text.count("fout &#91;regel&#93;") == 20
    assert "En nog 80 andere. Alles zien: `polderkoers check`." in text


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((), ""),
        (("docs/over.md",), "\n\nBuiten het beleid verandert 1 bestand: de vaste teksten van de site (`docs/`)."),
        (
            ("scripts/x.py", "Makefile", "docs/a.md", "docs/b.md"),
            (
                "\n\nBuiten het beleid veranderen 4 bestanden: de vaste teksten van de site (`docs/`), de programma's "
                "(`scripts/`) en andere bestanden van het project."
            ),
        ),
    ],
)
def test_a_proposal_without_policy_says_so(report, files, said):
    """When nothing in the policy changes, that is all; which parts of the project do is named."""
    text = as_pull_request(PullRequest(report(problems_new=()), PREVIEW, other_files=files))
    assert text == f"## Wat er in het beleid verandert\n\n**{NOTHING}**{said}\n"


def test_a_file_that_cannot_be_read_is_no_proof_of_nothing(report):
    """When a file was not compared, the report does not say that nothing changes."""
    broken = {"in": "data/kernopgaven/prettig-leven.yaml", "was": "id: prettig-leven", "wordt": "id: 7"}
    text = as_pull_request(PullRequest(report(broken)))
    assert NOTHING not in text
    assert "**In de bestanden die te vergelijken zijn, verandert niets.**" in text


def test_the_preview_is_linked(report):
    """The preview is linked at the top and at each file that has a page, and the poster keeps those links."""
    pages = {"fijn-wonen": "kernopgaven/fijn-wonen/"}
    text = as_pull_request(PullRequest(report(GOAL), PREVIEW, pages.get))
    assert f"[Bekijk het voorbeeld van de site]({PREVIEW})" in text
    assert f"#### Kernopgave Fijn wonen ([voorbeeld]({PREVIEW}kernopgaven/fijn-wonen/))" in text
    posted = defuse(text, (PREVIEW,))
    assert f"[Bekijk het voorbeeld van de site](<{PREVIEW}>)" in posted
    assert posted.replace(BREAK, "").replace("(<", "(").replace(">)", ")") == text


@pytest.mark.parametrize(
    ("preview", "path"),
    [(PREVIEW, "a) [x](https://kwaad.example/"), (PREVIEW, "../../x/"), ("javascript:alert(1)/", "a/"), ("", "a/")],
)
def test_an_address_with_a_meaning_is_no_link(report, preview, path):
    """What could end a link or lead elsewhere is left out."""
    text = as_pull_request(PullRequest(report(GOAL), preview, lambda _: path))
    assert "voorbeeld](" not in text
    assert "kwaad" not in text


def test_a_long_report_is_cut_at_whole_changes(report):
    """What does not fit is counted, with the command that shows everything, and nothing is cut in the middle."""
    proposal = PullRequest(report(many(400), GOAL), see_all="polderkoers diff main voorstel")
    text = as_pull_request(proposal)
    shown = text.partition("### Inhoudelijk")[2].count("is nieuw.")
    assert 50 < shown < 400
    assert (
        f"**Nog {400 - shown} wijzigingen passen niet in dit verslag.** Alles zien: `polderkoers diff main voorstel`."
        in text
    )
    assert len(text) <= LIMIT
    posted = defuse(text)
    assert len(posted) < MAX_LENGTH
    assert posted.replace(BREAK, "") == text
    assert "### Wie en wat dit raakt" in text


def test_a_change_that_is_too_big_does_not_hide_the_others(report):
    """Smaller changes after a huge one are still shown, below the name of their file."""
    huge = {
        "was": "Leegstand is niet goed voor de buurt.",
        "wordt": " ".join(f"woord{number}" for number in range(600)),
    }
    text = as_pull_request(PullRequest(report(huge, MONEY)), 6_000)
    assert "#### Kernopgave Fijn wonen\n\n1.2 Bedrag 'Nieuwe huizen'" in text
    assert "**Nog 1 wijziging past niet in dit verslag.**" in text


@pytest.mark.parametrize("limit", [400, 2_000, 8_000])
def test_no_report_is_longer_than_asked(report, limit):
    """However little room there is, the report stays within it and counts every change."""
    found = dataclasses.replace(
        report(many(60), GOAL),
        problems_new=tuple(Problem("data/x.yaml", line, 1, "r", "Mis." * 50) for line in range(40)),
    )
    assert len(as_pull_request(PullRequest(found, see_all="x` @iedereen"), limit)) <= limit
    assert "@" not in as_pull_request(PullRequest(found, see_all="x` @iedereen"), limit)
