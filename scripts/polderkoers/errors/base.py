"""The root of all errors that are told in one line."""

from __future__ import annotations

# With this in the environment a fault of our own is shown as it is.
DEBUG = "POLDERKOERS_DEBUG"


class PolderkoersError(Exception):
    """Root of all errors that mean wrong use or a wrong environment (exit code 2)."""
