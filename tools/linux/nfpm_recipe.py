"""Write the recipe for nfpm: `python -m tools.linux.nfpm_recipe PACKAGER TARGET EPOCH`.

PACKAGER is `deb` or `rpm`, TARGET the file to write, EPOCH the date of everything in the package.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from socplanner import __version__
from tools.linux.depends import debian_depends, rpm_requires
from tools.linux.share import ROOT, SOURCES

Recipe = dict[str, Any]
DEPENDS: dict[str, Callable[[Path], list[str]]] = {"deb": debian_depends, "rpm": rpm_requires}


def recipe_for(packager: str, frozen: Path, epoch: int) -> Recipe:
    """Return `nfpm.yaml` with version, date and what the folder `frozen` depends on."""
    recipe: Recipe = yaml.safe_load((SOURCES / "nfpm.yaml").read_text("utf-8"))
    return {
        **recipe,
        "version": __version__,
        "mtime": datetime.fromtimestamp(epoch, UTC).isoformat(),
        "depends": DEPENDS[packager](frozen),
    }


def main(packager: str, target: str, epoch: str) -> None:
    """Write the recipe of the frozen program into the file `target`."""
    recipe = recipe_for(packager, ROOT / "dist" / "socplanner", int(epoch))
    text = yaml.safe_dump(recipe, sort_keys=False, allow_unicode=True)
    Path(target).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
