"""The draft of a decision in the report on a proposal, as far as there is room."""

from __future__ import annotations

from polderkoers.report.changes.folded import folded

WHOLE = {"in": "data/kernopgaven/fijn-wonen.yaml", "weg": True}


def test_an_annex_that_does_not_fit_is_counted_as_what_it_is(report):
    """The point says that its text stands in an annex; when that is left out, the report says so, and where all of it is."""
    draft = report(old=(WHOLE,)).draft
    (article,) = draft.articles
    everything = folded(draft, "", 60_000)
    room = sum(len(block) + 2 for block in everything) - len(everything[-2]) // 2
    text = "\n\n".join(folded(draft, "`alles`", room))
    assert article.points[0].line.words.rstrip(".") in text
    assert "**Nog 1 punt of bijlage past niet in dit verslag. Alles zien: `alles`**" in text
