"""The theme stands by itself: no page needs a template, a style or a script of Material."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from jinja2 import meta

from polderkoers.website.layers import THEME

TEMPLATES = sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*") if path.suffix in {".html", ".xml"})


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_takes_in_only_templates_of_our_own(name):
    """What a template extends or includes stands in the theme itself."""
    text = Path(THEME, name).read_text(encoding="utf-8")
    wanted = set(meta.find_referenced_templates(jinja2.Environment(autoescape=True).parse(text)))
    assert wanted <= set(TEMPLATES)


@pytest.mark.parametrize(
    "path", sorted([*THEME.rglob("*.css"), *THEME.rglob("*.html"), *THEME.rglob("*.js")]), ids=lambda path: path.name
)
def test_of_the_names_of_material_only_that_of_the_colours_is_left(path):
    """No sheet, template or script names a class or a part of Material; the attribute of the colours is kept for sheets of sites."""
    text = path.read_text(encoding="utf-8").replace("data-md-color-scheme", "")
    assert "md-" not in text
