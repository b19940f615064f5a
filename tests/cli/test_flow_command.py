"""`flow` shows a flow by the matrix, walked through, as a file for others, and all hours."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.fixture
def plan() -> str:
    """Return the path of the sample of a manufacturer."""
    source = paths.resources() / "examples" / "manufacturer.socplan"
    shutil.copy(source, Path("plan.socplan"))
    return "plan.socplan"


def test_sunday_night_is_answered_in_a_sentence(run: Run, plan: str) -> None:
    result = run("flow", plan, "--at", "sun 03:00", "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert "Incident response" in lines[0]
    assert "Started Sunday 03:00" in lines
    assert (
        "D-4 waits 27 h 45 min: it is due Sunday 05:15, and IT section is off until Monday 08:30."
        in lines
    )
    assert "It also stops at: D-5." in lines
    at = lines.index("5  D-4 Remote response")
    assert "   > Unmanned: IT section is off" in lines[at : at + 12]


def test_another_flow_in_another_phase_and_language(run: Run, plan: str) -> None:
    result = run("flow", plan, "--flow", "awareness", "--phase", "target", "--language", "ja")
    lines = result.text.splitlines()
    assert "目標（2028年度）" in lines[0]
    assert "意識啓発と標的型メール訓練" in lines[0]
    assert not any(line.startswith("   >") for line in lines)


def test_a_date_is_walked_by_the_calendar(run: Run, plan: str) -> None:
    answer = run("flow", plan, "--at", "2027-01-01 03:00", "--format", "json")
    walk = json.loads(answer.text)["walk"]
    assert walk["day"] == "holiday"
    assert walk["outcome"] == "stops"


def test_programs_get_every_step_with_its_state(run: Run, plan: str) -> None:
    answer = json.loads(run("flow", plan, "--at", "sun 03:00", "--format", "json").text)
    assert (answer["format"], answer["flow"]) == (1, "incident-response")
    assert answer["hand_overs"] == answer["across_organisations"]
    states = {step["role"]: step["walk"]["state"] for step in answer["steps"]}
    assert (states["v2:D-4"], states["v2:D-5"]) == ("unmanned", "unmanned")
    (isolate,) = [step for step in answer["steps"] if step["role"] == "v2:D-4"]
    assert isolate["performing"] == ["it"]
    assert (isolate["limit"], isolate["tlp"]) == ("PT30M", "amber")
    assert isolate["walk"]["waits"] == 27 * 60 + 45
    plain = json.loads(run("flow", plan, "--format", "json").text)
    assert plain["walk"] is None
    assert plain["steps"][0]["walk"] is None


def test_files_for_other_programs(run: Run, plan: str) -> None:
    assert run("flow", plan, "--format", "mermaid").text.startswith("flowchart LR")
    root = ET.fromstring(run("flow", plan, "--format", "bpmn").text.encode())
    assert root.tag.endswith("definitions")


def test_all_hours_of_all_flows(run: Run, plan: str) -> None:
    lines = run("flow", plan, "--all-hours", "--language", "en").text.splitlines()
    at = lines.index("Incident response")
    assert lines[at + 3] == "  Stops: 123 h"
    answer = json.loads(run("flow", plan, "--all-hours", "--format", "json").text)
    assert len(answer["flows"]) == 11
    assert len(answer["hours"]) == len(answer["flows"][0]["outcomes"]) == 168
    response = answer["flows"][1]
    assert response["outcomes"][6 * 24 + 3] == "stops"
    assert response["stops"] == ["5", "6"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--flow", "alert-triag"), "alert-triage"),
        (("--phase", "later"), "target"),
        (("--at", "someday"), "sun 03:00"),
        (("--format", "xml"), "mermaid"),
        (("--all-hours", "--format", "bpmn"), "text or json"),
    ],
)
def test_what_is_refused(run: Run, plan: str, arguments: tuple[str, ...], reason: str) -> None:
    result = run("flow", plan, *arguments, "--language", "en")
    assert result.code == 2
    assert reason in result.refused


def test_the_plan_is_not_changed(run: Run, plan: str) -> None:
    before = Path(plan).read_bytes()
    run("flow", plan, "--at", "sun 03:00")
    assert Path(plan).read_bytes() == before
