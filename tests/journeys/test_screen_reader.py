"""What a screen reader finds in the real window: its tree of objects, read from outside."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from socplanner.services import paths

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
QUIT_WHEN_PAINTED = "SOCPLANNER_QUIT_WHEN_PAINTED"
"""Set by a proof that starts the program and waits for its end; here it has to stay open."""

READER = ROOT / "tests" / "support" / "accessible_tree.py"
SCRIPT = """
"$PROGRAM" -m socplanner "$PLAN" &
started=$!
"$READER_PYTHON" "$READER" socplanner "$TREE"
kill $started
"""


def _has_reader() -> bool:
    """Return whether the system has what a screen reader needs."""
    if shutil.which("dbus-run-session") is None or not Path(SYSTEM_PYTHON).exists():
        return False
    bindings = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    return subprocess.run(bindings, check=False, capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.xdisplay,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") == "offscreen"
        or not os.environ.get("DISPLAY")
        or not _has_reader(),
        reason="no X display, or no AT-SPI",
    ),
]
Node = dict[str, Any]


def nodes(tree: Node) -> Iterator[Node]:
    """Yield every object of `tree`."""
    yield tree
    for child in tree["children"]:
        yield from nodes(child)


def of_role(tree: Node, role: str) -> list[Node]:
    """Return the objects of `tree` with that role."""
    return [node for node in nodes(tree) if node["role"] == role]


@pytest.fixture(scope="module", params=["board", "matrix"])
def tree(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Return what a screen reader finds with a sample open in one of the views."""
    home = tmp_path_factory.mktemp("home")
    settings = home / "config" / "socplanner" / "settings.json"
    settings.parent.mkdir(parents=True)
    window = {"view": request.param}
    stored = {"language": "en", "fonts_reported": True, "tour_ended": True, "window": window}
    settings.write_text(json.dumps(stored), encoding="utf-8")
    inherited = {name: os.environ[name] for name in os.environ if name != QUIT_WHEN_PAINTED}
    environment = {
        **inherited,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PROGRAM": sys.executable,
        "PLAN": str(paths.resources() / "examples" / "manufacturer.socplan"),
        "READER_PYTHON": SYSTEM_PYTHON,
        "READER": str(READER),
        "TREE": str(home / "tree.json"),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SCRIPT],
        check=False,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
    )
    assert (home / "tree.json").exists(), done.stderr[-2000:]
    tree: Node = json.loads((home / "tree.json").read_text(encoding="utf-8"))
    return {**tree, "view": request.param}


def test_whatever_takes_the_keyboard_has_a_name(tree: Node) -> None:
    nameless = [node["role"] for node in nodes(tree) if node["focusable"] and not node["name"]]
    assert nameless == []


def test_views_and_phases_are_radio_buttons(tree: Node) -> None:
    radios = {node["name"]: node["checked"] for node in of_role(tree, "radio button")}
    assert radios["Board"] is (tree["view"] == "board")
    assert radios["Matrix"] is (tree["view"] == "matrix")
    assert radios["Now (FY2026)"] is True


def test_every_role_is_there_with_its_duties(tree: Node) -> None:
    if tree["view"] != "board":
        pytest.skip("the matrix has cells, not cards")
    (board,) = (each for each in of_role(tree, "list") if each["name"] == "Board of roles")
    names = [node["name"] for node in board["children"]]
    assert len(names) == 54
    assert names[6].startswith("B-1 Basic real-time analysis, Area IV, Outsourced, accountable: ")


def test_lanes_are_objects_with_a_name_and_their_state(tree: Node) -> None:
    if tree["view"] != "board":
        pytest.skip("the matrix has no lanes")
    names = [
        node["name"]
        for node in of_role(tree, "push button") + of_role(tree, "button")
        if node["name"].endswith(", unfolded") and node["showing"] and node["focusable"]
    ]
    assert len(names) == 5
    assert names[0].startswith("Area II Led by the organisation, with partners, ")
    assert names[4].startswith("Not placed, ")


def test_the_matrix_has_no_nameless_cell(tree: Node) -> None:
    if tree["view"] != "matrix":
        pytest.skip("the board has cards, not cells")
    (matrix,) = (each for each in of_role(tree, "table") if each["name"] == "Responsibility matrix")
    cells = of_role(matrix, "table cell")
    assert len(cells) > 50
    assert [cell for cell in cells if not cell["name"]] == []
    assert any("Accountable" in cell["name"] for cell in cells)


def test_the_foot_of_the_window_is_read_in_full(tree: Node) -> None:
    labels = {node["name"] for node in of_role(tree, "label") if node["showing"]}
    assert {"0 errors", "In-house 20", "Outsourced 26", "Saved"} <= labels
    assert [label for label in labels if label.endswith(" hints")]
