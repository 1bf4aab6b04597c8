"""What adopting a version changes, as text for whoever does it: file by file, beside the version before, and what to type next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.changes.account.headline import headline
from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.compare import Comparison
from polderkoers.changes.content import LIST
from polderkoers.instance.work import FileEdit
from polderkoers.policy.canonical.scalars import one_line
from polderkoers.policy.dutch_words import some
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.report.changes.comparison import ComparisonReport, to_tell
from polderkoers.report.changes.summary import totals
from polderkoers.report.formats import as_text, printable

if TYPE_CHECKING:
    from polderkoers.instance.adopt import Adoption


_WIDTH = 100
_MANY = 12


def adoption_as_text(found: Adoption, *, written: bool) -> str:
    """Return what was changed, or would be when nothing was `written`; of one that cannot be done, what stands in the way."""
    if found.entry is None:
        return _refused(found)
    rows = [*_heading(found.entry, written=written), *_files(found), *_held(found), *_beside(found)]
    rows += _next(str(found.entry["id"]), found) if written else _how_to_write()
    return "\n".join(map(printable, rows))


def _refused(found: Adoption) -> str:
    return (
        f"{as_text(found.problems)}\n"
        f"Er is niets vastgesteld en niets veranderd. Hoe op te lossen: verbeter dit, en controleer het met: polderkoers check"
    )


def _heading(entry: Any, *, written: bool) -> Iterator[str]:
    done = "is vastgesteld in deze map" if written else "kan worden vastgesteld; er is nog niets veranderd"
    named = f"Versie {entry['id']}"
    if entry["naam"] != named:
        named += f" ({entry['naam']})"
    yield from _paragraph(f"{named} {done}.")
    by = f"door: {entry['vastgesteld_door']}"
    if entry["besluit"]:
        by += f", besluit {entry['besluit']}"
    yield from _paragraph(f"{datum_in_words(str(entry['datum']))}, {by}.")


def _files(found: Adoption) -> Iterator[str]:
    yield from ["", "Dit verandert in de bestanden:"]
    for edit in found.edits:
        yield f"  {edit.file}"
        for row in _edit(edit, found):
            yield f"    {row}"


def _edit(edit: FileEdit, found: Adoption) -> Iterator[str]:
    for name, old, new in edit.fields:
        yield f"{name}: {one_line(old)} wordt {one_line(new)}"
    if edit.file == LIST and found.entry is not None:
        documents = ", ".join(found.entry["documenten"])
        yield f"nieuw: versie {found.entry['id']}, van {documents}"
        yield f"inhoud: {found.entry['inhoud']}"


def _held(found: Adoption) -> Iterator[str]:
    yield ""
    if found.before is None or found.comparison is None:
        yield "Dit is de eerste versie. Zij bevat al het beleid zoals het nu in de map data staat."
        return
    report = _report(found.comparison, found.before.name)
    yield from _paragraph(f"Wat deze versie anders zegt dan versie {found.before.id} ({found.before.name}):")
    yield from _paragraph(totals(report), "  - ")
    for matter in headline(report.account):
        yield from _paragraph(matter.sentence, "  - ")
    for line in skipped_lines(found.comparison.skipped):
        yield from _paragraph(f"Niet vergeleken: {line}", "  - ")
    yield f"  Alles zien: polderkoers diff {found.before.id} nu"


def _report(comparison: Comparison, old: str) -> ComparisonReport:
    """Return the changes of the policy; the list of versions itself is no policy."""
    return ComparisonReport(comparison, old, "nu", to_tell(comparison.changes))


def _beside(found: Adoption) -> Iterator[str]:
    if found.beside:
        names = some(found.beside, _MANY)
        yield ""
        yield from _paragraph(
            f"Ook veranderd sinds de vorige versie, en dus deel van deze versie, maar niet als vastgesteld gemerkt: {names}."
        )


def _how_to_write() -> list[str]:
    return ["", "Zo uitvoeren: geef dezelfde opdracht zonder --dry-run."]


def _next(id_: str, found: Adoption) -> Iterator[str]:
    yield from ["", "Hoe nu verder, regel voor regel:"]
    yield f"  polderkoers diff {found.before.id} nu" if found.before else "  polderkoers serve"
    if found.on_main:
        yield f"  git switch -c versie-{id_}"
    yield from ["  git add data", f'  git commit -m "Stel versie {id_} vast"', "  git push -u origin HEAD"]
    yield "Maak daarvan een voorstel. Verander daarin niets meer in de map data: de versie is precies wat er nu staat."


def _paragraph(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False)
