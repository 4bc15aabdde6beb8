"""A path → an open store of ours, a writing lock, and the swap that puts a finished store in the place of an old one.

A store is an oxigraph directory as it comes: any program that reads oxigraph directories reads it. All we know of a
filing (source, digest, issues) is in its graphs, so one transaction changes everything together. Work in progress lies
beside it in `<store>.work` until it is complete.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import clear_frames
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import records

Result = TypeVar("Result")

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


def work_folder(store: Path) -> Path:
    """Where unfinished work on `store` lies; it may be deleted when nothing runs."""
    return store.with_name(store.name + ".work")


def exists(store: Path) -> bool:
    """True when `store` is an oxigraph directory; whether it is ours shows on opening."""
    return (store / "CURRENT").is_file()


def open_read_only(store: Path) -> ox.Store:
    """The store as it is now; later changes by a writer are not seen. StoreError when it is none of ours."""
    return _open(store, read_only=True)


def open_writable(store: Path) -> ox.Store:
    """The store for one writer; StoreError when it is none of ours or another process writes to it."""
    return _open(store, read_only=False)


def _open(store: Path, *, read_only: bool) -> ox.Store:
    if not store.exists() and read_only and exists(_aside(store)):
        store = _aside(store)
    if not store.exists():
        raise StoreError(f"{store}: there is no store here; make one with `kg build`")
    if not exists(store):
        raise StoreError(f"{store}: this is no edgar-kg store")
    with errors(store):
        if not read_only:
            # A foreign database must not be touched, not even opened for writing.
            records.check_format(_reader(store), store)
        opened = _reader(store) if read_only else ox.Store(str(store))
    records.check_format(opened, store)
    return opened


def _reader(store: Path) -> ox.Store:
    """Open for reading; a writer that tidies may take a file away under us, so damage must be seen again."""
    for wait in (0.1, 0.3, 1.0):
        try:
            return ox.Store.read_only(str(store))
        except (OSError, RuntimeError):
            time.sleep(wait)
    return ox.Store.read_only(str(store))


@contextmanager
def errors(store: Path) -> Iterator[None]:
    """Failures of the file system and the database inside become a StoreError with one clear line."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # the database reports damage as a RuntimeError
        raise StoreError(f"{store}: {_reason(error)}") from error


def _reason(error: OSError | RuntimeError) -> str:
    text = str(error)
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOSPC or "No space left" in text:
        return "the disk is full; the store is as it was, free some space and run again"
    if "lock" in text.lower() or number in (errno.EAGAIN, errno.EWOULDBLOCK):
        return "another process is writing to it; wait until it is done"
    if number in (errno.EROFS, errno.EACCES, errno.EPERM) or "Read-only" in text or "Permission denied" in text:
        return "it cannot be written here (read-only, or no permission)"
    if "Corruption" in text:
        return f"the store is damaged ({' '.join(text.split())[:200]}); build it again"
    return " ".join(text.split())[:300]


@contextmanager
def writing(store: Path) -> Iterator[Path]:
    """The work folder of `store`, held by this process alone. StoreError when another one holds it."""
    work = work_folder(store)
    with errors(store):
        work.mkdir(parents=True, exist_ok=True)
        handle = os.open(work / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with errors(store):
            _lock(handle)
            if not (work / "lock").exists() or not os.path.samestat(os.fstat(handle), os.stat(work / "lock")):
                raise StoreError(f"{store}: another process has just written to it; run again")
        try:
            recover(store)
            yield work
        finally:
            if [path.name for path in work.glob("*")] == ["lock"]:  # all done: leave nothing beside the store
                shutil.rmtree(work, ignore_errors=True)
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: the database's own lock still keeps writers apart
        return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def check_replaceable(store: Path) -> None:
    """StoreError unless `store` is free, empty or a store of ours (of whatever format) that a build may replace."""
    if not store.exists():
        return
    if store.is_mount():
        raise StoreError(f"{store}: a mount point cannot be replaced; name a folder inside it")
    if exists(store):
        with errors(store):
            found = records.read_format(ox.Store.read_only(str(store)))
        if found is None:
            raise StoreError(f"{store}: another database lies here; name another place for the store")
    elif not store.is_dir() or any(store.iterdir()):
        raise StoreError(f"{store}: something else lies here; name another place for the store")


@contextmanager
def _held(store: Path) -> Iterator[None]:
    """Keep writers out of the old store while it is replaced, by the lock that the database itself would take.

    It must not be open as a database meanwhile: its housekeeping goes by path and would reach into the new store.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (store / "LOCK").open("a") as file:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def swap(new: Path, store: Path) -> None:
    """Put the finished directory `new` at `store`, in one step where the system can exchange two names.

    Elsewhere the old store is set aside first; `recover` puts it back when the second step never came.
    """
    with errors(store):
        _sync(new)
        if not store.exists():
            new.rename(store)
        elif not any(store.iterdir()):
            store.rmdir()
            new.rename(store)
        else:
            with _held(store):
                aside = _aside(store)
                shutil.rmtree(aside, ignore_errors=True)
                if _exchange(new, store):
                    new.rename(aside)
                else:
                    store.rename(aside)
                    new.rename(store)
                shutil.rmtree(aside)


def recover(store: Path) -> None:
    """Undo a swap that was cut between its two steps."""
    aside = _aside(store)
    if not store.exists() and exists(aside):
        with errors(store):
            aside.rename(store)


def _aside(store: Path) -> Path:
    return work_folder(store) / "replaced"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step (Linux); False where that is not possible."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done: int = renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0


def _sync(folder: Path) -> None:
    """Flush what was written, so that a power cut after the swap finds whole files."""
    for path in folder.iterdir():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def change(store: Path, work: Callable[[ox.Store], Result]) -> Result:
    """`work` done on the store open for writing, which is closed afterwards, come what may."""
    with errors(store):
        opened = open_writable(store)
        try:
            return work(opened)
        except BaseException as error:
            # The frames of the traceback hold the database open; who handles the error may want to go on with it.
            clear_frames(error.__traceback__)
            raise
        finally:
            del opened
            tidy(store)


def tidy(store: Path) -> None:
    """Remove the database's old log files, of which every opening for writing leaves one."""
    for old in store.glob("LOG.old.*"):
        old.unlink(missing_ok=True)


def size(store: Path) -> int:
    """Bytes of all files of the store."""
    return sum(entry.stat().st_size for entry in os.scandir(store) if entry.is_file())
