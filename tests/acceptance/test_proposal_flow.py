"""The lines of the workflows that check a proposal, run here on a real repository with a stranger's proposal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support.site import ROOT

OLD = "titel: Fijn wonen\n"
NEW = "titel: Fijn samen < 5 & wonen\n"
FILE = "data/kernopgaven/fijn-wonen.yaml"
ALONE = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "CI_"))},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "toets@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *arguments: str) -> str:
    """Run Git in a folder and return what it says."""
    done = subprocess.run(["git", *arguments], cwd=folder, env=ALONE, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def github_lines() -> list[str]:
    """Return what the workflow runs on GitHub."""
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "proposal.yml").read_text(encoding="utf-8"))
    return [step["run"] for step in flow["jobs"]["controle"]["steps"] if "run" in step]


def gitlab_lines() -> list[str]:
    """Return what the pipeline runs on GitLab."""
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return list(jobs["voorstel-controleren"]["script"])


@pytest.fixture
def forge(project, tmp_path) -> Path:
    """A forge with our project on its main branch."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock", ".gitignore"):
        shutil.copy(ROOT / name, project / name)
    for name in ("scripts", "schema"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=eigen")
    git(tmp_path, "clone", "--quiet", "--bare", str(project), "forge.git")
    git(tmp_path / "forge.git", "config", "uploadpack.allowAnySHA1InWant", "true")
    return tmp_path / "forge.git"


@pytest.fixture
def propose(project, forge, tmp_path):
    """Make a proposal on the forge that changes data, and everything in which code of a stranger could hide."""

    def make(new: str) -> dict[str, str]:
        witness = f"import pathlib; pathlib.Path({str(tmp_path / 'kwaad')!r}).touch()\n"
        evil = {
            "mkdocs.yml": f"hooks: [{tmp_path / 'kwaad.py'}]\n",
            "Makefile": f"%:\n\ttouch {tmp_path / 'kwaad'}\n",
            "sitecustomize.py": witness,
            "docs/index.md": "Overgenomen door een vreemde.\n",
            "docs/main.html": "{{ kwaad }}\n",
            ".gitattributes": "* filter=kwaad\n",
            ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = --upload-pack=touch\n',
            **{path.relative_to(project).as_posix(): witness for path in (project / "scripts").rglob("*.py")},
        }
        git(project, "checkout", "--quiet", "-b", "voorstel")
        for path, content in evil.items():
            (project / path).write_text(content, encoding="utf-8")
        text = (project / FILE).read_text(encoding="utf-8")
        assert OLD in text
        (project / FILE).write_text(text.replace(OLD, new), encoding="utf-8")
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message=voorstel")
        head, base = git(project, "rev-parse", "HEAD"), git(project, "rev-parse", "main")
        merged = git(project, "commit-tree", "HEAD^{tree}", "-p", base, "-p", head, "-m", "samen")
        git(project, "push", "--quiet", str(forge), f"{merged}:refs/pull/1/merge", f"{head}:refs/merge-requests/1/head")
        return {"merged": merged, "head": head, "base": base}

    return make


@pytest.fixture
def run(tmp_path):
    """Run the lines that are asked for as the forge does, and return what each said; the rest is left out."""

    def go(
        workspace: Path, lines: list[str], environment: dict[str, str]
    ) -> dict[str, subprocess.CompletedProcess[str]]:
        # What `make` would set up, with the packages that these tests run with.
        (workspace / ".venv").mkdir()
        (workspace / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
        (workspace / ".venv" / "ready").touch()
        # Newer than what a line may still check out, so that make has nothing to set up.
        os.utime(workspace / ".venv" / "ready", (4_000_000_000, 4_000_000_000))
        said = {}
        for line in lines:
            done = subprocess.run(
                ["bash", "-e", "-c", line],
                cwd=workspace,
                env={**ALONE, **environment, "RUNNER_TEMP": str(tmp_path)},
                capture_output=True,
                text=True,
                check=False,
            )
            said[line] = done
            if done.returncode:
                break
        assert not (tmp_path / "kwaad").exists()
        return said

    return go


WANTED = ("git ", "take-proposal", "polderkoers check", "make site")


def on_github(forge: Path, made: dict[str, str], workspace: Path) -> tuple[list[str], dict[str, str]]:
    """Check out what the workflow's first step checks out, and return the lines and what they know."""
    git(workspace.parent, "clone", "--quiet", "--branch=main", str(forge), workspace.name)
    return github_lines(), {"GITHUB_SHA": made["merged"]}


def on_gitlab(forge: Path, made: dict[str, str], workspace: Path) -> tuple[list[str], dict[str, str]]:
    """Fetch what the runner fetches, without checking it out, and return the lines and what they know."""
    git(workspace.parent, "clone", "--quiet", "--no-checkout", str(forge), workspace.name)
    git(workspace, "fetch", "--quiet", "origin", "refs/merge-requests/1/head")
    return gitlab_lines(), {
        "CI_MERGE_REQUEST_PROJECT_URL": str(forge).removesuffix(".git"),
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": made["base"],
        "CI_COMMIT_SHA": made["head"],
    }


# What is safe on one forge need not be on the other, because each has lines of its own; what is told follows from the same commands.
BOTH = pytest.mark.parametrize("start", [on_github, on_gitlab], ids=["github", "gitlab"])
FORGES = pytest.mark.parametrize(
    "start",
    [pytest.param(on_github, id="github"), pytest.param(on_gitlab, id="gitlab", marks=pytest.mark.whole)],
)


@BOTH
def test_a_proposal_of_a_stranger_is_checked_and_built_without_running_it(forge, propose, run, tmp_path, start):
    """The preview shows the proposed text as text, on our own pages; nothing of the stranger's code has run."""
    workspace = tmp_path / "werk"
    lines, environment = start(forge, propose(NEW), workspace)
    said = run(workspace, [line for line in lines if any(word in line for word in WANTED)], environment)
    assert [done.returncode for done in said.values()] == [0] * len(said), list(said.values())[-1].stderr
    assert len(said) == (4 if start is on_github else 5)
    page = (workspace / "site" / "kernopgaven" / "fijn-wonen" / "index.html").read_text(encoding="utf-8")
    assert "samen &lt; 5 &amp; wonen" in page
    assert "Overgenomen door een vreemde" not in (workspace / "site" / "index.html").read_text(encoding="utf-8")
    changed = git(workspace, "status", "--porcelain").splitlines()
    assert changed == [f"M {FILE}"]


@FORGES
def test_a_wrong_proposal_stops_at_the_check_with_its_line(forge, propose, run, tmp_path, start):
    """A fault in the proposed data is said at its line, and no preview is made."""
    workspace = tmp_path / "werk"
    lines, environment = start(forge, propose(OLD.replace("titel", "titl")), workspace)
    said = run(workspace, [line for line in lines if any(word in line for word in WANTED)], environment)
    line, last = list(said.items())[-1]
    assert "polderkoers check" in line
    assert last.returncode == 1
    place = f"::error file={FILE},line=3,col=1," if start is on_github else f"{FILE}:3:1: fout"
    assert place in last.stdout
    assert not (workspace / "site").exists()


@FORGES
def test_a_right_proposal_in_another_form_is_green(forge, propose, run, tmp_path, start):
    """Needless quotes, spaces and a remark make no cross red; the patch with the canonical form is there to take."""
    workspace = tmp_path / "werk"
    lines, environment = start(
        forge, propose(f'titel:   "{OLD.strip().removeprefix("titel: ")}" # goed zo?\n'), workspace
    )
    said = run(workspace, [line for line in lines if re.search("git |polderkoers", line)], environment)
    assert [done.returncode for done in said.values()] == [0] * len(said), list(said.values())[-1].stderr
    (made,) = [*tmp_path.glob("vorm.patch"), *workspace.glob("vorm.patch")]
    patch = made.read_text(encoding="utf-8")
    assert f"--- a/{FILE}\n+++ b/{FILE}\n" in patch
    assert f"\n+{OLD.strip()}  # goed zo?\n" in patch
    assert patch.count("\n+") == 2
