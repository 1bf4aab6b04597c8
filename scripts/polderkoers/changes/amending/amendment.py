"""An amendment: changes of a proposal with who hands them in, read from a file in YAML or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from polderkoers.errors.amending import AmendmentIncomplete, AmendmentUnreadable
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import MAX_DEPTH, Document, read
from polderkoers.policy.tree import MAX_BYTES, DataFile, schema_folder
from polderkoers.problems import Problem

SUFFIXES = (".yaml", ".yml", ".json")
_KIND = "amendement"
# The output of `diff` repeats texts: it is longer than what a person writes.
_MOST = 10 * MAX_BYTES


@dataclass(frozen=True, eq=False)
class Amendment:
    """Changes of a proposal as a JSON document tells them, and what is said of them; `name` is how they were asked for.

    `notes` says what else the reader must know, in Dutch. Two that say the same are still two.
    """

    name: str
    title: str
    changes: tuple[Mapping[str, Any], ...]
    number: str = ""
    by: str = ""
    date: str = ""
    explanation: str = ""
    notes: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """The amendment in one line: `A3, Meer huizen (Fractie Polderbelang)`."""
        title = ", ".join(filter(None, (self.number, self.title)))
        if not self.by:
            return title
        return f"{title} ({self.by})"


def read_amendment(path: Path, name: str) -> Amendment:
    """Return the amendment in a file, which is called `name`.

    Raises `AmendmentUnreadable` with what is wrong and how to mend it, or `AmendmentIncomplete` when the comparison that it
    came from left files out.
    """
    document = _READERS.get(path.suffix, _read_yaml)(path, name)
    data = document.data
    for problem in _problems(document):
        raise AmendmentUnreadable(name, problem.line, problem.message, problem.hint)
    if data.get("skipped"):
        raise AmendmentIncomplete(name)
    said = {field: _one_text(data.get(field)) for field in ("titel", "nummer", "indiener", "datum", "toelichting")}
    changes = tuple(map(_whole, data["changes"]))
    return Amendment(name, said["titel"], changes, said["nummer"], said["indiener"], said["datum"], said["toelichting"])


def _one_text(held: Any) -> str:
    return held.strip() if isinstance(held, str) else ""


def _whole(change: Mapping[str, Any]) -> dict[str, Any]:
    """Return a change with what may be left out of it."""
    whole = {"field": None, "old": None, "new": None, "key": None, "old_ref": None, "from": None, "to": None, **change}
    if whole["to"] is not None:
        whole["to"] = {"file": None, "parent": None, "list": None, "many": True, **whole["to"]}
    return whole


def _read_yaml(path: Path, name: str) -> Document:
    found = read(DataFile(f"{Path(name).with_suffix('').name}.yaml", lambda: _bytes(path, name, MAX_BYTES)))
    if isinstance(found, Problem):
        raise AmendmentUnreadable(name, found.line, found.message, found.hint)
    return Document(name, found.data, found.text, found.remarks)


def _read_json(path: Path, name: str) -> Document:
    try:
        text = _bytes(path, name, _MOST).decode("utf-8-sig")
        text.encode("utf-8")
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise AmendmentUnreadable(name, error.lineno, "Dit is geen geldige JSON.") from error
    except (ValueError, RecursionError) as error:
        raise AmendmentUnreadable(name, 1, "Dit is geen gewone JSON.") from error
    if _is_deep(data):
        raise AmendmentUnreadable(name, 1, "Dit bestand gaat dieper dan gegevens van beleid kunnen.")
    if isinstance(data, dict) and "titel" not in data and {"old", "new", "changes"} <= data.keys():
        # What `diff` wrote, as it is.
        data = {"titel": Path(name).stem.replace("-", " "), **data}
    return Document(name, data, "")


_READERS = {".json": _read_json}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which no name stands twice. Raises `ValueError`."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _is_deep(data: Any) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [*chain.from_iterable(map(_parts, level))]
        if not level:
            return False
    return True


def _parts(held: Any) -> list[Any]:
    if isinstance(held, dict):
        return [*held.values()]
    if isinstance(held, list):
        return held
    return []


def _bytes(path: Path, name: str, most: int) -> bytes:
    """Return what a file holds. Raises `AmendmentUnreadable`, also when it is longer than any amendment."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise AmendmentUnreadable(name, 1, "Dit bestand kan niet worden gelezen.") from error
    if len(content) > most:
        raise AmendmentUnreadable(name, 1, "Dit bestand is te groot voor een amendement.")
    return content


def _problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the form of an amendment: by reading, by its schema, and by what each kind of change needs."""
    if not isinstance(document.data, dict):
        yield Problem(document.file, 1, 1, _KIND, "Dit is geen amendement.", "begin met 'titel:' en 'changes:'.")
        return
    yield from (remark for remark in document.remarks if remark.level == "fout")
    yield from _schemas().explain(document, _KIND)
    for place, change in enumerate(document.data["changes"]):
        if wrong := next((why for is_wrong, why in _NEEDS if is_wrong(change)), ""):
            pointer = f"/changes/{place}"
            line = _line(document, pointer)
            message = f"Wijziging {place + 1} ({change['ref']}) is niet volledig: {wrong}"
            yield Problem(document.file, line, 1, _KIND, message, "vul aan wat er ontbreekt.", pointer)


def _line(document: Document, pointer: str) -> int:
    """Return the line of a place; of JSON, which may be one line, the first."""
    if not document.text:
        return 1
    return document.place(pointer).line


def _is_of_field(change: Mapping[str, Any]) -> bool:
    return change.get("field") is not None


def _to(change: Mapping[str, Any]) -> Mapping[str, Any]:
    return change.get("to") or {}


_NEEDS: tuple[tuple[Callable[[Mapping[str, Any]], bool], str], ...] = (
    (lambda change: change["kind"] == "changed" and not _is_of_field(change), "bij changed hoort een 'field'."),
    (lambda change: change["kind"] in ("added", "removed") and _is_of_field(change), "bij added en removed hoort geen 'field'."),
    (lambda change: change["kind"] in ("added", "moved") and not _is_of_field(change) and not change.get("to"), "bij added en moved hoort een 'to'."),
    (lambda change: change["kind"] == "added" and not isinstance(change.get("new"), dict), "bij added hoort een 'new' met het hele onderdeel."),
    (lambda change: change["kind"] == "removed" and not isinstance(change.get("old"), dict), "bij removed hoort een 'old' met het hele onderdeel."),
    (lambda change: bool(_to(change)) and not (_to(change).get("parent") or _to(change).get("file")), "bij 'to' hoort een 'parent', of voor een heel bestand een 'file'."),
    (lambda change: bool(_to(change).get("parent")) and not _to(change).get("list"), "bij een 'parent' hoort een 'list': het veld waar het onderdeel in komt."),
    (lambda change: change.get("key") is not None and not change.get("block"), "bij een 'key' hoort een 'block'."),
)  # fmt: skip


@cache
def _schemas() -> Schemas:
    return Schemas(_OwnSchemas())


class _OwnSchemas:
    """The published schema of an amendment, as a tree that has no data."""

    def data_files(self) -> Iterator[DataFile]:
        """Yield nothing."""
        yield from ()

    def schemas(self) -> dict[str, bytes]:
        """Return the schema, and its parts as those that schemas share."""
        content = (schema_folder() / "uitvoer" / f"{_KIND}.schema.json").read_bytes()
        whole = json.loads(content)
        shared = {
            "$schema": whole["$schema"],
            "$id": "https://polderkoers.example/schema/gedeeld",
            "$defs": whole["$defs"],
        }
        return {f"{_KIND}.schema.json": content, "blokken.schema.json": json.dumps(shared).encode("utf-8")}
