"""Fuzzes the loader with Atheris, which follows coverage: `python -m fuzz.atheris_loader CORPUS [-max_total_time=N]`.

Atheris is no dependency of the project: install it yourself (`pip install atheris`).
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["polderkoers"]):
    from fuzz.loader import seeds
    from fuzz.mutate import mutated
    from fuzz.target import one_input


def own_mutator(data: bytes, max_size: int, seed: int) -> bytes:
    """Return a changed file: mostly by our own mutator, which knows lines and values, and now and then by libFuzzer's."""
    chance = random.Random(seed)  # noqa: S311 - libFuzzer must be able to repeat it
    if chance.randrange(4) == 0:
        changed: bytes = atheris.Mutate(data, max_size)
        return changed
    return mutated(chance, data, chance.choice(_SEEDS))[:max_size]


def run(data: bytes) -> None:
    """Load one file; an exception is what Atheris looks for."""
    one_input(data)


_SEEDS = seeds()


def main() -> None:
    """Fill the corpus folder with our files when it is empty, and fuzz."""
    folder = next((Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")), None)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(_SEEDS):
            (folder / f"seed-{number}").write_bytes(content)
    atheris.Setup(sys.argv, run, custom_mutator=own_mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
