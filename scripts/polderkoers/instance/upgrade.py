"""Brings an instance that was made with an older engine to this one: its data, and the version that it says it was made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from polderkoers.changes.content import LIST
from polderkoers.changes.upgrade import upgrade
from polderkoers.errors import DataNewer, PolderkoersError
from polderkoers.instance.editor import keep_schemas
from polderkoers.instance.engine import REQUIREMENTS, installed, pinned, raised
from polderkoers.instance.first import Begun, facts_of, rendered
from polderkoers.instance.given import given_to
from polderkoers.instance.held import with_contents
from polderkoers.instance.naming import Naming
from polderkoers.policy.canonical.edit import with_data
from polderkoers.policy.canonical.form import canonical
from polderkoers.policy.canonical.together import write_together
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_number import INSTITUTION, said_by
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Folder, own_schemas
from polderkoers.problems import Problem

_PLACES = "data/plaatsen.yaml"


class PublisherUnknown(PolderkoersError):
    """Older data do not say who publishes, and it cannot be told from them."""

    def __init__(self) -> None:
        super().__init__(
            "Wie deze site maakt, is uit deze bestanden niet op te maken. Er is niets veranderd. Hoe op te lossen: geef de opdracht "
            "polderkoers new instelling, vul dat bestand in, en geef dan opnieuw: polderkoers upgrade"
        )


@dataclass(frozen=True)
class UpgradeStep:
    """What is done to one file: fields that come, go or change, with what they become; `new` when the file was not there.

    `given` says that it is no data, but a file that `init` gives.
    """

    file: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[tuple[str, Any], ...] = ()
    new: bool = False
    given: bool = False


@dataclass(frozen=True)
class Upgraded:
    """What an upgrade does, file by file, or the problems that stand in the way; then it does nothing.

    `own_schemas` is the number of the older schemas that the instance holds itself, None when it holds none that are older.
    `changed` are the files of `init` that were changed by hand, each with the patch to what this engine gives; they are left alone.
    """

    problems: tuple[Problem, ...] = ()
    steps: tuple[UpgradeStep, ...] = ()
    own_schemas: int | None = None
    changed: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Upgrading:
    """The files that change, and what changes in them."""

    schemas: Schemas
    contents: dict[str, bytes] = field(default_factory=dict)
    steps: list[UpgradeStep] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, document: Document, data: Mapping[str, Any]) -> None:
        """Give a file other data; the same data is no change."""
        if data == document.data:
            return
        text = with_data(document, data, self.schemas, keep_comments=True)
        if isinstance(text, Problem):
            self.problems.append(text)
            return
        self.contents[document.file] = text.encode("utf-8")
        self.steps.append(_step(document.file, document.data, data))


def upgrade_instance(root: Path, today: date, *, write: bool) -> Upgraded:
    """Return what brings an instance to this engine, and do it when `write` says so: all files, or none.

    Raises `DataNewer`, `PublisherUnknown`, `FolderMissing` or `FilesUnwritable`; nothing has changed then.
    """
    found = list(map(read, Folder(root).data_files()))
    unread = tuple(sorted(each for each in found if isinstance(each, Problem)))
    if unread:
        return Upgraded(unread)
    documents = {each.file: each for each in found if isinstance(each, Document) and isinstance(each.data, dict)}
    work = _Upgrading(Schemas(Begun({})))
    _bring(work, documents, today, root)
    if work.problems:
        return Upgraded(tuple(sorted(work.problems)))
    _pin(work, root)
    given = given_to(root)
    work.contents |= given.fresh
    work.steps += [UpgradeStep(file, new=file in given.new, given=True) for file in given.fresh]
    if write:
        write_together(root, work.contents)
        keep_schemas(root)
    steps = tuple(sorted(work.steps, key=lambda step: step.file))
    return Upgraded((), steps, _older_schemas(root, work.schemas.number), given.changed)


def _bring(work: _Upgrading, documents: Mapping[str, Document], today: date, root: Path) -> None:
    institution, ours = documents.get(INSTITUTION), work.schemas.number
    # Data that do not say which schema they follow are taken through every step: a step leaves alone what it need not change.
    number = (said_by(institution.data) if institution else None) or 1
    if number > ours:
        raise DataNewer(number, ours)
    for document in documents.values():
        data = upgrade(document.data, number)
        if document.file == LIST:
            data = with_contents(root, data)
        if document is institution:
            data = {**data, "schema": ours}
        work.take(document, data)
    if institution is None:
        _introduce(work, documents.get(_PLACES), today)


def _introduce(work: _Upgrading, places: Document | None, today: date) -> None:
    """Write who publishes, from what older data say of it. Raises `PublisherUnknown` when they do not say enough."""
    area = _area(places.data) if places else None
    if area is None:
        raise PublisherUnknown
    facts = facts_of(Naming(area["naam"], "gemeente"), today, work.schemas)
    text = rendered(INSTITUTION, {**facts, "place": area["id"]})
    form = canonical(text, INSTITUTION, work.schemas)
    if isinstance(form, Problem):
        work.problems.append(form)
        return
    work.contents[INSTITUTION] = form.encode("utf-8")
    work.steps.append(UpgradeStep(INSTITUTION, new=True))


def _area(places: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the municipality that an older list of places says the policy is of."""
    rows = places.get("plaatsen")
    for row in rows if isinstance(rows, list) else ():
        named = isinstance(row, dict) and row.get("id") == places.get("gemeente") and row.get("soort") == "gemeente"
        if named and isinstance(row.get("naam"), str):
            return {"id": row["id"], "naam": row["naam"]}
    return None


def _step(file: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> UpgradeStep:
    return UpgradeStep(
        file,
        tuple(name for name in new if name not in old),
        tuple(name for name in old if name not in new),
        tuple((name, value) for name, value in new.items() if name in old and old[name] != value),
    )


def _pin(work: _Upgrading, root: Path) -> None:
    """Let an instance that says which engine it was made with, say this one."""
    was, now = pinned(root), installed()
    if was and now and was != now:
        text = (root / REQUIREMENTS).read_text(encoding="utf-8")
        work.contents[REQUIREMENTS] = raised(text, was, now).encode("utf-8")
        work.steps.append(UpgradeStep(REQUIREMENTS, changed=(("polderkoers", now),)))


def _older_schemas(root: Path, ours: int) -> int | None:
    if own_schemas(root) is None:
        return None
    number = Schemas(root).number
    if number >= ours:
        return None
    return number
