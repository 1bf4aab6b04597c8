"""Reads back what each form of output says of two versions: the number and the sentence of every change, in its order."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from polderkoers.changes.account.told import Told
from polderkoers.changes.impact import impact
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.versies import Versie
from polderkoers.report.changes.comparison import ComparisonReport, to_tell
from polderkoers.report.changes.html import as_html
from polderkoers.report.changes.json import as_json
from polderkoers.report.changes.markdown import as_markdown
from polderkoers.report.changes.pull_request import PullRequest, as_pull_request
from polderkoers.report.changes.text import as_text
from polderkoers.website.history import HeldVersion, History
from polderkoers.website.render import Renderer
from polderkoers.website.views.changes.addresses import pair_path
from polderkoers.website.views.messages import StepMessages
from polderkoers.website.views.site import Site

Said = list[tuple[str, str]]
_NUMBER = r"[A-Z\d]+\.\d+"
_MARKS = r"inhoudelijk|redactioneel|opmerking|lijst"
_TEXT = re.compile(rf"^  - ({_NUMBER}) (.*?) \[(?:{_MARKS})\]$", re.MULTILINE)
_MARKDOWN = re.compile(rf"^\*\*({_NUMBER})\*\* (.*?) \*\((?:{_MARKS})\)\*$", re.MULTILINE)
_PROPOSAL = re.compile(rf"^({_NUMBER}) (.*)$", re.MULTILINE)
_HTML = re.compile(rf'<strong class="nummer">({_NUMBER})</strong> (.*?) <span class="bij">', re.DOTALL)
_SITE = re.compile(
    rf'<span class="pk-hidden">Punt </span>({_NUMBER})</span> .*?<p class="pk-wz__zin">(.*?)</p>', re.DOTALL
)


@dataclass(frozen=True)
class Versions:
    """Two versions as the site holds them."""

    history: History
    old: HeldVersion
    new: HeldVersion

    @property
    def report(self) -> ComparisonReport:
        """What the commands show of them."""
        found = self.history.comparison(self.old, self.new)
        changes = to_tell(found.changes)
        touched = impact(changes, self.old.policy, self.new.policy)
        draft = self.history.draft(self.old, self.new)
        return ComparisonReport(found, "oud", "nieuw", changes, touched, draft=draft)

    @property
    def said(self) -> Said:
        """What must be said of every change but the entries of lists, which are told by their names."""
        return [(each.number, _plain(each.sentence)) for each in self._told]

    @property
    def lines(self) -> Said:
        """The same for a form in which changes that are one for a reader are one line."""
        account = self.history.account(self.old, self.new)
        files = chain.from_iterable(part.files for part in account.parts)
        lines = chain.from_iterable(item.told for file in files for item in file.items)
        line_of = {each.change.anchor: line for line in lines for each in line.each}
        found = [line_of.get(each.change.anchor, each) for each in self._told]
        return list({id(line): (line.number, _plain(line.sentence)) for line in found}.values())

    @property
    def _told(self) -> list[Told]:
        return [each for each in self.history.account(self.old, self.new).told if not each.is_entry]

    @property
    def entries(self) -> set[str]:
        """The names of the entries of lists that are new or gone."""
        told = self.history.account(self.old, self.new).told
        return {_plain(each.change.item.label) for each in told if each.is_entry}


def versions_of(old: Loaded, new: Loaded) -> Versions:
    """Return two loaded versions, the newer being the state of now."""
    listed = Versie(
        id="2001", naam="Versie 2001", uitleg="Zo was het.", datum="2001", vastgesteld_door=None, besluit=None, commit="a" * 40
    )  # fmt: skip
    history = History(None, new)
    held = HeldVersion("2001", "Versie 2001", old, listed)
    history.__dict__["_opened"] = ((held,), ())
    return Versions(history, held, history.versions[-1])


def versions_in(root: Path, now: Loaded) -> list[Versions]:
    """Return every pair of versions of a project with a history."""
    history = History(root, now)
    return [Versions(history, old, new) for old, new in history.pairs()]


def by_text(found: Versions) -> tuple[Said, str]:
    """Return what the text for a terminal says, unfolded, and all of it."""
    text = as_text(found.report)
    unfolded = re.sub(r"(?m)^(  - [A-Z\d]+\.\d+ (?:.*\n {4})*?.*\[(?:" + _MARKS + r")\])$", _unfold, text)
    return _read(_TEXT, unfolded), text


def _unfold(match: re.Match[str]) -> str:
    return re.sub(r"\n {4}", " ", match.group(1))


def by_markdown(found: Versions) -> tuple[Said, str]:
    """Return what the Markdown says, and all of it."""
    text = _unescaped(as_markdown(found.report))
    return _read(_MARKDOWN, text), text


def by_proposal(found: Versions) -> tuple[Said, str]:
    """Return what the report on a proposal says before its draft of a decision, and all of it."""
    text = _unescaped(as_pull_request(PullRequest(found.report), 10_000_000))
    return _read(_PROPOSAL, text.partition("<details>")[0]), text


def by_html(found: Versions) -> tuple[Said, str]:
    """Return what the page to keep says, and all of it."""
    text = as_html(found.report)
    return _read(_HTML, text), html.unescape(text)


def by_json(found: Versions) -> tuple[Said, str]:
    """Return what the document for programs says, in the order of numbers that the account has, and all of it."""
    text = as_json(found.report)
    told = {change["anchor"]: (change["number"], _plain(change["sentence"])) for change in json.loads(text)["changes"]}
    order = [each.change.anchor for each in found.history.account(found.old, found.new).told if not each.is_entry]
    return [told[anchor] for anchor in order if anchor in told], text


def by_site(found: Versions) -> tuple[Said, str]:
    """Return what the page of the site says, and all of it."""
    renderer = Renderer(Site(found.history.versions[-1].policy), found.history)
    text = renderer.page(pair_path(found.old.id, found.new.id))
    return _read(_SITE, text), html.unescape(text)


def by_feed(found: Versions) -> tuple[Said, str]:
    """Return what the messages of a feed say, and the names of entries in them."""
    messages = list(StepMessages(found.history, found.old, found.new).messages())
    said = [(message.number, _plain(message.title)) for message in messages]
    names = " ".join([*(message.title for message in messages), *(" ".join(message.names) for message in messages)])
    told = {number for number, _ in found.said}
    return [each for each in said if each[0] in told], names


def _read(form: re.Pattern[str], text: str) -> Said:
    return [(number, _plain(html.unescape(sentence))) for number, sentence in form.findall(text)]


def _unescaped(text: str) -> str:
    return html.unescape(text.replace("<ins></ins>", ""))


def _plain(text: str) -> str:
    """Return a sentence without what each form makes of white space and of signs that cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).replace("\ufffd", " ").split())
