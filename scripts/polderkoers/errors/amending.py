"""What may be wrong with amendments and with accepting one."""

from __future__ import annotations

from polderkoers.errors.base import PolderkoersError


class AmendmentUnreadable(PolderkoersError):
    """A file is no amendment that can be read; the message names file and line."""

    def __init__(self, file: str, line: int, message: str, hint: str = "") -> None:
        cure = hint or "maak het bestand met: polderkoers diff VOORSTEL MIJN-VERSIE --format json"
        super().__init__(f"{file}:{line}: {message} Hoe op te lossen: {cure}")


class AmendmentNowhere(PolderkoersError):
    """An amendment is named that is no file, branch or folder."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Het amendement '{name}' is niet te vinden. Hoe op te lossen: noem een bestand dat eindigt op .yaml of .json, "
            f"bijvoorbeeld amendementen/meer-huizen.yaml, of een tak of map."
        )


class AmendmentIncomplete(PolderkoersError):
    """An amendment came from a comparison that left files out, so that it does not say all."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Het amendement '{name}' is niet volledig: er konden bestanden niet worden vergeleken (skipped). "
            f"Hoe op te lossen: herstel die bestanden met polderkoers check, en maak het amendement opnieuw."
        )


class InForceUnknown(PolderkoersError):
    """Nothing tells what is in force where a proposal was made."""

    def __init__(self, proposal: str) -> None:
        super().__init__(
            f"Op welk geldend beleid het voorstel '{proposal}' is gemaakt, is niet te zien. "
            f"Hoe op te lossen: noem het zelf, met --geldend VERSIE."
        )


class ProposalOlder(PolderkoersError):
    """A proposal follows another schema than this engine, so that its files cannot be changed."""

    def __init__(self, proposal: str) -> None:
        super().__init__(
            f"Het voorstel '{proposal}' volgt een ander schema dan deze Polderkoers. Een amendement kan er dan niet op. "
            f"Hoe op te lossen: breng het voorstel bij met polderkoers upgrade."
        )


class NotAccepted(PolderkoersError):
    """An amendment cannot be made into a commit; the message says why and what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(f"{why} Er is niets veranderd. Hoe op te lossen: {hint}")
