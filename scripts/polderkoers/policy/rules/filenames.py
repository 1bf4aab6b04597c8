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
from polderkoers.policy.model.kinds import file_id
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
    folder = PurePosixPath("data") / entry.file.kind.folder
    # A catalogue is found by its fixed name; roles.yaml keeps the English name by which every instance knows it.
    wanted_id = path.stem if entry.file.kind.folder else file_id(entry.file.soortnaam)
    if entry.item.id != wanted_id or path.stem != wanted_id:
        yield _other_name(entry, path, wanted_id, context)
    if path.parent != folder:
        new = str(folder / path.name)
        yield Finding(
            entry,
            "/soort",
            f"Een bestand van de soort '{entry.file.soort}' hoort in de map {folder}.",
            f"verplaats het bestand naar {folder}/.",
            rename=_if_free(new, context),
        )


def _if_free(path: str, context: Context) -> str:
    """Return the path of a file, or nothing when there is one already."""
    return "" if path in context.names else path


def _other_name(entry: Entry, path: PurePosixPath, wanted_id: str, context: Context) -> Finding:
    id_ = entry.item.id
    message = f"Het bestand heet '{path.name}', maar het id is '{id_}'."
    if not entry.file.kind.folder:
        return _catalogue(entry, path, wanted_id, context)
    new = str(path.with_name(f"{id_}.yaml"))
    if _ID.fullmatch(wanted_id):
        hint, certain = _which(id_, wanted_id, context)
    else:
        # A name with capitals, blanks or a number of a copy is no id; the one in the file is.
        certain = slug(_COPY.sub("", re.sub(r"\.ya?ml$", "", path.stem))) == id_
        hint = f"noem het bestand {id_}.yaml. Een bestandsnaam heeft alleen kleine letters, cijfers en streepjes."
    return Finding(entry, "/id", message, hint, rename=_if_free(new, context) if certain else "")


def _which(id_: str, name: str, context: Context) -> tuple[str, bool]:
    """Return which of an id and a name of a file must follow the other, and whether it is certain that the id stays."""
    if context.known(id_) and not context.known(name):
        return f"noem het bestand {id_}.yaml: aan het id verandert niets, want andere plekken gebruiken het.", True
    if context.known(name) and not context.known(id_):
        return f"schrijf: id: {name}. Een id verander je niet, want andere plekken gebruiken het.", False
    hint = (
        f"maak ze gelijk. Is het bestand nieuw of hernoemd? Noem het dan {id_}.yaml. Is het id veranderd? Schrijf dan weer "
        f"id: {name}"
    )
    return hint, False


def _catalogue(entry: Entry, path: PurePosixPath, wanted: str, context: Context) -> Finding:
    """Return what a catalogue must be called: it is found by its name alone, and its id is the same."""
    message = f"Het bestand heet '{path.name}', maar het id is '{entry.item.id}'."
    new = str(path.with_name(f"{wanted}.yaml"))
    if entry.item.id == wanted:
        hint = f"noem het bestand {wanted}.yaml."
        return Finding(entry, "/id", message, hint, rename=_if_free(new, context))
    if path.stem == wanted:
        return Finding(entry, "/id", message, f"schrijf: id: {wanted}", swap=(entry.item.id, wanted))
    message = f"Een bestand van de soort '{entry.file.soort}' heet {wanted}.yaml, en zijn id is {wanted}."
    return Finding(entry, "/id", message, f"maak ze gelijk: id: {wanted}, in een bestand dat {wanted}.yaml heet.")
