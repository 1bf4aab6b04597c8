"""Templates are compiled once, and again when they change."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from polderkoers.website.environment import Compiled, environment, read_once


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


def test_what_pages_have_in_common_is_read_once(compiled):
    """A text that mkdocs-macros is given again is not compiled again, and says what holds when it is filled in."""

    class Macros:
        env = Environment(autoescape=True)

    read_once(Macros)
    said = [Macros.env.from_string("{{ naam }}").render(naam=name) for name in ("een", "twee")]
    assert (said, len(compiled)) == (["een", "twee"], 1)
