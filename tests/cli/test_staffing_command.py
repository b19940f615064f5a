"""`staffing` shows what a phase needs and has, for people and for programs."""

import json
import shutil
from pathlib import Path

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run


@pytest.fixture(params=["manufacturer", "bank"])
def plan(request: pytest.FixtureRequest) -> str:
    """Return the path of a sample."""
    source = paths.resources() / "examples" / f"{request.param}.socplan"
    shutil.copy(source, Path("plan.socplan"))
    return "plan.socplan"


def test_a_table_with_a_total_and_every_number_explained(run: Run, plan: str) -> None:
    result = run("staffing", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0].endswith(", Now (FY2026): staffing")
    assert lines[2].split("  ")[-1] == "On call: have"
    total = next(line for line in lines if line.startswith("Total (internal)"))
    assert len(total) == len(lines[2])
    assert any(line.startswith("  Gap in FTE = ") for line in lines)
    assert any(line.startswith("Net hours of a person = max(0, 365 - 122") for line in lines)
    assert lines[-1].startswith("Limits of labour law (JP, as of ")


def test_the_samples_have_their_story(run: Run) -> None:
    samples = paths.resources() / "examples"
    texts = {
        (name, phase): run(
            "staffing", str(samples / f"{name}.socplan"), "--phase", phase, "--language", "en"
        ).text
        for name in ("manufacturer", "bank")
        for phase in ("now", "target")
    }
    assert "In all, 0.27 FTE are missing." in texts["manufacturer", "now"]
    assert "are missing" not in texts["manufacturer", "target"]
    assert "Crews: 39.38 h a week on average, within the law." in texts["bank", "now"]
    assert "First malware analysis: 1.1 FTE" in texts["bank", "target"]
    assert "First malware analysis" not in texts["bank", "now"]


def test_japanese_columns_stand_below_each_other(run: Run, plan: str) -> None:
    result = run("staffing", plan, "--language", "ja")
    lines = result.text.splitlines()
    assert "要員" in lines[0]
    assert "必要(FTE)" in lines[2]
    assert any(line.startswith("合計(社内)") for line in lines)
    assert "このツールの既定値: " in result.text


def test_programs_get_every_figure_with_its_formula(run: Run, plan: str) -> None:
    answer = json.loads(run("staffing", plan, "--phase", "target", "--format", "json").text)
    assert (answer["format"], answer["phase"], answer["left_out"]) == (1, "target", [])
    assert answer["law"] == {"country": "JP", "as_of": "2024-04-01"}
    assert answer["assumptions"]["days-off"] == {"value": 122, "default": False}
    assert answer["assumptions"]["crews"] == {"value": 4, "default": True}
    for party in answer["parties"]:
        need = party["figures"]["need_fte"]
        assert need["formula"] == "present_fte / max(0, 1 - turnover_loss)"
        assert set(need["inputs"]) == {"present_fte", "turnover_loss"}
        gap = party["figures"]["gap"]
        assert gap["value"] == party["figures"]["today_fte"]["value"] - need["value"]
    parts = [post for party in answer["parties"] for post in party["posts"]]
    assert {bool(part["crews"]) for part in parts} <= {True, False}
    assert all(part["figures"]["post_fte"]["values"] for part in parts)


def test_a_plan_without_staffing_has_an_invitation(run: Run) -> None:
    run("new", "new.socplan")
    result = run("staffing", "new.socplan", "--language", "en")
    assert result.code == 0
    assert result.text.splitlines()[-1].startswith("The plan has no posts, workloads or people")


def test_parties_without_a_headcount_are_named(run: Run) -> None:
    run("new", "new.socplan", "--language", "en")
    path = Path("new.socplan")
    text = path.read_text("utf-8")
    text += "staffing: {posts: [{id: a, name: Desk, party: soc, coverage: 24x365}]}\n"
    path.write_text(text, "utf-8")
    result = run("staffing", "new.socplan", "--language", "en")
    assert "No headcount is stated for " in result.text
    assert "One person is alone on duty and has no lawful break" in result.text
    assert "–" in result.text


def test_an_unknown_phase_is_explained(run: Run, plan: str) -> None:
    result = run("staffing", plan, "--phase", "never", "--language", "en")
    assert result.code == 2
    assert "“--phase” cannot be “never”: choose one of now, target." in result.refused
