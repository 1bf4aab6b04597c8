"""Says which lines of a text of several lines look like fields or items, and where they belong when that is so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from polderkoers.policy import source_rules
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.misplaced.edit import Correction, column_of, lists_for, repair_of, shifted
from polderkoers.policy.misplaced.fold_signs import fold_signs, may_have_fold_signs
from polderkoers.policy.misplaced.swallowed import (
    Swallowed,
    going_on,
    left_behind,
    may_go_on,
    may_hold,
    may_leave_behind,
    swallowed,
)
from polderkoers.policy.misplaced.trial import Trial
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import LINE_BREAK, Document, Place
from polderkoers.policy.syntax_clues.clue import indent_of, shown, where
from polderkoers.problems import Problem


def in_text(document: Document, schemas: Schemas) -> list[Problem]:
    """Return the problems of the texts in a document that hold a line like a field of their item, or of one around it."""
    looks = [look for may_find, look in _LOOKS if may_find(document.text)]
    found: list[Problem] = []
    if looks:
        lines = LINE_BREAK.split(document.text)
        for look in looks:
            found.extend(look(document, lines, schemas))
    return found


def _all_fold_signs(document: Document, lines: list[str], _: Schemas) -> Iterator[Problem]:
    return fold_signs(document.file, lines)


def _all_held(document: Document, lines: list[str], schemas: Schemas) -> Iterator[Problem]:
    for each in swallowed(lines):
        if _is_known(document, each, schemas):
            yield _problem(document, lines, each, schemas)


def _all_longer(document: Document, lines: list[str], schemas: Schemas) -> Iterator[Problem]:
    for first, last in going_on(lines, schemas.one_line):
        yield _going_on(document.file, lines, first, last)


def _all_left_behind(document: Document, lines: list[str], _: Schemas) -> Iterator[Problem]:
    for number, wanted in left_behind(lines):
        yield _left_behind(document.file, lines, number, wanted)


# What may be found in a file, by a fast look at its text, and how it is told.
_LOOKS: tuple[tuple[Callable[[str], bool], Callable[[Document, list[str], Schemas], Iterator[Problem]]], ...] = (
    (may_have_fold_signs, _all_fold_signs),
    (may_hold, _all_held),
    (may_go_on, _all_longer),
    (may_leave_behind, _all_left_behind),
)


def _left_behind(file: str, lines: list[str], number: int, wanted: int) -> Problem:
    """Return that the name of a list stands further to the left than its items, which fit in the item above."""
    row, first = lines[number - 1], lines[number]
    column = indent_of(row)
    message = f"De lijst onder '{row.strip().rstrip(':')}' springt {indent_of(first) - column} spaties in, net zo ver als bij het onderdeel erboven."
    hint = (
        f"hoort de lijst bij het onderdeel erboven? Schrijf, {where(wanted)}: {row.strip()} Hoort zij daar niet bij? Laat haar "
        f"streepjes dan beginnen {where(column + 2)}: {shown(first)}"
    )
    return source_rules.form(file, number, column + 1, message, hint)


def _going_on(file: str, lines: list[str], first: int, last: int) -> Problem:
    """Return that a text of one line goes on below it: two texts, of which the second may have lost its name."""
    head, row = lines[first - 1], lines[first]
    name = head.strip().removeprefix("- ").partition(":")[0]
    whole = shown(" ".join(each.strip() for each in lines[first - 1 : last]))
    message = f"De tekst van '{name}' gaat hier verder, maar daar hoort één korte tekst op één regel."
    hint = (
        f"hoort dit bij '{name}'? Zet alles op regel {first}: {whole} Is het een eigen veld? Zet er dan de naam van dat veld "
        f"boven, {where(column_of(head))}, zoals: toelichting: >-"
    )
    return source_rules.field_in_text(file, first + 1, indent_of(row) + 1, message, hint)


def _is_known(document: Document, found: Swallowed, schemas: Schemas) -> bool:
    """Return whether the item of a text, or one around it, can have the field that a line looks like."""
    place = Place(found.block.head, found.block.column + 1)
    path = next((path for path, at in document.keys.items() if at == place), "")
    return found.dash or not found.name or found.name in schemas.names_around(document.data, path)


def _problem(document: Document, lines: list[str], found: Swallowed, schemas: Schemas) -> Problem:
    row = lines[found.line - 1]
    column = indent_of(row) + 1
    trial = Trial(lines, document.file, schemas, found.line)
    if not found.name:
        return _dash_in_text(document.file, lines, found, trial, schemas)
    what = "een onderdeel van een lijst" if found.dash else "een veld"
    message = f"In de tekst van '{found.block.name}' staat een regel die op {what} lijkt. Zo hoort hij bij de tekst."
    edit = _first_right(_ways_out(lines, found, schemas), trial)
    if edit is None and (left := _head_moved(lines, found, trial)):
        problem = source_rules.form(document.file, left.first, left.column, left.message, left.todo)
        return replace(problem, repair=repair_of(lines, left))
    aside = "Is het tekst? Zet de woorden dan achter die op de regel erboven."
    todo = f"laat de regel even ver beginnen als '{found.block.name}', {where(found.block.column)}: {shown(row)}"
    if edit:
        todo = edit.todo
    hint = f"is het {what}? {capital(todo)} {aside}"
    repair = repair_of(lines, edit) if edit and _is_sure(lines, found) else None
    return source_rules.field_in_text(document.file, found.line, column, message, hint, repair)


def _first_right(edits: Iterable[Correction], trial: Trial) -> Correction | None:
    """Return the first of the changes that makes the file right."""
    return next((each for each in edits if trial.data(each.first, each.old, each.new) is not None), None)


def _dash_in_text(file: str, lines: list[str], found: Swallowed, trial: Trial, schemas: Schemas) -> Problem:
    """Return that a line of a text begins with a dash: a list without a name, or a dash in the middle of a sentence."""
    sign = lines[found.line - 1].split()[0]
    if sign != "-":
        return _sign_in_text(file, lines, found, sign)
    message = f"In de tekst van '{found.block.name}' begint deze regel met een streepje. Op de site staat dat midden in de tekst."
    hint = "haal het streepje weg, en maak er een zin van. Is het een opsomming? Geef dan elk punt een eigen onderdeel in een lijst."
    named = _with_heading(lines, found, schemas.lists_of_ids)
    if edit := _first_right(named, trial):
        hint = f"is het een lijst? {capital(edit.todo)} Is het tekst? Haal dan het streepje weg."
    return source_rules.field_in_text(file, found.line, indent_of(lines[found.line - 1]) + 1, message, hint)


def _sign_in_text(file: str, lines: list[str], found: Swallowed, sign: str) -> Problem:
    """Return that a line of a text begins with the sign of a list, a heading or a table, which runs on in a sentence."""
    what, hint = f"begint deze regel met '{sign}'", "haal het teken weg, en maak er een zin van."
    hint += " Is het een opsomming? Geef dan elk punt een eigen onderdeel in een lijst."
    if sign[0] == "#":
        hint = "haal het # weg; een kop hoort in 'naam' of 'titel'."
    if sign[0] == "|":
        what = "staat een tabel"
        hint = "haal de tabel weg uit de tekst, en zet de cijfers in 'cijfers' of 'metingen'."
    message = f"In de tekst van '{found.block.name}' {what}. Op de site staat dat midden in de tekst."
    return source_rules.field_in_text(file, found.line, indent_of(lines[found.line - 1]) + 1, message, hint)


def _is_sure(lines: list[str], found: Swallowed) -> bool:
    """Return whether no sentence can look like the line: a list or group in brackets, or the name of a list."""
    value = lines[found.line - 1].partition(":")[2].strip()
    return not value or value[0] in "[{" or value.isdigit()


def _ways_out(lines: list[str], found: Swallowed, schemas: Schemas) -> Iterator[Correction]:
    """Yield the changes that take lines out of a text: with the name of a list above them, or further to the left."""
    if found.dash:
        if found.block.name in schemas.lists:
            row = lines[found.block.head - 1]
            head = row[: row.index(":") + 1]
            todo = (
                f"haal het teken achter '{found.block.name}:' weg. Schrijf op regel {found.block.head}: {shown(head)}"
            )
            yield Correction(found.block.head, 1, (head,), "", todo, 1)
        yield from _with_heading(lines, found, schemas.lists)
    first, last = found.line, max(number for number in found.block.rows if lines[number - 1].strip())
    for column in _columns_out(lines, found):
        for end in dict.fromkeys((last, first)):
            yield _moved_out(lines, first, end, column)


def _head_moved(lines: list[str], found: Swallowed, trial: Trial) -> Correction | None:
    """Return the change that moves a text with its field to the right, so that it no longer takes in what follows."""
    head, last = found.block.head, found.line - 1
    old = lines[head - 1 : last]
    for off in (2, 4, 6, 8):
        new = shifted(old, off)
        message = f"'{found.block.name}' springt {off} spaties te weinig in, met de tekst die erbij hoort."
        todo = f"zet {off} spaties voor regel {head} tot en met {last}; de eerste begint dan {where(indent_of(new[0]))}: {shown(new[0])}"
        if trial.data(head, len(old), new) is not None:
            return Correction(head, len(old), new, message, todo, 1, indent_of(old[0]) + 1)
    return None


def _moved_out(lines: list[str], first: int, last: int, column: int) -> Correction:
    old = lines[first - 1 : last]
    off = indent_of(old[0]) - column
    new = tuple(" " * max(0, indent_of(row) - off) + row.lstrip(" ") for row in old)
    todo = f"laat regel {first} tot en met {last} {off} spaties eerder beginnen; de eerste {where(column)}: {shown(new[0])}"
    if first == last:
        todo = f"laat de regel beginnen {where(column)}: {shown(new[0])}"
    return Correction(first, len(old), new, "", todo, 1)


def _columns_out(lines: list[str], found: Swallowed) -> list[int]:
    """Return where the field of a text and the fields around it begin, the nearest first."""
    columns = [found.block.column]
    for number in range(found.block.head - 1, 0, -1):
        row = lines[number - 1]
        if row.strip() and indent_of(row) < columns[-1]:
            columns.append(indent_of(row))
            if column_of(row) not in columns and column_of(row) < columns[0]:
                columns.insert(-1, column_of(row))
    return columns


def _with_heading(lines: list[str], found: Swallowed, lists: tuple[str, ...]) -> Iterator[Correction]:
    row = lines[found.line - 1]
    for column in _columns_out(lines, found):
        for name in lists_for(row, lists):
            todo = f"zet boven deze regel, {where(column)}: {name}:"
            yield Correction(found.line, 1, (f"{' ' * column}{name}:", row), "", todo, 1)
