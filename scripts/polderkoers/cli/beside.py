"""The command that lays the policy beside its sources, and marks what a second person read."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import form_option, root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.policy.dutch_words import count, listing

if TYPE_CHECKING:
    from polderkoers.beside.marking import AskedReading, Marked
    from polderkoers.beside.source_text import SourceText
    from polderkoers.policy.index import Policy

_OUTCOMES = ("klopt", "verbeterd")


@polderkoers.command(
    cls=DutchCommand,
    help="Leg elke uitspraak van het beleid naast de passage in de bron, om na te lezen en af te vinken. Of schrijf op wat een tweede "
    "lezer heeft gelezen, met --gelezen of --vinkjes. ONDERDEEL is een onderdeel (fijn-wonen/doel-genoeg-huizen), het id van een bestand, of een "
    "bestand of map in data. Zonder ONDERDEEL: alles met een bron.",
)
@root_option
@click.argument("names", nargs=-1, metavar="[ONDERDEEL]...")
@click.option(
    "--bron",
    "sources",
    multiple=True,
    metavar="ID=BESTAND",
    help="De tekst van een bron: het id uit data/documenten.yaml en een tekstbestand. Noem er zoveel je wilt.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Schrijf een pagina (HTML) in dit bestand.",
)
@form_option(("text", "html", "json"))
@click.option(
    "--alleen",
    "only",
    type=click.Choice(["alles", "verschil", "ongelezen"]),
    default="alles",
    metavar="WAT",
    help="verschil: alleen wat een verschil heeft. ongelezen: alleen wat nog niet is gelezen. Zonder deze optie: alles.",
)
@click.option("--gelezen", "is_read", is_flag=True, help="Schrijf op dat ONDERDEEL is gelezen zoals het er nu staat.")
@click.option(
    "--vinkjes",
    "ticks",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Schrijf op wat in dit bestand is aangevinkt. De pagina van --out bewaart het.",
)
@click.option("--door", default="", metavar="WIE", help='Wie het las, bijvoorbeeld "tweede lezer".')
@click.option(
    "--uitkomst",
    "outcome",
    type=click.Choice(_OUTCOMES),
    default=_OUTCOMES[0],
    metavar="UITKOMST",
    help="klopt of verbeterd. Zonder deze optie: klopt.",
)
@click.option(
    "--op", "day", default="", metavar="DATUM", help="De dag waarop het is gelezen. Zonder deze optie: vandaag."
)
def trouw(  # noqa: PLR0913 - an argument per option
    root: Path,
    names: tuple[str, ...],
    *,
    sources: tuple[str, ...],
    out: Path | None,
    form: str,
    only: str,
    is_read: bool,
    ticks: Path | None,
    door: str,
    outcome: str,
    day: str,
) -> int:
    """Lay the policy beside its sources, or mark what was read; 1 when something that was ticked says something else by now, 2 when it cannot be done."""
    if is_read or ticks is not None:
        from polderkoers.beside.marking import AskedReading

        return _mark(root, names, ticks, AskedReading(door, outcome, day))
    from polderkoers.beside.laid import lay
    from polderkoers.beside.wanted import wanted
    from polderkoers.policy.load import load
    from polderkoers.report.beside.forms import BESIDE_FORMS
    from polderkoers.report.beside.laid_report import report_of

    policy = load(root).policy
    refs = frozenset(map(attrgetter("ref"), wanted(policy, names)))
    report = report_of(lay(policy, _sources(policy, sources)), refs, only)
    if out is None:
        echo(BESIDE_FORMS[form](report).rstrip("\n"))
        return 0
    _write(out, BESIDE_FORMS["html"](report))
    echo(f"Geschreven: {out}. Open dit bestand in je browser.")
    return 0


def _sources(policy: Policy, given: tuple[str, ...]) -> Mapping[str, tuple[str, SourceText]]:
    """Return by document the file and text that were given. Raises `SourceTextRefused`, and `click.BadParameter` for what is no document."""
    from polderkoers.beside.source_text import read_source
    from polderkoers.errors.guess import guess
    from polderkoers.policy.model.catalogues import Brondocument

    known = [entry.item.id for entry in policy.of(Brondocument)]
    found = {}
    for each in given:
        id_, sign, path = each.partition("=")
        if not sign or not path:
            raise click.UsageError(
                f"'{each}' is geen bron. Schrijf --bron ID=BESTAND, met een id uit data/documenten.yaml."
            )
        if id_ not in known:
            near = guess(id_, known) or f" Kies uit: {', '.join(known)}."
            raise click.UsageError(f"In data/documenten.yaml staat geen document '{id_}'.{near}")
        if id_ in found:
            raise click.UsageError(f"Van '{id_}' is twee keer een tekst gegeven. Geef er één.")
        found[id_] = (Path(path).name, read_source(Path(path)))
    return found


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"Het bestand {out} kan niet worden geschreven: {error.strerror}.") from error


def _mark(root: Path, names: tuple[str, ...], ticks: Path | None, asked: AskedReading) -> int:
    from polderkoers.beside.marking import LIST, mark_as_read, mark_ticked

    if not asked.door.strip():
        raise click.UsageError('Zeg wie het las: --door "tweede lezer".')
    if ticks is not None and names:
        raise click.UsageError("Geef --vinkjes, of noem onderdelen. Niet allebei.")
    if ticks is None and not names:
        raise click.UsageError("Noem wat is gelezen: een onderdeel, een bestand of een map in data.")
    done = mark_as_read(root, names, asked) if ticks is None else mark_ticked(root, ticks, asked)
    echo(_told(done, LIST))
    if done.changed:
        echo(_changed(done.changed), err=True)
    return int(bool(done.changed))


def _told(done: Marked, file: str) -> str:
    said = f"{count(len(done.refs), 'onderdeel', 'onderdelen')} gelezen, geschreven in {file}."
    if not done.renewed:
        return said
    return f"{said} {count(len(done.renewed), 'lezing is', 'lezingen zijn')} vernieuwd."


def _changed(refs: tuple[str, ...]) -> str:
    why = "Niet opgeschreven, want de tekst is veranderd nadat die is gelezen"
    return f"{why}: {listing(refs)}. Hoe op te lossen: lees dat opnieuw."
