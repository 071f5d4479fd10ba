from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from content.errors import EditionDamagedError, PackUnreadableError
from desktop.edition import editions
from desktop.edition.build_fingerprint import fingerprint_of
from desktop.edition.checksummed_files import FORMER_LIBRARY, INDEX, LIBRARY, MANIFEST
from desktop.edition.editions import Edition, compile_edition, compile_from, open_edition
from index.engine import open_index

SMALL = Path(__file__).parents[2] / "packs" / "small"
FINGERPRINT = "stamp"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A program as source, with a pack of its own."""
    shutil.copytree(SMALL, tmp_path / "checkout" / "content" / "leeds")
    return tmp_path / "checkout"


def cache_of(checkout: Path) -> Path:
    return checkout / ".build" / "edition"


def opened(checkout: Path) -> Edition:
    return open_edition(checkout, None, cache_of(checkout))


def change(checkout: Path, line: str = "One more line to read.") -> Path:
    """Add a line to the first page and return its file."""
    page = min((checkout / "content" / "leeds" / "pages").glob("*.md"))
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    return page


def searchable(edition: Edition) -> bool:
    """Whether the index opens and belongs to this library."""
    return open_index(edition.index_blob(), edition.content_hash) is not None


def test_a_compiled_edition_is_three_files_that_vouch_for_each_other(compiled: Path) -> None:
    assert sorted(os.listdir(compiled)) == [INDEX, LIBRARY, MANIFEST]
    manifest = json.loads((compiled / MANIFEST).read_bytes())
    assert set(manifest) == {"format", "pack", "edition", "content_hash", "files", "checksum"}
    assert {name: digest["size"] for name, digest in manifest["files"].items()} == {
        name: (compiled / name).stat().st_size for name in (LIBRARY, INDEX)
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
def test_every_account_can_read_an_edition(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        compile_edition(SMALL, tmp_path)
    finally:
        os.umask(before)
    assert {oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()} == {"0o644"}


def test_a_bundle_opens_its_own_edition(bundle: Path) -> None:
    edition = open_edition(bundle, None, None)
    assert edition.library.heads
    assert edition.source == bundle / "edition"
    assert searchable(edition)


def test_a_bundle_reads_the_index_only_when_it_is_asked_for(bundle: Path) -> None:
    (bundle / "edition" / INDEX).unlink()
    edition = open_edition(bundle, None, None)
    assert all(edition.library.pages[id] for id in edition.library.heads)
    with pytest.raises(
        EditionDamagedError, match=r"index\.bin is missing or damaged: install the program again\."
    ):
        edition.index_blob()


def test_a_cache_can_be_read_without_staying_in_use(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a file in use could be neither compiled anew nor erased."""
    opened(checkout)
    monkeypatch.setattr(sys, "platform", "win32")
    edition = opened(checkout)
    for file in cache_of(checkout).iterdir():
        if file.name == LIBRARY:
            file.write_bytes(b"")
    assert all(edition.library.pages[page] for page in edition.library.heads)
    assert searchable(edition)


def test_a_library_of_an_earlier_format_goes_when_its_cache_is_compiled_anew(checkout: Path) -> None:
    cache_of(checkout).mkdir(parents=True)
    (cache_of(checkout) / FORMER_LIBRARY).write_bytes(b"{}")
    opened(checkout)
    assert sorted(os.listdir(cache_of(checkout))) == [INDEX, LIBRARY, MANIFEST, FINGERPRINT]


@pytest.mark.skipif(sys.platform == "win32", reason="there a checkout's cache is read whole")
def test_a_library_is_closed_with_its_edition(bundle: Path) -> None:
    gc.collect()
    before = len(os.listdir("/dev/fd"))
    edition = open_edition(bundle, None, None)
    assert len(os.listdir("/dev/fd")) == before + 1
    del edition
    gc.collect()
    assert len(os.listdir("/dev/fd")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no file in use")
def test_an_edition_compiled_anew_leaves_an_open_one_readable(bundle: Path, tmp_path: Path) -> None:
    edition = open_edition(bundle, None, None)
    shutil.copytree(SMALL, tmp_path / "pack")
    page = tmp_path / "pack" / "pages" / "safe-sleep.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nOne more line.\n", encoding="utf-8")
    compile_edition(tmp_path / "pack", bundle / "edition")
    assert "One more line." not in str(edition.library.pages["safe-sleep"])
    assert "One more line." in str(open_edition(bundle, None, None).library.pages["safe-sleep"])


def test_a_program_without_guidance_says_so(tmp_path: Path) -> None:
    with pytest.raises(EditionDamagedError, match="guidance is missing"):
        open_edition(tmp_path, None, None)


def test_a_pack_that_is_named_comes_before_all_and_writes_nothing(bundle: Path) -> None:
    before = sorted(bundle.rglob("*"))
    edition = open_edition(bundle, SMALL, bundle / "cache")
    assert edition.source == SMALL
    assert searchable(edition)
    assert sorted(bundle.rglob("*")) == before


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_that_is_no_pack_is_one_sentence(tmp_path: Path, folder: str) -> None:
    with pytest.raises(PackUnreadableError):
        open_edition(tmp_path, tmp_path / folder, None)


def test_a_checkout_compiles_once_and_then_opens_what_it_compiled(checkout: Path) -> None:
    first = opened(checkout)
    assert sorted(os.listdir(cache_of(checkout))) == [INDEX, LIBRARY, MANIFEST, FINGERPRINT]
    times = {file.name: file.stat().st_mtime_ns for file in cache_of(checkout).iterdir()}
    second = opened(checkout)
    assert times == {file.name: file.stat().st_mtime_ns for file in cache_of(checkout).iterdir()}
    assert second.content_hash == first.content_hash
    assert list(second.library.heads) == list(first.library.heads)
    assert searchable(second)


def test_a_changed_page_is_compiled_again(checkout: Path) -> None:
    before = opened(checkout)
    page = change(checkout)
    after = opened(checkout)
    assert after.content_hash != before.content_hash
    assert after.library.pages[page.stem] != before.library.pages[page.stem]


@pytest.mark.parametrize("name", [LIBRARY, INDEX, MANIFEST])
def test_a_damaged_cache_mends_itself(checkout: Path, name: str) -> None:
    whole = list(opened(checkout).library.heads)
    (cache_of(checkout) / name).write_bytes(b"{}")
    edition = opened(checkout)
    assert list(edition.library.heads) == whole
    assert searchable(edition)
    assert searchable(opened(checkout))
    assert (cache_of(checkout) / name).read_bytes() != b"{}"


def test_a_compile_that_was_killed_is_begun_again(checkout: Path) -> None:
    """The fingerprint is written last: without it a whole-looking folder counts for nothing."""
    opened(checkout)
    (cache_of(checkout) / FINGERPRINT).unlink()
    (cache_of(checkout) / LIBRARY).write_bytes(b"half")
    assert searchable(opened(checkout))
    assert (cache_of(checkout) / FINGERPRINT).exists()


def test_a_compile_that_failed_half_way_leaves_no_fingerprint(checkout: Path) -> None:
    """Else a page changed and changed back would show the text in between."""
    opened(checkout)
    change(checkout)
    (cache_of(checkout) / INDEX).unlink()
    (cache_of(checkout) / INDEX).mkdir()
    (cache_of(checkout) / INDEX / "in-the-way").touch()
    assert searchable(opened(checkout))
    assert not (cache_of(checkout) / FINGERPRINT).exists()


def test_the_fingerprint_sees_times_sizes_and_names(checkout: Path) -> None:
    pack = checkout / "content" / "leeds"
    page = min(pack.glob("pages/*.md"))
    seen = page.stat()
    fingerprints = [fingerprint_of(pack, checkout)]
    os.utime(page, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1_000_000))  # same size, later
    fingerprints.append(fingerprint_of(pack, checkout))
    page.write_bytes(page.read_bytes() + b"\n")  # same time, longer
    os.utime(page, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    fingerprints.append(fingerprint_of(pack, checkout))
    page.rename(page.with_name("another.md"))
    fingerprints.append(fingerprint_of(pack, checkout))
    (checkout / "index").mkdir()
    (checkout / "index" / "new.py").touch()  # the code that compiles counts too
    fingerprints.append(fingerprint_of(pack, checkout))
    assert len(set(fingerprints)) == len(fingerprints)
    assert fingerprint_of(pack, checkout) == fingerprints[-1]


def test_a_checkout_that_cannot_be_written_is_read_in_memory(checkout: Path) -> None:
    (checkout / ".build").write_bytes(b"in the way")
    edition = opened(checkout)
    assert edition.library.heads
    assert searchable(edition)


def test_a_private_start_compiles_in_memory(checkout: Path) -> None:
    assert searchable(open_edition(checkout, None, None))
    assert not (checkout / ".build").exists()


@pytest.mark.slow
def test_starts_at_once_do_not_break_each_other(checkout: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        editions = list(pool.map(lambda _: opened(checkout), range(6)))
        assert all(pool.map(searchable, editions))
    assert len({edition.content_hash for edition in editions}) == 1
    assert searchable(opened(checkout))


def test_a_pack_with_errors_opens_with_a_notice_and_is_not_kept(checkout: Path) -> None:
    change(checkout, "See [[a-page-nobody-wrote]].")
    for _ in range(2):
        edition = opened(checkout)
        assert "1 error" in edition.notice
        assert "check" in edition.notice
        assert edition.library.heads
    assert not cache_of(checkout).exists()
    with pytest.raises(PackUnreadableError, match="error"):
        compile_edition(checkout / "content" / "leeds", checkout / "out")
    assert not (checkout / "out").exists()


def test_compiling_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compile_from([str(SMALL), str(tmp_path / "out")]) == 0
    assert capsys.readouterr() == ("", "")
    assert compile_from([str(SMALL)]) == 2
    assert compile_from([str(tmp_path / "none"), str(tmp_path / "out2")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_the_stages_of_a_long_compile_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "_MANY_PAGES", 1)
    assert compile_from([str(SMALL), str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    stages = [line.partition(" pages: ")[2] for line in err.splitlines()]
    assert stages == ["read", "related pages found", "compiled", "indexed"]


WITHOUT_SOURCE_READERS = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("yaml", "markdown_it", "mdit_py_plugins", "PySide6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Absent())
from pathlib import Path
from desktop.edition.editions import open_edition
edition = open_edition(Path(sys.argv[1]), None, None)
assert edition.library.heads and not any(name.partition(".")[0] == "whoosh" for name in sys.modules)
assert len(edition.index_blob()) > 1000
from content.errors import PackUnreadableError
try:
    open_edition(Path(sys.argv[1]), Path(sys.argv[2]), None)
except PackUnreadableError as error:
    print(error)
"""


def test_a_bundle_needs_no_yaml_no_markdown_and_no_whoosh_to_open(bundle: Path) -> None:
    """In the bundle those are absent; a pack folder is then refused with a sentence."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_SOURCE_READERS, bundle, SMALL],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "opens only the guidance it came with" in done.stdout
