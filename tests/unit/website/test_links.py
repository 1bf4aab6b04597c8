"""Links of the site: each leads to a page, a file or a place that is there, or the build says which does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.website.links import DeadLinks, Links, noted


@pytest.fixture
def site(tmp_path) -> Path:
    """A built site with a page, a file of data, a feed, a picture and a page that did not come by."""
    for name, text in {
        "index.html": "", "doelen/index.html": "", "wie/gemeente/index.html": "", "versies/2025/kernopgaven/wonen/index.html": "",
        "data/kernopgaven/wonen.yaml": "soort: kernopgave", "feeds/alles.xml": "<feed/>", "assets/beeld 1.png": "", "404.html": "",
        "los/index.html": '<p id="plek">', "assets/css/site.css": "p{background:url(../letter.woff2)}", "assets/letter.woff2": "",
    }.items():  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


PLACES = '<h2 id="doel-1">x</h2><a name="oud"></a><p id="café">x</p><p id="a b">x</p><p id="x&amp;y">x</p>'


def said(site: Path, html: str, page: str = "wie/gemeente/", site_url: str = "") -> str:
    """Return what is said of the links of one page beside the others of the site; nothing when all lead somewhere."""
    links = Links(site_url)
    for path in ("", "wie/gemeente/", "versies/2025/kernopgaven/wonen/", "404.html"):
        links.see(path, "")
    links.see("doelen/", PLACES, "docs/doelen.md")
    links.see(page, (PLACES if page == "doelen/" else "") + html, "data/roles.yaml")
    try:
        links.judge(site)
    except DeadLinks as error:
        return str(error)
    return ""


def link(address: str) -> str:
    """Return a link as HTML."""
    return f'<p><a class="x" href="{address}">naar</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "../../doelen/", "../../", "../..", "./", ".", "", "#", "#top", "../../doelen/index.html", "../../doelen", "?q=wonen", "../../doelen/?q=a&amp;b#doel-1",
        "../../doelen/#doel-1", "../../doelen/#oud", "../../doelen/#caf%C3%A9", "../../doelen/#café", "../../doelen/#a%20b", "../../doelen/#x&amp;y",
        "../../doelen/#doel-1:~:text=wonen", "../../data/kernopgaven/wonen.yaml", "../../data/kernopgaven/wonen.yaml#L3", "../../feeds/alles.xml",
        "../../assets/beeld%201.png", "../../los/#plek", "../../versies/2025/kernopgaven/wonen/", " ../../doelen/ ", "/doelen/#doel-1", "../..//doelen/",
        "https://voorbeeld.example/weg/", "mailto:a@voorbeeld.example", "tel:0527", "//voorbeeld.example/weg/", "HTTPS://voorbeeld.example", "../gemeente/../../doelen/",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_passes(site, address):
    """A page, a file, a place on a page in any spelling, another site, a mail address and a telephone number all pass."""
    assert said(site, link(address)) == ""


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("../../doel/", "de pagina /doel/ is er niet."),
        ("../../doeln/", "de pagina /doeln/ is er niet. Bedoelde je '/doelen/'?"),
        ("../../doelen/#doel-2", "op /doelen/ is er geen plek 'doel-2'. Bedoelde je 'doel-1'?"),
        ("../../doelen/#DOEL-1", "op /doelen/ is er geen plek 'DOEL-1'."),
        ("#hier", "op /wie/gemeente/ is er geen plek 'hier'."),
        ("../../los/#andere", "op /los/ is er geen plek 'andere'."),
        ("../../data/kernopgaven/weg.yaml", "het bestand /data/kernopgaven/weg.yaml is er niet."),
        ("../../data/", "de pagina /data/ is er niet."),
        ("../../Doelen/", "de pagina /Doelen/ is er niet."),
        ("../../assets/beeld%202.png", "het bestand /assets/beeld 2.png is er niet."),
        ("../../../doelen/", "dat adres ligt buiten de site."),
        ("/weg/?q=1", "de pagina /weg/ is er niet."),
        ("../../weg/?q=../../doelen/", "de pagina /weg/ is er niet."),
        ("../../versies/2024/kernopgaven/wonen/", "de pagina /versies/2024/kernopgaven/wonen/ is er niet."),
        ("../../doelen/#caf%C3%A8", "op /doelen/ is er geen plek 'cafè'. Bedoelde je 'café'?"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(site, address, why):
    """What is said names the link, the page it stands on, the file behind that page, and what is not there."""
    line = said(site, link(address)).splitlines()[1]
    assert line.startswith(f"- '{address}' op /wie/gemeente/ (data/roles.yaml): ")
    assert why in line


@pytest.mark.parametrize(
    "html",
    [
        '<img src="weg.png" alt="">', "<img alt='' src='weg.png'>", "<img src=weg.png>", '<script src="weg.js"></script>', '<link rel="stylesheet" href="weg.css">',
        '<form action="weg/"></form>', '<A HREF="weg/">x</A>', '<a title="a > b" href="weg/">x</a>', '<a\nhref = "weg/">x</a>', '<img srcset="weg.png 2x" alt="">',
        '<object data="weg.svg"></object>', '<svg><use xlink:href="weg.svg#a"/></svg>', '<video poster="weg.png"></video>', '<button formaction="weg/">x</button>',
        '<meta http-equiv="refresh" content="0; url=weg/">', "<meta content='5;URL=\"weg/\"' http-equiv=refresh>",
    ],
)  # fmt: skip
def test_whatever_a_page_loads_or_leads_to_is_looked_at(site, html):
    """Pictures, scripts, styles, forms and drawings count as links, however they are written."""
    assert "weg" in said(site, html)


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="weg/">x</a> -->', '<script>const a = \'<a href="weg/">\';</script>', '<p>&lt;a href="weg/"&gt;</p>', '<p title=\'<a href="weg/">\'>x</p>',
        '<p data-href="weg/">x</p>', '<title><a href="weg/"></title>', '<meta name="description" content="weg/">', '<code>href="weg/"</code>',
    ],
)  # fmt: skip
def test_what_only_looks_like_a_link_is_left_alone(site, html):
    """Text about a link, a comment and a script hold no links."""
    assert said(site, html) == ""


def test_text_about_a_place_is_no_place():
    """A place that stands in text or in a comment is not one that a link can lead to."""
    assert noted('<code>id="a"</code><!-- <p id="b"> --><p title=\'id="c"\' data-id="d" id=e>').places == {"e"}


def test_below_a_path_a_full_address_of_the_site_is_a_link_within_it(site):
    """Below a path, addresses from the root of the server and whole ones are judged when they lead into the site."""
    below = "https://www.voorbeeld.example/beleid"
    for address in (
        "/beleid/doelen/",
        f"{below}/doelen/#oud",
        "/contact/",
        "/beleidsregels/",
        f"{below}sregels/",
        "../../doelen/",
    ):
        assert said(site, link(address), site_url=f"{below}/") == ""
    for address in ("/beleid/weg/", f"{below}/weg/"):
        assert "op /wie/gemeente/" in said(site, link(address), site_url=below)
    assert "/weg.png is er niet" in said(site, f'<meta property="og:image" content="{below}/weg.png">', site_url=below)


def test_the_page_for_what_is_not_found_is_judged_from_the_root(site):
    """Links of the page that is shown at any depth start at the root, and are looked at as well."""
    assert said(site, link("/doelen/"), "404.html") == ""
    assert "op /404.html" in said(site, link("/weg/"), "404.html")


def test_addresses_of_pages_may_be_encoded(site):
    """A page whose address has a sign that is encoded is found by both spellings."""
    (site / "café").mkdir()
    (site / "café" / "index.html").write_text("")
    for address in ("../../café/", "../../caf%C3%A9/"):
        assert said(site, link(address)) == ""
    links = Links()
    links.see("caf%C3%A9/", link("../doelen/"))
    links.see("doelen/", link("../caf%C3%A9/"))
    links.judge(site)


def test_a_link_on_many_pages_is_said_once(site):
    """A dead link in the menu is one line, with how many pages have it."""
    links = Links()
    for page, up in (("", ""), ("doelen/", "../"), ("wie/gemeente/", "../../")):
        links.see(page, link(f"{up}weg/"), "docs/index.md" if not page else "")
    with pytest.raises(DeadLinks) as error:
        links.judge(site)
    assert str(error.value).splitlines()[1:-1] == [
        "- 'weg/' op / (docs/index.md) en op nog 2 pagina’s: de pagina /weg/ is er niet."
    ]


def test_a_long_list_is_cut_short(site):
    """Of very many dead links the first are named, and how many others there are."""
    lines = said(site, "".join(link(f"weg-{number}.pdf") for number in range(40))).splitlines()
    assert len(lines) == 28
    assert lines[-2] == "- en nog 15 andere"


def test_what_a_style_loads_is_looked_at(site):
    """A picture or font that a style asks for must be there; one in a comment or inside the style itself need not."""
    assert said(site, "") == ""
    (site / "assets" / "css" / "x.css").write_text(
        "/* url(weg.png) */ p{background:url('data:image/png;base64,AA')} a{background:url(\"weg.svg\")}"
    )
    lines = said(site, "").splitlines()
    assert lines[1:-1] == ["- 'weg.svg' op /assets/css/x.css: het bestand /assets/css/weg.svg is er niet."]


def test_a_new_build_forgets_the_one_before(site):
    """In the live preview a link that was mended is not told again."""
    links = Links()
    links.see("", link("weg/"))
    links.start("")
    links.see("", link("doelen/"))
    links.judge(site)
