"""Puts a starting file in its place, without ever overwriting one."""

from __future__ import annotations

import re
from pathlib import Path

from polderkoers.errors import CatalogueEmpty, FileThere, IdFixed, IdWrong, KindNotUsed, ListThere, NotWritten
from polderkoers.policy.canonical.form import canonical
from polderkoers.policy.index import Policy
from polderkoers.policy.load import load
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.kinds import WRITTEN_BY_COMMANDS, file_id
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.policy.starter import starting_file
from polderkoers.policy.unfilled import unfilled

# Of every kind that is not written by commands a file can be begun. One without a folder is the only of its kind.
NEW_KINDS = {name: kind.kind.folder for name, kind in KINDS.items() if name not in WRITTEN_BY_COMMANDS}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def file_of(kind: str, id_: str) -> str:
    """Return the path of a file of a kind, relative to the root."""
    folder = NEW_KINDS[kind]
    if not folder:
        return f"data/{file_id(kind)}.yaml"
    return f"data/{folder}/{id_}.yaml"


def write_new(root: Path, kind: str, id_: str) -> tuple[str, int]:
    """Write a starting file of a kind under `root`; return its path, relative to the root, and how many places are to be filled.

    The only file of its kind has a name of its own, and needs no id. Raises `IdWrong`, `FileThere`, `ListThere`, `NotWritten`, or `CatalogueEmpty` when there is no document or theme to refer to.
    """
    only = file_id(kind)
    if only and id_ in ("", only):
        id_ = only
    elif only:
        raise IdFixed(kind, only)
    if not _ID.fullmatch(id_) or len(id_) > 80:
        raise IdWrong(id_)
    file = file_of(kind, id_)
    policy = load(root).policy
    if only and (root / file).exists():
        raise ListThere(file)
    # Files of all kinds share one space of ids, so that a reference needs no folder.
    there = policy.get(id_)
    if there is not None and not there.is_shipped:
        raise FileThere(there.file.file)
    if (root / file).exists():
        raise FileThere(file)
    used = _used(policy)
    if NEW_KINDS[kind] and used and kind not in used:
        raise KindNotUsed(kind, used)
    if not only and not (policy.of_kind("document") and policy.of_kind("thema")):
        raise CatalogueEmpty
    schemas = Schemas(root)
    text = starting_file(schemas, kind, id_)
    form = canonical(text, file, schemas)
    _write(root / file, file, form if isinstance(form, str) else text)
    document = parse(text, file)
    return file, len(unfilled(document)) if isinstance(document, Document) else 0


def _used(policy: Policy) -> tuple[str, ...]:
    """Return the kinds of policy that the organisation uses; none when it does not say."""
    return next((entry.item.soorten for entry in policy.of(Instelling)), ())


def _write(path: Path, file: str, text: str) -> None:
    """Write a new file whole or not at all. Raises `FileThere` or `NotWritten`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise FileThere(file) from error
    except OSError as error:
        raise NotWritten(file, error) from error
    try:
        with target:
            target.write(text)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise NotWritten(file, error) from error
