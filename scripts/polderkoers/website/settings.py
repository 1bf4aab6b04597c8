"""What mkdocs.yml may say below `plugins: polderkoers`, each with its type; what is wrong is told in Dutch."""

from __future__ import annotations

import difflib
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c


class _Folder(c.OptionallyRequired[str]):
    """The path of a folder, relative to mkdocs.yml; kept as a whole path."""

    def run_validation(self, value: object) -> str:
        """Return the path as it is written; raises `ValidationError` when it is no text."""
        if not isinstance(value, str):
            raise base.ValidationError(f"'{value}' is geen map. Schrijf de naam van de map waar 'data' in staat.")
        return value

    def post_validation(self, config: base.Config, key_name: str) -> None:
        """Put the whole path in its place; raises `ValidationError` when there is no such folder."""
        folder = Path(config.config_file_path or "mkdocs.yml").parent / config[key_name]
        if not folder.is_dir():
            raise base.ValidationError(
                f"de map '{config[key_name]}' is er niet. Schrijf de map waar 'data' in staat, gezien vanaf mkdocs.yml, of haal de regel weg."
            )
        config[key_name] = str(folder)


class _YesOrNo(c.OptionallyRequired[bool]):
    def run_validation(self, value: object) -> bool:
        """Return the value; raises `ValidationError` when it is neither true nor false."""
        if not isinstance(value, bool):
            raise base.ValidationError(
                f"'{value}' kan hier niet. Schrijf true (ja) of false (nee), zonder aanhalingstekens."
            )
        return value


class Settings(base.Config):  # type: ignore[no-untyped-call]
    """The settings of the plugin. `map` is the folder in which data/ stands; `zonder_historie` builds without Git."""

    map = _Folder(default=".")
    zonder_historie = _YesOrNo(default=False)

    def _validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Return what is wrong; a name that is not known is a fault, because what it should do is not done."""
        errors, warnings = super()._validate()
        known = [name for name, _ in self._schema]
        for name in set(self.data) - set(known):
            errors.append((str(name), base.ValidationError(_unknown(str(name), known))))
        return errors, [warning for warning in warnings if warning[0] not in self.data]


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    meant = f" Bedoelde je '{near[0]}'?" if near else ""
    return f"deze instelling bestaat niet.{meant} Wel kan: {', '.join(known)}."
