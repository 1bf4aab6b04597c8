"""Pictures of figures, of how sure money is, and of what became of a plan."""

from __future__ import annotations

import pytest

from polderkoers.website.charts import Bar, can_compare
from polderkoers.website.views.certainty import certainties
from polderkoers.website.views.continued import Continuation, ContinuedFile, ContinuedItem, Series
from polderkoers.website.views.lines import BASE, line_of
from polderkoers.website.views.link import Link
from polderkoers.website.views.thread_picture import picture
from support.made_up import KERNOPGAVE, policy_of


def bars(**values: float) -> list[Bar]:
    """Return bars by the years that they are named after (`y2020`)."""
    return [Bar(label.removeprefix("y"), value, str(value)) for label, value in values.items()]


def test_the_same_figure_over_years_is_a_line_from_zero():
    """Points lie in order of time, half as high for half as much, and years that follow one another are joined."""
    line = line_of(bars(y2021=50, y2020=100))
    assert [point.jaar for point in line.points] == ["2020", "2021"]
    first, second = line.points
    assert BASE - first.y == 2 * (BASE - second.y)
    assert line.stretches == ((first.x, first.y, second.x, second.y),)


def test_a_year_that_is_missing_breaks_the_line():
    """Of 2021 nothing is known, so that nothing is drawn there; its place on the scale is kept."""
    line = line_of(bars(y2020=100, y2022=100, y2023=50))
    assert [stretch[0] for stretch in line.stretches] == [line.points[1].x]
    assert line.points[1].x - line.points[0].x > line.points[2].x - line.points[1].x


@pytest.mark.parametrize("labels", [("eens", "oneens"), ("2020", "2020"), ("2020", "later")])
def test_what_is_no_row_of_years_is_no_line(labels):
    """Answers to one question, or a year twice, stay bars."""
    assert line_of([Bar(label, 1.0, "1") for label in labels]) is None


def test_bars_that_say_nothing_are_not_drawn():
    """Equal values, a single one and one below nought make no chart."""
    assert not can_compare([265_000.0, 265_000.0])
    assert not can_compare([5.0])
    assert can_compare([5.0, 6.0])


MONEY = KERNOPGAVE + (
    "bedragen:\n"
    "  - {id: b-1, bedrag: 100, waarvoor: Een, zekerheid: zeker}\n"
    "  - {id: b-2, bedrag: null, waarvoor: Twee, zekerheid: zeker, schaal: landelijk}\n"
    "  - {id: b-3, bedrag: null, waarvoor: Drie, zekerheid: mogelijk}\n"
    "  - {id: b-4, bedrag: 7, waarvoor: Vier}\n"
)


def test_money_is_counted_by_how_sure_it_is():
    """Certain, possible and unknown, with and without an amount; nothing is added up."""
    rows = certainties(policy_of(MONEY).of_kind("bedrag"))
    assert [(row.label.partition(":")[0], row.known, row.unknown, row.wider) for row in rows] == [
        ("Zeker", 1, 1, 1),
        ("Mogelijk", 0, 1, 0),
        ("De bron zegt niet hoe zeker het is", 1, 0, 0),
    ]


def test_money_that_is_all_as_sure_is_no_picture():
    """When no source says how sure any of it is, a picture of that would say nothing."""
    assert certainties(policy_of(MONEY.replace("zekerheid: zeker", "zekerheid: mogelijk")).of_kind("bedrag")[:3]) == ()


def story(*files: ContinuedFile) -> Series:
    """Return a series of files."""
    link = Link("Plan", "plan/")
    found = Series("vervolg/a/b/", "a", "b", "T", "T", link, link, "in 2012", "in 2025", tuple, lambda _: files[0])
    found.__dict__["boxes"] = files
    return found


def file_of(goals: str, *, whole: bool = False) -> ContinuedFile:
    """Return a file with a goal for each sign, which comes back when that is a plus; the whole does when `whole`."""
    later = Continuation(Link("Later", "later/"), "2025", "vervolg op", "Waarom.", by_editors=True, within="Nieuw plan")
    items = tuple(ContinuedItem(Link("Doel", "x/"), "doel", (later,) if sign == "+" else ()) for sign in goals)
    return ContinuedFile("f", Link("Wonen", "f/"), "de kernopgave", "1", (later,) if whole else (), items)


def test_a_thread_leads_from_each_goal_that_comes_back():
    """Two goals come back, one does so as a subject, and each is a dot of its own kind."""
    drawn = picture(story(file_of("++-", whole=True), file_of("-")))
    assert [dot.became for dot in drawn.dots] == ["terug", "terug", "onderwerp", "niet"]
    assert [thread.is_whole for thread in drawn.threads] == [True, False, False]
    assert [line for knot in drawn.later for _, line in knot.lines] == ["Nieuw plan"]
    heights = [dot.y for dot in drawn.dots]
    assert heights == sorted(set(heights))
    assert 0 < heights[0] < heights[-1] < drawn.height


def test_nothing_is_drawn_where_nothing_comes_back_or_too_much_would_be():
    """No thread is no picture, and more goals than one can look at are a list."""
    assert picture(story(file_of("--"))) is None
    assert picture(story(file_of("+" * 61))) is None
