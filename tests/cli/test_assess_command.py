"""`assess` shows what a self-check sheet has, and adds it to a plan on request."""

import json
import shutil
from pathlib import Path

import pytest

from socplanner.services import paths
from socplanner.services.plan_files import open_plan
from tests.cli.conftest import Run

SHEETS = Path(__file__).resolve().parents[1] / "golden" / "self-checks"


@pytest.fixture
def plan() -> str:
    """Return the path of the manufacturer's plan, in the folder of the test."""
    source = paths.resources() / "examples" / "manufacturer.socplan"
    shutil.copy(source, Path("plan.socplan"))
    for sheet in SHEETS.iterdir():
        shutil.copy(sheet, Path(sheet.name))
    return "plan.socplan"


def test_the_scores_are_shown_and_nothing_is_changed(run: Run, plan: str) -> None:
    before = Path(plan).read_bytes()
    result = run("assess", plan, "headed-twice.csv", "--date", "2026-12-01", "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0] == (
        "headed-twice.csv, sheet “headed-twice”: scores of 3 roles, assessed 2026-12-01"
    )
    assert "  A-2 Triage criteria management: In-house 2, Outsourced – → N/A" in lines
    assert "Not read: 2" in lines
    assert lines[-1] == "Nothing was changed: --apply adds the assessment to the plan."
    assert Path(plan).read_bytes() == before


def test_apply_adds_a_dated_assessment_and_keeps_the_rest(run: Run, plan: str) -> None:
    before = Path(plan).read_text("utf-8")
    options = ("--date", "2026-12-01", "--by", "K. Sato", "--apply", "--language", "en")
    assert run("assess", plan, "headed-twice.csv", *options).code == 0
    added = open_plan(Path(plan)).plan.assessments[-1]
    assert (added.day, added.by, len(added.scores)) == ("2026-12-01", "K. Sato", 3)
    after = Path(plan).read_text("utf-8")
    kept = [line for line in before.splitlines() if line not in after.splitlines()]
    assert kept == []
    again = run("maturity", plan, "--since", "2026-04", "--language", "en")
    assert "assessed 2026-12-01, K. Sato" in again.text


def test_what_was_not_read_leaves_something_to_a_person(run: Run, plan: str) -> None:
    result = run("assess", plan, "bad-scores.csv", "--apply", "--language", "ja")
    assert result.code == 3
    assert "C2: 「6」は点数ではありません" in result.text
    assert len(open_plan(Path(plan)).plan.assessments) == 3, "the rest is imported"


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        ("other-edition.csv", "another edition than v2"),
        ("no-score-column.csv", "no column of scores"),
        ("two-score-columns.csv", "two columns of scores"),
        ("no-table.csv", "No sheet has a table"),
        ("missing.csv", "There is no such file"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused(
    run: Run, plan: str, sheet: str, reason: str
) -> None:
    before = Path(plan).read_bytes()
    result = run("assess", plan, sheet, "--apply", "--language", "en")
    assert result.code == 2
    assert result.refused.startswith(f"socplanner: {sheet}")
    assert reason in result.refused
    assert Path(plan).read_bytes() == before


def test_columns_and_roles_are_chosen(run: Run, plan: str) -> None:
    chosen = ("--column", "C=inhouse", "--format", "json")
    answer = json.loads(run("assess", plan, "no-score-column.csv", *chosen).text)
    assert answer["scores"]["v2:A-1"]["inhouse"]["score"] == "3"
    assert answer["columns"]["C"] == {"heading": "点数", "meaning": "inhouse"}
    options = ("--role", "3=A-2", "--role", "2=", "--format", "json")
    answer = json.loads(run("assess", plan, "unknown-codes.csv", *options).text)
    assert set(answer["scores"]) == {"v2:A-2", "v2:B-1"}
    assert {each["code"] for each in answer["unread"]} >= {"row-left-out", "unknown-name"}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--date", "yesterday"), "is not a date"),
        (("--sheet", "Other"), "choose one of headed-twice"),
        (("--column", "C=score"), "is no column"),
        (("--column", "12=role"), "is no column"),
        (("--role", "x=A-1"), "is no role of a row"),
        (("--role", "3=Z-9"), "is no role of a row"),
    ],
)
def test_options_that_cannot_be_are_refused(
    run: Run, plan: str, options: tuple[str, ...], reason: str
) -> None:
    result = run("assess", plan, "headed-twice.csv", *options, "--language", "en")
    assert result.code == 2
    assert reason in result.refused
