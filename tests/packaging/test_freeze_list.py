"""What is frozen is on a list: what else is installed where it is frozen does not matter."""

import re
from pathlib import Path

import pytest

from tools.wine_check.frozen_layout import frozen_layout

ROOT = Path(__file__).resolve().parents[2]
OF_A_DESKTOP = [
    *("libatspi.so.0", "libatk-bridge-2.0.so.0", "libatk-1.0.so.0", "libgtk-3.so.0"),
    *("libgdk-3.so.0", "libgobject-2.0.so.0", "libgio-2.0.so.0", "libepoxy.so.0"),
    *("libXi.so.6", "libXext.so.6", "libXrender.so.1", "libXcomposite.so.1", "libcairo.so.2"),
    *("libssl.so.3", "libcrypto.so.3", "libkrb5.so.3", "libicuuc.so.72", "libmergedlo.so"),
    *("libnothing-we-know-of.so.1", "libQt6Core.so.6", "libz.so.1/evil", "gtk-3.0/settings.ini"),
    *("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/Qt/lib/libQt6Qml.so.6"),
    *("PySide6/Qt/lib/libQt6Network.so.6", "PySide6/QtNetwork.abi3.so"),
    *("PySide6/Qt/plugins/platforms/libqeglfs.so", "PySide6/Qt/translations/qtbase_de.qm"),
    *("PySide6/Qt/plugins/imageformats/libqwebp.so", "resources/i18n/ja/x.po"),
    *("rapidfuzz/fuzz_cpp_avx2.cpython-313-x86_64-linux-gnu.so", "rapidfuzz/evil/x.so"),
    "rapidfuzz/distance/metrics_cpp_avx2.cp313-win_amd64.pyd",
    *("budoux/models/zh-hans.json", "budoux/models/th.json", "budoux/models/ja_word.json"),
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    *("holidays/locale/de/LC_MESSAGES/DE.mo", "holidays/locale/en_US/LC_MESSAGES/XNYS.mo"),
    *("dateutil/zoneinfo/dateutil-zoneinfo.tar.gz", "PyYAML-6.0.2.dist-info/METADATA"),
]
OURS = [
    *("libX11.so.6", "libxcb-cursor.so.0", "libstdc++.so.6", "libz.so.1", "libglib-2.0.so.0"),
    *("libpython3.11.so.1.0", "libpython3.14.so.1.0", "libffi.so.8", "libpcre2-8.so.0"),
    *("PySide6/QtCore.abi3.so", "PySide6/QtWidgets.pyd", "shiboken6/Shiboken.abi3.so"),
    *("PySide6/libpyside6.abi3.so.6.12", "shiboken6/libshiboken6.abi3.so.6.9"),
    *("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6XcbQpa.so.6"),
    *("PySide6/Qt/lib/libicudata.so.73", "PySide6/Qt/plugins/platforms/libqxcb.so"),
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    *("PySide6/QtSvg.abi3.so", "PySide6/QtPrintSupport.abi3.so"),
    *("PySide6/Qt/lib/libQt6PrintSupport.so.6", "PySide6/Qt6PrintSupport.dll"),
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    *("python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so", "_ctypes.pyd"),
    *("yaml/_yaml.cpython-313-x86_64-linux-gnu.so", "yaml/_yaml.cp313-win_amd64.pyd"),
    *("rapidfuzz/fuzz_cpp.cpython-313-x86_64-linux-gnu.so", "rapidfuzz/utils_cpp.so"),
    "rapidfuzz/distance/metrics_cpp.cp313-win_amd64.pyd",
    *("python313.dll", "VCRUNTIME140_1.dll", "PySide6/Qt6Core.dll", "shiboken6/MSVCP140.dll"),
    *("resources/schema/socplan.schema.json", "base_library.zip"),
    *("budoux/models/ja.json", "budoux/skip_nodes.json"),
    *("holidays/locale/ja/LC_MESSAGES/JP.mo", "holidays/locale/en_US/LC_MESSAGES/DE.mo"),
    "holidays-0.109.dist-info/METADATA",
    *("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "libpython3.13.dylib"),
]


@pytest.mark.parametrize("name", OF_A_DESKTOP)
def test_what_a_desktop_has_besides_is_left_out(name: str) -> None:
    assert not frozen_layout(ROOT, "linux").is_kept(name)


@pytest.mark.parametrize("name", OURS)
def test_what_the_program_needs_is_kept(name: str) -> None:
    assert frozen_layout(ROOT, "linux").is_kept(name)


def test_the_list_names_what_is_kept_and_not_what_is_left_out() -> None:
    spec = (ROOT / "pyinstaller.spec").read_text("utf-8")
    assert re.search(r"DROPPED|UNWANTED|not in .*kept", spec) is None
    assert not frozen_layout(ROOT, "linux").is_kept("libnew.so.1")
