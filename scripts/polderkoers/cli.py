"""The command line: arguments, one call, print, exit code. The only module that prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from polderkoers.dutch_click import DutchCommand, DutchGroup, in_dutch, where_to_read
from polderkoers.errors import NotInData, PolderkoersError, RuleUnknown
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


_paths = click.argument("paths", nargs=-1, metavar="[BESTAND]...")


@click.group(
    cls=DutchGroup,
    help="Polderkoers: beleid van een gemeente als gegevens, gecontroleerd en leesbaar.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    help="Toon welke versie van Polderkoers dit is.",
    callback=lambda context, _, asked: _show_version(context) if asked else None,
)
def polderkoers() -> None:
    """Group the commands."""


def _show_version(context: click.Context) -> None:
    from importlib.metadata import version

    click.echo(f"polderkoers {version('polderkoers')}")
    context.exit()


@polderkoers.command("help", cls=DutchCommand, help="Toon deze uitleg, of die van een opdracht.")
@click.argument("name", required=False, metavar="[OPDRACHT]")
@click.pass_context
def help_(context: click.Context, name: str | None) -> int:
    """Show what --help of the group or of a command shows; 2 when there is no such command."""
    group = context.parent or context
    if name is None:
        click.echo(group.get_help())
        return 0
    _, command, _ = polderkoers.resolve_command(group, [name])
    click.echo(command.get_help(click.Context(command, info_name=name, parent=group)))
    return 0


@polderkoers.command(
    cls=DutchCommand,
    help="Controleer alle bestanden in de map data en meld alles wat niet klopt. Met BESTAND (of een map): toon alleen wat daar niet klopt.",
)
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
@click.option(
    "--herstel",
    "mending",
    is_flag=True,
    help="Voer eerst uit wat zeker is, laat zien wat er verandert, en controleer daarna opnieuw.",
)
@_paths
def check(  # noqa: PLR0913 - an argument per option
    root: Path, form: str, ref: str | None, paths: tuple[str, ...], *, fresh: bool, mending: bool
) -> int:
    """Check everything; 1 when there is a `fout` in what was asked for."""
    only = _within_data(root, paths)
    mended = _mend(root, only, form) if mending else None
    found = checked(root, lambda tree: _check(tree, root), remember=not fresh, also=_history_here(root))
    since = _since(root, ref, found.problems) if ref else None
    problems = tuple(problem for problem in found.problems if _is_in(problem.file, only))
    report = Report(
        since.changed_first(problems) if since else problems,
        Lines(Folder(root)),
        colour=_on_a_terminal(),
        site=os.environ.get("POLDERKOERS_SITE_URL", ""),
        since=since,
        mended=mended,
    )
    if text := FORMATS[form](report):
        click.echo(text)
    if form == "text":
        faults = sum(problem.level == "fout" for problem in problems)
        summary = _summary(found.file_count, found.item_count, faults, len(problems) - faults)
        click.echo(f"{summary}{_elsewhere(len(found.problems) - len(problems))}", err=bool(faults))
    return 1 if has_errors(problems) else 0


def _elsewhere(number: int) -> str:
    """Return how much is left out, because only some files were asked for."""
    return f" In andere bestanden: {_count(number, 'melding', 'meldingen')}." if number else ""


def _mend(root: Path, only: tuple[str, ...], form: str) -> list[dict[str, str | int]]:
    """Mend what is certain and tell it; nothing when Git has a conflict that someone is still to solve."""
    from polderkoers.changes.git import has_conflict
    from polderkoers.policy.mending import holds_conflict, mend
    from polderkoers.report.mended import mended_as_rows, mended_as_text

    beside = form != "text"
    if has_conflict(root) or holds_conflict(root):
        click.echo("Niets hersteld: er is een botsing in Git die je eerst zelf moet oplossen.", err=beside)
        return []
    outcome = mend(root, only)
    click.echo(mended_as_text(outcome.done), err=beside)
    if outcome.unwritten:
        click.echo(FORMATS["text"](Report(outcome.unwritten)), err=True)
    return mended_as_rows(outcome.done)


def _within_data(root: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return files and folders relative to the root, as the data names them. Raises `NotInData` for any other."""
    return tuple(_in_data(root, path) for path in paths)


def _in_data(root: Path, path: str) -> str:
    # From the folder where someone is, or as a message names it: from the root.
    for place in (Path(path), root / path):
        if place.exists() and place.resolve().is_relative_to((root / "data").resolve()):
            return place.resolve().relative_to(root.resolve()).as_posix()
    raise NotInData(path)


def _is_in(file: str, only: tuple[str, ...]) -> bool:
    return not only or any(file == each or file.startswith(f"{each}/") for each in only)


def _on_a_terminal() -> bool:
    """Return whether colours are wanted (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _history_here(root: Path) -> str:
    """Return whether there is a history to compare with: a check without one leaves a rule out."""
    git = root / ".git"
    return f"{git.exists()} {(git / 'shallow').exists()}"


def _check(tree: Tree, root: Path | None = None) -> Checked:
    """Check a tree; with the root of a repository also whether what changed has a new version number."""
    from polderkoers.changes.former import former_refs
    from polderkoers.changes.versions import listed_versions_of, unraised
    from polderkoers.policy.load import load

    # A check lives for seconds and lets go of nothing on the way; looking for what can go takes a quarter of its time.
    gc.disable()
    listed = listed_versions_of(tree) if root else ()
    loaded = load(tree, unraised(root, tree, listed), former_refs(root, listed)) if root else load(tree)
    return Checked(loaded.problems, loaded.file_count, len(loaded.policy.entries))


def _since(root: Path, ref: str, now: tuple[Problem, ...]) -> Since:
    """Return what changed in the data since a commit. Raises a `PolderkoersError` when it cannot be read."""
    from polderkoers.changes.git import GitTree, changed_files, resolve

    before = GitTree(root, resolve(root, ref))
    return Since(ref, changed_files(before, Folder(root)), new_problems(_check(before).problems, now))


@polderkoers.command(
    "format",
    cls=DutchCommand,
    help="Zet alle bestanden in de map data, of alleen BESTAND, in de vaste vorm. De gegevens en de opmerkingen blijven zoals ze zijn.",
)
@_root
@click.option("--check", "only_check", is_flag=True, help="Verander niets; zeg alleen welke bestanden afwijken.")
@_paths
def format_(root: Path, paths: tuple[str, ...], *, only_check: bool) -> int:
    """Write the canonical form; 1 when a file cannot be formatted or, with --check, differs from it."""
    from polderkoers.policy.canonical import format_files

    only = _within_data(root, paths)
    done = format_files(root, write=not only_check, only=lambda file: _is_in(file, only))
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
@click.argument("regel", required=False, metavar="[REGEL]")
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
    see_all = f"polderkoers diff {base} {head}"
    click.echo(as_pull_request(Proposal(found.report, preview, page, found.other_files, see_all)).rstrip("\n"))
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
def versions(root: Path, form: str) -> int:
    """List the versions of data/versies.yaml and whether they can be had here; 1 when one cannot."""
    from polderkoers.changes.versions import available, listed_versions_of
    from polderkoers.report.versions import versions_as_json, versions_as_text

    listed = listed_versions_of(Folder(root))
    missing = {each.version.id: each.reason for each in available(root, listed)[1]}
    click.echo((versions_as_json if form == "json" else versions_as_text)(listed, missing))
    return 1 if missing else 0


def _summary(files: int, items: int, faults: int, warnings: int) -> str:
    outcome = (
        "Alles klopt."
        if not faults + warnings
        else f"{_count(faults, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."
    )
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
        click.echo(f"{in_dutch(error)} Uitleg: {where_to_read(error)}", err=True)
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
