"""The command line: reads what is asked for and hands over; Qt is loaded only when a window is."""

from __future__ import annotations

import sys

if __name__ == "__main__":  # `python -m` looks into the current folder first
    from desktop.import_path import leave_out_current_folder

    leave_out_current_folder()

import gc
import os
import signal
from collections.abc import Sequence

from content.errors import HandrailError
from desktop.app_paths import AppPaths, find_app_paths, program_folder
from desktop.errors import WindowUnavailableError
from desktop.i18n import _, languages_of, use_language
from desktop.instance.single_instance import acquire, remove_own
from desktop.options import Options, Task
from desktop.screen import CHOSEN, OFFSCREEN, has_screen

DONE, FAILED, INTERRUPTED = 0, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; whatever a person can put right is one sentence and exit code 2."""
    use_language(languages_of(os.environ))
    try:
        return _do(_options(sys.argv[1:] if argv is None else argv))
    except SystemExit as finished:  # --help and --version have said what they had to say
        return finished.code if isinstance(finished.code, int) else DONE
    except BrokenPipeError:
        raise
    except HandrailError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(_("A file could not be used: {error}.").format(error=error), file=sys.stderr)
    return FAILED


def run() -> None:
    """What the `handrail` command and the packaged program start."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console without our letters shows "?", never a traceback
            stream.reconfigure(errors="replace")
    try:
        code = main()
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of our lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _do(options: Options) -> int:
    if options.task is Task.CHECK:
        return _check(options)
    paths = find_app_paths(options, os.environ, program_folder())
    if options.task is Task.TRACES:
        from desktop.cli.traces_command import run_traces  # a window opens sooner without it

        return run_traces(paths, os.environ, erase=options.erase, as_json=options.as_json)
    if options.task is Task.SEARCH:
        from desktop.cli.search_command import run_search  # a window opens sooner without it

        return run_search(options, paths)
    return _open(options, paths)


def _options(argv: Sequence[str]) -> Options:
    if not argv:
        return Options()
    from desktop.cli.option_parser import (
        read_options,  # a plain start of the window does not wait for argparse
    )

    return read_options(argv)


def _check(options: Options) -> int:
    assert options.folder is not None  # the command line cannot be read without it
    if options.sign_off:
        from desktop.cli.sign_off_command import run_sign_off  # a window opens sooner without it

        return run_sign_off(options.folder, as_json=options.as_json)
    if options.statements:
        from desktop.cli.statements_command import run_statements  # a window opens sooner without it

        return run_statements(options.folder, as_json=options.as_json)
    if options.hazards:
        from desktop.cli.hazards_command import run_hazards  # a window opens sooner without it

        return run_hazards(options.folder, as_json=options.as_json)
    from desktop.cli.check_command import run_check  # a window opens sooner without it

    return run_check(options.folder, as_json=options.as_json)


def _provide_screen(options: Options) -> None:
    if has_screen(os.environ, sys.platform):
        return
    if options.task is not Task.SELF_TEST:
        raise WindowUnavailableError(
            _("There is no screen here to open the window on: start it on a desktop.")
        )
    os.environ[CHOSEN] = OFFSCREEN  # a self-test says which platform it saw


def _open(options: Options, paths: AppPaths) -> int:
    _provide_screen(options)
    if options.task is Task.WINDOW:
        return _open_once(options, paths)
    from desktop.store.settings import Settings

    Settings(paths.settings_file).prove_readable()  # a test must not tidy up what it finds
    _load_window()
    from desktop.app import run_self_test

    return run_self_test(options, paths)


def _open_once(options: Options, paths: AppPaths) -> int:
    end_on_signals()
    try:
        instance = acquire(paths, os.environ)
        if instance is None:  # the open window has come forward
            return DONE
        _load_window()
        from desktop.app import open_window

        return open_window(options, paths, instance)
    finally:  # leaving ends the process before this; a window that could not open leaves nothing either
        remove_own(os.environ)


def end_on_signals() -> None:
    """Until there is a window to leave, a signal that asks to end does so, and no lock is left.

    It raises nothing: Qt's modules turn whatever is raised while they load into an error of their own.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: _end_at_once())


def _end_at_once() -> None:
    remove_own(os.environ)
    os._exit(DONE)


def _load_window() -> None:
    gc.disable()  # nothing is garbage yet, and looking for it takes a tenth of the start; see Program
    try:
        import desktop.ui.plain_imports  # noqa: I001  # first: what it changes counts from then on
        import desktop.app  # noqa: F401  # loads Qt: only for a window
    except ImportError as error:
        if (error.name or "PySide6").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise WindowUnavailableError(
            _(
                "The window cannot open, because part of Qt is missing ({error}); “./dev run” installs it."
            ).format(error=error)
        ) from error


if __name__ == "__main__":
    run()
