"""Templates are compiled once, and again when they change."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from polderkoers.website.environment import Compiled, environment


@pytest.fixture
def compiled(monkeypatch) -> list[str]:
    """What is compiled while a test runs, by name."""
    names: list[str] = []
    generate = Environment._generate  # noqa: SLF001 - what takes the time

    def counted(self, source, name, *more, **named):
        names.append(name)
        return generate(self, source, name, *more, **named)

    monkeypatch.setattr(Environment, "_generate", counted)
    return names


def test_a_template_is_compiled_once_for_all_environments(compiled):
    """Whoever sets up the templates of the package anew compiles none that was compiled before."""
    environment().get_template("leeg.md.j2")
    compiled.clear()
    environment().get_template("leeg.md.j2")
    assert compiled == []


def test_a_template_that_changed_is_compiled_again(compiled):
    """What was kept is not given for another text by the same name."""
    kept = Compiled()
    said = [
        Environment(loader=DictLoader({"a": text}), autoescape=True, bytecode_cache=kept).get_template("a").render()
        for text in ("een", "twee", "een")
    ]
    assert (said, compiled) == (["een", "twee", "een"], ["a", "a", "a"])
