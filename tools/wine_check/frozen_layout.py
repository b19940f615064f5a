"""What `pyinstaller.spec` says of Windows, read on any system by running it with stand-ins."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch


class FrozenLayout(NamedTuple):
    """The programs by name with what is said of them, the files that are added, and the sieve."""

    programs: dict[str, dict[str, Any]]
    datas: list[tuple[str, str]]
    is_kept: Callable[[str], bool]


class _Analysis:
    """Takes what the spec tells PyInstaller to look at, and finds nothing."""

    def __init__(self, scripts: list[str], datas: list[tuple[str, str]], **_: Any) -> None:
        self.scripts = [(each, each, "PYSOURCE") for each in scripts]
        self.asked = datas
        self.binaries: list[tuple[str, str, str]] = []
        self.datas: list[tuple[str, str, str]] = []
        self.pure: list[tuple[str, str, str]] = []


def frozen_layout(root: Path, platform: str = "win32") -> FrozenLayout:
    """Return what the spec in `root` says of `platform`."""
    programs: dict[str, dict[str, Any]] = {}
    analyses: list[_Analysis] = []

    def analysis(*given: Any, **named: Any) -> _Analysis:
        analyses.append(_Analysis(*given, **named))
        return analyses[-1]

    def exe(*_: Any, name: str, **said: Any) -> str:
        programs[name] = said
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
    return FrozenLayout(programs, analyses[0].asked, names["is_kept"])
