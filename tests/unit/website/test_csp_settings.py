"""What mkdocs.yml adds to the policy of the pages is used, and what would break a promise of the site is refused."""

from __future__ import annotations

import pytest

from polderkoers.website.csp import Guard, policy
from polderkoers.website.csp_settings import CspUnusable, added, outside

PAGE = "<html><head></head><body><script>1</script></body></html>"
A_HASH = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize("setting", [None, "", {}, "  ;; ", {"img-src": ""}, {"img-src": []}])
def test_nothing_added_is_the_strictest_policy(setting):
    """An empty setting leaves every page as strict as it was."""
    assert policy(PAGE, added=added(setting)) == policy(PAGE)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"img-src": "data:"}, "img-src 'self' data:"),
        ({"img-src": ["data:", "https://beeld.voorbeeld.example"]}, "img-src 'self' data: https://beeld.voorbeeld.example"),
        ("img-src 'self' data:; form-action https://formulier.voorbeeld.example/a", "form-action 'self' https://formulier.voorbeeld.example/a"),
        ({"frame-src": "https://film.voorbeeld.example:8443"}, "frame-src https://film.voorbeeld.example:8443"),
        ({"connect-src": "'self'"}, "connect-src 'self'"),
        ({"IMG-SRC": "blob:"}, "img-src 'self' blob:"),
        ("style-src " + A_HASH, "style-src 'self' " + A_HASH),
        ("default-src 'none'; script-src 'self'; img-src 'self' data:; base-uri 'none'", "script-src 'self' 'sha256-"),
    ],
)  # fmt: skip
def test_what_is_added_stands_in_the_policy(setting, expected):
    """A source that is added stands beside those that were there, and hashes of what is inline stay."""
    said = policy(PAGE, added=added(setting))
    assert expected in said
    assert "'sha256-" in said
    assert said.startswith("default-src 'none'; ")


def test_a_guard_gives_every_page_what_is_added():
    """The setting changes the pages themselves, the page that is not found too."""
    guard = Guard()
    guard.added = added({"img-src": "data:"})
    for url in ("", "zoeken/", "404.html"):
        assert "img-src 'self' data:;" in guard(PAGE, url)[0]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"script-src": "'unsafe-inline'"}, "ook uit wat een vreemde in een pagina zet"),
        ({"script-src": "'unsafe-eval'"}, "'script-src 'unsafe-eval''"),
        ({"style-src": "'unsafe-inline'"}, "ook uit wat een vreemde"),
        ("default-src *; script-src *", "'default-src *'"),
        ({"script-src": "*"}, "Dan mag alles van overal komen."),
        ({"img-src": "*"}, "Dan mag alles van overal komen."),
        ({"img-src": "https:"}, "Dan mag alles van overal komen."),
        ({"img-src": "https://*.voorbeeld.example"}, "van overal"),
        ({"img-src": "http://beeld.voorbeeld.example"}, "een adres zoals https://beeld.voorbeeld.nl"),
        ({"script-src": "https://cdn.voorbeeld.example"}, "niets laadt of stuurt naar andere sites"),
        ({"connect-src": "https://api.voorbeeld.example"}, "niets laadt of stuurt"),
        ({"connect-src": "wss://api.voorbeeld.example"}, "'connect-src wss://api.voorbeeld.example'"),
        ({"script-src": "data:"}, "Bij script-src kan alleen: 'self', 'sha256-…'."),
        ({"script-src": "'strict-dynamic'"}, "kan daar niet"),
        ({"script-src": "'nonce-abc'"}, "kan daar niet"),
        ({"img-src": "'none'"}, "kan daar niet"),
        ({"img-src": 'data:" onload="x'}, "kan daar niet"),
        ({"img-src": "data:;script-src *"}, "'img-src data:;script-src'"),
        ({"script-src-elem": "'self'"}, "Wel kan: img-src"),
        ({"object-src": "'self'"}, "Wel kan: img-src"),
        ({"frame-ancestors": "'self'"}, "zie de map deploy/"),
        ("sandbox", "zie de map deploy/"),
        ({"img-src": {"a": "b"}}, "een tekst of een lijst"),
        ({"img-src": [1]}, "een tekst of een lijst"),
        ({"img-src": None}, "een tekst of een lijst"),
        (["img-src"], "per soort wat erbij mag"),
        (True, "per soort wat erbij mag"),
    ],
)
def test_what_would_break_a_promise_is_refused(setting, said):
    """Scripts from elsewhere or inline, everything from everywhere, and what a page cannot say are refused with the reason."""
    with pytest.raises(CspUnusable) as error:
        added(setting)
    assert str(error.value).startswith("In mkdocs.yml staat bij extra: csp: ")
    assert said in str(error.value)


def test_other_sites_are_known_by_name():
    """Sites from which something may be loaded can be told to readers, each once; where a form leads is not loaded."""
    sources = added({
        "img-src": "data: https://Beeld.voorbeeld.example/a https://beeld.voorbeeld.example", "frame-src": "https://film.voorbeeld.example",
        "form-action": "https://formulier.voorbeeld.example",
    })  # fmt: skip
    assert outside(sources) == ("beeld.voorbeeld.example", "film.voorbeeld.example")
    assert outside({}) == ()
