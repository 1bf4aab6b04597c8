"""Makes the pages of a build in several processes, inside the build of MkDocs, which does all the rest.

A site with code or templates of its own is built as MkDocs does.
"""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import jinja2
from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from polderkoers.errors import PolderkoersError
from polderkoers.website import menu_names
from polderkoers.website.building import along, parts
from polderkoers.website.building.crew import ProcessGone, done, processes
from polderkoers.website.building.ground import engine
from polderkoers.website.building.heard import heard, say
from polderkoers.website.building.recall import Recall
from polderkoers.website.building.sheet import Failed, Sheet, know, known, note, seen
from polderkoers.website.building.templates import Templates
from polderkoers.website.building.usual import is_usual, look_around
from polderkoers.website.environment import COMPILED
from polderkoers.website.late_file import LateFile
from polderkoers.website.parking import Parking
from polderkoers.website.sealed import is_off
from polderkoers.website.search.kept import KeptIndex

if TYPE_CHECKING:
    from polderkoers.website.plugin import PolderkoersPlugin

_log = logging.getLogger("mkdocs.plugins.polderkoers")
_counts = logging.getLogger("polderkoers.website.building")
_Populate, _Build = mkdocs._populate_page, mkdocs._build_page  # noqa: SLF001 - MkDocs has no other way to one page


class _Elsewhere(Exception):
    """Tells where in another process something was raised."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


class _End(Abort):
    """Ends the build; whatever there is to say was said."""

    def __init__(self) -> None:
        super().__init__("")

    def show(self, *_: Any, **__: Any) -> None:
        """Say nothing more."""


class _PartMade(_End):
    """Ends a build that was to make a part: there is no site."""

    exit_code = 0


class _NotHere(_End):
    """Ends the build with the exit code that means: the fault is not in the data."""

    exit_code = 2


def _not_here(why: PolderkoersError) -> _NotHere:
    """Say why a build ends that cannot be made here, and return what ends it."""
    _log.error(str(why))
    return _NotHere()


class Press:
    """The pages of one build."""

    def __init__(self, config: MkDocsConfig, plugin: PolderkoersPlugin) -> None:
        """Start with nothing made."""
        self._config, self._plugin = config, plugin
        self._root = Path(config.config_file_path).parent
        self._waiting: list[Page] = []
        self._sheets: dict[str, Sheet] = {}
        self._is_off = False
        # How many pages were made that were not known again.
        self.made = 0

    def begin(self, nav: Navigation, files: Files) -> None:
        """Take the menu and the files of the site; what stands on other pages than its own is made first."""
        self._nav, self._files = nav, files
        self._is_off = look_around(files)
        if self._is_off and parts.asked():
            raise _not_here(parts.NotInParts())
        if self._is_off:
            return
        for page in nav.pages:
            page.read_source(self._config)
            if menu_names.is_said(page):
                menu_names.name(page, self._config)

    def populate(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs
        """Take a page that MkDocs wants the text of."""
        if self._is_off or self._is_made_first(page):
            _Populate(page, config, files, dirty)
        else:
            self._waiting.append(page)

    def _is_made_first(self, page: Page) -> bool:
        """Return whether other pages show something of a page that only its text tells: its name, or of the home page its heading."""
        return page.is_homepage or (page in self._nav.pages and not menu_names.is_said(page))

    def make(self, env: jinja2.Environment) -> None:
        """Make all pages that were taken, and say what was said of their texts. Raises what was raised there."""
        self._env = env
        if not is_off():
            env.bytecode_cache = Templates("thema", engine())
        self._documents = self._files.documentation_pages()
        # Whatever all of them want is looked up once.
        self._plugin.renderer.warm()
        try:
            self._recall = Recall(self._config, self._nav, self._plugin)
        except PolderkoersError as error:
            raise _not_here(error) from error
        if said := along.warning(self._root):
            _counts.warning(said)
        if part := parts.asked():
            self._make_part(part)
        made = done(self._made, len(self._waiting), processes())
        for page, sheet in zip(self._waiting, _whole(made), strict=True):
            self._lay(page, sheet)
            self.made += not sheet.is_recalled
        self._recall.bound(len(self._waiting))
        _counts.debug("%s pages made, of %s", self.made, len(self._waiting))

    def _make_part(self, part: parts.Share) -> None:
        """Make a share of the pages that can be known again, keep them, and end the build."""
        if not self._recall.is_on:
            raise _not_here(parts.NotInParts())
        self._plugin.refuse_faults()
        folder = parts.begin(self._root, part)
        self._recall.keep_in(folder)
        self._waiting = [page for page in self._waiting if isinstance(page.file, LateFile)][part.number - 1 :: part.of]
        for sheet in _whole(done(self._made, len(self._waiting), processes())):
            self.made += sheet.known is not None
        parts.finish(folder, part)
        _counts.debug("%s pages made, of %s", self.made, len(self._waiting))
        raise _PartMade

    def _lay(self, page: Page, sheet: Sheet) -> None:
        self._sheets[page.file.src_uri] = sheet
        say(sheet.early)
        if sheet.failed and sheet.failed.is_early:
            raise sheet.failed.error
        self._plugin.faults.lines += sheet.faults
        if sheet.known and sheet.seen:
            know(page, sheet.known, self._files)
            note(page, sheet.seen, self._plugin)

    def build(self, page: Page, *more: Any, **named: Any) -> None:
        """Say what was said of a page that MkDocs wants written, which is done. Raises what was raised there."""
        sheet = self._sheets.pop(page.file.src_uri, None)
        if sheet is None:
            _Build(page, *more, **named)
            return
        say(sheet.late)
        if sheet.failed:
            raise sheet.failed.error

    @staticmethod
    def kept_index(root: Path) -> KeptIndex | None:
        """Return where the search of earlier builds is kept; None when all is to be made anew."""
        return KeptIndex(root, engine()) if along.keeps(root) else None

    @staticmethod
    def take_away() -> None:
        """Let MkDocs make its pages itself again."""
        vars(mkdocs).update(_populate_page=_Populate, _build_page=_Build)
        COMPILED.earlier = None

    def _made(self, number: int) -> Sheet:
        """Make a page by its number, and return what a build must know of it."""
        page = self._waiting[number]
        try:
            return self._sheet(page)
        finally:
            # Nothing of a page is wanted again.
            page.markdown = page.content = None
            self._plugin.renderer.parking = Parking()

    def _sheet(self, page: Page) -> Sheet:
        """Return a page from an earlier build when it can be known again, and else a new one."""
        with heard() as said:
            key = self._key(page)
        if not key or said:
            # Nothing of it could be kept in a part; whoever makes the site of the parts makes it.
            return Sheet() if parts.asked() else self._new(page)
        found = self._recall.find(key, page)
        if found is None:
            found = self._new(page)
            self._recall.keep(key, page, found)
        return found

    def _key(self, page: Page) -> str:
        try:
            page.read_source(self._config)
            return self._recall.key(page)
        except Exception:  # noqa: BLE001 - it comes again where MkDocs waits for it
            return ""

    def _new(self, page: Page) -> Sheet:
        with heard() as early:
            error = _raised(_Populate, page, self._config, self._files)
        faults = self._plugin.faults.taken()
        if error or faults:
            failed = Failed(error, is_early=True) if error else None
            return Sheet(tuple(early), faults=faults, failed=failed)
        with heard() as late:
            error = _raised(_Build, page, self._config, self._documents, self._nav, self._env)
        if error:
            return Sheet(tuple(early), tuple(late), failed=Failed(error, is_early=False), known=known(page))
        return Sheet(tuple(early), tuple(late), known=known(page), seen=seen(page, self._plugin))


def _whole(made: Iterator[Sheet]) -> Iterator[Sheet]:
    try:
        yield from made
    except ProcessGone as error:
        raise _not_here(error) from error


def _raised(make: Callable[..., None], *arguments: Any) -> Exception | None:
    """Do something, and return what it raised, as something that can leave this process."""
    try:
        make(*arguments)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again where MkDocs waits for it
        return _portable(error)
    return None


def _portable(error: Exception) -> Exception:
    where = "".join(traceback.format_exception(error))
    try:
        told = cast("Exception", pickle.loads(pickle.dumps(error)))  # noqa: S301 - it was written a moment ago
    except Exception:  # noqa: BLE001 - some errors cannot be written
        told = RuntimeError(f"{type(error).__name__}: {error}")
    told.__cause__ = _Elsewhere(where)
    return told


def put_in_place(config: MkDocsConfig, plugin: PolderkoersPlugin) -> Press | None:
    """Let MkDocs ask for its pages here, until it is taken away; return nothing for a site that MkDocs must build by itself."""
    if not is_usual(config):
        if parts.asked():
            raise _not_here(parts.NotInParts())
        return None
    press = Press(config, plugin)
    if not is_off():
        COMPILED.earlier = templates = Templates("bladzijden", engine())
        templates.bound()
    vars(mkdocs).update(_populate_page=press.populate, _build_page=press.build)
    return press
