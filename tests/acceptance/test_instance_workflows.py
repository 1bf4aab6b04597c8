"""What a new instance gives its forge: safe in the way of ours, run here on a real repository with a stranger's proposal."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from polderkoers.forge import gitlab_project, report, suggestions
from polderkoers.instance.begin import begin
from polderkoers.instance.first import first_files
from polderkoers.instance.naming import Naming
from support.commands import commands
from support.git import git

FILES = {name: text.decode() for name, text in first_files(Naming("Veldkamp", "gemeente"), date(2026, 1, 1)).items()}
GITHUB = {Path(name).stem: text for name, text in FILES.items() if name.startswith(".github/workflows/")}
WORKFLOWS = {name: yaml.load(text, yaml.BaseLoader) for name, text in GITHUB.items()}  # noqa: S506 - it makes text only
GITLAB = yaml.safe_load(FILES[".gitlab-ci.yml"])
STEPS = [(name, step) for name, flow in WORKFLOWS.items() for job in flow["jobs"].values() for step in job["steps"]]
JOB = GITLAB[gitlab_project.JOB]
FILE = "data/kernopgaven/voorbeeld.yaml"
OLD, NEW = 'titel: "', 'titel: "Samen < 5 & '


def lines_of(name: str) -> list[str]:
    """Return what a workflow runs on GitHub."""
    return [step["run"] for flow, step in STEPS if flow == name and "run" in step]


def test_each_job_may_do_no_more_than_it_needs():
    """A workflow has no rights at all, and each job only those that are listed here."""
    assert {flow["permissions"] == {} for flow in WORKFLOWS.values()} == {True}
    assert {
        name: {job: content["permissions"] for job, content in flow["jobs"].items()} for name, flow in WORKFLOWS.items()
    } == {
        "voorstel": {"controle": {"contents": "read"}},
        "verslag": {"verslag": {"contents": "read", "actions": "read", "pull-requests": "write"}},
        "publiceren": {"site": {"contents": "read"}, "publiceren": {"pages": "write", "id-token": "write"}},
    }


def test_nothing_starts_with_rights_because_of_a_proposal_but_the_report():
    """What may write runs after the check, on the version of the main branch; no secret is used, no text reaches a shell."""
    assert set(WORKFLOWS["voorstel"]["on"]) == {"pull_request"}
    assert set(WORKFLOWS["verslag"]["on"]) == {"workflow_run"}
    assert WORKFLOWS["verslag"]["on"]["workflow_run"]["workflows"] == [WORKFLOWS["voorstel"]["name"]]
    assert not re.search(r"secrets\.|pull_request_target", "".join(GITHUB.values()))
    assert [step["run"] for _, step in STEPS if "${{" in step.get("run", "")] == []
    checkouts = [(name, step["with"]) for name, step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert {options["persist-credentials"] for _, options in checkouts} == {"false"}
    refs = {name: options["ref"] for name, options in checkouts if name != "publiceren"}
    assert refs == {
        "voorstel": "${{ github.event.pull_request.base.ref }}",
        "verslag": "${{ github.event.repository.default_branch }}",
    }


def test_the_token_of_gitlab_is_known_to_no_job_that_a_stranger_can_start():
    """The report is posted by the clock on the main branch; the check of a proposal and the site never name the token."""
    (rule,) = GITLAB["verslagen-plaatsen"]["rules"]
    assert rule["if"].startswith('$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH')
    assert [name for name, job in GITLAB.items() if "POLDERKOERS_TOKEN" in str(job)] == ["verslagen-plaatsen"]
    assert JOB["variables"]["GIT_CHECKOUT"] == "false"


def test_what_one_run_keeps_the_other_finds():
    """Report and form are kept under the names that are looked for, on both forges."""
    kept = {step["with"]["name"]: step["with"]["path"] for _, step in STEPS if "name" in step.get("with", {})}
    for wanted in (report, suggestions):
        assert kept[wanted.ARTIFACT].rpartition("/")[2] == wanted.FILE
        assert wanted.FILE in JOB["artifacts"]["paths"]


def test_each_line_calls_a_command_of_the_engine_as_it_is():
    """Every line with our command is read as the command line reads it."""
    lines = [*lines_of("voorstel"), *lines_of("publiceren"), *JOB["script"], *GITLAB["site-publiceren"]["script"]]
    ours = [line.replace('"$RUNNER_TEMP/polderkoers/bin/polderkoers"', "polderkoers") for line in lines]
    ours = [line for line in ours if line.startswith("polderkoers ")]
    assert len(ours) == 16
    for line in ours:
        _, name, *words = shlex.split(line.partition(" > ")[0])
        commands()[name].make_context(name, words, resilient_parsing=False)


@pytest.fixture
def proposed(tmp_path):
    """A new instance on a forge, and a stranger's proposal that changes its data and hides code elsewhere."""
    project = tmp_path / "project"
    begin(project, Naming("Veldkamp", "gemeente"), date(2026, 1, 1))
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=eigen")
    base = git(project, "rev-parse", "HEAD")
    witness = f"import pathlib; pathlib.Path({str(tmp_path / 'kwaad')!r}).touch()\n"
    git(project, "checkout", "--quiet", "-b", "voorstel")
    (project / "docs").mkdir()
    for name in ("main.py", "sitecustomize.py", "docs/index.md"):
        (project / name).write_text(witness, encoding="utf-8")
    (project / "mkdocs.yml").write_text("hooks: [main.py]\n", encoding="utf-8")
    (project / "requirements.txt").write_text("./kwaad\n", encoding="utf-8")
    text = (project / FILE).read_text(encoding="utf-8")
    (project / FILE).write_text(text.replace(OLD, NEW, 1), encoding="utf-8")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=voorstel")
    head = git(project, "rev-parse", "HEAD")
    merged = git(project, "commit-tree", "HEAD^{tree}", "-p", base, "-p", head, "-m", "samen")
    git(tmp_path, "clone", "--quiet", "--bare", str(project), "forge.git")
    forge = tmp_path / "forge.git"
    git(forge, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(project, "push", "--quiet", str(forge), f"{merged}:refs/pull/1/merge", f"{head}:refs/merge-requests/1/head")
    return forge, {"base": base, "head": head, "merged": merged}


def on_github(forge: Path, made: dict[str, str], work: Path) -> tuple[list[str], dict[str, str]]:
    """Check out what GitHub does, and return the lines and what they know."""
    git(work.parent, "clone", "--quiet", "--branch=main", str(forge), work.name)
    return lines_of("voorstel"), {"GITHUB_SHA": made["merged"], "GITHUB_STEP_SUMMARY": os.devnull}


def on_gitlab(forge: Path, made: dict[str, str], work: Path) -> tuple[list[str], dict[str, str]]:
    """Fetch what GitLab does, without checking it out, and return the lines and what they know."""
    git(work.parent, "clone", "--quiet", "--no-checkout", str(forge), work.name)
    git(work, "fetch", "--quiet", "origin", "refs/merge-requests/1/head")
    return JOB["script"], {
        "CI_MERGE_REQUEST_PROJECT_URL": str(forge).removesuffix(".git"),
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": made["base"],
        "CI_COMMIT_SHA": made["head"],
    }


@pytest.mark.parametrize("start", [on_github, on_gitlab], ids=["github", "gitlab"])
def test_a_proposal_on_an_instance_gives_a_report_and_a_preview_without_running_it(proposed, tmp_path, start):
    """The lines of the forge end well, the report tells the change, and nothing of the stranger's code has run."""
    work = tmp_path / "werk"
    lines, known = start(*proposed, work)
    programs = tmp_path / "polderkoers" / "bin"
    programs.parent.mkdir()
    programs.symlink_to(Path(sys.executable).parent)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **known, "RUNNER_TEMP": str(tmp_path), "PATH": path, "NO_MKDOCS_2_WARNING": "1"}
    for line in lines:
        if "pip" in line:
            continue
        done = subprocess.run(["bash", "-e", "-c", line], cwd=work, env=environment, capture_output=True, text=True)  # noqa: PLW1510 - looked at below
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    assert not (tmp_path / "kwaad").exists()
    (told,) = [*tmp_path.glob("verslag.md"), *work.glob("verslag.md")]
    assert "Samen &lt; 5" in told.read_text(encoding="utf-8").replace("&#60;", "&lt;").replace("<ins></ins>", "")
    pages = [page.read_text(encoding="utf-8") for page in (work / "site" / "kernopgaven").rglob("index.html")]
    assert any("Samen &lt; 5 &amp; " in page for page in pages)
    assert "kwaad" not in (work / "site" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(work)
