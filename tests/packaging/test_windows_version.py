"""Windows shows the version of the program, in every format."""

import struct
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from socplanner import __version__
from tools.windows import plan_icon
from tools.windows.side_picture import side_picture
from tools.windows.version_resource import (
    DESCRIPTIONS,
    copyright_line,
    dotted,
    four_numbers,
    pyinstaller_text,
    rc_text,
)
from tools.wine_check.frozen_layout import frozen_layout

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.10.3rc1", (2, 10, 3, 0))],
)
def test_a_version_becomes_four_numbers(version: str, numbers: tuple[int, int, int, int]) -> None:
    assert four_numbers(version) == numbers


def test_what_is_no_version_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        four_numbers("soon")


def test_pyinstaller_reads_the_version_in_both_languages() -> None:
    def keep(*arguments: Any, **named: Any) -> Any:
        return arguments or named

    names = ("FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    names_in_scope = dict.fromkeys((*names, "VarFileInfo", "VarStruct", "VSVersionInfo"), keep)
    resource = eval(pyinstaller_text("socplanner", ROOT), names_in_scope)
    assert resource["ffi"]["filevers"] == four_numbers()
    tables, translations = resource["kids"]
    assert [name for name, _ in tables[0]] == ["040904B0", "041104B0"]
    for (_, strings), description in zip(tables[0], DESCRIPTIONS.values(), strict=True):
        values = dict(strings)
        assert values["ProductVersion"] == values["FileVersion"] == __version__
        assert values["FileDescription"] == description
        assert values["LegalCopyright"] == copyright_line(ROOT)
    assert translations[0] == [("Translation", [0x0409, 1200, 0x0411, 1200])]


def test_the_resource_compiler_gets_the_same_version() -> None:
    text = rc_text("socplanner", ROOT)
    assert f"FILEVERSION {dotted().replace('.', ',')}" in text
    assert text.count(f'VALUE "ProductVersion", "{__version__}\\0"') == 2


def test_on_windows_two_programs_are_frozen_with_icon_and_version() -> None:
    layout = frozen_layout(ROOT)
    assert {name: options["console"] for name, options in layout.programs.items()} == {
        "socplanner": False,
        "socplanner-cli": True,
    }
    for name, options in layout.programs.items():
        assert options["icon"].endswith("socplanner.ico")
        assert f"'{name}.exe'" in Path(options["version"]).read_text(encoding="utf-8")


def test_elsewhere_one_program_is_frozen_without_a_resource() -> None:
    layout = frozen_layout(ROOT, "linux")
    assert [options["version"] for options in layout.programs.values()] == [None]


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\iconengines\\qsvgicon.dll", True),
        ("PySide6\\Qt6Widgets.dll", True),
        ("PySide6\\QtPrintSupport.pyd", True),
        ("PySide6\\plugins\\printsupport\\windowsprintersupport.dll", True),
        ("PySide6\\translations\\qtbase_ja.qm", True),
        ("PySide6\\translations\\qtbase_de.qm", False),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6\\Qt6Network.dll", False),
        ("PySide6\\plugins\\platforminputcontexts\\qtvirtualkeyboardplugin.dll", False),
    ],
)
def test_the_freeze_for_windows_keeps_what_is_needed(name: str, is_kept: bool) -> None:
    assert frozen_layout(ROOT).is_kept(name) is is_kept


def test_the_picture_beside_the_last_page_is_a_bitmap_of_the_required_size() -> None:
    picture = QImage.fromData(side_picture())
    assert (picture.width(), picture.height()) == (164, 314)
    assert picture.pixelColor(0, 0).name() == "#173a5e"
    assert {picture.pixelColor(x, y).name() for x in (28, 90) for y in (108, 164)} == {
        "#9cc7f2",
        "#c8b0ea",
        "#f0b765",
        "#f7dfb6",
    }


def test_the_icon_of_plans_is_drawn_from_its_drawing() -> None:
    icons = ROOT / "resources" / "icons"
    kept = (icons / "plan.ico").read_bytes()
    count = struct.unpack_from("<HHH", kept)[2]
    entries = [struct.unpack_from("<BBBBHHII", kept, 6 + 16 * nth) for nth in range(count)]
    assert [each[0] or 256 for each in entries] == list(plan_icon.SIZES)
    pictures = {each[0] or 256: kept[each[7] : each[7] + each[6]] for each in entries}
    assert all(picture.startswith(b"\x89PNG") for picture in pictures.values())
    assert plan_icon.container_of(pictures) == kept
