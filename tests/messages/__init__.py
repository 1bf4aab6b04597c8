"""What people do to a file, and the message that leads them to the cure."""

from __future__ import annotations

from messages import (
    bullets,
    doubtful,
    fields,
    files,
    layout,
    marks,
    more,
    names,
    pasted,
    structure,
    tried,
    wording,
    written,
)

# Every table: each row of them is told as it says, and what it says is sure is carried out, and nothing else.
ROWS = (
    *marks.ROWS,
    *bullets.ROWS,
    *layout.ROWS,
    *fields.ROWS,
    *names.ROWS,
    *files.ROWS,
    *more.ROWS,
    *written.ROWS,
    *wording.ROWS,
    *structure.ROWS,
    *tried.ROWS,
    *pasted.ROWS,
    *doubtful.ROWS,
)
