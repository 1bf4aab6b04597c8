"""Makes every Python that starts with this folder on its path as lenient as `support.lenient` says."""

from support.lenient import lenient

# Kept for as long as the process lives.
_LENIENT = lenient()
_LENIENT.__enter__()
