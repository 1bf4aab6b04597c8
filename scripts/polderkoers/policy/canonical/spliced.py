"""Changes a file by writing anew only the items and fields that differ, where those stand in the canonical form: the rest is not read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.policy.canonical.arrange import arrange_part, schema_of, schema_within
from polderkoers.policy.canonical.nodes import YamlEntry, node_of
from polderkoers.policy.canonical.writer import STEP, lines_of
from polderkoers.policy.source import Document, parse
from polderkoers.policy.values import same

if TYPE_CHECKING:
    from polderkoers.policy.schema import Schemas

# What ends an item: blank lines or none, and then a line that stands as far to the left as the item or further, or the end.
_NEXT = "(\\n+)(?:[ ]{{0,{indent}}}[^ \\n]|\\Z)"


@dataclass(frozen=True)
class _SplicedPart:
    """A field at the top of a file, or an item of a list at any depth: where, what describes it, and its data before and after."""

    pointer: str
    key: str | None
    indent: int
    schema: dict[str, Any]
    old: Any
    new: Any

    def text(self, data: Any, schemas: Schemas) -> str:
        """Return data as the canonical form has them here, without a last line break."""
        entry = YamlEntry(0, None, self.key)
        entry.node = node_of(entry, data)
        arrange_part(entry, self.schema, schemas)
        return "\n".join(lines_of(entry, self.indent))

    def holds(self, text: str, file: str) -> bool:
        """Return whether a text has the new data and nothing else."""
        found = parse(text, file)
        wanted = [self.new] if self.key is None else {self.key: self.new}
        return isinstance(found, Document) and not found.remarks and same(found.data, wanted)


def spliced(document: Document, data: Mapping[str, Any], schemas: Schemas) -> str | None:
    """Return the text of a file with other data; None when that asks for more than other values in items and fields that have no comments.

    Each line of what stays is as it stood. What does not stand in the canonical form to the letter is not touched here.
    """
    old, text = document.data, document.text
    is_plain = document.marks is not None and not document.remarks and "\r" not in text
    if not is_plain or not isinstance(old, dict) or old.keys() != data.keys() or old.get("soort") != data.get("soort"):
        return None
    parts = [*_parts(old, data, schemas)]
    # From below, so that what stands above stays where it is.
    for part in sorted(parts, key=lambda each: document.place(each.pointer, key=each.key is not None), reverse=True):
        changed = _replaced(document, text, part, schemas)
        if changed is None:
            return None
        text = changed
    return text


def _replaced(document: Document, text: str, part: _SplicedPart, schemas: Schemas) -> str | None:
    """Return a text with the new data of a part, when the old ones stand there in the canonical form."""
    start = _start_of(text, document.place(part.pointer, key=part.key is not None).line)
    was, new = part.text(part.old, schemas), part.text(part.new, schemas)
    end = start + len(was)
    below = re.compile(_NEXT.format(indent=part.indent)).match(text, end)
    if below is None or not text.startswith(was, start) or not part.holds(f"{new}{below[1]}", document.file):
        return None
    return f"{text[:start]}{new}{text[end:]}"


def _start_of(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at


def _parts(old: dict[str, Any], new: Mapping[str, Any], schemas: Schemas) -> Iterator[_SplicedPart]:
    """Yield the smallest parts that hold all that differs."""
    top = schema_of(old, schemas)
    for name, was in old.items():
        now = new[name]
        if same(was, now):
            continue
        schema = schema_within(top, name, schemas)
        if _has_same_items(was, now):
            yield from _items(was, now, f"/{name}", STEP, schema, schemas)
        else:
            yield _SplicedPart(f"/{name}", name, 0, schema, was, now)


def _items(  # noqa: PLR0913, PLR0917 - where one is
    old: list[Any], new: list[Any], pointer: str, indent: int, schema: dict[str, Any], schemas: Schemas
) -> Iterator[_SplicedPart]:
    described = schema_within(schema, None, schemas)
    for place, (was, now) in enumerate(zip(old, new, strict=True)):
        if same(was, now):
            continue
        here, differing = f"{pointer}/{place}", [name for name in was if not same(was[name], now.get(name))]
        if was.keys() != now.keys() or not all(_has_same_items(was[name], now[name]) for name in differing):
            yield _SplicedPart(here, None, indent, described, was, now)
            continue
        for name in differing:
            inner = schema_within(described, name, schemas)
            yield from _items(was[name], now[name], f"{here}/{name}", indent + 2 * STEP, inner, schemas)


def _has_same_items(old: Any, new: Any) -> bool:
    """Return whether two values are lists of the same items, each of which has lines of its own because of its id."""
    if not isinstance(old, list) or not isinstance(new, list) or not old or len(old) != len(new):
        return False
    return all(_id(was) is not None and _id(was) == _id(now) for was, now in zip(old, new, strict=True))


def _id(data: Any) -> str | None:
    found = data.get("id") if isinstance(data, dict) else None
    return found if isinstance(found, str) else None
