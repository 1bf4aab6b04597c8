"""Addresses that people kept, on a built site: each answers with what became of what stood there."""

from __future__ import annotations

from polderkoers.cli import main
from support.links import dead_links

MORE = """\
  - was: oude-buurten
    soort: kernopgave
    gebeurd: opgegaan in
    nu: [tuinen]
    naam: Oude buurten
    sinds: 2020
  - was: tuinen/doel-perken
    soort: doel
    gebeurd: vervallen
    naam: Overal perken
    uitleg: Bewoners doen dit nu zelf.
"""


def test_what_was_renamed_merged_or_dropped_answers_at_its_old_address(project, built):
    """A page of another name leads on, its feed is there too, a place is beside what stands there, and what is gone is told."""
    for old, new in (("groene-buurten/doel-bloemen", "doel-bloembakken"), ("groene-buurten", "tuinen")):
        assert main(["rename", old, new, "--root", str(project)]) == 0
    path = project / "data/adressen.yaml"
    path.write_text(path.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    site = built()
    old = (site.folder / "kernopgaven/groene-buurten/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="../../kernopgaven/tuinen/">' in old
    assert 'http-equiv="refresh"' in old
    feeds = [site.folder / f"feeds/kernopgaven/{name}.xml" for name in ("groene-buurten", "tuinen")]
    assert feeds[0].read_bytes() == feeds[1].read_bytes()
    now = (site.folder / "kernopgaven/tuinen/index.html").read_text(encoding="utf-8")
    card = now.partition('id="doel-bloembakken"')[2].partition("</h")[0]
    assert '<span id="doel-bloemen"></span>' in card
    assert "Doel ‘Overal perken’ is vervallen." in now.partition('<li id="doel-perken"')[2].partition("</li>")[0]
    stone = (site.folder / "kernopgaven/oude-buurten/index.html").read_text(encoding="utf-8")
    assert "is sinds 2020 opgegaan in:" in stone
    assert '<meta name="robots" content="noindex">' in stone
    for overview in ("onderwerpen", "doelen"):
        listed = (site.folder / overview / "index.html").read_text(encoding="utf-8")
        assert "Oude buurten" not in listed
        assert "Overal perken" not in listed
    data = (site.folder / "data/kernopgaven/groene-buurten.yaml").read_text(encoding="utf-8").partition("\n")
    assert data[0] == "# Dit bestand heet nu data/kernopgaven/tuinen.yaml. Hieronder staat daar een kopie van."
    assert data[2] == (site.folder / "data/kernopgaven/tuinen.yaml").read_text(encoding="utf-8")
    merged = (site.folder / "data/kernopgaven/oude-buurten.yaml").read_text(encoding="utf-8")
    assert merged == "# Kernopgave ‘Oude buurten’ is sinds 2020 opgegaan in:\n# - data/kernopgaven/tuinen.yaml\n"
    assert dead_links(site) == []
