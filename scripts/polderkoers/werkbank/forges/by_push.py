"""Hands in by a push alone: GitLab makes a merge request of push options, Forgejo and Gitea a pull request of AGit."""

from __future__ import annotations

import markdown

from polderkoers.werkbank.forges.pushing import MOST_OF_OPTION, in_one_line, push
from polderkoers.werkbank.forges.values import ForgePlace, Handing

_REST = "<p><strong>Het hele verslag past hier niet.</strong></p>"


def hand_in_on_gitlab(place: ForgePlace, handing: Handing) -> str:
    """Return the address of the merge request of a proposal, as far as GitLab tells it. Raises `NotHandedIn`."""
    options = (
        "merge_request.create",
        f"merge_request.target={handing.main}",
        f"merge_request.title={handing.title}",
        f"merge_request.description={description(handing.body)}",
        "merge_request.remove_source_branch",
    )
    return push(place, handing, f"refs/heads/{handing.branch}", options)


def hand_in_on_forgejo(place: ForgePlace, handing: Handing) -> str:
    """Return the address of the pull request of a proposal, as far as Forgejo or Gitea tells it. Raises `NotHandedIn`."""
    options = (f"topic={handing.topic}", f"title={handing.title}", f"description={description(handing.body)}")
    return push(place, handing, f"refs/for/{handing.main}", options)


def description(body: str) -> str:
    """Return a report in Markdown as HTML in one line, because a push option has one; a forge shows it as it shows Markdown.

    Of a report that is too long the blocks at the end are left out, and that is said.
    """
    blocks = body.split("\n\n")
    whole = _as_html(blocks)
    if len(whole.encode()) <= MOST_OF_OPTION:
        return whole
    while blocks and len((whole + _REST).encode()) > MOST_OF_OPTION:
        # A tenth at a time: each attempt writes all of it anew.
        blocks = blocks[: len(blocks) - max(1, len(blocks) // 10)]
        whole = _as_html(blocks)
    return whole + _REST


def _as_html(blocks: list[str]) -> str:
    return in_one_line(markdown.markdown("\n\n".join(blocks), extensions=["tables", "fenced_code"]))
