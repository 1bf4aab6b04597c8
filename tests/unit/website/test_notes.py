"""Where the notes of the editors stand: once on a page, by what they are about."""

from __future__ import annotations

import pytest

from polderkoers.website.render import Renderer
from polderkoers.website.views.notes import file_notes, item_notes
from polderkoers.website.views.policy_page import sections
from polderkoers.website.views.questions import transcript_notes
from polderkoers.website.views.site import Site
from polderkoers.website.views.threads import open_questions
from support.made_up import KERNOPGAVE, policy_of

_ABOVE = KERNOPGAVE.partition("let_op:\n")[0]
_STEPS = _ABOVE + "  - {id: stap-groen, termijn: lang, naam: Bomen, trekker: [gemeente]}\n"
_FIGURE = "    cijfers: [{id: cijfer-huizen, waarde: 3, wat: huizen}]\n"
_WORDS = "De bron noemt twee getallen."


def _site(*notes: str, above: str = _ABOVE) -> Site:
    lines = (f"  - {{id: letop-{number}, {note}, tekst: {_WORDS}}}\n" for number, note in enumerate(notes, 1))
    return Site(policy_of(f"{above}let_op:\n{''.join(lines)}"))


def _noted(site: Site, id_: str) -> tuple[list[str], list[str], list[str]]:
    """Return what is noted about an item: the ids of what stands there, addresses of what stands elsewhere, and what is folded."""
    found = item_notes(site, site.policy.entries[f"fijn-wonen/{id_}"])
    return [note.id for note in found.here], [link.address for link in found.there], found.folded


def _at(site: Site) -> dict[str, tuple[list[str], list[str]]]:
    """Return by section the ids of the notes at its head and of those that are folded below it."""
    made = sections(site, site.policy.entries["fijn-wonen"])
    return {each.id: ([note.id for note in each.notes], [note.id for note in each.folded]) for each in made}


@pytest.mark.parametrize("kind", ["soort: lezer", "soort: null"])
def test_a_note_for_readers_stands_with_the_first_item_and_others_lead_to_it(kind):
    """The words stand once; what else they are about has a link to them."""
    site = _site(f"over: [doel-genoeg-huizen, rol-gemeente-regie], {kind}")
    assert _noted(site, "doel-genoeg-huizen") == (["letop-1"], [], [])
    assert _noted(site, "rol-gemeente-regie") == ([], ["#letop-1"], [])


def test_a_note_about_steps_of_one_list_stands_at_its_head():
    """What is about all steps names none of them; what is about some of them does."""
    site = _site("over: [stap-bouwen, stap-groen], soort: lezer", above=_STEPS)
    assert _at(site)["stappen"] == (["letop-1"], [])
    assert _noted(site, "stap-bouwen") == ([], [], [])
    (note,) = next(each.notes for each in sections(site, site.policy.entries["fijn-wonen"]) if each.notes)
    assert note.about == ()
    more = _STEPS + "  - {id: stap-water, termijn: lang, naam: Water, trekker: [gemeente]}\n"
    site = _site("over: [stap-bouwen, stap-groen], soort: lezer", above=more)
    (note,) = next(each.notes for each in sections(site, site.policy.entries["fijn-wonen"]) if each.notes)
    assert [link.text for link in note.about] == ["Bouwen", "Bomen"]


def test_a_note_about_a_figure_stands_with_what_the_figure_supports():
    """A row of figures has no room for a note; the item that it stands in has."""
    above = _ABOVE.replace("rollen:\n", f"{_FIGURE}rollen:\n")
    site = _site("over: [cijfer-huizen, doel-genoeg-huizen], soort: lezer", above=above)
    assert _noted(site, "doel-genoeg-huizen") == (["letop-1"], [], [])


def test_a_note_for_readers_of_the_whole_stands_at_the_top():
    """What is said of a whole file stands above it; without a kind it stands at the end, as it did before there were kinds."""
    site = _site("soort: lezer", "soort: null")
    found = file_notes(site, "fijn-wonen")
    assert [note.id for note in found.top] == ["letop-1"]
    assert [note.id for note in found.end] == ["letop-2"]


def test_a_note_on_the_source_is_folded_below_its_section():
    """It stands at the end of the section that holds all that it is about, else at the end of the page; each item leads to it."""
    site = _site(
        "over: [doel-genoeg-huizen], soort: bron", "over: [stap-bouwen, doel-genoeg-huizen], soort: bron", "soort: bron"
    )
    assert _at(site) == {
        "waarom": ([], []), "doelen": ([], ["letop-1"]), "rollen": ([], []), "stappen": ([], []), "open-vragen": ([], ["letop-2", "letop-3"]),
    }  # fmt: skip
    assert _noted(site, "doel-genoeg-huizen") == ([], [], ["letop-1", "letop-2"])
    page = Renderer(site).page("kernopgaven/fijn-wonen/")
    assert page.count(_WORDS) == 3
    assert '<a class="pk-opmerking" href="#letop-1">2 opmerkingen</a>' in page


def test_a_note_about_our_text_stands_with_the_document():
    """The page of the policy keeps its anchor and leads there; it is no open question."""
    site = _site("over: [doel-genoeg-huizen], soort: overname")
    assert _noted(site, "doel-genoeg-huizen") == ([], [], [])
    page = Renderer(site).page("kernopgaven/fijn-wonen/")
    assert _WORDS not in page
    assert '<span id="letop-1"></span>' in page
    document = site.document(site.policy.entries["fijn-wonen"].bron)
    (note,) = transcript_notes(site, document)
    assert (note.text, [link.text for link in note.about]) == (_WORDS, ["Genoeg huizen"])
    assert _WORDS in Renderer(site).page(site.address(document))
    assert open_questions(site) == ()


def test_an_earlier_version_shows_a_note_about_our_text_itself():
    """Its document has no page of that time, so the note is folded on the page."""
    today = _site("soort: lezer")
    earlier = Site(_site("soort: overname").policy, today=today)
    assert _at(earlier)["open-vragen"] == ([], ["letop-1"])


def test_what_several_files_say_is_one_open_question():
    """The overview says it once, with the names of the other files."""
    note = f"let_op:\n  - {{id: letop-1, soort: bron, tekst: {_WORDS}}}\n"
    other = _ABOVE.replace("id: fijn-wonen", "id: ook-wonen").replace("titel: Fijn wonen", "titel: Ook wonen")
    (document,) = open_questions(Site(policy_of(_ABOVE + note, other + note)))
    asked = [question for box in document.boxes for question in box.questions]
    assert [[link.text for link in question.also] for question in asked] == [["Ook wonen"]]
    assert document.total == 1
