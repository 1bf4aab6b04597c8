"""What a draft changes, in sentences."""

from __future__ import annotations

from polderkoers.werkbank.shown.was_wordt import was_wordt

FILE = "data/kernopgaven/fijn-wonen.yaml"


def test_a_change_is_told_with_what_it_is_about(drafts, reader):
    """Another name is a sentence with was and wordt, at the item that people can say something of."""
    tip = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", "naam: Veel meer huizen")
    found = was_wordt(reader, drafts.main, tip)
    (change,) = found.changes
    assert change.file == FILE
    assert change.ref.startswith("fijn-wonen/")
    assert "is gewijzigd" in change.sentence
    assert "".join(run.text for run in change.was) == "Genoeg huizen"
    assert "".join(run.text for run in change.becomes) == "Veel meer huizen"
    assert f'id="{change.anchor}"' in change.html
    assert found.total.startswith("1 wijziging")
    assert change.sentence in change.html.replace("&#39;", "'")


def test_a_file_that_is_no_policy_is_told_beside_it(drafts, reader):
    """A report that goes changes no policy; it is told, with what people can say something of."""
    tip = drafts.with_file(drafts.main, "data/verslagen/jaarverslag-2024.yaml", None)
    found = was_wordt(reader, drafts.main, tip)
    assert not found.changes
    assert {line.ref for line in found.beside} == {"jaarverslag-2024"}
    assert found.beside[0].sentence.startswith("Weg: het verslag 'Jaarverslag Samen Vooruit 2024'")


def test_text_of_people_is_text(drafts, reader):
    """What somebody typed is never read as a piece of the page."""
    tip = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", 'naam: "<script>alert(1)</script>"')
    found = was_wordt(reader, drafts.main, tip)
    assert "<script>alert" not in found.changes[0].html
    assert "&lt;script&gt;alert" in found.changes[0].html


def test_what_is_no_policy_is_told_beside_it(drafts, reader):
    """A comment, and another form of the same, are no change of policy, but they are told."""
    remark = drafts.with_text(drafts.main, FILE, "soort: kernopgave", "# Nog nakijken\nsoort: kernopgave")
    found = was_wordt(reader, drafts.main, remark)
    assert not found.changes
    assert any("Nog nakijken" in line.sentence for line in found.beside)
    form = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", 'naam: "Genoeg huizen"')
    assert [line.sentence for line in was_wordt(reader, drafts.main, form).beside] == [
        "In 'Fijn wonen' is alleen de vorm anders."
    ]


def test_a_fault_in_a_field_hides_no_change(drafts, reader):
    """A field under a wrong name is told as what came and went."""
    tip = drafts.with_text(drafts.main, FILE, "versie:", "versei:")
    found = was_wordt(reader, drafts.main, tip)
    assert any("versei" in change.sentence for change in found.changes)


def test_a_number_that_goes_along_is_no_change(drafts, reader):
    """The number of a file in which something else changes is not told or counted; by itself it is."""
    first = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", "naam: Veel meer huizen")
    found = was_wordt(reader, drafts.main, drafts.with_text(first, FILE, 'versie: "1.2"', 'versie: "1.3"'))
    assert [change.ref for change in found.changes] == ["fijn-wonen/doel-genoeg-huizen"]
    assert found.total.startswith("1 wijziging")
    assert "redactie" not in found.total
    alone = was_wordt(reader, drafts.main, drafts.with_text(drafts.main, FILE, 'versie: "1.2"', 'versie: "1.3"'))
    assert "1.3" in alone.changes[0].sentence


def test_what_is_beside_the_policy_is_told_by_names(drafts, reader):
    """A list of which something changes is called by its name, and its fields by their words, and nothing is told of its number."""
    file = "data/contact.yaml"
    first = drafts.with_text(drafts.main, file, "0999 12 34 56", "0999 12 34 57")
    tip = drafts.with_text(first, file, 'versie: "1.0"', 'versie: "1.1"')
    sentences = [line.sentence for line in was_wordt(reader, drafts.main, tip).beside]
    [said] = sentences
    assert said.startswith("De lijst van contactpunten: het contactpunt 'Balie van Polderdam': het telefoonnummer was ")


def test_nothing_is_nothing(drafts, reader):
    """A draft without a change says so."""
    found = was_wordt(reader, drafts.main, drafts.main)
    assert (found.files, found.beside, found.unread) == ((), (), ())
    assert found.total == "Er verandert niets in het beleid."


def test_a_new_version_in_the_list_is_told(drafts, reader):
    """What a draft does to the list of versions is no policy, and is told beside it."""
    tip = drafts.with_text(drafts.main, "data/versies.yaml", "naam: Programma 2023", "naam: Programma 2022")
    found = was_wordt(reader, drafts.main, tip)
    assert any("Programma 2022" in line.sentence for line in found.beside)


def test_what_changes_in_a_file_with_a_gap_is_told(drafts, reader):
    """A required name that is gone keeps nothing else of its file out of the comparison."""
    first = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", "naam: Veel meer huizen")
    tip = drafts.with_text(first, FILE, "titel: Fijn wonen\n", "")
    found = was_wordt(reader, drafts.main, tip)
    sentences = [change.sentence for change in found.changes]
    assert any("Veel meer huizen" in sentence for sentence in sentences)
    assert not found.unread
    assert not any("alleen de vorm" in line.sentence for line in found.beside)
    assert found.total.startswith("2 wijzigingen")


def test_a_file_that_cannot_be_compared_is_named_and_nothing_is_said_of_what_changes(drafts, reader):
    """Of what is no YAML it is said which file and why; not that nothing changes, or its form alone."""
    tip = drafts.with_file(drafts.main, FILE, "soort: [\n")
    found = was_wordt(reader, drafts.main, tip)
    assert [FILE in line and "niet te vergelijken" in line for line in found.unread] == [True]
    said = " ".join((found.total, *(line.sentence for line in found.beside)))
    assert "verandert niets" not in said
    assert "alleen de vorm" not in said


def test_a_number_that_a_save_raises_is_no_change(drafts, reader):
    """Of a name and the number of its file the name is the one change, and nothing is told of the number."""
    first = drafts.with_text(drafts.main, FILE, "naam: Genoeg huizen", "naam: Veel meer huizen")
    tip = drafts.with_text(first, FILE, 'versie: "1.2"', 'versie: "1.3"')
    found = was_wordt(reader, drafts.main, tip)
    assert found.total.startswith("1 wijziging:")
    assert [change.ref for change in found.changes] == ["fijn-wonen/doel-genoeg-huizen"]
    assert found.beside == ()
