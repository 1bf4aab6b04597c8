"""Signs that can turn what is said, and signs that cannot."""

from __future__ import annotations

import pytest

from polderkoers.changes.signs import same_signs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("wacht niet overal", "wacht niet, overal"), ("mee.", "mee?"), ("10-15 mensen", "10 15 mensen"),
        ("inwoners die", "inwoners, die"), ("alle: huizen", "alle huizen"), ("2, 3 huizen", "2 3 huizen"),
    ],
)  # fmt: skip
def test_a_sign_that_can_turn_a_sentence_is_seen(old, new):
    """Beside a word that carries policy, between figures, and at the end of a question a sign counts, from both sides."""
    assert not same_signs(old, new)
    assert not same_signs(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hun buurt, ook", "hun buurt; ook"), ("het dorp", "het dorp."), ("10–15 huizen", "10-15 huizen"), ("'alle' huizen", "alle huizen"),
        ("(de wijk)", "de wijk"),
    ],
)  # fmt: skip
def test_any_other_sign_is_layout(old, new):
    """Elsewhere a comma, a quote, a bracket or a full stop at the end says nothing of its own."""
    assert same_signs(old, new)
