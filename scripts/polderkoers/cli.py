"""The command line: arguments, one call, print, exit code. The only module that prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from pathlib import Path

import click

from polderkoers.dutch_click import DutchCommand, DutchGroup, in_dutch
from polderkoers.errors import HistoryUnreadable, PolderkoersError, RuleUnknown
from polderkoers.policy.cache import Checked, checked
from polderkoers.policy.tree import Folder, Lines, Tree
from polderkoers.problems import Problem, has_errors
from polderkoers.report.formats import FORMATS, Report
from polderkoers.report.since import Since, new_problems

# Other modules are imported where a command uses them: a check from memory has to be done before a finger leaves the key.

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map van het project. Zonder deze optie: de map waar je nu bent.",
)

_without_history = click.option(
    "--zonder-historie",
    "without_history",
    is_flag=True,
    envvar="POLDERKOERS_ZONDER_HISTORIE",
    help="Ga door als de geschiedenis van Git niet te lezen is. Eerdere versies worden dan niet gecontroleerd.",
)


@click.group(
    cls=DutchGroup,
    help="Polderkoers: beleid van een gemeente als gegevens, gecontroleerd en leesbaar.",
    context_settings={"help_option_names": ["--help"]},
)
def polderkoers() -> None:
    """Group the commands."""


@polderkoers.command(cls=DutchCommand, help="Controleer alle bestanden in de map data en meld alles wat niet klopt.")
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    metavar="VORM",
    help="text, json, github of gitlab. Zonder deze optie: text.",
)
@click.option(
    "--changed-from",
    "ref",
    metavar="VERSIE",
    help="Toon eerst wat er mis is in bestanden die veranderd zijn sinds een tag, tak of commit van Git, en wat daarvan nieuw is.",
)
@click.option("--no-cache", "fresh", is_flag=True, help="Controleer alles opnieuw, ook wat al eens is gecontroleerd.")
@_without_history
def check(root: Path, form: str, ref: str | None, *, fresh: bool, without_history: bool) -> int:
    """Check everything; 1 when there is a `fout`, 2 when the history is needed and could not be read."""
    from polderkoers.changes.memory import history_key

    base = _base(root, ref, without_history=without_history)
    found = checked(root, lambda tree: _check(tree, root, base), remember=not fresh, also=history_key(root, base))
    since = _since(root, ref, base, found.problems) if ref and base else None
    report = Report(
        since.changed_first(found.problems) if since else found.problems,
        Lines(Folder(root)),
        colour=_on_a_terminal(),
        site=os.environ.get("POLDERKOERS_SITE_URL", ""),
        since=since,
    )
    if text := FORMATS[form](report):
        click.echo(text)
    if form == "text":
        faults = sum(problem.level == "fout" for problem in found.problems)
        counted = (faults, len(found.problems) - faults)
        whole = not (found.failure or (ref and not base))
        click.echo(_summary(found.file_count, found.item_count, *counted, whole=whole), err=bool(faults))
    return _end(found, without_history=without_history)


def _end(found: Checked, *, without_history: bool) -> int:
    """Say what could not be checked, and return the exit code."""
    if found.failure and not without_history:
        click.echo(f"{found.failure}\n{_WITHOUT}", err=True)
        return 2
    if found.failure:
        click.echo(f"Niet gecontroleerd: {_NEEDS_HISTORY}. De geschiedenis van Git is hier niet te lezen.", err=True)
    elif found.unchecked:
        click.echo(f"Niet vergeleken met eerder. {found.unchecked}", err=True)
    return 1 if has_errors(found.problems) else 0


_WITHOUT = "Of ga door zonder eerdere versies, met --zonder-historie."
_NEEDS_HISTORY = "de versies in data/versies.yaml, en of een veranderd bestand een nieuw versienummer heeft"


def _on_a_terminal() -> bool:
    """Return whether colours are wanted (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _base(root: Path, ref: str | None, *, without_history: bool) -> str | None:
    """Return the commit that --changed-from names, and None without one. Raises a `PolderkoersError` when it cannot be had."""
    from polderkoers.changes.git import resolve

    try:
        return resolve(root, ref) if ref else None
    except HistoryUnreadable as unreadable:
        if not without_history:
            raise
        click.echo(f"Niet vergeleken met {ref}. {unreadable}", err=True)
        return None


def _check(tree: Tree, root: Path, base: str | None = None) -> Checked:
    """Check a tree, also by the history of a root: what it is made on is a commit (its full id), or what Git says itself."""
    from polderkoers.changes.ledger import judge
    from polderkoers.policy.load import load

    # A check lives for seconds and lets go of nothing on the way; looking for what can go takes a quarter of its time.
    gc.disable()
    history = judge(root, tree, base)
    loaded = load(tree, history.past)
    failure = str(history.failure or "")
    return Checked(loaded.problems, loaded.file_count, len(loaded.policy.entries), failure, history.unchecked)


def _since(root: Path, ref: str, base: str, now: tuple[Problem, ...]) -> Since:
    """Return what changed in the data since a commit. Raises a `PolderkoersError` when it cannot be read."""
    from polderkoers.changes.git import GitTree, changed_files

    before = GitTree(root, base)
    # By the same rules: what was wrong before is not new.
    old = _check(before, root, base).problems
    return Since(ref, changed_files(before, Folder(root)), new_problems(old, now))


@polderkoers.command(
    "format",
    cls=DutchCommand,
    help="Zet alle bestanden in de map data in de vaste vorm. De gegevens en de opmerkingen blijven zoals ze zijn.",
)
@_root
@click.option("--check", "only_check", is_flag=True, help="Verander niets; zeg alleen welke bestanden afwijken.")
def format_(root: Path, *, only_check: bool) -> int:
    """Write the canonical form; 1 when a file cannot be formatted or, with --check, differs from it."""
    from polderkoers.policy.canonical import format_files

    done = format_files(root, write=not only_check)
    if done.problems:
        click.echo(FORMATS["text"](Report(done.problems, Lines(Folder(root)))))
    for file in done.differing:
        click.echo(f"{file} {'heeft niet de vaste vorm' if only_check else 'staat nu in de vaste vorm'}.")
    if only_check and done.differing:
        click.echo("Hoe op te lossen: polderkoers format", err=True)
    else:
        click.echo(_formatted(done.file_count, len(done.differing), len(done.problems)), err=bool(done.problems))
    return 1 if done.problems or (only_check and done.differing) else 0


@polderkoers.command(
    cls=DutchCommand, help="Leg uit wat een melding betekent. Zonder REGEL: een lijst van alle regels."
)
@click.argument("regel", required=False, metavar="REGEL")
def explain(regel: str | None) -> int:
    """Show what a rule asks, with a wrong and a right example; 2 when there is no such rule."""
    from polderkoers.policy.rule_docs import rule_docs
    from polderkoers.report.rules import rule_as_text, rules_as_text

    docs = {doc.rule: doc for doc in rule_docs()}
    if regel is not None and regel not in docs:
        raise RuleUnknown(regel, tuple(docs))
    click.echo(rules_as_text(tuple(docs.values())) if regel is None else rule_as_text(docs[regel]))
    return 0


@polderkoers.command(cls=DutchCommand, help="Toon hoe leesbaar de teksten zijn, van moeilijk naar makkelijk.")
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="VORM",
    help="text of json. Zonder deze optie: text.",
)
@click.option(
    "--most",
    type=click.IntRange(0),
    default=20,
    metavar="AANTAL",
    help="Hoeveel teksten; 0 is alle. Zonder deze optie: 20.",
)
def readability(root: Path, form: str, most: int) -> int:
    """List texts by score."""
    from polderkoers.policy.load import load
    from polderkoers.report.readability import readability_as_json, readability_as_text, texts_by_score

    texts = texts_by_score(load(root).policy)
    click.echo(readability_as_json(texts) if form == "json" else readability_as_text(texts, most))
    return 0


@polderkoers.command(
    "rode-draad",
    cls=DutchCommand,
    help="Toon welke doelen geen stap, activiteit, indicator, verantwoordelijke of geld hebben.",
)
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="VORM",
    help="text of json. Zonder deze optie: text.",
)
def rode_draad(root: Path, form: str) -> int:
    """Show what the goals lack."""
    from polderkoers.policy.load import load
    from polderkoers.policy.threads import follow
    from polderkoers.report.threads import threads_as_json, threads_as_text

    found = follow(load(root).policy)
    click.echo(threads_as_json(found) if form == "json" else threads_as_text(found))
    return 0


@polderkoers.command(
    cls=DutchCommand,
    help="Maak een nieuw bestand met uitleg bij elk veld. SOORT is kernopgave, programmalijn, plan of wegwijzer.",
)
@_root
@click.argument("soort", type=click.Choice(["kernopgave", "plan", "programmalijn", "wegwijzer"]), metavar="SOORT")
@click.argument("id_", metavar="ID")
def new(root: Path, soort: str, id_: str) -> int:
    """Write a valid starting file; 2 when the id is wrong or the file is there."""
    from polderkoers.policy.new_file import write_new

    click.echo(f"Gemaakt: {write_new(root, soort, id_)}. Vul het in en controleer het met: polderkoers check")
    return 0


@polderkoers.command(
    cls=DutchCommand,
    help="Toon wat er in het beleid verandert van OUD naar NIEUW: de id van een versie, een tag, tak of commit van Git, een "
    "map, of 'nu'.",
)
@_root
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json", "markdown", "text"]),
    default="text",
    metavar="VORM",
    help="text, markdown, html of json. Zonder deze optie: text.",
)
@click.option(
    "--only",
    type=click.Choice(["inhoudelijk"]),
    metavar="BELANG",
    help="Alleen wat 'inhoudelijk' verandert, geen spelling.",
)
@click.option("--for", "party", metavar="PARTIJ", help="Alleen wat een partij of organisatie raakt: haar id of naam.")
@click.option(
    "--in", "inside", metavar="BESTAND", help="Alleen wat in een kernopgave, programmalijn of plan verandert."
)
def diff(  # noqa: PLR0913 - an argument per option
    root: Path, old: str, new: str, form: str, *, only: str | None, party: str | None, inside: str | None
) -> int:
    """Compare two versions; 0 also when there are changes."""
    from polderkoers.report.changes.formats import CHANGE_FORMATS
    from polderkoers.report.changes.make import Choice, compare_versions

    choice = Choice(only == "inhoudelijk", party, inside)
    report = compare_versions(root, old, new, choice, colour=form == "text" and _on_a_terminal())
    click.echo(CHANGE_FORMATS[form](report).rstrip("\n"))
    return 0


@polderkoers.command(
    "pr-report",
    cls=DutchCommand,
    help="Schrijf als Markdown wat een voorstel in het beleid verandert. BASIS is waar het voorstel op is gemaakt, VOORSTEL de "
    "laatste commit ervan.",
)
@_root
@click.argument("base", metavar="BASIS")
@click.argument("head", metavar="VOORSTEL")
@click.option(
    "--preview", default="", metavar="ADRES", help="Waar het voorbeeld van de site staat, met een / aan het eind."
)
def pr_report(root: Path, base: str, head: str, preview: str) -> int:
    """Write the report on a proposal; 0 also when it changes nothing."""
    from polderkoers.report.changes.make import compare_proposal
    from polderkoers.report.changes.pull_request import Proposal, as_pull_request
    from polderkoers.website.pages import address

    def page(ref: str) -> str | None:
        entry = found.policy.get(ref)
        return address(entry) if entry else None

    found = compare_proposal(root, base, head)
    see_all = f"polderkoers diff {found.apart_from or base} {head}"
    proposal = Proposal(found.report, preview, page, found.other_files, see_all, found.apart_from, found.versions)
    click.echo(as_pull_request(proposal).rstrip("\n"))
    return 0


@polderkoers.command(cls=DutchCommand, help="Toon welke versies van het beleid er zijn.")
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="VORM",
    help="text of json. Zonder deze optie: text.",
)
@_without_history
def versions(root: Path, form: str, *, without_history: bool) -> int:
    """List the versions of data/versies.yaml and whether they can be had here; 1 when one cannot, 2 when none can be read."""
    from polderkoers.changes.versions import available, listed_versions_of
    from polderkoers.report.versions import versions_as_json, versions_as_text

    listed = listed_versions_of(Folder(root))
    missing = available(root, listed)[1]
    reasons = {each.version.id: each.reason for each in missing}
    click.echo((versions_as_json if form == "json" else versions_as_text)(listed, reasons))
    unreadable = [each.reason for each in missing if each.no_history]
    if unreadable and not without_history:
        click.echo(f"{unreadable[0]}\n{_WITHOUT}", err=True)
        return 2
    return 1 if len(missing) > len(unreadable) else 0


@polderkoers.command(
    cls=DutchCommand,
    help="Stel een versie van het beleid vast: zet de status, datum en versienummers, en schrijf de versie in data/versies.yaml. "
    "ID is de vaste naam van de versie, vaak het jaar.",
)
@_root
@click.argument("id_", metavar="ID")
@click.option("--datum", required=True, metavar="DATUM", help="Wanneer er is besloten: 2026-03-12, 2026-03 of 2026.")
@click.option("--door", required=True, metavar="WIE", help='Wie het besluit nam, bijvoorbeeld "Gemeenteraad".')
@click.option("--besluit", metavar="NUMMER", help="Nummer of naam van het besluit.")
@click.option("--naam", metavar="NAAM", help='Hoe een lezer de versie noemt, bijvoorbeeld "Programma 2026".')
@click.option("--uitleg", metavar="TEKST", help="Wat er in de versie staat, in een of twee zinnen.")
@click.option(
    "--documenten",
    default="",
    metavar="A,B",
    help="Waar het een versie van is: ids uit data/documenten.yaml. Zonder deze optie: de documenten van de vorige versie en "
    "van de bestanden.",
)
@click.option(
    "--bestand",
    "files",
    multiple=True,
    metavar="ID",
    help="Een bestand dat is vastgesteld; noem er zoveel je wilt. Zonder deze optie: al het beleid met 'status: concept'.",
)
@click.option("--opnieuw", "again", is_flag=True, help="Stel een versie die nog een voorstel is, nog een keer vast.")
@click.option("--dry-run", is_flag=True, help="Verander niets; toon alleen wat er zou veranderen.")
def vaststellen(  # noqa: PLR0913 - an argument per option
    root: Path,
    id_: str,
    *,
    datum: str,
    door: str,
    besluit: str | None,
    naam: str | None,
    uitleg: str | None,
    documenten: str,
    files: tuple[str, ...],
    again: bool,
    dry_run: bool,
) -> int:
    """Adopt a version in the working copy; 1 when the data has faults, 2 when it cannot be done as it was asked."""
    from polderkoers.instance.adopt import adopt
    from polderkoers.instance.asked import Asked
    from polderkoers.report.adopted import adoption_as_text

    documents = tuple(name.strip() for name in documenten.split(",") if name.strip())
    asked = Asked(id_, datum.strip(), door.strip(), besluit, naam, uitleg, documents, files, again)
    found = adopt(root, asked, lambda tree: _check(tree, root).problems, date.today(), write=not dry_run)  # noqa: DTZ011 - the day where the editor is
    click.echo(adoption_as_text(found, written=not dry_run), err=bool(found.problems))
    return 1 if found.problems else 0


def _summary(files: int, items: int, faults: int, warnings: int, *, whole: bool = True) -> str:
    if faults + warnings:
        outcome = f"{_count(faults, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."
    else:
        outcome = "Alles klopt." if whole else "Daarin staat geen fout, maar niet alles is gecontroleerd."
    return f"{_count(files, 'bestand', 'bestanden')} en {_count(items, 'onderdeel', 'onderdelen')} gecontroleerd. {outcome}"


def _formatted(files: int, changed: int, problems: int) -> str:
    if problems:
        return f"{_count(problems, 'bestand is', 'bestanden zijn')} niet veranderd, omdat er een fout in staat."
    return f"{_count(files, 'bestand', 'bestanden')} bekeken. {'Klaar.' if changed else 'Alles staat al in de vaste vorm.'}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 nothing wrong, 1 findings, 2 wrong use or environment."""
    try:
        outcome = polderkoers.main(arguments, prog_name="polderkoers", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.NoArgsIsHelpError as empty:
        click.echo(empty.format_message(), err=True)
        return 2
    except click.ClickException as error:
        click.echo(f"{in_dutch(error)} Uitleg: polderkoers --help", err=True)
        return 2
    except PolderkoersError as error:
        click.echo(str(error), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Gestopt.", err=True)
        return 2


def run() -> None:
    """Entry point of the installed command."""
    sys.exit(main())
