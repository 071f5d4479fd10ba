"""The looks there are: one TOML file each in `looks/`, found from the folder. Knows no Qt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_FOLDER = files("desktop.ui.look").joinpath("looks")


@dataclass(frozen=True, slots=True)
class Look:
    """A named set of colours, role -> #RRGGBB, with its label and its place among the choices."""

    name: str
    label: str
    order: int
    colours: Mapping[str, str]


@cache
def read_look(name: str) -> Look:
    """The look of this name, from the program's own files."""
    found = tomllib.loads(_FOLDER.joinpath(f"{name}.toml").read_text("utf-8"))
    return Look(name, found["label"], found["order"], MappingProxyType(found["colours"]))


def look_names() -> tuple[str, ...]:
    """The names of all looks, in the order in which the worker finds them."""
    names = [path.name.removesuffix(".toml") for path in _FOLDER.iterdir() if path.name.endswith(".toml")]
    return tuple(sorted(names, key=lambda name: (read_look(name).order, name)))
