"""The jobs that tell what came of policy: progress of many items at once, a decision, and that something is in force no more."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.model.besluiten import Besluit, Besluiten
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.verslag import Melding, Verslag
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.forms.form import FormAnswer, ItemForm
from polderkoers.werkbank.forms.fresh import free_id
from polderkoers.werkbank.forms.making import empty_form
from polderkoers.werkbank.forms.typed import typed
from polderkoers.werkbank.jobs.changing import Changing, JobResult
from polderkoers.werkbank.jobs.items import named, put_entries

_LATER, _MEASURED = ("bron", "bewijs"), "metingen"
_WITHDRAWN, _SINCE = "ingetrokken", "ingetrokken_op"


def progress_forms(desk: Desk, report: str, refs: Iterable[str]) -> tuple[ItemForm, ...]:
    """Return an empty form of what a report says of each item; what it is about is filled in. They are posted with `REF:` before a name."""
    form = empty_form(desk, Melding.soortnaam, report)
    return tuple(_form_about(desk, form, ref) for ref in refs)


def _form_about(desk: Desk, form: ItemForm, ref: str) -> ItemForm:
    """Return a form about one item: what is seldom said of each of many is said in the form of that report alone."""
    placed = desk.item(ref)
    without = _LATER if placed.cls is Indicator else (*_LATER, _MEASURED)
    # What helps with one is in the way with twenty.
    fields = tuple(dataclasses.replace(each, help="") for each in form.fields if each.name not in without)
    return dataclasses.replace(form, fields=fields, data={"over": ref}, label=placed.label)


def posted_of_item(posted: Mapping[str, list[str]], ref: str) -> dict[str, list[str]]:
    """Return what was posted of one of many forms on a page."""
    before = f"{ref}:"
    return {name.removeprefix(before): texts for name, texts in posted.items() if name.startswith(before)}


def report_progress(desk: Desk, report: str, answers: Iterable[FormAnswer]) -> JobResult:
    """Add to a report what was told of items; of which nothing was told is passed over."""
    placed = desk.item(report)
    if placed.cls is not Verslag:
        raise WorkRefused(f"{named(placed)} is geen verslag.", "kies een verslag, of begin er een.")
    changing = Changing(desk)
    rows = changing.spot(report).data.setdefault("meldingen", [])
    added: list[str] = []
    for answer in answers:
        if not set(answer.values) - {"over"}:
            continue
        put_entries(changing, answer.entries)
        about = str(answer.values["over"])
        id_ = free_id(desk, f"{report}/", f"melding-{about.rpartition('/')[2]}", added)
        rows.append({"id": id_, **answer.values})
        added.append(id_)
    if not added:
        raise WorkRefused("Er is niets gemeld.", "vul bij minstens één onderdeel de stand of een toelichting in.")
    what = {1: "1 melding"}.get(len(added), f"{len(added)} meldingen")
    return changing.result(f"{what} toegevoegd aan {named(placed)}", report)


def add_decision(desk: Desk, answer: FormAnswer) -> JobResult:
    """Register a decision in the list of its year; a list that is not there yet is begun."""
    year = str(answer.values.get("datum") or "")[:4]
    if parse_datum(year) is None:
        raise WorkRefused("Van dit besluit is niet bekend van welk jaar het is.", "vul de datum van het besluit in.")
    changing = Changing(desk)
    put_entries(changing, answer.entries)
    name = str(answer.values.get("naam") or answer.values.get("titel") or Besluit.kind.noun.name)
    top, path = _list_of_year(desk, year)
    if path not in desk.documents:
        changing.put(path, {"soort": Besluiten.soortnaam, "id": top, "besluiten": []})
    id_ = free_id(desk, f"{top}/", name)
    rows = changing.file(path)["besluiten"]
    when = str(answer.values["datum"])
    # The oldest comes first.
    later = (place for place, row in enumerate(rows) if str(row.get("datum")) > when)
    rows.insert(next(later, len(rows)), {"id": id_, **answer.values})
    return changing.result(f"{Besluit.kind.noun.name} '{name}' van {year} toegevoegd", f"{top}/{id_}")


def _list_of_year(desk: Desk, year: str) -> tuple[str, str]:
    """Return the id and path of the list of decisions of which most are of a year, or of a new one."""
    for placed in desk.of_kind(Besluiten.soortnaam):
        rows = placed.data.get("besluiten")
        years = Counter(str(row.get("datum"))[:4] for row in rows or () if isinstance(row, dict))
        if year in dict(years.most_common(1)):
            return placed.ref, placed.file
    top = free_id(desk, "", f"besluiten-{year}")
    return top, f"data/{Besluiten.kind.folder}/{top}.yaml"


def withdraw(desk: Desk, ref: str, since: str) -> JobResult:
    """Say of a file that it is in force no more, since a date as people type it."""
    placed = desk.item(ref)
    fields = {each.name: each for each in fields_of(placed.cls)}
    if not {"status", _SINCE} <= fields.keys():
        raise WorkRefused(f"{named(placed)} kan niet worden ingetrokken.", "haal het weg, als het er niet meer is.")
    found = typed(fields[_SINCE], since)
    if found.fault or not since.strip():
        raise WorkRefused("Er staat niet sinds wanneer dit is ingetrokken.", found.fault or "vul de datum in.")
    changing = Changing(desk)
    changing.spot(ref).data.update({"status": _WITHDRAWN, _SINCE: found.value})
    return changing.result(f"{named(placed)} ingetrokken sinds {found.understood}", ref)
