from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.edition.editions import compile_edition

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests" / "packs" / "small"
Said = pytest.CaptureFixture[str]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "pack")
    return tmp_path / "pack"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a bundle carries it: code and a compiled edition, no pack, no window."""
    folder = tmp_path_factory.mktemp("program")
    for package in ("content", "index", "desktop"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("ui", "leeds"))
    compile_edition(SMALL, folder / "edition")
    return folder


def start(program: Path, *argv: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-B", "-m", "desktop", *argv],
        cwd=program,
        env={**os.environ, **environ},
        capture_output=True,
        timeout=60,
        check=False,
    )


def any_word_of(pack: Path) -> str:
    """A long word of a title, which search must then find."""
    titles = [
        line for page in sorted(pack.glob("pages/*.md")) for line in page.read_text("utf-8").splitlines()
    ]
    title = next(line.removeprefix("title:") for line in titles if line.startswith("title:"))
    return max(title.replace('"', " ").split(), key=len)


def one_sentence(said: Said) -> str:
    """What stood on stderr, proven to be one line that ends like a sentence, with nothing on stdout."""
    out, err = said.readouterr()
    assert out == ""
    assert err.endswith(".\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_a_bruise_on_a_baby_is_answered_first(capsys: Said) -> None:
    assert main(["search", "bruise on a baby", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert hits[0]["page"] == "baby-bruise"
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        assert list(hit) == ["rank", "page", "section", "title", "theme", "snippet", "why", "good"]
        assert all(isinstance(hit[name], str) for name in ("page", "section", "title", "theme", "snippet"))
        assert isinstance(hit["why"], list)


@pytest.mark.slow
def test_json_is_the_same_in_any_console(program: Path) -> None:
    search = ("search", "ring", "--json")
    unicode = start(program, *search, PYTHONIOENCODING="utf-8")
    ascii = start(program, *search, PYTHONIOENCODING="ascii")
    assert "…" in unicode.stdout.decode("utf-8")
    assert ascii.stdout.isascii()
    assert json.loads(ascii.stdout) == json.loads(unicode.stdout)


def test_the_limit_is_kept(capsys: Said) -> None:
    assert main(["search", "child", "--json", "--limit", "2"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_named_pack_is_searched(pack: Path, capsys: Said) -> None:
    word = any_word_of(pack)
    assert main(["search", word, "--pack", str(pack), "--json"]) == 0
    assert word.casefold() in json.loads(capsys.readouterr().out)[0]["title"].casefold()


def test_without_json_a_person_can_read_it(capsys: Said) -> None:
    assert main(["search", "bruise", "--limit", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1. ")
    assert lines[0].endswith("[baby-bruise]")
    assert all(line.startswith("   ") for line in lines[1:3])


def test_a_person_reads_which_results_are_weaker_and_whom_to_ring(capsys: Said) -> None:
    assert main(["search", "bruise on a baby", "--limit", "50"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines.index("Weaker results:") > lines.index(lines[0])
    assert "A child is in danger now: 999" in lines
    assert main(["search", "b"]) == 0
    assert capsys.readouterr().out == "Type one more letter.\n"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_more_than_is_read_is_told_beside_the_answer(form: list[str], capsys: Said) -> None:
    assert main(["search", "bruise " * 40, "--limit", "1", *form]) == 0
    said = capsys.readouterr()
    assert said.err == "Only the first 200 letters and 12 different words are searched for.\n"
    assert "baby-bruise" in said.out


@pytest.mark.parametrize(
    "words", ["", "   ", "qqqxyz", "'\"*?~^()[]{}:\\", "AND OR NOT", "\udcff", "a" * 5000]
)
def test_finding_nothing_is_an_answer(pack: Path, words: str, capsys: Said) -> None:
    assert main(["search", words, "--pack", str(pack), "--json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)


@pytest.mark.parametrize(
    "argv",
    [
        ["--frob"],
        ["frob"],
        ["search"],
        ["search", "x", "--pack", "/no/such/folder"],
        ["search", "x", "--pack", str(ROOT / "tests")],
        ["search", "x", "--pack", str(ROOT / "pyproject.toml")],
        ["search", "x", "--profile", str(ROOT / "pyproject.toml")],
        ["search", "x", "--limit", "0"],
        ["check", "/no/such/folder"],
        ["check", str(ROOT / "pyproject.toml")],
        ["--self-test", "check", "x"],
        ["--pack"],
    ],
    ids=" ".join,
)
def test_whatever_a_person_can_put_right_is_one_sentence(argv: list[str], capsys: Said) -> None:
    assert main(argv) == 2
    one_sentence(capsys)


def test_a_self_test_leaves_settings_it_cannot_read_alone(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "settings.json").write_bytes(b"{broken")
    assert main(["--self-test", "--profile", str(tmp_path)]) == 2
    assert "settings.json cannot be read" in one_sentence(capsys)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("settings.json", b"{broken")]


def test_a_sound_pack_passes_its_check(pack: Path, capsys: Said) -> None:
    assert main(["check", str(pack)]) == 0
    assert "0 errors" in capsys.readouterr().err


def test_an_error_in_a_pack_is_named_with_file_and_line(pack: Path, capsys: Said) -> None:
    page = min(pack.glob("pages/*.md"))
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\nSee [[a-page-nobody-wrote]].\n", encoding="utf-8")
    assert main(["check", str(pack)]) == 1
    out, err = capsys.readouterr()
    line = len(text.splitlines()) + 2
    assert f"pages/{page.name}:{line}: error: " in out
    assert err == "1 error, 0 warnings\n"


def test_findings_can_be_read_by_a_program(pack: Path, capsys: Said) -> None:
    page = min(pack.glob("pages/*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nSee [[a-page-nobody-wrote]].\n", encoding="utf-8")
    assert main(["check", str(pack), "--json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["path"], finding["severity"]) == (f"pages/{page.name}", "error")
    assert (finding["rule"], isinstance(finding["line"], int)) == ("unresolved-page", True)


def test_a_search_in_a_pack_with_errors_says_so_beside_its_answer(pack: Path, capsys: Said) -> None:
    page = min(pack.glob("pages/*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nSee [[a-page-nobody-wrote]].\n", encoding="utf-8")
    assert main(["search", any_word_of(pack), "--pack", str(pack), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)
    assert "has 1 error" in err


def test_neither_search_nor_check_loads_qt() -> None:
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        f"main(['search', 'x', '--json', '--pack', {str(SMALL)!r}])\n"
        f"main(['check', {str(SMALL)!r}])\n"
        "main(['--version'])\n"
        "main(['--help'])\n"
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_bundle_searches_and_writes_nothing(program: Path, tmp_path: Path) -> None:
    before = sorted(program.rglob("*"))
    word = any_word_of(SMALL)
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": "", "APPDATA": str(tmp_path)}
    done = start(program, "search", word, "--json", **home)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)
    assert sorted(program.rglob("*")) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["index.bin", "library.bin", "manifest.json"])
def test_a_damaged_bundle_is_one_sentence(program: Path, tmp_path: Path, name: str) -> None:
    broken = tmp_path / "program"
    shutil.copytree(program, broken)
    file = broken / "edition" / name
    file.write_bytes(file.read_bytes()[:-40])
    done = start(broken, "search", "x", "--json")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().strip().endswith("install the program again.")
    assert done.stderr.count(b"\n") == 1


def test_a_console_without_our_letters_gets_an_answer_too(program: Path) -> None:
    done = start(program, "search", "“–”", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_who_has_seen_enough_is_no_error(program: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "desktop", "search", any_word_of(SMALL)],
        cwd=program,
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
