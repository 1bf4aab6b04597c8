"""Pushes a commit to a forge: the secret goes by the environment, and is in no argument, address or message."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterator, Mapping, Sequence

from polderkoers.changes.git_call import run
from polderkoers.errors.werkbank import NotHandedIn
from polderkoers.werkbank.forges.values import ForgePlace, Handing

# No hook, helper or question of whoever runs this, no redirect to where the secret is not meant for, and no waiting for ever.
_SETTINGS = (
    ("core.hooksPath", os.devnull),
    ("credential.helper", ""),
    ("http.followRedirects", "false"),
    ("http.lowSpeedLimit", "1"),
    ("http.lowSpeedTime", "60"),
    ("push.followTags", "false"),
)
# What goes for a line of Git's protocol: 65,516 bytes, less what stands before the text.
MOST_OF_OPTION = 60_000
_ASK = "probeer het later opnieuw, of vraag wie het project beheert."
_WHY = (
    (("Authentication failed", "could not read Username", "returned error: 403", "Permission denied"), "De forge laat deze sleutel niet toe.",
     "kijk of de sleutel nog geldt, en of hij takken mag maken in dit project."),
    (("non-fast-forward", "fetch first", "stale info"), "Op de forge staat een andere tak met deze naam.",
     "haal die tak daar weg, of geef het voorstel een andere titel."),
    (("does not support push options", "does not support --push-option"), "De forge neemt geen opties aan bij een push.",
     "vraag de beheerder om receive.advertisePushOptions aan te zetten."),
    (("Could not resolve host", "Failed to connect", "Connection refused", "Connection timed out", "Operation too slow"),
     "De forge is niet te bereiken.", "kijk of het netwerk het doet, en probeer het opnieuw."),
    (("not found", "does not appear to be a git repository"), "Dit project is er niet op de forge.",
     "kijk of het adres klopt."),
    (("remote rejected", "pre-receive hook declined", "protected branch"), "De forge weigert deze tak.",
     "vraag wie het project beheert wat er mag."),
)  # fmt: skip


def push(place: ForgePlace, handing: Handing, target: str, options: Sequence[str] = ()) -> str:
    """Push the commit of a proposal to a reference of a forge, with push options, and return the address that the forge tells.

    That is empty when it tells none that is its own. Raises `NotHandedIn`.
    """
    said = [f"--push-option={option}" for option in options]
    done = run(
        handing.root,
        "push",
        "--porcelain",
        "--no-verify",
        *said,
        "--end-of-options",
        place.address,
        f"{handing.tip}:{target}",
        within=surroundings(place),
    )
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        found = why_not(told + done.stdout.decode("utf-8", "replace"))
        raise found or NotHandedIn("De forge nam het voorstel niet aan.", _ASK)
    return _address(told, place.web)


def surroundings(place: ForgePlace) -> dict[str, str]:
    """Return the variables by which Git gets its settings, and in them the secret for this forge alone."""
    settings = [*_SETTINGS]
    if place.token and place.web:
        told = base64.b64encode(f"x-access-token:{place.token.secret}".encode()).decode("ascii")
        settings.append((f"http.{place.web}/.extraHeader", f"Authorization: Basic {told}"))
    found = dict(numbered(settings, os.environ))
    ssh = os.environ.get("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
    plain = {"GIT_ALLOW_PROTOCOL": "https:http:ssh:file", "GIT_SSH_COMMAND": ssh}
    # A trace would hold what goes over the line.
    silent = dict.fromkeys(("GIT_TRACE", "GIT_TRACE_CURL", "GIT_TRACE_PACKET", "GIT_TRACE2", "GIT_TRACE2_EVENT"), "0")
    return {**found, **plain, **silent, "GIT_ASKPASS": "true", "GIT_CURL_VERBOSE": "0"}


def numbered(settings: Sequence[tuple[str, str]], environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield settings as git-config(1) takes them from the environment, behind those that are there already."""
    count = environ.get("GIT_CONFIG_COUNT", "")
    first = int(count) if count.isdecimal() else 0
    for number, (name, value) in enumerate(settings, start=first):
        yield f"GIT_CONFIG_KEY_{number}", name
        yield f"GIT_CONFIG_VALUE_{number}", value
    yield "GIT_CONFIG_COUNT", str(first + len(settings))


def why_not(said: str) -> NotHandedIn | None:
    """Return why Git could not, in words of our own: what Git and a forge say may hold anything. None when that is not known."""
    own = "\n".join(line for line in said.splitlines() if not line.startswith("remote: "))
    for signs, what, cure in _WHY:
        if any(sign in own for sign in signs):
            return NotHandedIn(what, cure)
    return None


def _address(told: str, web: str) -> str:
    """Return the last address that a forge tells of itself."""
    if not web:
        return ""
    found = re.findall(rf"^remote:.*?({re.escape(web)}/[\w./~%?=&#-]+)", told, re.MULTILINE | re.ASCII)
    return found[-1] if found else ""


def in_one_line(html: str) -> str:
    """Return HTML without a line break, which a push option cannot have: within a text that keeps its lines as a sign of its own."""
    kept = re.sub(r"<pre>.*?</pre>", lambda found: found.group().replace("\n", "&#10;"), html, flags=re.DOTALL)
    return " ".join(kept.split())
