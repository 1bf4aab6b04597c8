"""The commands about an instance as a whole: arguments, questions on a terminal, one call, print, exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import root_option
from polderkoers.console import echo
from polderkoers.dutch_click import DutchCommand
from polderkoers.errors import PolderkoersError
from polderkoers.typed import quoted

if TYPE_CHECKING:
    from polderkoers.instance.naming import Word

_TYPES = ("gemeente", "provincie", "waterschap", "samenwerking")


class NameMissing(PolderkoersError):
    """A new site is asked for without saying for whom, where nobody can be asked."""

    def __init__(self, what: str, example: str) -> None:
        super().__init__(f"{what} Er is niets gemaakt. Hoe op te lossen: {example}")


@polderkoers.command(
    cls=DutchCommand,
    help="Begin een nieuwe site in MAP: instellingen, een voorbeeld van beleid, en wat GitHub en GitLab nodig hebben. Wat je niet "
    "als optie noemt, wordt op een terminal gevraagd.",
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option(
    "--naam", metavar="NAAM", help='Hoe de organisatie heet, bijvoorbeeld "Polderdam" of "Waterschap Rivierenland".'
)
@click.option("--soort", type=click.Choice(_TYPES), metavar="SOORT", help=f"Wat het is: {', '.join(_TYPES)}.")
@click.option(
    "--lidwoord",
    type=click.Choice(["de", "het"]),
    metavar="LIDWOORD",
    help="De of het, bij een naam waar het soort organisatie niet voor hoort: het Hoogheemraadschap, de Metropoolregio.",
)
@click.option("--code", metavar="CODE", help="De code in de registers van de overheid (TOOI), bijvoorbeeld gm0171.")
@click.option("--website", metavar="ADRES", help="Het adres van de eigen website. Het begint met https://.")
@click.option("--contact", metavar="WAAR", help="Waar iemand terecht kan die de site niet goed kan gebruiken.")
@click.option(
    "--woord",
    "words",
    multiple=True,
    metavar="SOORT=WOORD",
    help="Hoe jullie iets noemen: enkelvoud, meervoud en lidwoord, bijvoorbeeld kernopgave=ambitie,ambities,de.",
)
@click.option(
    "--bij-data",
    "around",
    is_flag=True,
    help="Er is al een map data, bijvoorbeeld uit een kopie van Polderkoers. Zet alleen de rest ernaast.",
)
def init(  # noqa: PLR0913 - an argument per option
    folder: Path,
    *,
    naam: str | None,
    soort: str | None,
    lidwoord: str | None,
    code: str | None,
    website: str | None,
    contact: str | None,
    words: tuple[str, ...],
    around: bool,
) -> int:
    """Write a new instance, and say what was made and what to type next."""
    from polderkoers.instance.begin import begin, refuse_full
    from polderkoers.instance.naming import Naming, named, word

    refuse_full(folder, around=around)
    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    own: Mapping[str, Word] = dict(map(word, words))
    name, kind, article = _name(naam, soort, named, asks=asks)
    naming = Naming(name, kind, lidwoord or article, code, website, contact, own)
    if asks and naam is None and not own:
        naming = replace(naming, words=_own_words())
    files = begin(folder, naming, date.today(), around=around)  # noqa: DTZ011 - the year where the editor is
    echo(_made(folder, naming.full, files, around=around))
    return 0


_Named = Callable[[str, str | None], tuple[str, str | None, str | None]]


def _name(naam: str | None, soort: str | None, named: _Named, *, asks: bool) -> tuple[str, str, str | None]:
    """Return the name, kind and article of an organisation; raises `NameMissing` when they are not given and nobody can be asked."""
    if naam is None and not asks:
        raise NameMissing(
            "Voor wie deze site is, is niet gezegd.",
            'zet de naam achter de opdracht: --naam "Polderdam" --soort gemeente',
        )
    name, kind, article = named(naam, soort) if naam is not None else _asked_name(soort, named)
    if kind is None and not asks:
        raise NameMissing(
            f"Wat voor organisatie '{name}' is, is niet gezegd.", f"zet erachter: --soort {' of '.join(_TYPES)}"
        )
    return name, kind or _asked("Wat is het?", _choice, f"{', '.join(_TYPES)}"), article


def _asked_name(soort: str | None, named: _Named) -> tuple[str, str | None, str | None]:
    found: list[tuple[str, str | None, str | None]] = []

    def right(text: str) -> str:
        found.append(named(text, soort))
        return text

    _asked("Hoe heet de organisatie?", right, "bijvoorbeeld Polderdam, of Waterschap Rivierenland")
    return found[-1]


def _choice(text: str) -> str:
    """Return the type that was meant, also by its first letters. Raises `PolderkoersError` for anything else."""
    found = [type_ for type_ in _TYPES if text and type_.startswith(text.lower())]
    if len(found) != 1:
        raise PolderkoersError(f"Kies uit: {', '.join(_TYPES)}.")
    return found[0]


# What stands most in menus, headings and addresses; for all else there is --woord.
_QUESTIONS = {
    "kernopgave": "Hoe noemen jullie een hoofdopgave van het beleid?",
    "programmalijn": "En een lijn van een programma?",
    "doel": "En iets wat het beleid wil bereiken?",
}


def _own_words() -> dict[str, Word]:
    """Ask what an organisation calls the main things in its policy; nothing for what it calls as we do."""
    asked = (_own_word(kind, question) for kind, question in _QUESTIONS.items())
    return dict(filter(None, asked))


def _own_word(kind: str, question: str) -> tuple[str, Word] | None:
    from polderkoers.instance.naming import word

    one = _asked(question, str, f"Enter voor {kind}", default=kind)
    if one.lower() == kind:
        return None
    more = _asked(f"En meer dan één {one}?", _filled, "het meervoud")
    article = _asked(f"Is het de {one} of het {one}?", _article, "de of het")
    return word(f"{kind}={one},{more},{article}")


def _filled(text: str) -> str:
    if not text:
        raise PolderkoersError("Typ een woord.")
    return text


def _article(text: str) -> str:
    if text.lower() not in ("de", "het"):
        raise PolderkoersError("Typ de of het.")
    return text.lower()


def _asked(question: str, right: Callable[[str], str], hint: str, default: str = "") -> str:
    """Ask until the answer is right, and return it. An end of the input stops the command."""
    while True:
        echo(f"{question} ({hint})")
        try:
            answer = input("> ").strip() or default
        except EOFError as ended:
            raise click.Abort from ended
        try:
            return right(answer)
        except PolderkoersError as error:
            echo(str(error))


_PARTS = (
    ("data/", "het beleid, met een voorbeeld dat zichzelf uitlegt"),
    ("mkdocs.yml", "de naam en het adres van de site"),
    ("requirements.txt", "de versie van Polderkoers"),
    ("README.md", "uitleg voor wie eraan werkt"),
    (".github/", "nakijken en publiceren op GitHub"),
    (".gitlab-ci.yml", "hetzelfde op GitLab"),
    (".vscode/", "uitleg tijdens het typen, in VS Code"),
    (".idea/", "hetzelfde in PyCharm en IntelliJ"),
)


def _holds(files: tuple[str, ...], part: str) -> bool:
    """Return whether a file or folder is among the files that were made."""
    return any(file.startswith(part) for file in files)


def _made(folder: Path, who: str, files: tuple[str, ...], *, around: bool) -> str:
    from polderkoers.instance.engine import came_as_file

    rows = [f"  {part:<18}{what}" for part, what in _PARTS if _holds(files, part)]
    place, beside = "deze map", ""
    if folder != Path():
        place, beside = f"de map {quoted(str(folder))}", f" --root {quoted(str(folder))}"
    example = folder / "data/kernopgaven/voorbeeld.yaml"
    change = "Kijk de gegevens na" if around else f"Verander daarna {example}, en kijk het na"
    lines = (
        f"Gemaakt in {place}: een site voor {who}, {len(files)} bestanden.",
        *rows,
        "",
        f"Bekijk de site: polderkoers serve{beside}",
        f"{change}: polderkoers check{beside}",
        *filter(None, [came_as_file()]),
    )
    return "\n".join(lines)


@polderkoers.command(
    cls=DutchCommand,
    help="Breng een site die met een oudere Polderkoers is gemaakt bij: de gegevens, en de versie in requirements.txt. Opmerkingen "
    "blijven staan.",
)
@root_option
@click.option("--dry-run", is_flag=True, help="Verander niets; toon alleen wat er zou veranderen.")
def upgrade(root: Path, *, dry_run: bool) -> int:
    """Bring an instance to this engine; 1 when a file cannot be read or written without loss, and then nothing has changed."""
    from polderkoers.instance.upgrade import upgrade_instance
    from polderkoers.report.upgraded import upgrade_as_text

    found = upgrade_instance(root, date.today(), write=not dry_run)  # noqa: DTZ011 - the day where the editor is
    echo(upgrade_as_text(found, written=not dry_run), err=bool(found.problems))
    return 1 if found.problems else 0
