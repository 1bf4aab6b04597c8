"""What may be wrong with a proposal in the werkbank, with deciding on it, and with handing it in."""

from __future__ import annotations

from polderkoers.errors.base import PolderkoersError


class WerkbankError(PolderkoersError):
    """Root of what goes wrong in the werkbank: `what` says it and `cure` what to do, in Dutch; nothing was changed."""

    def __init__(self, what: str, cure: str) -> None:
        self.what, self.cure = what, cure
        super().__init__(f"{what} Er is niets veranderd. Hoe op te lossen: {cure}")

    @property
    def told(self) -> str:
        """What went wrong and what to do, for where it is said already that nothing was changed."""
        return f"{self.what} Hoe op te lossen: {self.cure}"


class ProposalUnknown(WerkbankError):
    """There is no proposal by this name, or not any more."""

    def __init__(self) -> None:
        super().__init__("Dit voorstel is er niet, of niet meer.", "kies het in de lijst van voorstellen.")


class TextRefused(WerkbankError):
    """A text of a person, such as a title, is not one that can be kept."""


class FileRefused(WerkbankError):
    """A file is none that the werkbank writes, or its content is not."""


class PersonUnknown(WerkbankError):
    """Nobody knows who is at work."""

    def __init__(self) -> None:
        super().__init__(
            "Onbekend is wie dit doet: een naam en een mailadres horen erbij.",
            'meld je aan, of vertel Git wie je bent met git config user.name "Je naam" en git config user.email.',
        )


class StepRefused(WerkbankError):
    """A proposal does not go from the state that it is in to the one that was asked for, or is not changed in it."""


class NotAllowed(WerkbankError):
    """Somebody may not do this."""

    def __init__(self) -> None:
        super().__init__(
            "Je mag niet beslissen over voorstellen.", "vraag het aan wie daarover gaat in je organisatie."
        )


class NothingToUndo(WerkbankError):
    """There is no earlier save to go back to, or no later one to go forward to."""


class MainMoved(WerkbankError):
    """What is in force went on changing while a proposal was taken over."""

    def __init__(self) -> None:
        super().__init__(
            "Het geldende beleid verandert op dit moment.",
            "wacht even, en kijk er daarna nog eens naar.",
        )


class ClashesNow(WerkbankError):
    """A proposal changes what was changed otherwise in what came in force meanwhile: somebody must choose."""

    def __init__(self) -> None:
        super().__init__(
            "Dit voorstel botst met iets wat intussen is gaan gelden: allebei veranderen ze hetzelfde.",
            "klik op 'Werk bij', en kies daar wat er moet staan.",
        )


class NotTaken(WerkbankError):
    """A proposal cannot be taken over as it is."""


class NotUpdated(WerkbankError):
    """A proposal cannot be brought up to date here."""


class NotSaved(WerkbankError):
    """Git could not keep something."""


class NotHandedIn(WerkbankError):
    """A proposal could not be brought to the forge."""
