"""Reading YAML: the 1.2 core schema, and the place of everything."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.policy.source import Document, Place, parse, parse_carefully, read
from polderkoers.policy.source.quick import quick
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem
from support.made_up import ROOT, document


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"), ("off", "off"), ("yes", "yes"), ("no", "no"), ("nee", "nee"), ("y", "y"),
        ("17:30", "17:30"), ("2011-11-19", "2011-11-19"), ("1_000", "1_000"), ("2011", 2011), ("-5", -5), ("+5", 5),
        ("010", 10), ("0o17", 15), ("0x1F", 31), ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("true", True), ("True", True),
        ("FALSE", False), ("null", None), ("~", None), ("", None), ("Null", None), ('"1"', "1"), ("'true'", "true"),
        ('""', ""), ("0527", 527), ("a b", "a b"), ("12a", "12a"),
    ],
)  # fmt: skip
def test_scalars_follow_the_core_schema_of_yaml_1_2(text, value):
    """A plain scalar is what YAML 1.2 says it is, and a quoted one is always text."""
    found = document(f"a: {text}").data["a"]
    assert found == value
    assert type(found) is type(value)


def test_block_texts_are_folded_or_kept():
    """A folded text becomes one line per paragraph, and a literal one keeps its lines."""
    found = document("a: >-\n  een\n  twee\n\n  drie\nb: |\n  een\n  twee\n").data
    assert found == {"a": "een twee\ndrie", "b": "een\ntwee\n"}


def test_keys_values_and_list_items_have_their_place():
    """Every key, value and list item is found at its own line and column, also in flow style."""
    found = document("a: 1\nb:\n  - c: x\n    d: [p, {e: q}]\n")
    assert found.keys["/a"] == Place(1, 1)
    assert found.values["/a"] == Place(1, 4)
    assert found.values["/b/0"] == Place(3, 5)
    assert found.keys["/b/0/d"] == Place(4, 5)
    assert found.values["/b/0/d/1"] == Place(4, 12)
    assert found.values["/b/0/d/1/e"] == Place(4, 16)


def test_a_place_that_is_not_there_is_that_of_its_parent():
    """Asking for something that is missing gives the item that misses it."""
    found = document("a:\n  - b: 1\n")
    assert found.place("/a/0/naam") == Place(2, 5)
    assert found.place("/x/y") == Place(1, 1)


def test_signs_in_keys_are_escaped_in_pointers():
    """A slash or tilde in a key is escaped in its pointer, as RFC 6901 says."""
    assert "/a~1b~0c" in document('"a/b~c": 1').values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: .inf", "'.inf' is geen gewoon getal."),
        ("a: .nan", "'.nan' is geen gewoon getal."),
        ("a: 1e5000", "is te lang of heeft een macht van tien"),
        ("a: " + "9" * 5000, "is te lang"),
        ("? [a, b]\n: 1", "Een lijst of groep kan geen naam van een veld zijn."),
        ("a: !!str 1", "Het teken ! begint in YAML een soortaanduiding"),
        ("a: !eigen 1", "Het teken ! begint in YAML een soortaanduiding"),
        ("a: &x 1\nb: *x", "Het teken & voor 'x'"),
        ("[" * 5000, "dieper dan 40 niveaus"),
        ("a: \x07", "onzichtbaar teken"),
    ],
)
def test_what_yaml_allows_but_we_do_not_is_a_problem(text, words):
    """Anchors, tags, doubles, odd numbers and depth are refused with an explanation."""
    found = parse(text, "data/x.yaml")
    assert isinstance(found, Problem)
    assert words in found.message
    assert found.hint


def test_a_double_key_hides_nothing_else():
    """Every double key is reported at its second place, and the reading goes on."""
    found = parse("a: 1\nb:\n  c: 2\n  c: 3\na: 4\nd: 5", "data/x.yaml")
    assert isinstance(found, Document)
    assert [(each.line, each.column, each.path, each.message) for each in found.remarks] == [
        (4, 3, "/b/c", "'c' staat hier voor de tweede keer; de eerste staat op regel 3."),
        (5, 1, "/a", "'a' staat hier voor de tweede keer; de eerste staat op regel 1."),
    ]
    assert found.data == {"a": 4, "b": {"c": 3}, "d": 5}


_TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029\x85"), max_size=20
)
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_TEXTS, _DATA, min_size=1, max_size=4))
def test_what_is_written_as_yaml_is_read_back(data):
    """Any data that PyYAML writes with quoted texts is read back the same, with a place for every value."""
    text = yaml.safe_dump(data, default_style=None, allow_unicode=True)
    quoted = yaml.dump(data, Dumper=_Quoting, allow_unicode=True)
    found = parse(quoted, "x.yaml")
    assert isinstance(found, Document), (text, found)
    assert found.data == data
    assert all(place.line >= 1 and place.column >= 1 for place in found.values.values())


class _Quoting(yaml.SafeDumper):
    """Writes every text between quotes, so that only the reader decides what plain words mean."""

    def ignore_aliases(self, _):
        return True


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_document_or_a_problem(text):
    """No text whatever raises an exception."""
    assert isinstance(parse(text, "x.yaml"), Document | Problem)


_PIECES = st.lists(
    st.sampled_from(
        ["a: ", "b: ", "a", "1", "1.0", "1e3", "x y", "'q'", '"q"', '"\\u202e"', "\u200b", "[", "]", "{", "}", ", ", "\n", "\n  ",
         "\n- ", "- ", "&x ", "*x", "!t ", "---", "...", "# c", "|\n  t", ">-\n  t", ": ", "? ", "\t", "null", "~", "yes", "é"]
    ), max_size=14,
)  # fmt: skip


@settings(max_examples=600)
@given(_PIECES.map("".join))
def test_the_quick_reading_only_says_what_the_careful_one_says(text):
    """What the quick reading gives is what the careful one gives, and the careful one has no remark about it."""
    found = quick(text)
    if found is not None:
        careful = parse_carefully(text, "data/x.yaml")
        assert isinstance(careful, Document)
        assert careful.remarks == ()
        assert repr(careful.data) == repr(found)


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: path.name)
def test_both_readings_agree_on_the_real_data(path):
    """The real data is read quickly, and both readings give the same."""
    text = path.read_text(encoding="utf-8")
    found = quick(text)
    assert found is not None
    assert found == parse_carefully(text, "data/x.yaml").data


def problem_of(content: bytes) -> Problem:
    """Return the problem of the bytes of a file."""
    found = read(DataFile("data/x.yaml", lambda: content))
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a: \xe9", 1, 4),
        (b"a: b\r\nc: \xe9", 2, 4),
        (b"\xef\xbb\xbf\xc3\xa9\xe9", 1, 2),
        ("a: \u2028\u0085b\n".encode() + b"\xe9", 2, 1),
    ],
)
def test_the_first_sign_that_is_no_utf_8_is_pointed_at(content, line, column):
    """Line and column are those that an editor shows, with or without a mark at the start."""
    found = problem_of(content)
    assert (found.line, found.column, found.rule) == (line, column, "bestand-leesbaar")


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_break_that_no_editor_shows_shifts_no_line(sign):
    """Such a sign is reported at its own place, and everything below it keeps its line."""
    found = parse(f"a: b{sign}c\nd: 1\nd: 2\n", "data/x.yaml")
    assert isinstance(found, Document)
    assert [(each.line, each.column, each.rule) for each in sorted(found.remarks)] == [
        (1, 5, "onzichtbaar-teken"),
        (3, 1, "dubbele-sleutel"),
    ]


@pytest.mark.parametrize("text", ['a: "x\\e[2J"', 'a: "\\0"', '"a\\x02": 1', 'a: ["\\x7f"]', 'a: "\\u202e"'])
def test_a_hidden_sign_behind_an_escape_is_reported(text):
    """A control sign written as an escape, in a value or a name, is reported at that text."""
    found = parse(text, "data/x.yaml")
    assert isinstance(found, Document)
    assert [each.rule for each in found.remarks] == ["onzichtbaar-teken"]


def test_a_fault_behind_the_last_line_is_put_on_it():
    """A file that ends too soon has its fault on its last line, in words of its own."""
    found = parse("a: 1\nals: [", "data/x.yaml")
    assert isinstance(found, Problem)
    assert found.line == 2
    assert "[ wordt niet gesloten" in found.message
