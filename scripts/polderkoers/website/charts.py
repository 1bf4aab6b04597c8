"""Charts as SVG made at build time, always beside a table; nothing here is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: its label, its value in the unit of the chart, the value as shown, and what it is besides a value."""

    label: str
    value: float
    shown: str
    mark: str = ""


def share(value: float) -> Markup:
    """Return a small bar for a share of 100; the number stands beside it, so it is hidden from screen readers."""
    return Markup(
        '<svg class="pk-balk" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="pk-balk__baan" width="100" height="6"/><rect class="pk-balk__deel" width="{w}" height="6"/></svg>'
    ).format(w=width(max(0.0, min(100.0, value)), 100.0))


def can_compare(values: list[float]) -> bool:
    """Return whether figures of one measurement are worth a chart: they differ, and none is negative."""
    return len(set(values)) > 1 and min(values) >= 0


def width(value: float, highest: float) -> str:
    """Return the width of a bar as a number from 0 to 100, for an SVG of 100 wide."""
    return f"{100 * value / highest:.2f}".rstrip("0").rstrip(".") if highest else "0"
