"""What pages load is put together at build: the site's own styles and scripts as one file each, and nothing of the theme."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from polderkoers.website.assets import bundle as assets
from polderkoers.website.assets.tables import boxed, labelled


@pytest.fixture
def config() -> MkDocsConfig:
    """A configuration with the settings of MkDocs itself."""
    settings = MkDocsConfig()
    settings.load_dict({"site_name": "Proef"})
    settings.validate()
    return settings


@pytest.fixture
def files_of(tmp_path) -> Callable[[dict[str, str]], Files]:
    """Write files with their texts, and return them as MkDocs finds them."""

    def run(texts: dict[str, str]) -> Files:
        for path, text in texts.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return Files([File(path, str(tmp_path), str(tmp_path / "site"), use_directory_urls=True) for path in texts])

    return run


def bundle(files: Files, config: MkDocsConfig) -> None:
    """Put the files together as the hook does: in the event of MkDocs for files."""
    config.plugins.events["files"].clear()
    config.plugins.events["files"].append(lambda files, *, config: assets.bundle(files, config))
    config.plugins.on_files(files, config=config)


def text_of(files: Files, path: str) -> str:
    """Return the text of the file at a path."""
    file = files.get_file_from_path(path)
    assert file is not None, path
    return file.content_string


def test_styles_become_one_sheet_in_the_order_of_the_list(config, files_of):
    """The listed sheets are published as one, in order, minified, and no longer apart."""
    files = files_of(
        {"assets/css/b.css": "a { color: red; }\n", "assets/css/a.css": "/* more */\na { color: blue; }\n"}
    )
    config.extra_css = ["assets/css/b.css", "assets/css/a.css"]
    bundle(files, config)
    (sheet,) = config.extra_css
    assert text_of(files, sheet) == "a{color:red}a{color:blue}"
    assert [file.src_uri for file in files] == [sheet]


def test_the_sheet_stands_where_the_sheets_stood(config, files_of):
    """Addresses inside a sheet lead from assets/css/, so the one sheet stands there as well."""
    files = files_of({"assets/css/a.css": 'a { background: url("../x.svg"); }'})
    config.extra_css = ["assets/css/a.css"]
    bundle(files, config)
    assert config.extra_css[0].startswith("assets/css/site.")
    assert 'url("../x.svg")' in text_of(files, config.extra_css[0])


def test_scripts_become_one_file_and_stay_readable(config, files_of):
    """The listed scripts are published as one, in order, with their comments."""
    files = files_of({"assets/js/a.js": "// One.\none();\n", "assets/js/b.js": "two();\n"})
    config.extra_javascript = ["assets/js/a.js", "assets/js/b.js"]
    bundle(files, config)
    (script,) = config.extra_javascript
    assert text_of(files, script) == "// One.\none();\n\ntwo();\n"


def test_the_name_of_a_bundle_follows_from_what_is_in_it(config, files_of):
    """A browser may keep a file under its name for ever: other contents, another name; the same contents, the same name."""
    names = []
    for text in ("a { color: red; }", "a { color: red; }", "a { color: blue; }"):
        files = files_of({"assets/css/a.css": text})
        config.extra_css = ["assets/css/a.css"]
        bundle(files, config)
        names.append(config.extra_css[0])
    assert names[0] == names[1] != names[2]
    assert names[0] == f"assets/css/site.{hashlib.sha256(b'a{color:red}').hexdigest()[:10]}.css"


@pytest.mark.parametrize(
    "entry", ["https://example.org/a.css", "assets/vendor/a.css", "assets/css/deeper/a.css", "assets/css/gone.css"]
)
def test_what_is_not_ours_stays_in_the_list(config, files_of, entry):
    """A sheet from elsewhere, from another folder or that does not exist is left as it is, after our own."""
    files = files_of({"assets/css/a.css": "a { b: c; }", "assets/vendor/a.css": "x", "assets/css/deeper/a.css": "x"})
    config.extra_css = [entry, "assets/css/a.css"]
    bundle(files, config)
    assert len(config.extra_css) == 2
    assert config.extra_css[1] == entry


def test_a_script_with_a_type_of_its_own_stays_apart(config, files_of):
    """A module cannot be put together with scripts that are none."""
    module = ExtraScriptValue("assets/js/b.mjs")
    module.type = "module"
    config.extra_javascript = ["assets/js/a.js", module]
    files = files_of({"assets/js/a.js": "one();", "assets/js/b.mjs": "two();"})
    bundle(files, config)
    assert config.extra_javascript[1:] == [module]
    assert text_of(files, "assets/js/b.mjs") == "two();"


def test_a_sheet_of_one_page_keeps_its_name_and_is_minified(config, files_of):
    """A sheet that is not listed is loaded by the page that names it, by that name."""
    files = files_of({"assets/css/zoeken.css": "a { color: red; }\n"})
    bundle(files, config)
    assert text_of(files, "assets/css/zoeken.css") == "a{color:red}"


def test_sheets_and_scripts_of_the_theme_are_not_published(config, files_of):
    """Nothing of the theme's own styles and scripts is left; its pictures are no matter."""
    theme = (
        "assets/stylesheets/main.css",
        "assets/javascripts/bundle.js",
        "assets/javascripts/lunr/x.js",
        "assets/images/favicon.png",
    )
    files = files_of(dict.fromkeys(theme, ""))
    bundle(files, config)
    assert [file.src_uri for file in files] == ["assets/images/favicon.png"]


def test_without_any_list_nothing_is_made(config, files_of):
    """A site without styles or scripts of its own gets no empty ones."""
    files = files_of({})
    bundle(files, config)
    assert (config.extra_css, config.extra_javascript, len(files)) == ([], [], 0)


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a :is(b, c) { d: e; }", "a :is(b,c){d:e}"),
        ("a:is(b, c) { d: e; }", "a:is(b,c){d:e}"),
        ("a { width: calc(1px + 2 * var(--x)); }", "a{width:calc(1px + 2 * var(--x))}"),
        ("@media screen and (min-width: 60em) { a { b: c; } }", "@media screen and (min-width:60em){a{b:c}}"),
        ('a::before { content: "/" / ""; }', 'a::before{content:"/" / ""}'),
    ],
)
def test_minifying_keeps_the_spaces_that_mean_something(css, short):
    """White space goes where it says nothing, and stays where leaving it out would say something else."""
    assert assets.minified(css) == short


def test_a_table_out_of_markdown_gets_a_box():
    """A table without a class stands in a box that scrolls, each in its own."""
    table = "<table>\n<tr><td>1</td></tr>\n</table>"
    assert boxed(f"<p>x</p>\n{table}\n<p>y</p>{table}") == (
        f'<p>x</p>\n<div class="pk-scroll">{table}</div>\n<p>y</p><div class="pk-scroll">{table}</div>'
    )


@pytest.mark.parametrize(
    "html", ['<div class="pk-tabel"><table class="pk-table"></table></div>', "<p>&lt;table&gt;</p>", ""]
)
def test_other_html_is_left_as_it_is(html):
    """A table of our own templates has its box already, and text about tables is text."""
    assert boxed(html) == html


TABLE = (
    '<table class="pk-table"><thead><tr><th scope="col">Bedrag</th><th scope="col">Hoe <em>zeker</em></th></tr></thead>'
    '<tbody><tr><td class="x">5</td><th scope="row">Zeker</th></tr></tbody></table>'
)


def test_a_cell_says_under_which_column_it_stands():
    """Each cell has the words of its column without their marks, and the table says that it has them."""
    found = labelled(f"<p>Voor</p>{TABLE}<p>Na</p>")
    assert '<td data-kop="Bedrag" class="x">5</td>' in found
    assert '<th data-kop="Hoe zeker" scope="row">Zeker</th>' in found
    assert found.count("data-kop") == 2
    assert found.startswith('<p>Voor</p><table data-kaarten class="pk-table">')


def test_a_name_of_a_column_stays_text():
    """Signs of HTML in the words of a column end no attribute."""
    found = labelled(TABLE.replace("Bedrag", "A &quot;b&quot; &lt;c&gt;"))
    assert 'data-kop="A &quot;b&quot; &lt;c&gt;"' in found


@pytest.mark.parametrize(
    "table",
    [
        "<table><tbody><tr><td>Geen kop</td></tr></tbody></table>",
        TABLE.replace("<td ", '<td colspan="2" '),
        "<p>Geen tabel</p>",
    ],
)
def test_a_table_that_has_no_column_for_each_cell_is_left_as_it_is(table):
    """Without headed columns, or with cells over several, a card could say the wrong name."""
    assert labelled(table) == table
