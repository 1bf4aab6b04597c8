"""What came of amendments on a proposal, for every form of output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polderkoers.changes.amending.amendment import Amendment
    from polderkoers.changes.amending.clashing import Clash
    from polderkoers.changes.amending.columns import ColumnRow
    from polderkoers.changes.amending.files import AmendedFiles
    from polderkoers.changes.amending.misfit import Misfit
    from polderkoers.changes.compare import Comparison
    from polderkoers.problems import Problem


def _notes_of(amendment: Amendment) -> list[str]:
    return [f"{amendment.called}: {note}" for note in amendment.notes]


@dataclass(frozen=True)
class RefusedAmendment:
    """An amendment that does not fit, with each reason."""

    amendment: Amendment
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True)
class Amended:
    """The proposal with amendments that go together: rows for three columns, what it changes, and the faults that it brings.

    `documents` is the data by file, `files` what that makes of the files.
    """

    amendments: tuple[Amendment, ...]
    rows: tuple[ColumnRow, ...]
    comparison: Comparison
    problems_new: tuple[Problem, ...]
    documents: Mapping[str, Any]
    files: AmendedFiles

    @property
    def has_faults(self) -> bool:
        """Whether it brings faults, and not only warnings."""
        return any(problem.level == "fout" for problem in self.problems_new)


@dataclass(frozen=True)
class AmendReport:
    """All that is told: by which names, what was refused, what clashes, and what comes of the rest.

    `empty` are amendments that change nothing. `skipped` are the problems of files that could not be read.
    """

    geldend: str
    voorstel: str
    amendments: tuple[Amendment, ...]
    refused: tuple[RefusedAmendment, ...]
    empty: tuple[Amendment, ...]
    clashes: tuple[Clash, ...]
    amended: tuple[Amended, ...]
    skipped: tuple[Problem, ...]
    colour: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """What else a reader must know of the amendments, each with its name."""
        return tuple(chain.from_iterable(map(_notes_of, self.amendments)))

    @property
    def exit_code(self) -> int:
        """2 when something could not be read, 1 when something is found, 0 when all amendments go together."""
        if self.skipped:
            return 2
        faults = any(amended.has_faults for amended in self.amended)
        return int(bool(self.refused or self.empty or self.clashes or faults))
