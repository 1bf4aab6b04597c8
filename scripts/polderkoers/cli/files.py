"""The commands that write files of data: the canonical form, and a new file."""

from __future__ import annotations

from pathlib import Path

import click

from polderkoers.cli.group import polderkoers
from polderkoers.cli.options import paths_argument, root_option
from polderkoers.cli.shared import again_as, is_in, tell_problems, within_data
from polderkoers.console import echo, echo_bytes
from polderkoers.dutch_click import DutchCommand
from polderkoers.errors import VersionAdopted
from polderkoers.known import NEW
from polderkoers.policy.dutch_words import count
from polderkoers.problems import Problem


@polderkoers.command(
    "format",
    cls=DutchCommand,
    help="Zet alle bestanden in de map data, of alleen BESTAND, in de vaste vorm. De gegevens en de opmerkingen blijven zoals ze zijn.",
)
@root_option
@click.option("--check", "only_check", is_flag=True, help="Verander niets; zeg alleen welke bestanden afwijken.")
@click.option(
    "--patch", "as_patch", is_flag=True, help="Verander niets; toon wat er verandert, in een vorm voor git apply."
)
@paths_argument
def format_(root: Path, paths: tuple[str, ...], *, only_check: bool, as_patch: bool) -> int:
    """Write the canonical form; 1 when a file cannot be formatted or, with --check, differs from it; 2 when it cannot be written.

    With --patch 0 also when there is something to change: the form is given and not demanded.
    """
    from polderkoers.policy.canonical import format_files, format_patch

    only = within_data(root, paths)
    if as_patch:
        patch, problems = format_patch(root, only=lambda file: is_in(file, only))
        tell_problems(root, problems, err=True)
        echo_bytes(patch)
        return 0
    done = format_files(root, write=not only_check, only=lambda file: is_in(file, only))
    tell_problems(root, done.problems)
    what = "heeft niet de vaste vorm" if only_check else "staat nu in de vaste vorm"
    for file in done.differing:
        echo(f"{file} {what}.")
    if only_check and done.differing:
        echo(f"Hoe op te lossen: {again_as('format', root)}", err=True)
    else:
        echo(_formatted(done.file_count, len(done.differing), done.problems), err=bool(done.problems))
    if any(problem.rule == "bestand-schrijfbaar" for problem in done.problems):
        return 2
    return int(bool(done.problems or (only_check and done.differing)))


_ADOPTED = ["versie", "versies"]


@polderkoers.command(
    cls=DutchCommand,
    help="Maak een nieuw bestand met uitleg bij elk veld. SOORT is kernopgave, programmalijn, plan, wegwijzer, verslag of besluiten, met een ID. Of het "
    "is de naam van een lijst, zoals plaatsen, of instelling: dan is er geen ID nodig. Voor een versie is er vaststellen.",
)
@root_option
@click.argument("soort", metavar="SOORT")
@click.argument("id_", metavar="ID", default="")
def new(root: Path, soort: str, id_: str) -> int:
    """Write a starting file; 2 when the id is wrong or the file is there."""
    from polderkoers.policy.new_file import write_new

    soort = _kind(root, soort)
    if soort in _ADOPTED:
        raise VersionAdopted(id_)
    file, places = write_new(root, soort, id_)
    to_fill = count(places, "plek", "plekken")
    echo(f"Gemaakt: {file}. De controle vraagt je nog {to_fill} in te vullen: {again_as('check', root)}")
    return 0


def _kind(root: Path, word: str) -> str:
    """Return the kind that a word stands for: its name in the data, that of its file, or the word of the organisation.

    Raises `click.BadParameter` when it is none of those.
    """
    if word in (*NEW, *_ADOPTED):
        return word
    from polderkoers.policy.load import load
    from polderkoers.policy.model.kinds import file_id
    from polderkoers.policy.vocabulary import vocabulary_of

    files = {file_id(kind): kind for kind in NEW}
    if word and word in files:
        return files[word]
    nouns = {noun.one: kind for kind, noun in vocabulary_of(load(root).policy).nouns if kind in NEW}
    if word.lower() in nouns:
        return nouns[word.lower()]
    known = click.Argument(["soort"], type=click.Choice([*NEW, *_ADOPTED]))
    raise click.BadParameter(word, param=known)


def _formatted(files: int, changed: int, problems: tuple[Problem, ...]) -> str:
    if problems:
        only_unwritable = all(problem.rule == "bestand-schrijfbaar" for problem in problems)
        why = "omdat het niet kan worden geschreven" if only_unwritable else "omdat er een fout in staat"
        return f"{count(len(problems), 'bestand is', 'bestanden zijn')} niet veranderd, {why}."
    outcome = "Klaar." if changed else "Alles staat al in de vaste vorm."
    return f"{count(files, 'bestand', 'bestanden')} bekeken. {outcome}"
