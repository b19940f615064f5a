"""The layout that `pyinstaller.spec` describes, read on any system by running it with stubs."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch


class FrozenLayout(NamedTuple):
    """The programs by name with their options, the data files that are added, and the filter."""

    programs: dict[str, dict[str, Any]]
    datas: list[tuple[str, str]]
    is_kept: Callable[[str], bool]


class _Analysis:
    """Stub of PyInstaller's analysis: keeps the data files of the spec, and finds no others."""

    def __init__(self, scripts: list[str], datas: list[tuple[str, str]], **_: Any) -> None:
        self.scripts = [(script, script, "PYSOURCE") for script in scripts]
        self.requested_datas = datas
        self.binaries: list[tuple[str, str, str]] = []
        self.datas: list[tuple[str, str, str]] = []
        self.pure: list[tuple[str, str, str]] = []


def frozen_layout(root: Path, platform: str = "win32") -> FrozenLayout:
    """Return the layout that the spec in `root` describes for `platform`."""
    programs: dict[str, dict[str, Any]] = {}
    analyses: list[_Analysis] = []

    def analysis(*arguments: Any, **options: Any) -> _Analysis:
        analyses.append(_Analysis(*arguments, **options))
        return analyses[-1]

    def exe(*_: Any, name: str, **options: Any) -> str:
        programs[name] = options
        return name

    names: dict[str, Any] = {
        "SPECPATH": str(root),
        "Analysis": analysis,
        "PYZ": lambda *_: None,
        "EXE": exe,
        "COLLECT": lambda *_, **__: None,
        "BUNDLE": lambda *_, **__: None,
    }
    text = (root / "pyinstaller.spec").read_text(encoding="utf-8")
    with patch.object(sys, "platform", platform), patch.object(sys, "path", [*sys.path]):
        exec(compile(text, "pyinstaller.spec", "exec"), names)  # noqa: S102 our own file
    return FrozenLayout(programs, analyses[0].requested_datas, names["is_kept"])
