"""What a page for editors shows as an example is right, so that who copies it begins without faults."""

from __future__ import annotations

import html
import re

import pytest

from polderkoers.policy.load import load
from polderkoers.website.layers import PAGES
from support.made_up import root_with

EXAMPLES = [
    ("verslag-invoeren.md", "data/verslagen/najaar-2021.yaml"),
    ("besluiten-invoeren.md", "data/besluiten/besluiten-2022.yaml"),
]
_CODE = re.compile(r"<code>(soort: .*?)</code>", re.DOTALL)


@pytest.mark.parametrize(("page", "file"), EXAMPLES)
def test_the_first_example_of_a_page_is_a_right_file(tmp_path, page, file):
    """Beside the policy that it names, the check finds no fault in it."""
    (example, *_) = _CODE.findall((PAGES / "meedoen" / page).read_text(encoding="utf-8"))
    root = root_with(tmp_path)
    (root / file).parent.mkdir(parents=True)
    (root / file).write_text(f"{html.unescape(example)}\n", encoding="utf-8")
    assert [problem.message for problem in load(root).problems if problem.file == file] == []
