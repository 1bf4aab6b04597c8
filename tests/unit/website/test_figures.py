"""Figures and money: charts only of one measurement, and no totals."""

from __future__ import annotations

from polderkoers.website.charts import can_compare, share, width
from polderkoers.website.views.age import EARLIER, NOW, OTHERS
from polderkoers.website.views.figures import figures, money
from polderkoers.website.views.shown_times import choices_of, time_words
from polderkoers.website.views.site import Site
from support.gemeente import policy
from support.made_up import KERNOPGAVE, policy_of

FIGURES = KERNOPGAVE + (
    "cijfers:\n"
    "  - {id: c-eens, waarde: 56, eenheid: procent, wat: eens, meting: plek}\n"
    "  - {id: c-oneens, waarde: 19, eenheid: procent, wat: oneens, meting: plek}\n"
    "  - {id: c-ander, waarde: 39, eenheid: procent, wat: vrijwilligers, meting: anders}\n"
    "  - {id: c-los, waarde: 12, eenheid: procent, wat: los}\n"
    "  - {id: c-weg, waarde: null, wat: onbekend, meting: plek}\n"
    "indicatoren:\n  - {id: i-zonder, naam: Zonder, noot: De bron geeft geen nulmeting.}\n"
    "bedragen:\n"
    "  - {id: b-1, bedrag: 100, jaar: 2019, waarvoor: Wonen, doelen: [fijn-wonen/doel-genoeg-huizen]}\n"
    "  - {id: b-2, bedrag: 200, jaar: 2020, waarvoor: Wonen}\n"
    "  - {id: b-3, bedrag: null, jaar: 2021, waarvoor: Wonen, noot: Leeg in de bron.}\n"
    "  - {id: b-4, bedrag: 5, jaar: 2019, waarvoor: Groen}\n"
)


def test_only_figures_of_one_measurement_share_a_chart():
    """Two answers to one question make a chart; figures of other measurements and unknown ones stay out of it."""
    (found,) = figures(Site(policy_of(FIGURES)))
    assert [[bar.label for bar in chart.bars] for chart in found.charts] == [["eens", "oneens"]]
    assert found.charts[0].highest == 100
    assert [row.id for row in found.cijfers] == ["c-eens", "c-oneens", "c-ander", "c-los"]


def test_a_number_in_a_sentence_is_no_measure():
    """What has no year, no share and no measurement, or is told in words, stands apart from what was measured."""
    text = (
        "cijfers:\n  - {id: c-fasen, waarde: 2, eenheid: fasen, wat: fasen van het plan}\n"
        "  - {id: c-deel, waarde: null, weergave: een derde, wat: leden}\n"
        "  - {id: c-jaar, waarde: 650, eenheid: mensen, wat: leden, jaar: 2020}\n"
    )
    (found,) = figures(Site(policy_of(KERNOPGAVE + text)))
    assert [row.id for row in found.cijfers] == ["c-jaar"]
    assert [row.id for row in found.in_text] == ["c-fasen", "c-deel"]


def test_an_indicator_without_a_baseline_is_listed_as_such():
    """A missing baseline is named with its reason, and not among the measurements."""
    (found,) = figures(Site(policy_of(FIGURES)))
    assert [(row.link.text, row.noot) for row in found.unmeasured] == [("Zonder", "De bron geeft geen nulmeting.")]
    assert found.indicatoren == ()


def test_money_keeps_empty_cells_and_has_no_totals():
    """Every amount is a row, an empty one is unknown, and nothing is added up."""
    (found,) = money(Site(policy_of(FIGURES)))
    assert [row.bedrag for row in found.geld] == ["€\u00a0100", "€\u00a0200", "Niet bekend in de bron", "€\u00a05"]
    assert [link.text for link in found.geld[0].doelen] == ["Genoeg huizen"]
    assert [(chart.title, [bar.label for bar in chart.bars]) for chart in found.charts] == [("Wonen", ["2019", "2020"])]


def test_bars_stay_within_their_track():
    """A bar is never wider than its track, and nothing is drawn of nothing."""
    assert (width(50, 200), width(200, 200), width(5, 0)) == ("25", "100", "0")
    assert 'width="100"' in share(250)
    assert not can_compare([1])
    assert not can_compare([1, -1])


def test_money_and_figures_of_a_document_say_of_which_time_they_are():
    """What a reader chooses to see counts each document for its time; where nothing is of today there is nothing to choose, so that no page begins empty."""
    site = Site(policy())
    for found in (money(site), figures(site)):
        assert {box.time for box in found} <= set(time_words(site))
        assert all(box.total for box in found)
    told = choices_of(site, [(NOW, 2), (EARLIER, 1), (NOW, 3)])
    assert [(choice.value, choice.total) for choice in told] == [(NOW, 5), (EARLIER, 1)]
    assert choices_of(site, [(EARLIER, 1), (OTHERS, 2)]) == ()
    assert choices_of(site, [(NOW, 1)]) == ()
