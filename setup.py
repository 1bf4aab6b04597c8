"""Packs schema/, which stands at the top of the repository for editors and their programs, into the package; all else is in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class WithSchemas(build_py):
    """Builds the package with the schemas inside; an editable install finds them where they stand."""

    def run(self) -> None:
        """Build as usual, and add the schemas."""
        if not self.editable_mode:
            # A file that is gone must not be packed because an earlier build had it.
            shutil.rmtree(Path(self.build_lib, "polderkoers"), ignore_errors=True)
        super().run()
        if not self.editable_mode:
            shutil.copytree("schema", Path(self.build_lib, "polderkoers", "schema"))


setup(cmdclass={"build_py": WithSchemas})
