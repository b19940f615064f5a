"""The program runs where no font has Japanese characters, and where there is no font at all."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from tests.support.fresh_process import run_code

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only fontconfig can hide fonts"
)

CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
RUN = "import sys; from socplanner.self_test import run_self_test; sys.exit(run_self_test())"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration of fontconfig that knows an empty folder."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    config = tmp_path / "fonts.conf"
    text = CONFIG.format(folder=folder, cache=tmp_path / "cache")
    config.write_text(text, encoding="utf-8")
    return config


def latin_font_file() -> Path:
    """Return the file of a font that has Latin characters, but no Japanese ones."""
    for folder in (Path("/usr/share/fonts"), Path("/usr/local/share/fonts")):
        for file in sorted(folder.rglob("*.ttf")):
            systems = QRawFont(str(file), 12).supportedWritingSystems()
            if systems and QFontDatabase.WritingSystem.Japanese not in systems:
                return file
    pytest.skip("no font without Japanese characters")


def test_all_of_the_self_test_runs_without_a_japanese_font(
    qapp: QApplication, config: Path
) -> None:
    shutil.copy(latin_font_file(), config.parent / "fonts")
    run = run_code(RUN, variables={"FONTCONFIG_FILE": str(config)})
    assert run.returncode == 0, run.stdout + run.stderr


def test_all_of_the_self_test_runs_without_any_font(config: Path) -> None:
    run = run_code(RUN, variables={"FONTCONFIG_FILE": str(config)})
    assert run.returncode == 0, run.stdout + run.stderr
