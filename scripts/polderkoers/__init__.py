"""Polderkoers: municipal policy as data, checked, published and compared."""

__version__ = "0.1.0"
