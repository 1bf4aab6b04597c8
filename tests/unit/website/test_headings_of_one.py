"""Headings over one item, which are no plural."""

from __future__ import annotations

from polderkoers.website.render import Renderer
from polderkoers.website.views.backlinks import relations
from polderkoers.website.views.policy_page import sections
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of

_STEP = "  - {id: stap-meer, termijn: lang, naam: Meer bouwen, trekker: [gemeente]}\nlet_op:\n"
_NOTE = "  - {id: letop-meer, tekst: De bron noemt geen jaar.}\n"


def _headings(text: str, ref: str) -> list[str]:
    site = Site(policy_of(text))
    return [relation.heading for relation in relations(site, site.policy.entries[ref])]


def test_what_refers_once_has_a_heading_in_the_singular():
    """One role or step of a party is no list of roles or steps; two are."""
    assert _headings(KERNOPGAVE, "roles/gemeente") == ["Rol", "Zet deze stap"]
    more = KERNOPGAVE.replace("let_op:\n", _STEP)
    assert _headings(more, "roles/gemeente") == ["Rol", "Zet deze stappen"]


def test_one_open_question_is_no_list_of_questions():
    """The last section of a page counts its questions."""
    for text, heading in (
        (KERNOPGAVE + _NOTE, "Open vraag"),
        (KERNOPGAVE + _NOTE + _NOTE.replace("meer", "nog"), "Open vragen"),
    ):
        site = Site(policy_of(text))
        *_, last = sections(site, site.policy.entries["fijn-wonen"])
        assert last.heading == heading


def test_one_subject_or_goal_is_named_in_the_singular():
    """The top of a page names one subject, the words for pages by hand name the one goal, and the types of roles are counted."""
    renderer = Renderer(Site(policy_of(KERNOPGAVE)))
    assert "Onderwerp:</span>" in renderer.page("kernopgaven/fijn-wonen/")
    assert renderer.variables["woorden"]["doel"]["all"] == "doel"
    assert "## De rol van 2020" in renderer.overview("rollen", "rollen/").replace("&#32;", " ")
