"""Windows as Wine implements it, in a prefix of its own: programs, files and the registry."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tools.wine_check.tree import compile_library, compile_unelevated_runner

Registry = dict[str, dict[str, str]]
"""The values of each key by their names, as the registry editor writes them; `@` is the default."""

_TIMEOUT = 90
_VALUE = re.compile(r'(@|"(?:[^"\\]|\\.)*")=(.*)')


class Wine:
    """A fresh Windows 10 of Wine, whose user has a Japanese name."""

    def __init__(self, prefix: Path) -> None:
        """Use `prefix`, which `begin` creates."""
        self.prefix = prefix
        self.drive = prefix / "drive_c"
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("QT_")},
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
            "LC_ALL": "C.UTF-8",
        }

    @property
    def local(self) -> Path:
        """Where the programs and settings of the user are kept."""
        return self.drive / "users" / "計画 太郎" / "AppData" / "Local"

    def begin(self) -> None:
        """Create the prefix from scratch."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.mkdir(parents=True)
        self._run("wineboot", "--init")
        self.run("winecfg", "-v", "win10")
        self.local.mkdir(parents=True)
        key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        self.run("reg", "add", key, "/v", "Local AppData", "/d", self.name(self.local), "/f")
        compile_library(self.drive / "windows" / "system32" / "icuuc.dll")
        compile_unelevated_runner(self.drive / "run_unelevated.exe")

    def end(self) -> None:
        """Stop every program that runs in this prefix."""
        self._run("wineserver", "--kill")

    def name(self, path: Path) -> str:
        """Return the Windows name of `path` on the drive."""
        return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")

    def place(self, name: str) -> Path:
        """Return the path on disk of the file that Windows calls `name`."""
        return self.drive / name[3:].replace("\\", "/")

    def run(
        self, *command: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a Windows program to its end and return the completed process."""
        return self._run("wine", *command, environment=environment)

    def run_unelevated(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Run a Windows program without administrator rights."""
        return self.run("C:\\run_unelevated.exe", "--", *command)

    def start(self, *command: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start a Windows program and return while it runs."""
        return subprocess.Popen(
            ["wine", *command],
            env={**self._environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def compile_modules(self, python: Path, folder: Path) -> None:
        """Compile the modules in `folder`, so that starting the program writes nothing there."""
        command = (str(python / "python.exe"), "-m", "compileall", "-q")
        self.run(*command, "--invalidation-mode", "unchecked-hash", str(folder))

    def registry(self, key: str) -> Registry:
        """Return everything below `key`; nothing if there is no such key."""
        target = self.drive / "exported.reg"
        target.unlink(missing_ok=True)
        self.run("reg", "export", key, self.name(target), "/y")
        if not target.exists():
            return {}
        text = target.read_text(encoding="utf-16")
        target.unlink()
        return read_registry(text)

    def _run(
        self, *command: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                command,
                env={**self._environment, **(environment or {})},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, -1, b"", b"did not end")


def read_registry(text: str) -> Registry:
    """Return the keys of an exported registry file; texts without their quotes."""
    keys: Registry = {}
    values: dict[str, str] = {}
    for line in re.sub(r",\\\r?\n\s*", ",", text).splitlines():
        if line.startswith("["):
            values = keys.setdefault(line[1:-1], {})
        elif match := _VALUE.fullmatch(line):
            name, value = match.groups()
            values[_unquoted(name)] = _unquoted(value)
    return keys


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    return re.sub(r"\\(.)", r"\1", text[1:-1])
