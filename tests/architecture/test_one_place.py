"""CONTRIBUTING names one place for each wish: it is changed here in a copy, and the effect is seen there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from content.reading.read import read_pack
from content.tree import TreeNode, group_tree, theme_tree
from dev_tasks.messages import messages
from dev_tasks.pseudo_language import LANGUAGE, pseudo, write_pseudo

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "packs" / "small"
LEFT_OUT = shutil.ignore_patterns("__pycache__", "leeds")
PAGE = "young-carers"

WISHES = {
    "a new child group or theme": "test_a_group_and_a_theme_are_rows_of_the_pack",
    "a new kind of page": "test_a_kind_is_a_row",
    "a new look": "test_a_look_is_a_file",
    "a new language for the window": "test_a_language_is_a_catalogue",
    "a new command or shortcut": "test_a_command_is_a_row_with_its_handler",
    "a new setting": "test_a_setting_is_a_row",
    "a bundle for another system": "test_a_target_is_a_file_and_its_row",
}

OPEN = """
import json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QAbstractButton, QLabel
from desktop.app import build_program, make_application
from desktop.app_paths import AppPaths
from desktop.edition.editions import open_edition
from desktop.leave.faults import Faults

application = make_application()
profile = Path("profile")
paths = AppPaths(profile / "settings.json", profile / "bookmarks.json")
program = build_program(open_edition(Path.cwd(), Path("small"), None), paths, Faults())
window = program.window

def labels():
    return [label.text() for label in window.part().findChildren(QLabel)]

def buttons():
    return {one.accessibleName(): one for one in window.part().findChildren(QAbstractButton)}

def tell(**found):
    print(json.dumps(found), flush=True)
    os._exit(0)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program as a newcomer has it, to be changed; the small pack lies in it."""
    copy = tmp_path / "copy"
    for name in ("content", "index", "desktop", "packaging", "dev_tasks"):
        shutil.copytree(ROOT / name, copy / name, ignore=LEFT_OUT)
    shutil.copytree(SMALL, copy / "small")
    return copy


def insert(file: Path, pattern: str, words: str) -> None:
    """Put words behind the one place in a file that looks like this."""
    text = file.read_text("utf-8")
    (found,) = re.finditer(pattern, text, re.MULTILINE)
    file.write_text(text[: found.end()] + words + text[found.end() :], "utf-8")


def run(copy: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    # its lock stays when a script ends the process, so let that be in the copy, too
    own = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(copy)}
    environment = {**os.environ, **own, "XDG_RUNTIME_DIR": str(copy), **more}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=120)


def told(copy: Path, script: str, **more: str) -> Any:
    """What a script that runs in the copy prints as JSON."""
    ran = run(copy, "-c", script, **more)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_every_row_of_the_table_is_walked() -> None:
    table = (
        (ROOT / "CONTRIBUTING.md")
        .read_text("utf-8")
        .partition("| you want | the one place |\n|---|---|\n")[2]
    )
    rows = re.findall(r"^\| (.+?) \| .+ \|$", table.partition("\n\n")[0], re.MULTILINE)
    assert rows == list(WISHES)
    assert [name for name in WISHES.values() if name not in globals()] == []


def titles(node: TreeNode) -> list[str]:
    return [node.title, *(title for child in node.children for title in titles(child))]


def test_a_group_and_a_theme_are_rows_of_the_pack(copy: Path) -> None:
    pack = copy / "small"
    for file, title in (("groups.yml", "Twins"), ("themes.yml", "Water")):
        row = f"\n- {{id: {title.lower()}, title: {title}, order: 9, summary: New here.}}\n"
        with (pack / file).open("a", encoding="utf-8") as rows:
            rows.write(row)
    page = pack / "pages" / f"{PAGE}.md"
    text = re.sub(r"^themes: .*", "themes: [water]", page.read_text("utf-8"), count=1, flags=re.MULTILINE)
    page.write_text(re.sub(r"^groups: .*", "groups: [twins]", text, count=1, flags=re.MULTILINE), "utf-8")
    reading = read_pack(pack)
    assert reading.library is not None
    assert reading.sound
    assert "Water" in titles(theme_tree(reading.library))
    assert "Twins" in titles(group_tree(reading.library))


@pytest.mark.slow
def test_a_kind_is_a_row(copy: Path) -> None:
    page = copy / "small" / "pages" / f"{PAGE}.md"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r"^kind: .*", "kind: leaflet", text, count=1, flags=re.MULTILINE), "utf-8")
    insert(
        copy / "content/kinds.py",
        r"^_ROWS = \(\n",
        '    ("leaflet", N_("Leaflet"), N_("Leaflets"), "mail"),\n',
    )
    script = f"""
program.navigation.open_page("{PAGE}")
tell(notices=program.notices, page=window.reading.page.toPlainText())
"""
    found = told(copy, OPEN + script)
    assert found["notices"] == []
    assert "Leaflet" in found["page"]


@pytest.mark.slow
def test_a_look_is_a_file(copy: Path) -> None:
    looks = copy / "desktop/ui/look/looks"
    dusk = (looks / "dark.toml").read_text("utf-8").replace('label = "Dark"', 'label = "Dusk"')
    (looks / "dusk.toml").write_text(dusk, "utf-8")
    script = """
window.header.display.click()
tell(buttons=list(buttons()))
"""
    assert "Colours: Dusk" in told(copy, OPEN + script)["buttons"]


SPOKEN = """
import json, os
from PySide6.QtCore import QTimer
from desktop.__main__ import main
from desktop.app import make_application

def read():
    window = next(one for one in application.topLevelWidgets() if hasattr(one, "header"))
    print(json.dumps(window.header.display.text()), flush=True)
    os._exit(0)

application = make_application()
QTimer.singleShot(0, read)
main(["--private", "--pack", "small"])
"""
UNSAID = f"""
import os
for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
os.putenv("LANG", "en_GB.UTF-8")  # unlike os.environ, this reaches Qt alone
os.putenv("LANGUAGE", "{LANGUAGE}")
"""


@pytest.mark.slow
def test_a_language_is_a_catalogue(copy: Path) -> None:
    write_pseudo(messages(), copy / "desktop/languages")
    assert told(copy, SPOKEN, LANGUAGE=LANGUAGE) == pseudo("Display")
    assert told(copy, SPOKEN, LANGUAGE="cy:en") == "Display"
    assert "~]" in run(copy, "-m", "desktop", "--help", LANGUAGE=LANGUAGE).stdout
    assert "~]" not in run(copy, "-m", "desktop", "--help", LANGUAGE="en").stdout


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere Qt asks the system, which a test cannot change"
)
def test_without_the_environment_the_system_says_the_language(copy: Path) -> None:
    write_pseudo(messages(), copy / "desktop/languages")
    assert told(copy, UNSAID + SPOKEN) == pseudo("Display")


def test_a_catalogue_goes_into_the_bundle(copy: Path) -> None:
    write_pseudo(messages(), copy / "desktop/languages")
    script = "import bundle_plan, json; print(json.dumps(bundle_plan.own_data()))"
    carried = told(copy, script, PYTHONPATH=str(copy / "packaging"))
    folders = {Path(file).name: folder for file, folder in carried}
    assert folders["handrail.mo"] == str(Path("desktop", "languages", LANGUAGE, "LC_MESSAGES"))
    assert folders["light.toml"]
    assert not {name for name in folders if name.endswith((".md", ".po", ".py"))}


ROW = """
    Command("wave", text=N_("Wave"), keys=("Ctrl+Shift+W",), help=N_("Waves at you."), heading=SEARCH),
"""


@pytest.mark.slow
def test_a_command_is_a_row_with_its_handler(copy: Path) -> None:
    insert(copy / "desktop/commands.py", r"^_ROWS = \(", ROW)
    assert "KeyError: 'wave'" in run(copy, "-c", OPEN).stderr
    (handlers,) = [
        file for file in copy.rglob("control/*.py") if '            "search": ' in file.read_text("utf-8")
    ]
    insert(
        handlers,
        r'^(?=            "search": )',
        '            "wave": lambda: self.window.notice.say("Hello"),\n',
    )
    script = """
from dev_tasks.handbook_keys import keys_page
next(one for one in window.actions() if one.text() == "Wave").trigger()
program.navigation.open_panel("help")
tell(said=window.notice.words.text(), help=labels(), handbook=keys_page())
"""
    found = told(copy, OPEN + script)
    assert found["said"] == "Hello"
    assert any(line.startswith("Wave: ") for line in found["help"])
    assert "| Wave | Ctrl+Shift+W |" in found["handbook"]


SETTING = """SOUND: Setting[bool] = Setting(
    id="sound",
    default=False,
    choices=(SettingChoice(False, N_("Silent")), SettingChoice(True, N_("Loud"))),
    words=N_("Sound"),
    help=N_("Whether the program is heard."),
)
"""


@pytest.mark.slow
def test_a_setting_is_a_row(copy: Path) -> None:
    settings = copy / "desktop/store/settings.py"
    insert(settings, r"^(?=SETTINGS: )", SETTING)
    insert(settings, r"^        for row in \(\n", "            SOUND,\n")
    script = """
from desktop.store.settings import SOUND
window.header.display.click()
buttons()["Sound: Loud"].click()
tell(file=json.loads(paths.settings_file.read_text()), value=program.settings.get(SOUND), panel=labels())
"""
    found = told(copy, OPEN + script)
    assert (found["file"]["sound"], found["value"]) == (True, True)
    assert "Whether the program is heard." in found["panel"]


def test_a_target_is_a_file_and_its_row(copy: Path) -> None:
    packaging = copy / "packaging"
    (packaging / "bundle_haiku.py").write_text(
        "from dataclasses import replace\n\nimport bundle_linux\n\n"
        'PLAN = replace(bundle_linux.PLAN, target="haiku", platform="haiku1")\n'
    )
    insert(packaging / "bundle.py", r"^import bundle_linux\n", "import bundle_haiku\n")
    insert(packaging / "bundle.py", r"plan in \(", "bundle_haiku.PLAN, ")
    assert "haiku" in run(copy, "packaging/bundle.py").stderr
    made = run(copy, "packaging/bundle.py", "haiku")
    assert made.returncode == 1
    assert "can only be made on haiku" in made.stderr
