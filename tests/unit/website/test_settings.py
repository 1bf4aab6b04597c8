"""What mkdocs.yml says below the plugin has a type, and what is wrong is told in Dutch."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from polderkoers.website.settings import Settings
from polderkoers.website.statement import hooks_of


def told(tmp_path, given) -> list[str]:
    """Return what is said of settings, each with its name."""
    settings = Settings(str(tmp_path / "mkdocs.yml"))
    settings.load_dict(given)
    faults, warnings = settings.validate()
    assert warnings == []
    return [f"{name}: {fault}" for name, fault in faults]


def test_without_settings_the_data_stand_beside_mkdocs_yml(tmp_path):
    """Who says nothing has data/ beside the settings, and a history that must be readable."""
    settings = Settings(str(tmp_path / "mkdocs.yml"))
    assert settings.validate() == ([], [])
    assert settings.map == str(tmp_path)
    assert settings.zonder_historie is False


def test_another_folder_is_seen_from_mkdocs_yml(tmp_path):
    """The data of a site may stand anywhere."""
    (tmp_path / "elders").mkdir()
    settings = Settings(str(tmp_path / "site" / "mkdocs.yml"))
    (tmp_path / "site").mkdir()
    settings.load_dict({"map": "../elders"})
    assert settings.validate() == ([], [])
    assert (tmp_path / "elders").samefile(settings.map)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"map": "weg"}, "map: de map 'weg' is er niet."),
        ({"map": 3}, "map: '3' is geen map."),
        ({"zonder_historie": "ja"}, "zonder_historie: 'ja' kan hier niet. Schrijf true (ja) of false (nee)"),
        ({"zonder_histori": True}, "zonder_histori: deze instelling bestaat niet. Bedoelde je 'zonder_historie'?"),
        ({"kleur": "rood"}, "kleur: deze instelling bestaat niet. Wel kan: map, zonder_historie."),
    ],
)
def test_a_setting_that_is_wrong_is_told_in_dutch(tmp_path, given, said):
    """A folder that is not there, a value of another type and a name that nobody knows are refused, with the cure."""
    (fault,) = told(tmp_path, given)
    assert fault.startswith(said)


def test_a_hook_stands_beside_the_settings_that_name_it(tmp_path):
    """Wherever a build is started, the mark of the look is taken of the file of the site itself."""
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), hooks={"haak.py": None})
    assert list(hooks_of(config)) == [tmp_path / "haak.py"]
