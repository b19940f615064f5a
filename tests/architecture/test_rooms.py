"""The doors between the rooms, and what may not come along through them."""

import json
from pathlib import Path

import pytest

from tests.support.fresh_process import output_of, run_code

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("PySide6", "shiboken6", "xlsxwriter", "openpyxl")


def loaded_by(code: str) -> set[str]:
    """Return the modules a fresh process has loaded after `code`."""
    program = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    return set(json.loads(output_of(program).splitlines()[-1]))


def test_the_import_contracts_are_kept() -> None:
    done = run_code("from importlinter.cli import lint_imports_command as c; c()")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "module",
    [
        "socplanner.cli.main",
        "socplanner.domain.new_plan",
        "socplanner.wording.findings",
        "socplanner.formats.plan.plan_yaml",
        "socplanner.services.plan_files",
        "socplanner.services.exporter",
    ],
)
def test_no_heavy_module_is_imported(module: str) -> None:
    result = loaded_by(f"import {module}")
    assert not [name for name in HEAVY if name in result]


def test_the_window_opens_without_what_only_an_export_needs() -> None:
    result = loaded_by("import os; os.environ['QT_QPA_PLATFORM']='offscreen'\n"
                      "import socplanner.ui.shell.program")  # fmt: skip
    unwanted = {"xlsxwriter", "openpyxl", "PySide6.QtNetwork", "PySide6.QtSvg", "asyncio", "ssl"}
    assert result & unwanted == set()
    assert "PySide6.QtPrintSupport" not in result
    assert "socplanner.ui.matrix.matrix_view" not in result
    assert not [name for name in result if name.startswith("socplanner.ui.pictures")]
    assert not [name for name in result if name.startswith(("rapidfuzz", "socplanner.ui.palette"))]
