"""Linters of others over the workflows and forms, without network; their schemas and rules come with the packages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.made_up import ROOT

PROGRAMS = Path(sys.executable).parent
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
STARTER = ROOT / "scripts" / "polderkoers" / "instance" / "starter"
PARTS = ROOT / "deploy" / "delen"
# Ours, those that every instance begins with, and that of a site that is made in parts.
FOLDERS = (ROOT / ".github" / "workflows", STARTER / "dot-github" / "workflows")
WORKFLOWS = [*(path for folder in FOLDERS for path in sorted(folder.glob("*.yml"))), PARTS / "github.yml"]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        (["vendor.github-workflows"], WORKFLOWS),
        (["custom.github-workflows-require-timeout"], WORKFLOWS),
        (["vendor.github-issue-forms"], FORMS),
        (["vendor.github-issue-config"], [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"]),
        (
            ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
            [ROOT / ".gitlab-ci.yml", STARTER / "dot-gitlab-ci.yml", PARTS / "gitlab-ci.yml"],
        ),
    ],
    ids=lambda value: value[0] if isinstance(value[0], str) else "",
)
def test_a_forge_understands_our_files(schema, files):
    """Every file for a forge has the form that the forge's own schema asks for."""
    assert files
    command = [PROGRAMS / "check-jsonschema", "--builtin-schema", *schema, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_have_no_known_weakness():
    """The strictest rules of zizmor find nothing but what is named and explained in the file itself."""
    command = [
        PROGRAMS / "zizmor",
        "--offline",
        "--no-progress",
        "--persona",
        "pedantic",
        *FOLDERS,
        PARTS / "github.yml",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
