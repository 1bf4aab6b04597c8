"""Made-up answers, contacts and goals of today for the page of building blocks."""

from __future__ import annotations

from polderkoers.website.views.answered import AnswerLine, GoalOfToday
from polderkoers.website.views.contacts import ContactCard
from polderkoers.website.views.link import Link
from polderkoers.website.views.often_asked import QuestionCard

_HERE = "meedoen/bouwstenen/"
_GOAL = Link("Voorbeelddoel", f"{_HERE}#items")
_PARTY = Link("Voorbeeldpartij", f"{_HERE}#rolmatrix")

ANSWER = (
    AnswerLine("wil", "Wat wil de organisatie?", "Wat het beleid wil, in gewone taal.", (_GOAL,)),
    AnswerLine("merk", "Wat merk je ervan?", "Wat een inwoner ervan merkt.", (_GOAL,)),
    AnswerLine("tijd", "Wanneer?", "Een jaar, of dat er geen jaar staat.", (_GOAL,)),
    AnswerLine("niet", "Wat staat er niet in?", "Wat iemand zou verwachten en er niet staat.", (_GOAL,)),
)
CONTACTS = (
    ContactCard(
        "voorbeeldbalie", "Voorbeeldbalie", "Alles is bekend.", "0999 12 34 56", "balie@voorbeeld.example", "Voorbeeldstraat 1",
        "https://www.voorbeeld.example", "Voorbeeldgids", "https://www.voorbeeld.example/gids", "1 mei 2030",
    ),
    ContactCard("voorbeeldloket", "Voorbeeldloket", "Alleen de naam is bekend.", "", "", "", "", "Voorbeeldplan (2030)", "", ""),
)  # fmt: skip
GOALS = (
    GoalOfToday(_GOAL, (_PARTY,), "in 2030", Link("Voorbeeldplan", f"{_HERE}#items"), "2030"),
    GoalOfToday(Link("Voorbeelddoel zonder tijd", f"{_HERE}#items"), (), "", Link("Voorbeeldplan", f"{_HERE}#items"), ""),
)  # fmt: skip
QUESTIONS = (
    QuestionCard(
        "voorbeeldvraag", "Een vraag van een inwoner?", "Wat de site wel en niet weet, en waar iemand dan terechtkan.", (_GOAL,), "https://www.voorbeeld.example"
    ),
)  # fmt: skip


def values() -> dict[str, object]:
    """Return what the page shows of these."""
    return {"antwoord": ANSWER, "contactpunten": CONTACTS, "doelen_van_nu": GOALS, "vragen_voorbeeld": QUESTIONS}
