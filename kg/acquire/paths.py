"""Paths of files, folders and archives, or `-` for a list of paths on stdin → (source name, bytes), or an issue.

The order is fixed: paths as given, folders by name, archives as packed. One file or member is in memory at a time.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.acquire.archives import File, read_packed
from kg.errors import Issue, UsageError
from kg.settings import Settings

LIST = "-"
"""The path that stands for a list of paths on stdin."""


def read_paths(
    paths: Iterable[str | Path], settings: Settings | None = None, listed: BinaryIO | None = None
) -> Iterator[File | Issue]:
    """Every file below `paths`; `listed` is where `-` reads its paths from, one a line or NUL-separated, else stdin.

    A path given by hand that does not exist is the user's mistake (`UsageError`, before anything is read); one in a
    list, and whatever cannot be read below the paths, is an issue.
    """
    given = [os.fspath(path) for path in paths]
    for path in given:
        if path != LIST and not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or folder")
    return _read_all(given, settings or Settings(), listed)


def _read_all(given: list[str], settings: Settings, listed: BinaryIO | None) -> Iterator[File | Issue]:
    for path in given:
        if path != LIST:
            yield from _read_path(path, settings)
            continue
        for line in _listed(listed or sys.stdin.buffer):
            yield from _read_path(line, settings)


def _listed(stream: BinaryIO) -> list[str]:
    """Paths of a list; the list is read whole, for it may be NUL-separated."""
    content = stream.read()
    lines = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


def _read_path(path: str, settings: Settings) -> Iterator[File | Issue]:
    """A file, or all files of a folder and of the folders in it."""
    if not os.path.isdir(path):
        yield from _read_file(path, settings)
        return
    problems: list[Issue] = []

    def unreadable(error: OSError) -> None:
        problems.append(_issue("unreadable-folder", error.filename or path, error.strerror or str(error)))

    for folder, folders, files in os.walk(path, onerror=unreadable):
        yield from problems
        problems.clear()
        folders.sort()
        for name in folders:
            if os.path.islink(os.path.join(folder, name)):
                yield _issue("link-not-followed", os.path.join(folder, name), "a link to a folder")
        for name in sorted(files):
            yield from _read_file(os.path.join(folder, name), settings)
    yield from problems


def _read_file(path: str, settings: Settings) -> Iterator[File | Issue]:
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):  # a pipe or device would be waited for
            yield _issue("not-a-regular-file", path, stat.filemode(mode))
            return
        with open(path, "rb") as stream:
            yield from read_packed(_shown(path), stream, os.fstat(stream.fileno()).st_size, settings)
    except OSError as error:
        yield _issue("unreadable-file", path, error.strerror or str(error))


def _shown(path: str) -> str:
    """The path as text that any encoder takes; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _issue(kind: str, path: str, detail: str) -> Issue:
    return Issue(kind, "file", detail, source=_shown(path))
