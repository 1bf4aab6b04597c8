"""The command that checks everything."""

from __future__ import annotations

import os
from pathlib import Path

import click

from polderkoers.cli.engine import tell_engine
from polderkoers.cli.group import polderkoers
from polderkoers.cli.judging import check_tree
from polderkoers.cli.options import WITHOUT, form_option, history_option, paths_argument, root_option
from polderkoers.cli.shared import is_in, on_a_terminal, tell_problems, within_data
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.errors import HistoryUnreadable
from polderkoers.policy.cache import KEPT, Checked, checked
from polderkoers.policy.dutch_words import count
from polderkoers.policy.tree import Folder, Lines
from polderkoers.problems import Problem, has_errors
from polderkoers.report.formats import FORMATS, Report
from polderkoers.report.since import Since, new_problems
from polderkoers.typed import command_line

# Other modules are imported where a command uses them: a check from memory has to be done before a finger leaves the key.


@polderkoers.command(
    cls=DutchCommand,
    help="Controleer alle bestanden in de map data en meld alles wat niet klopt. Met BESTAND (of een map): toon alleen wat daar niet klopt.",
)
@root_option
@form_option(FORMATS)
@click.option(
    "--changed-from",
    "ref",
    metavar="VERSIE",
    help="Toon eerst wat er mis is in bestanden die veranderd zijn sinds een tag, tak of commit van Git, en wat daarvan nieuw is.",
)
@click.option("--no-cache", "fresh", is_flag=True, help="Controleer alles opnieuw, ook wat al eens is gecontroleerd.")
@click.option(
    "--herstel",
    "mending",
    is_flag=True,
    help="Voer eerst uit wat zeker is, laat zien wat er verandert, en controleer daarna opnieuw.",
)
@click.option(
    "--site",
    "with_site",
    is_flag=True,
    help="Kijk ook de gebouwde site na, in de map site: links, kleuren, koppen, versies, en resten van het voorbeeld.",
)
@history_option
@paths_argument
def check(  # noqa: PLR0913 - an argument per option
    root: Path,
    form: str,
    ref: str | None,
    paths: tuple[str, ...],
    *,
    fresh: bool,
    mending: bool,
    with_site: bool,
    without_history: bool,
) -> int:
    """Check everything; 1 when there is a `fout` in what was asked for, 2 when the history is needed and could not be read."""
    from polderkoers.changes.memory import came_along, history_key

    tell_engine(root)
    only = within_data(root, paths)
    mended = _mend(root, only, form) if mending else None
    base = _base(root, ref, without_history=without_history)
    remember = not (fresh or came_along(root, KEPT))
    found = checked(root, lambda tree: check_tree(tree, root, base), remember=remember, also=history_key(root, base))
    since = _since(root, ref, base, found.problems) if ref and base else None
    problems = tuple(problem for problem in found.problems if is_in(problem.file, only))
    elsewhere = _elsewhere(len(found.problems) - len(problems))
    if with_site:
        problems += _site_problems(root, beside=form != "text")
    if since:
        problems = since.changed_first(problems)
    report = Report(
        problems,
        Lines(Folder(root)),
        colour=on_a_terminal(),
        site=os.environ.get("POLDERKOERS_SITE_URL", ""),
        since=since,
        mended=mended,
    )
    if text := FORMATS[form](report):
        echo(text)
    if form == "text":
        whole = not (found.failure or found.unchecked or (ref and not base))
        _sum_up(found, problems, elsewhere, whole=whole)
    return _end(found, problems, without_history=without_history)


def _sum_up(found: Checked, problems: tuple[Problem, ...], elsewhere: str, *, whole: bool) -> None:
    """Say how much was checked and what was found; `whole` when nothing was left unchecked."""
    faults = sum(problem.level == "fout" for problem in problems)
    summary = _summary(found.file_count, found.item_count, faults, len(problems) - faults, whole=whole)
    echo(f"{summary}{elsewhere}", err=bool(faults))


def _end(found: Checked, problems: tuple[Problem, ...], *, without_history: bool) -> int:
    """Say what could not be checked, and return the exit code."""
    if found.failure and not without_history:
        echo(f"{found.failure}\n{WITHOUT}", err=True)
        return 2
    if found.failure:
        echo(f"Niet gecontroleerd: {_NEEDS_HISTORY}. {found.failure}", err=True)
    elif found.unchecked:
        echo(f"Niet vergeleken met eerder. {found.unchecked}", err=True)
    return int(has_errors(problems))


def _elsewhere(number: int) -> str:
    """Return how much is left out, because only some files were asked for."""
    if not number:
        return ""
    return f" In andere bestanden: {count(number, 'melding', 'meldingen')}."


def _mend(root: Path, only: tuple[str, ...], form: str) -> list[dict[str, str | int]]:
    """Mend what is certain and tell it; nothing when Git has a conflict that someone is still to solve."""
    from polderkoers.changes.git import has_conflict
    from polderkoers.policy.mending import holds_conflict, mend
    from polderkoers.report.mended import mended_as_rows, mended_as_text

    beside = form != "text"
    if has_conflict(root) or holds_conflict(root):
        echo("Niets hersteld: er is een botsing in Git die je eerst zelf moet oplossen.", err=beside)
        return []
    outcome = mend(root, only)
    echo(mended_as_text(outcome.done), err=beside)
    tell_problems(root, tuple(outcome.unwritten), err=True)
    return mended_as_rows(outcome.done)


_NEEDS_HISTORY = "de versies in data/versies.yaml, en of een veranderd bestand een nieuw versienummer heeft"


def _base(root: Path, ref: str | None, *, without_history: bool) -> str | None:
    """Return the commit that --changed-from names, and None without one. Raises a `PolderkoersError` when it cannot be had."""
    from polderkoers.changes.git import resolve_given

    try:
        return resolve_given(root, ref) if ref else None
    except HistoryUnreadable as unreadable:
        if not without_history:
            raise
        echo(f"Niet vergeleken met {ref}. {unreadable}", err=True)
        return None


def _site_problems(root: Path, *, beside: bool) -> tuple[Problem, ...]:
    """Examine the built site, say how much was looked at, and return what is wrong with it. Raises `SiteMissing`."""
    from polderkoers.changes.versions import listed_versions_of
    from polderkoers.instance.example import example_texts
    from polderkoers.website.examine import examine

    site_url = os.environ.get("POLDERKOERS_SITE_URL", "")
    found = examine(root, listed_versions_of(Folder(root)), example_texts(), site_url)
    echo(f"{found.pages} bladzijden van de site nagekeken.", err=beside)
    return found.problems


def _since(root: Path, ref: str, base: str, now: tuple[Problem, ...]) -> Since:
    """Return what changed in the data since a commit. Raises a `PolderkoersError` when it cannot be read."""
    from polderkoers.changes.git import GitTree, changed_files

    before = GitTree(root, base)
    # By the same rules: what was wrong before is not new.
    old = check_tree(before, root, base).problems
    return Since(ref, changed_files(before, Folder(root)), new_problems(old, now))


def _summary(files: int, items: int, faults: int, warnings: int, *, whole: bool = True) -> str:
    if not files + faults + warnings:
        return f"Er staat nog niets in de map data. Beginnen kan zo: {command_line('new', 'instelling')}"
    if faults + warnings:
        found = f"{count(faults, 'fout', 'fouten')}, {count(warnings, 'waarschuwing', 'waarschuwingen')}."
        outcome = found if whole else f"{found} Niet alles is gecontroleerd."
    else:
        outcome = "Alles klopt." if whole else "Daarin staat geen fout, maar niet alles is gecontroleerd."
    return (
        f"{count(files, 'bestand', 'bestanden')} en {count(items, 'onderdeel', 'onderdelen')} gecontroleerd. {outcome}"
    )
