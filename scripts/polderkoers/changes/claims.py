"""What may be wrong with an entry of the list of versions, by rule: what it names, what that holds, whether it ever stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from polderkoers.changes.entry import Named, named
from polderkoers.changes.git_call import is_shallow
from polderkoers.changes.kept import Current
from polderkoers.changes.line import Claim, Line, typed
from polderkoers.changes.stood import first_text, stood
from polderkoers.errors import CloneShallow
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.rules.finding import Note
from polderkoers.policy.tree import Tree
from polderkoers.problems import Level

COMMIT, CONTENT, ORIGIN, FIXED = "versie-commit", "versie-inhoud", "versie-herkomst", "versie-ligt-vast"

_NOWHERE = "Een tekst met deze inhoud staat ook nergens op de hoofdtak."
_AGAIN = "Is de tekst die nu in de map data staat de versie? Haal deze versie dan uit de lijst en maak haar opnieuw: polderkoers vaststellen"

_PUT_BACK = (
    "zet de commit en de inhoud terug die er stonden. Is een tag verplaatst? Schrijf dan bij commit het hele nummer van de commit waar "
    "hij eerst bij hoorde."
)
_OTHER_TEXT = (
    "is de tekst van die commit de versie? Schrijf dan: inhoud: {held}. Is de tekst die nu in de map data staat de versie? Schrijf dan: "
    "commit: null"
)


class Judged:
    """An entry with what its commit names today; all of it raises `HistoryUnreadable` where that cannot be known."""

    def __init__(self, root: Path, version: Versie) -> None:
        """Take an entry; nothing is read yet."""
        self.root = root
        self.version = version

    @property
    def id(self) -> str:
        """The id of the version."""
        return self.version.id

    @cached_property
    def named(self) -> Named | None:
        """What its commit names; None when it gives no commit."""
        if self.version.commit is None:
            return None
        return named(self.root, self.version.commit)

    @property
    def content(self) -> str | None:
        """What it holds: as it says itself, or else as its commit holds."""
        if self.version.inhoud:
            return self.version.inhoud
        return self.named.content if self.named else None

    @property
    def source(self) -> str:
        """The field that tells what it holds."""
        return "inhoud" if self.version.inhoud else "commit"

    @property
    def commit(self) -> str | None:
        """The full id of its commit, if that holds what it says."""
        if self.named is None or self.named.content != self.content:
            return None
        return self.named.commit

    def note(self, rule: str, field: str, message: str, hint: str, level: Level = "fout") -> Note:
        """Return a note at one of its fields."""
        return Note(rule, self.id, field, message, hint, level)


def commits(entries: Iterable[Judged]) -> Iterator[Note]:
    """Yield what is wrong with the names of commits."""
    for entry in entries:
        found = entry.named
        if found is None:
            continue
        if found.commit is not None and not found.fixed:
            hint = f"schrijf het hele nummer van de commit: commit: {typed(found.commit)}"
            yield entry.note(COMMIT, "commit", f"'{found.name}' {found.words}.", hint)
        if found.commit is None and entry.version.inhoud is None:
            yield _gone(entry, found)


def _gone(entry: Judged, found: Named) -> Note:
    hint = "noem een tag, of het hele nummer van een commit op de hoofdtak."
    if not found.kind and is_shallow(entry.root):
        raise CloneShallow(entry.id)
    return entry.note(COMMIT, "commit", found.missing, hint)


def contents(entries: Iterable[Judged], line: Line) -> Iterator[Note]:
    """Yield where an entry does not say what it holds, or its commit holds something else."""
    for entry in entries:
        found, said = entry.named, entry.version.inhoud
        if said is None and found is None:
            message = "Bij deze versie staat geen commit en geen inhoud."
            yield entry.note(CONTENT, "commit", message, "noem de commit waarin de tekst van deze versie staat.")
        elif found is None:
            continue
        elif said is None and found.content:
            message = "Bij deze versie staat niet welke tekst erbij hoort."
            yield entry.note(CONTENT, "commit", message, f"schrijf erbij: inhoud: {typed(found.content)}")
        elif said is not None and found.content is not None and found.content != said:
            yield _other_text(entry, found.content, line)


def _other_text(entry: Judged, held: str, line: Line) -> Note:
    message = f"De commit van deze versie heeft een andere tekst dan 'inhoud' zegt: {held}."
    if _is_listed(entry, line):
        return entry.note(CONTENT, "inhoud", message, _PUT_BACK)
    return entry.note(CONTENT, "inhoud", message, _OTHER_TEXT.format(held=typed(held)))


def _is_listed(entry: Judged, line: Line) -> bool:
    """Return whether the list had this version already."""
    return entry.id in (line.claims or {})


def origins(entries: tuple[Judged, ...], lines: tuple[Line, ...], tree: Tree) -> Iterator[Note]:
    """Yield the entries whose text never stood on a line in the open: nobody who reviews proposals has seen it."""
    current = Current(lines[0].root, tree)
    for entry in entries:
        content = entry.content
        if content is None:
            continue
        if _is_seen(entry, content, lines, current):
            yield from _lost(entry, content, lines)
            continue
        if is_shallow(entry.root):
            raise CloneShallow(entry.id)
        if note := _never_stood(entry, content, lines, _one_of_more(entry, entries, lines[0], current)):
            yield note


def _one_of_more(entry: Judged, entries: tuple[Judged, ...], line: Line, current: Current) -> Note | None:
    """Return that a proposal adopts more versions, of which the text of data/ can be one."""
    fresh = [each for each in entries if not _is_listed(each, line)]
    last = next((each for each in fresh if each.content in current), None)
    if entry not in fresh or last is None:
        return None
    message = (
        f"Dit voorstel voegt meer dan één versie toe. In de map data staat de tekst van '{last.id}'. De tekst van deze versie stond "
        f"nooit op de hoofdtak."
    )
    hint = "haal deze versie uit de lijst. Maak van elke versie een eigen voorstel, en begin met de oudste."
    return entry.note(ORIGIN, entry.source, message, hint)


def _is_seen(entry: Judged, content: str, lines: tuple[Line, ...], current: Current) -> bool:
    """Return whether the text of an entry stood on a line, or comes there with the entry."""
    return content in current or any(stood(line, entry.id, content) for line in lines)


def _lost(entry: Judged, content: str, lines: tuple[Line, ...]) -> Iterator[Note]:
    """Yield a warning when the commit of an entry is not there, though its text is."""
    if entry.named is None or entry.named.commit is not None:
        return
    where = _holding(content, lines) or "null"
    message = f"{entry.named.missing} De tekst van deze versie is er wel."
    yield entry.note(COMMIT, "commit", message, f"schrijf: commit: {typed(where)}", "waarschuwing")


def _holding(content: str, lines: tuple[Line, ...]) -> str | None:
    """Return a commit on a line that holds a content."""
    for line in lines:
        if commit := line.holding(content):
            return commit
    return None


def _never_stood(entry: Judged, content: str, lines: tuple[Line, ...], one_of_more: Note | None) -> Note | None:
    """Return what is known best of a text that did not stand in the open; that it is `one_of_more` where nothing else is known."""
    if _holding(content, lines):
        return entry.note(
            ORIGIN,
            entry.source,
            "De tekst van deze versie stond nog geen uur op de hoofdtak, en niet samen met deze versie. Een voorstel kan die tekst "
            "hebben gebracht en meteen weer hebben teruggedraaid. Dan heeft niemand hem gezien.",
            f"zet die tekst eerst met een voorstel in de map data. {_AGAIN}",
        )
    if entry.named is None:
        if one_of_more:
            return one_of_more
        message = "Een tekst met deze inhoud heeft nooit op de hoofdtak gestaan, en staat nu ook niet in de map data."
        return entry.note(ORIGIN, "inhoud", message, f"zet de inhoud terug die er stond. {_AGAIN}")
    if entry.named.commit is None:
        message = f"{entry.named.missing} {_NOWHERE}"
        return entry.note(COMMIT, "commit", message, f"zet de commit en de inhoud terug die er stonden. {_AGAIN}")
    if entry.commit is None:
        return None  # its commit holds something else, and that has been said
    return one_of_more or entry.note(
        ORIGIN,
        "commit",
        "De tekst van deze versie heeft nooit op de hoofdtak gestaan. Wie een voorstel bekijkt, heeft hem dus niet gezien.",
        f"lever die tekst eerst in als voorstel. {_AGAIN}",
    )


def doubled(entries: tuple[Judged, ...], line: Line) -> Iterator[Note]:
    """Yield the versions that hold just what the version before them holds; a version that is there already is only warned of."""
    for before, entry in pairwise(entries):
        if entry.content is None or entry.content != before.content:
            continue
        level: Level = "waarschuwing" if _is_listed(entry, line) else "fout"
        yield entry.note(
            CONTENT,
            entry.source,
            f"Deze versie heeft precies dezelfde tekst als versie '{before.id}'.",
            "haal deze versie uit de lijst. Is er opnieuw besloten? Geef dan de opdracht polderkoers vaststellen: die zet ook in de "
            "bestanden wanneer dat was.",
            level,
        )


def changed(entries: tuple[Judged, ...], line: Line) -> Iterator[Note]:
    """Yield the versions that the line ever listed, and that are gone now or stand for another text.

    What came to the list in one commit and went in a later one is still gone: the list stays wrong until it is mended.
    """
    now = {entry.id: entry for entry in entries}
    for id_, claims in _listed_ever(line).items():
        entry = now.get(id_)
        if entry is not None and all(line.content_of(claim) in (None, entry.content) for claim in claims):
            continue
        then = first_text(line, id_)
        if then is None:
            if is_shallow(line.root):
                raise CloneShallow(id_)
            continue
        claim = next(claim for claim in reversed(claims) if line.content_of(claim) == then)
        if entry is None:
            yield _taken_away(claim)
        elif entry.content and then != entry.content:
            yield entry.note(
                FIXED,
                entry.source,
                "Deze versie was al openbaar, en staat nu voor een andere tekst.",
                f"zet terug wat er stond: {claim.text}. Is er iets nieuws vastgesteld? Maak daarvoor een nieuwe versie met een "
                "nieuw id.",
            )


def _listed_ever(line: Line) -> dict[str, list[Claim]]:
    """Return what the list ever said of each version, the oldest first."""
    found: dict[str, list[Claim]] = {}
    for change in line.changes:
        for claim in change.claims.values():
            found.setdefault(claim.id, []).append(claim)
    return found


def _taken_away(claim: Claim) -> Note:
    return Note(
        FIXED,
        "",
        "versies",
        f"De versie '{claim.id}' staat niet meer in data/versies.yaml. Wie er een koppeling naar heeft, vindt dan niets meer.",
        f"zet de versie terug, met id: {typed(claim.id)} en {claim.text}.",
    )
