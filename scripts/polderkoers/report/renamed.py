"""What giving something another id changes, as text for whoever does it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import count
from polderkoers.policy.model.adressen import ADDRESSES
from polderkoers.report.formats import as_text, printable

if TYPE_CHECKING:
    from polderkoers.instance.rename import Renaming


def renaming_as_text(found: Renaming, *, written: bool) -> str:
    """Return what was changed, or would be when nothing was `written`; of what cannot be done, what stands in the way."""
    if found.problems:
        told = as_text(found.problems)
        return (
            f"{told}\nEr is niets veranderd. Hoe op te lossen: verbeter dit, en controleer het met: polderkoers check"
        )
    return "\n".join(
        map(printable, (*_heading(found, written=written), *_files(found), *_address(found), *_next(found, written)))
    )


def _heading(found: Renaming, *, written: bool) -> Iterator[str]:
    done = "heet nu" if written else "kan zo heten"
    rest = "" if written else " Er is nog niets veranderd."
    yield f"{found.old} {done}: {found.new} ('{found.label}').{rest}"


def _files(found: Renaming) -> Iterator[str]:
    yield from ("", "Dit verandert in de bestanden:")
    if found.moved:
        yield f"  {found.moved[0]} heet voortaan {found.moved[1]}"
    for file, number in sorted(found.counts.items()):
        yield f"  {file}: {count(number, 'plek', 'plekken')}"
    if found.address:
        yield f"  data/{ADDRESSES}.yaml: het oude adres"


def _address(found: Renaming) -> Iterator[str]:
    if found.address:
        yield from ("", f"Het oude adres blijft werken: /{found.address}", f"Het leidt naar: /{found.leads_to}")


def _next(found: Renaming, written: bool) -> Iterator[str]:  # noqa: FBT001 - as its neighbours are told
    yield ""
    if written:
        # Git leaves out a file that it does not know yet, and then half of a renaming is recorded.
        yield "Neem ook nieuwe bestanden mee als je dit vastlegt: git add data"
        yield "Bekijk het met: git diff, en controleer het met: polderkoers check"
    else:
        yield f"Doe het met: polderkoers rename {found.old} {found.new.rpartition('/')[2]}"
