"""What a change is about, as the model says it: a text for readers, or an item of policy."""

from __future__ import annotations

from polderkoers.changes.change import Change, Subject
from polderkoers.policy.model.declared import WORDING
from polderkoers.policy.model.kinds import POLICY_KINDS, names_of

# Fields whose text may be polished. Any other field is a figure, date, choice or reference, and says something else
# as soon as it is different.
TEXT_FIELDS = names_of(*WORDING)
PERIODS = frozenset({"wanneer", "looptijd"})
"""The fields that hold a moment or a period: in words, and in dates where those are known."""


def is_text(change: Change) -> bool:
    """Return whether a text for readers became another text, so that its words can be compared."""
    texts = isinstance(change.old, str) and isinstance(change.new, str)
    return texts and change.kind == "changed" and (change.field or "").rpartition(".")[2] in TEXT_FIELDS


def is_policy(subject: Subject) -> bool:
    """Return whether an item stands in a file of policy, and not in a list of names, places or words."""
    return subject.soort in POLICY_KINDS
