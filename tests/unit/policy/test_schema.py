"""The schemas themselves, and the model beside them."""

from __future__ import annotations

import json

import pytest

from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.json_schema import as_text, schemas
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_words import nearest
from polderkoers.policy.source import Document
from support.made_up import KERNOPGAVE, ROOT, document

SCHEMAS = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "schema").glob("*.json"))
}
DEFS = SCHEMAS["blokken"]["$defs"]


def objects(schema):
    """Yield every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_unknown_fields_are_refused_everywhere_and_every_field_is_explained(name):
    """Each object refuses unknown fields, and each field has a Dutch title and description that editors see."""
    assert SCHEMAS[name]["$id"].endswith(f"/{name}.schema.json")
    for part in objects(SCHEMAS[name]):
        assert part["additionalProperties"] is False
        assert part["title"]
        assert part["description"]
        for field, described in part["properties"].items():
            target = DEFS.get(described.get("$ref", "").rpartition("/")[2], {})
            assert described.get("title") or target.get("title"), (part["title"], field)
            assert described.get("description") or target.get("description"), (part["title"], field)


def test_the_schemas_that_others_read_are_those_of_the_model():
    """What stands in schema/ is what the model says: after a change of the model, `make schema` writes it anew."""
    made = {f"{name}.schema.json": as_text(schema) for name, schema in schemas(KINDS).items()}
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schema").glob("*.json")}
    assert there == made


def test_the_nearest_word_is_offered():
    """A word that resembles a known one gets a suggestion, and one that resembles nothing gets none."""
    assert nearest("titl", ["titel", "naam"]) == " Bedoelde je 'titel'?"
    assert nearest("xyz", ["titel", "naam"]) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: fijn-wonen", 'id: "fijn-wonen\\n"'),
        ('versie: "1.0"', 'versie: "1.0\\n"'),
        ("plek: Hoofdstuk 1", 'plek: Hoofdstuk 1, link: "https://polderdam.example/\\n"'),
    ],
)
def test_a_line_break_behind_a_value_is_refused(old, new):
    """What has a fixed form has it to the very end."""
    found = document(KERNOPGAVE.replace(old, new, 1), "data/kernopgaven/fijn-wonen.yaml")
    assert {problem.rule for problem in Schemas(ROOT).check(found)} & {"vorm", "koppeling"}


def test_what_only_the_quick_path_refuses_is_refused_all_the_same(monkeypatch):
    """Should nothing explain a refusal, the file is still not let through."""
    schemas = Schemas(ROOT)
    monkeypatch.setattr(schemas, "accepts", lambda _: False)
    (problem,) = schemas.check(document(KERNOPGAVE))
    assert (problem.rule, problem.level) == ("schema", "fout")


@pytest.mark.parametrize("sign", ["\x1c", "\x1f", "\x85", " ", "\u00a0", "\ufeff"])
def test_both_paths_take_the_same_signs_for_blanks(sign):
    """A text of one sign is empty to both paths or to neither, whatever Python calls a blank."""
    data = {**document(KERNOPGAVE).data, "titel": sign}
    one = Document("data/kernopgaven/fijn-wonen.yaml", data, KERNOPGAVE)
    schemas = Schemas(ROOT)
    assert schemas.accepts(one) == (not list(schemas.explain(one, "kernopgave")))


@pytest.mark.parametrize("field", ["treedt_in_werking", "ingetrokken_op"])
def test_a_day_that_the_source_does_not_say_may_be_null(field):
    """Of entry into force and of withdrawal, as of adoption."""
    assert "\nvastgesteld_op: null\n" in KERNOPGAVE
    text = KERNOPGAVE.replace("bron:", f"{field}: null\nbron:", 1)
    assert list(Schemas(ROOT).check(document(text))) == []
