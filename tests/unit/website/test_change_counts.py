"""Each count on a page of changes leads to exactly the changes that it counts."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

from polderkoers.changes.account.headline import headline
from polderkoers.website.render import Renderer
from polderkoers.website.views.changes.addresses import pair_path
from support.change_pages import LIVING, MONEY, PLAN, SHARPER, TERM, filters_of

HOUSING = "data/kernopgaven/fijn-wonen.yaml"
WITHDRAWN = {"in": HOUSING, "was": "status: vastgesteld", "wordt": "status: ingetrokken"}
ADOPTED = {"in": LIVING, "was": "status: null", "wordt": "status: vastgesteld"}
DRAFT = {"in": PLAN, "was": "status: null", "wordt": "status: concept"}


def _found(text, query):
    """Return the anchors of the changes on a page that a query leaves, as the script of the page chooses them."""
    wanted = dict(parse_qsl(query))
    changes = re.findall(r'id="([^"]+)" data-wijziging((?: data-[a-z]+="[^"]*")*)', text)
    left = set()
    for anchor, values in changes:
        held = {name: words.split() for name, words in re.findall(r'data-([a-z]+)="([^"]*)"', values)}
        if all(word in held.get(name, ()) for name, word in wanted.items()):
            left.add(unescape(anchor))
    return left


@pytest.mark.parametrize(
    "edits", [(WITHDRAWN, ADOPTED, DRAFT), (SHARPER, MONEY, TERM, ADOPTED), ({"in": PLAN, "weg": True},)]
)
def test_each_count_leads_to_exactly_what_it_counts(compared, edits):
    """Two counts of status do not share a choice, and the number behind a party finds as many changes."""
    pair = compared(*edits)
    text = Renderer(pair.site, pair.history).page(pair_path("2001", "nu"))
    for matter in headline(pair.account):
        of_matter = {each.change.anchor for each in pair.account.told if matter.matter in each.matters}
        assert _found(text, f"over={matter.matter}") == of_matter
        assert len(of_matter) == matter.total
        codes = [count.code for count in matter.counts]
        assert len(codes) == len(set(codes))
        for count in matter.counts:
            assert f"?over={matter.matter}&amp;betekenis={count.code}#wijzigingen" in text
            assert len(_found(text, f"over={matter.matter}&betekenis={count.code}")) == _number(count.words)
    touched = re.findall(r'<a href="\?(deel=[^"]+)#wijzigingen">(\d+)<', text)
    assert touched
    for query, number in touched:
        assert len(_found(text, unescape(query))) == int(number)


def _number(words):
    """Return how many things a count names: `1 doel en 2 stappen zijn nieuw` is three."""
    return sum(map(int, re.findall(r"\b\d+\b", words)))


def test_a_choice_by_status_can_be_made_by_hand_too(compared):
    """The list of what a change means names each status that occurs."""
    (field,) = (each for each in filters_of(compared(WITHDRAWN, ADOPTED)) if each.name == "betekenis")
    assert [choice.text for choice in field.choices] == ["Andere status (2)", "Vastgesteld (1)", "Ingetrokken (1)"]
