"""The marks that Git leaves where two changes met and it could not tell which one stays."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues.clue import Clue, Stop

MARK = re.compile(r"^\s*(?:<{7}|\|{7}|>{7})(?: .*)?$|^\s*={7}$")
# Those that stand nowhere else: a line of seven equal signs underlines headings too.
SURE = re.compile(r"^[ \t]*(?:<{7}|>{7}) ", re.MULTILINE)


def find(stop: Stop) -> Clue | None:
    """Return that a file holds the marks of a conflict, at the first."""
    marked = [number for number, row in enumerate(stop.lines, start=1) if MARK.match(row)]
    if not marked:
        return None
    first = stop.lines[marked[0] - 1].split()[0]
    message = f"Hier staat een botsing van twee wijzigingen ({first}), die Git niet zelf kon samenvoegen."
    if len(marked) == 1:
        return Clue(marked[0], 1, message, f"haal regel {marked[0]} weg, en kijk of de regels eromheen kloppen.")
    numbers = f"{', '.join(map(str, marked[:-1]))} en {marked[-1]}"
    hint = f"kies wat blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg: regel {numbers}."
    return Clue(marked[0], 1, message, hint)
