"""What a script is told: fields that others changed meanwhile, and what was typed before, put back without saving it."""

from __future__ import annotations

from support.werkbank import Visitor

GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"


def begun(app) -> str:
    """Begin a proposal with another name for the goal, and return the address of its form in it."""
    return str(
        Visitor(app, "Anna de Vries").open(GOAL).form("/onderdeel/").fill("naam", "Een").press("Opslaan").answer.url
    )


def live(somebody: Visitor, **fields: str):
    """Return the answer to what a script sends of a form in which some fields were filled in."""
    sent = {**somebody.fields, **{name: [value] for name, value in fields.items()}, "doe": ["bewaar"]}
    return somebody.client.post(GOAL, data=sent, headers={"accept": "application/json"}).json()


def test_a_script_gets_the_fields_that_another_window_changed(fresh):
    """It is told which, with the field as it stands now; a field that nobody else changed is not sent."""
    here = begun(fresh)
    first, second = (Visitor(fresh, "Anna de Vries").open(here).form("/onderdeel/") for _ in range(2))
    live(second, naam='Twee "huizen" <b>')
    told = live(first, toelichting="De gemeente bouwt 70 huizen per jaar.")
    assert list(told["anders"]) == ["naam"]
    assert 'value="Twee &#34;huizen&#34; &lt;b&gt;"' in told["anders"]["naam"]
    assert told["velden"]["naam"][0][0] == "let-op"
    assert "Dit veranderde intussen" in told["velden"]["naam"][0][1]


def test_a_script_looks_names_up_in_the_file_of_the_form(app):
    """What only leads to something in its own file is found there, by the file that the form tells."""
    somebody = Visitor(app, "Anna de Vries").open(GOAL)
    file = somebody.page.find_class("wb-formulier")[0].get("data-wb-bestand")
    asked = {"soort": "lokaal", "q": "genoeg huizen", "bestand": file}
    assert "doel-genoeg-huizen" in [each["waarde"] for each in somebody.client.get("/vind", params=asked).json()]
    assert somebody.client.get("/vind", params={**asked, "q": "!"}).json() == []


def test_what_is_asked_for_is_found_by_another_name_too(app):
    """Who knows the municipality by another name finds it at the start."""
    found = Visitor(app, "Anna de Vries").open("/?q=gemeentehuis").page.find_class("wb-gevonden")
    assert "/onderdeel/organisaties/gemeente-polderdam" in [each.get("href") for each in found[0].iter("a")]


def test_a_script_is_told_what_was_not_saved(fresh):
    """A date that cannot be read is named, so that its copy stays in the browser."""
    somebody = Visitor(fresh, "Anna de Vries").open(begun(fresh)).form("/onderdeel/")
    assert live(somebody, naam="a" * 401)["geweigerd"] == ["naam"]


def test_what_was_typed_is_put_back_and_not_saved(fresh):
    """Ticks that were taken away, and a text that cannot be read, stand in the form again; the proposal is as it was."""
    here = begun(fresh)
    somebody = Visitor(fresh, "Anna de Vries").open(here).form("/onderdeel/")
    saved = [each.tip for each in fresh.state.workplace.store.proposals()]
    assert len(somebody.fields["themas"]) > 1
    sent = {**somebody.fields, "themas": [""], "naam": ["a" * 401], "toelichting": ["Teruggezet."], "doe": ["toon"]}
    somebody._take(somebody.client.post(GOAL, data=sent))  # noqa: SLF001 - as the script of the page does it
    fields = somebody.form("/onderdeel/").fields
    assert fields["themas"] == [""]
    assert fields["naam"] == ["a" * 401]
    assert fields["toelichting"] == ["Teruggezet."]
    assert "Het is nog niet opgeslagen" in somebody.text
    assert [each.tip for each in fresh.state.workplace.store.proposals()] == saved
