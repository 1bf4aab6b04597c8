"""Handing in on a forge: the branch and the report get there, the secret goes nowhere else, and what is refused is told."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
from urllib.parse import parse_qsl, urlsplit

import jsonschema
import pytest

from polderkoers.errors.werkbank import NotHandedIn, StepRefused
from polderkoers.werkbank.forges import pushing
from polderkoers.werkbank.forges.by_push import description
from polderkoers.werkbank.forges.handing import hand_in
from polderkoers.werkbank.forges.pushing import MOST_OF_OPTION, numbered
from polderkoers.werkbank.forges.settings import forge_of, place_at
from polderkoers.werkbank.forges.values import ForgeKind, ForgePlace, ForgeToken
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import HasFaults, Moved, ProposalState
from support.git import git
from support.git_server import PROJECT, Asked, GitForge, git_forge, hook
from support.merging import GREEN, HOUSES
from support.proposing import ANNA, BRAM, bare, edited, files_at, proposed
from support.site import ROOT

SECRET = "heel-geheim-7f3a"  # noqa: S105 - made up
PULLS = json.loads((ROOT / "tests" / "vendor" / "octokit-openapi" / "pulls.json").read_text(encoding="utf-8"))
MADE = {"number": 7, "html_url": ""}


@pytest.fixture
def store(tmp_path) -> Store:
    """A store in a bare repository."""
    return Store(bare(tmp_path / "polderdam"))


@pytest.fixture
def forge(tmp_path):
    """A forge with the same project, that refuses who does not say who they are."""
    with git_forge(bare(tmp_path / "forge")) as found:
        yield found


def place(forge: GitForge, kind: ForgeKind) -> ForgePlace:
    """Return the project on the forge."""
    return place_at(forge.clone_from, kind, ForgeToken(SECRET))


def is_as_published(asked: Asked) -> None:
    """Hold a request to what GitHub publishes of its interface: path, question and content, each known and of its type."""
    address = urlsplit(asked.path)
    of_path = {path: re.sub(r"\{\w+\}", "[^/]+", path) for path in PULLS["paths"]}
    path = next(name for name, pattern in of_path.items() if re.fullmatch(pattern, address.path))
    operation = PULLS["paths"][path][asked.method.lower()]
    named = [
        PULLS["components"]["parameters"].get(each.get("$ref", "").rpartition("/")[2], each)
        for each in operation["parameters"]
    ]
    known = {each["name"]: each["schema"] for each in named if each["in"] == "query"}
    for name, value in parse_qsl(address.query, strict_parsing=bool(address.query)):
        jsonschema.validate(value, known[name])
    if asked.content is not None:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        jsonschema.validate(asked.content, {**schema, "additionalProperties": False})


def is_as_proposed(forge: GitForge, pushed: str, main: str, subject: str, ref: str = "") -> None:
    """Hold what a push brought to the proposal: to one reference, a commit of its author with the words of the save, that changes one file.

    `ref` is where the forge keeps it, when that is not where it was pushed to.
    """
    assert forge.moved == [pushed]
    ref = ref or pushed
    assert forge.at("main") == main
    assert (
        git(forge.repository, "log", "-1", "--format=%an <%ae>|%s", ref)
        == f"Anna de Boer <anna@polderdam.example>|{subject}"
    )
    assert git(forge.repository, "diff", "--name-only", "main", ref) == HOUSES
    assert "naam: Meer huizen" in git(forge.repository, "show", f"{ref}:{HOUSES}")


def test_on_github_a_pull_request_is_made(store, forge):
    """The branch is pushed, and the pull request has title, report, branch and main branch, in requests as GitHub publishes them."""
    page = f"{forge.address}/{PROJECT}/pull/7"
    forge.answers |= {"GET": (200, []), "POST": (201, {**MADE, "html_url": page})}
    main = forge.at("main")
    begun = store.begin(ANNA, "Meer huizen", "De *wachtlijst* is lang.\n\nHeel lang.", "R-7")
    made = store.save(begun.id, begun.tip, edited(("naam: Genoeg huizen\n", "naam: Meer huizen\n")), "Verander", ANNA)
    handed = hand_in(store, place(forge, ForgeKind.GITHUB), made.id, made.tip, ANNA).proposal
    assert (handed.state, handed.address) == (ProposalState.INGEDIEND, page)
    assert forge.at(f"refs/heads/voorstel/{made.id}") == made.tip
    is_as_proposed(forge, f"refs/heads/voorstel/{made.id}", main, "Verander")
    assert forge.options == []
    asked, sent = forge.asked
    assert dict(parse_qsl(urlsplit(asked.path).query)) == {
        "head": "polderdam:voorstel/meer-huizen",
        "base": "main",
        "state": "open",
    }
    assert {**sent.content, "body": ""} == {
        "title": "Meer huizen",
        "head": "voorstel/meer-huizen",
        "base": "main",
        "body": "",
    }
    body = sent.content["body"]
    assert "Raadsstuk: R-7" in body
    assert "*wachtlijst*" not in body
    assert "## Wat er in het beleid verandert" in body
    assert "Meer" in body.partition("##")[2]
    for each in forge.asked:
        assert each.headers["Authorization"] == f"Bearer {SECRET}"
        is_as_published(each)


def test_on_github_a_second_time_brings_the_pull_request_up_to_date(store, forge):
    """What came back and is handed in again goes to the same pull request; that of another branch is not touched."""
    page = f"{forge.address}/{PROJECT}/pull/7"
    open_ones = [
        {"number": 3, "head": {"ref": "voorstel/ander"}},
        {"number": 7, "head": {"ref": "voorstel/meer-huizen"}},
    ]
    forge.answers |= {"GET": (200, open_ones), "PATCH": (200, {**MADE, "html_url": page})}
    made = proposed(store)
    assert hand_in(store, place(forge, ForgeKind.GITHUB), made.id, made.tip, ANNA).proposal.address == page
    assert (forge.asked[-1].method, forge.asked[-1].path) == ("PATCH", f"/repos/{PROJECT}/pulls/7")
    assert forge.asked[-1].content.keys() == {"title", "body"}
    for each in forge.asked:
        is_as_published(each)


@pytest.mark.parametrize("status", [401, 403, 404, 422, 500])
def test_what_github_refuses_is_told_and_the_proposal_stays(store, forge, status):
    """Each refusal says what to do, holds nothing of what GitHub said, and no secret; the proposal is a draft still."""
    forge.answers |= {"GET": (200, []), "POST": (status, {"message": f"<b>{SECRET}</b>"})}
    made = proposed(store)
    with pytest.raises(NotHandedIn) as caught:
        hand_in(store, place(forge, ForgeKind.GITHUB), made.id, made.tip, ANNA)
    assert "Hoe op te lossen" in str(caught.value)
    assert SECRET not in "".join(all_of(caught.value))
    assert store.proposal(made.id) == made


@pytest.mark.parametrize("answer", [{}, [], {"html_url": "https://elders.example/pull/7"}, {"html_url": 7}])
def test_an_answer_that_leads_elsewhere_is_not_believed(store, forge, answer):
    """An address that is not of the forge itself is shown to nobody."""
    forge.answers |= {"GET": (200, []), "POST": (201, answer)}
    made = proposed(store)
    with pytest.raises(NotHandedIn, match="niet te begrijpen"):
        hand_in(store, place(forge, ForgeKind.GITHUB), made.id, made.tip, ANNA)


def all_of(error: BaseException | None) -> list[str]:
    """Return all that an error and those behind it say."""
    if error is None:
        return []
    return [str(error), repr(error), repr(vars(error)), *all_of(error.__cause__), *all_of(error.__context__)]


def test_on_gitlab_push_options_make_the_merge_request(store, forge):
    """GitLab gets the branch with the options that it knows, the report in one line, and tells where the merge request is."""
    page = f"{forge.address}/{PROJECT}/-/merge_requests/4"
    main = forge.at("main")
    forge.says(f"\nView merge request for voorstel/meer-huizen:\n  {page}\n")
    made = proposed(store)
    handed = hand_in(store, place(forge, ForgeKind.GITLAB), made.id, made.tip, ANNA).proposal
    assert handed.address == page
    assert forge.at(f"refs/heads/voorstel/{made.id}") == made.tip
    is_as_proposed(forge, f"refs/heads/voorstel/{made.id}", main, "Verander een doel")
    create, target, title, told, remove = forge.options
    assert (create, target, title, remove) == (
        "merge_request.create",
        "merge_request.target=main",
        "merge_request.title=Meer huizen",
        "merge_request.remove_source_branch",
    )
    assert told.startswith("merge_request.description=<h2>Wat er in het beleid verandert</h2>")
    assert "Meer" in told
    secret = base64.b64encode(f"x-access-token:{SECRET}".encode()).decode()
    assert {*forge.authorizations} == {f"Basic {secret}"}


def test_on_forgejo_a_push_for_main_makes_the_pull_request(store, forge):
    """Forgejo and Gitea get the commit at refs/for/main with topic, title and description."""
    page = f"{forge.address}/{PROJECT}/pulls/9"
    main = forge.at("main")
    forge.says(f"Create a new pull request for 'x':\n  {page}\n")
    made = proposed(store)
    handed = hand_in(store, place(forge, ForgeKind.FORGEJO), made.id, made.tip, ANNA).proposal
    assert handed.address == page
    assert forge.at("refs/pull/1/head") == made.tip
    assert git(forge.repository, "for-each-ref", "refs/for", "refs/heads/voorstel") == ""
    is_as_proposed(forge, "refs/for/main", main, "Verander een doel", "refs/pull/1/head")
    topic, title, told = forge.options
    assert (topic, title) == ("topic=voorstel-meer-huizen", "title=Meer huizen")
    assert told.startswith("description=<h2>")


@pytest.mark.parametrize(
    ("kind", "kept_at"),
    [(ForgeKind.GITLAB, "refs/heads/voorstel/meer-huizen"), (ForgeKind.FORGEJO, "refs/pull/1/head")],
)
@pytest.mark.parametrize("how", ["goes on", "takes back"])
def test_what_came_back_is_handed_in_again_at_the_same_place(store, forge, kind, kept_at, how):
    """The branch or the pull request of before gets what was made of it, also when a step was undone meanwhile."""
    here = place(forge, kind)
    made = proposed(store)
    hand_in(store, here, made.id, made.tip, ANNA)
    back = store.move_to(made.id, ProposalState.CONCEPT, ANNA)
    if how == "takes back":
        back = store.undo(made.id, back.tip, ANNA)
    again = store.save(made.id, back.tip, edited(("naam: Genoeg huizen\n", "naam: Veel huizen\n")), "Anders", ANNA)
    handed = hand_in(store, here, made.id, again.tip, ANNA).proposal
    assert handed.state is ProposalState.INGEDIEND
    assert forge.at(kept_at) == again.tip
    assert git(forge.repository, "for-each-ref", "--format=%(refname)", "refs/pull/2") == ""


def test_on_forgejo_two_proposals_are_two_pull_requests(store, forge):
    """Both go to one address of the main branch, and each gets its own by its topic."""
    here = place(forge, ForgeKind.FORGEJO)
    first, second = proposed(store), proposed(store, title="Meer groen")
    for made in (first, second):
        hand_in(store, here, made.id, made.tip, ANNA)
    assert [forge.at(f"refs/pull/{number}/head") for number in (1, 2)] == [first.tip, second.tip]


def test_a_push_to_a_folder_needs_no_secret(store, tmp_path):
    """A bare repository on the same machine takes the options too."""
    other = bare(tmp_path / "andere")
    hook(other)
    made = proposed(store)
    handed = hand_in(store, place_at(str(other), ForgeKind.GITLAB), made.id, made.tip, ANNA).proposal
    assert (handed.state, handed.address) == (ProposalState.INGEDIEND, "")
    assert git(other, "rev-parse", f"voorstel/{made.id}") == made.tip


def test_what_the_forge_says_of_other_places_is_no_address(store, forge):
    """Only an address of the forge itself is kept."""
    forge.says("Zie https://elders.example/x en javascript:alert(1)\n")
    made = proposed(store)
    assert hand_in(store, place(forge, ForgeKind.GITLAB), made.id, made.tip, ANNA).proposal.address == ""


def test_a_forge_that_refuses_leaves_the_proposal_a_draft(store, forge):
    """A hook that refuses, another branch of that name, a forge without options, and one that is not there: each is told."""
    made = proposed(store)
    forge.refuses()
    # What the forge itself says is no reason of Git.
    forge.says("error: 403 Authentication failed, not found\n")
    with pytest.raises(NotHandedIn, match="weigert"):
        hand_in(store, place(forge, ForgeKind.GITLAB), made.id, made.tip, ANNA)
    git(forge.repository, "config", "receive.advertisePushOptions", "false")
    with pytest.raises(NotHandedIn, match="geen opties"):
        hand_in(store, place(forge, ForgeKind.FORGEJO), made.id, made.tip, ANNA)
    gone = place_at("http://127.0.0.1:1/polderdam/beleid", ForgeKind.GITLAB, ForgeToken(SECRET))
    with pytest.raises(NotHandedIn, match="niet te bereiken"):
        hand_in(store, gone, made.id, made.tip, ANNA)
    assert store.proposal(made.id) == made


def test_another_branch_of_that_name_is_not_overwritten(store, forge):
    """What somebody else put on the forge stays."""
    other = git(forge.repository, "commit-tree", "main^{tree}", "-m", "Van een ander")
    git(forge.repository, "update-ref", "refs/heads/voorstel/meer-huizen", other)
    made = proposed(store)
    with pytest.raises(NotHandedIn, match="andere tak"):
        hand_in(store, place(forge, ForgeKind.GITLAB), made.id, made.tip, ANNA)
    assert forge.at("voorstel/meer-huizen") == other


def test_the_secret_is_in_no_argument_error_or_commit(store, forge, monkeypatch, tmp_path):
    """Arguments of programs, all that an error carries, what is written of a place, and the repository afterwards are without it."""
    started: list[list[str]] = []
    run = subprocess.run

    def noted(command, **options):
        started.append(command)
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    trace = tmp_path / "spoor"
    monkeypatch.setenv("GIT_TRACE_CURL", str(trace))
    monkeypatch.setenv("GIT_TRACE", str(trace))
    here = place(forge, ForgeKind.GITLAB)
    made = proposed(store)
    forge.refuses()
    with pytest.raises(NotHandedIn) as caught:
        hand_in(store, here, made.id, made.tip, ANNA)
    (forge.repository / "weigert").unlink()
    hand_in(store, here, made.id, made.tip, ANNA)
    coded = base64.b64encode(f"x-access-token:{SECRET}".encode()).decode()
    told = [*all_of(caught.value), repr(here), str(here), str(here.token), json.dumps(started)]
    kept = [path.read_bytes().decode("latin-1") for path in store.root.rglob("*") if path.is_file()]
    kept += [trace.read_text(encoding="utf-8")] if trace.exists() else []
    assert any("push" in command for command in started)
    for secret in (SECRET, coded):
        assert not [text for text in (*told, *kept) if secret in text]
    # The secret did go where it belongs.
    assert f"Basic {coded}" in forge.authorizations


def test_a_proposal_with_faults_is_not_handed_in(store, forge):
    """Nothing is pushed while the check finds something new, and the faults are told."""
    made = proposed(store, ("status: vastgesteld\n", "status: bedacht\n"))
    with pytest.raises(HasFaults) as caught:
        hand_in(store, place(forge, ForgeKind.GITHUB), made.id, made.tip, ANNA)
    assert [problem.file for problem in caught.value.problems] == [HOUSES]
    assert not forge.asked
    assert not forge.authorizations


def test_only_what_was_looked_at_is_handed_in(store, forge):
    """A proposal that is empty, handed in already, or changed meanwhile does not go anywhere."""
    here = place(forge, ForgeKind.GITLAB)
    begun = store.begin(ANNA, "Leeg")
    with pytest.raises(StepRefused, match="verandert nog niets"):
        hand_in(store, here, begun.id, begun.tip, ANNA)
    made = proposed(store)
    newer = store.save(made.id, made.tip, {GREEN: None}, "Van Bram", BRAM)
    with pytest.raises(Moved) as caught:
        hand_in(store, here, made.id, made.tip, ANNA)
    assert caught.value.newer == newer
    store.undo(made.id, newer.tip, BRAM)
    store.move_to(made.id, ProposalState.INGEDIEND, ANNA)
    with pytest.raises(StepRefused, match="ingeleverd"):
        hand_in(store, here, made.id, store.proposal(made.id).tip, ANNA)
    assert not forge.authorizations


def test_without_a_forge_it_stays_in_the_werkbank(store):
    """The proposal is handed in, and has no address."""
    made = proposed(store)
    handed = hand_in(store, ForgePlace(ForgeKind.NONE), made.id, made.tip, ANNA)
    assert (handed.proposal.state, handed.proposal.address, handed.bundle) == (ProposalState.INGEDIEND, "", b"")


def test_a_bundle_brings_a_proposal_to_another_repository(store, tmp_path):
    """Whoever gets the bundle by mail has the proposal with its record and its saves."""
    made = proposed(store)
    store.remark(made.id, BRAM, "", "Goed zo")
    handed = hand_in(store, ForgePlace(ForgeKind.BUNDLE), made.id, made.tip, ANNA)
    path = tmp_path / "voorstel.bundle"
    path.write_bytes(handed.bundle)
    other = bare(tmp_path / "andere")
    git(other, "fetch", "--quiet", str(path), "refs/*:refs/*")
    assert Store(other).proposal(made.id) == handed.proposal
    assert files_at(Store(other), made.tip)[HOUSES] == files_at(store, made.tip)[HOUSES]


@pytest.mark.parametrize(
    ("address", "kind", "web", "project"),
    [
        ("https://github.com/polderdam/beleid.git", ForgeKind.GITHUB, "https://github.com", "polderdam/beleid"),
        ("git@github.com:polderdam/beleid.git", ForgeKind.GITHUB, "https://github.com", "polderdam/beleid"),
        ("ssh://git@gitlab.com:2222/a/b/c.git", ForgeKind.GITLAB, "https://gitlab.com", "a/b/c"),
        ("https://codeberg.org/polderdam/beleid/", ForgeKind.FORGEJO, "https://codeberg.org", "polderdam/beleid"),
        ("https://git.polderdam.example/a/b", ForgeKind.NONE, "https://git.polderdam.example", "a/b"),
        ("/srv/beleid.git", ForgeKind.NONE, "", ""),
    ],
)
def test_where_a_project_is_follows_from_its_address(address, kind, web, project):
    """The kind of a known forge, its address and the path of the project; of an unknown one the kind is not guessed."""
    found = place_at(address)
    assert (found.kind, found.web, found.project, found.address) == (kind, web, project, address)


@pytest.mark.parametrize(
    "address",
    ["https://u:geheim@github.com/a/b", "https://geheim@github.com/a/b", "ext::sh -c x", "-oProxyCommand=x", "a", "https://github.com/a",
     "https://github.com/../b", "https://github.com/a/b?t=1", "git@-x:a/b c", "relatief/pad", "https://github.com/a/b#x", "fd::3"],
)  # fmt: skip
def test_an_address_that_is_unsafe_is_refused_and_not_repeated(address):
    """A secret in an address, another way of transport, and what is no project at all."""
    with pytest.raises(NotHandedIn) as caught:
        place_at(address, ForgeKind.GITHUB)
    assert "geheim@" not in str(caught.value)


def test_a_secret_does_not_go_over_an_open_line():
    """Without https a secret stays here, unless the forge is this machine."""
    with pytest.raises(NotHandedIn, match="onversleuteld"):
        place_at("http://git.polderdam.example/a/b", ForgeKind.GITLAB, ForgeToken(SECRET))
    assert place_at("http://127.0.0.1:80/a/b", ForgeKind.GITLAB, ForgeToken(SECRET)).token


def test_the_environment_says_which_forge_it_is(store):
    """Kind, address and secret come from the environment, the address else from where the project was cloned from."""
    environ = {"POLDERKOERS_FORGE": "gitea", "POLDERKOERS_FORGE_ADRES": "https://git.polderdam.example/a/b"}
    found = forge_of(store.root, {**environ, "POLDERKOERS_FORGE_TOKEN": SECRET})
    assert (found.kind, found.project, found.token.secret) == (ForgeKind.FORGEJO, "a/b", SECRET)
    assert forge_of(store.root, {}).kind is ForgeKind.NONE
    git(store.root, "remote", "add", "origin", "https://github.com/polderdam/beleid")
    assert forge_of(store.root, {}).kind is ForgeKind.GITHUB
    assert forge_of(store.root, {"POLDERKOERS_FORGE": "geen"}).kind is ForgeKind.NONE
    with pytest.raises(NotHandedIn, match="geen forge"):
        forge_of(store.root, {"POLDERKOERS_FORGE": "svn"})


def test_a_report_fits_in_an_option():
    """A report becomes one line of HTML, and of one that is too long the end is left out, which is said."""
    short = description("## Kop\n\n- een\n- twee &lt;b&gt;\n\n```\nregel 1\nregel 2\n```\n")
    assert "\n" not in short
    assert "<h2>Kop</h2>" in short
    assert "twee &lt;b&gt;" in short
    assert "regel 1&#10;regel 2" in short
    long = description("\n\n".join(f"Alinea {number} " + "é" * 200 for number in range(500)))
    assert len(long.encode()) <= MOST_OF_OPTION
    assert "past hier niet" in long
    assert "Alinea 3 " in long


def test_settings_of_who_runs_this_stay(monkeypatch):
    """Settings that stand in the environment already are added to, and not replaced."""
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "http.proxy")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "http://proxy.polderdam.example")
    told = dict(numbered([("a.b", "c")], os.environ))
    assert told == {"GIT_CONFIG_KEY_1": "a.b", "GIT_CONFIG_VALUE_1": "c", "GIT_CONFIG_COUNT": "2"}


def test_a_number_in_the_id_of_a_commit_is_no_reason():
    """What Git prints of a push holds ids of commits: the digits of one are no status of a forge."""
    found = pushing.why_not("!\t4035e0a403:refs/heads/x\t[remote rejected] (pre-receive hook declined)\n")
    assert "weigert" in str(found)
