"""Says what happens to an amount: each field that changes in a sentence of its own, and once what all of them do in total."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.changes.change import MoneyTold
from polderkoers.changes.figure_marks import are_exact, marked
from polderkoers.changes.money.amount import Amount, amount_of, amount_words, euro
from polderkoers.changes.money.period import period_words
from polderkoers.changes.money.total import longer, total_words
from polderkoers.changes.same_thing import is_same_thing
from polderkoers.changes.sameness import moved_together, same
from polderkoers.policy.numbers import in_dutch, in_euro

Data = Mapping[str, Any]
# The first of these that differs says what all of them do in total.
_IN_TOTAL = ("bedrag", "per_jaar", "wanneer", "jaar")
_FLAGS = {
    "hoogstens": ("{} is nu een maximum", "{} is geen maximum meer"),
    "ongeveer": ("bij {} staat nu 'ongeveer'", "bij {} staat geen 'ongeveer' meer"),
    "per_jaar": ("{} is nu per jaar", "{} is niet meer per jaar"),
}
_CHOICES = {
    "soort": {"structureel": ("structureel", "elk jaar"), "incidenteel": ("incidenteel", "tijdelijk")},
    "zekerheid": {
        "zeker": ("zeker", "toegekend of ontvangen"),
        "onzeker": ("onzeker", ""),
        "mogelijk": ("mogelijk", "nog niet aangevraagd of besloten"),
    },
    "schaal": {
        "lokaal": ("voor het eigen gebied", ""),
        "regionaal": ("voor de hele regio", ""),
        "landelijk": ("voor heel Nederland", ""),
    },
}

# From so many times the old amount on, a percentage says nothing.
_MOST_TIMES = 10**12
_RUNS = {"later": "begint en eindigt", "eerder": "begint en eindigt"}


def told_of(field: str, old: Data, new: Data) -> MoneyTold | None:
    """Return what happens to an amount by another value of one of its fields; None for a field that says nothing of money."""
    name = field.partition(".")[0]
    if name == "bedrag":
        return _figure(old, new)
    if name in _FLAGS:
        return _flag(name, old, new)
    if name in _CHOICES:
        return _choice(name, old, new)
    if field in _moments(old, new):
        return _moment(field, old, new)
    return None


def told_whole(old: Data | None, new: Data | None) -> MoneyTold | None:
    """Return in words that an amount is new, or that it is gone."""
    if new is not None:
        return _of(f"{{}} is nieuw: {_whole(new)}")
    if old is not None:
        return _of(f"{{}} is vervallen: {_whole(old)}")
    return None


def _whole(data: Data) -> str:
    """Return an amount with of when it is, and what it is in total when that is certain."""
    said = amount_words(data)
    if not said:
        return "het bedrag is niet bekend"
    amount = amount_of(data)
    parts = [f"{said}{_when(data, amount)}"]
    if amount.rhythm == "yearly" and amount.product is not None and not ("ongeveer" in amount.marks or amount.has_note):
        parts.append(f"in totaal {marked(euro(amount.product), amount.marks - {'per_jaar'})}")
    return ", ".join(parts)


def _when(data: Data, amount: Amount) -> str:
    """Return of when an amount is, as it stands behind it."""
    years = amount.years
    if years is not None and years.is_whole and years.last is not None and amount.rhythm == "once":
        if years.number == 1:
            return f" in {years.words}"
        return f" voor {years.words} samen"
    when = period_words(data)
    if when:
        return f", {when}"
    return ""


def _moments(old: Data, new: Data) -> tuple[str, ...]:
    """Return the fields by which a change of the period is told: the dates; of another year, or of words alone, the field itself."""
    if not (isinstance(old.get("wanneer"), Mapping) and isinstance(new.get("wanneer"), Mapping)):
        return ("jaar", "wanneer")
    was, now = old["wanneer"], new["wanneer"]
    dates = [f"wanneer.{part}" for part in ("tot", "van") if not same(part, was.get(part), now.get(part))]
    return ("jaar", "wanneer", *dates[:1])


def _leads(name: str, old: Data, new: Data) -> bool:
    """Return whether a field is the one that says what all fields together do."""
    return name == next((each for each in _IN_TOTAL if not same(each, old.get(each), new.get(each))), "")


def _in_total(name: str, old: Data, new: Data) -> str:
    if not _leads(name, old, new) or not is_same_thing(old, new):
        return ""
    return total_words(amount_of(old), amount_of(new), with_years=name in ("bedrag", "per_jaar"))


def _with(told: str, more: str) -> str:
    if not more:
        return told
    return f"{told}: {more}"


def _of(told: str, was: str = "", now: str = "", brief: str = "") -> MoneyTold:
    before, _, after = told.partition("{}")
    return MoneyTold(words=(before, after), was=was, now=now, brief=brief)


def _figure(old: Data, new: Data) -> MoneyTold | None:
    was, now = amount_words(old), amount_words(new)
    if not was and not now:
        return None
    if not was:
        return _of(_with("{} is nu bekend", _whole(new)), was, now)
    if not now:
        return _of(f"{{}} is niet meer bekend: eerst stond er {was}", was, now)
    if not is_same_thing(old, new):
        both = f"eerst {was} voor '{_for_what(old)}', nu {now} voor '{_for_what(new)}'"
        return _of(f"{{}} is nu voor iets anders: {both}", was, now)
    brief = _in_total("bedrag", old, new) or _by_how_much(old, new)
    return _of(_with(f"{{}} gaat van {_from(old, new)} naar {now}", brief), was, now, brief)


def _for_what(data: Data) -> str:
    return " ".join(str(data.get("waarvoor")).split())


def _from(old: Data, new: Data) -> str:
    """Return the old amount; what the new one says of both is not said twice."""
    before, after = amount_of(old), amount_of(new)
    if before.value is None or after.value is None or not are_exact(before.marks, after.marks):
        return amount_words(old)
    return in_euro(before.value)


def _by_how_much(old: Data, new: Data) -> str:
    """Return the difference between two amounts that are exact and of as long a time, with what part of the old one that is."""
    before, after = amount_of(old), amount_of(new)
    if before.value is None or after.value is None or not are_exact(before.marks, after.marks):
        return ""
    difference = after.value - before.value
    if not difference:
        return ""
    way = "erbij" if difference > 0 else "eraf"
    told = f"{marked(euro(abs(difference)), after.marks)} {way}"
    # Of next to nothing no part says anything.
    if abs(difference) < before.value * _MOST_TIMES and (part := round(100 * abs(difference) / before.value, 1)):
        return f"{told}, dat is {in_dutch(part)} procent"
    return told


def _flag(name: str, old: Data, new: Data) -> MoneyTold:
    was, now = amount_words(old), amount_words(new)
    told = _FLAGS[name][not new.get(name)]
    if not now or not same("bedrag", old.get("bedrag"), new.get("bedrag")):
        return _of(told, was, now)
    brief = _in_total(name, old, new)
    told = f"{told}: {now}"
    if name == "per_jaar" or len(moved_together(old, new)) > 1:
        told = f"{told}, eerst {was}"
    return _of("; ".join(filter(None, [told, brief])), was, now, brief)


def _choice(name: str, old: Data, new: Data) -> MoneyTold:
    was, now = _chosen(name, old), _chosen(name, new)
    if name == "zekerheid":
        return _certainty(old.get(name) and _explained(*was), new.get(name) and _explained(*now))
    if old.get(name) and new.get(name):
        return _of(f"{{}} is niet meer {_explained(*was)}, maar {_explained(*now)}")
    if new.get(name):
        return _of(f"bij {{}} staat nu dat het {_explained(now[0], now[1], ' is')}")
    return _of(f"bij {{}} staat niet meer dat het {_explained(was[0], was[1], ' is')}")


def _certainty(was: str | None, now: str | None) -> MoneyTold:
    """Return how sure an amount was and is: `niet meer mogelijk` would say that it cannot be."""
    if was and now:
        return _of(f"hoe zeker {{}} is, verandert: eerst {was}, nu {now}")
    if now:
        return _of(f"bij {{}} staat nu hoe zeker het is: {now}")
    return _of(f"bij {{}} staat niet meer hoe zeker het is: eerst {was}")


def _chosen(name: str, data: Data) -> tuple[str, str]:
    held = str(data.get(name))
    return _CHOICES[name].get(held, (held, ""))


def _explained(word: str, why: str, verb: str = "") -> str:
    if not why:
        return f"{word}{verb}"
    return f"{word}{verb} ({why})"


def _moment(field: str, old: Data, new: Data) -> MoneyTold | None:
    if field == "jaar" and not same("wanneer", old.get("wanneer"), new.get("wanneer")):
        # The year that makes way for a period, or the other way around, is told with that period.
        return _of(_year_words(old, new))
    before, after = amount_of(old), amount_of(new)
    if field.startswith("wanneer.") and (before.years is None or after.years is None):
        return None
    if not (told := _period(old, new)):
        return None
    brief = _in_total(field.partition(".")[0], old, new)
    return _of(_with(told, brief), brief=brief)


def _year_words(old: Data, new: Data) -> str:
    if new.get("jaar") is None:
        return f"bij {{}} staat geen los jaar meer, eerst {old['jaar']}"
    return f"bij {{}} staat nu het jaar {new['jaar']}"


def _period(old: Data, new: Data) -> str:
    was, now = period_words(old), period_words(new)
    if was == now:
        return f"de periode van {{}} staat er anders, en blijft {now}" if was else ""
    if not was:
        return f"bij {{}} staat nu voor wanneer het is: {now}"
    if not now:
        return f"bij {{}} staat niet meer voor wanneer het is: eerst {was}"
    before, after = amount_of(old), amount_of(new)
    if not (before.years and after.years and before.years.is_whole and after.years.is_whole):
        return f"de periode van {{}} verandert: eerst '{was}', nu '{now}'"
    if before.rhythm == after.rhythm == "yearly" and is_same_thing(old, new) and (how := longer(before, after)):
        return f"{{}} {_RUNS.get(how.rpartition(' ')[2], 'loopt')} {how} ({now} in plaats van {was})"
    stays = _stays(before, after) if is_same_thing(old, new) else ""
    return f"{{}} geldt nu {_for(after)}, eerst {_for(before)}{stays}"


def _for(amount: Amount) -> str:
    """Return for which years an amount is; one for more years that is not per year is for all of them together."""
    years = amount.years
    assert years is not None  # noqa: S101  # this is said of years that are known alone
    if years.last is None:
        return years.words
    if amount.rhythm == "once" and years.number != 1:
        return f"voor {years.words} samen"
    return f"voor {years.words}"


def _stays(old: Amount, new: Amount) -> str:
    """Return that a longer period is no more money, of an amount that is there once."""
    is_once = old.rhythm == new.rhythm == "once"
    if not (is_once and old.is_exact and new.is_exact and old.value == new.value and new.value is not None):
        return ""
    return f"; het blijft {euro(new.value)}"
