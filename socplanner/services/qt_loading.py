"""Loads Qt without what PySide6 keeps for telling of wrong calls and for writing type stubs.

When PySide6 (6.9 to 6.11) is imported, it compiles and runs the modules that parse signatures, say
what is wrong with a call, and write `.pyi` files: a quarter of what a bare window costs. Here they
stand ready without having run, and run once they are asked for something: a wrong call is told in
the same words, a little later. Where PySide6 is made otherwise, nothing is put off.
"""

import builtins
import os
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from socplanner.services.qt_enums import make_enums_quickly

_SIGNATURE = "shibokensupport.signature"
_PUT_OFF = {
    _SIGNATURE: ("errorhandler", "layout", "parser"),
    f"{_SIGNATURE}.lib": ("enum_sig", "pyi_generator"),
}
_WANTED = 2
_own_import = builtins.__import__


class _PutOff(ModuleType):
    """A module that runs when it is first asked for something."""

    def __init__(self, spec: ModuleSpec) -> None:
        """Stand in for what `spec` finds; whoever renames this one does not rename that."""
        super().__init__(spec.name)
        self.__spec__ = ModuleSpec(spec.name, spec.loader)
        self.spec = spec

    def __getattr__(self, name: str) -> object:
        """Run, and return what was asked for."""
        if name.startswith("__") or self.spec.loader is None:
            raise AttributeError(name)
        self.__spec__ = self.spec
        self.__class__ = ModuleType  # type: ignore[assignment]  # nothing is put off any more
        self.spec.loader.exec_module(self)
        return getattr(self, name)


def load_qt() -> None:
    """Load Qt's core with quick enumerations, and put Python's own import back in its place.

    That of PySide6 reads the source of every module, in search of a wish for names in snake_case.
    None of ours has it, and reading them all is a tenth of the start.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        os.environ["QT_PLUGIN_PATH"] = str(_frozen_plugins(Path(frozen)))
    make_enums_quickly()
    builtins.__import__ = _import
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = _own_import
        if vars(builtins).get("__orig_import__") is _import:
            vars(builtins)["__orig_import__"] = _own_import


def _frozen_plugins(folder: Path) -> Path:
    """Return where the plugins of Qt stand in the frozen program of `folder`."""
    qt = folder / "PySide6"
    return (qt if sys.platform == "win32" else qt / "Qt") / "plugins"


def _import(name: str, *given: Any, **named: Any) -> ModuleType:
    """Import as Python does, but put off what can wait."""
    wanted = given[2] if len(given) > _WANTED else named.get("fromlist")
    for each in _PUT_OFF.get(name, ()):
        if wanted and each in wanted:
            _put_off(_own_import(name, fromlist=("",)), f"{name}.{each}", each)
    return _own_import(name, *given, **named)


def _put_off(package: ModuleType, full_name: str, name: str) -> None:
    spec = find_spec(full_name) if full_name not in sys.modules else None
    if spec is not None:
        waiting = _PutOff(spec)
        sys.modules[full_name] = waiting
        setattr(package, name, waiting)
