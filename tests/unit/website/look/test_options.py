"""What mkdocs.yml may say below `theme:` about the look of a site, and what is said of what it may not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from polderkoers.website.layers import Layers
from polderkoers.website.look.options import LookUnusable, Options, options
from polderkoers.website.look.wear import drawings_of, put_on


@pytest.fixture
def docs(tmp_path):
    """A folder of pages with a few pictures, a file that is called a font, and one outside it."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, size in (("wapen.png", (60, 48)), ("delen.png", (1200, 630)), ("klein.png", (32, 32))):
        Image.new("RGB", size, "red").save(folder / name)
    for name in ("wapen.svg", "geen.woff2", "kapot.png", "over.md"):
        (folder / name).write_text("<svg/>", encoding="utf-8")
    (tmp_path / "buiten.png").write_bytes(b"x")
    return folder


def worn(docs, theme: dict[str, Any]):
    """Put a look on a site, as a build does."""
    config = SimpleNamespace(
        docs_dir=str(docs),
        config_file_path=str(docs.parent / "mkdocs.yml"),
        theme={"favicon": "assets/favicon.svg", **theme},
    )
    return put_on(config, Layers())


def test_all_that_can_be_asked_for(docs):
    """Each setting names files of docs/, and tokens are files beside mkdocs.yml."""
    asked = {
        "tokens": {"licht": ["a.json", "b.css"], "donker": "c.css"}, "logo": "wapen.svg", "logo_donker": "wapen.png", "landschap": "wapen.png",
        "lettertype": {"normaal": "geen.woff2", "vet": "geen.woff2"}, "deelbeeld": "delen.png", "deelbeeld_tekst": "Ons\n gemeentehuis.",
        "tekeningen": {"wonen": "wapen.svg", "leren": None},
    }  # fmt: skip
    assert options(asked, docs) == Options(
        ("a.json", "b.css"), ("c.css",), "wapen.svg", "wapen.png", "wapen.png", fonts=(("normaal", "geen.woff2"), ("vet", "geen.woff2")),
        shared="delen.png", shared_words="Ons gemeentehuis.", drawings=(("wonen", "wapen.svg"),),
    )  # fmt: skip
    assert options({}, docs) == Options()
    assert options({"tokens": "a.json", "landschap": False}, docs) == Options(("a.json",), draws=False)


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ({"tokens": 3}, "tokens: '3' is geen pad"), ({"tokens": ["a.json", ""]}, "tokens: '' is geen pad"),
        ({"tokens": {"donker": "a.json"}}, "tokens: licht ontbreekt"), ({"tokens": {"licht": "a.json", "nacht": "b.json"}}, "tokens: 'nacht' kan daar niet"),
        ({"logo": "weg.svg"}, "logo: het bestand 'weg.svg' staat niet in de map docs"), ({"logo": "over.md"}, "logo: 'over.md' kan hier niet"),
        ({"logo": "../buiten.png"}, "logo: het bestand '../buiten.png' staat niet in de map docs"), ({"logo": ["wapen.svg"]}, "is geen pad"),
        ({"logo": 'a".png'}, "heeft een teken dat in een adres niet kan"),
        ({"tekeningen": "wapen.svg"}, "tekeningen: 'wapen.svg' is geen lijst van onderwerpen"), ({"tekeningen": {"wonen": "weg.svg"}}, "tekeningen: het bestand 'weg.svg'"),
        ({"landschap": "weg.png"}, "landschap: het bestand"), ({"landschap": "kapot.png"}, "landschap: 'kapot.png' is geen beeld dat te lezen is"),
        ({"lettertype": {"vet": "geen.woff2"}}, "lettertype: normaal ontbreekt"), ({"lettertype": "wapen.png"}, "lettertype: 'wapen.png' kan hier niet"),
        ({"lettertype": "geen.woff2"}, "lettertype: 'geen.woff2' is geen lettertype dat te lezen is"), ({"favicon": "weg.ico"}, "favicon: het bestand"),
        ({"lettertype": {"normaal": "geen.woff2"}}, "is geen lettertype dat te lezen is"),
        ({"deelbeeld": "delen.png"}, "deelbeeld: daar hoort een beschrijving bij"), ({"deelbeeld": "wapen.svg"}, "deelbeeld: 'wapen.svg' kan hier niet"),
        ({"deelbeeld": "klein.png", "deelbeeld_tekst": "X."}, "deelbeeld: het beeld is 32 bij 32 pixels"),
        ({"deelbeeld": "kapot.png", "deelbeeld_tekst": "X."}, "deelbeeld: 'kapot.png' is geen beeld dat te lezen is"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_dutch(docs, theme, said):
    """The setting is named, what is wrong with it, and how to mend it."""
    with pytest.raises(LookUnusable) as error:
        worn(docs, theme)
    assert str(error.value).startswith("In mkdocs.yml staat bij theme: ")
    assert said in str(error.value)
    assert "Hoe op te lossen: " in str(error.value)


def test_a_drawing_of_lines_leaves_its_place_in_pictures_empty(docs):
    """An SVG cannot be painted, and neither our mark nor our view stands beside the look of another."""
    drawing = worn(docs, {"logo": "wapen.svg", "landschap": "wapen.svg"}).drawing
    assert (drawing.mark, drawing.view) == (b"", b"")
    assert worn(docs, {"landschap": False}).drawing.view == b""
    assert worn(docs, {}).drawing.view is None


def test_another_view_of_ours_can_be_asked_for_by_name(docs):
    """Who asks for nothing gets the land anywhere; the polder comes by its name, in the pictures for sharing too."""
    assert worn(docs, {}).drawing.drawn == "land"
    assert (worn(docs, {"landschap": "polder"}).drawing.drawn, options({"landschap": "polder"}, docs).landscape) == (
        "polder",
        "",
    )


def test_a_drawing_of_a_subject_that_is_not_there_is_refused(docs):
    """A picture by an id that no subject has would be shown nowhere: the ids that can be are named."""
    look = worn(docs, {"tekeningen": {"wonem": "wapen.svg"}})
    assert drawings_of(look, ["wonem"]) == {"wonem": "wapen.svg"}
    with pytest.raises(LookUnusable) as error:
        drawings_of(look, ["wonen", "zorg"])
    assert "'wonem' is geen onderwerp" in str(error.value)
    assert "gebruik een id uit data/themas.yaml: wonen, zorg." in str(error.value)
