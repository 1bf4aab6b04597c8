"""What may be wrong with starting the werkbank: what it needs, and its settings."""

from __future__ import annotations

from polderkoers.errors.base import PolderkoersError


class WerkbankMissing(PolderkoersError):
    """The libraries of the werkbank are not installed."""

    def __init__(self, library: str) -> None:
        super().__init__(
            f"De werkbank heeft meer nodig dan hier is geïnstalleerd ({library} ontbreekt). "
            f"Hoe op te lossen: pip install 'polderkoers[werkbank]'"
        )


class WerkbankPortTaken(PolderkoersError):
    """Something else listens at the port."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Op poort {port} draait al iets. Misschien staat de werkbank al open. Hoe op te lossen: stop die, of kies een andere "
            f"poort: polderkoers werkbank --port {port + 1}"
        )


class WerkbankSettingsWrong(PolderkoersError):
    """The file with the settings of the werkbank cannot be followed."""

    def __init__(self, file: str, why: str, cure: str) -> None:
        super().__init__(f"{file}: {why}. Hoe op te lossen: {cure}")


class NobodyKnown(PolderkoersError):
    """Git's settings name nobody, so that a save would have no author."""

    def __init__(self) -> None:
        super().__init__(
            "Git weet niet wie je bent, en elke wijziging krijgt een naam. Hoe op te lossen: vertel het, met git config user.name "
            '"Je naam" en git config user.email jij@voorbeeld.nl'
        )
