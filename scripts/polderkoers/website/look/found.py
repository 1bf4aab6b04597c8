"""What stands in the files of a house style: tokens by one name for every form, each with its place, and faults in Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from polderkoers.errors import PolderkoersError
from polderkoers.website.look.reckon import reckoned

_REFERENCE = re.compile(r"\{([^{}]+)\}")
_VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*(.+))?\)", re.DOTALL)
_INSIDE = re.compile(r"\{([^{}]+)\}|var\(\s*--([\w-]+)\s*\)")
# What is still to be worked out: references, and what CSS and Token Studio reckon with.
_OPEN = re.compile(r"[{}]|var\(|calc\(|modify\(|color-mix\(|\(\s*from\b|\b(?:min|max|clamp)\(", re.IGNORECASE)
# So deep do references inside sums stand in no house style.
_DEEPEST = 10
_SIGN = re.compile(r"[.\s/_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")


class TokensUnusable(PolderkoersError):
    """A file with tokens is not there, cannot be read, or says something that leads nowhere."""

    def __init__(self, file: str, what: str, cure: str, line: int | None = None) -> None:
        place = f"{file}, regel {line}" if line else file
        super().__init__(f"De huisstijl kan niet gebruikt worden. In {place}: {what} Hoe op te lossen: {cure}")


@dataclass(frozen=True)
class HouseToken:
    """A token: its name as its file writes it, what stands there, the file, and how to find its line."""

    name: str
    value: str
    file: str
    find_line: Callable[[], int] = field(compare=False, repr=False)

    @property
    def line(self) -> int:
        """The line on which the value stands."""
        return self.find_line()


@dataclass
class HouseTokens:
    """The tokens of one look, by their bare names (`utrecht-document-color`)."""

    tokens: dict[str, HouseToken] = field(default_factory=dict)
    # Those that were asked for, or that one asked for refers to.
    used: set[str] = field(default_factory=set)
    # Those that were asked for and say something that we do not work out.
    unsaid: dict[str, HouseToken] = field(default_factory=dict)

    def layered(self, upper: HouseTokens) -> HouseTokens:
        """Return these tokens with others over them: where both have one, the upper one holds."""
        return HouseTokens({**self.tokens, **upper.tokens})

    def value_of(self, token: HouseToken) -> str | None:
        """Return what a token says in the end; None when that cannot be told, such as a sum of others.

        Raises `TokensUnusable` when it refers to a token that is not there, or to itself.
        """
        self.used.add(bare(token.name))
        found = self._resolved(token.value, token, frozenset({token.name}))
        if found is None:
            self.unsaid[bare(token.name)] = token
        return found

    def _resolved(self, value: str, asked: HouseToken, seen: frozenset[str]) -> str | None:
        value = value.strip()
        name, instead = _referred(value)
        if name is None:
            return self._worked_out(value, asked, seen)
        target = self.tokens.get(bare(name))
        self.used.add(bare(name))
        if target is not None and target.name not in seen:
            return self._resolved(target.value, asked, seen | {target.name})
        if target is None and instead:
            return self._resolved(instead, asked, seen)
        raise _leads_nowhere(asked, name, in_a_ring=target is not None)

    def _worked_out(self, value: str, asked: HouseToken, seen: frozenset[str]) -> str | None:
        """Return a value in which everything is said: as it stands, or as the outcome of a sum of lengths; None for any other."""
        if not value or not _OPEN.search(value):
            return value or None
        if len(seen) > _DEEPEST:
            return None
        inside = _INSIDE.sub(lambda part: self._part(part[1] or part[2], asked, seen), value)
        return reckoned(inside)

    def _part(self, name: str, asked: HouseToken, seen: frozenset[str]) -> str:
        """Return what a reference inside a sum says, between brackets; what makes it no sum when that is not known."""
        target = self.tokens.get(bare(name))
        if target is None or target.name in seen:
            return "?"
        self.used.add(bare(name))
        return f"({self._resolved(target.value, asked, seen | {target.name}) or '?'})"


def _referred(value: str) -> tuple[str | None, str]:
    """Return the name that a whole value refers to, or None, and what holds when there is no such token."""
    if reference := _REFERENCE.fullmatch(value):
        return reference[1].strip().removesuffix(".value").removesuffix(".$value"), ""
    if variable := _VARIABLE.fullmatch(value):
        return variable[1], variable[2] or ""
    return None, ""


def _leads_nowhere(asked: HouseToken, name: str, *, in_a_ring: bool) -> TokensUnusable:
    if in_a_ring:
        what, cure = f"{asked.name} verwijst via {name} naar zichzelf.", f"geef {name} een waarde."
    else:
        what = f"{asked.name} verwijst naar {name}, maar die token staat er niet."
        cure = "zet in mkdocs.yml bij theme: tokens: ook het bestand waar die token in staat."
    return TokensUnusable(asked.file, what, cure, asked.line)


def bare(name: str) -> str:
    """Return a name as we compare it: `utrecht.document.color`, `--utrecht-document-color` and `utrechtDocumentColor` are one."""
    return _CAMEL.sub("-", _SIGN.sub("-", name.strip().removeprefix("--"))).lower()


def first(found: HouseTokens, names: Iterable[str]) -> HouseToken | None:
    """Return the first token that is there and says something, of names in order of preference."""
    return next((found.tokens[name] for name in names if name in found.tokens), None)


def joined(parts: Iterable[tuple[str, str, Callable[[], int]]], file: str) -> HouseTokens:
    """Return tokens out of their names, values and places, in one file; an empty value is none."""
    tokens: Mapping[str, HouseToken] = {
        bare(name): HouseToken(name, value, file, find) for name, value, find in parts if value.strip()
    }
    return HouseTokens(dict(tokens))
