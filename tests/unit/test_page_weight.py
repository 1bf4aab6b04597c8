"""What a first visit to a page loads, counted without a browser."""

from __future__ import annotations

import gzip

from page_weight import first_visit, loaded


def test_a_page_weighs_all_that_it_asks_for_once(tmp_path):
    """The page, its sheet with the font in it, its script and its sheet of drawings count, text packed; a link to another page does not."""
    files = {
        "index.html": '<link rel="stylesheet" href="a/s.css"><script src="a/x.js"></script><use href="a/d.svg#x"/><use href="a/d.svg#z"/><use href="#y"/><a href="other/">x</a>',
        "a/s.css": '@font-face{src:url("f.woff2")} p{background:url("f.woff2")}',
        "a/f.woff2": "letters " * 100,
        "a/x.js": "export const x = 1;",
        "a/d.svg": "<svg/>",
        "other/index.html": "<p>elders</p>",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = tmp_path / "index.html"
    assert {file.name for file in loaded(page, tmp_path)} == {"index.html", "s.css", "f.woff2", "x.js", "d.svg"}
    packed = (gzip.compress(files[name].encode()) for name in ("index.html", "a/s.css", "a/x.js", "a/d.svg"))
    assert first_visit(page, tmp_path) == sum(map(len, packed)) + len(files["a/f.woff2"])
