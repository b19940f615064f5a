"""The dependencies of builds and tests are pinned: actions by commit, packages by hash."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"\s*(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
OWN = re.compile(r"\s*(- )?uses: \./\.github/workflows/[\w-]+\.yml")
PACKAGING = ("freeze", "linux-package", "sbom")


def is_pinned(line: str) -> bool:
    """Return whether what `line` uses is ours, or pinned by a commit with its version beside it."""
    return bool(PINNED.fullmatch(line) or OWN.fullmatch(line))


def installs(text: str) -> Iterator[str]:
    """Yield what `pip install` is called with, however the command is broken or abbreviated."""
    joined = text.replace("\\\n", " ")
    called = [
        line for line in joined.splitlines() if re.search(r"pip install|^\s*\$install\b", line)
    ]
    return (line.strip() for line in called if not line.strip().startswith(("install=", "#")))


def test_there_are_workflows_that_use_actions() -> None:
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    assert text.count("uses:") > 10


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    loose = [line for line in lines if "uses:" in line and not is_pinned(line)]
    assert loose == []


@pytest.mark.parametrize(
    "line",
    [
        "      - uses: actions/checkout@v4",
        "      - uses: actions/checkout@11d5960a326750d5838078e36cf38b85af677262",
        "      - uses: actions/checkout@11d5960 # v4.4.0",
        "      - uses: actions/checkout@main # v4.4.0",
        "    uses: other/place/.github/workflows/tests.yml@main",
    ],
)
def test_a_loose_action_is_found(line: str) -> None:
    assert not is_pinned(line)


def test_one_action_is_of_one_version_everywhere() -> None:
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    actions = set(re.findall(r"uses: ([\w-]+/[\w-]+)@(\w+) # (\S+)", text))
    assert len(actions) == len({name for name, _, _ in actions})


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, *(ROOT / "tools" / name for name in PACKAGING)], ids=lambda path: path.stem
)
def test_what_is_installed_is_checked_by_its_sum_or_is_ours(path: Path) -> None:
    for command in installs(path.read_text("utf-8")):
        assert "--require-hashes" in command or "--no-deps --no-build-isolation" in command, command


def test_installations_are_found() -> None:
    assert list(installs("$install --no-deps .\npip install \\\n  a\ninstall='pip install'")) == [
        "$install --no-deps .",
        "pip install    a",
    ]


def test_the_tests_of_the_workflows_find_what_they_run_with() -> None:
    text = (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")
    tests: dict[str, Any] = yaml.safe_load(text)["jobs"]["tests"]
    for pair in tests["strategy"]["matrix"]["pair"]:
        named = (ROOT / pair["file"]).read_text("utf-8")
        assert f"\npyside6-essentials=={pair['pyside']}." in named
        assert f"\nshiboken6=={pair['pyside']}." in named
