"""Reading an amendment from a file: what is no amendment is refused at its line, whatever it holds."""

from __future__ import annotations

import json
import re

import pytest

from polderkoers.changes.amending.amendment import read_amendment
from polderkoers.errors import PolderkoersError
from polderkoers.website.layers import PAGES

CHANGE = {"kind": "changed", "ref": "wonen", "field": "titel", "old": "Wonen", "new": "Huis"}


def read(tmp_path, content, name="a.yaml"):
    """Write a file and read it as an amendment."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_amendment(path, name)


def in_json(*changes, **more):
    """Return a document as JSON."""
    return json.dumps({"titel": "T", "changes": changes, **more})


def test_an_amendment_says_who_hands_it_in(tmp_path):
    """Title, number, who, when and why are read; of a change may be left out what is nothing."""
    text = "titel: Huis\nnummer: A3\nindiener: Fractie\ndatum: 2026-03-12\ntoelichting: Zo heet het.\nchanges:\n- {kind: changed, ref: wonen, field: titel, old: Wonen, new: Huis}\n"
    found = read(tmp_path, text)
    assert (found.called, found.date, found.explanation) == ("A3, Huis (Fractie)", "2026-03-12", "Zo heet het.")
    assert found.changes[0]["key"] is None


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_and_a_mark_at_the_beginning_do_not_matter(tmp_path, ends):
    """A file of Windows is the same amendment."""
    text = "\ufefftitel: T\nchanges:\n- {kind: changed, ref: wonen, field: titel, old: Wonen, new: Huis}\n"
    assert read(tmp_path, text.replace("\n", ends)).changes[0]["new"] == "Huis"


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\ntitel: T\nchanges: [*b]\n"
YAML = [
    (BOMB, "a.yaml:1:"),
    ("titel: T\nchanges:\n- &een {kind: changed, ref: x, field: naam}\n- *een\n", "a.yaml:3:"),
    ("titel: T\n", "'changes' ontbreekt"),
    ("changes: []\n", "'titel' ontbreekt"),
    ("- titel: T\n", "Dit is geen amendement"),
    ("", "a.yaml:"),
    ("titel: T\ntitel: U\nchanges: []\n", "a.yaml:2:"),
    ("titel: T\nchanges: {kind: changed}\n", "changes"),
    ("titel: T\nchanges:\n- geen groep\n", "a.yaml:3:"),
    ("titel: T\nchanges:\n- {kind: verander, ref: x}\n", "verander"),
    ("titel: T\nchanges:\n- {kind: changed, ref: x, filed: naam}\n", "filed"),
    ("titel: T\nchanges:\n- {kind: changed, ref: x}\n", "bij changed hoort een 'field'"),
    ("titel: T\nchanges:\n- {kind: added, ref: x/y, new: {id: y}}\n", "hoort een 'to'"),
    ("titel: T\nchanges:\n- {kind: added, ref: x/y, to: {parent: x, list: doelen}}\n", "hoort een 'new'"),
    ("titel: T\nchanges:\n- {kind: added, ref: x/y, new: {id: y}, to: {parent: x}}\n", "hoort een 'list'"),
    ("titel: T\nchanges:\n- {kind: added, ref: x/y, new: {id: y}, to: {list: doelen}}\n", "hoort een 'parent'"),
    ("titel: T\nchanges:\n- {kind: removed, ref: x/y}\n", "hoort een 'old'"),
    ("titel: T\nchanges:\n- {kind: removed, ref: x/y, field: naam, old: {}}\n", "hoort geen 'field'"),
    ("titel: T\nchanges:\n- {kind: changed, ref: x, key: y, field: naam}\n", "hoort een 'block'"),
    ("titel: T\ndatum: gisteren\nchanges: []\n", "a.yaml:2:"),
    ("titel: !!python/object:os.system x\nchanges: []\n", "a.yaml:1:"),
    (b"\x89PNG\r\n", "a.yaml:1:"),
    (b"titel: \xff\xfe\nchanges: []\n", "a.yaml:1:"),
    (b"x" * 1_000_001, "te groot"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "words"), YAML, ids=range(len(YAML)))
def test_what_is_no_amendment_is_refused_at_its_line(tmp_path, content, words):
    """Bombs, wrong types, unknown fields and half changes give one line in Dutch with file, line and cure."""
    with pytest.raises(PolderkoersError) as refused:
        read(tmp_path, content)
    assert words in str(refused.value)
    assert "Hoe op te lossen" in str(refused.value)


JSON = [
    "",
    "[]",
    "null",
    '{"titel": "T", "changes": []',
    '{"titel": "T", "titel": "U", "changes": []}',
    in_json(CHANGE).replace('"Huis"', "NaN"),
    in_json(CHANGE).replace('"Huis"', '"\\ud800"'),
    in_json(CHANGE).replace('"Huis"', "[" * 60 + "]" * 60),
    in_json(CHANGE).replace('"Huis"', "[" * 100_000 + "]" * 100_000),
    in_json(CHANGE).replace('"Huis"', "9" * 5_000),
    in_json(CHANGE, skipped=[{"file": "data/x.yaml", "message": "stuk"}]),
    in_json({**CHANGE, "to": 3}),
    in_json({**CHANGE, "ref": {"a": 1}}),
    in_json({**CHANGE, "ref": ""}),
    in_json(CHANGE, indiener=["a"]),
]


@pytest.mark.parametrize("content", JSON, ids=range(len(JSON)))
def test_what_is_no_json_of_an_amendment_is_refused(tmp_path, content):
    """Wrong, doubled, deep, huge and half JSON gives a line in Dutch, and never a traceback."""
    with pytest.raises(PolderkoersError, match="Hoe op te lossen"):
        read(tmp_path, content, "a.json")


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    """A folder with the name of an amendment is told as what it is."""
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(PolderkoersError, match="kan niet worden gelezen"):
        read_amendment(tmp_path / "a.yaml", "a.yaml")


def test_the_example_for_editors_is_an_amendment(tmp_path):
    """What the page about amendments tells to type can be read as it stands there, with its second change too."""
    page = (PAGES / "meedoen" / "amendementen.md").read_text(encoding="utf-8")
    first, second = re.findall(r"<code>((?:titel:|  - kind:).*?)</code>", page, re.DOTALL)
    found = read(tmp_path, f"{first}\n{second}\n")
    assert [change["kind"] for change in found.changes] == ["changed", "added"]
    assert found.called == "A1, Meer huizen (Fractie Polderbelang)"
