"""All forms of output say the same of two versions: the same sentences, numbers, order, names and counts."""

from __future__ import annotations

import json
import re

import pytest

from polderkoers.changes.account.headline import headline, totals
from polderkoers.changes.deciding.parts import PARTS
from polderkoers.policy.load import load
from support.accounts import (
    by_feed,
    by_html,
    by_json,
    by_markdown,
    by_proposal,
    by_site,
    by_text,
    versions_in,
    versions_of,
)
from support.changes import pairs
from support.gemeente import with_history

FORMS = (by_text, by_markdown, by_html, by_json, by_proposal, by_site, by_feed)
CHANGE_BY_CHANGE = (by_json, by_feed)
# A feed tells message by message, and JSON change by change.
WITH_AN_OPENING = (by_text, by_markdown, by_html, by_proposal, by_site)


def same_everywhere(found):
    """Every form says what the account says, in its order, with its names and counts."""
    account = found.history.account(found.old, found.new)
    for form in FORMS:
        said, whole = form(found)
        assert said == (found.said if form in CHANGE_BY_CHANGE else found.lines), form.__name__
        assert all(label in " ".join(whole.split()) for label in found.entries), form.__name__
        if account.told and form in WITH_AN_OPENING:
            opening = " ".join(re.sub(r"<[^>]*>", "", whole).split())
            assert totals(account, is_whole=not found.report.comparison.skipped) in opening, form.__name__
    counts = json.loads(by_json(found)[1])["counts"]
    assert counts == dict(account.counts)
    parts = re.findall(r' data-deel="(\w+)"', by_site(found)[1])
    assert {part: parts.count(part) for part in PARTS} == counts


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_a_pair_is_told_the_same_in_every_form(pair, tmp_path):
    """What the terminal says of a row of the table is what Markdown, pages, JSON, a proposal, the site and a feed say."""
    same_everywhere(versions_of(*map(load, pair.build(tmp_path))))


def test_all_versions_of_a_municipality_are_told_the_same_in_every_form(tmp_path):
    """So it is between versions that differ in whole documents, notes of the editors and lists of names."""
    root = with_history(tmp_path / "gemeente")
    found = versions_in(root, load(root))
    assert len(found) >= 3
    for versions in found:
        same_everywhere(versions)


def test_every_change_of_policy_is_about_something_and_counted_there(tmp_path):
    """The first screen names or counts each change of policy, at most four by name for each matter."""
    root = with_history(tmp_path / "gemeente")
    for versions in versions_in(root, load(root)):
        account = versions.history.account(versions.old, versions.new)
        policy = [told for told in account.told if told.part == "beleid"]
        assert all(told.matters for told in policy)
        for matter in headline(account):
            about = [told for told in policy if matter.matter in told.matters]
            assert matter.total == len(about)
            assert len(matter.named) <= 4
            numbers = [told.number for told in matter.named]
            named = [told for told in about if told.number in numbers]
            assert len(named) + matter.more >= len(about)
            assert len(matter.named) + matter.more <= len(about)
            assert len(matter.named) == 3 or not matter.more
