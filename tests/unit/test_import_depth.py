"""How far one has to follow imports: what a newcomer holds in mind to read one module."""

from __future__ import annotations

from functools import cache

import grimp

# The longest chain of imports from any module down, counted in modules, both ends included: one more than its steps. The aim of at
# most 12 steps is reached; lower this with every step less, and never raise it. (Counted in steps it was 22 once, and 14 before.)
LONGEST = 13


def test_no_chain_of_imports_is_longer_than_it_was():
    """The longest chain of modules that import each other grows no more; an import for a type alone is none."""
    graph = grimp.build_graph("polderkoers", exclude_type_checking_imports=True, cache_dir=None)

    @cache
    def chain(module: str) -> tuple[str, ...]:
        below = (chain(other) for other in graph.find_modules_directly_imported_by(module))
        return (module, *max(below, key=len, default=()))

    longest = max((chain(module) for module in graph.modules), key=len)
    assert len(longest) <= LONGEST, " > ".join(longest)
