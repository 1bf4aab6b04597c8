"""Writes made-up data with comments as YAML in many ways, as many hands would: the same thing, never in the same form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

PLAIN = re.compile(r"[a-z]{4,}( [a-z]+)*")


@dataclass
class Made:
    """A value with what stands around it: a blank line and comments above, a comment behind, comments below its last entry."""

    value: Any
    blank: bool = False
    above: list[str] = field(default_factory=list)
    behind: str = ""
    below: list[str] = field(default_factory=list)

    def data(self) -> Any:
        """Return the bare data."""
        if isinstance(self.value, dict):
            return {key: item.data() for key, item in self.value.items()}
        return [item.data() for item in self.value] if isinstance(self.value, list) else self.value

    def comments(self) -> list[str]:
        """Return all comments in and around the value."""
        items = list(self.value.values() if isinstance(self.value, dict) else self.value) if self.holds() else []
        inner = [comment for item in items for comment in item.comments()]
        return [*self.above, *([self.behind] if self.behind else []), *inner, *self.below]

    def holds(self) -> bool:
        """Return whether the value is a mapping or list with something in it."""
        return isinstance(self.value, dict | list) and bool(self.value)


SIGNS = st.sampled_from(
    list("aZé9 \n\t:#-?,[]{}&*!|>'\"%@`~=<\\/.…’“€()_+\u00a0\u00ad\u200b\u2028\x85\x07\ufeff\ufffd😀")
)
WORDS = st.sampled_from(
    (
        *("yes", "no", "On", "y", "null", "~", "true", "17:30", "09:30", "2012-09-30", "2012-09", "1.0", "1.2.3", "010", "0x1F"),
        *("1_000", "1e5", "=", "<<", "-", "- a", "? a", "a: b", "a #b", "a:", ":a", "#a", ".inf", "", " ", "---", "...", "a  b"),
        *("thema's", "Een. Twee, ca. 5%.", "een\ntwee", "een\n\ntwee\n", "\neen", "een \ntwee", "een\n twee", "0o17"),
    )
)  # fmt: skip
LONG = st.lists(
    st.sampled_from(["Woord.", "woord", "een: twee", "#drie", "(vier)", "ca.", "vijf  zes", "x" * 130]), min_size=15
).map(" ".join)
TEXTS = st.one_of(st.text(SIGNS, max_size=12), WORDS, LONG, st.lists(LONG, max_size=3).map("\n".join))
NUMBERS = st.one_of(st.integers(-(10**18), 10**18), st.integers(-99999, 99999).map(lambda number: number / 100))
SCALARS = st.one_of(TEXTS, NUMBERS, st.booleans(), st.none())
KEYS = st.one_of(
    st.sampled_from(["id", "naam", "bron", "plek", "doelen", "no", "2012", "a b", "x: y", "één"]),
    st.text(SIGNS, max_size=6),
)
COMMENTS = st.lists(st.sampled_from(["# een", "#twee", "# drie: [", "#"]), max_size=2)


@st.composite
def made(draw: Any, depth: int = 3, *, item: bool = False) -> Made:
    """Make a value of at most `depth` levels with comments around it."""
    shape = draw(st.sampled_from(["scalar", "mapping", "list"])) if depth else "scalar"
    value: Any
    if shape == "mapping":
        value = {key: draw(made(depth - 1)) for key in draw(st.lists(KEYS, max_size=4, unique=True))}
    elif shape == "list":
        value = [draw(made(depth - 1, item=True)) for _ in range(draw(st.integers(0, 4)))]
    else:
        value = draw(SCALARS)
    found = Made(
        value, draw(st.booleans()), draw(COMMENTS), below=draw(COMMENTS) if value and shape != "scalar" else []
    )
    # Behind a dash that a group or list follows there is no place of its own for a comment.
    if not (item and found.holds()):
        found.behind = draw(st.sampled_from(["", "", "# achter"]))
    return found


@st.composite
def made_file(draw: Any) -> Made:
    """Make a mapping with at least one field, as a file is."""
    fields = {key: draw(made()) for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))}
    return Made(fields, below=draw(COMMENTS))


def sloppy(top: Made, seed: int) -> str:
    """Return a made-up file as text, in a form that only the seed decides."""
    dice = Random(seed)  # noqa: S311 - a test needs no secrets
    lines = _Sloppy(dice).block(top, 0)
    if dice.random() < 0.2:
        lines.insert(0, "---")
    text = "\n".join(lines) + "\n" * dice.randint(0, 3)
    text = ("\ufeff" if dice.random() < 0.2 else "") + text
    return text.replace("\n", "\r\n") if dice.random() < 0.2 else text


class _Sloppy:
    def __init__(self, dice: Random) -> None:
        self._dice = dice

    def block(self, made: Made, indent: int) -> list[str]:
        """Return the lines of a collection in block style."""
        lines: list[str] = []
        pad = " " * indent
        pairs = made.value.items() if isinstance(made.value, dict) else ((None, item) for item in made.value)
        for key, item in pairs:
            lines += [""] * (self._dice.randint(1, 3) if item.blank else 0)
            lines += [pad + comment for comment in item.above]
            lines += self._entry(
                "-" if key is None else f"{self._text(key, key=True)}:", item, indent, in_list=key is None
            )
        return lines + [pad + comment for comment in made.below]

    def _entry(self, head: str, item: Made, indent: int, *, in_list: bool) -> list[str]:
        # One blank before a comment could make it a part of a text.
        pad, behind = " " * indent, f"  {item.behind}" if item.behind else ""
        if not item.holds():
            first, *rest = self._scalar(item.value, indent + 1 + self._dice.randint(0, 2))
            return (
                [f"{pad}{head} {first}{behind}", *rest]
                if first[:1] in "|>"
                else self._behind([f"{pad}{head} {first}", *rest], behind)
            )
        if self._dice.random() < 0.4:
            first, *rest = self.flow(item, indent + 1)
            if behind and self._dice.random() < 0.5:
                return [f"{pad}{head} {first}{behind}", *rest]
            return self._behind([f"{pad}{head} {first}", *rest], behind)
        compact = isinstance(item.value, list) and not in_list and not item.below and head != "-"
        deeper = indent + (0 if compact and self._dice.random() < 0.5 else self._dice.randint(2, 4))
        inner = self.block(item, deeper)
        if in_list and inner[0].strip() and not inner[0].lstrip().startswith("#"):
            return [f"{pad}-" + inner[0][indent + 1 :], *inner[1:]]
        return [f"{pad}{head}{behind}", *inner]

    def flow(self, made: Made, indent: int) -> list[str]:
        """Return the lines of a collection in flow style; the comma stands at the end of the entry's own line."""
        opening, closing = "{}" if isinstance(made.value, dict) else "[]"
        lines = [opening]
        pairs = list(made.value.items()) if isinstance(made.value, dict) else [(None, item) for item in made.value]
        for number, (key, item) in enumerate(pairs):
            lines += [""] * item.blank + [
                " " * self._dice.randint(indent, indent + 3) + comment for comment in item.above
            ]
            head = "" if key is None else f"{self._text(key, key=True)}: "
            inner = self.flow(item, indent + 1) if item.holds() else [self._flow_scalar(item.value)]
            inner[0] = " " * indent + head + inner[0]
            inner[-1] += "," if number + 1 < len(pairs) or self._dice.random() < 0.3 else ""
            lines += self._behind(inner, f"  {item.behind}" if item.behind else "")
        lines += [" " * indent + comment for comment in made.below]
        # Without anything around its entries all can stand on one line.
        if not any("#" in line or not line for line in lines) and self._dice.random() < 0.5:
            return [" ".join(line.strip() for line in lines) + f" {closing}"]
        return [*lines, " " * indent + closing]

    def _behind(self, lines: list[str], behind: str) -> list[str]:
        return [*lines[:-1], lines[-1] + behind]

    def _scalar(self, value: Any, indent: int) -> list[str]:
        pad = " " * indent
        if isinstance(value, dict | list):
            return ["{}" if isinstance(value, dict) else "[]"]
        if isinstance(value, str) and self._dice.random() < 0.5 and _literal(value):
            return [
                "|" if value.endswith("\n") else "|-",
                *(pad + line if line else "" for line in value.removesuffix("\n").split("\n")),
            ]
        if isinstance(value, str) and self._dice.random() < 0.5:
            # A quoted text may go on below, at any single space.
            return re.sub(
                r"(?<=[^\s\\]) (?=[^\s\\])",
                lambda _: "\n" + pad if self._dice.random() < 0.2 else " ",
                self._double(value),
            ).split("\n")
        return [self._flow_scalar(value)]

    def _flow_scalar(self, value: Any) -> str:
        if isinstance(value, str):
            return self._text(value)
        if value is None:
            return self._dice.choice(["null", "~", "Null"])
        if isinstance(value, bool):
            return self._dice.choice([str(value), str(value).lower(), str(value).upper()])
        if isinstance(value, int):
            return str(value)
        if isinstance(value, dict | list):
            return "{}" if isinstance(value, dict) else "[]"
        # With three decimals it would look like thousands, which is refused.
        return self._dice.choice([f"{value:.2f}", f"{value:.4f}"])

    def _text(self, text: str, *, key: bool = False) -> str:
        if PLAIN.fullmatch(text) and text not in ("null", "true", "false") and self._dice.random() < 0.5:
            return text
        if text.isprintable() and text.isascii() and self._dice.random() < 0.5:
            return "'" + text.replace("'", "''") + "'"
        return self._double(text) if key or self._dice.random() < 0.7 else self._double(text, escape_all=True)

    def _double(self, text: str, *, escape_all: bool = False) -> str:
        signs = (
            f"\\U{ord(sign):08X}"
            if escape_all or not sign.isprintable()
            else json.dumps(sign, ensure_ascii=False)[1:-1]
            for sign in text
        )
        return '"' + "".join(signs) + '"'


def _literal(text: str) -> bool:
    """Return whether a text can be written as it is, below a bar."""
    lines = text.removesuffix("\n").split("\n")
    return all(line.isprintable() and line.strip(" ") and not line.startswith(" ") for line in lines)
