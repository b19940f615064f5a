"""Write the recipe for nfpm: `python -m tools.linux.rpm_recipe TARGET EPOCH`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import yaml

from socplanner import __version__
from tools.linux.libraries import needs_of, rpm_requires
from tools.linux.share import ROOT, SOURCES


def write_recipe(target: Path, epoch: int) -> None:
    """Write `nfpm.yaml` with what only a build knows into the file `target`."""
    recipe = yaml.safe_load((SOURCES / "nfpm.yaml").read_text("utf-8"))
    recipe["version"] = __version__
    recipe["mtime"] = datetime.fromtimestamp(epoch, UTC).isoformat()
    recipe["depends"] = rpm_requires(needs_of(ROOT / "dist" / "socplanner"))
    target.write_text(yaml.safe_dump(recipe, sort_keys=False, allow_unicode=True), "utf-8")


if __name__ == "__main__":
    write_recipe(Path(sys.argv[1]), int(sys.argv[2]))
