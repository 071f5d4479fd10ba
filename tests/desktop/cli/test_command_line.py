from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from content.reading.read import read_pack
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
        shutil.copytree(
            ROOT / package, folder / package, ignore=shutil.ignore_patterns("ui", "leeds", "__pycache__")
        )
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
    assert main(["search", "bruise on a baby", "--json", "--private"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert hits[0]["page"] == "baby-bruise"
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        assert list(hit) == ["rank", "page", "section", "title", "theme", "snippet", "why", "good"]
        assert all(isinstance(hit[name], str) for name in ("page", "section", "title", "theme", "snippet"))
        assert isinstance(hit["why"], list)


def test_json_is_the_same_in_any_console(program: Path) -> None:
    search = ("search", "bruise", "--json", "--pack", str(ROOT / "content" / "leeds"))
    unicode = start(program, *search, PYTHONIOENCODING="utf-8")
    ascii = start(program, *search, PYTHONIOENCODING="ascii")
    assert "…" in unicode.stdout.decode("utf-8")
    assert ascii.stdout.isascii()
    assert json.loads(ascii.stdout) == json.loads(unicode.stdout)


def test_the_limit_is_kept(capsys: Said) -> None:
    assert main(["search", "child", "--json", "--limit", "2", "--private"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_named_pack_is_searched(pack: Path, capsys: Said) -> None:
    word = any_word_of(pack)
    assert main(["search", word, "--pack", str(pack), "--json"]) == 0
    assert word.casefold() in json.loads(capsys.readouterr().out)[0]["title"].casefold()


def test_without_json_a_person_can_read_it(capsys: Said) -> None:
    assert main(["search", "bruise", "--limit", "1", "--private"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1. ")
    assert lines[0].endswith("[baby-bruise]")
    assert all(line.startswith("   ") for line in lines[1:3])


def test_a_person_reads_which_results_are_weaker_and_whom_to_ring(capsys: Said) -> None:
    assert main(["search", "bruise on a baby", "--limit", "50", "--private"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines.index("Weaker results:") > lines.index(lines[0])
    assert "A child is in danger now: 999" in lines
    assert main(["search", "b", "--private"]) == 0
    assert capsys.readouterr().out == "Type one more letter.\n"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_more_than_is_read_is_told_beside_the_answer(form: list[str], capsys: Said) -> None:
    assert main(["search", "bruise " * 40, "--limit", "1", "--private", *form]) == 0
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


def test_the_sign_off_sheet_can_be_read_by_a_person(capsys: Said) -> None:
    assert main(["check", str(ROOT / "content" / "leeds"), "--sign-off"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "status draft" in out
    assert "Safeguarding lead: Do now, Signs, Words to use" in out
    assert "[ ] danger-now · A child is in danger now · Do now\n    to sign: Safeguarding lead\n" in out
    assert "0113 376 0336  [duty-and-advice]" in out
    assert "publish: yes-number-only" in out
    assert "shown on: the danger line, " in out
    assert "\nLicence: CC BY 4.0 for the words of this pack" in out
    assert "\nReview policy: Pages are reviewed every 12 months. Local processes" in out
    assert "    licence: © NSPCC. No open licence was visible" in out
    assert "    used on: " in out


def test_the_sign_off_sheet_can_be_read_by_a_program(pack: Path, capsys: Said) -> None:
    assert main(["check", str(pack), "--sign-off", "--json"]) == 0
    sheet = json.loads(capsys.readouterr().out)
    assert list(sheet) == [
        *("pack", "title", "publisher", "language", "licence", "review_policy", "edition", "status"),
        *("approved_by", "approved_on", "day", "rules", "counts", "pages", "held", "statements", "contacts"),
        *("sources", "search_words", "synonyms", "glossary", "questions"),
    ]
    assert sheet["counts"]["pages"] == len(sheet["pages"])
    assert sheet["pages"][0]["review_by"][:2] == "20"


def test_the_sheet_lists_what_leads_to_pages_and_what_nobody_outside_has_said(capsys: Said) -> None:
    assert main(["check", str(ROOT / "content" / "leeds"), "--sign-off"]) == 0
    out, _err = capsys.readouterr()
    library = read_pack(ROOT / "content" / "leeds").library
    assert library is not None
    parts = out.split("QUESTIONS OF LIFE AND DEATH")[1]
    for hazard in library.hazards:
        assert f"[ ] “{hazard.questions[0]}”: " in parts
    assert len(library.hazards) >= 20
    assert all(
        f", {', '.join(one.variants)} → {one.means}" in parts for one in library.synonyms if one.variants
    )
    assert all(f"[ ] {one.term}: {one.definition}" in parts for one in library.glossary)
    for page in library.pages.values():
        assert all(f"    “{sentence}”" in parts for sentence in page.spoken)
        if page.head.search_terms:
            assert f"[ ] {page.head.id}, terms: {', '.join(page.head.search_terms)}" in parts


HELD = """
::: needs-signature clinician
Zebrafinch first.
:::
"""


def test_held_words_stand_on_the_sheet_and_nowhere_else(pack: Path, capsys: Said) -> None:
    page = pack / "pages" / "danger-now.md"
    page.write_text(page.read_text(encoding="utf-8") + HELD, encoding="utf-8")
    roles = "\nsign_off:\n- role: Clinician of children\n  id: clinician\n  kinds: [do_now]\n"
    with (pack / "pack.yml").open("a", encoding="utf-8") as opened:
        opened.write(roles)
    assert main(["check", str(pack), "--sign-off"]) == 0
    out, _err = capsys.readouterr()
    line = len(page.read_text(encoding="utf-8").splitlines()) - 2
    where = f"[ ] danger-now · Clinician of children · pages/danger-now.md:{line}\n    | Zebrafinch first.\n"
    assert "WORDS HELD BACK UNTIL SIGNED" in out
    assert where in out
    assert "Parts that no reader sees until they are signed: 1" in out
    assert main(["check", str(pack)]) == 0
    out, err = capsys.readouterr()
    assert f"pages/danger-now.md:{line}: note: No reader sees this part" in out
    assert "0 errors" in err
    assert main(["search", "zebrafinch", "--pack", str(pack)]) == 0
    assert "Zebrafinch" not in capsys.readouterr().out


def test_each_statement_is_printed_with_whose_word_it_is(pack: Path, capsys: Said) -> None:
    sources = (pack / "sources.yml").read_text(encoding="utf-8")
    for name, mark in (("town-guide", "local"), ("sleep-leaflet", "ours")):
        sources = sources.replace(f"- id: {name}\n", f"- id: {name}\n  mark: {mark}\n")
    (pack / "sources.yml").write_text(sources, encoding="utf-8")
    assert main(["check", str(pack), "--statements"]) == 0
    out, _err = capsys.readouterr()
    assert re.search(r"^pages/danger-now\.md:\d+: Small \(town-guide\): Notice: a child is hurt", out, re.M)
    assert ": ours (sleep-leaflet): " in out
    assert main(["check", str(pack), "--statements", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert set(rows[0]) == {"page", "path", "line", "marks", "sources", "words"}
    assert main(["check", str(pack), "--sign-off"]) == 0
    own = capsys.readouterr().out.split("WORDS WITHOUT AN OUTSIDE SOURCE")[1].split("CONTACTS TO RING")[0]
    assert "safe-sleep\n    [ ] " in own
    assert "danger-now" not in own


HAZARDS = """
- id: danger
  situation: A child is being hurt.
  page: danger-now
  contacts: [duty]
  words: [choking]
  questions: [danger emergency help now, xyzzy nothing like it]
"""


def test_the_hazard_log_says_what_answers_a_danger_and_whether_it_is_found(pack: Path, capsys: Said) -> None:
    assert main(["check", str(pack), "--hazards"]) == 0
    assert "This pack names no hazard" in capsys.readouterr().out
    (pack / "hazards.yml").write_text(HAZARDS, encoding="utf-8")
    page = pack / "pages" / "danger-now.md"
    text = page.read_text(encoding="utf-8").replace("review_by: 2090-01-01", "review_by: 2026-12-31")
    page.write_text(text, encoding="utf-8")
    assert main(["check", str(pack), "--hazards"]) == 0
    out, err = capsys.readouterr()
    assert "0 errors" in err
    for line in (
        "1 hazards, answered by 1 pages; 1 of them lack a signature",
        "2 questions: 1 find their page first, 1 in the first three",
        "danger · A child is being hurt.",
        "    page: danger-now, “A child is in danger now”",
        "    first step: 2. Tell the Duty Team on ",
        "    whom to ring: ",
        "    facts read on 2026-10-01, to be read again by 2026-12-31",
        "    to sign: nobody is named",
        "    words of danger: choking",
        "    [x] “danger emergency help now”: found first",
        "    [ ] “xyzzy nothing like it”: NOT FOUND; first is ",
    ):
        assert line in out, line
    assert main(["check", str(pack), "--hazards", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["hazard"], row["page"], [one["place"] for one in row["questions"]]) == (
        "danger",
        "danger-now",
        [1, 0],
    )


def test_a_sign_off_sheet_of_a_pack_with_errors_says_so(pack: Path, capsys: Said) -> None:
    page = min(pack.glob("pages/*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nSee [[a-page-nobody-wrote]].\n", encoding="utf-8")
    assert main(["check", str(pack), "--sign-off"]) == 1
    out, err = capsys.readouterr()
    assert "This pack names nobody" in out
    assert "1 error" in err


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
