"""The sentences on amendments that every form of output has: counts, what does not fit, what clashes, and what stands in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from polderkoers.changes.amending.amendment import Amendment
from polderkoers.changes.amending.clashing import Clash
from polderkoers.changes.amending.columns import ColumnRow
from polderkoers.changes.amending.misfit import Misfit
from polderkoers.changes.change import Subject
from polderkoers.changes.nature import is_policy
from polderkoers.changes.phrases import file_name, full_name, noun
from polderkoers.policy.dutch_words import capital, count, listing
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.report.amending.outcome import Amended, AmendReport
from polderkoers.report.formats import one_line

UNCHANGED = "Gelijk aan het voorstel."
NOTHING = "Hier staat niets."


@dataclass(frozen=True)
class FileRows:
    """The rows of one file under its name."""

    file: str
    heading: str
    rows: tuple[ColumnRow, ...]


def by_file(rows: Sequence[ColumnRow]) -> tuple[FileRows, ...]:
    """Return rows by the file that they are of, in their order."""
    found = []
    for ref, group in groupby(rows, key=lambda row: row.subject.ref.partition("/")[0]):
        held = tuple(group)
        first = held[0].subject
        found.append(FileRows(first.file or ref, capital(file_name(first, with_kind=True)), held))
    return tuple(found)


def heading(row: ColumnRow) -> str:
    """Return the item of a row, with what it stands in below its file: `Doel 2: Genoeg huizen`."""
    subject = row.subject
    if subject.parent is None:
        return "Het geheel"
    if subject.key is not None:
        return capital(full_name(subject, row.names))
    told = capital(_named(subject))
    if subject.parent.parent is None:
        return told
    return f"{told} ({_within(subject.parent)})"


def _named(subject: Subject) -> str:
    name = noun(subject.block, subject.slot, subject.own).name
    if subject.number is not None:
        name += f" {subject.number}"
    return f"{name}: {subject.label}"


def _within(subject: Subject) -> str:
    return f"bij {_named(subject)}"


def label(row: ColumnRow) -> str:
    """Return what of an item a row is about, and that it is no policy when it is not."""
    if row.subject.block == "let_op":
        return f"{row.label} (opmerking van de redactie)"
    if not is_policy(row.subject):
        return f"{row.label} (lijst van namen, geen beleid)"
    return row.label


def totals(amended: Amended) -> str:
    """Return how much an amendment changes in the proposal."""
    changed = list(filter(attrgetter("is_amended"), amended.rows))
    notes = [row for row in changed if row.subject.block == "let_op" or not is_policy(row.subject)]
    told = f"Op {count(len(changed), 'plek', 'plekken')} anders dan het voorstel"
    if changed and len(notes) == len(changed):
        return f"{told}. Dat zijn alleen opmerkingen van de redactie of lijsten van namen: het beleid blijft gelijk."
    if notes:
        return f"{told}, waarvan {len(notes)} in opmerkingen van de redactie of lijsten van namen."
    return f"{told}."


def title(amended: Amended) -> str:
    """Return what amendments a set of rows shows."""
    if len(amended.amendments) == 1:
        return f"Amendement {amended.amendments[0].called}"
    return f"Samen: {listing([each.called for each in amended.amendments])}"


def facts(amendment: Amendment) -> tuple[tuple[str, str], ...]:
    """Return what is known of an amendment, by name."""
    date = datum_in_words(amendment.date) if amendment.date else ""
    told = (("Indiener", amendment.by), ("Datum", date), ("Toelichting", amendment.explanation))
    return tuple((name, text) for name, text in told if text)


def misfit_line(misfit: Misfit) -> str:
    """Return why a change does not fit, and what to do."""
    return f"{misfit.message} Hoe op te lossen: {misfit.hint}"


def visible(text: str) -> str:
    """Return a text without signs that cannot be seen or turn the direction of reading; its lines and their indents stay."""
    return "\n".join(map(_visible, text.split("\n")))


def _visible(line: str) -> str:
    inner = line.lstrip(" ")
    # In the middle of a line a piece of text begins with one blank.
    indent = " " * (len(line) - len(inner))
    if not inner:
        return indent
    return f"{indent}{one_line(inner)}"


def clash_line(clash: Clash) -> str:
    """Return what two amendments clash about, and what to do."""
    both = f"'{clash.one.called}' en '{clash.other.called}'"
    about = listing(list(clash.about)) or "hetzelfde"
    if clash.equal:
        return f"{both} willen hetzelfde: {about}. Eén van de twee is genoeg."
    if clash.order:
        return f"{both} passen allebei, maar het maakt uit welke eerst gaat: {about}. Kies de volgorde."
    return f"{both} gaan niet samen: {about}. Neem er één aan, of maak de andere opnieuw op het voorstel met de eerste."


def opening(report: AmendReport) -> Iterator[str]:
    """Yield in sentences what came of the amendments; first what could not be read."""
    if report.skipped:
        files = {problem.file for problem in report.skipped}
        number = count(len(files), "bestand kon", "bestanden konden")
        yield f"Let op: {number} niet worden gelezen. Wat daarin verandert, staat hier niet."
    yield f"{count(len(report.amendments), 'amendement', 'amendementen')} op het voorstel '{report.voorstel}'."
    yield f"Geldend is hier: {report.geldend}."
    if report.refused:
        yield f"{count(len(report.refused), 'amendement past', 'amendementen passen')} niet op dit voorstel."
    for amendment in report.empty:
        yield f"'{amendment.called}' verandert niets in het voorstel."
    if report.clashes:
        yield f"{count(len(report.clashes), 'botsing', 'botsingen')} tussen amendementen. Wat botst, staat hieronder apart."
