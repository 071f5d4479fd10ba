"""Makes the program that people are given: `python packaging/bundle.py linux|windows|macos`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import bundle_linux
import bundle_macos
import bundle_windows
from bundle_plan import PACK, ROOT, Plan

TARGETS = {plan.target: plan for plan in (bundle_linux.PLAN, bundle_windows.PLAN, bundle_macos.PLAN)}


def main(arguments: Sequence[str]) -> int:
    """Make the bundle of one target and say where it is."""
    plan = TARGETS.get(arguments[0]) if len(arguments) == 1 else None
    if plan is None:
        return _sorry(f"Name one target: {', '.join(TARGETS)}.")
    if plan.platform != sys.platform:
        return _sorry(f"The bundle for {plan.target} can only be made on {plan.target}.")
    if sys.platform == "linux" and not (shutil.which("objdump") and shutil.which("strip")):
        return _sorry("Making a bundle needs objdump and strip: please install binutils.")
    begun = perf_counter()
    made = make(plan)
    print(f"{made.relative_to(ROOT)}: {megabytes(made):.1f} MB, made in {perf_counter() - begun:.0f} s")
    return 0


def make(plan: Plan) -> Path:
    """Compile the guidance, freeze the program around it, look it over."""
    work, out = ROOT / "build" / plan.target, ROOT / "dist" / plan.target
    for folder in (work, out):
        shutil.rmtree(folder, ignore_errors=True)
    edition = work / "edition"
    # The same result whoever builds it, and no modules from outside the checkout
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    _python(["-m", "desktop.edition.editions", str(PACK), str(edition)], environment)
    environment |= {"HANDRAIL_TARGET": plan.target, "HANDRAIL_EDITION": str(edition)}
    environment["PYTHONWARNINGS"] = "ignore::SyntaxWarning"  # Whoosh's, each time it is compiled
    places = ["--distpath", str(out), "--workpath", str(work)]
    _python(["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(SPEC)], environment)
    plan.finish(out / plan.output)
    return out / plan.output


SPEC = ROOT / "packaging" / "handrail.spec"


def megabytes(folder: Path) -> float:
    """What the bundle takes on a disk, links counted once."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir()) / 1e6


def _python(words: list[str], environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, *words], env=environment, cwd=ROOT, check=True)


def _sorry(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
