"""The one writer of the package: a file is there whole, or as it was before."""

import errno
import os

import pytest

import bozzetto.atomic as atomic
from bozzetto.atomic import atomic_file, write_bytes


def test_a_file_is_replaced_whole_and_others_can_read_it(tmp_path):
    path = write_bytes(tmp_path / "mesh.glb", b"old")
    with atomic_file(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new" and list(tmp_path.iterdir()) == [path]
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_an_error_in_the_middle_leaves_the_old_file(tmp_path):
    path = write_bytes(tmp_path / "mesh.glb", b"old")
    with pytest.raises(RuntimeError, match="half way"), atomic_file(path) as file:
        file.write(b"new, but not all of")
        raise RuntimeError("half way")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_full_disk_names_the_file_and_leaves_the_old_one(tmp_path, monkeypatch, call):
    path = write_bytes(tmp_path / "mesh.glb", b"old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left") as caught:
        patch.setattr(atomic.os, call, full)
        write_bytes(path, b"new")
    assert caught.value.errno == errno.ENOSPC and caught.value.filename == str(path)
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_an_absent_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"absent.mesh\.glb"):
        write_bytes(tmp_path / "absent" / "mesh.glb", b"new")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        write_bytes(tmp_path / "file" / "mesh.glb", b"new")
