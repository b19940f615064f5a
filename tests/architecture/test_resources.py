"""What comes with the program is found from source, and goes into every freeze."""

from pathlib import Path

from socplanner.services import paths

ROOT = Path(__file__).resolve().parents[2]
WANTED = ("catalogue/v2/catalogue.yaml", "examples/bank.socplan", "icons/socplanner.svg",
          "i18n/ja/LC_MESSAGES/socplanner.mo", "schema/socplan.schema.json")  # fmt: skip


def test_resources_are_found_from_source() -> None:
    assert paths.resources() == ROOT / "resources"
    for name in WANTED:
        assert (paths.resources() / name).is_file()
    assert "LGPL" in paths.notices()
    assert (paths.guide() / "first-plan.ja.md").is_file()


def test_a_freeze_includes_every_folder_but_the_installers() -> None:
    spec = (ROOT / "pyinstaller.spec").read_text("utf-8")
    accepted = next(line for line in spec.splitlines() if line.startswith("RESOURCES = "))
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert {each for each in folders if f'"{each}"' not in accepted} <= {"installer"}
