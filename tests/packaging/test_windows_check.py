"""What the check reads of Windows is read rightly, and where it cannot run it says so."""

import pytest

from tools.wine_check import __main__ as check
from tools.wine_check.wine import read_registry

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


def test_without_wine_the_way_to_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "_found", lambda program: None if program == "wine" else program)
    monkeypatch.setattr(check, "_set_stage", lambda _: pytest.fail("it began"))
    assert check.main() == check.NOT_INSTALLED
    said = capsys.readouterr().out
    assert "needs Wine" in said
    assert "apt-get install" in said


def test_claims_are_counted_as_they_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    claim = check.Claims()
    claim("this holds", 1)
    claim("this does not", None)
    assert (claim.held, claim.failed) == (1, 1)
    assert capsys.readouterr().out == "  ok      this holds\n  FAILED  this does not\n"
