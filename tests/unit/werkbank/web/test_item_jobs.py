"""A job on an item asks before it does anything, offers only what can be, and shows what goes along and what stays behind."""

from __future__ import annotations

from polderkoers.errors.forms import WorkRefused
from polderkoers.werkbank.web.item_jobs import ITEM_JOBS
from support.desk import desk_of_polderdam
from support.git import save
from support.werkbank import Visitor, proposal_of

DESK = desk_of_polderdam()
GOAL, WORK = "fijn-wonen/doel-genoeg-huizen", "fijn-wonen/activiteit-bouwen"
GOAL_PAGE = f"/onderdeel/{GOAL}"
JOBS = {job.name: job for job in ITEM_JOBS}


def choices(job: str, ref: str) -> list[str]:
    """Return what a job on an item offers to choose from."""
    (question,) = JOBS[job].asks(DESK, DESK.item(ref))
    return [value for value, _ in question.choices]


def test_whatever_can_be_chosen_can_be_done():
    """No place and no other item is offered that is refused after it was chosen, nor the place where it stands already."""
    for job, field in (("verplaatsen", "naar"), ("samenvoegen", "met")):
        for ref in (GOAL, WORK, "idee-voor-de-straat/route-klein", "fijn-wonen/letop-huizen"):
            if not JOBS[job].fits(DESK.item(ref)):
                continue
            for choice in choices(job, ref):
                result = JOBS[job].do(DESK, ref, {field: choice})
                assert result.data, (job, ref, choice)


def test_nothing_is_chosen_for_somebody(app):
    """The first choice is none, and pressing the button at once asks to choose."""
    anna = Visitor(app, "Anna de Vries")
    for job, button in (("samenvoegen", "Voeg samen"), ("verplaatsen", "Verplaats")):
        anna.open(f"/werk/{job}/{GOAL}").do(f"/werk/{job}/", button)
        assert anna.answer.status_code == 409
        assert "kies: Waar" in anna.text
    assert app.state.workplace.store.proposals() == ()


def test_what_was_chosen_and_typed_stays_when_it_is_refused():
    """Each job that asks something says what is missing, and changes nothing."""
    for job in ITEM_JOBS:
        asks = job.asks(DESK, DESK.item(GOAL)) if job.fits(DESK.item(GOAL)) else ()
        for each in asks:
            try:
                job.do(DESK, GOAL, {other.name: "x" for other in asks if other is not each})
            except WorkRefused as refused:
                assert each.label in str(refused)  # noqa: PT017 - for each question
            else:
                raise AssertionError(each.name)


def test_what_goes_along_and_pages_by_hand_are_named(fresh):
    """Before a goal is removed its activities are listed, with the page that asks for it; what only moves a comma names no page."""
    root = fresh.state.workplace.root
    page = root / "docs" / "eigen.md"
    page.write_text('# Eigen\n\n{{ kaart("fijn-wonen/doel-genoeg-huizen") }}\n', encoding="utf-8")
    save(root, "Een bladzijde")
    anna = Visitor(fresh, "Anna de Vries").open(f"/werk/verwijderen/{GOAL}")
    assert "Dit gaat mee weg" in anna.text
    assert "activiteit Bouwen aan de dijk" in anna.text
    assert "docs/eigen.md" in anna.text
    assert "docs/eigen.md" in anna.open(f"/werk/hernoemen/{GOAL}").text
    assert "docs/" not in anna.open(f"/werk/kopieren/{GOAL}").text
    assert "docs/" not in anna.open("/werk/hernoemen/fijn-wonen/doel-leegstand").text


def test_who_decides_sees_what_went_with_what_was_removed(fresh):
    """A removed goal names its activities on the page of the proposal, and how many."""
    anna = Visitor(fresh, "Anna de Vries").open(f"/werk/verwijderen/{GOAL}")
    anna.form("/werk/verwijderen/").fill("waarom", "Het doel is bereikt.").press("Haal het weg")
    made = proposal_of(fresh, "Anna de Vries")
    text = Visitor(fresh, "Chris Chef", "redactie").open(f"/voorstel/{made.id}").text
    inside = DESK.below(DESK.item(GOAL))
    assert f"Wat erin stond, gaat mee weg ({len(inside)})" in text
    assert all(each.label in text for each in inside)


def test_an_address_of_before_leads_to_what_it_is_now(fresh):
    """After a renaming the form opens under the old address too, and a job says where it went; of a file all that stands in it."""
    anna = Visitor(fresh, "Anna de Vries").open(f"/werk/hernoemen/{GOAL}")
    anna.form("/werk/hernoemen/").fill("id", "doel-huizen").press("Verander het adres")
    query = f"?voorstel={proposal_of(fresh, 'Anna de Vries').id}"
    anna.open(f"/onderdeel/{GOAL}{query}")
    assert anna.answer.url.path == "/onderdeel/fijn-wonen/doel-huizen"
    assert "nu een ander adres" in anna.text
    gone = anna.client.get(f"/werk/hernoemen/{GOAL}{query}")
    assert gone.status_code == 404
    assert "/onderdeel/fijn-wonen/doel-huizen" in gone.text
    anna.open(f"/werk/hernoemen/fijn-wonen{query}").form("/werk/hernoemen/").fill("id", "goed-wonen").press("Verander")
    anna.open(f"/onderdeel/{WORK}{query}")
    assert anna.answer.url.path == "/onderdeel/goed-wonen/activiteit-bouwen"


def test_an_address_of_what_is_gone_says_why(fresh):
    """What was removed in this proposal is told with its name and the reason; a form of it that is sent loses nothing unsaid."""
    anna, other = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Anna de Vries")
    anna.open(f"/werk/verwijderen/{GOAL}")
    anna.form("/werk/verwijderen/").fill("waarom", "Het doel is bereikt.").press("Haal het weg")
    query = f"?voorstel={proposal_of(fresh, 'Anna de Vries').id}"
    gone = anna.client.get(f"/onderdeel/{GOAL}{query}")
    assert gone.status_code == 404
    assert "Genoeg huizen is er niet meer" in gone.text
    assert "Het doel is bereikt." in gone.text
    other.open(GOAL_PAGE).form("/onderdeel/").fill("naam", "Anders").fill("voorstel", query[10:]).press("Opslaan")
    assert other.answer.status_code == 404
    assert "Wat je typte, is niet opgeslagen" in other.text


def test_a_job_that_does_not_fit_says_so(app):
    """An activity is not withdrawn: the page says that, and not that it is not there."""
    answer = Visitor(app, "Anna de Vries").client.get(f"/werk/intrekken/{WORK}")
    assert answer.status_code == 409
    assert "een activiteit, en daarmee kan dit niet" in answer.text
