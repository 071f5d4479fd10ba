"""`traces`: what the program has written on this computer; `--erase` erases it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.app_paths import AppPaths
from desktop.cli.print_json import print_json
from desktop.errors import NotErasedError, WindowOpenError
from desktop.i18n import _
from desktop.instance.single_instance import is_open
from desktop.traces import Trace, Traces


def run_traces(paths: AppPaths, environ: Mapping[str, str], *, erase: bool, as_json: bool) -> int:
    """Print the traces; with `erase` they are gone then, and what was erased is printed."""
    traces = Traces(paths, environ)
    if erase and is_open(paths, environ):
        raise WindowOpenError(_("The window is open: leave it first, and then erase."))
    found = traces.erasable() if erase else traces.found()
    left = traces.erase() if erase else ()
    _print(tuple(one for one in found if one not in left), as_json)
    if left:
        raise NotErasedError(one.path for one in left)
    return 0


def _print(traces: tuple[Trace, ...], as_json: bool) -> None:
    if as_json:
        print_json([{"path": str(one.path), "kind": one.kind, "what": one.words} for one in traces])
    elif traces:
        for one in traces:
            print(f"{one.path}: {one.words}")
    else:
        print(_("Nothing of this program's is written here."))
