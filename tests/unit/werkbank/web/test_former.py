"""What had an address in the werkbank keeps it: it leads on, or tells what became of it."""

from __future__ import annotations

from support.werkbank import ADDRESS, Visitor, proposal_of

GOAL = "fijn-wonen/doel-genoeg-huizen"


def renamed(somebody: Visitor, ref: str, name: str) -> str:
    """Give an item another address, and return the proposal in which that is so."""
    somebody.open(f"/werk/hernoemen/{ref}").form("/werk/hernoemen/").fill("id", name).press("Verander het adres")
    return somebody.answer.url.params["voorstel"]


def test_a_former_address_leads_to_the_item_as_it_is_called_now(fresh):
    """The link of a page of the site opens the form under the new address, and so do the jobs; it says why."""
    anna = Visitor(fresh, "Anna de Vries")
    mine = renamed(anna, GOAL, "doel-huizen")
    for page in ("onderdeel", "werk/kopieren"):
        anna.open(f"/{page}/{GOAL}?voorstel={mine}")
        assert anna.answer.url.path == f"/{page}/fijn-wonen/doel-huizen"
        assert "heeft een ander adres gekregen" in anna.text


def test_what_is_in_a_file_of_another_name_is_found_too(fresh):
    """Of the file one line says what it is called now, and all in it is found by that."""
    anna = Visitor(fresh, "Anna de Vries")
    mine = renamed(anna, "fijn-wonen", "prettig-huis")
    anna.open(f"/onderdeel/{GOAL}?voorstel={mine}")
    assert anna.answer.url.path == "/onderdeel/prettig-huis/doel-genoeg-huizen"


def test_what_is_gone_says_why(fresh):
    """An item that was taken out is no page that may have been renamed: it says that it is gone, and the reason."""
    anna = Visitor(fresh, "Anna de Vries").open("/werk/verwijderen/fijn-wonen/doel-leegstand")
    anna.form("/werk/verwijderen/").fill("waarom", "Er staat niets meer leeg.").press("Haal het weg")
    mine = proposal_of(fresh, "Anna de Vries")
    answer = anna.client.get(f"/onderdeel/fijn-wonen/doel-leegstand?voorstel={mine.id}")
    assert answer.status_code == 410
    assert "Er staat niets meer leeg." in answer.text


def test_a_form_of_an_item_that_moved_says_where_it_is_now(fresh):
    """Who had a form open is told where it is now, and that what was typed is still on the screen before."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Anna de Vries")
    mine = renamed(anna, "fijn-wonen/doel-leegstand", "doel-leeg")
    bas.open(f"/onderdeel/{GOAL}?voorstel={mine}").form("/onderdeel/").fill("naam", "Nieuwe naam")
    renamed(anna.open(f"/onderdeel/{GOAL}?voorstel={mine}"), f"{GOAL}", "doel-huizen")
    answer = bas.client.post(f"/onderdeel/{GOAL}", data=bas.fields, headers={"Origin": ADDRESS})
    assert answer.status_code == 409
    assert "/onderdeel/fijn-wonen/doel-huizen" in answer.text
    assert "staat er nog" in answer.text


def test_a_job_that_cannot_be_done_with_something_says_so(app):
    """It is not said that the item is gone or has another name."""
    answer = Visitor(app, "Anna de Vries").client.get("/werk/kopieren/fijn-wonen")
    assert answer.status_code == 409
    assert "daarmee kan dit niet: maak een kopie" in answer.text
    assert "hernoemd" not in answer.text
