"""The wheel holds the program, what it needs and its commands, and nothing of the workshop."""

import configparser
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from socplanner.services import paths

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).resolve().parents[2]
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
WANTED = {
    "guide/first-plan.ja.md",
    "guide/pictures/en/board.png",
    "catalogue/v2/catalogue.yaml",
    "examples/bank.socplan",
    "icons/socplanner.svg",
    "i18n/ja/LC_MESSAGES/socplanner.mo",
    "schema/socplan.schema.json",
    "schema/socplan.schema.ja.json",
    "LICENSE",
    "THIRD_PARTY_NOTICES.md",
}
ASK = (
    "from socplanner.services import paths; import socplanner;"
    "print(socplanner.__file__); print(paths.resources()); print(len(paths.notices()))"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-c", BUILD, str(folder)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return folder / made.stdout.split()[-1]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the wheel was unpacked."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def python(*arguments: str, installed: Path) -> str:
    """Return what Python answers where the program is `installed`."""
    messages = subprocess.run(
        [sys.executable, *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=100,
    )
    return messages.stdout


def test_what_is_shipped_is_inside_and_the_workshop_is_not(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    inside = {each.removeprefix("socplanner/_resources/") for each in names}
    assert inside >= WANTED
    tops = {each.split("/")[0] for each in names}
    assert tops == {"socplanner", next(each for each in tops if each.endswith(".dist-info"))}
    assert [each for each in names if each.endswith(".po") or "/installer/" in each] == []


def test_the_schema_inside_is_the_one_of_the_checkout(wheel: Path) -> None:
    name = "schema/socplan.schema.json"
    with zipfile.ZipFile(wheel) as packed:
        inside = json.loads(packed.read(f"socplanner/_resources/{name}"))
    assert inside == json.loads((ROOT / "resources" / name).read_text("utf-8"))


def test_the_wheel_has_a_command_and_a_window_without_a_console(installed: Path) -> None:
    (place,) = installed.glob("*.dist-info/entry_points.txt")
    suggested = configparser.ConfigParser()
    suggested.read(place, encoding="utf-8")
    assert dict(suggested["console_scripts"]) == {"socplanner": "socplanner.__main__:main"}
    assert dict(suggested["gui_scripts"]) == {"socplanner-window": "socplanner.__main__:main"}


def test_the_resources_of_the_wheel_are_usable(installed: Path) -> None:
    package, resources, notices = python("-c", ASK, installed=installed).splitlines()
    assert Path(package).is_relative_to(installed)
    assert Path(resources) == installed / "socplanner" / "_resources"
    assert Path(resources) != paths.resources()
    assert int(notices) > 1000


def test_the_wheel_runs_as_a_module(installed: Path) -> None:
    messages = python("-m", "socplanner", "--self-test", installed=installed)
    assert messages.endswith("self-test: ok\n")
