"""Reading YAML: the 1.2 core schema, and the place of everything."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.policy.source import Document, Place, forbidden_signs, parse, parse_carefully, read
from polderkoers.policy.source.quick import quick
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem
from support.gemeente import INSTANCE
from support.made_up import document
from support.tries import tries


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
        ("? [a, b]\n: 1", "Een lijst of groep kan geen naam van een veld zijn."),
        ("a: !!str 1", "Het teken ! begint in YAML een soortaanduiding"),
        ("a: !eigen 1", "Het teken ! begint in YAML een soortaanduiding"),
        ("a: &x 1\nb: *x", "Het teken & voor 'x'"),
        ("[" * 5000, "dieper dan 40 niveaus"),
        ("a: ? Hoe", "kan in YAML niet beginnen met ?"),
        ('a: "x \\ud83d\\ude00"', "De code \\ud83d\\ude00 staat voor één teken (😀)"),
        ('a: "x \\ud83d"', "is een half teken"),
        ("<?xml version='1.0'?>\n<rdf:RDF\n\txmlns='x'>: [", "Dit is XML"),
        ("a: [wonen, motie #12, zorg]\nb: 1", "'#12, zorg]' telt niet mee"),
        ("a: een\n  over #12 wonen\n  en werken\nb: 1", "leest YAML alleen 'over'"),
    ],
)
def test_what_yaml_allows_but_we_do_not_is_a_problem(text, words):
    """Anchors, tags, doubles, odd numbers and depth are refused with an explanation."""
    found = parse(text, "data/x.yaml")
    assert isinstance(found, Problem)
    assert words in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("text", "rule", "words", "cure"),
    [
        ("bedrag: 780.000", "getal-schrijfwijze", "en geen € 780.000", "schrijf 780000; op de site staat daar € 780.000."),
        ("waarde: 3.000", "getal-schrijfwijze", "YAML leest hier 3, en geen 3.000", "Bedoel je 3? Schrijf dan 3."),
        ("waarde: -1.250", "getal-schrijfwijze", "YAML leest hier -1,25", "Bedoel je -1,25? Schrijf dan -1.25."),
        ("waarde: 1.250\neenheid: procent", "getal-schrijfwijze", "1,25%", "schrijf 1.25; op de site staat daar 1,25%."),
        ("waarde: 1234.567", "getal-schrijfwijze", "kan twee getallen", "Bedoel je 1.234,567? Schrijf dan 1234.5670."),
        ("a: 1e3", "getal-schrijfwijze", "macht van tien", 'aanhalingstekens om: "1e3".'),
        ("a: 4152e24", "getal-schrijfwijze", "te groot", 'aanhalingstekens om: "4152e24".'),
        ("a: 0x1F", "getal-schrijfwijze", "betekent in YAML 31", 'aanhalingstekens om: "0x1F".'),
        ("waarde: 010", "getal-schrijfwijze", "begint met een nul", "schrijf 10; op de site staat daar 10."),
        ("waarde: +5", "getal-schrijfwijze", "begint met een plus", "schrijf 5;"),
        ("waarde: .5", "getal-schrijfwijze", "mist een cijfer", "schrijf 0.5; op de site staat daar 0,5."),
        ("a: .inf", "getal-schrijfwijze", "geen gewoon getal", "schrijf een gewoon getal"),
        ("a: " + "9" * 5000, "getal-schrijfwijze", "te groot", "schrijf een gewoon getal"),
        ("titel: Motie #12 over wonen", "tekst-na-hekje", "blijft alleen 'Motie' over", '"Motie #12 over wonen"'),
        ("waarde: 85 #12", "tekst-na-hekje", "Achter 85 staat '#12'", "zet het op een eigen regel erboven: # 12"),
        ("titel: #12 over wonen", "tekst-na-hekje", "blijft niets over", '"#12 over wonen"'),
        ("titel: Motie  #12", "tekst-na-hekje", "blijft alleen 'Motie'", '"Motie #12"'),
        ("titel: Motie # over wonen", "tekst-na-hekje", "blijft alleen 'Motie'", '"Motie # over wonen"'),
        ("- Motie #12", "tekst-na-hekje", "blijft alleen 'Motie'", '"Motie #12"'),
        ("a: Motie\n  over #12", "tekst-na-hekje", "blijft alleen 'Motie over'", '"Motie over #12"'),
        ("a: [wonen, #12\n  zorg]", "tekst-na-hekje", "Van '#12' blijft niets over", '"#12"'),
        ("a: [wonen, zorg]#12", "tekst-na-hekje", "vast achter ]", "# 12."),
        ('a: "wonen"#12', "tekst-na-hekje", 'vast achter "', '"wonen#12"'),
        ("a: >-\n    wonen\n  #12 zorg\nb: 1", "tekst-na-hekje", "valt buiten de tekst erboven", "even ver inspringen"),
        ("a: 'zeg \"ja\"' # b\nc: zeg \"nee\" #1", "tekst-na-hekje", 'zeg "nee"', "'zeg \"nee\" #1'"),
        ("a: [?x]", "yaml-vorm", "Een ? aan het begin", '"?x"'),
        ("{?foo: 1}", "yaml-vorm", "Een ? aan het begin", '"?foo"'),
        ("? a\n: b", "yaml-vorm", "Een ? aan het begin", '"? a"'),
        ("a: {waarde: 14,5, jaar: 2022}", "yaml-vorm", "'14,5' wordt daardoor in tweeën", "schrijf 14.5."),
        ("a: {waarde: 1.500,50}", "yaml-vorm", "'1.500,50' wordt", "schrijf 1500.5."),
        ("a: [14,5]", "yaml-vorm", "'14,5' wordt in tweeën gelezen", "schrijf 14.5."),
        ("a: {plek: Deel 2, Doel}", "yaml-vorm", "'Deel 2, Doel'", '"Deel 2, Doel"'),
        ("a: {b:1}", "yaml-vorm", "ontbreekt een spatie", "schrijf: b: 1"),
        ("a: {Fijn wonen}", "yaml-vorm", "zonder dubbele punt", '"{Fijn wonen}"'),
        ("a: [b: c]", "yaml-vorm", "'b: c'", '"b: c"'),
        ("a: >5\nb: 1", "yaml-vorm", "Het teken >", '">5"'),
        ("%YAML 1.2\n---\na: 1", "yaml-vorm", "die met % begint", "haal de regel weg"),
        ("a: 1\n...\n", "yaml-vorm", "die met ... begint", "haal de regel weg"),
        ("a: x\x96y", "onzichtbaar-teken", "In Word en Windows is dat –.", "het teken zelf: –"),
        ("a: x\x0cy", "onzichtbaar-teken", "het einde van een pagina", "haal het teken weg"),
        ("a: x\x00y", "onzichtbaar-teken", "(U+0000)", "haal het teken weg"),
        ("a: x\ufffey", "onzichtbaar-teken", "(U+FFFE)", "haal het teken weg"),
    ],
)  # fmt: skip
def test_what_is_read_otherwise_than_it_looks_is_a_remark(text, rule, words, cure):
    """What YAML reads otherwise than a person is told with what to write, once, and does not stop the reading."""
    (found,) = document(text).remarks
    assert found.rule == rule
    assert words in found.message
    assert cure in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "# boven\na: 1", "a: 1 # bij een getal", "a: x  # bij een tekst", "a:  # bij een lijst\n  - x", "a: [x] # bij een lijst",
        'a: "x" #bij aanhalingstekens', "a: >-  # bij een tekst\n  x", "a: [x,  # bij x\n  y]", "a:\n  # boven x\n  - x",
        "a: >-\n  x\n# onder de tekst\nb: 1", "a: x#y", "a: wat nu?", "a: [wat nu?]", "a: {b: wat?}", '{"a":1}', "a: {b: }",
        "a: 0.125", "a: 780000", "a: 85.5", "a: 1.2500", "a: 1234.5670", "a: -0.5", "a: 0", "---\na: 1", "a: [2019, 2020]",
        "a: [x,y]", "a: 1_000", "a: b:c", "a: http://x.nl/#y",
    ],
)  # fmt: skip
def test_what_everyone_reads_alike_needs_no_remark(text):
    """A comment that nobody takes for text, and a sign in the middle of a text, are let be."""
    assert document(text).remarks == ()


def test_every_forbidden_sign_is_told_at_its_own_place():
    """Each sign that YAML does not allow is reported at its line and column, also where reading stops elsewhere."""
    found = load_problems("a: x\x96y\nb: z\x0c\x1b\nc: [\x7f")
    assert [(each.line, each.column) for each in found if each.rule == "onzichtbaar-teken"] == [
        (1, 5),
        (2, 5),
        (2, 6),
        (3, 5),
    ]
    assert [each.rule for each in found if each.rule != "onzichtbaar-teken"] == ["yaml-syntaxis"]


def load_problems(text: str) -> list[Problem]:
    """Return all that is said of a file by itself."""
    source = DataFile("data/x.yaml", text.encode)
    found = read(source)
    return [found, *forbidden_signs(source)] if isinstance(found, Problem) else [*found.remarks]


def test_a_file_of_noughts_is_no_text():
    """UTF-16 without its mark is told once, and not at each of its thousands of signs."""
    found = read(DataFile("data/x.yaml", lambda: "soort: plan\n".encode("utf-16-le")))
    assert isinstance(found, Problem)
    assert found.rule == "bestand-leesbaar"


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


@settings(max_examples=tries(150), deadline=None)
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


@settings(max_examples=tries(300), deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_document_or_a_problem(text):
    """No text whatever raises an exception."""
    assert isinstance(parse(text, "x.yaml"), Document | Problem)


_PIECES = st.lists(
    st.sampled_from(
        ["a: ", "b: ", "a", "1", "1.0", "1e3", "x y", "'q'", '"q"', '"\\u202e"', "\u200b", "[", "]", "{", "}", ", ", "\n", "\n  ",
         "\n- ", "- ", "&x ", "*x", "!t ", "---", "...", "# c", " #12", "#", "1,5", "780.000", "?", ">5", "%Y\n", "|\n  t", ">-\n  t", ": ", "? ", "\t", "null", "~", "yes", "é"]
    ), max_size=14,
)  # fmt: skip


@settings(max_examples=tries(600))
@given(_PIECES.map("".join))
def test_the_quick_reading_only_says_what_the_careful_one_says(text):
    """What the quick reading gives is what the careful one gives, and the careful one has no remark about it."""
    found = quick(text)
    if found is not None:
        careful = parse_carefully(text, "data/x.yaml")
        assert isinstance(careful, Document)
        assert careful.remarks == ()
        assert repr(careful.data) == repr(found[0])


@pytest.mark.parametrize("path", sorted((INSTANCE / "data").rglob("*.yaml")), ids=lambda path: path.name)
def test_both_readings_agree_on_a_whole_policy(path):
    """The data of a municipality is read quickly, and both readings give the same."""
    text = path.read_text(encoding="utf-8")
    found = quick(text)
    assert found is not None
    assert found[0] == parse_carefully(text, "data/x.yaml").data


@settings(max_examples=tries(300))
@given(_PIECES.map("".join))
def test_both_readings_give_the_same_places(text):
    """Whatever is read quickly, each key and value stands where the careful reading says, and nothing else stands anywhere."""
    if (found := quick(text)) is not None:
        assert_same_places(found[1], parse_carefully(text, "data/x.yaml"))


@pytest.mark.parametrize("path", sorted((INSTANCE / "data").rglob("*.yaml")), ids=lambda path: path.name)
def test_both_readings_give_the_same_places_in_a_whole_policy(path):
    """So a warning is given its line without reading the file again."""
    text = path.read_text(encoding="utf-8")
    assert_same_places(quick(text)[1], parse_carefully(text, "data/x.yaml"))


def assert_same_places(marks, careful):
    """Assert that marks tell what the careful reading tells, and nothing of what is not there."""
    for key, places in ((False, careful.values), (True, careful.keys)):
        assert {pointer: marks.at(pointer, key=key) for pointer in places} == places
    assert marks.at("/x/99/y", key=False) is None
    assert marks.at("/0", key=True) is None


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
