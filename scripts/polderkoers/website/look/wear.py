"""The joint with MkDocs: reads what mkdocs.yml asks for below `theme:`, and makes the build wear it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from polderkoers.website.layers import Layers
from polderkoers.website.look.dress import dress
from polderkoers.website.look.letters import preloaded
from polderkoers.website.look.options import LookUnusable, Options, options
from polderkoers.website.social.cards import Card
from polderkoers.website.social.landscape import opened
from polderkoers.website.social.style import OURS, Drawing
from polderkoers.website.tokens import SHEET

_OUR_LETTERS = "assets/vendor/polder-sans/polder-sans-latin.woff2"
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}


@dataclass(frozen=True)
class Worn:
    """How a build looks: where its styles come from, its drawing and shared picture, what is told, and the files it all is made of.

    `subjects` are the pictures of its own that it has of subjects, by their id.
    """

    layers: Layers
    drawing: Drawing = OURS
    shared: Card | None = None
    told: tuple[str, ...] = ()
    watched: tuple[Path, ...] = ()
    subjects: Mapping[str, str] = field(default_factory=dict)


def put_on(config: MkDocsConfig, layers: Layers) -> Worn:
    """Return how a site looks, and tell the templates. Raises an error of Polderkoers, in Dutch, when something cannot be used."""
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    asked = options(config.theme, docs)
    dressed = dress(asked, root, docs, layers)
    made = {} if dressed.sheet is None else {SHEET.as_posix(): dressed.sheet}
    config.theme["pk"] = _for_templates(asked, str(config.theme["favicon"]))
    watched = tuple(root / name for name in (*asked.tokens, *asked.dark_tokens))
    return Worn(
        replace(layers, made=made),
        _drawing(asked, docs),
        _shared(asked, docs),
        dressed.told,
        watched,
        dict(asked.drawings),
    )


def drawings_of(worn: Worn, subjects: Collection[str]) -> Mapping[str, str]:
    """Return the pictures of its own that a site has of subjects, by their id. Raises `LookUnusable` for one of a subject that is not there."""
    for unknown in sorted(set(worn.subjects).difference(subjects)):
        cure = f"gebruik een id uit data/themas.yaml: {', '.join(subjects)}."
        raise LookUnusable("tekeningen", f"'{unknown}' is geen onderwerp", cure)
    return worn.subjects


def replace_sheets(layers: Layers, files: Files, config: MkDocsConfig) -> None:
    """Put the texts that are made for a site in the place of the files that have their names."""
    for name, text in layers.made.items():
        if old := files.get_file_from_path(name):
            files.remove(old)
        files.append(File.generated(config, name, content=text))


def _for_templates(asked: Options, favicon: str) -> dict[str, object]:
    letters = tuple(preloaded(asked)) or (_OUR_LETTERS,)
    return {
        "logo": asked.logo,
        "dark_logo": asked.dark_logo,
        "landscape": asked.landscape,
        "draws": asked.draws,
        "drawn": asked.drawn,
        "letters": [(path, f"font/{Path(path).suffix[1:].lower()}") for path in letters],
        "icon_type": _TYPES.get(Path(favicon).suffix.lower(), ""),
    }


def _drawing(asked: Options, docs: Path) -> Drawing:
    """Return what is drawn in the pictures for sharing. A drawing of lines (SVG) cannot be painted: its place stays empty."""
    view = _painted("landschap", asked.landscape, docs)
    return Drawing(_painted("logo", asked.logo, docs), view if asked.draws else b"", asked.drawn)


def _painted(name: str, path: str, docs: Path) -> bytes | None:
    if not path:
        return None
    if path.lower().endswith(".svg"):
        return b""
    content = (docs / path).read_bytes()
    _size(name, path, content)
    return content


def _shared(asked: Options, docs: Path) -> Card | None:
    """Return the one picture for all pages, if any."""
    if not asked.shared:
        return None
    width, height = _size("deelbeeld", asked.shared, (docs / asked.shared).read_bytes())
    if width < 600 or height < 315:
        what = f"het beeld is {width} bij {height} pixels, en dat is te klein"
        raise LookUnusable("deelbeeld", what, "gebruik een beeld van 1200 bij 630 pixels.")
    return Card(asked.shared, asked.shared_words, width, height, _TYPES[Path(asked.shared).suffix.lower()])


def _size(name: str, path: str, content: bytes) -> tuple[int, int]:
    try:
        return opened(content).size
    except OSError as error:
        what, cure = f"'{path}' is geen beeld dat te lezen is", "bewaar het beeld opnieuw, bijvoorbeeld als .png."
        raise LookUnusable(name, what, cure) from error
