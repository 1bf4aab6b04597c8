"""What may be kept: names, texts and files of people are looked at before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from polderkoers.errors.werkbank import FileRefused, PersonUnknown, ProposalUnknown, TextRefused
from polderkoers.policy.file_names import by_beginning
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.tree import MAX_BYTES
from polderkoers.werkbank.store.values import Person

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60
_PATH = re.compile(r"data(/[a-z0-9]+(-[a-z0-9]+)*)+\.yaml")
_MAIL = re.compile(r"[^\s<>@]+@[^\s<>@]+")
_LONGEST_LINE, _LONGEST_TEXT = 200, 10_000
_MOST_FILES = 500
# Of the signs that a text may hold: line breaks and tabs are those of people, other control signs of programs.
_PLAIN_CONTROL = frozenset("\n\t")
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def known_id(name: str) -> str:
    """Return the id of a proposal. Raises `ProposalUnknown` for what cannot be one."""
    if len(name) > _LONGEST_ID or not _ID.fullmatch(name):
        raise ProposalUnknown
    return name


def slug_of(title: str) -> str:
    """Return an id made of a title, at most 48 signs long."""
    words = slug(title).split("-")
    while len("-".join(words)) > _LONGEST_ID - 12 and len(words) > 1:
        words.pop()
    return "-".join(words)[: _LONGEST_ID - 12].strip("-") or "voorstel"


def one_line(text: str, what: str, *, may_be_empty: bool = False) -> str:
    """Return a text of one line without blanks around it; `what` names it. Raises `TextRefused`."""
    found = _plain(text, what)
    if "\n" in found or "\t" in found:
        raise TextRefused(f"{what} staat op meer dan één regel.", "zet alles op één regel.")
    if not found and not may_be_empty:
        raise TextRefused(f"{what} is leeg.", "vul dit in.")
    if len(found) > _LONGEST_LINE:
        raise TextRefused(f"{what} is te lang.", f"gebruik hoogstens {_LONGEST_LINE} tekens.")
    return found


def more_lines(text: str, what: str, *, may_be_empty: bool = True) -> str:
    """Return a text that may have lines. Raises `TextRefused`."""
    found = _plain(text, what)
    if not found and not may_be_empty:
        raise TextRefused(f"{what} is leeg.", "vul dit in.")
    if len(found) > _LONGEST_TEXT:
        raise TextRefused(f"{what} is te lang.", f"gebruik hoogstens {_LONGEST_TEXT} tekens.")
    return found


def _plain(text: str, what: str) -> str:
    found = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in _PLAIN_CONTROL for sign in found):
        raise TextRefused(f"In {what[:1].lower()}{what[1:]} staan onzichtbare tekens.", "typ de tekst opnieuw.")
    if _OVERRIDES & {*found} or "\u2028" in found or "\u2029" in found:
        raise TextRefused(f"In {what[:1].lower()}{what[1:]} staan onzichtbare tekens.", "typ de tekst opnieuw.")
    return found


def known_person(who: Person) -> Person:
    """Return a person whose name and address can stand in a commit. Raises `PersonUnknown`."""
    name = " ".join(who.name.split())
    is_plain = not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name)
    if not name or not is_plain or {*"<>"} & {*name} or len(name) > _LONGEST_LINE or not _MAIL.fullmatch(who.mail):
        raise PersonUnknown
    return Person(name, who.mail)


def known_files(files: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """Return files by path, of which each is one that the model knows and holds text. Raises `FileRefused`."""
    if len(files) > _MOST_FILES:
        raise FileRefused("Dit zijn te veel bestanden voor één keer bewaren.", "bewaar vaker.")
    for file, content in files.items():
        _known_path(file)
        if content is not None:
            _known_content(file, content)
    return dict(files)


def _known_path(file: str) -> None:
    folder = PurePosixPath(file).parent.relative_to("data").as_posix() if _PATH.fullmatch(file) else None
    if folder is None or folder.replace(".", "") not in _folders():
        raise FileRefused("Dit is geen bestand van het beleid.", "kies een onderdeel van het beleid, en verander dat.")


def _known_content(file: str, content: bytes) -> None:
    if len(content) > MAX_BYTES:
        raise FileRefused(f"{file} wordt groter dan 1 MB.", "verdeel de tekst over meer bestanden.")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileRefused(f"{file} is geen tekst.", "typ de tekst opnieuw.") from error
    if "\0" in text or by_beginning(content):
        raise FileRefused(f"{file} is geen tekst.", "typ de tekst opnieuw.")


def _folders() -> frozenset[str]:
    """Return the folders below data/ in which files of the model stand; an empty one is data/ itself."""
    return frozenset(kind.kind.folder for kind in KINDS.values())
