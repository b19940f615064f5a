"""The Wine check reads Windows correctly, and reports what it needs to run."""

from pathlib import Path

import pytest

from tools.wine_check import __main__ as check
from tools.wine_check.frozen_layout import frozen_layout
from tools.wine_check.tree import is_laid_out
from tools.wine_check.wine import read_registry

ROOT = Path(__file__).resolve().parents[2]
EXPORTED = (
    "Windows Registry Editor Version 5.00\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\Classes\\.socplan]\r\n"
    '@="socplanner.plan"\r\n'
    '"Content Type"="application/x-socplan+yaml"\r\n\r\n'
    "[HKEY_CURRENT_USER\\Software\\socplanner]\r\n"
    '"InstallDir"="C:\\\\計画 \\"太郎\\""\r\n'
    '"Language"=dword:00000411\r\n'
    '"Long"=hex:01,\\\r\n  02\r\n'
)


def test_an_exported_registry_is_read() -> None:
    assert read_registry(EXPORTED) == {
        "HKEY_CURRENT_USER\\Software\\Classes\\.socplan": {
            "@": "socplanner.plan",
            "Content Type": "application/x-socplan+yaml",
        },
        "HKEY_CURRENT_USER\\Software\\socplanner": {
            "InstallDir": 'C:\\計画 "太郎"',
            "Language": "dword:00000411",
            "Long": "hex:01,02",
        },
    }


def test_without_wine_the_command_to_install_it_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "_path_of", lambda program: None if program == "wine" else program)
    monkeypatch.setattr(check, "_make_fixture", lambda _: pytest.fail("it began"))
    assert check.main() == check.NOT_INSTALLED
    output = capsys.readouterr().out
    assert "needs Wine" in output
    assert "apt-get install" in output


@pytest.mark.parametrize(
    ("name", "is_laid"),
    [
        ("socplanner/app.py", True),
        ("xlsxwriter/workbook.py", True),
        ("PySide6/__init__.py", True),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/pyside6.abi3.dll", True),
        ("shiboken6/shiboken6.abi3.dll", True),
        ("shiboken6/msvcp140.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/styles/qmodernwindowsstyle.dll", True),
        ("yaml/_yaml.cp313-win_amd64.pyd", True),
        ("budoux/parser.py", True),
        ("budoux/models/ja.json", True),
        ("budoux/models/zh-hant.json", False),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/designer.exe", False),
        ("yaml-6.0.4.dist-info/METADATA", False),
    ],
)
def test_what_is_laid_out_is_what_a_freeze_has(name: str, is_laid: bool) -> None:
    assert is_laid_out(name, frozen_layout(ROOT)) is is_laid


def test_claims_are_counted_as_they_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    claim = check.Claims()
    claim("this holds", 1)
    claim("this does not", None)
    assert (claim.passed, claim.failed) == (1, 1)
    assert capsys.readouterr().out == "  ok      this holds\n  FAILED  this does not\n"
