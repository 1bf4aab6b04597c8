"""The pages of a comparison say first what kind of changes came after a version."""

from __future__ import annotations

from polderkoers.changes.came_after import CameAfter
from polderkoers.website.render import Renderer
from polderkoers.website.views.changes.addresses import decision_path, pair_path
from polderkoers.website.views.changes.compared import Compared
from support.change_pages import SHARPER


def test_the_pages_of_a_comparison_say_it_first(compared, monkeypatch):
    """On the comparison and on the draft decision it stands before the first change, as text."""
    came = CameAfter("Visie <i>2001</i>", "Beter & anders.")
    monkeypatch.setattr(Compared, "since", (came,))
    pair = compared(SHARPER)
    made = Renderer(pair.site, pair.history)
    for path, later in ((pair_path("2001", "nu"), "In het kort"), (decision_path("2001", "nu"), "punt-1.1")):
        text = made.page(path)
        told = text.index("Na Visie &lt;i&gt;2001&lt;/i&gt;</p><p>Beter &amp; anders.")
        assert told < text.index(later)
