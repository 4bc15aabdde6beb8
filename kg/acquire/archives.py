"""A stream that may be a zip, tar, gzip or plain file → the files in it, one at a time, within the limits.

What a file is, its first bytes say, not its name. A damaged archive gives what could be read and an issue.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import Issue
from kg.settings import Settings

File = tuple[str, bytes]
"""Where a file comes from ("archive.zip!folder/name.txt" for a member) and its bytes."""

_CHUNK = 1 << 16
_TOO_LARGE = "larger than"
_FREE = 64 << 20  # an archive may always unpack to this much, whatever its size
_BETWEEN = "!"  # between an archive's name and its member's


@dataclass(slots=True)
class _Allowance:
    """How many bytes an archive may still unpack to."""

    left: int


def read_packed(name: str, stream: io.BufferedIOBase, size: int, settings: Settings) -> Iterator[File | Issue]:
    """The files in `stream`, which is `size` bytes long, seekable and called `name`."""
    allowance = _Allowance(max(size * settings.archive_ratio, _FREE))
    yield from _read(name, stream, settings, settings.archive_depth, allowance)


def _read(
    name: str, stream: io.BufferedIOBase, settings: Settings, depth: int, allowance: _Allowance
) -> Iterator[File | Issue]:
    """One file: plain, or packed and opened down to `depth`."""
    head = stream.read(512)
    stream.seek(0)
    packing = _packing(head)
    if packing and depth <= 0:
        yield Issue("archive-too-deep", "file", f"a {packing} file inside of others is not opened", source=name)
    elif packing == "zip":
        yield from _read_zip(name, stream, settings, depth, allowance)
    elif packing == "gzip":
        yield from _read_gzip(name, stream, settings, depth, allowance)
    elif packing == "tar":
        yield from _read_tar(name, stream, settings, depth, allowance)
    else:
        data, trouble = _read_some(stream, settings.member_bytes)
        yield from _told(name, data, trouble)


def _packing(head: bytes) -> str:
    """ "zip", "gzip", "tar" or "", by the first 512 bytes."""
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if head[:3] == b"\x1f\x8b\x08":
        return "gzip"
    return "tar" if _is_tar(head) else ""


def _is_tar(head: bytes) -> bool:
    """Whether a block is a tar header, of any age: its checksum is right."""
    if len(head) < 512 or not head[0]:
        return False
    try:
        stated = int(head[148:156].strip(b" \0") or b"x", 8)
    except ValueError:
        return False
    return stated == sum(head) - sum(head[148:156]) + 8 * 32


def _read_some(stream: io.BufferedIOBase, most: int) -> tuple[bytes, str]:
    """At most `most` bytes, and what went wrong: a damaged stream gives what came before the damage."""
    parts: list[bytes] = []
    size = 0
    trouble = ""
    try:
        while part := stream.read1(_CHUNK):  # not `read`, which loses what it has when damage follows
            parts.append(part)
            size += len(part)
            if size > most:
                return b"", f"{_TOO_LARGE} {most} bytes"
    except Exception as error:  # damage makes the readers of archives raise errors of many kinds
        trouble = str(error) or type(error).__name__
    return b"".join(parts), trouble


def _told(name: str, data: bytes, trouble: str) -> Iterator[File | Issue]:
    """What was read of a file, and an issue when that is not all."""
    if trouble:
        kind = "too-large" if trouble.startswith(_TOO_LARGE) else "broken-archive"
        yield Issue(kind, "file", trouble, source=name)
    if data or not trouble:
        yield name, data


def _member(
    name: str, stream: io.BufferedIOBase, settings: Settings, depth: int, allowance: _Allowance
) -> Iterator[File | Issue]:
    """A member of an archive: read within the limits, and opened when it is packed itself."""
    most = min(settings.member_bytes, allowance.left)
    data, trouble = _read_some(stream, most)
    allowance.left -= most if trouble.startswith(_TOO_LARGE) else len(data)
    if trouble or not _packing(data[:512]):
        yield from _told(name, data, trouble)
    else:
        yield from _read(name, io.BytesIO(data), settings, depth, allowance)


def _read_zip(
    name: str, stream: io.BufferedIOBase, settings: Settings, depth: int, allowance: _Allowance
) -> Iterator[File | Issue]:
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as error:  # a damaged directory makes zipfile raise errors of many kinds
        yield Issue("broken-archive", "file", f"zip: {error}", source=name)
        return
    with archive:
        for info in archive.infolist():
            inner = f"{name}{_BETWEEN}{info.filename}"
            if info.filename.endswith("/"):
                continue
            if info.flag_bits & 1:
                yield Issue("encrypted-member", "file", "zip: a password is needed", source=inner)
                continue
            if allowance.left <= 0:
                yield _bomb(name, settings)
                return
            try:
                member = archive.open(info)
            except Exception as error:  # as above, for one entry
                yield Issue("broken-archive", "file", f"zip: {error}", source=inner)
                continue
            with member:
                yield from _member(inner, member, settings, depth - 1, allowance)  # type: ignore[arg-type]  # is one


def _read_gzip(
    name: str, stream: io.BufferedIOBase, settings: Settings, depth: int, allowance: _Allowance
) -> Iterator[File | Issue]:
    """A gzip file holds one file, or a tar, whose members are read as they are unpacked."""
    with gzip.GzipFile(fileobj=stream) as unpacked:
        try:
            head = unpacked.peek(512)[:512]
        except (OSError, EOFError, zlib.error) as error:
            yield Issue("broken-archive", "file", f"gzip: {error}", source=name)
            return
        if _is_tar(head) and depth > 1:
            yield from _read_tar(name, unpacked, settings, depth - 1, allowance)
        else:
            yield from _member(name, unpacked, settings, depth - 1, allowance)


class _Header(tarfile.TarInfo):
    """A tar header that remembers, in the archive, why the archive ended: tarfile takes damage for the end."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(tarfile)
        except Exception as error:
            tarfile.ended_by = type(error).__name__  # type: ignore[attr-defined]  # an attribute of our own
            raise


def _read_tar(
    name: str, stream: io.BufferedIOBase, settings: Settings, depth: int, allowance: _Allowance
) -> Iterator[File | Issue]:
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
            for info in archive:
                inner = f"{name}{_BETWEEN}{info.name}"
                if info.isdir():
                    continue
                if not info.isfile():
                    yield Issue("not-a-regular-file", "file", "tar: a link or device", source=inner)
                    continue
                if info.size > allowance.left:  # also spares unpacking what would only be skipped
                    yield _bomb(name, settings)
                    return
                member = archive.extractfile(info)
                if member is not None:
                    yield from _member(inner, member, settings, depth - 1, allowance)  # type: ignore[arg-type]  # is one
            ended_by = getattr(archive, "ended_by", "")
            if ended_by not in ("", "EOFHeaderError", "EmptyHeaderError"):
                yield Issue("broken-archive", "file", "tar: damaged or cut; the rest is not read", source=name)
    except Exception as error:  # damage makes tarfile and gzip raise errors of many kinds
        yield Issue("broken-archive", "file", f"tar: {error}", source=name)


def _bomb(name: str, settings: Settings) -> Issue:
    detail = f"unpacks to more than {settings.archive_ratio} times its size; the rest is not read"
    return Issue("too-large", "file", detail, source=name)
