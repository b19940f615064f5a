"""`make sbom`: write the bill of materials of `dist/socplanner` beside it.

`cyclonedx-py` runs in an environment of its own and reads the one the program was frozen from; the
frozen folder is searched for libraries of the system.
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
    """Write the bill and print its name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frozen-from", type=Path, default=ROOT / "build" / "venv")
    parser.add_argument("--reader", default="cyclonedx-py")
    parser.add_argument("--folder", type=Path, default=ROOT / "dist" / "socplanner")
    parser.add_argument("--into", type=Path, default=ROOT / "dist")
    options = parser.parse_args()
    bill = without_builders(_read(options.reader, options.frozen_from), _needed())
    parts = [python_part(platform.python_version())]
    parts += system_parts(_libraries(options.folder), _origin)
    target = options.into / f"socplanner-{__version__}.cdx.json"
    target.write_text(json.dumps(with_parts(bill, parts), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{target.name}: {len(bill['components']) + len(parts)} parts\n")
    return 0


def _read(reader: str, environment: Path) -> Document:
    """Return the bill that `reader` writes of the Python packages in `environment`."""
    command = [
        reader, "environment", str(environment), "--pyproject", str(ROOT / "pyproject.toml"),
        "--output-reproducible", "--sv", "1.6",
    ]  # fmt: skip
    run = subprocess.run(command, check=True, capture_output=True)
    bill: Document = json.loads(run.stdout)
    bill["metadata"]["component"]["version"] = __version__
    return bill


def _needed() -> list[str]:
    """Return the packages that the program itself depends on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in project["dependencies"]]


def _libraries(folder: Path) -> list[str]:
    """Return the names of the shared libraries at the top of the frozen `folder`."""
    names = sorted(path.name for path in (folder / "_internal").glob("*.so*") if path.is_file())
    return [name for name in names if not name.startswith("libpython")]


@cache
def _library_places() -> dict[str, str]:
    """Return where the system's linker finds each library; empty on other systems than Linux."""
    try:
        command = ["/sbin/ldconfig", "-p"]
        run = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return {}
    pairs = (line.split(" => ") for line in run.stdout.splitlines() if " => " in line)
    return {name.split()[0]: place for name, place in reversed(list(pairs))}


def _origin(library: str) -> Origin | None:
    """Return the Debian package that owns `library`, or None."""
    place = _library_places().get(library)
    if place is None:
        return None
    # Debian's merged /usr: the database may know the file by either name.
    for path in (str(Path(place).resolve()), place, place.removeprefix("/usr")):
        owner = _output("dpkg-query", "--search", path)
        if owner:
            name = _MULTIARCH.sub("", owner.split(": ")[0])
            return name, _output("dpkg-query", "--show", "--showformat=${Version}", name)
    return None


def _output(*command: str) -> str:
    """Return the output of `command`, empty if it failed."""
    run = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    return run.stdout.strip() if run.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
