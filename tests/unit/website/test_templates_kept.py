"""What a template was compiled to is known again by a later build of the same engine, and by no other."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from polderkoers.website.building.templates import Templates

TEXT = "{% for naam in namen %}<b>{{ naam }}</b>{% endfor %}"


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Return a function that fills a template in as a new process would, and tells whether it was compiled for that."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    compiled = []
    compile_ = Environment.compile

    def counted(self, source, *more, **named):
        compiled.append(source)
        return compile_(self, source, *more, **named)

    monkeypatch.setattr(Environment, "compile", counted)

    def show(text=TEXT, name="thema", engine=b"1"):
        compiled.clear()
        cache = Templates(name, engine, tmp_path)
        environment = Environment(loader=DictLoader({"x": text}), autoescape=True, bytecode_cache=cache)
        return environment.get_template("x").render(namen=["A & B"]), bool(compiled)

    return show


def test_a_template_is_compiled_once(shown):
    """A second process gives the same text without compiling."""
    assert shown() == ("<b>A &amp; B</b>", True)
    assert shown() == ("<b>A &amp; B</b>", False)


@pytest.mark.parametrize("other", [{"text": f"{TEXT}!"}, {"name": "bladzijden"}, {"engine": b"2"}])
def test_another_template_set_up_or_engine_is_compiled(shown, other):
    """Another text, another set-up of Jinja, or another engine finds nothing of what was compiled."""
    shown()
    assert shown(**other)[1]


@pytest.mark.parametrize("damage", [b"", b"x"])
def test_damage_is_compiled_anew(shown, tmp_path, damage):
    """What was cut off or changed is not believed."""
    shown()
    [path] = (path for path in tmp_path.rglob("*") if path.is_file())
    path.write_bytes(path.read_bytes()[:-1] + damage)
    assert shown() == ("<b>A &amp; B</b>", True)


def test_who_wants_nothing_compiled_kept_gets_nothing(shown, tmp_path, monkeypatch):
    """Where Python may not keep what it compiles, nothing is kept of templates either."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    shown()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
