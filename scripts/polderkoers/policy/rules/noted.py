"""What the history says about the list of versions, as findings of the rule that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding


def noted(context: Context, rule: str) -> Iterator[Finding]:
    """Yield the notes of a rule, each at its field of the list; none when there is no list that can be read."""
    for note in context.past.notes:
        entry = context.policy.get(f"versies/{note.version}".removesuffix("/"))
        if note.rule == rule and entry is not None:
            pointer = "" if entry.is_file else entry.item.pointer
            yield Finding(entry, f"{pointer}/{note.field}", note.message, note.hint, note.level)
