"""The page for who runs a site says what the table of the look says."""

from __future__ import annotations

import re

from polderkoers.website.layers import PAGES
from polderkoers.website.look.table import COLOURS, SPACES
from polderkoers.website.views.own_look import token_rows


def test_every_token_that_counts_is_on_the_page():
    """No token can be taken without the page naming it, and none is named twice."""
    rows = token_rows()
    assert {name for names in COLOURS.values() for name in names} <= {name for row in rows for name in row.names}
    assert len([row for row in rows if row.what.startswith("Ruimte")]) == len(SPACES)
    assert len({row.what for row in rows}) == len(rows)


def test_every_setting_is_explained():
    """Each line that `theme:` may have for the look stands on the page."""
    text = (PAGES / "meedoen/eigen-uiterlijk.md").read_text(encoding="utf-8")
    for name in (
        "tokens",
        "logo",
        "logo_donker",
        "favicon",
        "landschap",
        "tekeningen",
        "lettertype",
        "deelbeeld",
        "deelbeeld_tekst",
    ):
        assert re.search(rf"\b{name}: ", text), name
