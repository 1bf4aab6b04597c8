"""Which forge a project is on, from the environment and from where it was cloned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from polderkoers.changes.git_call import answers
from polderkoers.errors.werkbank import NotHandedIn
from polderkoers.werkbank.forges.values import ForgeKind, ForgePlace, ForgeToken

KIND, ADDRESS, TOKEN = "POLDERKOERS_FORGE", "POLDERKOERS_FORGE_ADRES", "POLDERKOERS_FORGE_TOKEN"
_KNOWN_HOSTS = {"github.com": ForgeKind.GITHUB, "gitlab.com": ForgeKind.GITLAB, "codeberg.org": ForgeKind.FORGEJO}
_WORDS = {**{kind.value: kind for kind in ForgeKind}, "gitea": ForgeKind.FORGEJO}
_BY_SSH = re.compile(r"(?:ssh://)?(?:[\w.-]+@)(?P<host>[\w.-]+)(?::\d+(?=/))?[:/](?P<path>[\w./~-]+)", re.ASCII)
_PROJECT = re.compile(r"[\w.~-]+(/[\w.~-]+)+", re.ASCII)
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CURE = (
    f"zet in {ADDRESS} het adres van het project, zoals https://github.com/polderdam/beleid, en de sleutel in {TOKEN}."
)


def forge_of(root: Path, environ: Mapping[str, str]) -> ForgePlace:
    """Return the forge of a project: as the environment says, and else by where the project was cloned from.

    Without either there is none, and proposals stay in the werkbank. Raises `NotHandedIn` for what cannot be used.
    """
    address = environ.get(ADDRESS, "") or answers(root, "remote", "get-url", "--push", "origin")
    word = environ.get(KIND, "")
    if word and word not in _WORDS:
        known = ", ".join(_WORDS)
        raise NotHandedIn(f"'{word}' in {KIND} is geen forge.", f"kies uit: {known}.")
    if not address or _WORDS.get(word) in (ForgeKind.NONE, ForgeKind.BUNDLE):
        return ForgePlace(_WORDS.get(word, ForgeKind.NONE))
    return place_at(address, _WORDS.get(word), ForgeToken(environ.get(TOKEN, "")))


def place_at(address: str, kind: ForgeKind | None = None, token: ForgeToken | None = None) -> ForgePlace:
    """Return the project at an address; a forge that is not known by its name must be told by its kind.

    Raises `NotHandedIn` for an address with a secret in it, or one that a token would go to in plain sight.
    """
    token = token or ForgeToken()
    web, project, host = _parts(address)
    kind = kind or _KNOWN_HOSTS.get(host, ForgeKind.NONE)
    if token and web.startswith("http:") and host not in _HERE:
        raise NotHandedIn("De sleutel zou onversleuteld over het netwerk gaan.", "gebruik een adres met https.")
    return ForgePlace(kind, address, web, project, _api(kind, web), token)


def _parts(address: str) -> tuple[str, str, str]:
    """Return the address of the forge, the path of the project on it, and its host."""
    if address.startswith(("http://", "https://")):
        parts = urlsplit(address)
        if parts.username or parts.password or parts.query or parts.fragment:
            raise NotHandedIn("Het adres van de forge bevat een naam of een geheim.", _CURE)
        return f"{parts.scheme}://{parts.netloc}", _project(parts.path), parts.hostname or ""
    if Path(address).is_absolute():
        return "", "", ""
    if found := _BY_SSH.fullmatch(address):
        return f"https://{found['host']}", _project(found["path"]), found["host"]
    raise NotHandedIn("Het adres van de forge is niet te begrijpen.", _CURE)


def _project(path: str) -> str:
    found = path.strip("/").removesuffix(".git")
    if not _PROJECT.fullmatch(found) or ".." in found:
        raise NotHandedIn("Het adres van de forge noemt geen project.", _CURE)
    return found


def _api(kind: ForgeKind, web: str) -> str:
    if kind is not ForgeKind.GITHUB:
        return ""
    return "https://api.github.com" if web == "https://github.com" else f"{web}/api/v3"
