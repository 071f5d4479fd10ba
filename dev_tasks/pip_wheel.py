"""A pip that runs from its wheel, so that nothing needs to be installed in order to install."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from dev_tasks import apt

WHEELS = Path("usr/share/python-wheels")  # where Debian keeps pip for its own venv module
AUTHORITIES = Path("usr/share/ca-certificates")
BUNDLE = Path("/etc/ssl/certs/ca-certificates.crt")  # the only one that Debian's pip looks for

# Debian's pip will not even start without that bundle: tell it where another one is.
RUN = """
import runpy, sys
wheel, bundle, *words = sys.argv[1:]
sys.path.insert(0, wheel)
if bundle:
    from pip._vendor import certifi
    certifi.where = certifi.core.where = lambda: bundle
sys.argv = ["pip", *words]
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""


class PipMissingError(Exception):
    """This Python comes without pip, and none could be fetched."""


@dataclass(frozen=True, slots=True)
class Pip:
    """A wheel of pip, and the certificates it trusts where the machine has none."""

    wheel: Path
    bundle: Path | None = None

    def command(self, python: Path, *words: str) -> list[str]:
        """What to start."""
        return [str(python), "-c", RUN, str(self.wheel), str(self.bundle or ""), *words]

    def environment(self) -> dict[str, str]:
        """What newer versions read besides."""
        return {"SSL_CERT_FILE": str(self.bundle)} if self.bundle else {}


def find(folder: Path) -> Pip:
    """Python's own, or the machine's, or one that apt fetches: into the folder, if not for everybody."""
    found = _wheel_in(*_bundled())
    if found:
        return Pip(found)
    found = _wheel_in("/" / WHEELS)
    if found and BUNDLE.exists():
        return Pip(found)
    if apt.present():
        if apt.install(["python3-pip-whl", "ca-certificates"]) and (found := _wheel_in("/" / WHEELS)):
            return Pip(found)
        return _unpacked(folder)
    raise PipMissingError(
        "This Python comes without pip: please install its venv module, then run this again."
    )


def _unpacked(folder: Path) -> Pip:
    fetched = apt.Unpacked(folder)
    found = _wheel_in(fetched.tree / WHEELS)
    if not found and fetched.add(["python3-pip-whl", "ca-certificates"]):
        found = _wheel_in(fetched.tree / WHEELS, "/" / WHEELS)
    if not found:
        raise PipMissingError(
            "This Python comes without pip: please install python3-venv, then run this again."
        )
    return Pip(found, None if BUNDLE.exists() else _authorities(fetched.tree, folder / "authorities.crt"))


def _authorities(tree: Path, bundle: Path) -> Path:
    certificates = sorted((tree / AUTHORITIES).rglob("*.crt"))
    bundle.write_bytes(b"\n".join(certificate.read_bytes() for certificate in certificates))
    return bundle


def _bundled() -> list[Path]:
    spec = importlib.util.find_spec("ensurepip")
    return [Path(spec.origin).parent / "_bundled"] if spec and spec.origin else []


def _wheel_in(*folders: Path) -> Path | None:
    return next((wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))), None)
