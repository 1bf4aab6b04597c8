"""What each participant wants about a subject, as a page shows it."""

from __future__ import annotations

import dataclasses

from polderkoers.policy.model.catalogues import Thema
from polderkoers.website.portal.participants import Goal, PortalSubject
from polderkoers.website.portal.portal import Portal
from polderkoers.website.render import Renderer
from polderkoers.website.views.site import Site
from support.made_up import policy_of
from support.portal import participant, subject


def sides(*found):
    """Return what participants want about the one subject of the made-up policy."""
    policy = policy_of()
    [theme] = policy.of(Thema)
    return Portal(policy, found).sides(theme.item)


def test_who_has_goals_comes_before_who_is_silent():
    """Who has goals about a subject comes first, then who names it, then who does not."""
    silent = participant("aadorp")
    names = participant("beekdam", subject("wonen", "Wonen"))
    wants = participant("ceeburg", subject("wonen", "Wonen", goals=2))
    assert [side.id for side in sides(silent, names, wants)] == ["ceeburg", "beekdam", "aadorp"]


def test_silence_is_not_called_a_lack_of_policy():
    """Of a participant without the subject it is said that its site does not have it, and that this says nothing of its policy."""
    [side] = sides(participant("aadorp", subject("sport", "Sport")))
    assert side.subjects == ()
    assert side.empty.startswith("Op de site van de gemeente Aadorp staat dit onderwerp niet.")
    assert "Dat er geen beleid over is, zegt dit niet." in side.empty


def test_a_subject_without_goals_says_what_there_is():
    """Something about a subject without goals, and a subject of which nothing is known yet, are told apart."""
    some = participant("aadorp", subject("wonen", "Wonen", parts=3))
    nothing = participant("beekdam", subject("wonen", "Wonen"))
    one, other = sides(some, nothing)
    assert one.subjects[0].parts == "Hierover staat daar wel iets, maar geen doel van de gemeente Aadorp zelf."
    assert (
        other.subjects[0].parts == "De gemeente Beekdam noemt dit onderwerp, maar heeft er nog niets over op de site."
    )


def test_a_goal_leads_to_the_site_that_it_is_of():
    """A goal has the whole address on the site of its participant, and says from which file and year it is."""
    [side] = sides(participant("aadorp", subject("wonen", "Wonen", goals=1)))
    [goal] = side.subjects[0].goals
    assert goal.link.address == "https://aadorp.example/plannen/het-plan/#doel-0"
    assert goal.within == "Het plan, 2020"


def test_the_number_of_goals_on_a_page_does_not_grow_with_the_participants():
    """With 342 participants of 40 goals a page shows no more than 450 of those, at least one of each, and says how many more there are."""
    found = sides(*(participant(f"dorp-{number}", subject("wonen", "Wonen", goals=40)) for number in range(342)))
    shown = [len(side.subjects[0].goals) for side in found]
    assert sum(shown) <= 450
    assert min(shown) == 1
    assert found[0].subjects[0].more == "En nog 39 doelen op"


def test_a_card_names_what_stands_beside_and_what_only_the_own_site_has():
    """The list of participants tells which subjects stand beside those of others, and which are only on the own site."""
    policy = policy_of()
    found = participant("aadorp", subject("wonen", "Wonen"), subject("sport", "Sport"))
    [card] = Portal(policy, (found,)).cards()
    assert [(link.text, link.address) for link in card.subjects] == [("Wonen", "onderwerpen/wonen/#aadorp")]
    assert [(link.text, link.address) for link in card.others] == [
        ("Sport", "https://aadorp.example/onderwerpen/sport/")
    ]


HOSTILE = '<script>alert(1)</script> {{ 7 * 7 }} "quoted" [x](javascript:1)'


def test_the_text_of_a_participant_is_text():
    """Whatever a participant calls itself, its subjects and its goals, on the pages of a portal it is text and runs nothing."""
    goal = Goal(HOSTILE, HOSTILE, None, "", "plannen/x/")
    one = dataclasses.replace(
        participant(
            "aadorp",
            PortalSubject("wonen", HOSTILE, "onderwerpen/wonen/", 1, (goal,)),
            PortalSubject("x", HOSTILE, "x/", 0, ()),
        ),
        naam=HOSTILE,
        full=HOSTILE,
        version=HOSTILE,
    )
    site = Site(policy_of())
    site.portal = Portal(site.policy, (one,))
    renderer = Renderer(site)
    for text in (renderer.page("onderwerpen/wonen/"), renderer.overview("deelnemers", "deelnemers/")):
        assert "<script" not in text
        assert "49" not in text
        assert "&lt;script&gt;" in text or "&#60;script&#62;" in text
