"""The files that describe the program to a Linux desktop agree with it and with each other."""

import configparser
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from socplanner import __version__
from socplanner.services.plan_files import SUFFIX, SUFFIXES
from tools.linux.changes import appstream_releases, debian_changelog, releases
from tools.linux.icons import SIZES, TYPE, write_icons

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "resources" / "installer" / "linux"
MIME = "application/x-socplan+yaml"
NAMESPACE = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
EPOCH = 1_767_225_600
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def entry() -> configparser.SectionProxy:
    """Return the desktop entry."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(SOURCES / "socplanner.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def metainfo() -> ET.Element:
    """Return the AppStream metadata."""
    return ET.parse(SOURCES / "org.socplanner.socplanner.metainfo.xml").getroot()


def test_the_menu_opens_the_file_and_knows_the_window() -> None:
    program = (ROOT / "socplanner" / "ui" / "shell" / "program.py").read_text("utf-8")
    assert entry()["Exec"] == "socplanner %f"
    assert entry()["MimeType"] == f"{MIME};"
    assert f'setDesktopFileName("{entry()["StartupWMClass"]}")' in program
    assert f'QApplication(["{entry()["StartupWMClass"]}"])' in program


def test_the_menu_has_both_languages() -> None:
    for key in ("GenericName", "Comment", "Keywords"):
        assert re.search("[ぁ-ん一-龠ァ-ヶ]", entry()[f"{key}[ja]"])
        assert entry()[key].isascii()


def test_every_text_of_the_metadata_is_there_in_both_languages() -> None:
    for tag in ("summary", "description/p", "description/ul/li"):
        languages = [each.get(LANG, "en") for each in metainfo().findall(tag)]
        assert languages
        assert languages.count("en") == languages.count("ja")


def test_the_metadata_name_the_entry_the_command_and_the_type() -> None:
    assert metainfo().findtext("launchable") == "socplanner.desktop"
    assert metainfo().findtext("provides/binary") == "socplanner"
    assert metainfo().findtext("provides/mediatype") == MIME


def test_the_type_is_weightier_than_yaml_and_falls_back_to_it() -> None:
    kind = ET.parse(SOURCES / "socplanner.xml").getroot().find("m:mime-type", NAMESPACE)
    assert kind is not None
    assert kind.get("type") == MIME
    assert {each.get(LANG) for each in kind.findall("m:comment", NAMESPACE)} == {None, "ja"}
    parents = {each.get("type") for each in kind.findall("m:sub-class-of", NAMESPACE)}
    assert parents == {"application/x-yaml", "application/yaml"}
    globs = kind.findall("m:glob", NAMESPACE)
    assert [each.get("pattern") for each in globs] == [f"*{SUFFIX}", f"*{SUFFIX}{SUFFIXES[1]}"]
    assert all(int(each.get("weight", "50")) > 50 for each in globs)


def test_there_are_icons_of_the_program_and_its_files_in_every_size(tmp_path: Path) -> None:
    write_icons(ROOT, tmp_path)
    for kind, name in (("apps", entry()["Icon"]), ("mimetypes", TYPE)):
        assert (tmp_path / "scalable" / kind / f"{name}.svg").is_file()
        for size in SIZES:
            content = (tmp_path / f"{size}x{size}" / kind / f"{name}.png").read_bytes()
            assert int.from_bytes(content[16:20], "big") == size
    assert MIME.replace("/", "-") == TYPE


def test_icons_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("once", "twice"):
        write_icons(ROOT, tmp_path / name)
    once, twice = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in paths}
        for name in ("once", "twice")
        for paths in [[p for p in (tmp_path / name).rglob("*") if p.is_file()]]
    )
    assert once == twice


def test_the_newest_change_is_of_this_version() -> None:
    changes = releases((ROOT / "CHANGELOG.md").read_text("utf-8"), EPOCH)
    assert changes[0].version == __version__
    assert len(changes[0].changes) > 5
    assert f'version="{__version__}"' in appstream_releases(changes)


def test_a_release_is_listed_in_the_formats_of_debian_and_appstream() -> None:
    newer = "# Changelog\n\n## 0.2.0 (unreleased)\n\n- **New.** One\n  thing.\n\n"
    changes = releases(newer + "## 0.1.0 (2026-01-31)\n\n- Old.\n", EPOCH)
    assert [(each.version, each.is_released, each.changes) for each in changes] == [
        ("0.2.0", False, ("New. One thing.",)),
        ("0.1.0", True, ("Old.",)),
    ]
    assert "socplanner (0.2.0) UNRELEASED; urgency=medium\n\n  * New. One thing.\n\n -- " in (
        debian_changelog(changes)
    )
    assert "Sat, 31 Jan 2026 00:00:00 +0000" in debian_changelog(changes)
    assert 'version="0.1.0" date="2026-01-31" type="stable"' in appstream_releases(changes)


def test_the_licences_of_all_frozen_packages_are_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=]", each)[0] for each in project["dependencies"]]
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    locked = (ROOT / "tools" / "freeze-requirements.txt").read_text("utf-8").lower()
    for name in names:
        assert name.removesuffix("-Essentials") in notices
        assert f"\n{name.lower().replace('_', '-')}==" in locked


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tools").glob("*-requirements.txt")), ids=lambda path: path.stem
)
def test_every_package_of_a_build_is_pinned_by_version_and_hash(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    parts = [i for i, line in enumerate(lines) if re.match(r"[a-z]", line)]
    assert parts
    for i in parts:
        assert re.match(r"[a-z0-9.-]+==\d\S* .*\\$", lines[i]), lines[i]
        assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", lines[i + 1])
