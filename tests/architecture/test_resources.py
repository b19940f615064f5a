"""What comes with the program is found from source and from a wheel."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socplanner.services import paths

ROOT = Path(__file__).resolve().parents[2]
WANTED = ("catalogue/v2/catalogue.yaml", "examples/bank.socplan", "icons/socplanner.svg",
          "i18n/ja/LC_MESSAGES/socplanner.mo")  # fmt: skip


def test_resources_are_found_from_source() -> None:
    assert paths.resources() == ROOT / "resources"
    for name in WANTED:
        assert (paths.resources() / name).is_file()
    assert "LGPL" in paths.notices()


@pytest.mark.packaging
def test_resources_are_found_from_a_wheel(tmp_path: Path) -> None:
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    wheel = tmp_path / made.stdout.split()[-1]
    target = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "zipfile", "-e", str(wheel), str(target)], check=True, cwd=tmp_path
    )
    ask = (
        "from socplanner.services import paths; import socplanner;"
        "print(socplanner.__file__); print(paths.resources()); print(len(paths.notices()))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    package, resources, notices = answer.stdout.splitlines()
    assert Path(package).is_relative_to(target)
    assert Path(resources) == target / "socplanner" / "_resources"
    assert int(notices) > 1000
    for name in WANTED:
        assert (Path(resources) / name).is_file()
    assert not list(target.rglob("*.po"))
