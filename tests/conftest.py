"""Fixtures that several tests share: the sample filings and a store built from them once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import kg
from kg.graph import KnowledgeGraph
from kg.settings import Settings

SAMPLES = Path(kg.__file__).parent / "samples"
SHARED = Path(os.environ.get("KG_SHARED") or Path(__file__).parent.parent.parent / "shared")


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample filings; read it, do not change it."""
    path = tmp_path_factory.mktemp("samples") / "store"
    KnowledgeGraph(path, Settings(workers=1)).build([SAMPLES])
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring material; tests that need it are skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip(f"measuring material is not at {SHARED} (set KG_SHARED)")
    return SHARED
