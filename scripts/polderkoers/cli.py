"""The command line: arguments, one call, print, exit code. The only module that prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from pathlib import Path

import click

from polderkoers.console import echo, echo_bytes, guarded, prepare
from polderkoers.dutch_click import DutchCommand, DutchGroup, in_dutch
from polderkoers.errors import HistoryUnreadable, NotInData, RuleUnknown, UsedWrongly, VersionAdopted
from polderkoers.instance_commands import init, upgrade
from polderkoers.policy.cache import Checked, checked
from polderkoers.policy.tree import Folder, Lines, Tree
from polderkoers.problems import Problem, has_errors
from polderkoers.report.formats import FORMATS, Report
from polderkoers.report.since import Since, new_problems
from polderkoers.site_commands import build, serve, site_problems, tell_engine
from polderkoers.typed import command_line, program

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

    echo(f"polderkoers {version('polderkoers')}")
    context.exit()


@polderkoers.command("help", cls=DutchCommand, help="Toon deze uitleg, of die van een opdracht.")
@click.argument("name", required=False, metavar="[OPDRACHT]")
@click.pass_context
def help_(context: click.Context, name: str | None) -> int:
    """Show what --help of the group or of a command shows; 2 when there is no such command."""
    group = context.parent or context
    if name is None:
        echo(group.get_help())
        return 0
    _, command, _ = polderkoers.resolve_command(group, [name])
    echo(command.get_help(click.Context(command, info_name=name, parent=group)))
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
@click.option(
    "--site",
    "with_site",
    is_flag=True,
    help="Kijk ook de gebouwde site na, in de map site: links, kleuren, koppen, versies, en resten van het voorbeeld.",
)
@_without_history
@_paths
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
    from polderkoers.changes.memory import history_key

    tell_engine(root)
    only = _within_data(root, paths)
    mended = _mend(root, only, form) if mending else None
    base = _base(root, ref, without_history=without_history)
    found = checked(root, lambda tree: _check(tree, root, base), remember=not fresh, also=history_key(root, base))
    since = _since(root, ref, base, found.problems) if ref and base else None
    problems = tuple(problem for problem in found.problems if _is_in(problem.file, only))
    elsewhere = _elsewhere(len(found.problems) - len(problems))
    if with_site:
        problems += site_problems(root, beside=form != "text")
    report = Report(
        since.changed_first(problems) if since else problems,
        Lines(Folder(root)),
        colour=_on_a_terminal(),
        site=os.environ.get("POLDERKOERS_SITE_URL", ""),
        since=since,
        mended=mended,
    )
    if text := FORMATS[form](report):
        echo(text)
    if form == "text":
        faults = sum(problem.level == "fout" for problem in problems)
        counted = (faults, len(problems) - faults)
        whole = not (found.failure or found.unchecked or (ref and not base))
        summary = _summary(found.file_count, found.item_count, *counted, whole=whole)
        echo(f"{summary}{elsewhere}", err=bool(faults))
    return _end(found, problems, without_history=without_history)


def _end(found: Checked, problems: tuple[Problem, ...], *, without_history: bool) -> int:
    """Say what could not be checked, and return the exit code."""
    if found.failure and not without_history:
        echo(f"{found.failure}\n{_WITHOUT}", err=True)
        return 2
    if found.failure:
        echo(f"Niet gecontroleerd: {_NEEDS_HISTORY}. De geschiedenis van Git is hier niet te lezen.", err=True)
    elif found.unchecked:
        echo(f"Niet vergeleken met eerder. {found.unchecked}", err=True)
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
        echo("Niets hersteld: er is een botsing in Git die je eerst zelf moet oplossen.", err=beside)
        return []
    outcome = mend(root, only)
    echo(mended_as_text(outcome.done), err=beside)
    _tell_problems(root, tuple(outcome.unwritten), err=True)
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
        echo(f"Niet vergeleken met {ref}. {unreadable}", err=True)
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
    help="Zet alle bestanden in de map data, of alleen BESTAND, in de vaste vorm. De gegevens en de opmerkingen blijven zoals ze zijn.",
)
@_root
@click.option("--check", "only_check", is_flag=True, help="Verander niets; zeg alleen welke bestanden afwijken.")
@click.option(
    "--patch", "as_patch", is_flag=True, help="Verander niets; toon wat er verandert, in een vorm voor git apply."
)
@_paths
def format_(root: Path, paths: tuple[str, ...], *, only_check: bool, as_patch: bool) -> int:
    """Write the canonical form; 1 when a file cannot be formatted or, with --check, differs from it; 2 when it cannot be written.

    With --patch 0 also when there is something to change: the form is given and not demanded.
    """
    from polderkoers.policy.canonical import format_files, format_patch

    only = _within_data(root, paths)
    if as_patch:
        patch, problems = format_patch(root, only=lambda file: _is_in(file, only))
        _tell_problems(root, problems, err=True)
        echo_bytes(patch)
        return 0
    done = format_files(root, write=not only_check, only=lambda file: _is_in(file, only))
    _tell_problems(root, done.problems)
    for file in done.differing:
        echo(f"{file} {'heeft niet de vaste vorm' if only_check else 'staat nu in de vaste vorm'}.")
    if only_check and done.differing:
        echo(f"Hoe op te lossen: {_again('format', root)}", err=True)
    else:
        echo(_formatted(done.file_count, len(done.differing), done.problems), err=bool(done.problems))
    if any(problem.rule == "bestand-schrijfbaar" for problem in done.problems):
        return 2
    return 1 if done.problems or (only_check and done.differing) else 0


def _tell_problems(root: Path, problems: tuple[Problem, ...], *, err: bool = False) -> None:
    if problems:
        echo(FORMATS["text"](Report(problems, Lines(Folder(root)))), err=err)


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
    echo(rules_as_text(tuple(docs.values())) if regel is None else rule_as_text(docs[regel]))
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
    echo(readability_as_json(texts) if form == "json" else readability_as_text(texts, most))
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
    echo(threads_as_json(found) if form == "json" else threads_as_text(found))
    return 0


# As `policy.new_file.NEW_KINDS`, which takes longer to import than asking for help may.
_NEW = ["kernopgave", "plan", "programmalijn", "wegwijzer"]
_ADOPTED = ["versie", "versies"]
_NEW += ["begrippen", "documenten", "instelling", "organisaties", "plaatsen", "rollen", "themas", "zoekwoorden"]


@polderkoers.command(
    cls=DutchCommand,
    help="Maak een nieuw bestand met uitleg bij elk veld. SOORT is kernopgave, programmalijn, plan of wegwijzer, met een ID. Of het "
    "is de naam van een lijst, zoals plaatsen, of instelling: dan is er geen ID nodig. Voor een versie is er vaststellen.",
)
@_root
@click.argument("soort", type=click.Choice([*_NEW, *_ADOPTED]), metavar="SOORT")
@click.argument("id_", metavar="ID", default="")
def new(root: Path, soort: str, id_: str) -> int:
    """Write a starting file; 2 when the id is wrong or the file is there."""
    from polderkoers.policy.new_file import write_new

    if soort in _ADOPTED:
        raise VersionAdopted(id_)
    file, places = write_new(root, soort, id_)
    to_fill = _count(places, "plek", "plekken")
    echo(f"Gemaakt: {file}. De controle vraagt je nog {to_fill} in te vullen: {_again('check', root)}")
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
    echo(CHANGE_FORMATS[form](report).rstrip("\n"))
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
    from polderkoers.policy.vocabulary import vocabulary_of
    from polderkoers.report.changes.make import compare_proposal
    from polderkoers.report.changes.pull_request import Proposal, as_pull_request
    from polderkoers.website.pages import address
    from polderkoers.website.words import Words

    def page(ref: str) -> str | None:
        entry = found.policy.get(ref)
        return address(entry, Words(vocabulary_of(found.policy))) if entry else None

    found = compare_proposal(root, base, head)
    see_all = f"polderkoers diff {found.apart_from or base} {head}"
    proposal = Proposal(found.report, preview, page, found.other_files, see_all, found.apart_from, found.versions)
    echo(as_pull_request(proposal).rstrip("\n"))
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
    echo((versions_as_json if form == "json" else versions_as_text)(listed, reasons))
    unreadable = [each.reason for each in missing if each.no_history]
    if unreadable and not without_history:
        echo(f"{unreadable[0]}\n{_WITHOUT}", err=True)
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
    echo(adoption_as_text(found, written=not dry_run), err=bool(found.problems))
    return 1 if found.problems else 0


def _summary(files: int, items: int, faults: int, warnings: int, *, whole: bool = True) -> str:
    if not files + faults + warnings:
        return f"Er staat nog niets in de map data. Beginnen kan zo: {command_line('new', 'instelling')}"
    if faults + warnings:
        found = f"{_count(faults, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."
        outcome = found if whole else f"{found} Niet alles is gecontroleerd."
    else:
        outcome = "Alles klopt." if whole else "Daarin staat geen fout, maar niet alles is gecontroleerd."
    return f"{_count(files, 'bestand', 'bestanden')} en {_count(items, 'onderdeel', 'onderdelen')} gecontroleerd. {outcome}"


def _again(command: str, root: Path) -> str:
    """Return a command as it can be typed here for the same root."""
    return command_line(command, *([] if root == Path() else ["--root", str(root)]))


def _formatted(files: int, changed: int, problems: tuple[Problem, ...]) -> str:
    if problems:
        only_unwritable = all(problem.rule == "bestand-schrijfbaar" for problem in problems)
        why = "omdat het niet kan worden geschreven" if only_unwritable else "omdat er een fout in staat"
        return f"{_count(len(problems), 'bestand is', 'bestanden zijn')} niet veranderd, {why}."
    return f"{_count(files, 'bestand', 'bestanden')} bekeken. {'Klaar.' if changed else 'Alles staat al in de vaste vorm.'}"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


polderkoers.add_command(build)
polderkoers.add_command(serve)
polderkoers.add_command(init)
polderkoers.add_command(upgrade)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 nothing wrong, 1 findings, 2 wrong use or environment."""
    return guarded(lambda: _run(arguments))


def _run(arguments: list[str] | None) -> int:
    if any("\0" in argument for argument in arguments or ()):
        raise UsedWrongly("In de opdracht staat een teken dat daar niet kan.", program())
    try:
        outcome = polderkoers.main(arguments, prog_name=program(), standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.NoArgsIsHelpError as empty:
        echo(empty.format_message(), err=True)
        return 2
    except click.ClickException as error:
        context = error.ctx if isinstance(error, click.UsageError) else None
        raise UsedWrongly(in_dutch(error), context.command_path if context else program()) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error


def run() -> None:
    """Entry point of the installed command."""
    prepare()
    sys.exit(main())
