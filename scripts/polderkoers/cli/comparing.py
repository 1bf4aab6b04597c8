"""The commands that compare: two versions, a proposal with what it is made on, and which versions there are."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import WITHOUT, form_option, history_option, root_option
from polderkoers.cli.shared import on_a_terminal
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.policy.tree import Folder
from polderkoers.report.changes.formats import CHANGE_FORMATS, form_of


@polderkoers.command(
    cls=DutchCommand,
    help="Toon wat er in het beleid verandert van OUD naar NIEUW: de id van een versie, een tag, tak of commit van Git, een "
    "map, of 'nu'.",
)
@root_option
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@form_option(CHANGE_FORMATS)
@click.option(
    "--only",
    type=click.Choice(["inhoudelijk"]),
    metavar="BELANG",
    help="Alleen wat 'inhoudelijk' verandert in het beleid: geen spelling, lijsten met namen of opmerkingen.",
)
@click.option(
    "--for",
    "party",
    metavar="PARTIJ",
    help="Alleen wat een partij of organisatie raakt: haar id of naam. Bij een groep ook wat voor een grotere groep is.",
)
@click.option("--organisation", metavar="ORGANISATIE", help="Alleen wat een organisatie raakt: haar id of naam.")
@click.option("--place", metavar="PLAATS", help="Alleen wat een plaats raakt: haar id of naam.")
@click.option("--subject", metavar="ONDERWERP", help="Alleen wat over een onderwerp gaat: het id of de naam.")
@click.option(
    "--in",
    "--document",
    "document",
    metavar="BESTAND",
    help="Alleen wat in een kernopgave, programmalijn, plan of document uit de bron verandert.",
)
def diff(root: Path, old: str, new: str, form: str, only: str | None, **named: str | None) -> int:
    """Compare two versions; 0 also when there are changes, 2 when something could not be compared."""
    # As in a check: nothing is let go of on the way.
    gc.disable()
    from polderkoers.report.changes.filters import WantedChanges
    from polderkoers.report.changes.make import compare_versions

    # For a program the changes make the new version out of the old, so that none may lack.
    choice = WantedChanges(only == "inhoudelijk", with_list=form == "json", **named)
    report = compare_versions(root, old, new, choice, colour=form == "text" and on_a_terminal())
    echo(form_of(form)(report).rstrip("\n"))
    return 2 if report.comparison.skipped else 0


@polderkoers.command(
    "pr-report",
    cls=DutchCommand,
    help="Schrijf als Markdown wat een voorstel in het beleid verandert. BASIS is waar het voorstel op is gemaakt, VOORSTEL de "
    "laatste commit ervan.",
)
@root_option
@click.argument("base", metavar="BASIS")
@click.argument("head", metavar="VOORSTEL")
@click.option(
    "--preview", default="", metavar="ADRES", help="Waar het voorbeeld van de site staat, met een / aan het eind."
)
def pr_report(root: Path, base: str, head: str, preview: str) -> int:
    """Write the report on a proposal; 0 also when it changes nothing."""
    from polderkoers.policy.vocabulary import vocabulary_of
    from polderkoers.report.changes.proposal import compare_proposal
    from polderkoers.report.changes.pull_request import PullRequest, as_pull_request
    from polderkoers.website.pages import address
    from polderkoers.website.words import Words

    def page(ref: str) -> str | None:
        entry = found.policy.get(ref)
        if entry is None:
            return None
        return address(entry, Words(vocabulary_of(found.policy)))

    found = compare_proposal(root, base, head)
    see_all = f"polderkoers diff {found.apart_from or base} {head}"
    proposal = PullRequest(found.report, preview, page, found.other_files, see_all, found.apart_from, found.versions)
    echo(as_pull_request(proposal).rstrip("\n"))
    return 0


@polderkoers.command(cls=DutchCommand, help="Toon welke versies van het beleid er zijn.")
@root_option
@form_option(("text", "json"))
@history_option
def versions(root: Path, form: str, *, without_history: bool) -> int:
    """List the versions of data/versies.yaml and whether they can be had here; 1 when one cannot, 2 when none can be read."""
    from polderkoers.changes.versions import available, listed_versions_of
    from polderkoers.report.versions import versions_as_json, versions_as_text

    listed = listed_versions_of(Folder(root))
    if not listed and (code := _without_list(root, without_history=without_history)):
        return code
    found, missing = available(root, listed)
    reasons = {each.version.id: each.reason for each in missing}
    places = {version.id: version.commit for version in found}
    echo(versions_as_json(listed, reasons) if form == "json" else versions_as_text(listed, reasons, places))
    unreadable = [each.reason for each in missing if each.no_history]
    if unreadable and not without_history:
        echo(f"{unreadable[0]}\n{WITHOUT}", err=True)
        return 2
    return int(len(missing) > len(unreadable))


def _without_list(root: Path, *, without_history: bool) -> int:
    """Say which versions are gone from a list that names none, or why that is not known; 0 when there is nothing to say."""
    from polderkoers.changes.ledger import judge

    judged = judge(root, Folder(root))
    for note in judged.past.notes:
        echo(f"{note.message} Hoe op te lossen: {note.hint}", err=True)
    if judged.past.notes:
        return 1
    unknown = judged.failure or judged.unchecked
    if without_history or not unknown:
        return 0
    echo(f"{unknown}\n{WITHOUT}", err=True)
    return 2
