"""Paths and limits in one frozen value, read from the environment once and passed along."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may use. Sizes in bytes, times in seconds."""

    store: Path = Path("kg-store")
    """Where the store lies when no command says otherwise; `$KG_STORE` overrides."""
    workers: int = os.cpu_count() or 1
    """Processes that read filings; 1 reads them in this process."""
    batch_files: int = 64
    """Most files of one batch: small enough that a killed run loses seconds of work."""
    batch_bytes: int = 24 * 1024 * 1024
    """A batch ends when its files together reach this size, so that memory does not depend on the corpus."""
    file_seconds: float = 300.0
    """A file that keeps a worker busy for longer is given up and reported."""
    member_bytes: int = 512 * 1024 * 1024
    """Most bytes of one file or archive member, unpacked: the largest submissions stay well below, and a file is held
    in memory while it is read."""
    archive_ratio: int = 250
    """An archive that unpacks to more than this many times its size is given up: filings pack 5 to 40 times."""
    archive_depth: int = 3
    """Archives inside archives are opened down to this depth."""
    load_bytes: int = 32 * 1024 * 1024
    """Text handed to one bulk load: the loader's memory grows with it."""
    query_seconds: float = 60.0
    """A query is stopped after this time."""
    query_memory: int = 4 * 1024**3
    """A query that needs more memory is stopped."""


def settings() -> Settings:
    """The defaults, with `$KG_STORE` and `$KG_WORKERS` where they are set."""
    workers = os.environ.get("KG_WORKERS", "")
    default = Settings()
    return Settings(
        store=Path(os.environ.get("KG_STORE") or default.store),
        workers=int(workers) if workers.isdigit() and int(workers) > 0 else default.workers,
    )
