"""Whether a goal asks more or less than before, judged by the figures in its text and the words around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from polderkoers.changes.change import MovedFigure
from polderkoers.changes.figures import Figure, figures, plain

# Beginnings of words that say that less is better, and that more is better.
_LESS = re.compile(
    r"\b(hoogstens|hooguit|maximaal|ten hoogste|niet meer dan|minder|vermind|terug(dring|breng)|verlaag|verlag|dal(en|ing)|"
    r"daalt|afname|afnemen|neemt af|omlaag|beperk|voorkom|halve|binnen|uiterlijk|armoede|schuld|eenzaam|leegstand|"
    r"werkloos|uitval|wacht|criminaliteit|overlast|overgewicht|rook|roken|rokers|ongeluk|ongeval|uitstoot|afval|"
    r"verzuim|laaggeletterd|geweld|achterstand)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(minstens|minimaal|ten minste|tenminste|niet minder dan|meer|groei|stijg|verhoog|verhog|toename|toenemen|"
    r"neemt toe|extra|uitbreid|erbij|omhoog|verdubbel|vergroot)",
    re.IGNORECASE,
)
# "Not more than" is less, and "not less than" is more; the word inside must not count by itself.
_NEGATED = re.compile(r"\bniet (meer|minder) dan\b", re.IGNORECASE)

SHARPER, WEAKER, UNCLEAR = "doel-aangescherpt", "doel-afgezwakt", "doelcijfer-gewijzigd"
LATER, SOONER = "uitgesteld", "vervroegd"


class Verdict(NamedTuple):
    """What a moved figure means, and the figure itself when there is just one."""

    meaning: tuple[str, ...]
    amount: MovedFigure | None


def judge_text(old: str, new: str) -> Verdict:
    """Return what the figures that differ between two texts of a goal mean; nothing when no figure differs."""
    before, after = figures(old), figures(new)
    if [figure.value for figure in before] == [figure.value for figure in after]:
        return Verdict((), None)
    if len(before) != len(after):
        return Verdict((UNCLEAR,), None)
    moved = [pair for pair in zip(before, after, strict=True) if pair[0].value != pair[1].value]
    meanings = dict.fromkeys(_judge(was, now, old, new) for was, now in moved)
    amount = _amount(*moved[0]) if len(moved) == 1 else None
    return Verdict(_agreed(tuple(meanings)), amount)


def _agreed(meanings: tuple[str, ...]) -> tuple[str, ...]:
    """Return what several figures mean together: one thing at most, and that it is later or sooner."""
    times = {LATER, SOONER} & {*meanings}
    if len(times) > 1 or len(meanings) - len(times) > 1:
        return (UNCLEAR,)
    return meanings


def judge_number(old: float, new: float, about: str) -> str:
    """Return what it means that the figure of a goal moved, given the words that say what is counted."""
    direction = _better_way(about)
    if direction == 0 or old == new:
        return UNCLEAR
    return SHARPER if (new > old) == (direction > 0) else WEAKER


def _judge(was: Figure, now: Figure, old: str, new: str) -> str:
    if was.is_year and now.is_year:
        return LATER if now.value > was.value else SOONER
    ways = {_better_way(_sentence(old, was)), _better_way(_sentence(new, now))}
    if was.unit != now.unit or len(ways) != 1 or was.is_year or now.is_year:
        return UNCLEAR
    return judge_number(float(was.value), float(now.value), _sentence(new, now))


def _better_way(text: str) -> int:
    """Return 1 when more is better, -1 when less is, and 0 when the words point both ways."""
    said = {match.group(1).lower() for match in _NEGATED.finditer(text)}
    rest = _NEGATED.sub(" ", text)
    less = bool(_LESS.search(rest)) or "meer" in said
    more = bool(_MORE.search(rest)) or "minder" in said
    if less:
        return 0 if more else -1
    return 1


def _sentence(text: str, figure: Figure) -> str:
    """Return the sentence around a figure."""
    start = max((match.end() for match in re.finditer(r"[.!?]\s", text[: figure.start])), default=0)
    end = re.search(r"[.!?](\s|$)", text[figure.end :])
    if end is None:
        return text[start:]
    return text[start : figure.end + end.start()]


def _amount(was: Figure, now: Figure) -> MovedFigure:
    unit = was.unit if was.unit == now.unit else None
    return MovedFigure(old=plain(was.value), new=plain(now.value), unit=unit)
