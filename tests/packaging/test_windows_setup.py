"""The setup program installs the tree, removes only its own files, and has both languages."""

import re
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from socplanner import __version__
from tools.windows import build_setup
from tools.windows.payload import LIST, UNINSTALLER, instructions, list_text, payload_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "resources" / "installer" / "windows"
NAMES = ("socplanner.exe", "socplanner-cli.exe", "_internal/a/b/deep.dll", "_internal/a $b.txt")

needs_nsis = pytest.mark.skipif(build_setup.makensis() is None, reason="NSIS is not installed")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a small tree as the freeze lays it out."""
    tree = tmp_path / "socplanner"
    for name in NAMES:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(name.encode())
    return tree


def script() -> str:
    """Return every script of the setup program in one text."""
    return "\n".join(
        each.read_text(encoding="utf-8") for each in sorted(SCRIPTS.iterdir()) if each.is_file()
    )


def test_every_file_is_laid_down_once_in_its_folder(tree: Path) -> None:
    payload = payload_of(tree)
    assert set(map(str, payload.files)) == set(NAMES)
    lines = instructions(payload).splitlines()
    folder, laid = "", []
    for line in lines[1:]:
        if line.startswith("SetOutPath"):
            folder = line.split('"')[1]
        else:
            laid.append((folder, line.split('"')[1]))
    assert laid == [
        ("$INSTDIR\\_internal\\a\\b", "/oname=deep.dll"),
        ("$INSTDIR\\_internal", "/oname=a $$b.txt"),
        ("$INSTDIR", "/oname=socplanner-cli.exe"),
        ("$INSTDIR", "/oname=socplanner.exe"),
    ]


def test_the_list_names_files_first_and_then_folders_the_deepest_first(tree: Path) -> None:
    lines = list_text(payload_of(tree)).splitlines()
    folders = [line for line in lines if line.endswith("\\")]
    assert lines[-len(folders) :] == folders
    assert folders == ["_internal\\a\\b\\", "_internal\\a\\", "_internal\\"]
    expected = {name.replace("/", "\\") for name in NAMES} | {UNINSTALLER}
    assert set(lines) - set(folders) == expected


def test_the_longest_name_is_known_to_refuse_folders_too_deep(tree: Path) -> None:
    assert payload_of(tree).longest == len("\\_internal/a/b/deep.dll")


@pytest.mark.parametrize("name", [LIST, UNINSTALLER])
def test_a_tree_that_contains_files_of_the_setup_program_is_refused(tree: Path, name: str) -> None:
    (tree / name).touch()
    with pytest.raises(ValueError, match=name):
        payload_of(tree)


def test_a_tree_frozen_on_another_system_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "socplanner").touch()
    assert build_setup.main(["--tree", str(tmp_path)]) == build_setup.REFUSED
    assert "it was not frozen on Windows" in capsys.readouterr().err


def test_without_nsis_the_command_to_install_it_is_shown(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_setup, "makensis", lambda: None)
    output = tree.parent / "socplanner-setup.exe"
    code = build_setup.main(["--tree", str(tree), "--output", str(output)])
    assert code == build_setup.REFUSED
    assert "apt-get install nsis" in capsys.readouterr().err
    assert not output.exists()


@needs_nsis
@pytest.mark.parametrize("target", ["amd64-unicode", "x86-unicode"])
def test_the_script_compiles_without_a_warning(tree: Path, tmp_path: Path, target: str) -> None:
    output = tmp_path / "socplanner-setup.exe"
    build_setup.build(tree, output, target=target, fast=True)
    made = output.read_bytes()
    machine = int.from_bytes(made[made.index(b"PE\0\0") + 4 :][:2], "little")
    assert machine == {"amd64-unicode": 0x8664, "x86-unicode": 0x14C}[target]
    assert made.count(f"ProductVersion\0{__version__}\0".encode("utf-16-le")) + made.count(
        f"ProductVersion\0\0{__version__}\0".encode("utf-16-le")
    ) == 2  # fmt: skip


@needs_nsis
def test_one_tree_gives_one_setup_program(tree: Path, tmp_path: Path) -> None:
    output, made = tmp_path / "socplanner-setup.exe", []
    for _ in range(2):
        build_setup.build(tree, output, fast=True)
        made.append(output.read_bytes())
        for file in tree.rglob("*.exe"):
            file.touch()
    assert made[0] == made[1]


def test_nothing_is_removed_but_by_the_list() -> None:
    code = [line.strip() for line in script().splitlines() if not line.strip().startswith(";")]
    assert not [line for line in code if re.match(r"RMDir\s+/r", line, re.IGNORECASE)]
    deleting = {line for line in code if re.match(r"(Delete|RMDir)\b", line)}
    assert deleting == {
        'Delete "$Folder\\${LIST}"',
        'Delete "$Folder\\$Line"',
        'RMDir "$Folder\\$Line"',
        'RMDir "$Folder"',
        'Delete "$SMPROGRAMS\\${NAME}.lnk"',
    }


def test_no_key_that_others_share_is_deleted_but_when_empty() -> None:
    deleted = re.findall(r"DeleteRegKey (?!/ifempty)SHCTX \"([^\"]+)\"", script())
    assert set(deleted) == {
        "${CLASSES}\\${PLAN}",
        "${IN_OPEN_WITH}",
        "${CLASSES}\\${extension}\\OpenWithList\\${PROGRAM}",
        "${APP_PATH}",
        "${REMOVING}",
        "${OURS}",
    }


def test_nothing_is_written_to_one_root_of_the_registry_alone() -> None:
    assert re.findall(r"WriteReg\w+ (?!SHCTX)\w+", script()) == []


def test_every_text_has_both_languages() -> None:
    words = (SCRIPTS / "words.nsh").read_text(encoding="utf-8")
    texts = re.findall(r'!insertmacro Text (\w+) \\\n  "(.+)" \\\n  "(.+)"\n', words)
    assert len(texts) == words.count("!insertmacro Text") > 5
    for name, english, japanese in texts:
        assert english.isascii(), name
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", japanese), name
        placed = re.compile(r"\$\w+")
        assert sorted(placed.findall(english)) == sorted(placed.findall(japanese)), name
        assert f"$({name})" in script(), name


def test_texts_are_in_one_file() -> None:
    others = script().replace((SCRIPTS / "words.nsh").read_text(encoding="utf-8"), "")
    assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", others) is None


def test_no_script_has_tabs_or_blanks_at_ends() -> None:
    for place in SCRIPTS.iterdir():
        lines = place.read_text(encoding="utf-8").split("\n")
        assert not [line for line in lines if "\t" in line or line != line.rstrip()], place.name


def test_the_icon_of_plans_is_installed_with_the_program() -> None:
    icon = re.search(r'DefaultIcon" "" "\$INSTDIR\\_internal\\([^"]+)"', script())
    assert icon is not None
    assert (ROOT / PurePosixPath(icon[1].replace("\\", "/"))).is_file()


def test_a_failure_of_the_compiler_is_reported_with_its_code(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, ["makensis"])

    monkeypatch.setattr(build_setup, "makensis", lambda: "makensis")
    monkeypatch.setattr(subprocess, "run", fail)
    output = tree.parent / "socplanner-setup.exe"
    assert build_setup.main(["--tree", str(tree), "--output", str(output)]) == build_setup.REFUSED
    assert "failed with 1" in capsys.readouterr().err
