"""The one moment that a feed needs for a version, of which the policy often knows no more than a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import datum_in_words, parse_datum
from polderkoers.website.dates import is_moment, source_date_epoch, told_by_git

if TYPE_CHECKING:
    from polderkoers.website.history import HeldVersion


_NO_DAY = "Een feed heeft een dag nodig; de dag bij dit bericht is dus niet precies."
_DAY = "De dag bij dit bericht is die waarop"


@dataclass(frozen=True)
class FeedMoment:
    """When a version came to be, as a feed has it, and what a reader must know about how exact that is."""

    at: datetime
    words: str


def moment(version: HeldVersion, root: Path) -> FeedMoment:
    """Return the moment of a version; every build of one commit gives the same.

    For a listed version that is the last day of what is known of its date, but never later than the commit that holds
    it. For the state of now it is the last commit that changed the data. Where Git does not know, it is the moment
    of the build, which a build of a commit has from SOURCE_DATE_EPOCH or from that commit.
    """
    built = _built(root)
    if version.listed is None:
        return _of_now(root, built)
    saved = built
    if version.commit:
        saved = _authored(root, version.commit) or built
    date = version.listed.datum
    days = parse_datum(date) if date else None
    if date is None or days is None:
        return FeedMoment(
            saved, f"Van wanneer de nieuwe versie is, is niet bekend. {_DAY} de gegevens zijn vastgelegd."
        )
    last = datetime.combine(days.last, time.min, UTC)
    exact = "" if days.first == days.last else f" {_NO_DAY}"
    return FeedMoment(min(last, saved), f"De nieuwe versie is van {datum_in_words(date)}.{exact}")


def _of_now(root: Path, built: datetime) -> FeedMoment:
    changed = _last_change(root)
    if changed is None:
        return FeedMoment(built, f"{_DAY} de site is gemaakt.")
    return FeedMoment(changed, f"{_DAY} de gegevens voor het laatst zijn veranderd.")


def _built(root: Path) -> datetime:
    epoch = source_date_epoch(root)
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(datetime.now(UTC), time.min, UTC)


def _last_change(root: Path) -> datetime | None:
    # Where a clone was cut off, Git takes the oldest commit that is left for one that made every file.
    if told_by_git(root, "rev-parse", "--is-shallow-repository") != "false":
        return None
    return _authored(root, "HEAD", "--", "data")


def _authored(root: Path, commit: str, *paths: str) -> datetime | None:
    """Return when the newest commit from `commit` on, that touches the paths if any, was written."""
    # `rev-list` and not `log`: settings of whoever builds do not change what it prints.
    found = told_by_git(root, "rev-list", "-1", "--format=%at", "--end-of-options", commit, *paths)
    seconds = found.rpartition("\n")[2]
    return datetime.fromtimestamp(int(seconds), UTC) if is_moment(seconds) else None
