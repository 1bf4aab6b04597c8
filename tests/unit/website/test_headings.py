"""The headings that are made without Markdown are those that Markdown makes."""

from __future__ import annotations

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import get_toc

from polderkoers.website import frame, headings
from polderkoers.website.layers import THEME
from polderkoers.website.parking import Parking
from polderkoers.website.render import Renderer
from polderkoers.website.variables import markdown_escape
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of

TEXTS = {
    "an anchor": "<nav>x</nav>\n\n# Kop {#eigen}\n\n<p>Onder</p>",
    "a place made of the words": f"# {markdown_escape('Wonen & wérken: 3.5% (2026)')}\n",
    "words that are taken": "# In het kort\n\n## In het kort {#in-het-kort}\n\n# In het kort\n",
    "no words that make a place": f"# {markdown_escape('***')}\n\n# {markdown_escape('¿')}\n",
    "signs": f"## {markdown_escape('# *Een* _twee_ [drie](x) `vier` <b> &amp; {#vijf} $6 ~7~ !9 | 10')} {{#alle}}\n",
    "a mark": '## Oud beleid <span class="pk-badge pk-merk">Ingetrokken</span> {#oud}\n',
    "a number": "## 1&#46; Eerst {#een}\n\n### Dan {#twee}\n\n## Daarna {#drie}\n",
    "deep below, and up again": "### a {#a}\n\n#### b {#b}\n\n## c {#c}\n\n###### d {#d}\n\n### e {#e}\n",
    "no headings": "<p>Niets</p>\n\n\n<p>meer</p>\n",
    "nothing": "\n\n",
    "lines that are no headings": "<pre>\n#geen\n####### geen\n</pre>\n\n## Wel {#wel}\n",
    "much room": "\n\n  \n# Kop\n \n\n<p>a\n\nb</p>\n\n \n\n",
}


def by_markdown(text: str) -> tuple[str, str]:
    """Return what Markdown, set up as by MkDocs for every site, makes of a text, and its table of contents in words."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "theme": {"name": "polderkoers"}, "plugins": ["macros"]})
    config.validate()
    assert str(THEME) in config.theme.dirs
    frame.settle(config)
    assert frame.has_usual_markdown(config)
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    parking = Parking()
    html = parking.back(markdown.convert(parking.stretches(text)))
    return html, str(get_toc(markdown.toc_tokens))  # type: ignore[attr-defined]


def by_us(text: str) -> tuple[str, str]:
    """Return what we make of a text, and its table of contents in words."""
    html, contents = headings.made(text)
    return html, str(get_toc(contents))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_becomes_what_markdown_makes_of_it(text):
    """Headings, the room between them and the table of contents are the same to the byte."""
    assert by_us(text) == by_markdown(text)


def test_every_sort_of_page_becomes_what_markdown_makes_of_it():
    """The same holds for every template of a generated page."""
    renderer = Renderer(Site(policy_of(KERNOPGAVE)))
    for path in (*renderer.site.pages, *renderer.view_pages):
        text = renderer.page(path)
        assert by_us(text) == by_markdown(text), path


@pytest.mark.parametrize(
    "more",
    [
        {"markdown_extensions": ["footnotes"]},
        {"markdown_extensions": [{"toc": {"permalink": False}}]},
        {"markdown_extensions": [{"tables": {"use_align_attribute": True}}]},
    ],
)
def test_markdown_of_another_kind_makes_the_headings_itself(more):
    """Where a site sets up Markdown in another way, we do not say that we know what it makes of a heading."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "theme": {"name": "polderkoers"}, "plugins": ["macros"], **more})
    config.validate()
    frame.settle(config)
    assert not frame.has_usual_markdown(config)


def test_a_page_that_is_html_already_is_one_mark():
    """Who puts back what was kept out gets the whole page and its table of contents; what is no such mark is left alone."""
    renderer = Renderer(Site(policy_of(KERNOPGAVE)))
    text = renderer.page("kernopgaven/fijn-wonen/")
    renderer.parks = renderer.makes_headings = True
    mark = renderer.page("kernopgaven/fijn-wonen/")
    assert renderer.parking.is_whole(f"\n{mark}\n")
    assert not renderer.parking.is_whole(f"{mark}\nen meer")
    assert not renderer.parking.is_whole(renderer.overview("doelen", ""))
    contents = renderer.parking.contents(f"{mark}\nen meer")
    assert (renderer.unpark(mark), contents) == headings.made(text)
    assert renderer.parking.contents("<p>iets anders</p>") == []


def test_each_link_of_a_heading_says_of_which_one_it_is():
    """A screen reader can tell the links apart, and reads a heading without its link; words with marks and signs stay text."""
    html, _ = headings.made("## Wat we willen {#doelen}\n\n<p>x</p>\n\n## Een &lt;b&gt; <em>twee</em> {#rest}\n")
    found = headings.told_apart(html)
    assert '<a class="headerlink" href="#doelen" aria-label="Vaste link naar: Wat we willen">' in found
    assert '<h2 id="doelen" aria-label="Wat we willen">' in found
    assert 'aria-label="Vaste link naar: Een &lt;b&gt; twee"' in found
    assert "title=" not in found


def test_the_link_of_a_heading_speaks_the_language_of_its_page():
    """On a translated page the words before the name of the heading are those of its language."""
    html, _ = headings.made("## Housing {#wonen}\n")
    assert 'aria-label="Permanent link to: Housing"' in headings.told_apart(html, "Permanent link to")
