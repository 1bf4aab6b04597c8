"""Links from one address of the site to another."""

from __future__ import annotations


def relative(here: str, target: str) -> str:
    """Return `target` as a link from the page `here`, both addresses below the root of the site.

    Relative links keep the site working below any path of any server. An address elsewhere stays as it is.
    """
    if target.startswith(("https://", "mailto:")):
        return target
    if target.startswith(f"{here}#") and here:
        return target.removeprefix(here)
    return "../" * here.count("/") + target or "./"
