"""A new instance: files that are right from the start, whatever the organisation is called."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest
import yaml

from polderkoers.instance.begin import DataAbsent, FolderFull, NameUnfit, begin
from polderkoers.instance.editor import KEPT, keep_schemas
from polderkoers.instance.example import example_texts
from polderkoers.instance.first import Begun, editor_settings, first_files
from polderkoers.instance.naming import Naming, Word
from polderkoers.policy.canonical import format_files
from polderkoers.policy.load import load
from polderkoers.policy.schema import Schemas
from polderkoers.problems import has_errors
from support.lenient import lenient
from support.made_up import ROOT

TODAY = date(2031, 2, 3)
NAMES = [
    "Polderdam",
    "'s-Polderdam",
    'De "Lange" Dam',
    "Súdwest-Vaart",
    "Éé: #1 - {x} [y] & *z* | > %@`!",
    "null",
    "yes",
    "2026",
    "12.500",
    "~",
    "Москва",
    "Dam\\Vaart",
    "{{ x }} <% if %> << y >>",
    "<b>Dam</b> &amp;",
    "ab" * 50,
]


class _Loader(yaml.SafeLoader):
    """Reads a setting that comes from the environment as what it is without one."""


_Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


@pytest.mark.parametrize("kind", ["gemeente", "provincie", "waterschap", "samenwerking"])
def test_the_files_of_a_new_instance_are_right(kind):
    """The data of every kind of organisation passes the check without a word, in its canonical form."""
    files = first_files(Naming("Polderdam", kind), TODAY)
    assert load(Begun(files)).problems == ()
    for file, content in files.items():
        assert file.endswith((".yaml", ".yml", ".md", ".json", ".xml", ".txt")) or "/." in f"/{file}"
        assert b"<<" not in content
        assert b"<%" not in content


@pytest.mark.parametrize("name", NAMES)
def test_any_name_gives_files_that_can_be_read(name):
    """Quotes, signs of YAML, JSON and XML, and words that YAML takes for something else stay a name in every file."""
    files = first_files(Naming(name, "gemeente"), TODAY)
    with lenient():
        assert not has_errors(load(Begun(files)).problems)
    data = {file: yaml.safe_load(content) for file, content in files.items() if file.startswith("data/")}
    assert data["data/instelling.yaml"]["naam"] == name
    assert data["data/plaatsen.yaml"]["plaatsen"][0]["naam"] == name
    settings = yaml.load(files["mkdocs.yml"], _Loader)  # noqa: S506 - a safe loader that knows one tag more
    assert settings["site_name"] == f"Beleid gemeente {name}"
    assert settings["plugins"] == ["polderkoers", "macros"]
    for file in (".github/workflows/voorstel.yml", ".github/workflows/publiceren.yml", ".gitlab-ci.yml"):
        assert isinstance(yaml.safe_load(files[file]), dict)
    json.loads(files[".vscode/settings.json"])
    ET.fromstring(files[".idea/jsonSchemas.xml"])  # noqa: S314 - a file of our own


def test_what_is_given_stands_in_the_data():
    """A code, a website, a contact and words of an organisation are in the file that says who publishes."""
    words = {"kernopgave": Word("ambitie", "ambities", "de")}
    naming = Naming(
        "Polderdam", "gemeente", None, "gm9999", "https://www.polderdam.example", "info@polderdam.example", words
    )
    files = first_files(naming, TODAY)
    found = yaml.safe_load(files["data/instelling.yaml"])
    assert load(Begun(files)).problems == ()
    assert (found["code"], found["website"], found["contact"]) == (
        "gm9999", "https://www.polderdam.example", "info@polderdam.example",
    )  # fmt: skip
    assert found["woorden"] == {"kernopgave": {"enkelvoud": "ambitie", "meervoud": "ambities", "lidwoord": "de"}}
    assert found["schema"] == Schemas(ROOT).number


def test_a_value_that_the_check_refuses_is_refused_before_anything_is_written(tmp_path):
    """A website without https:// gives the words of the check, and no folder."""
    with pytest.raises(NameUnfit, match="https://"):
        begin(tmp_path / "site", Naming("Polderdam", "gemeente", website="polderdam.example"), TODAY)
    assert not (tmp_path / "site").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    """A file in the folder is named, and nothing is written."""
    (tmp_path / "brief.docx").write_text("tekst", encoding="utf-8")
    with pytest.raises(FolderFull, match=r"daar staat brief\.docx"):
        begin(tmp_path, Naming("Polderdam", "gemeente"), TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.docx"]
    with pytest.raises(FolderFull, match="is geen map"):
        begin(tmp_path / "brief.docx", Naming("Polderdam", "gemeente"), TODAY)


def test_a_site_can_begin_around_data_that_are_there(tmp_path):
    """All but data/ is written beside it, data and other files stay, and a file of the same name is not written over."""
    with pytest.raises(DataAbsent, match="geen map 'data'"):
        begin(tmp_path, Naming("Polderdam", "gemeente"), TODAY, around=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "themas.yaml").write_text("ons", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("ons", encoding="utf-8")
    with pytest.raises(FolderFull, match=r"daar staat mkdocs\.yml\. .*: haal die weg"):
        begin(tmp_path, Naming("Polderdam", "gemeente"), TODAY, around=True)
    (tmp_path / "mkdocs.yml").rename(tmp_path / "oud.yml")
    files = begin(tmp_path, Naming("Polderdam", "gemeente"), TODAY, around=True)
    assert "mkdocs.yml" in files
    assert not [file for file in files if file.startswith("data/")]
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["themas.yaml"]


def test_a_fresh_repository_or_environment_is_no_content(tmp_path):
    """Someone who made a repository and an environment first can begin in that folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".venv").mkdir()
    files = begin(tmp_path, Naming("Polderdam", "gemeente"), TODAY)
    assert "data/kernopgaven/voorbeeld.yaml" in files
    assert load(tmp_path).problems == ()
    assert format_files(tmp_path, write=False).differing == ()


def test_a_disk_that_fills_leaves_nothing(tmp_path, monkeypatch):
    """When a file cannot be written, those before it are taken away again."""
    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(
        "polderkoers.instance.begin.first_files", lambda *_: {"data/a.yaml": b"a", "data/a.yaml/b": b"b"}
    )
    monkeypatch.setattr("polderkoers.instance.begin.load", lambda _: load(ROOT / "tests" / "cases" / "_basis"))
    with pytest.raises(Exception, match="kan niet worden geschreven"):
        begin(tmp_path, Naming("Polderdam", "gemeente"), TODAY)
    assert [path.name for path in tmp_path.iterdir()] == [".git"]


def test_our_own_editor_settings_are_made_by_the_same_template():
    """The settings of editors in this repository are those of an instance, but for where the schemas are: `make schema` writes them."""
    wanted = editor_settings("schema", Schemas(ROOT))
    assert {file: (ROOT / file).read_text(encoding="utf-8") for file in wanted} == wanted


def test_an_instance_keeps_the_schemas_for_its_editor(tmp_path):
    """An instance gets the schemas of the engine, anew when they differ; a root with schemas of its own gets none."""
    keep_schemas(tmp_path)
    kept = tmp_path / KEPT / "kernopgave.schema.json"
    assert kept.read_bytes() == (ROOT / "schema" / "kernopgave.schema.json").read_bytes()
    kept.write_text("{}", encoding="utf-8")
    keep_schemas(tmp_path)
    assert kept.read_bytes() != b"{}"
    (tmp_path / "own" / "schema").mkdir(parents=True)
    keep_schemas(tmp_path / "own")
    assert not (tmp_path / "own" / ".polderkoers").exists()


def test_the_example_can_be_told_from_policy():
    """The texts by which the example is found are whole sentences or titles of it, and no word that anyone may use."""
    texts = example_texts()
    assert "Voorbeeld: brieven die iedereen begrijpt" in texts["data/kernopgaven/voorbeeld.yaml"]
    assert "Voorbeeld: een plan dat niet bestaat" in texts["data/documenten.yaml"]
    assert all(len(text) >= 20 for each in texts.values() for text in each)
