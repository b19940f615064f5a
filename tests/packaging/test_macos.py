"""The bundle for macOS, as far as it can be checked without a Mac."""

import plistlib
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from socplanner import __version__

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "resources" / "installer" / "macos"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """Return the arguments of BUNDLE in the recipe of the freeze on a Mac."""
    monkeypatch.setattr(sys, "platform", "darwin")
    (tmp_path / "socplanner.app" / "Contents" / "Resources").mkdir(parents=True)
    options: dict[str, Any] = {}
    part = SimpleNamespace(binaries=[], datas=[], scripts=[], pure=[])
    names = {
        "SPECPATH": str(ROOT),
        "DISTPATH": str(tmp_path),
        "Analysis": lambda *_, **__: part,
        "PYZ": lambda *_: None,
        "EXE": lambda *_, **named: options.setdefault("exe", named),
        "COLLECT": lambda *_, **__: "the folder",
        "BUNDLE": lambda *made, **named: options.update(named, made=made),
    }
    exec(compile((ROOT / "pyinstaller.spec").read_text("utf-8"), "pyinstaller.spec", "exec"), names)
    options["resources"] = tmp_path / "socplanner.app" / "Contents" / "Resources"
    return options


def test_a_bundle_is_made_of_the_frozen_folder(bundle: dict[str, Any]) -> None:
    assert bundle["made"] == ("the folder",)
    assert bundle["version"] == __version__
    assert not bundle["exe"]["strip"]
    assert Path(bundle["icon"]).is_file()
    assert plistlib.loads(plistlib.dumps(bundle["info_plist"])) == bundle["info_plist"]


def test_plans_have_a_file_type_and_yaml_is_only_an_alternative(bundle: dict[str, Any]) -> None:
    ours, yaml = bundle["info_plist"]["CFBundleDocumentTypes"]
    (kind,) = bundle["info_plist"]["UTExportedTypeDeclarations"]
    assert ours["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert (ours["LSHandlerRank"], yaml["LSHandlerRank"]) == ("Owner", "Alternate")
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["socplan"]
    assert (bundle["resources"] / kind["UTTypeIconFile"]).is_file()


def pictures(icon: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the kind and the picture of each part of `icon`."""
    assert icon[:4] == b"icns"
    assert struct.unpack(">I", icon[4:8]) == (len(icon),)
    at = 8
    while at < len(icon):
        (length,) = struct.unpack(">I", icon[at + 4 : at + 8])
        yield icon[at : at + 4].decode(), icon[at + 8 : at + length]
        at += length


@pytest.mark.parametrize("name", ["socplanner", "plan"])
def test_an_icon_has_a_picture_for_each_size(name: str) -> None:
    sizes = {"ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic14": 512, "ic10": 1024}
    images = dict(pictures((INSTALLER / f"{name}.icns").read_bytes()))
    assert images.keys() == sizes.keys()
    for kind, picture in images.items():
        assert picture.startswith(PNG)
        assert struct.unpack(">II", picture[16:24]) == (sizes[kind], sizes[kind])
