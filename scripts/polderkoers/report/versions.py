"""The versions of a policy as text for people and JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.versies import Versie
from polderkoers.report.formats import printable

_NONE = (
    "Er is nog geen versie in data/versies.yaml. Je kunt wel vergelijken met een tag, tak of commit van Git: "
    "polderkoers diff main nu"
)


def versions_as_text(listed: Sequence[Versie], missing: Mapping[str, str], places: Mapping[str, str]) -> str:
    """Return a line per version, the oldest first, with below it why it cannot be had here.

    `places` gives by id the commit where the text of a version is, which may be another one than the list names.
    """
    if not listed:
        return _NONE
    rows = []
    width = max(len(version.id) for version in listed)
    for version in listed:
        date = datum_in_words(version.datum) if version.datum else "datum niet bekend"
        rows.append(
            printable(f"{version.id:{width}}  {version.naam} ({date}), {_place(version, places.get(version.id))}")
        )
        if version.id in missing:
            rows.append(printable(f"{'':{width}}  {missing[version.id]}"))
    return "\n".join([*rows, f"{'nu':{width}}  De stand van nu"])


def _place(version: Versie, found: str | None) -> str:
    # Of one that cannot be had, what the list says is all there is.
    commit = version.commit if found is None else found
    if commit:
        return f"commit {commit[:12]}"
    return f"inhoud {(version.inhoud or '')[:12]}"


def versions_as_json(listed: Sequence[Versie], missing: Mapping[str, str]) -> str:
    """Return `{"versions": [...]}` with every field of a version and `available`."""
    rows = [
        {
            "id": version.id,
            "naam": version.naam,
            "datum": version.datum,
            "vastgesteld_door": version.vastgesteld_door,
            "besluit": version.besluit,
            "documenten": list(version.documenten),
            "commit": version.commit,
            "inhoud": version.inhoud,
            "available": version.id not in missing,
        }
        for version in listed
    ]
    return json.dumps({"versions": rows}, ensure_ascii=False, indent=2)
