"""Says which id was meant where a name stands, which only the whole policy knows."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from polderkoers.policy.index import CATALOGUES
from polderkoers.policy.lookup import Lookup, kind_of_field
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.rules.finding import Context
from polderkoers.policy.rules.references import WHERE, add_to_list
from polderkoers.policy.schema_place import located
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.schema_words import ROW, Finding
from polderkoers.policy.signs import look_alikes
from polderkoers.policy.source import Document
from polderkoers.problems import Problem

# More than one id in one text: what was meant with each is not sure.
_SEVERAL = re.compile(r"[;,]|\s(?:en|&)\s")


def named(problem: Problem, document: Document | None, context: Context, lookup: Lookup) -> Problem:
    """Return a problem of the form of an id with the id that was meant, when it stands in a field that refers to something."""
    parts = [part for part in problem.path.split("/") if part and not part.isdigit()]
    kind = kind_of_field(parts[-1]) if parts and problem.rule == "vorm" else None
    if document is None or kind is None or problem.repair is not None:
        return problem
    value = _value(document.data, problem.path)
    if not isinstance(value, str) or _SEVERAL.search(value) or look_alikes(value):
        return problem
    return _with_id(problem, document, context, (kind, value, lookup))


def _value(data: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        data = data[int(key)] if isinstance(data, list) else data.get(key)
    return data


def _with_id(problem: Problem, document: Document, context: Context, asked: tuple[Doelsoort, str, Lookup]) -> Problem:
    kind, value, lookup = asked
    own = document.data.get("id", "")
    known = _own_item(document.data, value) if kind == "lokaal" else lookup.meant(value, kind, own)
    message = f"'{value}' is geen id. Hier hoort een id uit {WHERE[kind]}."
    if known:
        message = f"'{value}' is geen id. Bedoelde je '{known}'?"
        return located(document, problem.path, Finding("vorm", message, f"schrijf: {ROW}", value=known))
    if many := _several(value, kind, own, lookup):
        message = f"'{value}' is geen id, maar er staan zo te zien meer ids zonder komma ertussen."
        return located(document, problem.path, Finding("vorm", message, f"schrijf: {ROW}", value=many, sure=True))
    unread = any(catalogue in context.unread for catalogue in CATALOGUES.get(kind, ()))
    if kind not in CATALOGUES or unread or not slug(value):
        return dataclasses.replace(problem, message=message, hint=f"schrijf het id zoals het in {WHERE[kind]} staat.")
    message = f"'{value}' is geen id, en staat nog niet in {WHERE[kind]}."
    hint = f"gebruik een id dat daar wel staat, of {add_to_list(kind, slug(value), value, context)}. Schrijf dan hier: {ROW}"
    return located(document, problem.path, Finding("vorm", message, hint, value=slug(value)))


def _several(value: str, kind: Doelsoort, own: str, lookup: Lookup) -> str:
    """Return the ids that stand behind each other in one value with commas between them, when each of them is known."""
    parts = value.split()
    whole = len(parts) > 1 and all(lookup.meant(part, kind, own) == part for part in parts)
    return ", ".join(parts) if whole else ""


def _own_item(data: Any, value: str) -> str | None:
    """Return the id of the one item of a file that goes by a name or id."""
    wanted = {slug(value), slug(value.rpartition("/")[2])}
    found: set[str] = set()
    left = [data]
    while left:
        part = left.pop()
        left += part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
        if isinstance(part, dict) and isinstance(part.get("id"), str):
            words = {part["id"], slug(str(part.get("naam") or part.get("titel") or part["id"]))}
            found |= {part["id"]} if words & wanted else set()
    return found.pop() if len(found) == 1 else None
