"""When two policies say the same: without ids, and with references as the places that they point at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.policy.dutch_words import capital, decider
from support.clerk_policy import Node, Policy, Ref, field_named


def form(policy: Policy) -> Any:
    """Return a form of a policy that is equal for two that say the same: without ids, references as where things stand."""
    places = {id(node): place for root in policy.files for node, place in placed(root, ())}
    return sorted(map(repr, (shape(root, places) for root in policy.files)))


def placed(node: Node, above: tuple[Any, ...]) -> Iterator[tuple[Node, Any]]:
    own = (*above, node.block, node.slot, node.number, node.label)
    yield node, own
    counted: dict[Any, int] = {}
    for slot, children in node.lists.items():
        for child in children:
            same_name = (slot, child.number, child.label)
            counted[same_name] = counted.get(same_name, 0) + 1
            yield from placed(child, (*own, counted[same_name]))


def shape(node: Node, places: Mapping[int, Any]) -> Any:
    values = {name: plain(node.block, name, value, places) for name, value in node.values.items()}
    lists = {}
    for slot, children in node.lists.items():
        shapes = [shape(child, places) for child in children]
        each = field_named(node.block, slot)
        lists[slot] = shapes if each.ordered else sorted(shapes, key=repr)
    return (
        node.block,
        sorted((name, value) for name, value in values.items() if value is not None),
        sorted(lists.items()),
    )


def plain(block: str, name: str, value: Any, places: Mapping[int, Any]) -> Any:
    """Return a value in a form that is equal for all ways to say the same, None for one that says nothing."""
    match value:
        case Ref():
            return repr(places.get(id(value.to), value.words if value.to is None else value.to.ref))
        case list():
            found = [plain(block, name, part, places) for part in value]
            ordered = field_named(block, name).ordered
            return repr(found if ordered else sorted(set(map(repr, found)))) if found else None
        case dict():
            inner = {
                key: plain(block, key, part, places) for key, part in value.items() if part not in (None, "", False)
            }
            return repr(sorted(inner.items())) if inner else None
    if name == "vastgesteld_door" and isinstance(value, str):
        return single(capital(decider(value)))
    return single(value)


def single(value: Any) -> str | None:
    if isinstance(value, bool) or value is None:
        return "ja" if value else None
    if isinstance(value, int | float) or re.fullmatch(r"\d{4}", value):
        return repr(float(value))
    return " ".join(unicodedata.normalize("NFC", value).split()) or None


def same(told: Mapping[str, Any], held: Mapping[str, Any]) -> bool:
    return all(plain("", key, told[key], {}) == plain("", key, held[key], {}) for key in told)
