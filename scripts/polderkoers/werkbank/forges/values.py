"""What handing in takes and gives: the forge with its secret, the proposal as it goes there, and where it is then."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class ForgeKind(Enum):
    """What a forge is, or what is done without one."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    BUNDLE = "bundel"
    NONE = "geen"


@dataclass(frozen=True)
class ForgeToken:
    """A secret of a forge; whoever prints or logs it sees nothing of it."""

    secret: str = field(default="", repr=False)

    def __str__(self) -> str:
        return "(geheim)"

    def __bool__(self) -> bool:
        return bool(self.secret)


@dataclass(frozen=True)
class ForgePlace:
    """A project on a forge.

    `address` is what Git pushes to, `web` the address of the forge itself without a path (https://github.com), empty for a folder, and
    `project` the path of the project on it (polderdam/beleid). `api` is where its interface for programs is.
    """

    kind: ForgeKind
    address: str = ""
    web: str = ""
    project: str = ""
    api: str = ""
    token: ForgeToken = field(default_factory=ForgeToken)


@dataclass(frozen=True)
class Handing:
    """A proposal as it is handed in: its commit goes to `branch`, to be merged into `main`; `body` is the report in Markdown."""

    root: Path
    tip: str
    branch: str
    main: str
    title: str
    body: str

    @property
    def topic(self) -> str:
        """The name by which a forge knows it again."""
        return self.branch.replace("/", "-")
