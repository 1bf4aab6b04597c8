"""Says which id was meant where a name stands, which only the whole policy knows."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from polderkoers.policy.index import CATALOGUES
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.kinds import target_of_field
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.rules.finding import Context
from polderkoers.policy.rules.references import WHERE, add_to_list
from polderkoers.policy.schema_place import located
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.schema_words import ROW, Refusal
from polderkoers.policy.signs import look_alikes
from polderkoers.policy.source import Document
from polderkoers.problems import Problem

# Signs and words between several ids in one text.
_BETWEEN = re.compile(r"\s*[;,/&\\|+]\s*|\s+en\s+|\s+", re.IGNORECASE)
_SEVERAL = re.compile(r"[;,/&|+]|\s(?:en|and)\s")
# A file on a computer: the folders above it, and how its name ends.
_FOLDERS = re.compile(r".*[\\/](?=[^\\/]+$)")
_END = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|html?|ya?ml|txt|md)$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)


def named(problem: Problem, document: Document | None, context: Context, lookup: Lookup) -> Problem:
    """Return a problem of the form of an id with the id that was meant, when it stands in a field that refers to something."""
    kind = _kind_at(problem.path) if problem.rule == "vorm" else None
    if document is None or kind is None or problem.repair is not None:
        return problem
    value = _value(document.data, problem.path)
    if not isinstance(value, str) or look_alikes(value):
        return problem
    asked = (kind, value, lookup)
    return _several(problem, document, asked) or _with_id(problem, document, context, asked)


def _kind_at(path: str) -> Doelsoort | None:
    """Return what the field at a JSON Pointer refers to, or None when it refers to nothing."""
    names = [part for part in path.split("/") if part and not part.isdigit()]
    if not names:
        return None
    return target_of_field(names[-1], names[-2] if len(names) > 1 else "")


def _several(problem: Problem, document: Document, asked: tuple[Doelsoort, str, Lookup]) -> Problem | None:
    """Return that more than one id stands in one text, when it is no name that something goes by."""
    kind, value, lookup = asked
    own = document.data.get("id", "")
    names = list(filter(None, _BETWEEN.split(value)))
    if len(names) < 2 or kind == "lokaal" or _ADDRESS.match(value) or _END.search(value):
        return None
    found = [lookup.meant(name, kind, own) for name in names]
    if lookup.meant(value, kind, own) in {*found, None} and all(found) and len({*found}) > 1:
        return _parted(problem, document, value, list(map(str, found)), sure=found == value.split())
    if lookup.meant(value, kind, own) or not _SEVERAL.search(value) or (kind == "onderdeel" and " " not in value):
        return None
    message = f"'{value}' is geen id. Zijn het er meer dan één?"
    many = "schrijf dan van elk het id, met een komma ertussen" if _in_list(problem) else "kies er dan één"
    return dataclasses.replace(problem, message=message, hint=f"{many}. Ids staan in {WHERE[kind]}.")


def _parted(problem: Problem, document: Document, value: str, found: list[str], *, sure: bool) -> Problem:
    """Return how several ids are written: with commas in a list, and one of them elsewhere; `sure` when only commas lack."""
    message = f"'{value}' is geen id: er staan er {len(found)}."
    if not _in_list(problem):
        return dataclasses.replace(problem, message=message, hint=f"hier past er één. Kies: {' of '.join(found)}.")
    message = f"{message.rstrip('.')}, en daar hoort een komma tussen."
    hint = f"schrijf: {ROW}"
    return located(document, problem.path, Refusal("vorm", message, hint, value=", ".join(found), sure=sure))


def _in_list(problem: Problem) -> bool:
    return problem.path.rpartition("/")[2].isdigit()


def _value(data: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        data = data[int(key)] if isinstance(data, list) else data.get(key)
    return data


def _with_id(problem: Problem, document: Document, context: Context, asked: tuple[Doelsoort, str, Lookup]) -> Problem:
    kind, value, lookup = asked
    own = document.data.get("id", "")
    if address := _ADDRESS.match(value):
        return _address(problem, kind, value, address.group())
    typed = value
    if kind in CATALOGUES:
        value = _FOLDERS.sub("", value)
    value = _END.sub("", value)
    known = _own_item(document.data, value) if kind == "lokaal" else lookup.meant(value, kind, own)
    message = f"'{typed}' is geen id. Hier hoort een id uit {WHERE[kind]}."
    if known:
        message = f"'{typed}' is geen id. Bedoelde je '{known}'?"
        return located(document, problem.path, Refusal("vorm", message, f"schrijf: {ROW}", value=known))
    unread = any(catalogue in context.unread for catalogue in CATALOGUES.get(kind, ()))
    if kind not in CATALOGUES or unread or not slug(value):
        return dataclasses.replace(problem, message=message, hint=f"schrijf het id zoals het in {WHERE[kind]} staat.")
    message = f"'{typed}' is geen id, en staat nog niet in {WHERE[kind]}."
    hint = f"gebruik een id dat daar wel staat, of {add_to_list(kind, slug(value), value, context)}. Schrijf dan hier: {ROW}"
    return located(document, problem.path, Refusal("vorm", message, hint, value=slug(value)))


def _address(problem: Problem, kind: Doelsoort, value: str, address: str) -> Problem:
    """Return that an address stands where an id belongs, with where the address of a document goes."""
    hint = f"schrijf hier een id uit {WHERE[kind]}."
    if kind == "documenten":
        hint = f"{hint} Het adres hoort bij 'link': link: {address}"
    message = f"'{value}' is een adres, en geen id uit {WHERE[kind]}."
    return dataclasses.replace(problem, message=message, hint=hint)


def _own_item(data: Any, value: str) -> str | None:
    """Return the id of the one item of a file that goes by a name or id."""
    wanted = {slug(value), slug(value.rpartition("/")[2])}
    found: set[str] = set()
    for item in _with_an_id(data):
        name = slug(str(item.get("naam") or item.get("titel") or item["id"]))
        if not wanted.isdisjoint({item["id"], name}):
            found.add(item["id"])
    return found.pop() if len(found) == 1 else None


def _with_an_id(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the groups of fields in data that have a text for an id, at any depth."""
    left = [data]
    while left:
        part = left.pop()
        if isinstance(part, list):
            left += part
        if isinstance(part, dict):
            left += part.values()
            if isinstance(part.get("id"), str):
                yield part
