"""A save is whole or does not happen: mode, links, full disks, folders that are not there."""

import os
import stat
import subprocess
import sys

import pytest

from orgmodel import whole_file
from orgmodel.errors import SaveFailed
from orgmodel.yaml_file import read_file, save_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def path(tmp_path, small_document):
    made = tmp_path / "model.yaml"
    save_file(made, None, small_document)
    return made


def renamed(document, name):
    return document.with_organization(document.organization.copy_with(name=name))


def left_over(path):
    return sorted(found.name for found in path.parent.iterdir() if found != path)


def test_a_saved_file_reads_back_and_is_known_by_its_new_name(tmp_path, small_document):
    path = tmp_path / "new.yaml"
    file = save_file(path, None, small_document)
    assert file == read_file(path)
    assert file.name == str(path)
    again = save_file(tmp_path / "copy.yaml", file, small_document)
    assert again.name.endswith("copy.yaml")
    assert again.text == file.text
    assert left_over(path) == ["copy.yaml"]


def test_bytes_are_written_as_they_are(tmp_path, small_document):
    path = tmp_path / "model.yaml"
    path.write_bytes("\ufeffformat: orgmodel/1\r\nname: naïve 🚒\r\n".encode())
    file = read_file(path)
    save_file(path, file, renamed(file.document, "plain"))
    assert path.read_bytes() == "\ufeffformat: orgmodel/1\r\nname: plain\r\n".encode()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_stays(path, small_document, mode):
    path.chmod(mode)
    save_file(path, read_file(path), renamed(small_document, "Other"))
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path, small_document):
    before = os.umask(0o027)
    try:
        save_file(tmp_path / "new.yaml", None, small_document)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.yaml").stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the administrator gives files away")
def test_the_owner_stays(path, small_document):
    os.chown(path, 4321, 4321)
    save_file(path, read_file(path), renamed(small_document, "Other"))
    assert (path.stat().st_uid, path.stat().st_gid) == (4321, 4321)


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(path, tmp_path, small_document):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to(path)
    save_file(link, read_file(link), renamed(small_document, "Other"))
    assert link.is_symlink()
    assert read_file(path).document.organization.name == "Other"
    assert left_over(link) == []


def failing(number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("failure", [(28, "the disk is full"), (30, "may only be read"), (5, "input/output error")])
def test_when_a_step_fails_the_old_file_is_whole_and_nothing_is_left_over(
    path, small_document, monkeypatch, step, failure
):
    number, said = failure
    before, file = path.read_bytes(), read_file(path)
    monkeypatch.setattr(whole_file.os, step, failing(number))
    with pytest.raises(SaveFailed, match=said):
        save_file(path, file, renamed(small_document, "Other"))
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert left_over(path) == []


def test_an_interrupt_leaves_nothing_over(path, small_document, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    before, file = path.read_bytes(), read_file(path)
    monkeypatch.setattr(whole_file.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save_file(path, file, renamed(small_document, "Other"))
    assert path.read_bytes() == before
    assert left_over(path) == []


def test_a_write_that_takes_only_part_goes_on(path, small_document, monkeypatch):
    whole = os.write
    monkeypatch.setattr(whole_file.os, "write", lambda descriptor, data: whole(descriptor, data[:7]))
    save_file(path, read_file(path), renamed(small_document, "Other"))
    assert read_file(path).document.organization.name == "Other"


def test_a_limit_on_the_size_of_files_is_a_sentence_and_the_old_file_is_whole(path):
    before = path.read_bytes()
    script = """
import resource, sys
from pathlib import Path
from orgmodel.errors import SaveFailed
from orgmodel.yaml_file import read_file, save_file
path = Path(sys.argv[1])
file = read_file(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
try:
    save_file(path, file, file.document.with_organization(file.document.organization.copy_with(name="x" * 100)))
except SaveFailed as failure:
    print(failure)
"""
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert "larger than is allowed" in done.stdout
    assert path.read_bytes() == before
    assert left_over(path) == []


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("missing/model.yaml", "folder does not exist"),
        ("folder", "is a folder"),
        ("model.yaml/inside.yaml", "no folder"),
        ("x" * 300, "too long"),
        ("loop", "leads back to itself"),
        ("nul\0name", "another one"),
    ],
)
def test_a_place_that_cannot_be_written_is_a_sentence(path, tmp_path, small_document, where, said):
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(SaveFailed, match=said) as refusal:
        save_file(tmp_path / where, None, small_document)
    assert str(refusal.value).count("\n") == 0
    assert left_over(path) == ["folder", "loop"]


def test_a_pipe_is_not_written_to(tmp_path, small_document):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SaveFailed, match="a device or a pipe"):
        save_file(tmp_path / "pipe", None, small_document)


def test_a_file_that_may_only_be_read_is_left_alone(path, small_document, monkeypatch):
    before, file = path.read_bytes(), read_file(path)
    path.chmod(0o444)
    monkeypatch.setattr(whole_file.os, "access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(SaveFailed, match="may only be read"):
        save_file(path, file, renamed(small_document, "Other"))
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_to_is_a_sentence(path, small_document, monkeypatch):
    file = read_file(path)
    monkeypatch.setattr(whole_file.os, "open", failing(13))
    with pytest.raises(SaveFailed, match="folder may not be written to"):
        save_file(path, file, renamed(small_document, "Other"))


def test_what_an_earlier_crash_left_behind_is_not_in_the_way(path, small_document):
    crashed = path.with_name(f".orgmodel-{os.getpid()}-0.tmp")
    crashed.write_text("half")
    save_file(path, read_file(path), renamed(small_document, "Other"))
    assert read_file(path).document.organization.name == "Other"
    assert crashed.read_text() == "half"
