"""The command that adopts a version."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.judging import check_tree
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand


@polderkoers.command(
    cls=DutchCommand,
    help="Stel een versie van het beleid vast: zet de status, datum en versienummers, en schrijf de versie in data/versies.yaml. "
    "ID is de vaste naam van de versie, vaak het jaar.",
)
@root_option
@click.argument("id_", metavar="ID")
@click.option("--datum", required=True, metavar="DATUM", help="Wanneer er is besloten: 2026-03-12, 2026-03 of 2026.")
@click.option(
    "--door",
    required=True,
    metavar="WIE",
    help='Wie het besluit nam, bijvoorbeeld "Gemeenteraad" of "Algemeen bestuur".',
)
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
    found = adopt(root, asked, lambda tree: check_tree(tree, root).problems, date.today(), write=not dry_run)  # noqa: DTZ011 - the day where the editor is
    echo(adoption_as_text(found, written=not dry_run), err=bool(found.problems))
    return 1 if found.problems else 0
