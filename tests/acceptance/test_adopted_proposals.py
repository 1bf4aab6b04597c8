"""A version from proposal to main: what its report shows, and that it stays the same text whatever way it is merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree
from polderkoers.changes.versions import listed_versions_of, load_version, open_version
from polderkoers.cli import main
from polderkoers.policy.tree import Folder
from support.adopted import FILE, change, repository, save
from support.git import git

LIST = "data/versies.yaml"
ON = ("--datum", "2021-03-12", "--door", "Gemeenteraad", "--naam", "Visie 2021")
ENTRY = """\
  - id: "2021"
    naam: Raadsbesluit 2021
    uitleg: Het besluit van 2021.
    datum: 2021
    vastgesteld_door: Gemeenteraad
    besluit: null
    documenten: [visie-2020]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A policy with version 2020 on main."""
    return repository(tmp_path / "root")


@pytest.fixture
def proposal(root: Path) -> Path:
    """The same with a branch on which version 2021 is adopted in two commits, while main went on outside the policy."""
    git(root, "switch", "--quiet", "--create", "versie-2021")
    change(root, "status: vastgesteld", "status: concept")
    change(root, "naam: Genoeg huizen", "naam: Genoeg goede huizen")
    save(root, "Meer eisen")
    assert main(["vaststellen", "2021", *ON, "--root", str(root)]) == 0
    save(root, "Stel versie 2021 vast")
    git(root, "switch", "--quiet", "main")
    (root / "LEESMIJ.md").write_text("Iets anders.\n", encoding="utf-8")
    save(root, "Iets anders")
    return root


def merge(root: Path) -> None:
    """Bring the branch to main with a merge commit."""
    git(root, "merge", "--quiet", "--no-ff", "--message", "Voeg samen", "versie-2021")


def squash(root: Path) -> None:
    """Bring the branch to main as one new commit."""
    git(root, "merge", "--quiet", "--squash", "versie-2021")
    git(root, "commit", "--quiet", "--message", "Versie 2021")


def rebase(root: Path) -> None:
    """Bring the branch to main as new commits."""
    git(root, "rebase", "--quiet", "main", "versie-2021")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--ff-only", "versie-2021")


def report(root: Path, capsys, base: str = "main", head: str = "HEAD") -> str:
    """Return the report on a proposal."""
    capsys.readouterr()
    assert main(["pr-report", base, head, "--root", str(root)]) == 0
    return capsys.readouterr().out


def line(root: Path, text: str) -> int:
    """Return how many goals of version 2021 have a text as their name."""
    listed = listed_versions_of(Folder(root))
    policy = load_version(open_version(root, "2021", listed).tree, root).policy
    return sum(entry.item.label == text for entry in policy.of_kind("doel"))


@pytest.mark.parametrize("way", [merge, squash, rebase])
def test_a_version_is_the_same_text_whatever_way_it_is_merged(proposal, capsys, way):
    """After a merge, squash or rebase, with the branch gone for good, the version opens and holds what was adopted."""
    wanted = git(proposal, "rev-parse", f"versie-2021:{FILE}")
    way(proposal)
    git(proposal, "branch", "--quiet", "-D", "versie-2021")
    git(proposal, "reflog", "expire", "--expire=now", "--all")
    git(proposal, "gc", "--quiet", "--prune=now")
    change(proposal, "naam: Genoeg goede huizen", "naam: Genoeg dure huizen")
    change(proposal, 'versie: "1.1"', 'versie: "1.2"')
    save(proposal, "Dure huizen")
    capsys.readouterr()
    assert main(["versions", "--root", str(proposal)]) == 0
    assert main(["check", "--root", str(proposal)]) == 0
    listed = listed_versions_of(Folder(proposal))
    tree = open_version(proposal, "2021", listed).tree
    assert {source.file: source.key for source in tree.data_files()}[FILE] == wanted
    assert content_of(tree) == listed[-1].inhoud
    assert line(proposal, "Genoeg goede huizen") == 1
    capsys.readouterr()
    assert main(["diff", "2021", "nu", "--root", str(proposal)]) == 0
    assert "Genoeg dure huizen" in capsys.readouterr().out


def test_the_report_shows_what_the_new_version_holds(proposal, capsys):
    """Beside the version before it: numbers, documents, the sentences and text, whose it is, and that nothing is wrong."""
    text = report(proposal, capsys, "main", "versie-2021")
    section = text.partition("### Wat versie 2021 bevat\n\n")[2].partition("\n\n### ")[0]
    assert section.startswith(
        "**Visie 2021**: 12 maart 2021, vastgesteld door de gemeenteraad. De tekst is precies die van dit voorstel.\n\n"
        "Vergeleken met versie 2020 (Visie 2020):\n\n**"
    )
    assert "Inhoudelijk, per document:\n\n- Kernopgave Fijn wonen: " in section
    assert "| Genoeg huizen | Genoeg <ins>goede</ins> huizen |" in section
    assert "Let op." not in text
    assert "Er zijn geen nieuwe meldingen." in text


def test_a_text_that_nobody_saw_is_said_aloud(root, capsys):
    """A version that points at a text which a proposal brings and takes back, stands at the top with that text."""
    git(root, "switch", "--quiet", "--create", "stiekem")
    change(root, "titel: Fijn wonen", "titel: Alle buurthuizen gaan dicht")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    hidden = save(root, "Tekst")
    git(root, "revert", "--no-edit", "HEAD")
    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{ENTRY}    commit: {hidden}\n")
    save(root, "Noem versie 2021")
    text = report(root, capsys)
    top = text.split("\n\n")[1]
    assert top.startswith("**Let op.** Versie 2021 (Raadsbesluit 2021) bevat een tekst die niet in dit voorstel staat")
    assert f"De tekst is die van commit `{hidden[:12]}`. Die stond nooit op de hoofdtak." in text
    assert "Alle buurthuizen gaan dicht" in text
    assert "Er zijn geen nieuwe meldingen." not in text


@pytest.mark.parametrize(
    "fields", ["commit: null\n    inhoud: {zero}", "commit: {zero}\n    inhoud: {zero}", "commit: {zero}"]
)
def test_a_text_that_is_nowhere_is_said_aloud(root, capsys, fields):
    """A version whose text nobody can see stands at the top."""
    git(root, "switch", "--quiet", "--create", "leeg")
    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{ENTRY}    {fields.format(zero='a' * 40)}\n")
    save(root, "Noem versie 2021")
    text = report(root, capsys)
    assert text.split("\n\n")[1].startswith(
        "**Let op.** Wat versie 2021 (Raadsbesluit 2021) bevat, is nergens te vinden."
    )
    assert "**Wat erin staat, kan niet worden vergeleken.**" in text


def test_a_commit_that_holds_something_else_than_it_says_is_said_aloud(root, capsys):
    """A version with the content of the proposal and the commit of another text stands at the top."""
    first = git(root, "rev-parse", "HEAD")
    git(root, "switch", "--quiet", "--create", "twee")
    change(root, "naam: Genoeg huizen", "naam: Genoeg goede huizen")
    content = content_of(Folder(root))
    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{ENTRY}    commit: {first}\n    inhoud: {content}\n")
    save(root, "Noem versie 2021")
    assert (
        report(root, capsys)
        .split("\n\n")[1]
        .startswith("**Let op.** De commit bij versie 2021 (Raadsbesluit 2021) bevat")
    )


def test_an_earlier_text_of_main_is_said_to_be_that(root, capsys):
    """A version may be what stood on main before; the report says of which commit, and that more has changed since."""
    change(root, "naam: Genoeg huizen", "naam: Genoeg goede huizen")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    adopted = save(root, "Goede huizen")
    content = content_of(Folder(root))
    change(root, "naam: Genoeg goede huizen", "naam: Genoeg dure huizen")
    save(root, "Dure huizen")
    git(root, "switch", "--quiet", "--create", "eerder")
    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{ENTRY}    commit: {adopted}\n    inhoud: {content}\n")
    save(root, "Noem versie 2021")
    text = report(root, capsys)
    assert "**Let op.** Versie 2021 (Raadsbesluit 2021) bevat niet de tekst van dit voorstel, maar een eerdere" in text
    assert f"De tekst is die van commit `{adopted[:12]}` op de hoofdtak." in text
    assert "Dan kiest de indiener die datums zelf" in text
    assert "| Genoeg huizen | Genoeg <ins>goede</ins> huizen |" in text


def test_a_version_that_goes_or_changes_is_said_at_the_top(root, capsys):
    """Taking a version away, or giving it another name or text, stands above everything else."""
    git(root, "switch", "--quiet", "--create", "weg")
    change(root, "naam: Visie 2020\n", "naam: Visie van toen\n", LIST)
    save(root, "Andere naam")
    assert report(root, capsys).split("\n\n")[1] == (
        "**Let op.** Bij versie 2020 (Visie 2020), die er al was, verandert de naam."
    )
    old = git(root, "rev-parse", "main~1")
    content = content_of(GitTree(root, old)) or ""
    change(root, f"commit: {old}", "commit: null", LIST)
    change(root, content, "f" * 40, LIST)
    save(root, "Andere tekst")
    assert (
        report(root, capsys).split("\n\n")[1].startswith("**Let op.** Versie 2020 (Visie 2020) krijgt een andere tekst")
    )
    (root / LIST).unlink()
    save(root, "Weg")
    assert report(root, capsys).split("\n\n")[1].startswith("**Let op.** Versie 2020 (Visie 2020) gaat uit de lijst")


def test_a_commit_that_is_filled_in_later_is_no_other_text(proposal, capsys):
    """Once the commit on main is known it may be written down: the text stays the same, and the report says so."""
    merge(proposal)
    commit = git(proposal, "rev-parse", "HEAD")
    git(proposal, "switch", "--quiet", "--create", "aanvulling")
    change(proposal, "commit: null", f"commit: {commit}", LIST)
    save(proposal, "Vul de commit in")
    assert report(proposal, capsys).split("\n\n")[1] == (
        "**Let op.** Bij versie 2021 (Visie 2021), die er al was, verandert de commit. De tekst van de versie blijft gelijk."
    )
    assert main(["check", "--root", str(proposal)]) == 0


def test_a_list_with_a_fault_hides_nothing(root, capsys):
    """When the list cannot be read, the report says that it does not know what happens to the versions."""
    git(root, "switch", "--quiet", "--create", "stuk")
    change(root, "soort: versies", "soort: versie", LIST)
    save(root, "Stuk")
    top = report(root, capsys).split("\n\n")[1]
    assert top.startswith("**Let op.** In `data/versies.yaml` staat een fout.")


def test_a_proposal_that_fell_behind_can_be_adopted_again(proposal, capsys):
    """When main has other policy since, the report says so; after merging it in, --opnieuw makes the version right."""
    change(proposal, "naam: Visie", "naam: De visie", "data/documenten.yaml")
    change(proposal, 'versie: "1.0"', 'versie: "1.1"', "data/documenten.yaml")
    save(proposal, "Andere naam")
    text = report(proposal, capsys, "main", "versie-2021")
    assert "**Let op.** Op de hoofdtak is het beleid veranderd nadat dit voorstel begon." in text
    git(proposal, "switch", "--quiet", "versie-2021")
    git(proposal, "merge", "--quiet", "--message", "Haal binnen", "main")
    assert main(["check", "--root", str(proposal)]) == 1
    assert main(["vaststellen", "2021", *ON, "--opnieuw", "--root", str(proposal)]) == 0
    assert main(["check", "--root", str(proposal)]) == 0
    save(proposal, "Opnieuw")
    git(proposal, "switch", "--quiet", "main")
    squash(proposal)
    assert line(proposal, "Genoeg goede huizen") == 1
    assert main(["vaststellen", "2021", *ON, "--opnieuw", "--root", str(proposal)]) == 2
    assert "Versie 2021 staat al op de hoofdtak, en verandert dus niet meer." in capsys.readouterr().err


def test_the_report_counts_what_the_check_counts(root, capsys):
    """A file that changed under the same number is a new message for both, so the report does not say that there is none."""
    git(root, "switch", "--quiet", "--create", "zelfde")
    change(root, "naam: Genoeg huizen", "naam: Genoeg goede huizen")
    save(root, "Zelfde nummer")
    assert "&#91;versie-niet-opgehoogd&#93;" in report(root, capsys)
    assert main(["check", "--format", "github", "--changed-from", "main", "--root", str(root)]) == 0
    assert "title=versie-niet-opgehoogd (nieuw)" in capsys.readouterr().out


def test_many_versions_in_one_proposal_are_not_all_read(root, capsys):
    """A proposal with more versions than anyone adopts at once is told by their number, and looked at no further."""
    git(root, "switch", "--quiet", "--create", "veel")
    with (root / LIST).open("a", encoding="utf-8") as file:
        for number in range(9):
            entry = ENTRY.replace('"2021"', f'"2021-{number}"')
            file.write(f"{entry}    commit: null\n    inhoud: {number}{'a' * 39}\n")
    save(root, "Veel versies")
    text = report(root, capsys)
    assert text.split("\n\n")[1].startswith(
        "**Let op.** Dit voorstel voegt 9 versies toe. Alleen de eerste 5 zijn bekeken."
    )
    assert text.count("### Wat versie ") == 5


def test_words_of_a_stranger_are_only_words(root, capsys):
    """Names in an entry make no markup, mention or link in the report."""
    git(root, "switch", "--quiet", "--create", "vreemd")
    evil = "'<img src=x> @iemand [klik](https://kwaad.example) **vet**'"
    entry = ENTRY.replace("Raadsbesluit 2021", evil).replace("door: Gemeenteraad", f"door: {evil}")
    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{entry.replace('besluit: null', f'besluit: {evil}')}    commit: null\n    inhoud: {'b' * 40}\n")
    save(root, "Vreemd")
    text = report(root, capsys)
    assert text.count("img src") >= 3
    for sign in ("<img", "@iemand", "](", "https://", "**vet"):
        assert sign not in text.replace("https:<ins></ins>//", "")
