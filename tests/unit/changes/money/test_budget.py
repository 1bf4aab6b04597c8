"""The effect on the budget: what counts in which plan, kind and year, and what is named and left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.money.budget_words import cells_of, left_out_lines, reading_of
from support.money import FILE, effect, plan

SPORT = {"id": "a", "waarvoor": "Sport", "bedrag": 100, "jaar": 2026}
YEARLY = SPORT | {"jaar": None, "per_jaar": True, "wanneer": {"tekst": "2026-2028", "van": 2026, "tot": 2028}}
ON = SPORT | {"jaar": None, "per_jaar": True, "wanneer": {"tekst": "vanaf 2027", "van": 2027}, "soort": "structureel"}


def shown(budget):
    """Return the effect as lines."""
    found = []
    for each in budget.plans:
        for part in each.parts:
            found += [f"{each.heading} | {part.kind} | {cells.sentence}" for cells in cells_of(part)]
    return found


def why(old, new):
    """Return why the one amount of two versions does not count."""
    found = effect(plan([old]), plan([new]))
    assert not found.plans
    (left_out,) = found.left_out
    return left_out.why


def test_money_is_shown_by_plan_kind_and_year_with_what_it_comes_to():
    """A new amount per year and one that goes count in their own kinds; what has an end has a total."""
    found = effect(
        plan([SPORT | {"soort": "incidenteel"}]), plan([YEARLY | {"id": "b", "waarvoor": "Dak"}], status="concept")
    )
    assert shown(found) == []
    assert {each.why for each in found.left_out} == {"de status van het plan verandert"}
    found = effect(plan([SPORT | {"soort": "incidenteel"}]), plan([YEARLY | {"id": "b", "waarvoor": "Dak"}]))
    kind = "Kernopgave Sport | Structureel of incidenteel is niet bekend"
    assert shown(found) == [
        "Kernopgave Sport | Incidenteel | 2026: 100 euro minder (eerst 100 euro, nu niets)",
        f"{kind} | 2026: 100 euro meer (eerst niets, nu 100 euro)",
        f"{kind} | 2027: 100 euro meer (eerst niets, nu 100 euro)",
        f"{kind} | 2028: 100 euro meer (eerst niets, nu 100 euro)",
        f"{kind} | Totaal 2026 tot en met 2028: 300 euro meer (eerst niets, nu 300 euro)",
    ]


def test_what_goes_on_has_rows_until_both_versions_are_the_same_and_no_total():
    """Of money without an end the last row is each year from then on."""
    found = effect(plan([ON]), plan([ON | {"bedrag": 120, "wanneer": {"tekst": "vanaf 2029", "van": 2029}}]))
    kind = "Kernopgave Sport | Structureel"
    assert shown(found) == [
        f"{kind} | 2027: 100 euro minder (eerst 100 euro, nu niets)",
        f"{kind} | 2028: 100 euro minder (eerst 100 euro, nu niets)",
        f"{kind} | Elk jaar vanaf 2029: 20 euro meer (eerst 100 euro, nu 120 euro)",
    ]
    assert found.plans[0].parts[0].total is None


def test_an_amount_for_some_years_together_is_not_divided():
    """What is there once for three years stands in one row."""
    found = effect(plan([]), plan([YEARLY | {"per_jaar": False}]))
    kind = "Kernopgave Sport | Structureel of incidenteel is niet bekend"
    assert shown(found) == [f"{kind} | 2026 tot en met 2028 samen: 100 euro meer (eerst niets, nu 100 euro)"]


def test_money_that_becomes_less_certain_leaves_one_kind_and_comes_in_another():
    """What was certain and is possible counts in both, and the two are not added up."""
    found = effect(plan([SPORT | {"zekerheid": "zeker"}]), plan([SPORT | {"zekerheid": "mogelijk"}]))
    (one, other) = found.plans[0].parts
    assert (one.rows[0].difference, other.rows[0].difference) == (Decimal(100), Decimal(-100))


def test_cents_are_kept_and_sums_of_them_are_exact():
    """A tenth and two tenths are three tenths."""
    found = effect(plan([]), plan([YEARLY | {"bedrag": 0.1}, SPORT | {"id": "b", "waarvoor": "Dak", "bedrag": 0.2}]))
    assert found.plans[0].parts[0].rows[0].new == Decimal("0.3")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"bedrag": None}, "hoeveel het is, is niet bekend"),
        ({"bedrag": -5}, "het bedrag is minder dan nul of veel te groot"),
        ({"bedrag": 10**16}, "het bedrag is minder dan nul of veel te groot"),
        ({"ongeveer": True}, "het bedrag is ongeveer"),
        ({"hoogstens": True}, "het bedrag is een maximum"),
        ({"schaal": "regionaal"}, "het geld is voor een groter gebied dan het eigen gebied"),
        ({"schaal": "landelijk"}, "het geld is voor een groter gebied dan het eigen gebied"),
        ({"jaar": None}, "er staat niet in welk jaar"),
        ({"soort": "structureel"}, "er staat niet of het bedrag per jaar is"),
        ({"jaar": 1026}, "het jaar kan niet kloppen"),
        ({"jaar": "2026"}, "de periode is niet precies bekend"),
        (
            {"jaar": None, "per_jaar": True, "wanneer": {"tekst": "2026", "van": 2026}},
            "de periode is niet precies bekend",
        ),
        (
            {"jaar": None, "per_jaar": True, "wanneer": {"tekst": "vanaf 2026", "van": 2026}},
            "er staat niet tot wanneer",
        ),
        ({"jaar": None, "wanneer": {"tekst": "vanaf 2026", "van": 2026}}, "er staat niet tot wanneer"),
        (
            {"jaar": None, "wanneer": {"tekst": "2028-2026", "van": 2028, "tot": 2026}},
            "de periode is niet precies bekend",
        ),
        (
            {
                "jaar": None,
                "per_jaar": True,
                "wanneer": {"tekst": "midden 2026 en 2027", "van": "2026-07", "tot": "2027-06"},
            },
            "de periode begint of eindigt midden in een jaar",
        ),
        ({"noot": "In 2026 is het minder."}, "de redactie maakt er een opmerking bij"),
        ({"waarvoor": "Sport, waarvan voetbal"}, "het kan een deel van een ander bedrag zijn, of een totaal"),
        ({"waarvoor": "Totaal voor sport"}, "het kan een deel van een ander bedrag zijn, of een totaal"),
        (
            {"toelichting": "Dit is een onderdeel van het sportbudget."},
            "het kan een deel van een ander bedrag zijn, of een totaal",
        ),
    ],
)
def test_what_cannot_be_added_up_is_named_with_the_reason(more, reason):
    """No row holds it, whether it comes, goes, or becomes a plain amount."""
    assert why(None, SPORT | more) == why(SPORT | more, None) == reason
    assert why(SPORT | more, SPORT | {"bedrag": 7, "jaar": 2030, "waarvoor": "Sport"}) == reason


def test_what_may_be_the_same_money_counts_neither_time():
    """Two amounts of one plan with one name, in the same years, are left out; for other years they are rows of one table."""
    twin = SPORT | {"id": "b", "bedrag": 40}
    assert effect(plan([SPORT]), plan([SPORT, twin])).plans == ()
    assert effect(plan([SPORT]), plan([SPORT, twin | {"jaar": 2027}])).plans


def test_an_amount_that_does_not_count_takes_along_what_bears_its_name():
    """One that went and one that is about so much now may be the same money under another id."""
    # So much of it is said otherwise that it is not surely the same amount.
    other = {"id": "b", "ongeveer": True, "toelichting": "Dit geld komt van het Rijk, en is voor alle clubs samen."}
    found = effect(plan([SPORT]), plan([SPORT | other]))
    assert not found.plans
    assert {each.why for each in found.left_out} == {
        "het bedrag is ongeveer",
        "een bedrag met dezelfde naam telt niet mee",
    }


def test_amounts_that_a_link_ties_are_not_added_up():
    """A link between two amounts may say that one holds the other."""
    other = {"id": "b", "waarvoor": "Dak", "bedrag": 40, "jaar": 2026, "samenhang": [{"met": "sport/a"}]}
    assert effect(plan([SPORT]), plan([SPORT | {"bedrag": 5}, other])).plans == ()


def test_a_remark_of_the_editors_about_an_amount_leaves_it_out():
    """A remark in the file that is about the amount may say otherwise; one about something else does not matter."""
    remark = {"id": "x", "tekst": "Klopt dit?", "over": ["a"]}
    assert not effect(plan([SPORT], let_op=[remark]), plan([SPORT | {"bedrag": 5}], let_op=[remark])).plans
    elsewhere = remark | {"over": ["b"]}
    assert effect(plan([SPORT], let_op=[elsewhere]), plan([SPORT | {"bedrag": 5}], let_op=[elsewhere])).plans


def test_nothing_of_a_plan_counts_that_is_withdrawn_or_of_another():
    """What was withdrawn costs nothing any more, and on what is of others nobody here decides."""
    withdrawn = [plan([each], status="ingetrokken") for each in (SPORT, SPORT | {"bedrag": 5})]
    assert effect(*withdrawn).left_out[0].why == "het plan is ingetrokken"
    lists = {
        "data/documenten.yaml": {
            "soort": "documenten",
            "id": "documenten",
            "documenten": [{"id": "d", "van_wie": "ander"}],
        }
    }
    others = [plan([each], bron={"document": "d"}) | lists for each in (SPORT, SPORT | {"bedrag": 5})]
    assert effect(*others).left_out[0].why == "dit is beleid van een ander"


def test_the_money_of_a_plan_of_which_only_the_status_changes_is_named():
    """Who withdraws or adopts a plan decides on its money too, though no amount is another; what is not known is not named."""
    held = [YEARLY, SPORT | {"id": "b", "waarvoor": "Dak", "bedrag": None}]
    for old, new in (("vastgesteld", "ingetrokken"), ("concept", "vastgesteld"), (None, "vastgesteld")):
        found = effect(plan(held, status=old), plan(held, status=new))
        assert not found.plans
        assert [*left_out_lines(found)] == [
            "De status van het plan verandert. In kernopgave Sport: 'Sport' (100 euro per jaar in 2026 tot en met 2028)."
        ]
        assert reading_of(found) == "Geen bedrag verandert. Wel verandert de status van een plan waar geld in staat."


def test_the_money_of_a_plan_is_named_once_when_its_status_and_an_amount_change():
    """An amount that changes too is told with what it was."""
    old, new = (
        plan([SPORT, YEARLY | {"id": "b", "waarvoor": "Dak"}], status="vastgesteld"),
        plan([SPORT | {"bedrag": 5}, YEARLY | {"id": "b", "waarvoor": "Dak"}], status="concept"),
    )
    said = [each.said for each in effect(old, new).left_out]
    assert said == ["eerst 100 euro in 2026, nu 5 euro in 2026", "100 euro per jaar in 2026 tot en met 2028"]
    assert reading_of(effect(old, new)).startswith("Er verandert wel geld")


def test_a_plan_with_another_id_has_the_same_money():
    """When only the id of a file differs, no money moved; an amount that changed too counts for that alone."""
    before = plan(
        [SPORT, {"id": "b", "waarvoor": "Dak", "bedrag": 9, "jaar": 2026}], samenvatting="Samen sporten in de buurt."
    )
    after = {FILE: before[FILE] | {"id": "sporten"}}
    assert not effect(before, after)
    after[FILE]["bedragen"] = [SPORT | {"bedrag": 130}, before[FILE]["bedragen"][1]]
    (row,) = effect(before, after).plans[0].parts[0].rows
    assert row.difference == 30


def test_money_in_a_text_is_named_and_not_counted():
    """A sum that stands in a text alone is told; one that an amount of the plan holds too is not told twice."""
    goal = {"id": "doel", "naam": "Een dorpshuis", "toelichting": "Het kost hoogstens 3 miljoen euro."}
    found = effect(plan([]), plan([], doelen=[goal]))
    assert [*left_out_lines(found)] == [
        "Het staat in een tekst of als cijfer, en niet als bedrag. In kernopgave Sport: doel 'Een dorpshuis' (nieuw: hoogstens 3.000.000 euro)."
    ]
    assert not effect(plan([SPORT]), plan([SPORT], doelen=[goal | {"toelichting": "Het kost 100 euro."}])).left_out


def test_without_money_there_is_nothing_to_tell():
    """Other changes, and another name or explanation of an amount, are no effect on a budget."""
    assert not effect(
        plan([SPORT]), plan([SPORT | {"toelichting": "Voor iedereen."}], doelen=[{"id": "d", "naam": "Meer sport"}])
    )


def test_only_the_changes_that_are_asked_for_count():
    """A selection of changes has the effect of these alone."""
    other = {"id": "b", "waarvoor": "Dak", "bedrag": 40, "jaar": 2026}
    found = compare_data(plan([SPORT, other]), plan([SPORT | {"bedrag": 5}, other | {"bedrag": 5}]))
    chosen = budget_of(found.changes[:1], found, is_chosen=True)
    assert chosen.plans[0].parts[0].rows[0].old == 100
    assert "Dit gaat alleen over de gekozen wijzigingen." in reading_of(chosen)


def test_it_is_said_when_not_all_was_compared():
    """Of a file that cannot be compared nobody knows the money."""
    odd = {"data/plannen/stuk.yaml": {"titel": "Zonder id"}}
    found = effect(plan([SPORT]) | odd, plan([SPORT | {"bedrag": 5}]) | odd)
    assert found.plans
    assert reading_of(found).endswith("Niet alle bestanden zijn vergeleken. Het geld daarin staat hier niet bij.")


def _with_plan(held, whole_status, **values):
    """Return a part without a status of its own, and the plan that names it."""
    whole = {
        "soort": "plan",
        "id": "beweegplan",
        "titel": "Beweegplan",
        "status": whole_status,
        "onderdelen": ["sport"],
    }
    return plan(held, **values) | {"data/plannen/beweegplan.yaml": whole}


def test_the_money_of_a_part_counts_as_its_plan_does():
    """A part without a status of its own is withdrawn or adopted with the plan that it is a part of."""
    found = effect(_with_plan([SPORT], "ingetrokken"), _with_plan([SPORT | {"bedrag": 5}], "ingetrokken"))
    assert [each.why for each in found.left_out] == ["het plan is ingetrokken"]
    found = effect(_with_plan([SPORT], "vastgesteld"), _with_plan([SPORT], "ingetrokken"))
    assert [*left_out_lines(found)] == [
        "De status van het plan verandert. In kernopgave Sport: 'Sport' (100 euro in 2026)."
    ]
    found = effect(_with_plan([SPORT], "vastgesteld"), _with_plan([SPORT | {"bedrag": 5}], "vastgesteld"))
    assert found.plans
    own = {"status": "vastgesteld"}
    found = effect(_with_plan([SPORT], "ingetrokken", **own), _with_plan([SPORT | {"bedrag": 5}], "ingetrokken", **own))
    assert found.plans


def test_the_money_of_a_plan_that_got_another_name_and_status_at_once_is_no_new_money():
    """What came into a plan while it was renamed and adopted counts no more than without another name."""
    roof = YEARLY | {"id": "b", "waarvoor": "Dak"}
    text = {"samenvatting": "Samen sporten in de buurt, elke dag van de week en voor iedereen die dat wil en kan."}
    before = plan([SPORT], status="concept", **text)
    after = {FILE: plan([SPORT, roof], status="vastgesteld", **text)[FILE] | {"id": "sporten"}}
    found = effect(before, after)
    assert not found.plans
    assert {each.why for each in found.left_out} == {"de status van het plan verandert"}
    assert [each.name for each in found.left_out] == ["'Dak'", "'Sport'"]


def test_a_choice_does_not_say_that_no_amount_changes():
    """Of a plan that is adopted, the amounts that change outside the choice are counted."""
    held = [{"id": "een", "waarvoor": "Sport", "bedrag": 100}, {"id": "twee", "waarvoor": "Dak", "bedrag": 200}]
    old = plan(held, status="concept")
    found = compare_data(old, plan([held[0], held[1] | {"bedrag": 300}], status="vastgesteld"))
    chosen = [change for change in found.changes if change.field == "status"]
    words = reading_of(budget_of(chosen, found, is_chosen=True))
    assert "Geen bedrag verandert" not in words
    assert "In deze keuze verandert geen bedrag." in words
    assert "Er verandert ook 1 bedrag dat buiten deze keuze valt." in words
