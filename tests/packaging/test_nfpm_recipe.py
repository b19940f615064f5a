"""One recipe makes both Linux packages: what goes where, by which date, and what each needs."""

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from socplanner import __version__
from tools.linux import nfpm_recipe
from tools.linux.changes import MAINTAINER

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 1_767_225_600
PACKAGERS = ("deb", "rpm")


@pytest.fixture(autouse=True)
def depends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each kind of package depend on something of its own, instead of reading libraries."""
    monkeypatch.setitem(nfpm_recipe.DEPENDS, "deb", lambda _: ["for-deb"])
    monkeypatch.setitem(nfpm_recipe.DEPENDS, "rpm", lambda _: ["for-rpm"])


def targets(packager: str) -> dict[str, str]:
    """Return the sources of the recipe by where they are installed."""
    contents = nfpm_recipe.recipe_for(packager, ROOT, EPOCH)["contents"]
    ours = [each for each in contents if each.get("packager", packager) == packager]
    assert len({each["dst"] for each in ours}) == len(ours)
    return {each["dst"]: each["src"] for each in ours}


@pytest.mark.parametrize("packager", PACKAGERS)
def test_a_recipe_has_version_date_and_dependencies(packager: str) -> None:
    recipe = nfpm_recipe.recipe_for(packager, ROOT, EPOCH)
    assert recipe["version"] == __version__
    assert datetime.fromisoformat(recipe["mtime"]).timestamp() == EPOCH
    assert recipe["depends"] == [f"for-{packager}"]
    assert recipe["maintainer"] == MAINTAINER
    assert not {"release", "epoch"} & recipe.keys(), "a .deb would be a Debian revision of another"


@pytest.mark.parametrize("packager", PACKAGERS)
def test_the_command_leads_into_the_frozen_folder(packager: str) -> None:
    there = targets(packager)
    assert there["/opt/socplanner/"] == "dist/socplanner/"
    assert there["/usr/bin/socplanner"] == "/opt/socplanner/socplanner"


@pytest.mark.parametrize("packager", PACKAGERS)
def test_files_of_the_checkout_have_a_mode_of_their_own(packager: str) -> None:
    for entry in nfpm_recipe.recipe_for(packager, ROOT, EPOCH)["contents"]:
        if not entry["src"].startswith("build/") and (ROOT / entry["src"]).is_file():
            assert entry["file_info"]["mode"] == 0o644, entry


def test_licences_are_where_each_distribution_looks() -> None:
    assert targets("deb")["/usr/share/doc/"] == "build/linux/share/doc/"
    licences = {place for place in targets("rpm") if place.startswith("/usr/share/licenses/")}
    assert len(licences) == 3
    assert "/usr/share/doc/" not in targets("rpm")


def test_the_description_fits_a_terminal() -> None:
    lines = nfpm_recipe.recipe_for("deb", ROOT, EPOCH)["description"].splitlines()
    assert lines[0][0].islower(), "Debian's synopsis is no sentence"
    assert all(len(line) <= 78 for line in lines)


def test_the_recipe_is_written_for_nfpm(tmp_path: Path) -> None:
    target = tmp_path / "nfpm.yaml"
    nfpm_recipe.main("rpm", str(target), str(EPOCH))
    assert yaml.safe_load(target.read_text(encoding="utf-8"))["depends"] == ["for-rpm"]
