"""Some real files of each kind, for edits drawn at random."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, settings

from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Folder
from support.made_up import ROOT
from support.tries import tries

FILES = ("roles", "platteland", "wonen-en-sociaal-domein", "bestaanszekerheid", "samen-en-gezond")
FEW = settings(max_examples=tries(15), deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def _documents() -> dict[str, Document]:
    documents = [read(source) for source in Folder(ROOT).data_files() if Path(source.file).stem in FILES]
    assert len(documents) == len(FILES)
    return {document.file: document for document in documents if isinstance(document, Document)}


DOCUMENTS = _documents()
REAL = {file: document.data for file, document in DOCUMENTS.items()}
