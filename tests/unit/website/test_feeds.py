"""What the feeds tell of: policy that changes, and of corrections only who follows everything."""

from __future__ import annotations

import dataclasses

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.versies import Versie
from polderkoers.website.history import HeldVersion, History
from polderkoers.website.views.feeds import Steps
from support.made_up import root_with

LISTED = Versie(id="toen", naam="Toen", uitleg="Toen.", datum=None, vastgesteld_door=None, besluit=None, commit=None)
FILE = "data/kernopgaven/fijn-wonen.yaml"


class Past(History):
    """A history with one version before now, which no Git holds."""

    def __init__(self, before: HeldVersion, now: Loaded) -> None:
        """Take that version and the state of now."""
        super().__init__(None, now)
        self._then = before

    @property
    def versions(self) -> tuple[HeldVersion, ...]:
        """That version, and now."""
        return (self._then, self._now)


def steps_of(tmp_path, old: str, new: str, *, is_equal: bool) -> Steps:
    """Return the steps between a version and now, in which a name differs; `is_equal` is what the editors say of the policy."""
    before, after = root_with(tmp_path / "toen"), root_with(tmp_path / "nu")
    text = (after / FILE).read_text(encoding="utf-8")
    assert old in text
    (after / FILE).write_text(text.replace(old, new), encoding="utf-8")
    listed = dataclasses.replace(LISTED, beleid_gelijk=is_equal)
    return Steps(Past(HeldVersion("toen", "Toen", load(before), listed), load(after)))


@pytest.mark.parametrize(("is_equal", "told"), [(False, 1), (True, 0)])
def test_who_follows_something_gets_no_message_of_a_time_in_which_the_policy_stayed_the_same(tmp_path, is_equal, told):
    """The editors say that only texts were corrected: that is told to who follows everything, and to nobody else."""
    steps = steps_of(tmp_path, "Genoeg huizen", "Veel meer huizen", is_equal=is_equal)
    assert len(list(steps.about("fijn-wonen"))) == told
    assert len(list(steps.of_policy())) == told
    assert len(list(steps.messages())) == 1


def test_another_way_of_writing_is_no_message_for_who_follows_a_subject(tmp_path):
    """What is only spelled otherwise changes no policy, also where the editors say nothing."""
    steps = steps_of(tmp_path, "Genoeg huizen", "genoeg huizen", is_equal=False)
    assert [message.significance for message in steps.messages()] == ["redactioneel"]
    assert list(steps.about("fijn-wonen")) == []
