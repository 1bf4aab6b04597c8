"""Why a change does not fit: in words that name the item as people know it, what is expected, what is there, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polderkoers.changes.cells import Cell, pair, shortened
from polderkoers.changes.change import Change
from polderkoers.changes.items import Item
from polderkoers.changes.phrases import field_name, full_name, is_plural, list_name
from polderkoers.changes.sides import Names
from polderkoers.policy.dutch_words import capital, some

_AGAIN = "maak het amendement opnieuw op het voorstel zoals het nu is, of haal deze wijziging eruit."
_NOTHING = "niets"
_MOST = 3


@dataclass(frozen=True)
class Misfit:
    """A change that does not fit. `ref`, `key` and `field` say of what, `what` says it in words, `message` and `hint` why."""

    ref: str
    key: str | None
    field: str | None
    what: str
    message: str
    hint: str = _AGAIN


class ChangesDoNotFit(LookupError):
    """Changes are about other data than these; `misfits` says of each why."""

    def __init__(self, misfits: tuple[Misfit, ...]) -> None:
        self.misfits = misfits
        super().__init__("; ".join(f"{each.ref}: {each.message}" for each in misfits))


class Refusals:
    """Makes the misfits of changes; `names` gives the words for what there is."""

    def __init__(self, names: Names) -> None:
        """Take the words."""
        self._names = names

    def missing(self, change: Mapping[str, Any]) -> Misfit:
        """Return that the item of a change is not there."""
        told = claimed(change)
        return self._of(change, told, f"{capital(told)} staat niet in het voorstel, of niet meer.")

    def unread(self, change: Mapping[str, Any], files: Sequence[str]) -> Misfit:
        """Return that the item of a change is not there, and may be in a file that cannot be read."""
        told = claimed(change)
        message = f"{capital(told)} is niet te vinden. Het kan staan in een bestand dat niet te lezen is: {some(files, _MOST)}."
        return self._of(change, told, message, "herstel eerst dat bestand in het voorstel, met polderkoers check.")

    def twice(self, change: Mapping[str, Any], item: Item) -> Misfit:
        """Return that an amendment takes the same item away twice."""
        told = self.name(item)
        hint = "laat één van de twee wijzigingen weg."
        return self._of(change, told, f"Het amendement haalt {told} twee keer van zijn plek.", hint)

    def no_policy(self, change: Mapping[str, Any]) -> Misfit:
        """Return that a change is of a file that says something else than policy."""
        message = f"Het bestand van '{change['ref']}' is geen beleid. Een amendement kan dat niet veranderen."
        return self._of(change, f"'{change['ref']}'", message, "haal deze wijziging uit het amendement.")

    def other_value(self, change: Mapping[str, Any], item: Item, held: Any) -> Misfit:
        """Return that a field holds something else than the amendment expects."""
        told, name = self.name(item), field_name(change["field"])
        expected, there = self._both(change, item, held)
        verb = ("is", "zijn")[is_plural(change["field"])]
        message = f"Bij {told} {verb} {name} nu {there}. Het amendement gaat uit van {expected}."
        return self._of(change, f"{told}: {name}", message)

    def _both(self, change: Mapping[str, Any], item: Item, held: Any) -> tuple[str, str]:
        """Return in quotes what the amendment expects and what is there; of long texts the words around what differs."""
        subject = item.subject
        asked = Change(kind="changed", was=subject, now=subject, field=change["field"], old=change.get("old"), new=held)
        sides = shortened(pair(asked, self._names))
        return _quoted(sides.was), _quoted(sides.now)

    def parts(self, change: Mapping[str, Any], item: Item) -> Misfit:
        """Return that a field holds items, each of which is a change of its own."""
        told, name = self.name(item), list_name(change["field"], item.root.own)
        message = f"'{name}' van {told} bestaat uit onderdelen. Die veranderen niet als één veld."
        hint = "noem elk onderdeel apart: added, removed, changed of moved, met zijn eigen ref."
        return self._of(change, f"{told}: {name}", message, hint)

    def fixed(self, change: Mapping[str, Any], item: Item) -> Misfit:
        """Return that an id does not change by its field."""
        told = self.name(item)
        hint = "laat het id zoals het is: verwijzingen en adressen hangen eraan."
        return self._of(change, f"{told}: het id", f"Het amendement verandert het id van {told}.", hint)

    def other_item(self, change: Mapping[str, Any], item: Item) -> Misfit:
        """Return that an item which would go is not what the amendment takes it for."""
        told = self.name(item)
        message = f"Het amendement laat {told} vervallen zoals dat eerst was. In het voorstel is {told} nu anders."
        return self._of(change, told, message)

    def elsewhere(self, change: Mapping[str, Any], item: Item) -> Misfit:
        """Return that an item stands somewhere else than the amendment takes it from."""
        told = self.name(item)
        message = f"Het amendement verplaatst {told} van '{_place(change['from'])}', maar daar staat het nu niet."
        return self._of(change, told, message)

    def taken(self, change: Mapping[str, Any], id_: str, holder: Item | None) -> Misfit:
        """Return that an id is in use."""
        told = claimed(change)
        where = f": {self.name(holder)}" if holder else ""
        message = f"Het amendement voegt {told} toe, maar het id '{id_}' is er al{where}."
        hint = f"geef het nieuwe onderdeel een ander id dan '{id_}', of verander wat er al is."
        return self._of(change, told, message, hint)

    def no_id(self, change: Mapping[str, Any], id_: str) -> Misfit:
        """Return that a new item has an id that stands in it twice, or that is none."""
        told = claimed(change)
        message = f"In {told} kan het id '{id_}' niet: het staat er twee keer, of er staan tekens in die niet mogen."
        hint = "geef elk nieuw onderdeel een eigen id van kleine letters, cijfers en streepjes."
        return self._of(change, told, message, hint)

    def file_taken(self, change: Mapping[str, Any], file: str) -> Misfit:
        """Return that a file is there already."""
        told = claimed(change)
        message = f"Het amendement schrijft {told} in een nieuw bestand {file}, maar dat bestand is er al."
        return self._of(change, told, message, "kies een andere naam voor het nieuwe bestand.")

    def file_wrong(self, change: Mapping[str, Any], file: str) -> Misfit:
        """Return that a path is not one of a data file."""
        message = f"Het amendement schrijft een bestand '{file}'. Dat is geen plek voor beleid."
        hint = "zet het bestand in de map data, met een naam van kleine letters, cijfers en streepjes die eindigt op .yaml."
        return self._of(change, claimed(change), message, hint)

    def no_parent(self, change: Mapping[str, Any], parent: str, *, is_own: bool) -> Misfit:
        """Return that what an item is to stand in is not there, or `is_own`: the amendment itself takes that away."""
        told = claimed(change)
        if is_own:
            message = f"Het amendement zet {told} in '{parent}', en haalt dat zelf van zijn plek."
            return self._of(change, told, message, "zet een onderdeel niet in zichzelf of in wat vervalt.")
        message = f"Het amendement zet {told} in '{parent}', maar dat staat niet in het voorstel, of niet meer."
        return self._of(change, told, message)

    def no_neighbour(self, change: Mapping[str, Any], parent: Item, after: str) -> Misfit:
        """Return that what an item is to stand behind is not in the list."""
        told = claimed(change)
        where = f"bij de {list_name(change['to']['list'], parent.root.own)} van {self.name(parent)}"
        return self._of(change, told, f"Het amendement zet {told} na '{after}', maar dat staat niet {where}.")

    def no_room(self, change: Mapping[str, Any], parent: Item) -> Misfit:
        """Return that a field cannot take the item: it holds something else."""
        told = claimed(change)
        message = f"Het amendement zet {told} in het veld '{change['to']['list']}' van {self.name(parent)}. Daar staat al iets anders."
        return self._of(change, told, message)

    def unlike(self, change: Mapping[str, Any]) -> Misfit:
        """Return that the id in the data of a new item is not that in its reference."""
        told = claimed(change)
        message = f"De ref van {told} is '{change['ref']}', maar het id of de plek van het nieuwe onderdeel is anders."
        hint = "laat de ref eindigen op het id, en beginnen met het id van het bestand waar het in komt."
        return self._of(change, told, message, hint)

    def name(self, item: Item) -> str:
        """Return an item as people know it: `doel 2 van kernopgave Fijn wonen`."""
        return full_name(item.subject, self._names, with_kind=True)

    def _of(self, change: Mapping[str, Any], what: str, message: str, hint: str = _AGAIN) -> Misfit:
        return Misfit(change["ref"], change.get("key"), change.get("field"), what, message, hint)


def claimed(change: Mapping[str, Any]) -> str:
    """Return an item as the change calls it, when it is not there to be asked."""
    label = change.get("label") or _label_in(change)
    if isinstance(label, str) and label:
        return f"'{label}' ({change['ref']})"
    return f"'{change['ref']}'"


def _label_in(change: Mapping[str, Any]) -> Any:
    for held in (change.get("new"), change.get("old")):
        if isinstance(held, Mapping) and change.get("field") is None:
            return held.get("naam") or held.get("titel")
    return None


def _quoted(cell: Cell) -> str:
    text = "".join(run.text for run in cell).strip()
    if not text:
        return _NOTHING
    return f"'{text}'"


def _place(place: Mapping[str, Any]) -> str:
    return str(place.get("parent") or place.get("file"))
