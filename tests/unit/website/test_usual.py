"""A site is made in any order and in any process only when no code and no template but ours takes part."""

from __future__ import annotations

from mkdocs.config import load_config

from polderkoers.website.building.usual import is_usual
from support.gemeente import laid


def test_templates_of_another_theme_that_extends_ours_take_part(tmp_path):
    """A theme of others that lies over ours may do anything with a page in its templates; its styles and pictures may not."""
    config = load_config(str(laid(tmp_path / "gemeente") / "mkdocs.yml"))
    assert is_usual(config)
    other = tmp_path / "huisstijl"
    (other / "partials").mkdir(parents=True)
    (other / "stijl.css").touch()
    config.theme.dirs.insert(0, str(other))
    assert is_usual(config)
    (other / "partials" / "footer.html").touch()
    assert not is_usual(config)
