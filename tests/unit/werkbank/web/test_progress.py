"""Telling how it goes with many items in one report: chosen by who answers for them, beside what was said before."""

from __future__ import annotations

from polderkoers.policy.progress import reported_items
from support.werkbank import Visitor, proposal_of

REPORT = "/klus/voortgang/evaluatie-fijn-wonen"
REFS = ("fijn-wonen/doel-leegstand", "fijn-wonen/doel-groene-straat")


def ticked(somebody: Visitor) -> list[str]:
    """Return what is ticked on the page."""
    return somebody.page.xpath("//input[@name='over'][@checked]/@value")


def asked(somebody: Visitor) -> list[str]:
    """Return of which items the page asks how it goes."""
    return somebody.page.xpath("//input[@name='over'][@type='hidden']/@value")


def test_progress_of_two_items_is_told_in_one_go(fresh):
    """Two items are chosen and get a state each, in one save."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(f"{REPORT}?over={REFS[0]}&over={REFS[1]}").form("/klus/voortgang/")
    for ref in REFS:
        anna.fill(f"{ref}:stand", "loopt")
    anna.press("Opslaan")
    assert anna.answer.status_code == 200
    assert proposal_of(fresh, "Anna de Vries").title.startswith("2 meldingen toegevoegd")


def test_what_was_ticked_stays_ticked_when_something_else_is_looked_for(app):
    """Also when it does not fit what is looked for now; it goes on to the page where one tells."""
    anna = Visitor(app, "Anna de Vries").open(f"{REPORT}?over={REFS[0]}&over={REFS[1]}&q=bomen&doe=zoek")
    assert ticked(anna) == [*REFS]
    offered = anna.page.xpath("//input[@name='over'][not(@checked)]/@value")
    assert offered
    assert all("bomen" in anna.page.xpath(f"string(//label[input[@value='{ref}']])").lower() for ref in offered)
    anna.open(f"{REPORT}?over={REFS[0]}&over={offered[0]}&q=bomen&doe=verder")
    assert asked(anna) == [REFS[0], offered[0]]


def test_all_that_somebody_answers_for_is_one_list(app):
    """Who answers for something is chosen by name; all of it comes at once, and what the report says already does not."""
    anna = Visitor(app, "Anna de Vries").open(REPORT)
    who = [each for each in anna.page.xpath("//select[@name='wie']/option/@value") if each]
    assert who
    for each in who:
        anna.open(f"{REPORT}?wie={each}&doe=zoek")
        offered = anna.page.xpath("//input[@name='over']/@value")
        already = anna.page.xpath("//details//a/@href")
        name = anna.page.xpath("string(//select[@name='wie']/option[@selected])")
        assert offered or already
        assert all(name in anna.page.xpath(f"string(//label[input[@value='{ref}']])") for ref in offered)
        if offered:
            assert asked(anna.open(f"{REPORT}?wie={each}&doe=alle")) == offered


def test_what_was_said_before_stands_beside_it(app):
    """Of an item its newest state in another report is to be read; what this report says already leads to that form."""
    anna = Visitor(app, "Anna de Vries")
    policy = app.state.workplace.desk(app.state.workplace.now).policy
    newest = next(said for said in reported_items(policy).values() if len({each.report.ref for each in said}) > 1)
    last, before = newest[0], next(each for each in newest if each.report.ref != newest[0].report.ref)
    text = anna.open(f"/klus/voortgang/{last.report.ref}?over={last.about}").text
    assert f"Vorige keer {before.melding.stand or 'Geen stand gezegd'} {before.report.item.label}" in text
    assert "Dit verslag zegt er al iets over" in text
    anna.follow("Verander dat")
    assert anna.answer.url.path == f"/onderdeel/{last.entry.ref}"
    nothing = next(
        each.ref
        for each in policy.entries.values()
        if each.item.soortnaam == "doel" and each.ref not in reported_items(policy)
    )
    assert "Nog niet eerder gemeld" in anna.open(f"{REPORT}?over={nothing}").text


def test_what_cannot_be_read_comes_back_with_all_that_was_typed(fresh):
    """One date that cannot be read keeps the whole page: nothing is saved, and what was typed elsewhere is there."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(f"{REPORT}?over={REFS[0]}&over={REFS[1]}").form("/klus/voortgang/")
    anna.fill(f"{REFS[0]}:toelichting", "De winkels zijn verhuurd.").fill(f"{REFS[1]}:sinds", "ergens in de zomer")
    anna.press("Opslaan")
    assert anna.answer.status_code == 422
    assert "De winkels zijn verhuurd." in anna.text
    assert "ergens in de zomer" in [each.get("value") for each in anna.page.iter("input")]
    assert fresh.state.workplace.store.proposals() == ()


def test_what_was_typed_before_and_not_saved_is_put_back(app):
    """What a browser kept of the page comes back as it was typed, for the same items, and is not saved yet."""
    anna = Visitor(app, "Anna de Vries")
    anna.open(f"{REPORT}?over={REFS[0]}&over={REFS[1]}").form("/klus/voortgang/")
    anna.fill(f"{REFS[1]}:toelichting", "Er staan nu bomen.")
    anna.fields["doe"] = ["toon"]
    sent = anna.client.post(REPORT, data=anna.fields)
    assert sent.status_code == 200
    assert "Er staan nu bomen." in sent.text
    assert "nog niet opgeslagen" in sent.text
    assert app.state.workplace.store.proposals() == ()


def test_who_comes_to_add_a_measurement_sees_the_new_one(app):
    """The empty row is open with all its fields, and the old ones are behind a fold, so that nobody types over one."""
    policy = app.state.workplace.desk(app.state.workplace.now)
    measured = next(each for each in policy.of_kind("indicator") if each.data.get("metingen"))
    page = Visitor(app, "Anna de Vries").open(f"/onderdeel/{measured.ref}?deel=metingen").page
    number = len(measured.data["metingen"])
    assert not page.xpath(f"//details//input[@name='metingen/n{number}/waarde']")
    assert page.xpath(f"//input[@name='metingen/n{number}/waarde']")
    assert page.xpath("//details//input[@name='metingen/0/waarde']")
    # In its whole form they stand in their order, with the new one folded behind them.
    whole = Visitor(app, "Anna de Vries").open(f"/onderdeel/{measured.ref}").page
    assert whole.xpath(f"//details//input[@name='metingen/n{number}/waarde']")
