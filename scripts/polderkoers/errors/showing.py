"""Why something of a proposal cannot be shown."""

from __future__ import annotations

from polderkoers.errors.base import PolderkoersError


class ShownYet(PolderkoersError):
    """A preview is still being made."""

    def __init__(self) -> None:
        super().__init__("Het voorbeeld wordt gemaakt. Dat duurt de eerste keer een paar tellen.")


class PageNowhere(PolderkoersError):
    """A preview has no page or file with an address."""

    def __init__(self, address: str) -> None:
        super().__init__(f"Op het adres /{address} staat in dit voorstel niets.")


class NeverShown(PolderkoersError):
    """Nothing of a proposal can be shown, nor of any of its earlier saves."""
