"""Lets `python -m polderkoers.forge verslag` do its work where Python is all there is: nothing else is installed there."""

import sys

from polderkoers.console import echo, prepare
from polderkoers.forge import gitlab, report, suggestions

WORK = {"verslag": report.main, "vaste-vorm": suggestions.main, "gitlab": gitlab.main}

prepare()
if len(sys.argv) != 2 or sys.argv[1] not in WORK:
    echo(f"Zeg wat er moet gebeuren: {', '.join(WORK)}.", err=True)
    raise SystemExit(2)
raise SystemExit(WORK[sys.argv[1]]())
