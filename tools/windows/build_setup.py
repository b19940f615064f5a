"""Build the setup program for Windows from a frozen tree: `make windows-setup`.

It needs NSIS (`makensis`) and runs on any system. On Windows, without make:
`python -m tools.windows.build_setup`.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from socplanner import __version__
from tools.windows.payload import (
    LIST,
    PROGRAM,
    UNINSTALLER,
    Payload,
    instructions,
    list_text,
    payload_of,
)
from tools.windows.side_picture import side_picture
from tools.windows.version_resource import DESCRIPTIONS, PUBLISHER, copyright_line, dotted

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "resources" / "installer" / "windows" / "setup.nsi"
SIDE_PICTURE = "side.bmp"
REFUSED = 2
_KIB = 1024


def makensis() -> str | None:
    """Return the compiler of NSIS, or None where it is not installed."""
    default = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return shutil.which("makensis") or (str(default) if default.is_file() else None)


def default_target() -> str:
    """Return the architecture of the setup program itself; NSIS for Windows builds no 64-bit ones.

    The installed files are the same for both.
    """
    return "x86-unicode" if sys.platform == "win32" else "amd64-unicode"


def build(
    tree: Path, output: Path, version: str = __version__, *, target: str = "", fast: bool = False
) -> None:
    """Write the setup program `output`, which installs `tree` as `version`."""
    payload = payload_of(tree.resolve())
    compiler = makensis()
    if compiler is None:
        raise FileNotFoundError("makensis")
    output.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "payload.nsh").write_text(instructions(payload), encoding="utf-8")
        (work / SIDE_PICTURE).write_bytes(side_picture())
        (work / LIST).write_text(list_text(payload), encoding="utf-16", newline="")
        defines = _defines(payload, work, output.resolve(), version)
        defines["TARGET"] = target or default_target()
        if fast:
            defines["FAST"] = "1"
        command = [compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
        command += [f"-D{name}={value}" for name, value in defines.items()]
        subprocess.run([*command, str(SCRIPT)], check=True)


def _defines(payload: Payload, work: Path, output: Path, version: str) -> dict[str, str]:
    """Return the definitions that the script needs."""
    english, japanese = DESCRIPTIONS.values()
    signing = os.environ.get("SOCPLANNER_SIGN", "")
    return {
        "VERSION": version,
        "NUMBERS": dotted(version),
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": copyright_line(ROOT),
        "DESCRIPTION_EN": english,
        "DESCRIPTION_JA": japanese,
        "WORK": str(work),
        "ICON": str(ROOT / "resources" / "icons" / "socplanner.ico"),
        "SIDE_PICTURE": str(work / SIDE_PICTURE),
        "OUTPUT": str(output),
        "PROGRAM": PROGRAM,
        "LIST": LIST,
        "UNINSTALLER": UNINSTALLER,
        "SIZE_KIB": str(payload.size // _KIB),
        "LONGEST": str(payload.longest),
        **({"SIGN": signing} if signing else {}),
    }


def main(arguments: list[str] | None = None) -> int:
    """Build the setup program by the `arguments` and print its size; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=ROOT / "dist" / "socplanner")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--target", choices=("amd64-unicode", "x86-unicode"), default="")
    options = parser.parse_args(arguments)
    output = options.output or ROOT / "dist" / f"socplanner-{__version__}-setup.exe"
    try:
        build(options.tree, output, target=options.target)
    except ValueError as error:
        return _refuse(str(error))
    except FileNotFoundError:
        return _refuse("NSIS is missing: sudo apt-get install nsis")
    except subprocess.CalledProcessError as error:
        return _refuse(f"makensis failed with {error.returncode}")
    sys.stdout.write(f"{output}: {output.stat().st_size / _KIB / _KIB:.1f} MB\n")
    return 0


def _refuse(reason: str) -> int:
    sys.stderr.write(f"windows-setup: {reason}\n")
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
