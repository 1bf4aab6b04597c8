"""Measures how fast Polderkoers is, on the real data and on as many made-up files as you like, beside other tools."""
