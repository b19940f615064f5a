"""What goes with a release: its notes, its bill of materials, its checksums, its workflow."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from socplanner import __version__
from tools.release.bill import python_part, system_parts, with_parts, without_builders
from tools.release.notes import notes_of

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHANGELOG = (
    "# Changelog\n\n## 1.1.0 (2026-12-01)\n\n- New.\n\n## 1.1 \n\nOld.\n\n## 1.0.0\n\nFirst.\n"
)
BILL: dict[str, Any] = {
    "metadata": {"component": {"bom-ref": "root", "name": "socplanner"}},
    "components": [
        {"name": "PyYAML", "bom-ref": "yaml"},
        {"name": "typing_extensions", "bom-ref": "typing"},
        {"name": "PySide6_Essentials", "bom-ref": "qt"},
        {"name": "shiboken6", "bom-ref": "shiboken"},
        {"name": "pyinstaller", "bom-ref": "freezer"},
    ],
    "dependencies": [
        {"ref": "root", "dependsOn": ["yaml", "typing", "qt", "freezer"]},
        {"ref": "qt", "dependsOn": ["shiboken"]},
        {"ref": "shiboken"},
        {"ref": "freezer", "dependsOn": ["typing"]},
    ],
}


def test_the_notes_of_a_release_are_its_section_and_no_other() -> None:
    assert notes_of("1.1.0", CHANGELOG) == "- New.\n"
    assert notes_of("1.0.0", CHANGELOG) == "First.\n"
    assert notes_of("1.1", CHANGELOG) == "Old.\n"
    with pytest.raises(KeyError):
        notes_of("1", CHANGELOG)


def test_the_version_we_are_at_has_notes() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tools.release.notes", f"v{__version__}"],
        cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert "**Board.**" in run.stdout
    assert "\n## " not in run.stdout


def test_what_only_builds_is_no_part_of_the_program() -> None:
    bill = without_builders(BILL, ["PySide6-Essentials", "pyyaml"])
    assert [each["name"] for each in bill["components"]] == [
        "PyYAML",
        "PySide6_Essentials",
        "shiboken6",
    ]
    assert bill["dependencies"][0] == {"ref": "root", "dependsOn": ["qt", "yaml"]}


def test_python_and_libraries_of_the_system_are_parts() -> None:
    owners = {"libz.so.1": ("zlib1g", "1:1.2+x"), "libb.so.1": ("b", "2"), "libb2.so": ("b", "2")}
    parts = [python_part("3.11.7"), *system_parts([*owners, "libQt6Core.so.6"], owners.get)]
    bill = with_parts(without_builders(BILL, ["PyYAML"]), parts)
    parts_by_name = {each["name"]: each for each in bill["components"]}
    assert set(parts_by_name) == {"PyYAML", "CPython", "zlib1g", "b"}
    assert parts_by_name["zlib1g"]["purl"] == "pkg:deb/debian/zlib1g@1%3A1.2%2Bx"
    assert [each["value"] for each in parts_by_name["b"]["properties"]] == ["libb.so.1", "libb2.so"]
    refs = {each["bom-ref"] for each in bill["components"]} | {"root"}
    assert {each["ref"] for each in bill["dependencies"]} <= refs
    assert set(bill["dependencies"][0]["dependsOn"]) == refs - {"root"}
    json.dumps(bill)


@pytest.mark.skipif(sys.platform == "win32", reason="a script for sh")
def test_every_file_has_a_valid_checksum(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    (dist / "folder").mkdir(parents=True)
    for name in ("b.deb", "a b.exe"):
        (dist / name).write_bytes(name.encode())
    for _ in range(2):
        subprocess.run(
            [ROOT / "tools" / "checksums"], cwd=tmp_path, check=True, capture_output=True
        )
    sums = (dist / "SHA256SUMS").read_text(encoding="ascii")
    assert [line.split("  ")[1] for line in sums.splitlines()] == ["a b.exe", "b.deb"]
    subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=dist, check=True, capture_output=True
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_calls_only_what_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    for job in jobs.values():
        needed = job.get("needs", [])
        assert {needed} if isinstance(needed, str) else set(needed) <= jobs.keys()
    for targets in re.findall(r"\bmake ((?:[a-z-]+ ?)+)$", text, re.MULTILINE):
        for target in targets.split():
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for tool in re.findall(r"(?<![\w/])((?:tools|\.ci|\.github)/[\w./-]+)", text):
        assert (ROOT / tool).exists(), tool
    for module in re.findall(r"-m (tools[\w.]+)", text):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module


def test_signing_is_skipped_without_a_key() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))[
        "jobs"
    ]
    signing = [
        step
        for job in jobs.values()
        for step in job.get("steps", [])
        if "secrets." in json.dumps(step)
    ]
    assert len(signing) == 5
    assert all(step["if"].startswith("env.HAS_") for step in signing)
