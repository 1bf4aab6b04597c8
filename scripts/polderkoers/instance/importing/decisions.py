"""Finds in a file of council data which decisions are new here, and what the file of the data would become with those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from polderkoers.errors import ImportRefused
from polderkoers.instance.importing.plan import ImportLine, ImportPlan
from polderkoers.instance.importing.popolo import ToldDecision, read_decisions
from polderkoers.policy.canonical.edit import with_data, written
from polderkoers.policy.index import Policy
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.besluiten import NOT_VOTED, UNVOTED_KINDS, Besluit
from polderkoers.policy.model.catalogues import Organisatie, Partij
from polderkoers.policy.model.having import andere_namen_of, link_of
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.source import Document, parse
from polderkoers.policy.tree import Folder, Snapshot
from polderkoers.problems import Problem

_LONGEST = 80
_NO_DATE = "zonder-datum"


def plan_decisions(root: Path, source: str, content: bytes) -> ImportPlan:
    """Return what taking over a file of council data would do. Raises `ImportRefused` with the line when the file cannot be read."""
    tree = Snapshot(Folder(root))
    loaded = load(tree)
    return _Taking(loaded, Schemas(tree), source).plan(read_decisions(source, content))


class _Taking:
    """One import: what is new, and what is there already."""

    def __init__(self, loaded: Loaded, schemas: Schemas, source: str) -> None:
        self._schemas, self._source = schemas, source
        self._documents = {document.file: document for document in loaded.documents}
        self._voters = _names(loaded.policy, Organisatie)
        self._parties = _names(loaded.policy, Partij) | self._voters
        self._there = [entry.item for entry in loaded.policy.of(Besluit)]
        self._ids = {item.id for item in self._there}
        self._seen: dict[tuple[str, ...], int] = {}
        self._texts: dict[str, str] = {}
        self._taken: list[ImportLine] = []
        self._differing: list[ImportLine] = []
        self._left_out: list[ImportLine] = []
        self._refused: list[ImportLine] = []
        self._known = 0

    def plan(self, found: Iterable[ToldDecision]) -> ImportPlan:
        for told in found:
            self._take(told)
        return ImportPlan(
            self._source,
            tuple(self._taken),
            tuple(self._differing),
            tuple(self._left_out),
            tuple(self._refused),
            self._known,
            {file: text.encode("utf-8") for file, text in self._texts.items()},
        )

    def _take(self, told: ToldDecision) -> None:
        if why := _unsure(told):
            self._refused.append(ImportLine(told.line, why))
            return
        if there := next((item for item in self._there if _is_same(item, told)), None):
            self._compare(there, told)
            return
        before = self._seen.setdefault(_key(told), told.line)
        if before != told.line:
            self._refused.append(ImportLine(told.line, f"{told.name}: staat ook op regel {before} van dit bestand"))
            return
        item = self._item(told)
        file = f"data/besluiten/besluiten-{told.datum[:4] or _NO_DATE}.yaml"
        self._texts[file] = self._with(file, item, told.line)
        self._taken.append(ImportLine(told.line, f"{told.soort} {told.number} '{told.name}'".replace("  ", " ")))

    def _compare(self, there: Besluit, told: ToldDecision) -> None:
        """Tell what the file says otherwise of a decision that is there; nothing of that is changed."""
        pairs = (
            ("naam", there.naam, told.name),
            ("datum", there.datum, told.datum),
            ("uitkomst", there.uitkomst, told.uitkomst),
        )
        other = [f"{name}: hier '{here}', daar '{said}'" for name, here, said in pairs if said and here != said]
        if other:
            self._differing.append(ImportLine(told.line, f"{there.id}: {'; '.join(other)}"))
        else:
            self._known += 1

    def _item(self, told: ToldDecision) -> dict[str, Any]:
        """Return the decision as the data have it, without what is not said or not known here."""
        item = {
            "id": self._new_id(told),
            "soort": told.soort,
            "stuknummer": told.number,
            "naam": told.name,
            "datum": told.datum or None,
            "ingediend_door": self._creator(told),
            "uitkomst": self._outcome(told),
            "stemmen": self._votes(told),
            "bron": {"link": told.link} if told.link else None,
        }
        for doubt in told.doubts:
            self._leave_out(told, doubt)
        return {name: value for name, value in item.items() if value or name == "datum"}

    def _new_id(self, told: ToldDecision) -> str:
        first = slug(f"{told.soort} {told.name}")[:_LONGEST].rstrip("-")
        number, id_ = 2, first
        while id_ in self._ids:
            id_ = f"{first[: _LONGEST - 4]}-{number}"
            number += 1
        self._ids.add(id_)
        return id_

    def _creator(self, told: ToldDecision) -> list[str]:
        """Return who handed something in, when that is a party or organisation here: the name of a person is not taken over."""
        if not told.creator:
            return []
        known = self._parties.get(_plain(told.creator))
        if known is None:
            who = "een persoon" if told.is_person else f"'{told.creator}'"
            self._leave_out(told, f"ingediend door {who}: geen partij of organisatie in de gegevens")
            return []
        return [known]

    def _outcome(self, told: ToldDecision) -> str:
        if told.soort in UNVOTED_KINDS and told.uitkomst and told.uitkomst not in NOT_VOTED:
            self._leave_out(told, f"de uitkomst '{told.uitkomst}': over een {told.soort} wordt niet gestemd")
            return ""
        return told.uitkomst

    def _votes(self, told: ToldDecision) -> list[dict[str, Any]]:
        """Return the votes, all of them or none: a part would say another outcome."""
        if told.votes and (told.soort in UNVOTED_KINDS or told.uitkomst in NOT_VOTED):
            self._leave_out(told, "de stemmen: hierover is niet gestemd")
            return []
        unknown = sorted({vote.group for vote in told.votes if vote.group and _plain(vote.group) not in self._voters})
        if unknown:
            self._leave_out(told, f"de stemmen: niet in data/organisaties.yaml: {', '.join(unknown)}")
            return []
        rows = ((self._voters.get(_plain(vote.group)), vote.stem, vote.aantal) for vote in told.votes)
        return [{"fractie": fractie, "stem": stem, "aantal": aantal} for fractie, stem, aantal in rows]

    def _leave_out(self, told: ToldDecision, why: str) -> None:
        self._left_out.append(ImportLine(told.line, f"'{told.name}': {why}"))

    def _with(self, file: str, item: Mapping[str, Any], line: int) -> str:
        """Return the text of a file with a decision at its end. Raises `ImportRefused` when the file cannot be written."""
        text = self._texts.get(file)
        document = self._documents.get(file) if text is None else _read(text, file)
        if document is None:
            data = {"soort": "besluiten", "id": file.rpartition("/")[2].removesuffix(".yaml"), "besluiten": [item]}
            made = written(data, file, self._schemas)
        else:
            wanted = {**document.data, "besluiten": [*document.data["besluiten"], item]}
            made = with_data(document, wanted, self._schemas)
        if isinstance(made, Problem):
            raise ImportRefused(
                self._source, line, f"{made.file} kan niet worden geschreven: {made.message}", made.hint
            )
        return made


def _read(text: str, file: str) -> Document | None:
    found = parse(text, file)
    return found if isinstance(found, Document) else None


def _unsure(told: ToldDecision) -> str:
    """Return why a motion is not taken over, nothing when it is clear what it is."""
    if not told.name:
        return "er is geen titel ('title' of 'name')"
    if not told.soort:
        kinds = "motie, amendement, toezegging, raadsvraag, raadsvoorstel of besluit"
        if told.kind:
            return f"{told.name}: '{told.kind}' is geen {kinds}"
        return f"{told.name}: 'classification' zegt niet of dit een {kinds} is"
    return ""


def _is_same(item: Besluit, told: ToldDecision) -> bool:
    """Return whether a decision of the data is the one in the file: by its address, or by its kind, number and year."""
    if told.link and link_of(item) == told.link:
        return True
    year, other = (item.datum or "")[:4], told.datum[:4]
    return item.soort == told.soort and bool(told.number) and item.stuknummer == told.number and year == other


def _key(told: ToldDecision) -> tuple[str, ...]:
    """Return what tells a motion of a file from the others: its number in a year, or its name where it has none."""
    return (told.soort, told.datum[:4], told.number or f"{told.name} {told.datum} {told.link}")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _names(policy: Policy, kind: type[Partij | Organisatie]) -> dict[str, str]:
    """Return the ids of parties or organisations by what they are called."""
    found: dict[str, str] = {}
    for entry in policy.of(kind):
        for name in (entry.item.id, entry.item.label, *andere_namen_of(entry.item)):
            found.setdefault(_plain(name), entry.item.id)
    return found
