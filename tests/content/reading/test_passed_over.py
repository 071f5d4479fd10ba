"""What lies in a pack is read, or named, or junk of some system; nothing is left out in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from content.reading.read import read_pack
from content.reading.regular_file import read_regular

PAGE = "pages/safe-sleep.md"


def found(pack) -> list[tuple[str, str, str]]:
    return [(one.path, one.rule, one.severity) for one in pack.check()]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "pages/two.MD",
            "pages/three.md.txt",
            "pages/four.markdown",
            "pages/more/five.md",
            "pages/a/b/six.md",
        ),
        *("glossary.yaml", "Synonyms.yml", "synonym.yml", "GLOSSARY.YML", "contacts.yml.txt", "seven.md"),
        *("page/eight.md", "Pages/nine.md", "pack.yaml"),
    ],
)
def test_a_file_whose_name_is_nearly_right_is_an_error(pack, name: str) -> None:
    (pack.folder / name).parent.mkdir(parents=True, exist_ok=True)
    text = (pack.folder / PAGE).read_text("utf-8")
    pack.write(name, text)
    rows = [(path, rule, severity) for path, rule, severity in found(pack) if rule == "not-read"]
    assert [(rule, severity) for _path, rule, severity in rows] == [("not-read", "error")]
    assert name.startswith(rows[0][0])


@pytest.mark.parametrize(
    "name", ["notes.txt", "logo.png", "pages/logo.png", "pages/notes.docx", "drafts/a.txt"]
)
def test_another_file_is_a_warning(pack, name: str) -> None:
    (pack.folder / name).parent.mkdir(exist_ok=True)
    pack.write(name, b"x")
    assert [(rule, severity) for _path, rule, severity in found(pack)] == [("not-read", "warning")]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "._one.md",
            ".one.md.swp",
            "one.md~",
            "#one.md#",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "~$one.docx",
        ),
        *(".directory", "Icon\r", ".git", ".one.md.swo"),
    ],
)
@pytest.mark.parametrize("folder", ["", "pages/"])
def test_junk_of_other_systems_is_passed_over(pack, folder: str, name: str) -> None:
    pack.write(folder + name, b"\x00\x05\x16\x07Mac OS X")
    assert pack.check() == ()


def test_the_lock_of_an_open_editor_is_passed_over(pack) -> None:
    try:
        (pack.folder / "pages" / ".#one.md").symlink_to("somebody@somewhere.1234")
    except OSError:
        pytest.skip("this platform does not let us make links")
    assert pack.check() == ()


@pytest.mark.parametrize(
    "name", ["con.md", "prn.md", "aux.md", "nul.md", "com1.md", "lpt9.md", "CON.txt", "nul"]
)
def test_names_that_windows_keeps_are_refused(pack, name: str) -> None:
    text = (pack.folder / PAGE).read_text("utf-8")
    pack.write(f"pages/{name}", text)
    assert (f"pages/{name}", "device-name", "error") in found(pack)


def test_names_that_only_begin_like_a_device_are_fine(pack) -> None:
    for name in ("console.md", "com10.md", "null.md", "auxiliary.md"):
        pack.write(f"pages/{name}", (pack.folder / PAGE).read_text("utf-8"))
    assert "device-name" not in {rule for _path, rule, _severity in found(pack)}


def test_a_pack_folder_that_is_a_link_is_read_as_the_pack(pack, tmp_path: Path) -> None:
    link = tmp_path / "current"
    try:
        link.symlink_to(pack.folder, target_is_directory=True)
    except OSError:
        pytest.skip("this platform does not let us make links")
    reading = read_pack(link)
    assert reading.findings == ()
    assert reading.library == read_pack(pack.folder).library


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no pipes with names")
@pytest.mark.parametrize("name", ["pages/one.md", "synonyms.yml"])
def test_a_pipe_is_named_and_never_waited_for(pack, name: str) -> None:
    (pack.folder / name).unlink(missing_ok=True)
    os.mkfifo(pack.folder / name)
    assert (name, "unreadable", "error") in found(pack)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this platform has no devices in its folders")
def test_a_device_is_not_even_opened() -> None:
    with pytest.raises(OSError, match="it is no file"):
        read_regular(Path("/dev/zero"), 10)
