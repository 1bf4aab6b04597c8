"""What an editor such as VS Code or PyCharm needs to explain and check the data while someone types."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import file_id
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import own_schemas, schema_folder, schemas_in

# Where an instance keeps the schemas of its engine for an editor. Git does not keep them: each command writes them anew.
KEPT = ".polderkoers/schema"


@dataclass(frozen=True)
class EditorKind:
    """A kind of file as an editor finds it: its name, its title, and the folder or the one file that it stands in."""

    name: str
    title: str
    path: str
    folder: bool


def kinds(schemas: Schemas) -> tuple[EditorKind, ...]:
    """Return the kinds of file: those of policy first, then the lists that there is one of."""
    policy = [name for name, kind in KINDS.items() if kind.kind.folder and name in schemas.kinds]
    lists = sorted(name for name, kind in KINDS.items() if not kind.kind.folder and name in schemas.kinds)
    return (
        *(
            EditorKind(name, schemas.schema(name)["title"], f"data/{KINDS[name].kind.folder}", folder=True)
            for name in policy
        ),
        *(
            EditorKind(name, schemas.schema(name)["title"], f"data/{file_id(name)}.yaml", folder=False)
            for name in lists
        ),
    )


def keep_schemas(root: Path) -> None:
    """Put the schemas of the engine where the editors of an instance look for them; nothing where a root has its own.

    What cannot be written is no error: the editor then explains less.
    """
    if own_schemas(root):
        return
    with suppress(OSError):
        folder, wanted = root / KEPT, schemas_in(schema_folder())
        if folder.is_dir() and schemas_in(folder) == wanted:
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in wanted.items():
            (folder / name).write_bytes(content)
