"""Properties of reading: any bytes are read or refused, and whatever was written is read back, at the place where it was written."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from polderkoers.policy.signs import HIDDEN
from polderkoers.policy.source import Document, Place, read
from polderkoers.policy.source.scalars import MAYBE_NO_TEXT
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem
from support.gemeente import INSTANCE
from support.made_up import CASES, ROOT
from support.tries import tries

sys.path.insert(0, str(ROOT))
from fuzz.loader import Run

# Generated data is large on purpose, and the machine of a test may be busy.
PROPERTY = settings(max_examples=tries(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
LINE_BREAK = re.compile(r"\r\n|\r|\n")
REAL = sorted((INSTANCE / "data").rglob("*.yaml")) + sorted((CASES / "_basis").rglob("*.yaml"))


def reading(content: bytes) -> Document | Problem:
    """Read bytes as a file of the data folder."""
    return read(DataFile("data/x.yaml", lambda: content))


# Pieces that mean something to YAML: random letters alone seldom get past the first line.
PIECES = st.sampled_from(
    ["a: ", "b:\n", "- ", "  ", "\n", "\r\n", "\r", "\t", "'", '"', "[", "]", "{", "}", ", ", ": ", "# ", "|", ">-", "!!str ", "&x ", "*x", "---\n",
     "...", "? ", "\\n", "\\e", "\\", "\x85", "\u2028", "\ufeff", "\u200b", "é", "😀", "1.5", "1e9", "true", "~", ".nan", "%YAML 1.2\n", "\0", "\x1b", "tekst"]
)  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode()),
    st.tuples(st.lists(PIECES, max_size=20), st.binary(max_size=5), st.sampled_from(["utf-8-sig", "utf-16", "latin-1"])).map(
        lambda parts: "".join(parts[0]).encode(parts[2], errors="replace") + parts[1]
    ),
)  # fmt: skip


@PROPERTY
@given(BYTES)
@example(b"\xef\xbb\xbf\xc3\xa9\xe9")
@example(b"als: [")
@example("a: 1\x85b: [\u2028".encode())
def test_any_bytes_give_a_document_or_a_problem_inside_the_file(content):
    """Whatever a file holds, it is read or refused, and every problem is at a place that is in the file."""
    found = reading(content)
    lines = LINE_BREAK.split(content.decode("utf-8-sig", errors="replace"))
    for problem in [found] if isinstance(found, Problem) else found.remarks:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert problem.message
        assert problem.hint


@PROPERTY
@given(BYTES)
def test_reading_twice_gives_the_same(content):
    """Reading depends on nothing but the bytes."""
    assert repr(reading(content)) == repr(reading(content))


# The letters of any language, and the signs that mean something to YAML. What nobody can see is refused, so it is left out.
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"))
LINES = st.text(st.one_of(SIGNS, st.sampled_from(list(" :#-'\"[]{},&*!|>%@`\\?~"))), max_size=12).filter(
    lambda text: not HIDDEN.search(text)
)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
VALUES = st.one_of(
    TEXTS, st.integers(-(10**20), 10**20), st.booleans(), st.none(), st.decimals(-99, 99, places=2).map(float)
)
DATA = st.dictionaries(
    LINES,
    st.recursive(VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LINES, inner, max_size=4), max_leaves=12),
    min_size=1,
    max_size=5,
)  # fmt: skip


@dataclass
class Writer:
    """Writes data as YAML in a style that `choose` picks anew for every value, and notes where it writes what."""

    choose: Any
    text: str = ""
    values: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)

    @property
    def here(self) -> Place:
        """The line and column of the next sign."""
        return Place(self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n"))

    def block(self, value: Any, pointer: str, indent: int) -> None:
        """Write a value from here on, its own lines at an indentation."""
        if not isinstance(value, dict | list) or not value or (pointer and self.choose(st.booleans())):
            self.flow(value, pointer, indent)
            return
        for place, (key, item) in enumerate(_items(value)):
            if place:
                self.text += (
                    "\n" + self.choose(st.sampled_from(["", "\n", f"{' ' * indent}# uitleg: [\n"])) + " " * indent
                )
            if not place:
                self.values[pointer] = self.here
            below = f"{pointer}/{_escaped(key)}"
            if isinstance(value, dict):
                self._key(key, below)
                self._behind(item, below, indent)
            else:
                self.text += "- "
                self.block(item, below, indent + 2)

    def _behind(self, item: Any, pointer: str, indent: int) -> None:
        """Write the value of a key: on the same line when it is no block, and else on lines of its own."""
        if isinstance(item, dict | list) and item and self.choose(st.booleans()):
            deeper = indent + self.choose(st.sampled_from([1, 2, 4]))
            self.text += "\n" + " " * deeper
            self.block(item, pointer, deeper)
        else:
            self.text += " "
            self.flow(item, pointer, indent)

    def _key(self, key: str, pointer: str) -> None:
        self.keys[pointer] = self.here
        self.text += f"{self._quoted(key)}:"

    def flow(self, value: Any, pointer: str, indent: int | None = None) -> None:
        """Write a value between brackets or as a scalar; with an indentation it may be a block text."""
        self.values[pointer] = self.here
        if not isinstance(value, dict | list):
            self.text += self._scalar(value, indent)
            return
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        self.text += opening
        for place, (key, item) in enumerate(_items(value)):
            self.text += ", " if place else ""
            below = f"{pointer}/{_escaped(key)}"
            if isinstance(value, dict):
                self._key(key, below)
                self.text += " "
            self.flow(item, below)
        self.text += closing

    def _scalar(self, value: Any, indent: int | None) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        if indent is not None and _fits_a_block(value) and self.choose(st.booleans()):
            keep = "-" if not value.endswith("\n") else "+"
            return f"|{keep}" + "".join(f"\n{' ' * (indent + 2)}{line}" if line else "\n" for line in value.split("\n"))
        return self._quoted(value)

    def _quoted(self, text: str) -> str:
        if (
            re.fullmatch(r"[a-z][a-z0-9 ]*[a-z0-9]", text)
            and text[0] not in MAYBE_NO_TEXT
            and self.choose(st.booleans())
        ):
            return text
        if "\n" not in text and self.choose(st.booleans()):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=self.choose(st.booleans()) and max(map(ord, text), default=0) < 0x10000)


def _items(value: dict[str, Any] | list[Any]) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else [(str(place), item) for place, item in enumerate(value)]


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _fits_a_block(text: str) -> bool:
    """Return whether a text can stand in a block without signs that say more: no end of lines, no indentation at the start."""
    return not text.endswith("\n") and text[:1] not in ("", " ", "\n", "#") and text == text.rstrip()


@settings(PROPERTY, max_examples=tries(300))
@given(DATA, st.data())
def test_what_is_written_is_read_back_at_its_place(data, chance):
    """Nested data in any mix of styles is read back as it was, with every key and value at its line and column."""
    writer = Writer(chance.draw)
    writer.block(data, "", 0)
    mark, end = chance.draw(st.sampled_from(["", "\ufeff"])), chance.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    found = reading((mark + (writer.text + "\n").replace("\n", end)).encode())
    assert isinstance(found, Document), (found, writer.text)
    assert found.remarks == ()
    assert repr(found.data) == repr(data)
    assert found.keys == writer.keys
    assert found.values == writer.values


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_places_in_the_real_data_point_at_the_text(path):
    """In every real file the place of a key is where its name stands, and the place of a value is where that begins."""
    found = reading(path.read_bytes())
    assert isinstance(found, Document)
    lines = LINE_BREAK.split(path.read_text(encoding="utf-8"))
    assert found.keys

    def text_at(place: Place) -> str:
        return lines[place.line - 1][place.column - 1 :]

    for pointer, place in found.keys.items():
        assert text_at(place).lstrip("'\"").startswith(pointer.rpartition("/")[2]), pointer
    for pointer, place in found.values.items():
        value = found.data
        for part in pointer.split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value[part]
        first = text_at(place)[:1]
        if isinstance(value, str) and first not in "'\"|>":
            assert value.startswith(text_at(place).split()[0].rstrip(",]}")), pointer
        elif isinstance(value, int | float) and not isinstance(value, bool):
            assert text_at(place).startswith(f"{value}"), pointer


def test_the_fuzzer_runs_and_finds_nothing_in_a_moment(tmp_path):
    """The fuzz target of the loader holds for the real files, the test cases and a few hundred mutations of them."""
    run = Run(seed=7, found=tmp_path / "found")
    run.run(seconds=3)
    assert run.executions > 100
    assert run.failures == {}
