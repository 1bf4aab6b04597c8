"""Writes the threads of the goals as text for people and JSON for programs."""

from __future__ import annotations

import json
from typing import Any

from polderkoers.policy.index import Entry
from polderkoers.policy.threads import ASPECTS, Thread, Threads

_STATES = ("ja", "samen", "nee")


def threads_as_text(documents: tuple[Threads, ...]) -> str:
    """Return per document how many goals lack what, and which goals these are."""
    lines = []
    for found in documents:
        lines.append(f"{found.document}: {len(found.threads)} doelen")
        for aspect in ASPECTS:
            own, shared, none = _counts(found, aspect).values()
            lines.append(f"  {aspect}: {own} eigen, {shared} alleen samen met andere doelen, {none} niet in de bron")
        lines.append(
            f"  indicatoren zonder doel: {len(found.loose_indicators)}, bedragen zonder doel: {len(found.loose_amounts)}"
        )
        lines.append(f"  indicatoren zonder streefwaarde: {len(found.aimless)}")
        for thread in found.threads:
            missing = [aspect for aspect in ASPECTS if thread.state(aspect) == "nee"]
            if missing:
                lines.append(f"    {thread.goal.ref}: geen {', '.join(missing)}")
    return "\n".join(lines)


def threads_as_json(documents: tuple[Threads, ...]) -> str:
    """Return `{"documenten": [{"document", "tellingen", "doelen", "indicatoren_zonder_doel", "indicatoren_zonder_streefwaarde", "bedragen_zonder_doel"}]}`."""
    return json.dumps({"documenten": [*map(_document, documents)]}, ensure_ascii=False, indent=2)


def _document(found: Threads) -> dict[str, Any]:
    return {
        "document": found.document,
        "tellingen": {aspect: _counts(found, aspect) for aspect in ASPECTS},
        "doelen": [*map(_goal, found.threads)],
        "indicatoren_zonder_doel": _refs(found.loose_indicators),
        "indicatoren_zonder_streefwaarde": _refs(found.aimless),
        "bedragen_zonder_doel": _refs(found.loose_amounts),
    }


def _counts(found: Threads, aspect: str) -> dict[str, int]:
    return {state: found.count(aspect, state) for state in _STATES}


def _goal(thread: Thread) -> dict[str, Any]:
    aspects = {aspect: _stand(thread, aspect) for aspect in ASPECTS}
    return {"ref": thread.goal.ref, "naam": thread.goal.item.label, **aspects}


def _stand(thread: Thread, aspect: str) -> dict[str, Any]:
    return {"stand": thread.state(aspect), "refs": _refs(thread.eigen[aspect] or thread.samen[aspect])}


def _refs(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.ref for entry in entries]
