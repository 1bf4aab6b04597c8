"""Every rule is run."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from polderkoers.policy import rules


def test_no_module_with_a_rule_is_forgotten():
    """A module of the package that has a check is one of the rules, so that a new one cannot be left out unseen."""
    modules = [import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)]
    known = {rule for _, rule in rules.RULES}
    assert [module.__name__ for module in modules if getattr(module, "check", None) not in {None, *known}] == []
