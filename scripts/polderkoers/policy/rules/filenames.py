"""Een bestand heet naar zijn id en staat in de map van zijn soort.

Zo vindt iedereen het terug. Een kernopgave met id fijn-wonen staat in data/kernopgaven/fijn-wonen.yaml. Een bestand met
een andere uitgang dan .yaml komt niet op de site: niemand leest het.

Fout:

    id: prettig-wonen

Goed:

    id: fijn-wonen
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from polderkoers.policy.model.catalogues import Rollen
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every file with another name or folder than its id and kind ask."""
    for entry in (entry for entry in context.policy.entries.values() if entry.is_file):
        path = PurePosixPath(entry.file.file)
        # A catalogue is found by its fixed name; roles.yaml keeps the English name that the design gives it.
        wanted_id = (
            path.stem if entry.file.map else ("roles" if isinstance(entry.file, Rollen) else entry.file.soortnaam)
        )
        if entry.item.id != wanted_id or path.stem != wanted_id:
            yield Finding(
                entry,
                "/id",
                f"Het bestand heet '{path.name}', maar het id is '{entry.item.id}'.",
                f"maak ze gelijk: id: {wanted_id}, of noem het bestand {entry.item.id}.yaml.",
            )
        folder = PurePosixPath("data") / entry.file.map
        if path.parent != folder:
            yield Finding(
                entry,
                "/soort",
                f"Een bestand van de soort '{entry.file.soort}' hoort in de map {folder}.",
                f"verplaats het bestand naar {folder}/.",
            )
