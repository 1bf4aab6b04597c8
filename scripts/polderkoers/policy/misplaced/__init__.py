"""What stands at the wrong place: the one small change that makes a file right again, found by trying, and how to say it."""

from __future__ import annotations

from polderkoers.policy.misplaced.cure import led_to_cure
from polderkoers.policy.misplaced.cut_off import asked_whether_cut
from polderkoers.policy.misplaced.in_text import in_text
from polderkoers.policy.misplaced.typed_hint import only_cures

__all__ = ["asked_whether_cut", "in_text", "led_to_cure", "only_cures"]
