"""Any id of a policy under another name, followed by all that refers to it: one change of an address, and nothing else."""

from __future__ import annotations

import re

import pytest
import yaml

from polderkoers.changes.compare import compare_data
from polderkoers.policy.model.kinds import POLICY_KINDS
from support.changes import HERE, as_line
from support.mirror import reverse

TEXTS = {
    path.relative_to(HERE / "basis").as_posix(): path.read_text("utf-8") for path in (HERE / "basis").rglob("*.yaml")
}
FILES = {file: yaml.safe_load(text) for file, text in TEXTS.items()}


def _ids(value):
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for part in value.values():
            yield from _ids(part)
    elif isinstance(value, list):
        for part in value:
            yield from _ids(part)


# A list of names has a fixed id, and an id that stands in two files is two things.
ALL = [id_ for data in FILES.values() for id_ in _ids(data) if id_ not in FILES or data["soort"] in POLICY_KINDS]
FIXED = {data["id"] for data in FILES.values() if data["soort"] not in POLICY_KINDS}
ONCE = sorted(id_ for id_ in set(ALL) if ALL.count(id_) == 1 and id_ not in FIXED)


@pytest.mark.parametrize("id_", ONCE)
def test_another_id_is_one_change_of_an_address(id_):
    """Whatever it is the id of; from new to old it is told the other way around."""
    named = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    place = re.compile(r"(\b(?:id|met|wie|over|hier|gebied|document|organisatie|uitgever|ligt_in)\b:|[\[,/-]) *$")

    def renamed(found):
        return f"{id_}-anders" if place.search(found.string[: found.start()].rpartition("\n")[2]) else id_

    after = {}
    for file, text in TEXTS.items():
        path = file.replace(f"/{id_}.yaml", f"/{id_}-anders.yaml")
        after[path] = yaml.safe_load(named.sub(renamed, text))
    found = compare_data(FILES, after).changes
    assert len(found) == 1, [as_line(change) for change in found]
    assert as_line(found[0]).endswith(f"{id_}-anders - redactioneel hernoemd")
    back = compare_data(after, FILES).changes
    assert [repr(reverse(change)) for change in found] == [repr(change) for change in back]
