"""The buttons at the rows of a list: away, up and down, carried out on what was posted."""

from __future__ import annotations

from polderkoers.werkbank.forms.posted import Posted, rows_name


def with_rows_changed(posted: Posted, order: str) -> dict[str, list[str]]:
    """Return what was posted after an order of a button: `weg`, `op` or `neer`, then the name of a list and the key of a row."""
    found = dict(posted)
    verb, _, rest = order.partition(" ")
    name, _, key = rest.rpartition(" ")
    keys = list(found.get(rows_name(name), ()))
    if key not in keys or not key:
        return found
    place = keys.index(key)
    if verb == "weg":
        del keys[place]
    else:
        # The first of the keys is empty, and stays where it is.
        other = min(max(place + {"op": -1, "neer": 1}.get(verb, 0), 1), len(keys) - 1)
        keys[place], keys[other] = keys[other], keys[place]
    found[rows_name(name)] = keys
    return found
