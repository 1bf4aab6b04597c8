"""Writes arranged entries as lines: on one line what is short and has no id of its own, else one line per entry."""

from __future__ import annotations

from itertools import takewhile

from polderkoers.policy.canonical.folding import WIDTH, folded, quoted
from polderkoers.policy.canonical.nodes import Collection, Scalar, YamlEntry, comments_in
from polderkoers.policy.canonical.scalars import escaped, one_line

STEP = 2
"""How much further to the right the lines of what is inside something begin."""


def write(top: YamlEntry) -> str:
    """Return the text of a whole file."""
    header = _without_blanks(top.before)
    if isinstance(top.value, Collection) and top.value.entries:
        body = [*_block(top.value, 0), *top.trailing]
        header += [""] * bool(header)
    elif isinstance(top.value, Collection):
        body = [*_value("", top, 0), *top.value.after]
    else:
        body = _value("", top, 0)
    return "\n".join([*header, *body]) + "\n"


def lines_of(entry: YamlEntry, indent: int) -> list[str]:
    """Return the lines of a field, or of an item of a list, that stands so far to the right."""
    return _item(entry, indent) if entry.key is None else _field(entry, indent)


def _block(collection: Collection, indent: int) -> list[str]:
    """Return the lines of a collection in block style."""
    lines: list[str] = []
    for entry in collection.entries:
        lines += _comments(entry.before, indent)
        if collection.mapping:
            lines += _field(entry, indent)
        else:
            lines += _item(entry, indent)
    lines += _comments(collection.after, indent)
    # Between a key and its first entry stands no blank line.
    if lines[0] == "":
        del lines[0]
    return lines


def _field(entry: YamlEntry, indent: int) -> list[str]:
    head = f"{' ' * indent}{one_line(entry.key)}:"
    if isinstance(entry.value, Collection) and _in_flow(entry.value, len(head) + 1) is None:
        return [_with_comment(head, entry), *_block(entry.value, indent + STEP)]
    return _value(head, entry, indent)


def _item(entry: YamlEntry, indent: int) -> list[str]:
    head = f"{' ' * indent}-"
    if not isinstance(entry.value, Collection) or _in_flow(entry.value, len(head) + 1) is not None:
        return _value(head, entry, indent)
    inner = _block(entry.value, indent + STEP)
    raised = [line[STEP:] for line in takewhile(_is_remark, inner)]
    first, *rest = inner[len(raised) :]
    return [*_comments(entry.trailing, indent), *raised, f"{head} {first.lstrip()}", *rest]


def _value(head: str, entry: YamlEntry, indent: int) -> list[str]:
    """Return the lines of a value that begins behind a key or dash."""
    start = f"{head} " if head else ""
    node = entry.value
    if isinstance(node, Collection):
        return [_with_comment(start + (_in_flow(node, len(start)) or ""), entry)]
    line = one_line(node.value)
    # Behind a text without quotes only a comment that cannot be taken for text may stand.
    if isinstance(node.value, str) and entry.trailing and not _is_spaced(entry.trailing[0]):
        line = f'"{escaped(node.value)}"'
    if not isinstance(node.value, str) or not node.value:
        return [_with_comment(start + line, entry)]
    return _text(node.value, start, line, entry, indent)


def _text(text: str, start: str, line: str, entry: YamlEntry, indent: int) -> list[str]:
    """Return the lines of a text, which on one line would be `line`."""
    fold = folded(text, indent + STEP)
    if len(start + line) <= WIDTH and ("\n" not in text or fold is None):
        return [_with_comment(start + line, entry)]
    if fold is not None:
        sign, lines = fold
        return [_with_comment(start + sign, entry), *lines]
    first, *rest = quoted(text, indent + STEP)
    *most, last = [start + first, *rest]
    return [*most, _with_comment(last, entry)]


def _in_flow(collection: Collection, column: int) -> str | None:
    """Return a collection on one line from a column on, or None when it must be in block style."""
    if not collection.entries:
        return _between_signs(collection, [])
    if next(comments_in(collection), None) is not None:
        return None
    text = _flow_text(collection)
    if text is None or column + len(text) > WIDTH:
        return None
    return text


def _flow_text(collection: Collection) -> str | None:
    parts: list[str] = []
    for entry in collection.entries:
        part = _flow_part(entry, in_list=not collection.mapping)
        # What has an id is an item of the policy: it gets lines of its own.
        if part is None or entry.key == "id":
            return None
        if entry.key is not None:
            part = f"{one_line(entry.key, flow=True)}: {part}"
        parts.append(part)
    return _between_signs(collection, parts)


def _between_signs(collection: Collection, parts: list[str]) -> str:
    """Return the parts of a collection between the braces or brackets that go with it."""
    row = ", ".join(parts)
    if collection.mapping:
        return f"{{{row}}}"
    return f"[{row}]"


def _flow_part(entry: YamlEntry, *, in_list: bool) -> str | None:
    node = entry.value
    if isinstance(node, Scalar):
        several = isinstance(node.value, str) and "\n" in node.value
        return None if several else one_line(node.value, flow=True)
    if in_list:
        return None
    return _flow_text(node)


def _with_comment(line: str, entry: YamlEntry) -> str:
    return "  ".join([line, *entry.trailing])


def _comments(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _is_spaced(comment: str) -> bool:
    return comment[1:2] in ("", " ", "\t")


def _is_remark(line: str) -> bool:
    return not line or line.lstrip().startswith("#")


def _without_blanks(lines: list[str]) -> list[str]:
    """Return lines without the blank ones at either end."""
    start = next((number for number, line in enumerate(lines) if line), len(lines))
    end = next((number for number in range(len(lines), 0, -1) if lines[number - 1]), 0)
    return lines[start:end]
