"""What may be wrong with merging."""

from __future__ import annotations

from polderkoers.errors.base import PolderkoersError


class MergeMixed(PolderkoersError):
    """Some of what is to be merged are files, and others are not."""

    def __init__(self) -> None:
        super().__init__(
            "Je noemt bestanden en andere dingen door elkaar. "
            "Hoe op te lossen: noem drie bestanden, of drie keer een versie, tak, commit of map."
        )


class MergeSchemas(PolderkoersError):
    """The three states do not follow the schema of this engine."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name}' volgt een ander schema dan deze Polderkoers. Dan is niet te zeggen welke velden hetzelfde zijn. "
            f"Hoe op te lossen: breng eerst alle drie bij met polderkoers upgrade."
        )


class MergeTargetTaken(PolderkoersError):
    """The outcome is to be written where something else stands."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"In {place} staat al een map data, en die is niet van EEN. Er is niets geschreven. "
            f"Hoe op te lossen: noem bij --naar een lege of nieuwe map, of de map die je bij EEN noemt."
        )


class MergeChoiceWrong(PolderkoersError):
    """A choice is given for a clash that is not there, or that says nothing."""

    def __init__(self, said: str, number: int) -> None:
        known = f"Er zijn {number} botsingen" if number != 1 else "Er is 1 botsing"
        super().__init__(
            f"Met '{said}' is niets te kiezen. {known}. "
            f"Hoe op te lossen: schrijf het nummer van de botsing en wat je kiest: --kies 1=een, 1=ander of 1=basis."
        )
