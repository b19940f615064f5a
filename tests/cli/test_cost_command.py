"""`cost` shows what a phase costs, for people and for programs, and the four patterns."""

import json
import shutil
from pathlib import Path

import pytest

from socplanner.services import paths
from tests.cli.conftest import Run

EXAMPLES = paths.resources() / "examples"


@pytest.fixture(params=["manufacturer", "bank"])
def plan(request: pytest.FixtureRequest) -> str:
    """Return the path of a sample."""
    shutil.copy(EXAMPLES / f"{request.param}.socplan", Path("plan.socplan"))
    return "plan.socplan"


def test_a_table_with_a_total_and_every_sum_explained(run: Run, plan: str) -> None:
    result = run("cost", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0].endswith(", Now (FY2026): cost")
    assert lines[1] == "Amounts in JPY, rounded to 10,000."
    total = next(line for line in lines if line.startswith("Total "))
    assert len(total) == len(lines[3])
    assert any(line.startswith("  Retained people a year = ") for line in lines)
    assert any(line.startswith("Cost a year ") for line in lines)
    assert "The plan" not in result.text
    assert lines[-1].startswith("Limits of labour law (JP, as of ")


def test_the_samples_have_their_story(run: Run) -> None:
    texts = {
        (name, phase): run(
            "cost", str(EXAMPLES / f"{name}.socplan"), "--phase", phase, "--language", "en"
        ).text
        for name in ("manufacturer", "bank")
        for phase in ("now", "target")
    }
    assert "Security adviser" in texts["manufacturer", "now"]
    assert "Security adviser" not in texts["manufacturer", "target"]
    assert "ends on 2028-03-31, notice by 2027-12-31" in texts["manufacturer", "now"]
    assert "Threat-led penetration test: 32,000,000 once, 1 role" in texts["bank", "target"]
    assert "No contract covers" not in "".join(texts.values())
    assert "this tool's default." in texts["manufacturer", "now"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_patterns_stand_side_by_side(run: Run, plan: str, language: str) -> None:
    result = run("cost", plan, "--patterns", "--phase", "target", "--language", language)
    assert ("フルインソース" if language == "ja" else "Full insource") in result.text
    assert ("見積り: " if language == "ja" else "Estimate: ") in result.text


def test_programs_get_every_figure_with_its_formula(run: Run, plan: str) -> None:
    answer = json.loads(
        run("cost", plan, "--phase", "target", "--patterns", "--format", "json").text
    )
    assert (answer["format"], answer["phase"], answer["currency"]) == (1, "target", "JPY")
    total = answer["total"]
    assert total["year_total"]["value"] == pytest.approx(
        total["inhouse_total"]["value"] + total["outsourced_total"]["value"]
    )
    assert answer["phases"]["target"]["total"] == total
    assert {each["kind"] for each in answer["left_out"]} == {"work"}
    parties = {each["party"]: each for each in answer["parties"]}
    assert (
        parties["mss"]["contracts"][0]["year"] == parties["mss"]["figures"]["party_year"]["value"]
    )
    patterns = answer["patterns"]
    assert patterns[0]["pattern"] is None
    assert patterns[0]["total"] == total
    assert patterns[-1]["total"]["outsourced_total"]["value"] == 0
    assert len(patterns) == 5


def test_a_plan_without_cost_has_an_invitation_and_still_compares(run: Run) -> None:
    run("new", "new.socplan", "--language", "en")
    result = run("cost", "new.socplan", "--language", "en")
    assert result.code == 0
    assert result.text.splitlines()[-1].startswith("The plan states no cost: ")
    compared = run("cost", "new.socplan", "--patterns", "--language", "en").text
    assert "Full insource" in compared
    (line,) = [each for each in compared.splitlines() if each.startswith("Cost a year")]
    assert line.split()[3:] == ["–"] * 5


def test_what_is_not_stated_is_named(run: Run) -> None:
    run("new", "new.socplan", "--language", "en")
    path = Path("new.socplan")
    text = path.read_text("utf-8") + "cost: {rates: {tools: 5}}\n"
    path.write_text(text, "utf-8")
    result = run("cost", "new.socplan", "--language", "en")
    assert "No currency is stated. Amounts are rounded to 1." in result.text
    assert "No loaded cost is stated for " in result.text
    assert "No cost of training is stated." in result.text


def test_an_unknown_phase_is_explained(run: Run, plan: str) -> None:
    result = run("cost", plan, "--phase", "never", "--language", "en")
    assert result.code == 2
    assert "“--phase” cannot be “never”: choose one of now, target." in result.refused
