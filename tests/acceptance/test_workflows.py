"""The workflows of the forges: what they may do, that they only call our commands, and that those exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from polderkoers.forge import report, suggestions
from support.commands import commands
from support.made_up import ROOT

GITHUB = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
# YAML 1.2, as GitHub reads it: `on` is a word.
WORKFLOWS = {name: yaml.load(text, yaml.BaseLoader) for name, text in GITHUB.items()}  # noqa: S506 - it makes text only
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
GITLAB_JOBS = {name: job for name, job in GITLAB.items() if isinstance(job, dict) and "script" in job}
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]

STEPS = [(name, step) for name, flow in WORKFLOWS.items() for job in flow["jobs"].values() for step in job["steps"]]
LINES = sorted(
    {
        *(step["run"] for _, step in STEPS if "run" in step),
        *(line for job in GITLAB_JOBS.values() for line in (*job["script"], *job.get("after_script", ()))),
        *(hook["entry"] for hook in HOOKS),
    }
)
# The only things that are not a command of ours: getting the proposal as objects, and showing what our command wrote.
PLAIN = {
    'git fetch --quiet --no-tags --no-recurse-submodules origin "$GITHUB_SHA"',
    'git fetch --quiet "$CI_MERGE_REQUEST_PROJECT_URL.git" "refs/heads/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"',
    "git checkout --quiet --force --detach FETCH_HEAD",
    'cat "$RUNNER_TEMP/verslag.md" >> "$GITHUB_STEP_SUMMARY"',
}
PERMISSIONS = {
    "proposal": {"controle": {"contents": "read"}},
    "comment": {"verslag": {"contents": "read", "actions": "read", "pull-requests": "write"}},
    "publish": {"site": {"contents": "read"}, "publiceren": {"pages": "write", "id-token": "write"}},
    "code": {"test": {"contents": "read"}, "python": {"contents": "read"}},
}


def test_every_workflow_has_no_more_rights_than_it_needs():
    """A workflow has no rights at all, and each job only those that are listed here."""
    assert {flow["permissions"] == {} for flow in WORKFLOWS.values()} == {True}
    assert {
        name: {job: content["permissions"] for job, content in flow["jobs"].items()} for name, flow in WORKFLOWS.items()
    } == PERMISSIONS


def test_nothing_starts_with_rights_because_of_a_proposal_but_the_comment():
    """No workflow runs with rights on a proposal; one runs after it, on our own code."""
    assert {name: set(flow["on"]) for name, flow in WORKFLOWS.items()} == {
        "proposal": {"pull_request"},
        "comment": {"workflow_run"},
        "publish": {"push", "workflow_dispatch"},
        "code": {"pull_request", "workflow_dispatch"},
    }
    assert WORKFLOWS["comment"]["on"]["workflow_run"]["workflows"] == [WORKFLOWS["proposal"]["name"]]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_secret_and_no_text_of_a_stranger_reaches_a_shell(name):
    """A line of shell holds no expression, so no title or branch name can become a command; secrets are not used."""
    assert "secrets." not in GITHUB[name]
    assert "pull_request_target" not in GITHUB[name]
    assert [step["run"] for flow, step in STEPS if flow == name and "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit_and_names_its_version(name):
    """An action is a full commit of the forge's own maker, with the version beside it for a reader."""
    used = re.findall(r"uses: *(.+)", GITHUB[name])
    assert used
    assert [line for line in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_one_version_of_an_action_is_used_everywhere():
    """No two workflows use another commit of the same action."""
    used = {step["uses"] for _, step in STEPS if "uses" in step}
    assert len(used) == len({action.partition("@")[0] for action in used})


def test_the_code_that_checks_a_proposal_is_our_own():
    """Only our branch is checked out, without a token left behind; data/ is taken before anything reads it."""
    checkouts = [(name, step["with"]) for name, step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert {options["persist-credentials"] for _, options in checkouts} == {"false"}
    assert [options["ref"] for name, options in checkouts if name == "proposal"] == [
        "${{ github.event.pull_request.base.ref }}"
    ]
    assert [options["ref"] for name, options in checkouts if name == "comment"] == [
        "${{ github.event.repository.default_branch }}"
    ]
    assert GITLAB_JOBS["voorstel-controleren"]["variables"]["GIT_CHECKOUT"] == "false"
    for lines in (_lines("proposal"), GITLAB_JOBS["voorstel-controleren"]["script"]):
        taken = next(place for place, line in enumerate(lines) if "take-proposal" in line)
        assert lines[taken - 1].startswith(("git fetch", "make .venv/ready"))
        assert not any(re.search(r"polderkoers (check|format|pr-report)|make site", line) for line in lines[:taken])
        assert not any(line.startswith("git ") for line in lines[taken:])


def test_code_of_a_stranger_is_not_run():
    """The tests run on a proposal only when it comes from a branch of this project."""
    for job in WORKFLOWS["code"]["jobs"].values():
        assert "head.repo.full_name == github.repository" in job["if"]
    (rule,) = GITLAB[".van-ons"]["rules"]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_PATH == $CI_MERGE_REQUEST_PROJECT_PATH" in rule["if"]
    of_code = [job for name, job in GITLAB_JOBS.items() if name.startswith("code-")]
    assert [(job["extends"], "rules" in job) for job in of_code] == [(".van-ons", False)] * 2


def test_every_folder_but_the_data_is_tested():
    """A change of any tracked folder but data/ starts the tests on both forges."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = {f"{path.partition('/')[0]}/**/*" for path in tracked.splitlines() if "/" in path} - {"data/**/*"}
    assert folders <= set(GITLAB[".van-ons"]["rules"][0]["changes"])
    assert WORKFLOWS["code"]["on"]["pull_request"]["paths-ignore"] == ["data/**"]


def test_every_python_that_we_promise_is_tested():
    """Both forges try each version of Python that the package says it works with, from the lowest on."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line) for line in package["classifiers"]]
    promised = [match[1] for match in found if match]
    assert package["requires-python"] == f">={promised[0]}"
    assert WORKFLOWS["code"]["jobs"]["python"]["strategy"]["matrix"]["python"] == promised
    assert GITLAB["code-testen-python"]["parallel"]["matrix"] == [{"PYTHON_VERSION": promised}]


def test_the_address_of_the_code_is_one():
    """What the package says about where the code stands is what publiccode.yml says."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert package["urls"]["Source"] == yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))["url"]


def test_the_report_is_kept_under_the_name_that_is_looked_for():
    """What one workflow keeps, the other one finds."""
    kept = {step["with"]["name"]: step["with"]["path"] for _, step in STEPS if "name" in step.get("with", {})}
    for wanted in (report, suggestions):
        assert kept[wanted.ARTIFACT].rpartition("/")[2] == wanted.FILE


def test_the_form_is_given_and_not_demanded():
    """No check of a proposal, and no hook before a commit, fails on the form of a file that is right."""
    assert [line for line in LINES if "format --check" in line] == []
    assert [line for line in LINES if "polderkoers format --patch" in line]
    assert [hook["entry"] for hook in HOOKS if hook["id"] == "polderkoers-format"] == [".venv/bin/polderkoers format"]


def test_a_commit_of_code_runs_what_make_lint_runs():
    """The hooks for code call the linters of `make lint`, so that a commit that passes does not fail there."""
    said = subprocess.run(["make", "--dry-run", "lint"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    linters = set(re.findall(r"^\.venv/bin/([a-z-]+)", said, re.MULTILINE)) - {"pip"}
    called = [Path(hook["entry"].partition(" ")[0]).name for hook in HOOKS if hook.get("types") == ["python"]]
    assert [name for name in called if name in linters] == ["ruff", "ruff", "mypy", "lint-imports"]
    assert linters <= set(called)


def test_warnings_of_a_hook_that_passes_are_shown():
    """Before a commit one reads what the check warns of, also when it finds no fault."""
    assert [hook.get("verbose") for hook in HOOKS if hook["id"] == "polderkoers-check"] == [True]


def test_every_job_ends_by_itself():
    """No job can run for hours, and none runs on a machine that changes under us."""
    jobs = [job for flow in WORKFLOWS.values() for job in flow["jobs"].values()]
    assert all(int(job["timeout-minutes"]) <= 45 for job in jobs)
    assert {job["runs-on"] for job in jobs} == {"ubuntu-24.04"}
    assert GITLAB["default"]["timeout"] == "45 minutes"


@pytest.mark.parametrize("line", LINES)
def test_a_workflow_only_calls_commands_that_exist(line):
    """Each step is one line that calls a make target, a command, a script of ours, or one of the few plain lines."""
    assert "\n" not in line
    if line in PLAIN:
        return
    assert not re.search(r"[;&|`]|\$\(", line)
    program, *words = shlex.split(line.partition(" > ")[0])
    assert program in CALLS
    CALLS[program](words)


def _make(words):
    assert subprocess.run(["make", "--dry-run", *words], cwd=ROOT, capture_output=True, check=False).returncode == 0


def _module(words):
    assert words[:2] == ["-m", "polderkoers.forge"]
    assert words[2:] in (["verslag"], ["vaste-vorm"], ["gitlab"])


def _command(words):
    name, *rest = words
    assert name in commands()
    # Reading the words as the command line does raises when an option or argument is not known.
    commands()[name].make_context(name, rest, resilient_parsing=False)


def _linter(words):
    assert [word for word in words if not re.fullmatch(r"check|format|--fix|--no-logo|--no-cache", word)] == []


def _ci(words):
    assert words == []
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


CALLS = {
    "make": _make,
    "python3": _module,
    ".venv/bin/polderkoers": _command,
    ".ci/run": _ci,
    ".venv/bin/ruff": _linter,
    ".venv/bin/mypy": _linter,
    ".venv/bin/lint-imports": _linter,
}


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml")), ids=lambda path: path.stem
)
def test_an_issue_form_asks_little_and_warns_about_privacy(path):
    """A form asks where and what in fields of their own, and says that everyone can read the answer."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields) >= 4
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)
    assert form["description"].endswith(".")
    assert "persoonlijke gegevens" in form["body"][0]["attributes"]["value"]


def test_both_forges_ask_the_same_of_a_proposal():
    """The template of a proposal is one text."""
    github = (ROOT / ".github" / "pull_request_template.md").read_bytes()
    assert (ROOT / ".gitlab" / "merge_request_templates" / "Default.md").read_bytes() == github


def _lines(name):
    return [step["run"] for flow, step in STEPS if flow == name and "run" in step]
