"""All that a developer does with Handrail, one word each; every word sets up what it needs by itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True  # the checkout may be read-only, or belong to somebody else

from dev_tasks.environment import PYTHON, ROOT, SetUpError, ready, ready_beside  # noqa: E402  the path comes first
from dev_tasks.pip_wheel import PipMissingError  # noqa: E402  the path comes first
from dev_tasks.qt_libraries import LibrariesMissingError  # noqa: E402  the path comes first

SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
WITHOUT_WINDOW = {"search", "check", "--version", "--help", "-h"}  # these never open a window


@dataclass(frozen=True, slots=True)
class Verb:
    """A word after ./dev, what it does, and how that is told."""

    do: Callable[[list[str]], int]
    told: str


def run(arguments: list[str]) -> int:
    """Start the program; without a screen only what needs none."""
    environment = ready("run")
    if _no_screen(environment):
        if "--self-test" in arguments:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        elif not WITHOUT_WINDOW.intersection(arguments):
            return _sorry(
                "There is no screen here to open a window on. Set DISPLAY, or try: ./dev run -- --self-test"
            )
    # -P: the current folder may be a stick, a pack, or a folder with an `index` of its own
    return _python(["-P", "-m", "desktop", *arguments], environment)


def test(arguments: list[str]) -> int:
    """Run the tests; those of the packaged program and the slowest only when asked for with -m."""
    marked = any(word.startswith("-m") for word in arguments)
    chosen = [] if marked else ["-m", "not bundle and not slow"]
    words = ["-m", "pytest", *chosen, *_on_all_cores(arguments), *arguments]
    return _python(words, _compiled_once(ready("dev")), ROOT)


def _compiled_once(environment: Mapping[str, str]) -> dict[str, str]:
    """Let Python keep what it compiles, whatever is set here: hundreds of processes read the same."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _on_all_cores(arguments: list[str]) -> list[str]:
    """Share a whole run out among the cores; a few files are quicker in one process, and read better."""
    some = any((ROOT / word.partition("::")[0]).exists() for word in arguments)
    return [] if some or "-n" in arguments else ["-n", "auto", "--dist", "loadfile"]


def check(arguments: list[str]) -> int:
    """Run every check to its end, so that one round shows all there is to mend."""
    environment = ready("dev")
    failed = [words for words in CHECKS if _call(words.split(), environment, ROOT)]
    return _sorry(f"Not in order: {', '.join(failed)}") if failed else 0


CHECKS = (
    "ruff check",
    "ruff format --check",
    # The same verdict on every system: some calls exist on one of them only
    "mypy --platform linux",
    "mypy --platform linux --explicit-package-bases dev.py dev_tasks",
    "mypy --platform linux packaging",
)


def bundle(arguments: list[str]) -> int:
    """Make the program that people are given, for this system unless told otherwise."""
    target = arguments or [SYSTEMS.get(sys.platform, "linux")]
    return _python(["packaging/bundle.py", *target], ready("run", "bundle"), ROOT)


def bench(arguments: list[str]) -> int:
    """Print how fast this checkout is on this machine; with `peers`, measure it beside other programs."""
    environment = ready("dev")
    if arguments[:1] == ["peers"]:  # on a screen of its own
        return _python(["-m", "tests.bench.peers", *arguments[1:]], environment, ROOT)
    if _no_screen(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return _python(["tests/bench/bench_program.py", *arguments], environment, ROOT)


def shots(arguments: list[str]) -> int:
    """Draw the pictures that the documents show."""
    return _python(["packaging/shots.py", *arguments], ready("dev"), ROOT)


def whoosh3(arguments: list[str]) -> int:
    """Run the index tests on the library that would take Whoosh's place, should it end."""
    python, environment = ready_beside("whoosh3")
    # the project's own settings name Qt, which is not there
    words = [
        "-m",
        "pytest",
        "tests/index",
        "-c",
        "tests/index/whoosh3.ini",
        "--rootdir",
        ".",
        "--confcutdir",
        ".",
    ]
    return _call([str(python), *words, *arguments], environment, ROOT, plain=True)


def readability(arguments: list[str]) -> int:
    """Print how hard each page of a pack is to read."""
    return _python([str(ROOT / "dev_tasks/readability.py"), *arguments], ready("dev"))


def handbook_keys(arguments: list[str]) -> int:
    """Write the handbook's page of keys from the table of commands."""
    return _python([str(ROOT / "dev_tasks/handbook_keys.py"), *arguments], ready("dev"))


def messages(arguments: list[str]) -> int:
    """Read the program's words out of the code, and renew and compile every language."""
    return _python([str(ROOT / "dev_tasks/messages.py"), *arguments], ready("dev"))


def lock(arguments: list[str]) -> int:
    """Choose the newest wheels that pyproject.toml allows and write their hashes down."""
    from dev_tasks.lock import write_locks  # only whoever renews the lock needs it

    return write_locks(ROOT / "pyproject.toml", ROOT / "requirements", ready("dev"), PYTHON)


VERBS = {
    "run": Verb(run, "start Handrail: ./dev run [-- OPTIONS]"),
    "test": Verb(test, "run the tests: ./dev test [PYTEST OPTIONS]"),
    "check": Verb(check, "ruff, format and mypy"),
    "bench": Verb(bench, "print start, search and page times; ./dev bench peers writes docs/performance.md"),
    "bundle": Verb(bundle, "make the program to give away: ./dev bundle [linux|windows|macos]"),
    "readability": Verb(readability, "print how hard each page is to read: ./dev readability [FOLDER]"),
    "handbook-keys": Verb(handbook_keys, "renew the handbook's page of keys from the table of commands"),
    "messages": Verb(messages, "renew the languages of the window, or begin one: ./dev messages [LANGUAGE]"),
    "shots": Verb(shots, "draw the pictures of the documents"),
    "whoosh3": Verb(whoosh3, "run the index tests on Whoosh's successor, in an environment of its own"),
    "lock": Verb(lock, "renew requirements/*.lock from pyproject.toml"),
}


def main(arguments: Sequence[str]) -> int:
    """Do the one verb that was asked for; errors are one sentence."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        return _sorry(
            "\n".join(["What shall it be?", *(f"  {name:13} {verb.told}" for name, verb in VERBS.items())]), 2
        )
    rest = list(arguments[1:])
    try:
        return verb.do(rest[1:] if rest[:1] == ["--"] else rest)
    except (SetUpError, PipMissingError, LibrariesMissingError) as error:
        return _sorry(str(error))
    except OSError as error:
        return _sorry(f"A file of this checkout could not be used: {error}.")


def _python(words: list[str], environment: Mapping[str, str], folder: Path | None = None) -> int:
    return _call([str(PYTHON), *words], environment, folder, plain=True)


def _call(words: list[str], environment: Mapping[str, str], folder: Path | None, plain: bool = False) -> int:
    command = words if plain else [str(PYTHON), "-m", *words]
    try:
        return subprocess.call(command, env=dict(environment), cwd=folder)
    except KeyboardInterrupt:
        return 130


def _no_screen(environment: Mapping[str, str]) -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(environment.get(name) for name in named)


def _sorry(sentence: str, code: int = 1) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
