"""`make sbom`: write the bill of materials of `dist/socplanner` beside it.

The environment the program was frozen from is read by `cyclonedx-py`, from an environment of its
own; the frozen folder is looked through for libraries of the system.
"""

import argparse
import json
import platform
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

from socplanner import __version__
from tools.release.bill import (
    Document,
    Origin,
    python_part,
    system_parts,
    with_parts,
    without_builders,
)

ROOT = Path(__file__).resolve().parents[2]
_MULTIARCH = re.compile(r":\w+$")


def main() -> int:
    """Write the bill and say where it is."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--frozen-from", type=Path, default=ROOT / "build" / "venv")
    asked.add_argument("--reader", default="cyclonedx-py")
    asked.add_argument("--folder", type=Path, default=ROOT / "dist" / "socplanner")
    asked.add_argument("--into", type=Path, default=ROOT / "dist")
    options = asked.parse_args()
    bill = without_builders(_read(options.reader, options.frozen_from), _needed())
    parts = [python_part(platform.python_version())]
    parts += system_parts(_libraries(options.folder), _origin)
    target = options.into / f"socplanner-{__version__}.cdx.json"
    target.write_text(json.dumps(with_parts(bill, parts), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{target.name}: {len(bill['components']) + len(parts)} parts\n")
    return 0


def _read(reader: str, environment: Path) -> Document:
    """Return what `reader` says of the Python packages in `environment`."""
    command = [
        reader, "environment", str(environment), "--pyproject", str(ROOT / "pyproject.toml"),
        "--output-reproducible", "--sv", "1.6",
    ]  # fmt: skip
    told = subprocess.run(command, check=True, capture_output=True)
    bill: Document = json.loads(told.stdout)
    bill["metadata"]["component"]["version"] = __version__
    return bill


def _needed() -> list[str]:
    """Return the packages that the program itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in project["dependencies"]]


def _libraries(folder: Path) -> list[str]:
    """Return the names of the shared libraries that stand by themselves in the frozen `folder`."""
    found = sorted(each.name for each in (folder / "_internal").glob("*.so*") if each.is_file())
    return [name for name in found if not name.startswith("libpython")]


@cache
def _known_libraries() -> dict[str, str]:
    """Return where the system's linker finds each library; nothing where it is another system."""
    try:
        told = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    pairs = (line.split(" => ") for line in told.stdout.splitlines() if " => " in line)
    return {name.split()[0]: place for name, place in reversed(list(pairs))}


def _origin(library: str) -> Origin | None:
    """Return the package of Debian that `library` is of, if there is one."""
    place = _known_libraries().get(library)
    if place is None:
        return None
    # Debian's merged /usr: the database may know the file by either name.
    for path in (str(Path(place).resolve()), place, place.removeprefix("/usr")):
        owner = _said("dpkg-query", "--search", path)
        if owner:
            name = _MULTIARCH.sub("", owner.split(": ")[0])
            return name, _said("dpkg-query", "--show", "--showformat=${Version}", name)
    return None


def _said(*command: str) -> str:
    told = subprocess.run(command, check=False, capture_output=True, text=True)
    return told.stdout.strip() if told.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
