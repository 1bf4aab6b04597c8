"""What may be wrong with a form or a job of the werkbank."""

from __future__ import annotations

from polderkoers.errors.base import PolderkoersError


class WorkRefused(PolderkoersError):
    """A form cannot be shown or a job cannot be done; nothing has changed. `what` says why not, and `cure` what to do."""

    def __init__(self, what: str, cure: str) -> None:
        self.what, self.cure = what, cure
        super().__init__(f"{what} Hoe op te lossen: {cure}")


class ItemNowhere(WorkRefused):
    """There is no item under a reference."""

    def __init__(self, ref: str) -> None:
        self.ref = ref
        super().__init__(f"'{ref[:161]}' staat niet in dit beleid.", "zoek het onderdeel bij zijn naam.")
