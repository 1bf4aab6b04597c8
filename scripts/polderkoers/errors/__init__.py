"""The exceptions of this package; each builds its own message in Dutch, and the command line prints it."""

from __future__ import annotations

from polderkoers.errors.base import (
    DEBUG,
    PolderkoersError,
)
from polderkoers.errors.disk import (
    FilesUnwritable,
    NotWritten,
    SystemRefuses,
)
from polderkoers.errors.history import (
    CloneShallow,
    ContentOther,
    GitMissing,
    HistoryUnreadable,
    ListUnreadable,
    NoRepository,
    NothingCommitted,
    ObjectsMissing,
    OwnerOther,
    RepositoryAround,
    RepositoryBroken,
    SchemasMissing,
    TextNowhere,
    VersionUnknown,
)
from polderkoers.errors.use import (
    AdoptionRefused,
    BugFound,
    CatalogueEmpty,
    FileThere,
    FolderMissing,
    IdWrong,
    MomentWrong,
    NotInData,
    PartyUnknown,
    RuleUnknown,
    SchemaBroken,
    SubjectUnknown,
    UsedWrongly,
)

__all__ = [
    "DEBUG",
    "AdoptionRefused",
    "BugFound",
    "CatalogueEmpty",
    "CloneShallow",
    "ContentOther",
    "FileThere",
    "FilesUnwritable",
    "FolderMissing",
    "GitMissing",
    "HistoryUnreadable",
    "IdWrong",
    "ListUnreadable",
    "MomentWrong",
    "NoRepository",
    "NotInData",
    "NotWritten",
    "NothingCommitted",
    "ObjectsMissing",
    "OwnerOther",
    "PartyUnknown",
    "PolderkoersError",
    "RepositoryAround",
    "RepositoryBroken",
    "RuleUnknown",
    "SchemaBroken",
    "SchemasMissing",
    "SubjectUnknown",
    "SystemRefuses",
    "TextNowhere",
    "UsedWrongly",
    "VersionUnknown",
]
