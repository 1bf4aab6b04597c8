"""Een bestand heet naar zijn id en staat in de map van zijn soort.

Zo vindt iedereen het terug. Een kernopgave met id fijn-wonen staat in data/kernopgaven/fijn-wonen.yaml. Een bestand met
een andere uitgang dan .yaml komt niet op de site: niemand leest het.

Fout:

    id: prettig-wonen

Goed:

    id: fijn-wonen
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from polderkoers.policy.index import Entry
from polderkoers.policy.model.catalogues import Rollen
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.schema_rules.naming import slug

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COPY = re.compile(r"( ?\(\d+\)| - kopie.*| - copy.*|-kopie| kopie)$", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every file with another name or folder than its id and kind ask."""
    for entry in context.policy.entries.values():
        if entry.is_file:
            yield from _check(entry, context)


def _check(entry: Entry, context: Context) -> Iterator[Finding]:
    path = PurePosixPath(entry.file.file)
    folder = PurePosixPath("data") / entry.file.map
    # A catalogue is found by its fixed name; roles.yaml keeps the English name that the design gives it.
    wanted_id = path.stem if entry.file.map else ("roles" if isinstance(entry.file, Rollen) else entry.file.soortnaam)
    if entry.item.id != wanted_id or path.stem != wanted_id:
        yield _other_name(entry, path, wanted_id, context)
    if path.parent != folder:
        new = str(folder / path.name)
        yield Finding(
            entry,
            "/soort",
            f"Een bestand van de soort '{entry.file.soort}' hoort in de map {folder}.",
            f"verplaats het bestand naar {folder}/.",
            rename="" if new in context.names else new,
        )


def _other_name(entry: Entry, path: PurePosixPath, wanted_id: str, context: Context) -> Finding:
    id_ = entry.item.id
    message = f"Het bestand heet '{path.name}', maar het id is '{id_}'."
    if not entry.file.map:
        hint = f"maak ze gelijk: id: {wanted_id}, in een bestand dat {wanted_id}.yaml heet."
        return Finding(entry, "/id", message, hint)
    if _ID.fullmatch(wanted_id):
        hint = f"maak ze gelijk: id: {wanted_id}, of noem het bestand {id_}.yaml."
        return Finding(entry, "/id", message, hint)
    new = str(path.with_name(f"{id_}.yaml"))
    # A name with capitals, blanks or a number of a copy is no id; the one in the file is.
    same = slug(_COPY.sub("", path.stem)) == id_
    return Finding(
        entry,
        "/id",
        message,
        f"noem het bestand {id_}.yaml. Een bestandsnaam heeft alleen kleine letters, cijfers en streepjes.",
        rename=new if same and new not in context.names else "",
    )
