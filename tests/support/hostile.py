"""Polderdam with harmful texts: in every text of many kernopgaven, and in goals that were there before and after a change."""

from __future__ import annotations

import json
from pathlib import Path

from injection.corpus import SHOWN
from support.gemeente import laid
from support.git import git
from support.listed import content

NASTY = {
    "script": "<script>document.title='gehackt'</script>",
    "image": '<img src=x onerror="document.title=1">',
    "jinja": "{{ 7*7 }} {% raw %} {# weg #}",
    "markdown": "**vet** [klik](javascript:alert(1)) # kop `code` ![x](y) <!-- weg -->",
    "attribute": '"\' onmouseover=alert(1) x="{: onclick=alert(1) }',
    "end": "</title></script></p></div><h1>ander</h1> &lt;b&gt; &amp;",
}
TITLES = {f"gemeen-{place}": injection.text for place, injection in enumerate(SHOWN)}
# The kernopgave whose goals each got another text since the version `eerst`.
CHANGED = "veranderde-doelen"
TEXTS = [injection.text for injection in SHOWN]
_HEAD = """\
soort: kernopgave
id: {id}
nummer: 9
titel: {title}
versie: "1.0"
status: concept
vastgesteld_op: null
vastgesteld_door: null
bron: {{document: toekomstvisie-2014, plek: Voorbeeld}}
samenvatting: {title}
themas: [leefbaarheid]
inleiding: {title}
doelen:
"""
_VERSIONS = """\
soort: versies
id: versies
versie: "1.0"
status: null
versies:
  - {{id: eerst, naam: De eerste, uitleg: Een versie., datum: 2024-05, vastgesteld_door: null, besluit: null, documenten: [toekomstvisie-2014], commit: eerst, inhoud: {content}}}
"""


def laid_hostile(root: Path) -> Path:
    """Make Polderdam with harmful texts and one earlier version in `root`, and return it."""
    laid(root)
    _forget_versions(root)
    _write(root, CHANGED, "Veranderde doelen", [(text, "§") for text in TEXTS])
    git(root, "init", "--quiet")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "--message", "eerst")
    git(root, "tag", "eerst")
    (root / "data" / "versies.yaml").write_text(_VERSIONS.format(content=content(root, "eerst")), encoding="utf-8")
    _write(root, CHANGED, "Veranderde doelen", [(text, text) for text in TEXTS])
    for id_, text in {**TITLES, **{f"gemeen-{name}": text for name, text in NASTY.items()}}.items():
        _write(root, id_, text, [(text, text)])
    return root


def _forget_versions(root: Path) -> None:
    """Let no report be about a version that this root does not have."""
    for path in (root / "data" / "verslagen").glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = ("over_versie: null\n" if line.startswith("over_versie:") else line for line in lines)
        path.write_text("".join(kept), encoding="utf-8")


def _write(root: Path, id_: str, title: str, goals: list[tuple[str, str]]) -> None:
    """Write a kernopgave with a title, and goals with a name and an explanation."""
    rows = [{"id": f"doel-{place}", "naam": name, "toelichting": text} for place, (name, text) in enumerate(goals)]
    # JSON is YAML, and its escapes leave no doubt about what stands in a text.
    lines = (f"  - {json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    head = _HEAD.format(id=id_, title=json.dumps(title, ensure_ascii=False))
    (root / "data" / "kernopgaven" / f"{id_}.yaml").write_text(f"{head}{''.join(lines)}", encoding="utf-8")
