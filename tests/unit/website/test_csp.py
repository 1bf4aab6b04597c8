"""The content security policy of a page: nothing from elsewhere, and inline only what its hash names."""

from __future__ import annotations

import hashlib
from base64 import b64encode

import pytest

from polderkoers.website.csp import Guard, NoHead, inline, policy, refused, with_policy

PAGE = '<!doctype html>\n<html>\n<head>\n  <meta charset="utf-8">\n{head}</head>\n<body>{body}</body></html>'


def page(body: str = "", head: str = "") -> str:
    """Return a page."""
    return PAGE.format(head=head, body=body)


def hash_of(text: str) -> str:
    """Return the source that allows a text inline."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def directives(text: str) -> dict[str, list[str]]:
    """Return a policy as its directives."""
    return {name: sources for name, *sources in (part.split() for part in text.split(";"))}


def test_a_page_with_nothing_inline_allows_nothing_inline():
    """Scripts and styles come from the site itself, and nothing else has a source but what is named."""
    found = directives(policy(page('<script src="a.js"></script>')))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == found["style-src"] == ["'self'"]
    assert found["base-uri"] == ["'none'"]


def test_the_hash_is_the_one_that_a_browser_computes():
    """The hash of a known text is the one of the specification's own example of an inline script."""
    # CSP level 3, section 2.3.1: echo -n "alert('Hello, world.');" | openssl dgst -sha256 -binary | openssl enc -base64
    assert "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='" in policy(
        page("<script>alert('Hello, world.');</script>")
    )


@pytest.mark.parametrize(
    "script",
    [
        "<script>{}</script>", '<script type="module">{}</script>', "<script type=text/javascript>{}</script>", "<SCRIPT>{}</SCRIPT>",
        '<script data-src="x" data-type="y">{}</script>', '<script type="importmap">{}</script>', '<script title="a>b">{}</script >',
        '<script type="">{}</script>', '<script type="speculationrules">{}</script>', "<script\ndefer>{}</script\n>",
    ],
)  # fmt: skip
def test_an_inline_script_that_runs_is_in_the_policy_by_its_hash(script):
    """Whatever way a script that runs is written, its hash stands in the policy of its page."""
    text = "\n  let één = 1 < 2;\n"
    assert directives(policy(page(script.format(text))))["script-src"] == ["'self'", hash_of(text)]


@pytest.mark.parametrize("script", ['<script type="application/json">{"a": 1}</script>', "<script src='a.js'></script>", '<script type="application/ld+json">{}</script>'])  # fmt: skip
def test_a_script_that_does_not_run_needs_no_hash(script):
    """Data in a page, and a script with an address, add nothing to the policy."""
    assert list(inline(page(script))) == []


def test_an_inline_style_is_in_the_policy_of_styles_only():
    """A style allows itself, once, and no script."""
    found = directives(
        policy(page("<svg><style>a{}</style></svg>", "<style media='print'>a{}</style><style>b{}</style>"))
    )
    assert found["style-src"] == ["'self'", hash_of("a{}"), hash_of("b{}")]
    assert found["script-src"] == ["'self'"]


def test_the_ends_of_lines_are_hashed_as_a_browser_reads_them():
    """A script with the line ends of Windows has the hash of the text that a browser makes of it."""
    assert hash_of("a\nb\nc") in policy(page("<script>a\r\nb\rc</script>"))


def test_only_the_search_page_may_run_webassembly_and_fetch():
    """'wasm-unsafe-eval' and connect-src stand in the policy of /zoeken/ and of no other page, before and after it."""
    for path in ("", "over/", "onderwerpen/zoeken/", "zoeken/", "over/"):
        found = directives(policy(page(), path))
        assert ("'wasm-unsafe-eval'" in found["script-src"]) == (path == "zoeken/")
        assert found.get("connect-src") == (["'self'"] if path == "zoeken/" else None)


@pytest.mark.parametrize("body", ["", "<script>x()</script>", '<p style="a" onclick="b">'])
def test_nothing_unsafe_is_ever_allowed(body):
    """No page gets 'unsafe-inline', 'unsafe-hashes' or 'unsafe-eval'."""
    allowed = policy(page(body), "zoeken/").replace("'wasm-unsafe-eval'", "")
    assert "unsafe" not in allowed


def test_the_policy_stands_before_all_that_the_page_loads():
    """The policy comes right behind the character set, because a browser applies it to what follows."""
    html = with_policy(page(head='<link rel="stylesheet" href="a.css">'))
    charset, rest = html.split('<meta charset="utf-8">')
    assert rest.lstrip().startswith('<meta http-equiv="Content-Security-Policy" content="default-src')
    assert "stylesheet" not in charset


def test_a_page_without_a_character_set_is_guarded_too():
    """The policy is the first thing in the head when there is nothing that must come before it."""
    html = with_policy("<html><head class='a'><title>x</title></head><header></header></html>")
    assert html.startswith("<html><head class='a'>\n  <meta http-equiv=")
    assert html.count("<meta") == 1


def test_the_policy_of_a_template_is_replaced():
    """A page has one policy: two would allow only what both allow."""
    html = with_policy(
        page(head='  <meta http-equiv="Content-Security-Policy" content="script-src \'none\' &#39;a&#39;">\n')
    )
    assert html.count("Content-Security-Policy") == 1
    assert "script-src 'none'" not in html


def test_a_page_without_a_head_stops_the_build():
    """A page that cannot carry a policy is refused, by its address."""
    with pytest.raises(NoHead, match="over/"):
        with_policy("<p>Hallo</p>", "over/")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<td style="text-align: right">1</td>', ['<td style="text-align: right">']),
        ("<td\nSTYLE=a>1</td>", ['<td style="a">']),
        ('<p onclick="go()">', ['<p onclick="go()">']),
        ('<a href=" JavaScript:go()">', ['<a href=" JavaScript:go()">']),
        ('<img src="a.png"onerror=go()>', ['<img onerror="go()">']),
        ("<p>Schrijf geen style= en geen javascript: in een pagina.</p>", []),
        ('<p title="on line = goed" data-style="a">', []),
        ('<meta name="description" content="javascript: leren in de bibliotheek">', []),
        ("<p>Gewone tekst.</p>", []),
    ],
)
def test_what_no_hash_allows_is_found(body, found):
    """Attributes that are style or script are found, and words that only look like them are not."""
    assert refused(page(body)) == found


def test_the_live_preview_gets_no_policy_and_is_looked_at_all_the_same():
    """A preview has a script of its own in every page, so it has no policy; an editor still hears what will not work."""
    guard = Guard()
    html = page('<p style="a">', '<meta http-equiv="Content-Security-Policy" content="a">\n')
    assert "Content-Security-Policy" in guard(html)[0]
    guard.preview = True
    guarded, said = guard(html)
    assert "Content-Security-Policy" not in guarded
    assert said == ['<p style="a">']


def test_only_a_page_that_leads_to_parts_may_ask_for_their_names():
    """A page whose script looks through the parts of an overview may load a file of the site, and other pages may not."""
    assert directives(policy(page("<form data-pk-delen></form>")))["connect-src"] == ["'self'"]
    assert "connect-src" not in directives(policy(page("<form></form>")))
