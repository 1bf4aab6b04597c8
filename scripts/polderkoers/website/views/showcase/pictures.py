"""Made-up content for the pictures on the page of building blocks: time, money and threads between plans, in each of their forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import repeat
from typing import Any

from polderkoers.website.charts import Bar
from polderkoers.website.views.certainty import Certainty
from polderkoers.website.views.figures import Chart
from polderkoers.website.views.lines import line_of
from polderkoers.website.views.link import Link
from polderkoers.website.views.measured import MeasuredRow, MeasuredSeries
from polderkoers.website.views.strips import Scale, legend
from polderkoers.website.views.thread_picture import Dot, DrawnThread, Knot, ThreadPicture
from polderkoers.website.views.time_span import DEADLINE, MOMENT, OPEN, PERIOD, WITHIN, TimeSpan
from polderkoers.website.views.timeline import TimelineItem, TimelineYear
from polderkoers.website.views.timeline_now import NowGroup, TimelineNow, YearJump

_SCALE = Scale(date(2030, 1, 1), date(2040, 12, 31), date(2034, 6, 1))
_SPANS = (
    TimeSpan(date(2031, 3, 1), date(2031, 3, 31), MOMENT),
    TimeSpan(date(2030, 1, 1), date(2030, 12, 31), OPEN),
    TimeSpan(date(2040, 1, 1), date(2040, 12, 31), WITHIN),
    TimeSpan(date(2032, 1, 1), date(2036, 12, 31), PERIOD),
    TimeSpan(date(2038, 1, 1), date(2038, 12, 31), DEADLINE),
)
_YEAR_BARS = (Bar("2030", 120.0, "€ 120"), Bar("2031", 90.0, "€ 90"), Bar("2033", 150.0, "€ 150"))
_MEASURED = (
    MeasuredRow("62%", "Voorbeeldindicator", "2030", "Nulmeting", "nulmeting", "", "Voorbeelddocument"),
    MeasuredRow("65%", "Voorbeeldindicator", "2033", "Meting", "", "", "Voorbeeldverslag"),
    MeasuredRow("67%", "Voorbeeldindicator", "2034", "Meting, voorlopig cijfer", "voorlopig", "", "Voorbeeldverslag"),
    MeasuredRow("75%", "Voorbeeldindicator", "2038", "Streefwaarde", "streefwaarde", "", ""),
    MeasuredRow("80%", "Voorbeeldindicator", "niet bekend", "Streefwaarde", "streefwaarde", "", ""),
)
_MEASURED_BARS = tuple(Bar(row.jaar, float(row.waarde.rstrip("%")), row.waarde, row.mark) for row in _MEASURED[:4])
_SERIES = MeasuredSeries(
    "Voorbeeldindicator",
    "",
    _MEASURED,
    (
        "Laatst gemeten: 67% in 2034.",
        "Dat is 5 procentpunt hoger dan de nulmeting (62% in 2030).",
        "Hoger is hier beter.",
    ),
    line_of(_MEASURED_BARS[:3], (_MEASURED_BARS[3], Bar("", 80.0, "80%", "streefwaarde"))),
)
_LOOSE = MeasuredSeries(
    "groep in dit voorbeeld",
    "",
    (
        MeasuredRow("16 weken", "groep in dit voorbeeld", "2030", "Meting", "", "Er is één keer gemeten.", ""),
        MeasuredRow("12 weken", "groep in dit voorbeeld", "2038", "Streefwaarde", "streefwaarde", "", ""),
    ),
    ("Laatst gemeten: 16 weken in 2030.", "De streefwaarde is 12 weken in 2038."),
    None,
)
_THREADS = ThreadPicture(
    110,
    (Knot(((34, "1. Voorbeeld"),), 30), Knot(((84, "2. Voorbeeld"),), 80)),
    (Dot(21, "terug"), Dot(39, "onderwerp"), Dot(80, "niet")),
    (
        DrawnThread("M132 21C182 21 182 50 232 50", is_whole=False),
        DrawnThread("M132 30C182 30 182 50 232 50", is_whole=True),
    ),
    (Knot(((54, "Voorbeeldplan"),), 50),),
)


def values(moments: tuple[TimelineItem, ...], about: Link) -> dict[str, Any]:
    """Return what the page shows of pictures, by the name under which its template asks for it; `moments` are those of the timeline."""
    every = (*moments, moments[0])
    moved = (_SPANS[-1], *repeat(None, len(_SPANS) - 1))
    strips = map(_SCALE.strip, _SPANS, moved)
    drawn = tuple(replace(moment, strip=strip) for moment, strip in zip(every, strips, strict=True))
    shapes = legend(moment.strip for moment in drawn)
    return {
        "now": TimelineNow("1 juni 2034", (NowGroup(drawn, "Loopt nu"),), _SCALE, shapes),
        "folded_year": TimelineYear(moments, "2030"),
        "jumps": (YearJump("2030", 4),),
        "year_chart": Chart("Voorbeeld door de jaren", "euro", _YEAR_BARS, 150.0, about, line_of(_YEAR_BARS)),
        "measured": (_LOOSE, _SERIES),
        "certainties": (Certainty("Zeker: toegekend of ontvangen", 3, 1, 1), Certainty("Mogelijk", 0, 2, 0)),
        "threads": _THREADS,
        "threads_between": {"then": "in 2030", "now": "in 2034"},
    }
