"""Edits of the real data, to be drawn at random."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

WORDS = ("niet", "20", "gemeente", "€ 3 miljoen", "twee", "moet", "kan", "2030", "inwoners", ".", "'s avonds", "Ens")

EDIT = st.tuples(
    st.sampled_from(["text", "drop", "copy", "shuffle", "carry", "term", "number", "refs", "file"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.sampled_from(WORDS),
)
EDITS = st.lists(EDIT, min_size=1, max_size=6)


def lists_of(data: Any) -> list[tuple[dict[str, Any], str]]:
    """Return every list of items in the data, as its holder and field."""
    found = []
    for key, value in data.items():
        if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
            found.append((data, key))
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                found += lists_of(part)
    return found


def edited(documents: dict[str, Any], edits: list[Any]) -> dict[str, Any]:
    """Return a copy of the data with the edits made."""
    found = copy.deepcopy(documents)
    for number, (kind, first, second, word) in enumerate(edits):
        lists = [place for file in sorted(found) for place in lists_of(found[file])]
        holder, field = lists[first % len(lists)]
        items = holder[field]
        make = EDITORS[kind]
        make(found, lists, items, second, word, number)
        if not items:
            del holder[field]
    return found


def text(_found, _lists, items, pick, word, _number):
    """Put a word into a text, or take one out."""
    item = items[pick % len(items)]
    for name in ("toelichting", "naam", "tekst", "uitleg"):
        if isinstance(item.get(name), str):
            words = item[name].split()
            words.insert(pick % (len(words) + 1), word) if pick % 3 else words.pop(pick % len(words))
            item[name] = " ".join(words) or word
            return


def drop(_found, _lists, items, pick, _word, _number):
    """Take an item away."""
    items.pop(pick % len(items))


def duplicate(_found, _lists, items, pick, _word, number):
    """Put a new item beside another, with ids of its own."""
    item = json.loads(json.dumps(items[pick % len(items)]).replace('"id": "', f'"id": "nieuw-{number}-'))
    if "met" in item:
        item["met"] = f"platteland/nieuw-{number}"
    items.insert(pick % (len(items) + 1), item)


def shuffle(_found, _lists, items, pick, _word, _number):
    """Put an item elsewhere in its list."""
    items.insert(pick % (len(items) + 1), items.pop(pick % len(items)))


def carry(_found, lists, items, pick, _word, _number):
    """Carry an item to a list of the same name elsewhere."""
    field = next(name for holder, name in lists if holder[name] is items)
    item = items[pick % len(items)]
    inside = lists_of({"item": [item]})
    elsewhere = [
        holder[name]
        for holder, name in lists
        if name == field and holder[name] is not items and not any(holder is other for other, _ in inside)
    ]
    taken = {other.get("id") for target in elsewhere for other in target}
    if elsewhere and "id" in item and item["id"] not in taken and not any(holder is item for holder, _ in lists):
        items.remove(item)
        elsewhere[pick % len(elsewhere)].insert(0, item)


def term(_found, _lists, items, pick, _word, _number):
    """Let a step go to the other term."""
    item = items[pick % len(items)]
    if "termijn" in item:
        item["termijn"] = {"kort": "lang", "lang": "kort"}[item["termijn"]]


def number_of(_found, _lists, items, pick, _word, _number):
    """Give a figure another value, or make it unknown."""
    item = items[pick % len(items)]
    for name in ("bedrag", "waarde", "nummer"):
        if name in item:
            item[name] = pick or None


def refs(_found, _lists, items, pick, word, _number):
    """Change a list of references, or a part of a group."""
    item = items[pick % len(items)]
    if "themas" in item:
        item["themas"] = [*item["themas"][1:], "gezondheid"] if pick % 2 else item["themas"][::-1]
    if "bron" in item:
        item["bron"] = {**item["bron"], "plek": word}
    if "wanneer" in item:
        item["wanneer"] = {"tekst": f"na {1900 + pick % 200}", "van": 1900 + pick % 200}


def file(found, _lists, _items, pick, _word, number):
    """Take a file away, put a new one beside it, or give it another name."""
    path = sorted(found)[pick % len(found)]
    if pick % 3 == 0 and len(found) > 1:
        del found[path]
    elif pick % 3 == 1:
        found[f"data/plannen/nieuw-{number}.yaml"] = {**copy.deepcopy(found[path]), "id": f"nieuw-{number}"}
    else:
        found[f"data/plannen/ander-{number}.yaml"] = {**found.pop(path), "id": f"ander-{number}"}


EDITORS = {
    "text": text,
    "drop": drop,
    "copy": duplicate,
    "shuffle": shuffle,
    "carry": carry,
    "term": term,
    "number": number_of,
    "refs": refs,
    "file": file,
}
