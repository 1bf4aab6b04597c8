"""Changes as text for a terminal."""

from __future__ import annotations

import re

from polderkoers.problems import Problem
from polderkoers.report.changes.text import as_text

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
TYPO = {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"}
BRACKETS = {"was": "moeten zuinig zijn.", "wordt": "moeten zuinig zijn. Dit [-is-] nieuw."}
PLACE = {
    "in": "data/plaatsen.yaml",
    "was": "plaatsen:\n",
    "wordt": "plaatsen:\n  - {id: dijkdam, naam: Dijkdam, uitleg: Een dorp., soort: dorp}\n",
}


def test_a_change_is_told_with_both_sides(report):
    """The opening, the file, the item, the sentence and both sides stand in this order."""
    assert as_text(report(GOAL, TYPO, impact=())) == (
        "Van 2012 naar 2025\n"
        "2 wijzigingen: 1 inhoudelijk en 1 redactioneel.\n"
        "- Doelen en cijfers (1): 1 doel is aangescherpt.\n"
        "    1.1 Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt: de ondergrens gaat omhoog, van 10\n"
        "      naar 20 woningen.\n"
        "\n"
        "Kernopgave Fijn wonen (data/kernopgaven/fijn-wonen.yaml)\n"
        "\n"
        "  Doel 1: Genoeg huizen\n"
        "  - 1.1 Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt: de ondergrens gaat omhoog, van 10\n"
        "    naar 20 woningen. [inhoudelijk]\n"
        "    was:   De gemeente bouwt minstens [-10-] woningen per jaar. Alle woningen moeten zuinig zijn.\n"
        "    wordt: De gemeente bouwt minstens {+20+} woningen per jaar. Alle woningen moeten zuinig zijn.\n"
        "\n"
        "Alleen anders geschreven\n"
        "Dit zijn redactionele wijzigingen. Het beleid blijft hetzelfde: er staat bijvoorbeeld een typefout\n"
        "minder.\n"
        "\n"
        "Kernopgave Fijn wonen (data/kernopgaven/fijn-wonen.yaml)\n"
        "\n"
        "  Doel 2: Hoogstens 20 huizen staan leeg\n"
        "  - R.1 De schrijfwijze van de toelichting van doel 2 'Hoogstens 20 huizen staan leeg' van Fijn\n"
        "    wonen is aangepast: 'Leegstand' wordt 'Leegtand'. [redactioneel]\n"
        "    was:   [-Leegstand-] is niet goed voor de buurt. De gemeente onderzoekt hoe het beter kan.\n"
        "    wordt: {+Leegtand+} is niet goed voor de buurt. De gemeente onderzoekt hoe het beter kan."
    )


INSERTED = (
    {
        "was": "  - id: doel-minder-leegstand\n    nummer: 2\n",
        "wordt": "  - {id: doel-nieuw, nummer: 2, naam: Een park}\n  - id: doel-minder-leegstand\n    nummer: 3\n",
    },
    {"was": "  - id: doel-groen\n    nummer: 3\n", "wordt": "  - id: doel-groen\n    nummer: 4\n"},
)


def test_what_is_renumbered_together_is_one_line_of_the_opening(report):
    """Whoever inserts a goal reads once that those after it have another number, after what else is of that matter."""
    trade = {"was": "    plaatsen: [polderdam]\n", "wordt": "    plaatsen: [polderdam, dijkwijk]\n"}
    opening = as_text(report(*INSERTED, trade, impact=())).partition("\n\n")[0]
    told = " ".join(opening.partition("- Andere wijzigingen (3)")[2].split())
    assert told.startswith("1.1 Bij doel 1 'Genoeg huizen' van Fijn wonen ")
    assert told.endswith(
        "De doelen van Fijn wonen zijn doorgenummerd: nummer 2 tot en met 3 is nu nummer 3 tot en met 4."
    )
    assert "en nog" not in told


def test_goals_that_change_places_are_not_renumbered_together(report):
    """Two goals with each other's number have each a point of the decision, and each a line."""
    swapped = (
        {
            "was": "  - id: doel-minder-leegstand\n    nummer: 2\n",
            "wordt": "  - id: doel-minder-leegstand\n    nummer: 3\n",
        },
        {"was": "  - id: doel-groen\n    nummer: 3\n", "wordt": "  - id: doel-groen\n    nummer: 2\n"},
    )
    text = as_text(report(*swapped, impact=()))
    assert "doorgenummerd" not in text
    assert text.partition("\n\n")[0].count("verandert het") == 2


def test_no_line_is_longer_than_a_hundred_signs(report):
    """Everything is folded, also with colours."""
    for colour in (False, True):
        text = as_text(report(GOAL, TYPO, PLACE, colour=colour))
        assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in text.splitlines()) <= 100


def test_colour_adds_only_colour(report):
    """Removed words are red and struck, added ones green and underlined, and the text is the same."""
    plain, coloured = as_text(report(GOAL, TYPO)), as_text(report(GOAL, TYPO, colour=True))
    assert "\x1b[31;9m[-10-]\x1b[0m" in coloured
    assert "\x1b[32;4m{+20+}\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b" not in plain


def test_a_style_never_runs_on_past_a_line(report):
    """A replaced sentence of many lines is styled line by line."""
    long = {"was": "Leegstand is niet goed voor de buurt.", "wordt": " ".join(["Wij willen geen lege huizen."] * 12)}
    for line in as_text(report(long, colour=True)).splitlines():
        assert line.count("\x1b[0m") == len(re.findall(r"\x1b\[(?:31;9|32;4|1)m", line)) <= 2


def test_brackets_of_the_data_are_not_taken_for_marks(report):
    """Brackets in the text itself stay as they are, and get no colour of their own."""
    text = as_text(report(BRACKETS, impact=(), colour=True))
    assert "zijn. \x1b[32;4m{+Dit\x1b[0m\n           \x1b[32;4m[-is-] nieuw.+}\x1b[0m" in text


def test_entries_of_a_list_are_told_in_one_line(report):
    """New places need no heading each."""
    text = as_text(report(PLACE))
    assert "De lijst van plaatsen (data/plaatsen.yaml)\n  Nieuw (1): Dijkdam" in text
    assert "1 wijziging: in lijsten met namen." in text


def test_who_is_touched_is_named(report):
    """Parties, themes and places are named with the number of changes."""
    assert "Wie en wat dit raakt\n  Plaatsen: Polderdam (1)\n  Thema's: Wonen (1)\n" in as_text(report(GOAL))


def test_nothing_changed_is_said(report):
    """Without changes there is one sentence."""
    assert as_text(report()) == "Van 2012 naar 2025\nEr verandert niets in het beleid."


def test_filters_that_hide_everything_are_said(report):
    """The number of changes without the filter is told."""
    assert as_text(report(TYPO, GOAL, changes=(), impact=(), filters=("alleen inhoudelijk", "voor Inwoners"))) == (
        "Van 2012 naar 2025\nMet deze keuze blijft er geen wijziging over.\n"
        "Gekozen: alleen inhoudelijk en voor Inwoners. Zonder deze keuze zijn er 2 wijzigingen."
    )


def test_new_problems_and_skipped_files_are_told(report):
    """What could not be compared stands first, with its line, and the counts speak of the rest; new problems stand at the end."""
    problem = Problem("data/x.yaml", 3, 1, "let-op", "Kijk hier.", "doe dit.", level="waarschuwing")
    text = as_text(
        report(
            GOAL,
            {"in": "data/kernopgaven/prettig-leven.yaml", "was": "id: prettig-leven", "wordt": "id: 7"},
            problems_new=(problem,),
        )
    )
    assert "  - data/x.yaml, regel 3: waarschuwing [let-op] Kijk hier. Hoe op te lossen: doe dit." in text
    assert text.splitlines()[1] == "Niet alles is vergeleken. Wat hierin verandert, staat niet in deze vergelijking:"
    assert text.splitlines()[2].startswith("  - data/kernopgaven/prettig-leven.yaml, regel 2: ")
    assert "1 wijziging in wat te vergelijken is: inhoudelijk." in text


def test_a_filter_does_not_hide_what_was_not_compared(report):
    """Also when a choice leaves nothing, the files that could not be compared stand first."""
    broken = {"in": "data/kernopgaven/prettig-leven.yaml", "was": "id: prettig-leven", "wordt": "id: 7"}
    text = as_text(report(GOAL, broken, changes=(), filters=("in Plan",), impact=()))
    assert text.index("prettig-leven.yaml, regel 2") < text.index(
        "Met deze keuze blijft er in wat te vergelijken is geen"
    )
    assert "Er zijn geen nieuwe meldingen." in as_text(report(problems_new=()))


def test_signs_that_steer_a_terminal_are_not_printed(report):
    """An escape code or a turned reading direction becomes a visible sign, with and without colours."""
    problem = Problem("data/x.yaml", 1, 1, "regel", "Hier staat '\x1b[31m\u202e\x01-'.")
    for colour in (False, True):
        text = as_text(report(GOAL, old_name="\x1b[2J", problems_new=(problem,), colour=colour))
        assert "Van �[2J naar 2025" in text
        assert "'�[31m��-'" in text
        assert "\u202e" not in text
