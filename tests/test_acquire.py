"""Files, folders, archives and lists give their files in a fixed order; what cannot be read is an issue."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import tracemalloc
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.acquire import read_paths
from kg.errors import Issue, UsageError
from kg.settings import Settings

LIMITS = Settings()


def read(path: str | Path | Iterable[Path], limits: Settings = LIMITS) -> tuple[list[tuple[str, bytes]], list[Issue]]:
    """Files (names without the folder of the test) and issues below a path."""
    paths = [path] if isinstance(path, str | Path) else list(path)
    found = list(read_paths(paths, limits))
    files = [entry for entry in found if not isinstance(entry, Issue)]
    return files, [entry for entry in found if isinstance(entry, Issue)]


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, format=form) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


TWO = {"b.txt": b"second", "a/c.txt": b"third"}


def test_files_and_folders_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/z.txt", "sub/deep/y.txt", "another/x.txt", "é.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    files, issues = read(tmp_path)
    names = [Path(name).relative_to(tmp_path).as_posix() for name, _ in files]
    assert names == ["a.txt", "b.txt", "é.txt", "another/x.txt", "sub/z.txt", "sub/deep/y.txt"]
    assert [data for _, data in files] == [name.encode() for name in names]
    assert issues == []
    files, _ = read([tmp_path / "b.txt", tmp_path / "a.txt"])
    assert [data for _, data in files] == [b"b.txt", b"a.txt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(TWO)),
        ("stored.zip", zipped(TWO, zipfile.ZIP_STORED)),
        ("x.tar", tarred(TWO)),
        ("v7.tar", tarred(TWO, form=tarfile.USTAR_FORMAT)),
        ("gnu.tar", tarred(TWO, form=tarfile.GNU_FORMAT)),
        ("x.tar.gz", tarred(TWO, "w:gz")),
        ("x.tgz", gzip.compress(tarred(TWO))),
        ("no-extension", zipped(TWO)),
        ("wrong.txt", tarred(TWO)),
    ],
)
def test_archives(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    files, issues = read(path)
    assert files == [(f"{path}!b.txt", b"second"), (f"{path}!a/c.txt", b"third")]
    assert issues == []


def test_gzip_and_archives_inside_archives(tmp_path: Path) -> None:
    path = tmp_path / "x.txt.gz"
    path.write_bytes(gzip.compress(b"one") + gzip.compress(b" two"))
    assert read(path) == ([(str(path), b"one two")], [])
    inner = {"feed.tar.gz": tarred({"d.txt": gzip.compress(b"deep")}, "w:gz"), "plain.txt": b"plain"}
    path = tmp_path / "outer.zip"
    path.write_bytes(zipped(inner))
    files, issues = read(path, replace(LIMITS, archive_depth=4))
    assert files == [(f"{path}!feed.tar.gz!d.txt", b"deep"), (f"{path}!plain.txt", b"plain")]
    assert issues == []
    files, issues = read(path, replace(LIMITS, archive_depth=2))
    assert files == [(f"{path}!plain.txt", b"plain")]
    assert [issue.kind for issue in issues] == ["archive-too-deep"]


def test_list_on_stdin(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two words.txt"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    for end in (b"\n", b"\r\n", b"\0"):
        listed = io.BytesIO(end.join(os.fsencode(path) for path in (two, tmp_path / "gone.txt", one)) + end)
        found = list(read_paths(["-"], LIMITS, listed))
        assert found[0] == (str(two), b"2")
        assert isinstance(found[1], Issue)
        assert found[1].kind == "unreadable-file"
        assert found[2] == (str(one), b"1")


def test_missing_path_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone: no such file or folder"):
        read_paths([tmp_path, tmp_path / "gone"], LIMITS)


def test_what_cannot_be_read_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "folder").mkdir()
    (tmp_path / "b-dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c-loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "d-pipe")
    (tmp_path / "e.txt").write_bytes(b"e")
    files, issues = read(tmp_path)
    assert [data for _, data in files] == [b"a", b"e"]
    assert sorted(issue.kind for issue in issues) == ["link-not-followed", "not-a-regular-file", "unreadable-file"]
    assert all(str(tmp_path) in issue.source for issue in issues)


def test_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(b"x")
    files, _ = read(tmp_path)
    files[0][0].encode()
    assert files[0][0].endswith("caf\ufffd.txt")


def test_damaged_archives_give_what_they_hold(tmp_path: Path) -> None:
    big = {f"{n}.txt": os.urandom(3000) for n in range(5)}
    path = tmp_path / "x"
    for made in (zipped(big), tarred(big), tarred(big, "w:gz"), gzip.compress(os.urandom(9000))):
        path.write_bytes(made[: len(made) * 2 // 3])
        files, issues = read(path)
        assert {issue.kind for issue in issues} == {"broken-archive"}
        if made[:2] != b"PK":  # the directory of a zip stands at its end
            assert files
        for name, data in files:
            assert big.get(name.partition("!")[2], data)[: len(data)] == data


def test_damage_in_the_middle_of_a_tar_is_told(tmp_path: Path) -> None:
    made = bytearray(tarred({f"{n}.txt": b"text" for n in range(5)}))
    made[2048:2056] = b"\xff" * 8
    path = tmp_path / "x.tar"
    path.write_bytes(made)
    files, issues = read(path)
    assert [name.partition("!")[2] for name, _ in files] == ["0.txt", "1.txt"]
    assert [issue.kind for issue in issues] == ["broken-archive"]


def test_damaged_zip_member_spares_the_others(tmp_path: Path) -> None:
    made = bytearray(zipped({"a.txt": b"A" * 100, "b.txt": b"B" * 100}, zipfile.ZIP_STORED))
    made[made.index(b"AAAA")] = 0
    path = tmp_path / "x.zip"
    path.write_bytes(made)
    files, issues = read(path)
    assert files[-1] == (f"{path}!b.txt", b"B" * 100)
    assert [(issue.kind, issue.source) for issue in issues] == [("broken-archive", f"{path}!a.txt")]


def test_encrypted_member(tmp_path: Path) -> None:
    made = bytearray(zipped({"a.txt": b"A" * 100, "b.txt": b"B"}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(magic) + offset] |= 1
    path = tmp_path / "x.zip"
    path.write_bytes(made)
    files, issues = read(path)
    assert [data for _, data in files] == [b"B"]
    assert [issue.kind for issue in issues] == ["encrypted-member"]


def test_tar_links_are_told(tmp_path: Path) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    path = tmp_path / "x.tar"
    path.write_bytes(made.getvalue())
    files, issues = read(path)
    assert files == []
    assert [issue.kind for issue in issues] == ["not-a-regular-file"]


def test_bombs_are_given_up_in_bounded_memory(tmp_path: Path) -> None:
    zeros = b"\0" * (40 << 20)
    limits = replace(LIMITS, member_bytes=8 << 20)
    made = {
        "a.gz": gzip.compress(zeros, 1),
        "b.zip": zipped({"zeros": zeros, "small": b"small"}),
        "c.tar.gz": tarred({"zeros": zeros}, "w:gz"),
    }
    del zeros
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    tracemalloc.start()
    files, issues = read(tmp_path, limits)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [data for _, data in files] == [b"small"]
    assert [issue.kind for issue in issues] == ["too-large"] * 3
    assert peak < 20 << 20
    (tmp_path / "a.gz").write_bytes(zipped({str(n): b"\0" * (7 << 20) for n in range(14)}))
    files, issues = read(tmp_path / "a.gz", replace(limits, archive_ratio=1))
    assert len(files) == 9  # 64 MB are free, whatever the ratio
    assert {issue.kind for issue in issues} == {"too-large"}


def test_members_are_read_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(tarred({str(n): os.urandom(4 << 20) for n in range(8)}))
    tracemalloc.start()
    sizes = [len(entry[1]) for entry in read_paths([tmp_path]) if not isinstance(entry, Issue)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sizes == [4 << 20] * 8
    assert peak < 14 << 20


def test_plain_file_above_the_limit(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"x" * 2000)
    files, issues = read(tmp_path, replace(LIMITS, member_bytes=1000))
    assert files == []
    assert [issue.kind for issue in issues] == ["too-large"]


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(["zip", "tar", "tgz", "gz"]), st.integers(0, 4000), st.binary(min_size=1, max_size=9))
def test_any_damage_is_survived(tmp_path_factory: pytest.TempPathFactory, kind: str, at: int, damage: bytes) -> None:
    members = {"a.txt": b"first " * 50, "b.txt": b"second " * 50, "c.txt": b"third " * 50}
    made = {
        "zip": lambda: zipped(members),
        "tar": lambda: tarred(members),
        "tgz": lambda: gzip.compress(tarred(members), mtime=0),
        "gz": lambda: gzip.compress(b"first " * 500, mtime=0),
    }[kind]()
    at %= len(made)
    path = tmp_path_factory.mktemp("damage") / "x"
    path.write_bytes(made[:at] + damage + made[at + len(damage) :])
    for entry in read_paths([path]):
        assert isinstance(entry, Issue) or isinstance(entry[1], bytes)
