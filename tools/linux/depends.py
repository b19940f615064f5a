"""What the Debian package depends on, worked out by `dpkg-shlibdeps` from what was frozen."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.linux.libraries import is_binary

READ = ("fontconfig-config", "xkb-data")
"""What frozen libraries (fontconfig, xkbcommon) read of the system, and no linker knows."""

JAPANESE_FONT = "fonts-noto-cjk | fonts-japanese-gothic"
"""A Japanese font: the one with bold weight and rare names, or any that is there already."""

_CONTROL = "Source: socplanner\n\nPackage: socplanner\nArchitecture: any\n"
_ANSWER = "shlibs:Depends="


class DependenciesUnknownError(Exception):
    """`dpkg-shlibdeps` found a library in no package; its own words say which."""


def debian_depends(root: Path) -> str:
    """Return what a package depends on of which `root` is the tree that will be packed.

    Raise DependenciesUnknownError if a library is neither in the tree nor in a package here.
    """
    libraries = _libraries_of(root.resolve())
    return ", ".join((*sorted({*libraries, *READ}), JAPANESE_FONT))


def _libraries_of(root: Path) -> list[str]:
    """Return the packages of the libraries that are needed in `root` and are not in it.

    Folders are named as they will be when it is installed: what lies in them is looked for in the
    tree first, and no package of the system is then asked for it.
    """
    binaries = sorted(path for path in root.rglob("*") if is_binary(path))
    folders = sorted({path.relative_to(root).parent.as_posix() for path in binaries})
    with TemporaryDirectory() as place:
        control = Path(place) / "debian" / "control"
        control.parent.mkdir()
        control.write_text(_CONTROL, encoding="utf-8")
        command = [
            *("dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", f"-S{root}"),
            *(f"-l/{folder}" for folder in folders),
            *map(str, binaries),
        ]
        run = subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8", check=False)
    answers = [line for line in run.stdout.splitlines() if line.startswith(_ANSWER)]
    if run.returncode or len(answers) != 1:
        raise DependenciesUnknownError(run.stderr)
    return answers[0].removeprefix(_ANSWER).split(", ")
